"""The order of clips, and why."""
