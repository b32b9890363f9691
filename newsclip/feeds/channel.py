"""A list as a feed: its title, its addresses, and its items, newest first."""

import hashlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from newsclip.clips import queries
from newsclip.clips.models import Clip
from newsclip.feeds.other_languages import ForeignLink, elsewhere_in_html, links_elsewhere, mark_of
from newsclip.options import OPTIONS
from newsclip.ranking import queries as ranking

_SIGN = "°"
SIGN_EXPLAINED = format_html(
    "<p>{} In our words: a language model put it so, and one that we examined let it pass.</p>", _SIGN
)


type Rel = Literal["prev", "next", "related"]
type Shown = Callable[[Sequence[Clip]], Collection[Clip]]


@dataclass(frozen=True, slots=True)
class Link:
    """A clip of another story, and what both tell of: the reason. `rel`: as IANA registered it, "prev" and "next" for
    parts of a series. `began`: when the story of a chain began.
    """

    rel: Rel
    url: str
    title: str
    shared: tuple[str, ...]
    language: str = ""
    began: datetime | None = None
    close: bool = False
    """Of a "related" one: whether both tell of one matter, not only of people and places."""
    mark: str = ""
    """Changes with each version of the clip."""

    @property
    def for_json(self) -> dict[str, Any]:
        told: dict[str, Any] = {"url": self.url, "title": self.title, "shared": list(self.shared)}
        return told | ({"began": self.began.isoformat()} if self.began else {"close": self.close})

    @property
    def said(self) -> str:
        """What the other clip is to this one, as pages call it."""
        return "Closely related" if self.close else _SAID[self.rel]

    @property
    def reason(self) -> str:
        return f"Both mention {', '.join(self.shared)}." if self.shared else ""


_SAID = {"prev": "The story so far", "next": "What happened next", "related": "Related"}


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
    links: Sequence["Link"] = ()
    """Clips of other stories: what it goes on from, what goes on from it, and what is about the same."""
    elsewhere: Sequence[ForeignLink] = ()
    """Articles of its own story in other languages."""
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
    links: Sequence[Link] = ()
    """To stories beside the one that all of it is about."""

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


@dataclass(frozen=True, slots=True)
class Unmuted:
    """What the reader of a private feed wants to know of: these of some clips, and nothing of the publishers that they
    muted (domains).
    """

    shown: Shown
    muted: Collection[str]


_EVERYTHING = Unmuted(tuple, ())


def of_clips(title: str, page: str, path: str, clips: Sequence[Clip], *, reader: Unmuted | None = None) -> Channel:
    """A list of clips; each new version of one is news. `reader`: of a private list."""
    left = reader or _EVERYTHING
    links, elsewhere = links_of(clips, left.shown), queries.all_told_elsewhere(clips, left.muted)
    marks = [_mark(clip, links[clip.pk], elsewhere.get(clip.pk, ())) for clip in clips]
    newest = max((clip.updated for clip in clips), default=None)

    def items() -> list[Item]:
        _read_documents(clips)
        quoted = queries.all_quoted_elsewhere(clips, elsewhere)
        return [clip_item(clip, links[clip.pk], quoted.get(clip.pk, ())) for clip in clips]

    return Channel(title, page, path, marks, newest, items, private=reader is not None)


def _read_documents(clips: Sequence[Clip]) -> None:
    """Those of clips that were asked for without theirs, at once."""
    without = {clip.pk: clip for clip in clips if "document" in clip.get_deferred_fields()}
    if without:
        for pk, document in Clip.objects.filter(pk__in=without).order_by().values_list("pk", "document"):
            without[pk].document = document


def _mark(clip: Clip, links: Sequence[Link], elsewhere: Sequence[queries.ToldElsewhere]) -> str:
    """Changes with what its entry says."""
    return " ".join([f"{clip.pk}.{clip.version}", *(one.mark for one in links), *map(mark_of, elsewhere)])


def links_of(clips: Sequence[Clip], shown: Shown = tuple) -> dict[int, list[Link]]:
    """For each of these clips (with documents): what came before it and after it, then stories near its own."""
    near = ranking.near_to(clips)
    chains = queries.beside_in_chains([clip.story_id for clip in clips])
    beside = {one.clip for found in near.values() for one in found} | {one for c in chains.values() for one in c.clips}
    left = set(shown(sorted(beside, key=lambda clip: clip.pk)))
    found: dict[int, list[Link]] = {clip.pk: [] for clip in clips}
    for clip in clips:
        chain = chains.get(clip.story_id, queries.ClipChain()).only(left)
        known = {one.pk for one in chain.clips}
        found[clip.pk] += (_link("prev", one.clip, one.shared, one.began) for one in chain.earlier)
        found[clip.pk] += (_link("next", one.clip, one.shared, one.began) for one in chain.later)
        found[clip.pk] += (
            _link("related", one.clip, one.shared, close=one.is_close)
            for one in near.get(clip.pk, ())
            if one.clip in left and one.clip.pk not in known
        )
    return found


def _link(rel: Rel, clip: Clip, shared: tuple[str, ...], began: datetime | None = None, *, close: bool = False) -> Link:
    mark = f"{rel} {clip.pk}.{clip.version}"
    return Link(rel, clip_url(clip), signed_headline(clip), shared, clip.language, began, close, mark)


def in_json(links: Sequence[Link]) -> dict[str, Any]:
    """The links as `_newsclip` of JSON Feed has them."""
    told = {rel: [one.for_json for one in links if one.rel == rel] for rel in ("prev", "next", "related")}
    return {"chain": {"earlier": told["prev"], "later": told["next"]}, "also": told["related"]}


def clip_item(clip: Clip, links: Sequence[Link] = (), elsewhere: Sequence[queries.QuotedElsewhere] = ()) -> Item:
    url = clip_url(clip)
    about: dict[str, Any] = {
        "about": f"{OPTIONS.site_url}/about", "document": f"{url}.json", "reports": clip.reports,
        "sources": sources_of(clip), **in_json(links), "other_languages": [one.as_json for one in elsewhere],
    }  # fmt: skip
    more = {"external_url": lead_source(clip)["url"], "_newsclip": about}
    return Item(
        id=url,
        url=url,
        title=signed_headline(clip),
        content=_content(clip, links, elsewhere),
        published=clip.published,
        updated=clip.updated,
        summary=clip.summary,
        tags=[clip.category, *[tag.removeprefix("#") for tag in clip.document["hashtags"]]],
        language=clip.language,
        via=sources_of(clip),
        links=links,
        elsewhere=links_elsewhere(elsewhere),
        more=more,
    )


def _content(clip: Clip, links: Sequence[Link], elsewhere: Sequence[queries.QuotedElsewhere]) -> str:
    rows = [(source["url"], source["title"], source["publisher"]) for source in sources_of(clip)]
    listed = format_html_join("", '<li dir="auto"><a href="{}">{}</a> ({})</li>', rows)
    lang = format_html(' lang="{}"', clip.language) if clip.language else ""
    signed = clip.headline_judged or any(one.title.endswith(_SIGN) for one in links)
    return format_html(
        '<p dir="auto"{}>{}</p>{}<p><a href="{}">The clip with its evidence</a>, from:</p><ul>{}</ul>{}{}',
        lang, clip.summary, SIGN_EXPLAINED if signed else "", clip_url(clip), listed, elsewhere_in_html(elsewhere),
        in_html(links),
    )  # fmt: skip


def in_html(links: Sequence[Link]) -> SafeString:
    """The links in words, each with its reason; for formats and readers that know nothing else of them."""
    rows = (
        (one.said, one.url, format_html(' lang="{}"', one.language) if one.language else "", one.title, one.reason)
        for one in links
    )
    return format_html_join("", '<p>{}: <a href="{}" dir="auto"{}>{}</a>. {}</p>', rows)


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
