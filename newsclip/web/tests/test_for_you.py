"""One's own page holds all of the week that one follows, the newest on top, and then what else may interest."""

from datetime import timedelta
from random import Random

import pytest
from django.utils import timezone

from newsclip.clips import actions as clips
from newsclip.clips.models import Clip
from newsclip.community import actions as community
from newsclip.ranking import queries
from newsclip.ranking.models import Standing
from newsclip.ranking.rules.personal import RankedCandidate, followed_first
from newsclip.stories.models import Story
from newsclip.web.tests import factories
from newsclip.web.tests.test_names_in_sentences import named, tagged

pytestmark = pytest.mark.django_db


def test_what_is_followed_comes_first_and_the_newest_of_it_on_top():
    old, new, other = (RankedCandidate(pk, points, {}, why) for pk, points, why in (
        ("1", 9.0, ("#harbour",)), ("2", -3.0, ("Dunmarsh",)), ("3", 5.0, ()),
    ))  # fmt: skip
    mine, others = followed_first([old, other, new], {"1": 40.0, "2": 2.0, "3": 1.0})
    assert (mine, others) == ([new, old], [other])


def test_a_clip_that_has_a_followed_name_in_a_sentence_alone_is_there(signed_in, mara, clip, now):
    said = named("The minister, Casper Wendt, said he would sail on Monday.")
    list(clips.name([clip, said]))
    tagged(clip, "Casper Wendt")
    community.follow(mara, "name", "casper-wendt", now=now)
    shown = signed_in.get("/for-you").content.decode()
    assert f'href="/c/{said.slug}"' in shown
    assert shown.count("Because you follow Casper Wendt") == 2


def test_a_newer_clip_that_only_mentions_a_followed_name_comes_after_one_about_it_and_says_so(
    signed_in, mara, clip, now
):
    said = named("The minister, Casper Wendt, said he would sail on Monday.")
    list(clips.name([clip, said]))
    tagged(clip, "Casper Wendt")
    Clip.objects.filter(pk=said.pk).update(headline="Ferry sails on Monday", summary="")
    community.follow(mara, "name", "casper-wendt", now=now)
    shown = signed_in.get("/for-you").content.decode()
    assert shown.index(f'href="/c/{clip.slug}"') < shown.index(f'href="/c/{said.slug}"')
    assert shown.count("Because you follow Casper Wendt") == 1
    assert shown.count("You follow Casper Wendt: mentioned in this clip") == 1


def test_the_weeks_clips_of_a_followed_category_are_there_though_many_others_are_hotter(mara):
    now = timezone.now()
    like, at = factories.ferry(), now - timedelta(days=5)
    rows = Story.objects.bulk_create(Story(started_at=at, last_at=at) for _ in range(330))
    made = Clip.objects.bulk_create(
        Clip(story=story, slug=f"c{number}", document=like.document, headline=f"Clip {number}", updated=at,
             published=at + timedelta(minutes=number), category="Culture" if number == 3 else "World")
        for number, story in enumerate(rows)
    )  # fmt: skip
    Standing.objects.bulk_create(
        Standing(clip=one, hot=number, category=one.category, published=one.published, clip_version=1, counted_at=at)
        for number, one in enumerate(made)
    )
    community.follow(mara, "category", "Culture", now=now)
    page = queries.for_you(mara, now=now, chance=Random(1))  # noqa: S311 -- no secret
    assert page[0].clip == made[3]
    assert page[0].placed.because == ("Culture",)


def test_of_much_that_is_followed_more_is_shown_and_still_something_else(mara):
    now = timezone.now()
    for number in range(6):
        factories.ferry(number, at=now - timedelta(hours=number))
    one = Clip.objects.order_by("pk").first()
    community.follow(mara, "story", str(one.story_id), now=now)
    chance = Random(1)  # noqa: S311 -- no secret
    assert len(queries.for_you(mara, now=now, chance=chance, limit=1)) == 1
    assert len(queries.for_you(mara, now=now, chance=chance, limit=1, followed=9)) > 1
