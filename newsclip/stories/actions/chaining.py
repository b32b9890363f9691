"""Find each story's place in a chain: the earlier story of the same matter that it goes on from."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime

from django.db import transaction

from newsclip.articles import queries as articles
from newsclip.language.references_back import Reference
from newsclip.stories.models import ChainLink, Membership, Story, StoryActor, StoryProfile
from newsclip.stories.rules import chains
from newsclip.stories.rules.chains import Actor, Link, Profile

_MOST_LATER = 24  # stories whose place is looked for again because of one
_NO_PROFILE = Profile({}, {}, "")


def chain(due: Iterable[Story], *, now: datetime) -> Iterator[tuple[Story, int]]:
    """Look for the places of these stories, and of later ones that may go on from them. Safe to repeat.

    Yields each with the number of links that are new or changed.
    """
    for story in due:
        with transaction.atomic():
            found = _place(story, now)
            Story.objects.filter(pk=story.pk).update(chained_version=story.version)
        yield story, found


def mark_told(links: Iterable[ChainLink]) -> None:
    """Those who follow the chain know the later story."""
    ChainLink.objects.filter(pk__in=[link.pk for link in links]).update(told=True)


def unchain(stories: Collection[int]) -> None:
    """Forget what these stories tell and what links them; the next `chain` looks for their places again."""
    found = {*stories, *ChainLink.objects.filter(earlier__in=stories).values_list("later", flat=True)}
    ChainLink.objects.filter(earlier__in=stories).delete()
    ChainLink.objects.filter(later__in=stories).delete()
    StoryProfile.objects.filter(story__in=stories).delete()
    StoryActor.objects.filter(story__in=stories).delete()
    Story.objects.filter(pk__in=found).update(chained_version=0)


def _place(story: Story, now: datetime) -> int:
    if story.merged_into_id or not story.articles:
        unchain([story.pk])
        return 0
    if story.started_at < now - 2 * chains.MOST:  # what it might go on from is not known any more
        return 0
    before, told = _profile(story.pk), _read(story)
    if before != (story.started_at, told):
        _store(story, told)
        after = ChainLink.objects.filter(earlier=story).order_by("pk").values_list("later", flat=True)
        later = dict.fromkeys([*after[:_MOST_LATER], *_stories_after(story, told)])
    else:
        later = {}
    return sum(_link(pk, now) for pk in [story.pk, *later][: 1 + _MOST_LATER])


def _read(story: Story) -> Profile:
    """What is told in the story's language, or in that of the first article where nothing is: the words of another
    would all be rare. Copies tell nothing new.
    """
    rows = Membership.objects.filter(story=story, copy_of=None).select_related("article").order_by("pk")[:200]
    ages = sorted((row.article.published or row.article.found_at, row.article_id, row.language) for row in rows)
    told = [(pk, (spoken or story.language)[:2]) for _, pk, spoken in ages]
    languages = [spoken for _, spoken in told]
    language = story.language[:2] if story.language[:2] in languages else "".join(languages[:1])
    first = [pk for pk, spoken in told if spoken == language][: chains.MOST_ARTICLES]
    texts = articles.newest(first)
    return chains.profile([(texts[pk].title, texts[pk].text) for pk in first if pk in texts], language)


def _store(story: Story, told: Profile) -> None:
    StoryProfile.objects.update_or_create(
        story=story,
        defaults={
            "at": story.started_at,
            "language": told.language,
            "words": {term: list(said) for term, said in told.words.items()},
            "regular": told.regular,
            "headlines": sorted(told.headlines),
            "back": [[list(one.nouns), list(one.names)] for one in told.back],
        },
    )
    StoryActor.objects.filter(story=story).delete()
    StoryActor.objects.bulk_create(
        StoryActor(
            story=story,
            key=key,
            name=one.name,
            counts=one.counts,
            leads=one.leads,
            opens=one.opens,
            at=story.started_at,
        )
        for key, one in told.actors.items()
    )


def _profile(story: int) -> tuple[datetime | None, Profile]:
    """When the story began, and what it tells, as it is stored."""
    row = StoryProfile.objects.filter(story=story).first()
    if row is None:
        return None, _NO_PROFILE
    actors = {one.key: _actor(one) for one in StoryActor.objects.filter(story=story).order_by("pk")}
    return row.at, _of(row, actors)


def _of(row: StoryProfile, actors: Mapping[str, Actor]) -> Profile:
    words = {term: (weight, word) for term, (weight, word) in row.words.items()}
    back = tuple(Reference(tuple(nouns), tuple(names)) for nouns, names in row.back)
    return Profile(actors, words, row.language, row.regular, frozenset(row.headlines), back)


def _actor(row: StoryActor) -> Actor:
    return Actor(row.name, row.counts, row.leads, row.opens)


def _stories_after(story: Story, told: Profile) -> list[int]:
    """Later stories that have a name of this one that few have; the first ones."""
    at, found = story.started_at, dict[int, datetime]()
    for key, one in told.actors.items():
        if one.counts == 1:
            there = StoryActor.objects.filter(key=key, at__gte=at + chains.SOON, at__lte=at + chains.MOST)
            rows = list(there.order_by("at").values_list("story", "at")[: chains.NARROW + 1])
            found |= dict(rows)
    return sorted(found, key=lambda pk: (found[pk], pk))[:_MOST_LATER]


def _link(later: int, now: datetime) -> bool:
    """Let the story go on from the earlier one that it fits best, or from none. Returns whether that is new."""
    at, told = _profile(later)
    links = _links_to_earlier(at, told) if at else {}
    best = chains.previous((began, pk, link) for pk, (began, link) in links.items())
    if best is None:
        ChainLink.objects.filter(later=later).delete()
        return False
    link = links[best][1]
    given = {"earlier_id": best, "score": link.score, "shared": list(link.shared)}
    known = ChainLink.objects.filter(later=later).first()
    if known and known.earlier_id == best:
        ChainLink.objects.filter(pk=known.pk).update(**given)
        return False
    ChainLink.objects.update_or_create(later_id=later, defaults=given | {"at": now, "told": False})
    return True


def _links_to_earlier(at: datetime, told: Profile) -> dict[int, tuple[datetime, Link]]:
    """The earlier stories that it may go on from, when they began, and why. Reads a bounded number of rows."""
    number: dict[str, int] = {}
    actors: dict[int, dict[str, Actor]] = {}
    for key in told.actors:
        there = StoryActor.objects.filter(key=key, at__gte=at - chains.MOST, at__lte=at).order_by("-at")
        rows = list(there[: chains.NARROW + 1])
        number[key] = len(rows)
        if len(rows) <= chains.NARROW:
            for row in rows:
                actors.setdefault(row.story_id, {})[key] = _actor(row)
    found = {}
    for one in StoryProfile.objects.filter(story__in=list(actors)):
        link = chains.link(at - one.at, _of(one, actors[one.story_id]), told, number)
        if link:
            found[one.story_id] = one.at, link
    return found
