"""The one place that chooses which adapter is behind each port."""
