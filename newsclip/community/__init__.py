"""What readers do with stories: vote."""
