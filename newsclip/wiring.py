"""The one place that chooses which adapter is behind each port.

Adapters are imported where they are chosen: a filter or a page does not pay for parts it does not use.
"""

from dataclasses import dataclass
from functools import cache

from newsclip.articles.ports import PictureStore
from newsclip.clips.ports import Embedder, SearchIndex, Writer
from newsclip.kernel.fetching import Fetch
from newsclip.options import OPTIONS
from newsclip.stories.ports import StoryIndex


@dataclass(frozen=True, slots=True)
class Tools:
    """Everything the journey needs from outside."""

    fetch: Fetch
    pictures: PictureStore
    stories: StoryIndex
    writer: Writer
    search: SearchIndex


def tools() -> Tools:
    return Tools(fetch(), picture_store(), story_index(), writer(), search_index())


@cache
def fetch() -> Fetch:
    from newsclip.adapters.egress import make_fetch

    return make_fetch(user_agent=OPTIONS.user_agent, loopback_ports=OPTIONS.loopback_ports)


@cache
def picture_store() -> PictureStore:
    from newsclip.adapters.embedded.picture_store import FolderPictureStore

    return FolderPictureStore(OPTIONS.home / "media")


@cache
def story_index() -> StoryIndex:
    from newsclip.adapters.embedded.story_index import MemoryStoryIndex

    return MemoryStoryIndex()


@cache
def embedder() -> Embedder:
    from newsclip.adapters.embedded.static_vectors import StaticVectors

    return StaticVectors()


@cache
def writer() -> Writer:
    from newsclip.adapters.embedded.extractive_writer import ExtractiveWriter

    return ExtractiveWriter(embedder())


@cache
def search_index() -> SearchIndex:
    if OPTIONS.database_url:
        from newsclip.adapters.scaleout.search_index import TsvectorSearchIndex

        return TsvectorSearchIndex()
    from newsclip.adapters.embedded.search_index import FtsSearchIndex

    return FtsSearchIndex()
