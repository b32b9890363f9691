"""What an account counts for, whatever it does."""

from datetime import timedelta

import pytest

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community import actions, queries
from newsclip.community.models import Comment, CommentVote
from newsclip.community.ports import Order
from newsclip.community.rules.account_weight import FULL_VALUE, Account, company, likeness, weight
from newsclip.community.tests.conftest import NOW, person
from newsclip.stories.models import Story

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def joined(days, valued=0.0, **more):
    return Account(NOW - timedelta(days=days), valued, **more)


def weigh_comments():
    list(actions.weigh_comments(queries.comments_to_weigh(), now=NOW))


def test_an_account_of_the_first_day_counts_for_a_hundredth():
    assert weight(joined(0), NOW) == pytest.approx(0.01)


def test_age_alone_earns_half_and_what_others_valued_the_rest():
    assert weight(joined(400), NOW) == 0.5
    assert weight(joined(400, FULL_VALUE), NOW) == weight(joined(400, 9 * FULL_VALUE), NOW) == 1.0


@pytest.mark.parametrize("account", [joined(400, 9, counts=False), joined(-3, counts=False)])
def test_an_account_that_counts_for_nothing_counts_for_nothing(account):
    assert weight(account, NOW) == 0


def test_a_clock_that_was_put_back_makes_nobody_weigh_less_than_on_the_first_day():
    assert weight(joined(-30), NOW) == pytest.approx(0.01)
    assert weight(joined(0, -5.0), NOW) == pytest.approx(0.01)


def test_two_who_always_meet_are_one_and_no_more_and_a_crowd_is_at_least_those_who_came():
    always = dict.fromkeys(range(80), NOW)
    assert likeness(always, always, {}) == 1.0
    assert company(always, [always] * 5, {}) == company(always, [always] * 5, dict.fromkeys(always, 5))


def test_to_meet_twice_is_more_of_a_few_votes_than_of_many():
    few, many = dict.fromkeys(range(2), NOW), dict.fromkeys(range(70), NOW)
    rare = dict.fromkeys(range(2), 30)
    assert likeness(few, few, rare) > likeness(many, few, rare)


def test_votes_count_in_the_order_of_their_time_however_they_were_kept():
    votes = {thing: NOW + thing * MINUTE for thing in range(160)}
    other = {thing: votes[thing] for thing in range(8)}  # they met at the beginning alone
    mixed = {thing: votes[thing] for thing in sorted(votes, key=lambda thing: thing % 7)}
    popular = dict.fromkeys(votes, 500)
    assert likeness(mixed, other, popular) == pytest.approx(likeness(votes, other, popular))


def test_comments_of_the_first_minute_are_worth_less_than_one_of_a_known_person(mara, story):
    for number in range(10):
        actions.comment(person(f"new{number}", days=0, valued=0), story.pk, f"Great number {number}!", now=NOW)
    weigh_comments()
    fresh = sum(amount for _, amount in queries.participants(story.pk))
    actions.comment(mara, story.pk, "I was aboard.", now=NOW + MINUTE)
    weigh_comments()
    assert fresh <= 0.11 < sum(amount for _, amount in queries.participants(story.pk)) - fresh


def test_a_comment_counts_for_nothing_until_it_was_weighed(mara, story):
    actions.comment(mara, story.pk, "I was aboard.", now=NOW)
    assert queries.participants(story.pk) == []


def test_those_who_always_comment_together_count_for_less(story):
    ring = [person(f"ring{n}") for n in range(5)]
    for place, one in enumerate([*(Story.objects.create(started_at=NOW, last_at=NOW) for _ in range(4)), story]):
        for minute, reader in enumerate(ring):
            at = NOW + timedelta(hours=3 * place, minutes=minute)
            actions.comment(reader, one.pk, f"Number {minute} of story {one.pk}.", now=at)
    weigh_comments()
    assert sum(amount for _, amount in queries.participants(story.pk)) < 2.5


def test_who_says_much_in_one_discussion_counts_once(mara, story):
    for number in range(4):
        actions.comment(mara, story.pk, f"And number {number}.", now=NOW + number * MINUTE)
    weigh_comments()
    assert queries.participants(story.pk) == [(NOW, 1.0)]


def test_eleven_accounts_of_the_first_day_do_not_move_a_comment(mara, nils, story):
    target = actions.comment(mara, story.pk, "The ferry passed its inspection.", now=NOW)
    other = actions.comment(nils, story.pk, "I was aboard.", now=NOW + MINUTE)
    for number in range(11):
        actions.vote_on_comment(person(f"new{number}", days=0, valued=0), target, -1, now=NOW)
    assert [(one.id, one.score) for one in queries.thread(story.pk, now=NOW)] == [(target.pk, 0), (other.pk, 0)]


def test_a_person_who_is_valued_moves_a_comment_alone_and_two_others_together(mara, story):
    said = actions.comment(mara, story.pk, "I was aboard.", now=NOW)
    scores = []
    for name, valued in (("nils", FULL_VALUE), ("pia", 0), ("quin", 0)):
        actions.vote_on_comment(person(name, valued=valued), said, 1, now=NOW)
        scores.append(Comment.objects.get().score)
    assert scores == [1, 1, 2]


def test_a_vote_on_a_comment_that_is_given_anew_is_as_old_as_it_was(mara, nils, story):
    said = actions.comment(mara, story.pk, "I was aboard.", now=NOW)
    for hour, value in enumerate((1, 0, 0, -1, 1)):
        actions.vote_on_comment(nils, said, value, now=NOW + timedelta(hours=hour))
    given = CommentVote.objects.get()
    assert (given.at, given.value, given.weight, given.taken_back_at) == (NOW, 1, 1.0, None)


def test_a_vote_on_a_comment_that_was_taken_back_counts_for_nothing_and_is_forgotten_after_a_month(mara, nils, story):
    said = actions.comment(mara, story.pk, "I was aboard.", now=NOW)
    actions.vote_on_comment(nils, said, 1, now=NOW)
    actions.vote_on_comment(nils, said, 0, now=NOW)
    thread = queries.thread(story.pk, now=NOW, reader=nils)
    assert [(one.score, one.voted) for one in thread] == [(0, 0)]
    assert Reader.objects.get(pk=mara.pk).valued == 0.0
    assert actions.forget_taken_back(NOW + timedelta(days=29)) == 0
    assert actions.forget_taken_back(NOW + timedelta(days=31)) == 1


@pytest.mark.slow
def test_a_ring_that_gives_its_votes_on_comments_anew_is_known_again(mara):
    ring = [person(f"ring{number}") for number in range(4)]
    said = []
    for place in range(6):
        at = NOW + timedelta(hours=5 * place)
        thread = Story.objects.create(started_at=NOW, last_at=NOW)
        said.append(actions.comment(mara, thread.pk, f"Number {place}.", now=at))
        for minute, voter in enumerate(ring):
            actions.vote_on_comment(voter, said[-1], 1, now=at + minute * MINUTE)
    for hour, voter in enumerate(ring):  # one by one, so that they would never have met
        for one in said[:-1]:
            for value in (0, 1):
                actions.vote_on_comment(voter, one, value, now=NOW + timedelta(days=3, hours=9 * hour))
    CommentVote.objects.filter(comment=said[-1]).update(weight=None)
    list(actions.weigh_comment_votes(queries.comment_votes_to_weigh(), now=NOW + timedelta(days=6)))
    assert sum(CommentVote.objects.filter(comment=said[-1]).values_list("weight", flat=True)) < 2.0


def test_whoever_values_an_account_counts_once(mara, nils, story):
    for number in range(6):
        said = actions.comment(mara, story.pk, f"And number {number}.", now=NOW)
        actions.vote_on_comment(nils, said, 1, now=NOW)
    assert Reader.objects.get(pk=mara.pk).valued == 1.0


def test_what_is_gone_is_valued_no_more(nils, moderator, story):
    pia = person("pia", valued=0)
    withdrawn, removed = (actions.comment(pia, story.pk, words, now=NOW) for words in ("One.", "Two."))
    actions.vote_on_comment(nils, withdrawn, 1, now=NOW)
    actions.vote_on_comment(moderator, removed, 1, now=NOW)
    assert Reader.objects.get(pk=pia.pk).valued == 2.0
    actions.withdraw(pia, withdrawn, now=NOW)
    actions.act(moderator, Order("remove", "comment", str(removed.pk), "See the rules."), now=NOW)
    assert Reader.objects.get(pk=pia.pk).valued == 0.0


def test_scores_of_before_weights_are_weighed_later(mara, nils, story):
    said = actions.comment(mara, story.pk, "I was aboard.", now=NOW)
    actions.vote_on_comment(nils, said, 1, now=NOW)
    CommentVote.objects.update(weight=None)
    Comment.objects.update(score=-40)
    list(actions.weigh_comment_votes(queries.comment_votes_to_weigh(), now=NOW))
    assert Comment.objects.get().score == 1


def test_reads_count_by_the_account(story):
    clip = Clip.objects.create(story=story, slug="a", document={}, headline="A", published=NOW, updated=NOW)
    for number in range(50):
        actions.remember_reading(person(f"new{number}", days=0, valued=0), clip, now=NOW)
    actions.remember_reading(person("mara"), clip, now=NOW + MINUTE)
    amounts = [amount for _, amount in queries.readings(clip.pk, limit=100)]
    assert sum(amounts[:50]) <= 0.51
    assert amounts[50] == 1.0


def test_newcomers_do_not_count_for_trends(mara, story):
    """However many of them vote and comment."""
    for number, name in enumerate(("pia", "quin", "rolf")):
        newcomer = person(name, days=6)
        actions.vote(newcomer, story.pk, now=NOW)
        actions.comment(newcomer, story.pk, f"Number {number}.", now=NOW)
    actions.vote(mara, story.pk, now=NOW)
    list(actions.weigh(queries.to_weigh(), now=NOW))
    weigh_comments()
    spoke = queries.activity_between(NOW - timedelta(days=1), NOW, among=[story.pk])
    assert spoke == [(story.pk, mara.pk, NOW, 1.0)]
