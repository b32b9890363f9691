"""All that hangs on two stories is in one place, and once, when they become one; it comes back when that is undone."""

from collections import Counter
from datetime import timedelta

import pytest

from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.clips.tests.test_actions import NOW, Extractive, a_story, write_all
from newsclip.community import actions as community
from newsclip.community import queries as community_queries
from newsclip.community.models import (
    Carried,
    Collected,
    Comment,
    Flag,
    Follow,
    Mute,
    Notice,
    Reading,
    Restriction,
    Suggestion,
    Vote,
)
from newsclip.community.ports import News, Order
from newsclip.community.tests.conftest import person
from newsclip.pipeline import contributions, story_moderation
from newsclip.pipeline.contributions import follow_merges
from newsclip.ranking import actions as ranking
from newsclip.stories import actions as stories
from newsclip.stories import queries as stories_queries
from newsclip.stories.actions.apply_placement import apply_merges
from newsclip.stories.models import Relation, Story
from newsclip.stories.ports import Merge
from newsclip.writing.tests.stories import CROWD

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


class Town:
    """Two stories of one event; mara did everything about the one, nils about the other, pia about both."""

    def __init__(self):
        self.kept, self.merged = a_story(), a_story("Bridge crowd in Orlo Bay grows", CROWD.text)
        write_all()
        self.mara, self.nils, self.pia = (person(name, days=900) for name in ("mara", "nils", "pia"))
        self.orla = person("orla", is_moderator=True)
        self.everything(self.mara, self.merged)
        self.everything(self.nils, self.kept)
        for story in (self.merged, self.kept):
            self.everything(self.pia, story)
            Vote.objects.update(weight=1.0)

    def everything(self, reader, story):
        clip, now = Clip.objects.get(story=story), NOW
        community.vote(reader, story.pk, now=now)
        community.follow(reader, "story", str(story.pk), now=now)
        community.follow(reader, "chain", str(story.pk), now=now)
        community.mute(reader, "story", str(story.pk), now=now)
        community.collect(reader, community.make_collection(reader, "Bridges", now=now), story.pk, now=now)
        community.flag(reader, "story", str(story.pk), "wrong", now=now)
        community.suggest(reader, story.pk, "hashtags", {"hashtags": [reader.username]}, now=now)
        community.comment(reader, story.pk, f"{reader} of {story}.", now=now)
        community.remember_reading(reader, clip, now=now)
        community.challenge(reader, clip, f"A sentence, says {reader}.", now=now)
        community.notice(reader, News("fact", "New.", f"fact {story.pk}", story.pk), now=now)

    def merge(self):
        story_moderation.merge(self.orla, self.merged, self.kept, why="One event.", now=NOW)

    def take_back(self):
        event = self.merged.events.get(kind="merged")
        story_moderation.undo(self.orla, event, why="No, two.", now=NOW)


@pytest.fixture
def town():
    return Town()


def by_moderator(town):
    town.merge()


def by_grouping(town):
    for number, story in enumerate((town.kept, town.merged)):
        Story.objects.filter(pk=story.pk).update(key=f"s{number}")
    apply_merges([Merge(gone="s1", into="s0", receipt={"score": 0.9})], NOW)
    follow_merges(now=NOW)


def followed(kind):
    rows = Follow.objects.filter(kind=kind).values_list("reader", "key")
    return Counter((who, int(key)) for who, key in rows)


def places():
    """Where each row is of those that go along."""
    clips_of = dict(Clip.objects.values_list("pk", "story"))
    return {
        "vote": Counter(Vote.objects.exclude(value=0).values_list("reader", "story")),
        "follow": followed("story"),
        "chain": followed("chain"),
        "mute": Counter((who, int(key)) for who, key in Mute.objects.values_list("reader", "key")),
        "collected": Counter(Collected.objects.values_list("collection__reader", "story")),
        "flag": Counter((who, int(key)) for who, key in Flag.objects.values_list("reader", "key")),
        "suggestion": Counter(Suggestion.objects.values_list("reader", "story")),
        "comment": Counter(Comment.objects.values_list("reader", "story")),
        "reading": Counter((who, clips_of[clip]) for who, clip in Reading.objects.values_list("reader", "clip")),
    }


def at(found, story):
    """The people with a row there, for each table."""
    return {table: sorted(who for who, place in rows.elements() if place == story.pk) for table, rows in found.items()}


@pytest.mark.parametrize("merge", [by_moderator, by_grouping])
def test_what_hangs_on_either_story_is_in_one_place_and_once(town, merge):
    merge(town)
    everybody = [town.mara.pk, town.nils.pk, town.pia.pk]
    there = at(places(), town.kept)
    assert there.pop("comment") == [*everybody, town.pia.pk], "each said two things"
    assert there == dict.fromkeys(there, everybody)
    assert community_queries.count(town.kept.pk) == 3
    assert {one.reader_id for one in community_queries.suggestions_of(town.kept.pk)} == set(everybody)


@pytest.mark.parametrize("merge", [by_moderator, by_grouping])
def test_what_went_along_comes_back_when_the_merge_is_undone(town, merge):
    before = places()
    merge(town)
    assert places() != before
    town.take_back()
    assert places() == before
    assert not Carried.objects.exists()


def test_what_is_done_after_the_merge_stays_with_the_remaining_story(town):
    town.merge()
    ole = person("ole", days=900)
    town.everything(ole, town.kept)
    town.take_back()
    found = places()
    assert all(ole.pk in people for people in at(found, town.kept).values())
    assert not any(ole.pk in people for people in at(found, town.merged).values())


def test_who_takes_their_vote_and_follow_back_after_the_merge_has_neither_when_it_is_undone(town):
    town.merge()
    community.take_back(town.pia, town.merged.pk, now=NOW)  # by a page from before
    community.unfollow(town.pia, "story", str(town.kept.pk))
    community.unmute(town.pia, "story", str(town.kept.pk))
    town.take_back()
    found = places()
    assert not [who for table in ("vote", "follow", "mute") for who, _ in found[table] if who == town.pia.pk]


def test_the_page_of_what_one_follows_names_a_story_once(town, client):
    town.merge()
    client.force_login(town.pia)
    assert client.get("/following").content.decode().count(f'name="key" value="{town.kept.pk}"') == 3
    assert f'name="key" value="{town.merged.pk}"' not in client.get("/following").content.decode()


def test_doubts_of_both_clips_stand_on_the_one(town):
    town.merge()
    doubts = community_queries.challenges_of(Clip.objects.get(story=town.kept))
    assert {one.reader_id for one in doubts} == {town.mara.pk, town.nils.pk, town.pia.pk}


def test_a_notice_and_an_old_address_lead_to_the_remaining_story(town, client):
    old = Clip.objects.get(story=town.merged)
    town.merge()
    new = Clip.objects.get(story=town.kept)
    told = Notice.objects.get(reader=town.mara)
    for address in (f"/c/{old.slug}", community_queries.page_of(told)):
        answer = client.get(address, follow=True)
        assert answer.status_code == 200
        assert answer.redirect_chain[-1][0] in {f"/c/{new.slug}", f"/s/{town.kept.pk}"}


@pytest.mark.parametrize("kind", ["pin", "lock"])
def test_a_pin_and_a_closed_discussion_go_along_and_come_back(town, kind):
    community.act(town.orla, Order(kind, "story", str(town.merged.pk), "For now."), now=NOW)
    by_grouping(town)
    assert Restriction.objects.get().key == str(town.kept.pk)
    town.take_back()
    assert Restriction.objects.get().key == str(town.merged.pk)


def test_a_moderator_is_asked_once_where_a_story_that_was_taken_out_became_part_of_another(town):
    community.act(town.orla, Order("remove", "story", str(town.merged.pk), "Private."), now=NOW)
    by_grouping(town)
    Story.objects.update(moved=True)
    follow_merges(now=NOW)
    held = Flag.objects.get(reader=None)
    assert (held.key, held.closed_at) == (str(town.kept.pk), None)
    assert clips.is_listed(Clip.objects.get(story=town.kept))


@pytest.mark.parametrize("reason", ["doubt", "illegal"])
def test_a_doubt_on_what_remains_closes_no_flag_on_what_became_part_of_it(town, reason):
    on_kept = Flag.objects.filter(reader=town.pia, key=str(town.kept.pk))
    on_merged = Flag.objects.get(reader=town.pia, key=str(town.merged.pk))
    on_kept.update(reason=reason)
    by_grouping(town)
    on_merged.refresh_from_db()
    assert (on_merged.closed_at is None) is (reason == "doubt")


def test_one_wish_of_two_people_is_one(town):
    idea = {"hashtags": ["Bridge"]}
    for who, story in ((town.mara, town.merged), (town.nils, town.kept)):
        community.suggest(who, story.pk, "hashtags", idea, now=NOW)
    town.merge()
    assert [one.wanted for one in community_queries.suggestions_of(town.kept.pk)].count(idea) == 1


@pytest.mark.parametrize(("one", "other"), [("merged", "kept"), ("kept", "merged")])
def test_a_wish_to_merge_two_stories_that_are_one_waits_for_nobody(town, one, other):
    wanted = {"story": getattr(town, other).pk}
    idea = community.suggest(town.mara, getattr(town, one).pk, "merge", wanted, now=NOW)
    community.refer(idea, now=NOW)
    town.merge()
    assert idea.pk not in {row.pk for row in community_queries.open_suggestions()}
    assert idea.pk not in {row.pk for row in community_queries.suggestions_of(town.kept.pk)}
    town.take_back()
    assert idea.pk in {row.pk for row in community_queries.suggestions_of(getattr(town, one).pk)}


def test_a_wish_to_merge_a_third_story_into_one_that_was_merged_is_carried_out(town):
    third = a_story("The bridge of Orlo Bay, once more", CROWD.text)
    idea = contributions.suggest(town.mara, third, "merge", {"story": town.merged.pk}, now=NOW)
    town.merge()
    assert contributions.decide(town.orla, idea, now=NOW)
    assert Story.objects.get(pk=third.pk).merged_into == town.kept


def test_stories_near_either_are_near_the_one(town):
    near, both = a_story("A ferry"), a_story("A bridge")
    score = 10.0
    for one, other in ((town.merged, near), (town.merged, both), (town.kept, both), (town.kept, town.merged)):
        Relation.objects.create(
            story=min(one, other, key=lambda s: s.pk), other=max(one, other, key=lambda s: s.pk), score=score
        )
    town.merge()
    assert sorted(stories_queries.near([town.kept.pk])) == [(town.kept.pk, near.pk), (town.kept.pk, both.pk)]
    assert stories_queries.near([near.pk]) == [(near.pk, town.kept.pk)]
    assert stories_queries.alike(near.pk, town.kept.pk)


def test_a_row_is_carried_through_two_merges_and_back_in_order(town):
    third = a_story("The bridge of Orlo Bay, once more", CROWD.text)
    before = places()
    town.merge()
    stories.merge(town.kept, third, now=NOW + timedelta(minutes=1))
    follow_merges(now=NOW)
    assert town.pia.pk in at(places(), third)["vote"]
    assert at(places(), third)["vote"] == sorted({town.mara.pk, town.nils.pk, town.pia.pk})
    stories.undo(town.kept.events.get(kind="merged", detail__into=third.pk), now=NOW, by="orla")
    follow_merges(now=NOW)
    town.take_back()
    found = places()
    assert {table: rows for table, rows in found.items() if table != "reading"} == {
        table: rows for table, rows in before.items() if table != "reading"
    }


def test_a_clip_is_written_anew_after_a_merge_from_all_articles_and_ranked_anew(town):
    for clip in Clip.objects.all():
        ranking.count(clip, now=NOW)
    before = Clip.objects.get(story=town.kept)
    town.merge()
    assert town.kept.pk in community_queries.uncounted(limit=9)
    assert [result.code for result in write_all()] == ["rewritten"]
    after = Clip.objects.get(story=town.kept)
    told = clips.document(after)
    anew = Extractive()(clips.assigned_again(told))
    assert (after.version, len(told.sources)) == (before.version + 1, 2)
    assert (told.headline, told.summary) == (anew.headline, anew.summary)
    assert after.ranked_version < after.version
    assert list(clips.listed()) == [after]
