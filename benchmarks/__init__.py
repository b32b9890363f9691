"""What performs how well: one command each (`make bench-NAME`), printing JSON lines."""
