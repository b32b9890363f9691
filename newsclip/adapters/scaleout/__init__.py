"""Adapters for many machines: PostgreSQL holds the shared state."""
