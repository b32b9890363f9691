"""What changed is counted again, at once and nothing else."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip, Hashtag
from newsclip.community import actions, queries
from newsclip.community.models import Uncounted
from newsclip.community.ports import Order
from newsclip.community.tests.conftest import NOW, person
from newsclip.ranking import actions as ranking
from newsclip.ranking.models import Standing, TagStanding
from newsclip.ranking.queries import to_count
from newsclip.stories.models import Story

pytestmark = pytest.mark.django_db


def count_all():
    for clip in to_count(limit=50):
        ranking.count(clip, now=NOW)


@pytest.fixture
def clip():
    story = Story.objects.create(started_at=NOW, last_at=NOW)
    made = Clip.objects.create(
        story=story, slug="ferry", document={}, headline="Ferry", category="World", published=NOW, updated=NOW
    )
    count_all()
    return made


@pytest.fixture
def mara():
    return person("mara")


def counted_votes(clip):
    return Standing.objects.get(clip=clip).receipt["vote"]


def vote(reader, clip):
    actions.vote(reader, clip.story_id, now=NOW)
    list(actions.weigh(queries.to_weigh(), now=NOW))


def test_what_was_counted_is_not_counted_again(clip):
    assert to_count(limit=9) == []


def test_a_newer_version_is_counted(clip):
    Clip.objects.update(version=F("version") + 1)
    assert to_count(limit=9) == [clip]
    count_all()
    assert to_count(limit=9) == []


def test_a_vote_is_counted_once_it_was_weighed(clip, mara):
    vote(mara, clip)
    assert to_count(limit=9) == [clip]
    count_all()
    assert counted_votes(clip) == 1
    assert to_count(limit=9) == []


def test_counting_a_vote_writes_no_index_of_what_stayed(clip, mara):
    """SQLite writes each index anew that holds a column which is named."""
    Hashtag.objects.create(clip=clip, name="Ferry", key="ferry", place=0)
    ranking.count(clip, now=NOW)
    vote(mara, clip)
    with CaptureQueriesContext(connection) as asked:
        count_all()
    written = [one["sql"].partition(" WHERE ")[0] for one in asked if one["sql"].startswith(("UPDATE", "INSERT"))]
    assert [one.split()[1] for one in written] == ['"ranking_standing"', '"ranking_tagstanding"']
    assert not [one for one in written if '"published"' in one or '"category"' in one]
    assert TagStanding.objects.get().hot == Standing.objects.get(clip=clip).hot


def test_a_clip_that_moved_is_counted_where_it_is_now(clip):
    Clip.objects.update(category="Sports", published=NOW - timedelta(hours=1), version=F("version") + 1)
    Hashtag.objects.create(clip=clip, name="Ferry", key="ferry", place=0)
    count_all()
    now = Standing.objects.get(clip=clip)
    assert (now.category, now.published, now.clip_version) == ("Sports", NOW - timedelta(hours=1), 2)
    Hashtag.objects.all().delete()
    Clip.objects.update(published=NOW, version=F("version") + 1)
    Hashtag.objects.create(clip=clip, name="Port", key="port", place=0)
    count_all()
    assert list(TagStanding.objects.values_list("key", "published")) == [("port", NOW)]


def test_comments_count_from_when_they_are_said_until_they_are_gone(clip, mara):
    for change in (
        lambda: actions.comment(mara, clip.story_id, "The port has a live map.", now=NOW),
        lambda: actions.withdraw(mara, queries.by_reader(mara).get(), now=NOW),
    ):
        change()
        assert to_count(limit=9) == [clip]
        count_all()
    assert Standing.objects.get(clip=clip).receipt["comment"] == 0


def test_what_a_moderator_takes_out_and_back_in_is_counted(clip, mara):
    orla = person("orla", is_moderator=True)
    said = actions.comment(mara, clip.story_id, "Look at me.", now=NOW)
    count_all()
    for target, key in (("comment", said.pk), ("story", clip.story_id)):
        for kind in ("remove", "restore"):
            actions.act(orla, Order(kind, target, str(key), "See the rules."), now=NOW)
            assert to_count(limit=9) == [clip]
            count_all()
    actions.act(
        orla, Order("remove", "story", str(clip.story_id), "Until noon.", until=NOW + timedelta(hours=1)), now=NOW
    )
    count_all()
    actions.end_restrictions(NOW + timedelta(hours=1))
    assert to_count(limit=9) == [clip]


def test_the_votes_of_somebody_who_leaves_stop_counting_at_once(clip, mara):
    vote(mara, clip)
    count_all()
    actions.forget(mara, now=NOW)
    assert to_count(limit=9) == [clip]
    count_all()
    assert counted_votes(clip) == 0
    Reader.objects.filter(pk=mara.pk).delete()
    assert to_count(limit=9) == []


def test_a_story_without_a_clip_keeps_nobody_waiting(clip, mara):
    for _ in range(3):
        early = Story.objects.create(started_at=NOW, last_at=NOW)
        actions.comment(mara, early.pk, f"Nobody wrote of story {early.pk} yet.", now=NOW)
    actions.comment(mara, clip.story_id, "Of this one somebody did.", now=NOW)
    assert to_count(limit=1) == [clip]
    assert Uncounted.objects.count() == 4


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL reads small tables whole")
def test_clips_of_which_nothing_changed_are_not_looked_through(clip, mara):
    vote(mara, clip)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        to_count(limit=9)
    with connection.cursor() as cursor:
        plans = []
        for query in asked.captured_queries:
            cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}")
            plans += [row[-1] for row in cursor.fetchall() if "clips_clip" in row[-1]]
    assert plans
    assert [line for line in plans if line.startswith("SCAN") and "clip_to_rank" not in line] == []
