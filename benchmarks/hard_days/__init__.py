"""Hard days: what breaks while news comes in, and what must hold. See docs/security/hard-days.md."""
