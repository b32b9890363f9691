"""Decisions of the social half: what a vote counts for, what is held, what a mute hides, who may do how much."""
