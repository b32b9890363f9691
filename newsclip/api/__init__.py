"""A door out: the JSON API."""
