"""A list as a feed: its title, its addresses, and its items, newest first."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.html import format_html, format_html_join

from newsclip.clips.models import Clip
from newsclip.options import OPTIONS
from newsclip.ranking import queries as ranking

_SIGN = "°"
SIGN_EXPLAINED = format_html(
    "<p>{} In our words: a language model put it so, and one that we examined let it pass.</p>", _SIGN
)


@dataclass(frozen=True, slots=True)
class Item:
    """One entry. `content` is HTML, the rest is plain text; `id` never changes."""

    id: str
    url: str
    title: str
    content: str
    published: datetime
    updated: datetime
    summary: str = ""
    tags: Sequence[str] = ()
    author: str = ""
    language: str = ""
    """Of title and text, if it may differ from the feed's."""
    via: Sequence[dict[str, Any]] = ()
    also: Sequence[dict[str, Any]] = ()
    """Clips of other stories about the same."""
    more: dict[str, Any] = field(default_factory=dict)
    """Additional fields of JSON Feed."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed. `page` and `path` are addresses within the site: of the HTML list, and of the feed itself.

    `marks` change with every entry that is added, removed or changed; `items` is called only when needed.
    """

    title: str
    page: str
    path: str
    marks: Sequence[str]
    updated: datetime | None
    items: Callable[[], list[Item]]
    private: bool = False
    told: bool = True
    """Whether the site's hub is notified of its updates."""
    language: str = "en"

    @property
    def hub(self) -> str:
        """The hub that pushes its updates to subscribers; "" if there is none."""
        return OPTIONS.hub if self.told and not self.private else ""

    @property
    def page_url(self) -> str:
        return OPTIONS.site_url + self.page

    @property
    def url(self) -> str:
        return OPTIONS.site_url + self.path

    @property
    def etag(self) -> str:
        parts = [self.url, self.title, self.hub, *self.marks]
        return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()[:32]


def of_clips(title: str, page: str, path: str, clips: Sequence[Clip], *, private: bool = False) -> Channel:
    """A list of clips; each new version of one is news."""
    marks = [f"{clip.pk}.{clip.version}" for clip in clips]
    newest = max((clip.updated for clip in clips), default=None)
    return Channel(title, page, path, marks, newest, lambda: _items(clips), private)


def _items(clips: Sequence[Clip]) -> list[Item]:
    near = ranking.near_to(clips)
    return [clip_item(clip, near.get(clip.pk, [])) for clip in clips]


def clip_item(clip: Clip, near: Sequence[ranking.Related] = ()) -> Item:
    """`near`: clips of stories near its own."""
    url = clip_url(clip)
    about: dict[str, Any] = {
        "about": f"{OPTIONS.site_url}/about", "document": f"{url}.json", "reports": clip.reports,
        "sources": sources_of(clip),
        "also": [{"url": clip_url(one.clip), "title": one.clip.headline, "shared": list(one.shared)} for one in near],
    }  # fmt: skip
    more = {"external_url": lead_source(clip)["url"], "_newsclip": about}
    return Item(
        id=url,
        url=url,
        title=signed_headline(clip),
        content=_content(clip),
        published=clip.published,
        updated=clip.updated,
        summary=clip.summary,
        tags=[clip.category, *[tag.removeprefix("#") for tag in clip.document["hashtags"]]],
        language=clip.language,
        via=sources_of(clip),
        also=about["also"],
        more=more,
    )


def _content(clip: Clip) -> str:
    rows = [(source["url"], source["title"], source["publisher"]) for source in sources_of(clip)]
    listed = format_html_join("", '<li dir="auto"><a href="{}">{}</a> ({})</li>', rows)
    lang = format_html(' lang="{}"', clip.language) if clip.language else ""
    return format_html(
        '<p dir="auto"{}>{}</p>{}<p><a href="{}">The clip with its evidence</a>, from:</p><ul>{}</ul>',
        lang, clip.summary, SIGN_EXPLAINED if clip.headline_judged else "", clip_url(clip), listed,
    )  # fmt: skip


def signed_headline(clip: Clip) -> str:
    """With a sign where it is in a language model's own words."""
    return f"{clip.headline}{_SIGN}" if clip.headline_judged else clip.headline


def clip_url(clip: Clip) -> str:
    return f"{OPTIONS.site_url}/c/{clip.slug}"


def sources_of(clip: Clip) -> list[dict[str, Any]]:
    return list(clip.document["sources"])


def lead_source(clip: Clip) -> dict[str, Any]:
    """The article that supports the headline."""
    article = clip.document["headline"]["evidence"][0]["article"]
    return next(source for source in sources_of(clip) if source["article"] == article)
