"""The shared story index with nothing in it: its tables are no models, so nothing empties them between tests."""

from newsclip.adapters.scaleout.story_index import TableStoryIndex, tables
from newsclip.stories.ports import NO_TITLE_EMBEDDER, TitleEmbedder

_TABLES = ("place", "article", "posting", "story", "term", "language", "state", "settled", "title")


def empty_tables(embed: TitleEmbedder = NO_TITLE_EMBEDDER) -> TableStoryIndex:
    """Whatever a test before this one left there is gone."""
    tables.ask("TRUNCATE " + ", ".join(f"grouping_{table}" for table in _TABLES))
    return TableStoryIndex(embed=embed)
