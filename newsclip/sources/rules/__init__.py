"""Reading a source's document, and scheduling the next poll."""
