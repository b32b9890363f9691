"""What a card shows, and its HTML: most of what a page of a list costs, so it goes without a template's steps."""

from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.utils.translation import gettext

from newsclip.web.formatting import filled
from newsclip.web.read_marks import place
from newsclip.web.templatetags.newsclip import ago, names, number, told

_CARD = """<article class="card{has_picture}">
  {picture}
  <div class="card-words">
    {kicker}
    <h2 class="card-title"><a href="{address}"{lang} dir="auto">{headline}</a>{sign} {reading}</h2>
    <p class="card-summary" dir="auto"{lang}>{summary}</p>{found}
    <p class="card-meta">{ago}<span class="dot" aria-hidden="true">·</span><span>{told}</span>{votes}</p>
    <p class="card-tellers">{tellers}</p>
  </div>
</article>
"""
_PICTURE = (
    '<div class="card-picture"><img src="/media/{name}" width="{width}" height="{height}" alt="" {loads}'
    ' decoding="async"></div>'
)
_FIRST, _LATER = SafeString('fetchpriority="high"'), SafeString('loading="lazy"')
_KICKER = '<p class="kicker"><a href="{address}">{name}</a></p>'
_LANG = ' lang="{code}"'
_OWN_WORDS = (
    '<span class="own-words" title="{title}"><span aria-hidden="true">°</span>'
    '<span class="unseen"> ({name})</span></span>'
)
_VOTES = '<span class="dot" aria-hidden="true">·</span><span>{number}</span>'


class CardData(NamedTuple):
    """All that a card shows, and nothing that is not the same for everybody: what is rendered from it never goes stale.

    `spoken`: the language of the page. `judged`: the headline is in a language model's own words. `age`: minutes in the
    first hour, then hours, then days of no account, as "3 h ago" is said. `eager`: its picture is loaded before others,
    because it is at the head of a page.
    """

    spoken: str
    clip: int
    version: int
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
    publishers: tuple[str, ...]
    articles: int
    reports: int
    votes: int
    eager: bool


def html(face: CardData, found: str = "") -> SafeString:
    """The card, in the language that is spoken here and now. `found`: what a search found in the clip's text."""
    return filled(
        _CARD,
        has_picture=" has-picture" if face.picture else "",
        picture=_picture(face) if face.picture else "",
        kicker=_kicker(face.category, face.spoken),
        address=_address("web:clip", face.slug),
        lang=filled(_LANG, code=face.language) if face.language else "",
        headline=face.headline,
        sign=filled(_OWN_WORDS, title=gettext("In our words"), name=gettext("in our words")) if face.judged else "",
        reading=place(face.clip, face.version),
        summary=face.summary,
        found=found,
        ago=ago(face.published),
        told=told(face.articles, face.reports),
        votes=filled(_VOTES, number=number(face.votes, "vote")) if face.votes else "",
        tellers=names(face.publishers),
    )


def _picture(face: CardData) -> SafeString:
    width, height = face.size
    loads = _FIRST if face.eager else _LATER
    return filled(_PICTURE, name=face.picture, width=width, height=height, loads=loads)


@lru_cache
def _kicker(category: str, spoken: str) -> SafeString:
    """The same on all cards of the category, in the language that is spoken here and now."""
    return filled(_KICKER, address=_address("web:category", slugify(category)), name=gettext(category))


def _address(name: str, slug: str) -> str:
    before, after = _around(name)
    return f"{before}{slug}{after}"


@lru_cache
def _around(name: str) -> tuple[str, str]:
    """What stands before and after the slug in the addresses of this name: to be looked up sixty times for a page."""
    before, _, after = reverse(name, args=["slug-here"]).partition("slug-here")
    return before, after
