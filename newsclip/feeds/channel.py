"""A list of clips as a feed: what it is called, where it stands, and what is in it, newest first."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from newsclip.clips.models import Clip
from newsclip.options import OPTIONS


@dataclass(frozen=True, slots=True)
class Channel:
    """`page` and `path` are addresses within the site: of the list for people, and of the feed itself."""

    title: str
    page: str
    path: str
    clips: list[Clip]

    @property
    def page_url(self) -> str:
        return OPTIONS.site_url + self.page

    @property
    def url(self) -> str:
        return OPTIONS.site_url + self.path

    @property
    def updated(self) -> datetime | None:
        return max((clip.updated for clip in self.clips), default=None)

    @property
    def etag(self) -> str:
        """Changes with every clip that comes, goes or gets a new version."""
        parts = [self.url, self.title, *[f"{clip.pk}.{clip.version}" for clip in self.clips]]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def clip_url(clip: Clip) -> str:
    return f"{OPTIONS.site_url}/c/{clip.slug}"


def sources_of(clip: Clip) -> list[dict[str, Any]]:
    return list(clip.document["sources"])


def lead_source(clip: Clip) -> dict[str, Any]:
    """The article whose words the headline rests on."""
    article = clip.document["headline"]["evidence"][0]["article"]
    return next(source for source in sources_of(clip) if source["article"] == article)
