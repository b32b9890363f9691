"""Newsclip: social news discovery that shows its evidence."""

__version__ = "0.1.0"
