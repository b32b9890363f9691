"""Hard days: failures during intake, and the guarantees that must hold. See docs/security/hard-days.md."""
