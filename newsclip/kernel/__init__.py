"""Plain values that every stage may use: addresses, text, spans, time. No framework, no I/O."""
