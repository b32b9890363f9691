"""What a search offers that found nothing: fewer words, the spelling that clips know, hashtags, and what others read.

And examples of what may be searched for: of the newest clip, so that each finds something.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from difflib import get_close_matches
from itertools import islice

from django.http import HttpRequest
from django.utils.translation import gettext

from newsclip import wiring
from newsclip.clips import queries
from newsclip.clips.models import Clip, Hashtag
from newsclip.language.search_query import QueryPart, query_parts
from newsclip.ranking import queries as ranking
from newsclip.web.context_processors import categories
from newsclip.web.pages.mute_filter import without_muted
from newsclip.web.pages.search_narrowing import source_filter

_TRIED, _OFFERED = 8, 3  # questions that are tried, and offered
_HITS, _TAGS, _CLIPS = 5, 8, 5


@dataclass(frozen=True, slots=True)
class Nearest:
    """`meant`: the question with other spelling. `fewer`: questions that find something. `popular`: clips in front."""

    meant: str
    fewer: tuple[str, ...]
    hashtags: tuple[Hashtag, ...]
    popular: tuple[Clip, ...]


@dataclass(frozen=True, slots=True)
class Example:
    question: str
    says: str


def nearest(request: HttpRequest, words: str, spelt: str) -> Nearest:
    """`spelt`: the words as they were likely meant. The work is bounded: nine searches."""
    index = wiring.search_index()
    fewer, found = list[str](), list[int]()
    for question in islice(_shorter(spelt), _TRIED):
        hits = index.search(question, limit=_HITS)
        if hits:
            fewer.append(question)
            found += [hit.clip_id for hit in hits]
        if len(fewer) == _OFFERED:
            break
    front, _ = ranking.front_page(limit=_CLIPS)
    popular = tuple(without_muted(request, front, where="search").clips)
    meant = spelt if spelt != words and index.search(spelt, limit=1) else ""
    return Nearest(meant, tuple(fewer), _hashtags(found), popular)


def _shorter(words: str) -> Iterator[str]:
    """The question with a category that there is, without each of its parts, then each part alone."""
    parts = query_parts(words)
    named = [_named(words, part) for part in parts if part.kind == "category"]
    asked = [part.without for part in parts] + ([part.typed for part in parts] if len(parts) > 2 else [])
    yield from dict.fromkeys(one for one in [*named, *asked] if one and one != words)


def _named(words: str, part: QueryPart) -> str:
    """The question with the category whose name is nearest to the one that was written, "" where none is near."""
    names = {gettext(name).casefold(): name for name in categories().values() if name}
    near = get_close_matches(part.value.casefold(), [*names, *map(str.casefold, names.values())], n=1)
    return words.replace(part.typed, f"category:{_value(near[0])}", 1) if near else ""


def _hashtags(clip_ids: list[int]) -> tuple[Hashtag, ...]:
    tags = {tag.key: tag for tag in Hashtag.objects.filter(clip__in=clip_ids).order_by("place", "key")}
    return tuple(islice(tags.values(), _TAGS))


def examples() -> list[Example]:
    """Questions that find the newest clip, and in words what they ask for."""
    clip = queries.listed().exclude(indexed_version=0).order_by("-published", "-pk").first()
    return list(_examples(clip)) if clip else []


def _examples(clip: Clip) -> Iterator[Example]:
    day = clip.published
    yield Example(f'"{" ".join(clip.headline.split()[:2])}"', gettext("words side by side"))
    if clip.category:
        yield Example(f"category:{_value(gettext(clip.category).lower())}", gettext("a category, by its name"))
    for one in [one for one in clip.document["sources"] if one.get("domain")][:1]:
        yield Example(source_filter(one["domain"], one["publisher"]), gettext("what a publisher tells of"))
    for hashtag in clip.document["hashtags"][:1]:
        yield Example(f"#{hashtag.lstrip('#')}", gettext("a hashtag"))
    yield Example(f"after:{day:%Y-%m-%d}", gettext("from this day on"))
    yield Example(f"before:{day + timedelta(days=1):%Y-%m-%d}", gettext("before this day"))


def _value(name: str) -> str:
    return f'"{name}"' if " " in name else name
