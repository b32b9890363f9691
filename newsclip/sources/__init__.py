"""What we follow, and when to look again.

In: a source that is due.  Out: the entries it shows, and a time for the next look.
"""
