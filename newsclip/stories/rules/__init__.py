"""Clustering: term vectors, scores, near-duplicates, phases. Pure."""
