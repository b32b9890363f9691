"""Moderators are asked about stories that may tell one event, and articles that may tell another; each once."""

import html
import itertools
import re

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsclip import wiring
from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip, Hashtag
from newsclip.community import actions
from newsclip.community import queries as community
from newsclip.community.models import Action, Flag
from newsclip.ranking import queries as ranking
from newsclip.stories.models import Membership, Relation, Story, StoryActor, StoryEvent
from newsclip.web import likely_changes
from newsclip.web.pages import story_addresses
from newsclip.web.tests import factories
from newsclip.web.tests.test_queue import queue

pytestmark = pytest.mark.django_db


@pytest.fixture
def two() -> tuple[Clip, Clip]:
    """Two clips of one matter, the larger story's first."""
    large, small = (
        factories.ferry(0, picture=False),
        factories.ferry(1, headline="Fog closes the strait", picture=False),
    )
    Story.objects.filter(pk=small.story_id).update(articles=2)
    factories.one_matter(large, small)
    return large, small


@pytest.fixture
def odd() -> Membership:
    """An article that joined its story with little in common."""
    member = Membership.objects.filter(story=factories.ferry(9, picture=False).story).order_by("pk")[1]
    member.receipt = {"score": 0.1, "joined": True}
    member.save()
    return member


def test_the_queue_proposes_to_merge_the_smaller_story_into_the_larger(client, two, orla):
    large, small = two
    page = queue(client)
    assert "Likely merges (1)" in page
    assert "Both mention" in page
    assert f'action="/s/{small.story_id}/merge"' in page
    assert f'name="into" value="{large.story_id}"' in page
    preview = client.post(f"/s/{small.story_id}/merge", {"into": large.story_id}).content.decode()
    assert 'name="sure"' in preview


@pytest.mark.parametrize("first", [0, 1])
def test_what_is_not_the_same_is_logged_and_never_proposed_again(client, two, orla, first):
    one, other = two[first].story_id, two[1 - first].story_id
    answer = client.post(f"/s/{one}/keep", {"other": other, "next": "/moderation/queue"})
    assert answer["Location"] == "/moderation/queue"
    page = queue(client)
    assert ("Likely merges" in page, "Not the same" in page) == (False, False)
    assert "Fog closes the strait" not in client.get(f"/s/{two[0].story_id}/merge").content.decode()
    log = client.get("/moderation").content.decode()
    assert "kept apart" in log
    assert "No reason given." in log
    assert "a moderator decides" not in log, "no reason is made up in their name"
    client.post(f"/s/{other}/keep", {"other": one})
    assert Action.objects.count() == 1


def test_what_was_kept_apart_stays_so_in_the_story_that_either_was_merged_into(client, two, orla):
    one, other = (clip.story_id for clip in two)
    client.post(f"/s/{one}/keep", {"other": other})
    third, fourth = (factories.ferry(n, picture=False).story_id for n in (2, 3))
    Story.objects.filter(pk=other).update(merged_into=third)
    assert community.kept_apart([one]) == community.kept_apart([third]) == {frozenset((one, third))}
    Story.objects.filter(pk=one).update(merged_into=fourth)
    assert community.kept_apart([third]) == community.kept_apart([fourth]) == {frozenset((third, fourth))}
    assert community.moderators_kept([third])
    Story.objects.filter(pk=fourth).update(merged_into=third)
    assert community.kept_apart([third]) == frozenset()


def test_stories_that_are_merged_are_not_proposed(two):
    assert len(likely_changes.likely_merges()) == 1
    Story.objects.filter(pk=two[1].story_id).update(merged_into=two[0].story_id)
    assert likely_changes.likely_merges() == []


def test_what_grouping_almost_made_one_story_of_is_proposed_first(two):
    third, fourth = (factories.ferry(n, picture=False) for n in (2, 3))
    Relation.objects.create(story=third.story, other=fourth.story, score=-0.4)
    first, second = likely_changes.likely_merges()
    assert {first.one, first.other} == {third, fourth}
    assert {second.one, second.other} == set(two)


def test_the_queue_proposes_to_split_off_what_joined_with_little_in_common(client, odd, orla):
    page = queue(client)
    assert "Likely splits (1)" in page
    assert f'name="articles" value="{odd.article_id}"' in page
    assert f'href="/s/{odd.story_id}/move?article={odd.article_id}"' in page
    preview = client.post(f"/s/{odd.story_id}/split", {"articles": odd.article_id}).content.decode()
    assert 'name="sure"' in preview


def test_what_has_least_in_common_is_proposed_first(odd):
    odder = Membership.objects.filter(story=odd.story).order_by("pk")[2]
    odder.receipt = {"score": 0.05}
    odder.save()
    assert [one.member for one in likely_changes.likely_splits()] == [odder, odd]


def test_an_article_that_belongs_is_logged_and_nobody_is_asked_again(client, odd, orla):
    there = f"/s/{odd.story_id}"
    assert client.post(f"{there}/keep", {"article": odd.article_id})["Location"] == "/moderation/queue"
    assert "Likely splits" not in queue(client)
    for page in (there, f"{there}/split", f"{there}/move"):
        assert "with little in common" not in client.get(page).content.decode()
    log = client.get("/moderation").content.decode()
    assert "kept an article in" in log
    assert "No reason given." in log
    client.post(f"{there}/keep", {"article": odd.article_id})
    assert Action.objects.count() == 1


def test_an_article_that_moved_on_is_asked_about_in_its_new_story(client, odd, orla):
    client.post(f"/s/{odd.story_id}/keep", {"article": odd.article_id})
    Membership.objects.filter(pk=odd.pk).update(story=factories.ferry(1, picture=False).story)
    assert [one.member for one in likely_changes.likely_splits()] == [odd]


def test_flags_stay_open_when_a_story_is_kept_as_it_is(client, two, odd, orla):
    for clip in (*two, Clip.objects.get(story=odd.story)):
        Flag.objects.create(kind="story", key=str(clip.story_id), reason="wrong", at=factories.NOON)
    client.post(f"/s/{two[0].story_id}/keep", {"other": two[1].story_id})
    client.post(f"/s/{odd.story_id}/keep", {"article": odd.article_id})
    assert not Flag.objects.exclude(closed_at=None).exists()


def test_what_a_moderator_kept_readers_alone_do_not_change(client, two, orla):
    assert not community.moderators_kept([two[0].story_id])
    client.post(f"/s/{two[0].story_id}/keep", {"other": two[1].story_id})
    assert community.moderators_kept([two[0].story_id])
    assert community.moderators_kept([two[1].story_id])


@pytest.mark.parametrize("asked", [{}, {"other": "x"}, {"other": "99999"}, {"article": "x"}, {"article": "99999"}])
def test_what_is_no_story_and_no_article_of_it_is_refused(client, two, orla, asked):
    assert client.post(f"/s/{two[0].story_id}/keep", asked).status_code in {404, 422}
    assert client.post(f"/s/{two[0].story_id}/keep", {"other": two[0].story_id}).status_code in {404, 422}
    assert not Action.objects.exists()


def test_members_keep_and_undo_nothing(client, two, orla):
    client.post(f"/s/{two[0].story_id}/keep", {"other": two[1].story_id})
    undo = f"/moderation/undo/{Action.objects.get().pk}"
    client.force_login(Reader.objects.create(username="mara"))
    assert client.post(f"/s/{two[0].story_id}/keep", {"other": two[1].story_id}).status_code == 403
    assert client.post(undo, {"why": "The same."}).status_code == 403
    assert undo not in client.get("/moderation").content.decode()


def test_what_was_kept_apart_is_undone_from_the_log_and_proposed_again(client, two, orla):
    large, small = two
    client.post(f"/s/{small.story_id}/keep", {"other": large.story_id})
    undo = f"/moderation/undo/{Action.objects.get().pk}"
    assert f'<a href="{undo}">Undo</a>' in queue(client)
    assert f'action="{undo}"' in client.get("/moderation").content.decode()
    assert "Fog closes the strait" in client.get(undo).content.decode()
    assert client.post(undo, {"why": " "}).status_code == 422
    assert client.post(undo, {"why": "Both tell of the Sabine."})["Location"] == "/moderation"
    log = client.get("/moderation").content.decode()
    assert "Both tell of the Sabine." in log
    assert "(it may be proposed again)" in log
    assert ("No longer in force." in log, undo in log) == (True, False)
    assert "Likely merges (1)" in queue(client)
    assert not community.moderators_kept([large.story_id, small.story_id])
    assert client.post(undo, {"why": "Again."}).status_code == 410


def test_what_was_kept_in_is_undone_alone_and_can_be_kept_again(client, odd, orla):
    there = f"/s/{odd.story_id}/keep"
    client.post(there, {"article": odd.article_id})
    other = Membership.objects.filter(story=odd.story).order_by("pk")[2].article_id
    client.post(there, {"article": other})
    first = Action.objects.order_by("pk").first()
    client.post(f"/moderation/undo/{first.pk}", {"why": "It tells of a fog."})
    assert community.kept_in([odd.story_id]) == {(odd.story_id, other)}
    assert "Likely splits (1)" in queue(client)
    client.post(there, {"article": odd.article_id})
    assert "Likely splits" not in queue(client)


def test_many_proposals_cost_as_many_questions_as_two(two, odd):
    def asked() -> int:
        caches["process"].clear()
        with CaptureQueriesContext(connection) as questions:
            likely_changes.likely_merges()
            likely_changes.likely_splits()
        return len(questions)

    few = asked()
    more = [factories.ferry(n, picture=False) for n in range(2, 8)]
    factories.one_matter(*more)
    Membership.objects.filter(copy_of=None).update(receipt={"score": 0.1})
    assert len(likely_changes.likely_merges()) == len(likely_changes.likely_splits()) == 10
    assert asked() <= few


def test_what_a_moderator_merged_and_parted_again_is_not_proposed(client, two, orla):
    assert likely_changes.likely_merges()
    one, other = two[0].story_id, two[1].story_id
    client.post(f"/s/{one}/merge", {"into": str(other), "sure": "1", "why": "One event."})
    client.post(f"/s/undo/{StoryEvent.objects.filter(kind='merged').earliest('pk').pk}", {"why": "They are two."})
    assert not likely_changes.likely_merges()


def test_what_was_split_off_and_put_back_is_not_asked_about_again(client, odd, orla):
    story = odd.story_id
    client.post(f"/s/{story}/split", {"articles": [odd.article_id], "sure": "1", "why": "Another event."})
    apart = Story.objects.latest("pk")
    alone = client.get(f"/s/{apart.pk}").content.decode()
    assert "with little in common" not in alone
    assert re.search(rf"<h1[^>]*>{re.escape(html.escape(str(odd.article)))}</h1>", alone)
    client.post(f"/s/undo/{StoryEvent.objects.filter(kind='split').earliest('pk').pk}", {"why": "It does belong."})
    assert not likely_changes.likely_splits()


def test_the_badge_counts_what_the_queue_lists_and_each_link_has_the_words_of_its_heading(client, two, odd, orla, now):
    caches["process"].clear()
    said = actions.comment(Reader.objects.create(username="olin"), two[0].story_id, "Buy my boats.", now=now)
    actions.flag(Reader.objects.create(username="pim"), "comment", str(said.pk), "spam", now=now)
    page = queue(client)
    parts = re.findall(r'<a href="#(\w+)">([^<]+) \((\d+)\)</a>', page)
    assert parts
    assert f'<span class="unread">{sum(int(number) for _, _, number in parts)}</span>' in page
    for name, words, _ in parts:
        assert f"<h2>{words}</h2>" in page.partition(f'id="{name}"')[2]


def test_two_events_of_one_town_are_not_proposed_as_one(clip, other):
    Hashtag.objects.all().delete()
    for story, name in itertools.product((clip.story, other.story), ("Kelling", "Old Weir")):
        StoryActor.objects.create(
            story=story, key=name.lower(), name=name, counts=1, leads=False, opens=True, at=story.started_at
        )
    assert [one.clip for one in ranking.related(clip.story_id, 10, vectors=wiring.vector_index())] == [other]
    assert story_addresses.likely(clip.story_id) == []
