"""Ranking: the order of clips, with explanations."""
