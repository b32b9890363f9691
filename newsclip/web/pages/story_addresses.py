"""Which story somebody means who pastes an address, or types words, and which other stories may tell the same."""

from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from django.utils.http import base36_to_int

from newsclip import wiring
from newsclip.articles.queries import known_at
from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.community import queries as community
from newsclip.community.models import Comment
from newsclip.kernel.addresses import are_of_one_site, normalize
from newsclip.kernel.reasons import Refused
from newsclip.kernel.rows import parse_row_id
from newsclip.options import OPTIONS
from newsclip.ranking import queries as ranking
from newsclip.stories import queries as stories
from newsclip.stories.models import Story

_LONGEST = 2000
_MOST = 10
_LONGEST_SHORT = 12  # characters of a short address


def story_at(given: str) -> Story | None:
    """The story, as it stands now, that an address or a number leads to.

    Taken are the address of any page about a story (clip, story, discussion, evidence, comment), with or without its
    host, and the address of an article at its publisher.
    """
    given = given.strip()[:_LONGEST]
    number = parse_row_id(given) or _of_article(given) or _of_page(_path(given))
    found = Story.objects.filter(pk=number).first() if number else None
    return stories.story(found.pk) if found else None


def _path(given: str) -> list[str]:
    """The parts of a path of this site; [] of another's address."""
    try:
        at = urlsplit(given)
    except ValueError:  # "https://[" and the like
        return []
    ours = not at.netloc or _is_of_here(given)
    return [unquote(part) for part in at.path.split("/") if part] if ours else []


def _is_of_here(given: str) -> bool:
    try:
        return are_of_one_site(normalize(given), OPTIONS.site_url)
    except Refused:
        return False


def _of_page(parts: Sequence[str]) -> int:
    """The story's ID; 0 if the path is that of no page about a story."""
    match parts:
        case ["s", number, *_]:
            return parse_row_id(number.removesuffix(".json"))
        case ["c", slug, *_]:
            clip = clips.by_slug(slug.removesuffix(".json"))
            return clip.story_id if clip else 0
        case ["k", number] if len(number) <= _LONGEST_SHORT and number.isascii() and number.isalnum():
            short = clips.by_number(base36_to_int(number.lower()))
            return short.story_id if short else 0
        case ["comments", number, *_]:
            story = Comment.objects.filter(pk=parse_row_id(number)).values_list("story", flat=True).first()
            return story or 0
    return 0


def _of_article(given: str) -> int:
    known = article_at(given)
    return next(iter(stories.stories_of([known])), 0) if known else 0


def article_at(given: str) -> int:
    """The ID of the article at a publisher's address; 0 if we know none there."""
    try:
        address = normalize(given.strip()[:_LONGEST])
    except Refused:
        return 0
    known = known_at(address)
    return known.pk if known else 0


def called(words: str, *, besides: int) -> list[Clip]:
    """Clips of other stories that these words find, the best first."""
    hits = wiring.search_index().search(words, limit=_MOST + 1)
    by_id = clips.newest().in_bulk([hit.clip_id for hit in hits])
    found = [by_id[hit.clip_id] for hit in hits if hit.clip_id in by_id]
    return [clip for clip in found if clip.story_id != besides][:_MOST]


def likely(story_id: int) -> list[ranking.Related]:
    """Other stories that may tell the same event, the likeliest first: what is close to it, then what is like it.

    Without those that a moderator kept apart from it, and those with which it shares no more than names: two events of
    one town.
    """
    related = ranking.related(story_id, _MOST, vectors=wiring.vector_index())
    found = [one for one in related if one.is_close or one.likeness or one.hashtags > 1]
    apart = community.kept_apart([story_id, *(one.clip.story_id for one in found)])
    return [one for one in found if frozenset((story_id, one.clip.story_id)) not in apart]
