"""What readers do: vote, comment, follow, collect, suggest, flag; and moderation."""
