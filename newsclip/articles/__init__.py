"""One page of news: fetched, extracted, cleaned, revised.

In: an entry of a source. Out: an article with a revision, or the reason why there is none.
"""
