"""Many machines: PostgreSQL holds what they share."""
