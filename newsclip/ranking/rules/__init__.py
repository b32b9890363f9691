"""Ranking rules: heat, trends, a reader's own page; every place has a receipt."""
