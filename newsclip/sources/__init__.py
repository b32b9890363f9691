"""What we follow, and when to poll it.

In: a source that is due. Out: its entries, and the time of the next poll.
"""
