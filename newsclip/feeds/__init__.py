"""A door out: Atom and JSON Feed of every list."""
