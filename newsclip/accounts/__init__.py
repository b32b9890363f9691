"""People: who signs in here, and what they may do."""
