"""Feeds: every list as Atom, RSS and JSON Feed."""
