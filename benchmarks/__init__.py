"""Performance benchmarks: one command each (`make bench-NAME`), printing JSON lines."""
