from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsclip.accounts.models import Reader
from newsclip.community import actions, queries
from newsclip.community.models import Vote
from newsclip.community.rules import account_weight, trust
from newsclip.community.tests.conftest import NOW, person
from newsclip.db.batches import MOST
from newsclip.kernel.reasons import Refused
from newsclip.stories.models import Story

pytestmark = pytest.mark.django_db


def test_voting_twice_is_voting_once(mara, story):
    actions.vote(mara, story.pk, now=NOW)
    actions.vote(mara, story.pk, now=NOW)
    assert queries.count(story.pk) == 1


def test_a_vote_asks_three_times(mara, story):
    """Whether it was given, whether another is allowed, and to keep it: a reader waits for each."""
    actions.vote(mara, Story.objects.create(started_at=NOW, last_at=NOW).pk, now=NOW)
    with CaptureQueriesContext(connection) as asked:
        actions.vote(mara, story.pk, now=NOW)
    assert [one["sql"].split()[0] for one in asked if "SAVEPOINT" not in one["sql"]] == ["SELECT", "UPDATE", "INSERT"]


def test_a_vote_the_other_way_waits_to_be_weighed_again(mara, story):
    actions.vote(mara, story.pk, now=NOW)
    list(actions.weigh(queries.to_weigh(), now=NOW))
    actions.vote(mara, story.pk, now=NOW, value=-1, reason="spam")
    assert [one.value for one in queries.to_weigh()] == [-1]


def test_weighing_many_votes_looks_once_at_what_a_voter_voted_for(story):
    for minute in range(12):
        actions.vote(person(f"one{minute}"), story.pk, now=NOW + timedelta(minutes=minute))
    with CaptureQueriesContext(connection) as asked:
        list(actions.weigh(queries.to_weigh(), now=NOW + timedelta(hours=1)))
    looks = [one for one in asked if one["sql"].startswith("SELECT") and '"story_id" AS' in one["sql"]]
    assert len([one for one in looks if "COUNT" not in one["sql"]]) == 12


def test_a_vote_may_be_taken_back(mara, story):
    actions.vote(mara, story.pk, now=NOW)
    actions.take_back(mara, story.pk, now=NOW)
    actions.take_back(mara, story.pk, now=NOW)
    assert queries.voted(mara, [story.pk]) == set()


def test_a_vote_that_is_given_anew_is_as_old_as_it_was(mara, story):
    """Else one account keeps a story hot, and a ring gives its votes other times, at which nobody met."""
    actions.vote(mara, story.pk, now=NOW)
    actions.take_back(mara, story.pk, now=NOW + timedelta(hours=3))
    actions.vote(mara, story.pk, now=NOW + timedelta(hours=5))
    assert list(Vote.objects.values_list("value", "at")) == [(1, NOW)]


def test_a_ring_that_takes_its_votes_back_is_known_again(story):
    ring = [person(f"ring{number}", days=30) for number in range(8)]
    first = Story.objects.create(started_at=NOW, last_at=NOW)
    for reader in ring:
        actions.vote(reader, first.pk, now=NOW)
    list(actions.weigh(queries.to_weigh(), now=NOW))
    for reader in ring:
        actions.take_back(reader, first.pk, now=NOW + timedelta(hours=6))
    list(actions.weigh(queries.to_weigh(), now=NOW + timedelta(hours=7)))
    later = NOW + timedelta(days=2)
    actions.forget_taken_back(later)
    for second, reader in enumerate(ring):
        actions.vote(reader, story.pk, now=later + timedelta(seconds=second))
    list(actions.weigh(queries.to_weigh(), now=later + timedelta(hours=1)))
    assert sum(amount for _, amount in queries.weighed_votes_on(story.pk)) < len(ring) / 2


def test_votes_that_were_taken_back_are_forgotten_some_at_a_time(story):
    """Nobody else waits for long to write, however many they are."""
    voters = Reader.objects.bulk_create(Reader(username=f"r{number}", date_joined=NOW) for number in range(MOST + 1))
    given = {"story": story, "at": NOW, "value": 0, "weight": 0.0, "weighed_at": NOW}
    Vote.objects.bulk_create(Vote(reader=voter, **given) for voter in voters)
    later = NOW + timedelta(days=31)
    assert [actions.forget_taken_back(later) for _ in range(3)] == [MOST, 1, 0]


def test_a_reader_sees_their_own_votes_alone(mara, nils, story):
    actions.vote(nils, story.pk, now=NOW)
    assert queries.my_votes(mara, [story.pk]) == {}


def test_a_vote_against_needs_its_reason(mara, story):
    with pytest.raises(Refused) as refused:
        actions.vote(mara, story.pk, now=NOW, value=-1)
    assert refused.value.code == "reason_missing"
    actions.vote(mara, story.pk, now=NOW, value=-1, reason="spam")
    assert queries.count(story.pk) == -1


def test_a_vote_the_other_way_takes_the_place_of_the_first(mara, story):
    actions.vote(mara, story.pk, now=NOW)
    actions.vote(mara, story.pk, now=NOW, value=-1, reason="wrong")
    assert Vote.objects.get().value == -1


def test_when_stories_become_one_each_reader_keeps_one_vote(mara, nils, story):
    other = Story.objects.create(started_at=NOW, last_at=NOW)
    actions.vote(mara, story.pk, now=NOW)
    actions.vote(mara, other.pk, now=NOW)
    actions.vote(nils, other.pk, now=NOW)
    Story.objects.filter(pk=other.pk).update(merged_into=story)
    actions.carry(other.pk, now=NOW)
    assert queries.count(story.pk) == 2


def test_a_new_account_counts_for_less_than_an_old_one(mara, story):
    newcomer = person("pia", days=1)
    for voter in (mara, newcomer):
        actions.vote(voter, story.pk, now=NOW)
    list(actions.weigh(queries.to_weigh(), now=NOW))
    weights = dict(Vote.objects.values_list("reader__username", "weight"))
    assert weights["mara"] == 1.0
    assert weights["pia"] < 0.2


def test_those_who_always_vote_together_count_for_less(story):
    stories = [Story.objects.create(started_at=NOW, last_at=NOW) for _ in range(8)]
    ring = [person(f"ring{n}") for n in range(4)]
    for minute, voter in enumerate(ring):
        for one in (*stories, story):
            actions.vote(voter, one.pk, now=NOW + timedelta(minutes=minute))
    list(actions.weigh(queries.to_weigh(), now=NOW))
    last = Vote.objects.get(reader=ring[3], story=story)
    assert last.weight < 0.5


def test_people_who_rarely_meet_lose_nothing():
    mine, theirs = {1: NOW, 2: NOW}, {3: NOW, 4: NOW}
    assert account_weight.independence(mine, [theirs], {}) == 1.0


def test_votes_not_weighed_yet_count_for_nothing_yet(mara, story):
    actions.vote(mara, story.pk, now=NOW)
    assert queries.weighed_votes_on(story.pk) == []


def test_an_account_has_so_many_votes_a_day(story, mara):
    newcomer = person("pia", days=1)
    for _ in range(trust.NEWCOMER.votes // 2):
        actions.vote(newcomer, story.pk, now=NOW)
        actions.vote(newcomer, story.pk, now=NOW, value=-1, reason="spam")
    with pytest.raises(Refused) as refused:
        actions.vote(newcomer, story.pk, now=NOW)
    assert refused.value.code == "too_fast"
    actions.vote(newcomer, story.pk, now=NOW + timedelta(days=1))


def test_camouflage_does_not_hide_that_two_meet_again_and_again():
    met = dict.fromkeys(range(4), NOW)
    mine = met | {100 + n: NOW - timedelta(days=n + 1) for n in range(70)}
    theirs = met | {200 + n: NOW - timedelta(days=n + 1) for n in range(70)}
    assert account_weight.likeness(mine, theirs, {}) == 1.0
    once = {0: NOW} | {100 + n: NOW - timedelta(days=n + 1) for n in range(70)}
    assert account_weight.likeness(once, theirs, {}) < 0.7


def test_voting_for_hundreds_of_other_things_does_not_make_it_forgotten_that_some_met(story):
    ring = {person(f"ring{n}"): NOW + timedelta(minutes=n) for n in range(4)}
    met = [Story.objects.create(started_at=NOW, last_at=NOW) for _ in range(6)]
    for voter, at in ring.items():
        for one in met:
            actions.vote(voter, one.pk, now=at)
        others = Story.objects.bulk_create(Story(started_at=NOW, last_at=NOW) for _ in range(300))
        hours = [at + timedelta(hours=1, minutes=n) for n in range(300)]
        Vote.objects.bulk_create(
            Vote(reader=voter, story=one, at=hour, weight=0.0) for one, hour in zip(others, hours, strict=True)
        )
    later = timedelta(days=1)
    for voter, at in ring.items():
        actions.vote(voter, story.pk, now=at + later)
    list(actions.weigh(queries.to_weigh(), now=NOW + 2 * later))
    assert sum(weight for _, weight in queries.weighed_votes_on(story.pk)) < 2.0


def test_a_ring_is_known_at_its_second_story_whatever_else_its_members_vote_for():
    """Of thirty votes twenty-nine were theirs; forty others each hide nothing."""
    ring = [{1: NOW} | {100 * n + k: NOW - timedelta(days=k) for k in range(40)} for n in range(1, 30)]
    assert account_weight.independence(ring[0], ring[1:], {1: 30}) < 0.05


def test_a_ring_that_votes_against_takes_nothing_from_a_vote_for_by_having_met_it(mara, story):
    met = Story.objects.create(started_at=NOW, last_at=NOW)
    ring = [person(f"ring{number}") for number in range(8)]
    for voter in (mara, *ring):
        actions.vote(voter, met.pk, now=NOW)
    later = NOW + timedelta(hours=5)
    for voter in ring:
        actions.vote(voter, story.pk, now=later, value=-1, reason="spam")
    actions.vote(mara, story.pk, now=later + timedelta(minutes=1))
    list(actions.weigh(queries.to_weigh(), now=later + timedelta(hours=1)))
    assert Vote.objects.get(reader=mara, story=story).weight == 1.0


def test_who_meets_a_few_of_a_crowd_again_loses_nothing():
    """Three of two hundred votes came within the hour and are here again; of two votes elsewhere, one is."""
    mine = {1: NOW, 2: NOW}
    others = [{1: NOW} | {100 * n + k: NOW - timedelta(days=k) for k in range(40)} for n in range(1, 4)]
    friend = {2: NOW} | {500 + k: NOW - timedelta(days=k) for k in range(40)}
    assert account_weight.company(mine, [*others, friend], {1: 200, 2: 2}) < 0.05
