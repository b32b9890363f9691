"""Decisions of the social half: weights, holds, mutes, rate limits, quorums."""
