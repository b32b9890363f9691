"""Adapters that need nothing to be installed: this process and its files."""
