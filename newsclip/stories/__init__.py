"""Stories: articles about one event.

In: a read article. Out: its story, and the report in it that it belongs to.
"""
