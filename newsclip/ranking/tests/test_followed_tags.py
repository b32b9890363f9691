"""The hottest clips of many hashtags at once are those that sorting all of them would give."""

from datetime import UTC, datetime
from random import Random

import pytest

from newsclip.clips.models import Clip
from newsclip.ranking.models import TagStanding
from newsclip.ranking.queries import hottest_with_any_tag
from newsclip.stories.models import Story

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
TAGS = [f"t{number}" for number in range(900)]
CLIPS = 300


@pytest.fixture
def hot():
    """Clip → (hot, hashtags): some hashtags are on many clips, most on few, and some clips are as hot as others."""
    chance = Random(4)  # noqa: S311 -- rows, not secrets
    stories = Story.objects.bulk_create(Story(started_at=NOW, last_at=NOW) for _ in range(CLIPS))
    clips = Clip.objects.bulk_create(
        Clip(story=story, slug=f"clip-{at}", document={}, headline="Ferry", published=NOW, updated=NOW)
        for at, story in enumerate(stories)
    )
    found = {
        clip.pk: (float(chance.randrange(100)), {TAGS[int(900 * chance.random() ** 4)] for _ in range(6)})
        for clip in clips
    }
    TagStanding.objects.bulk_create(
        TagStanding(clip_id=pk, key=key, hot=hot) for pk, (hot, keys) in found.items() for key in keys
    )
    return found


def sorted_all(hot, keys, limit):
    followed = [pk for pk, (_, tags) in hot.items() if tags & set(keys)]
    return sorted(followed, key=lambda pk: (-hot[pk][0], -pk))[:limit]


@pytest.mark.slow
@pytest.mark.parametrize("number", [1, 10, 50, 900])
def test_the_hottest_of_many_hashtags_are_those_that_a_sort_would_give(hot, number):
    keys = TAGS[:number]
    for limit in (1, 30, 500):
        assert hottest_with_any_tag(keys, limit=limit) == sorted_all(hot, keys, limit)


def test_one_hashtag_may_hold_all_of_the_hottest(hot):
    rare = [key for key in TAGS[1:] if not any(key in tags for _, tags in hot.values())]
    assert hottest_with_any_tag(["t0", *rare], limit=30) == sorted_all(hot, ["t0"], 30)


def test_who_follows_no_hashtag_gets_nothing(hot):
    assert hottest_with_any_tag([], limit=30) == []
