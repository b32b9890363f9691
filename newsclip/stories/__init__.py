"""Articles about one event, together.

In: a read article.  Out: the story it belongs to, and the report it is part of.
"""
