"""What a source's document says, and when to look again."""
