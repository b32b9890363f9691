"""What a card shows, and its HTML: most of what a page of a list costs, so it goes without a template's steps."""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from django.urls import reverse
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.utils.translation import gettext

from newsclip.community.queries import StoryCounts
from newsclip.web.cards.buttons import address_of, discuss_link, follow_button, save_button, vote_button
from newsclip.web.formatting import filled
from newsclip.web.read_marks import place
from newsclip.web.templatetags.newsclip import ago, number, told

_CARD = """<article class="card{has_picture}" id="story-{story}">
  {picture}
  <div class="card-words">
    {kicker}
    <h2 class="card-title"><a id="title-{story}" href="{address}"{lang} dir="auto">{headline}</a>{sign} {reading}</h2>
    <p class="card-summary" dir="auto"{lang}>{summary}</p>{found}
    <p class="card-meta">{ago}{newest}<span class="dot" aria-hidden="true">·</span><span>{told}</span>{marks}</p>
    <p class="card-tellers">{tellers}</p>{also}
    <p class="card-acts">{vote}{discuss}{save}{follow}</p>
  </div>
</article>
"""
_PICTURE = (
    '<div class="card-picture"><img src="/media/{name}" width="{width}" height="{height}" alt="" {loads}'
    ' decoding="async"></div>'
)
_FIRST, _LATER = SafeString('fetchpriority="high"'), SafeString('loading="lazy"')
_NEWEST = '<span class="dot" aria-hidden="true">·</span><span>{words}</span>'
_MARK = ' <a class="card-mark" href="{address}#{place}">{words}</a>'
_KICKER = '<p class="kicker"><a href="{address}">{name}</a></p>'
_LANG = ' lang="{code}"'
_OWN_WORDS = (
    '<span class="own-words" title="{title}"><span aria-hidden="true">°</span>'
    '<span class="unseen"> ({name})</span></span>'
)
_ALSO = '<p class="card-also">{words}: {links}</p>'
_ALSO_LINK = '<a href="{address}"{lang} dir="auto">{headline}</a>{sign} {reading}'
_NUMBER = "<span>{number}</span>"
_PUBLISHER = '<a href="{address}">{name}</a>'


class PublisherName(NamedTuple):
    """What a publisher is called, and the domain that its page has in its address."""

    name: str
    domain: str


class CloseClip(NamedTuple):
    """A clip close to that of a card, without a card of its own."""

    clip: int
    version: int
    slug: str
    headline: str
    judged: bool
    language: str


class CardData(NamedTuple):
    """All that a card shows: what is rendered from it never goes stale. It is the same for everybody, but for `mine`:
    how the reader voted, 1, -1 or 0; None if they may not write, and so have no buttons; and for `saved`: whether they
    saved the story to read it later; and for `followed`: whether they follow it.

    `spoken`: the language of the page. `judged`: the headline is in a language model's own words. `age`: minutes in the
    first hour, then hours, then 1 of yesterday, as "3 h ago" is said. `eager`: its picture is loaded before others,
    because it is at the head of a page. `newest`: when the newest article came out, where that is told, too. `differ`,
    `corrected`: its reports differ, or it was corrected.
    """

    spoken: str
    clip: int
    version: int
    story: int
    slug: str
    category: str
    headline: str
    judged: bool
    summary: str
    language: str
    published: datetime
    age: tuple[str, int]
    picture: str
    size: tuple[int, int]
    publishers: tuple[PublisherName, ...]
    articles: int
    reports: int
    counts: StoryCounts
    mine: int | None
    saved: bool
    followed: bool
    eager: bool
    differ: bool = False
    corrected: bool = False
    also: tuple[CloseClip, ...] = ()
    newest: datetime | None = None
    newest_age: tuple[str, int] = ("", 0)


def html(face: CardData, found: str = "") -> SafeString:
    """The card, in the language that is spoken here and now. `found`: what a search found in the clip's text."""
    return filled(
        _CARD,
        story=face.story,
        has_picture=" has-picture" if face.picture else "",
        picture=_picture(face) if face.picture else "",
        kicker=_kicker(face.category, face.spoken),
        address=address_of("web:clip", face.slug),
        lang=_lang(face.language),
        headline=face.headline,
        sign=_sign(judged=face.judged),
        reading=place(face.clip, face.version),
        summary=face.summary,
        found=found,
        ago=ago(face.published),
        newest=_newest(face.newest) if face.newest else "",
        told=told(face.articles, face.reports),
        marks=marks(face),
        tellers=tellers(face),
        also=also(face),
        vote=_vote(face),
        discuss=discuss_link(face.story, face.counts.comments),
        save=_save(face),
        follow=_follow(face),
    )


@lru_cache(4_000)
def publisher_link(name: str, domain: str) -> SafeString:
    """The publisher's name, which leads to its page."""
    return filled(_PUBLISHER, address=reverse("web:source", args=[domain]), name=name)


def _names(publishers: Sequence[SafeString]) -> SafeString:
    """The first two, and how many more."""
    if len(publishers) <= 3:
        return SafeString(", ".join(publishers))
    first, second, *more = publishers
    words = conditional_escape(gettext("%(first)s, %(second)s and %(count)d more"))
    return SafeString(words % {"first": first, "second": second, "count": len(more)})


def tellers(face: CardData) -> SafeString:
    """The publishers that tell the story: the first two, and how many more."""
    return _names([publisher_link(*one) for one in face.publishers])


def also(face: CardData) -> SafeString:
    """Links to the clips that are close to this one; nothing where there are none."""
    if not face.also:
        return SafeString()
    links = (
        filled(
            _ALSO_LINK,
            address=address_of("web:clip", one.slug),
            lang=_lang(one.language),
            headline=one.headline,
            sign=_sign(judged=one.judged),
            reading=place(one.clip, one.version),
        )
        for one in face.also
    )
    return filled(_ALSO, words=gettext("See also"), links=SafeString(" · ".join(links)))


def marks(face: CardData) -> SafeString:
    """What a reader should know before the clip is opened: that its reports differ, that it was corrected."""
    found = [("disagreements", gettext("The reports differ"))] if face.differ else []
    found += [("corrections", gettext("Corrected"))] if face.corrected else []
    address = address_of("web:clip", face.slug)
    return SafeString("".join(filled(_MARK, address=address, place=place, words=words) for place, words in found))


def _newest(moment: datetime) -> SafeString:
    words = conditional_escape(gettext("updated %(when)s"))
    return filled(_NEWEST, words=SafeString(words % {"when": ago(moment)}))


def _lang(code: str) -> SafeString:
    return filled(_LANG, code=code) if code else SafeString()


def _sign(*, judged: bool) -> SafeString:
    if not judged:
        return SafeString()
    return filled(_OWN_WORDS, title=gettext("In our words"), name=gettext("in our words"))


def acts(face: CardData) -> SafeString:
    """What one does with the story: to vote, to discuss it, to save it, and to follow it."""
    return SafeString(_vote(face) + discuss_link(face.story, face.counts.comments) + _save(face) + _follow(face))


def _vote(face: CardData) -> SafeString:
    return _votes(face) if face.mine is None else vote_button(face.story, face.counts.votes, face.mine)


def _save(face: CardData) -> SafeString:
    return SafeString("") if face.mine is None else save_button(face.story, saved=face.saved)


def _follow(face: CardData) -> SafeString:
    followers = face.counts.followers
    if face.mine is not None:
        return follow_button(face.story, followers, followed=face.followed)
    return filled(_NUMBER, number=number(followers, "follower")) if followers else SafeString("")


def _votes(face: CardData) -> SafeString:
    votes = face.counts.votes
    return filled(_NUMBER, number=number(votes, "vote")) if votes else SafeString("")


def _picture(face: CardData) -> SafeString:
    width, height = face.size
    loads = _FIRST if face.eager else _LATER
    return filled(_PICTURE, name=face.picture, width=width, height=height, loads=loads)


@lru_cache
def _kicker(category: str, spoken: str) -> SafeString:
    """The same on all cards of the category, in the language that is spoken here and now."""
    return filled(_KICKER, address=address_of("web:category", slugify(category)), name=gettext(category))
