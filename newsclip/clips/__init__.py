"""The document we publish about a story: every sentence carries its evidence.

In: a story that changed.  Out: a verified clip, or a reason why not.
"""
