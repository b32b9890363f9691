"""What readers of clips miss: a counter of what sentences need and the clip does not tell."""
