"""A door out: pages for people."""
