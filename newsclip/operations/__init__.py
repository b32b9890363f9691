"""Running it: commands, worker, health, the demo."""
