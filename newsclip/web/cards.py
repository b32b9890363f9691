"""Clips as lists show them: a constant number of queries, however many cards."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Sum, prefetch_related_objects
from django.utils.text import slugify

from newsclip.articles.models import Picture
from newsclip.clips.models import Clip
from newsclip.community.models import Vote
from newsclip.stories.models import Membership


@dataclass(frozen=True, slots=True)
class Card:
    """`publishers`: who told the story, the first to tell it first."""

    clip: Clip
    picture: Picture | None
    publishers: list[str]
    articles: int
    votes: int

    @property
    def category_slug(self) -> str:
        return slugify(self.clip.category)


def cards(clips: Sequence[Clip]) -> list[Card]:
    """A card for each clip, in the same order."""
    prefetch_related_objects(clips, "tags")
    pictures = kept_pictures([clip.image for clip in clips if clip.image])
    story_ids = [clip.story_id for clip in clips]
    told = _tellers(story_ids)
    votes = _votes(story_ids)
    return [
        Card(
            clip,
            pictures.get(clip.image),
            list(dict.fromkeys(told.get(clip.story_id, ()))),
            len(told.get(clip.story_id, ())),
            votes.get(clip.story_id, 0),
        )
        for clip in clips
    ]


def kept_pictures(urls: Sequence[str]) -> dict[str, Picture]:
    """The pictures of these addresses that have a copy here."""
    return {picture.url: picture for picture in Picture.objects.filter(url__in=urls).exclude(name="")}


def _tellers(story_ids: Sequence[int]) -> dict[int, list[str]]:
    """The publisher of each article of each story, in the order of publication."""
    members = Membership.objects.filter(story__in=story_ids).order_by("article__published", "pk")
    told: dict[int, list[str]] = {}
    for story_id, name in members.values_list("story_id", "article__publisher__name"):
        told.setdefault(story_id, []).append(name)
    return told


def _votes(story_ids: Sequence[int]) -> dict[int, int]:
    counted = Vote.objects.filter(story__in=story_ids).values("story_id").annotate(number=Sum("value"))
    return {row["story_id"]: row["number"] for row in counted}
