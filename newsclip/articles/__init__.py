"""One page of news: fetched, extracted, cleaned, revised.

In: an entry of a source.  Out: an article with a revision, or a reason why not.
"""
