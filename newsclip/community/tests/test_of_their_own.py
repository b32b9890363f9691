"""What an account counts for comes of what it did itself, and of nobody who left."""

from datetime import timedelta

import pytest

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community import actions, queries
from newsclip.community.models import Comment, Suggestion, Support
from newsclip.community.rules.account_weight import REMEMBERED_ACCOUNTS
from newsclip.community.tests.conftest import NOW, person
from newsclip.stories.models import Story

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def stories(number):
    return [Story.objects.create(started_at=NOW, last_at=NOW) for _ in range(number)]


def say(reader, story, at, number=1):
    Comment.objects.bulk_create(Comment(story=story, reader=reader, text="Aye.", at=at) for _ in range(number))


def weight_in(story, reader):
    list(actions.weigh_comments(queries.comments_to_weigh().filter(story=story, reader=reader), now=NOW))
    return Comment.objects.filter(story=story, reader=reader).latest("at").weight


def test_a_change_that_was_carried_out_values_whoever_suggested_it_alone(mara, nils, moderator, story):
    idea = {"story": story, "kind": "headline", "wanted": {}, "state": "applied", "at": NOW}
    agreed = Suggestion.objects.create(reader=nils, **idea)
    Support.objects.create(suggestion=agreed, reader=person("pia"), at=NOW, weight=1.0)
    Suggestion.objects.create(reader=nils, decided_by=moderator, by_moderator=True, **idea)
    actions.value([mara.pk, nils.pk], now=NOW)
    assert [Reader.objects.get(pk=one.pk).valued for one in (mara, nils)] == [0.0, 2.0]


def test_what_others_agreed_with_too_few_without_an_account_was_for_its_sake(mara, nils, story):
    idea = Suggestion.objects.create(story=story, kind="headline", wanted={}, at=NOW, decided_at=NOW, state="applied")
    Support.objects.bulk_create(Support(suggestion=idea, reader=one, at=NOW, weight=1.0) for one in (mara, nils))
    assert actions.suggestions_by(mara.pk) == [idea]


def test_the_record_of_one_voter_makes_no_rush_of_others_less_of_one(mara, story):
    for other in stories(9):
        actions.vote(mara, other.pk, now=NOW - timedelta(days=1))
    for number, reader in enumerate([mara, *(person(f"new{n}") for n in range(9))]):
        actions.vote(reader, story.pk, now=NOW + number * MINUTE)
    list(actions.weigh(queries.to_weigh().filter(story=story), now=NOW + timedelta(hours=1)))
    assert len(queries.queue()) == 1


def test_who_spoke_elsewhere_is_no_company_for_who_comes_after_them(mara, nils, story):
    for reader, others in ((nils, stories(4)), (mara, stories(4))):
        for other in others:
            say(reader, other, NOW - timedelta(days=1))
    say(nils, story, NOW)
    say(mara, story, NOW + MINUTE)
    assert weight_in(story, mara) == 1.0


def test_those_who_left_are_no_company(mara, story):
    for other in [*stories(4), story]:
        say(None, other, NOW)
        say(mara, other, NOW + MINUTE)
    assert weight_in(story, mara) == 1.0


def test_whoever_goes_on_talking_does_not_lose_their_company(story):
    one, two = person("one"), person("two")
    for other in [*stories(4), story]:
        say(one, other, NOW)
        say(two, other, NOW + MINUTE)
    say(two, story, NOW + 2 * MINUTE, 2 * REMEMBERED_ACCOUNTS)
    say(two, story, NOW + 3 * MINUTE)
    assert weight_in(story, two) < 0.8


def test_the_words_of_those_who_left_discuss_nothing(story):
    Comment.objects.create(story=story, reader=None, text="Aye.", at=NOW, weight=1.0)
    assert queries.participants(story.pk) == []


def test_a_suspended_account_has_read_what_it_read_itself(mara, nils, story):
    clip = Clip.objects.create(story=story, slug="a", document={}, headline="A", published=NOW, updated=NOW)
    actions.remember_reading(nils, clip, now=NOW)
    mara.suspended_until = NOW + timedelta(days=1)
    assert actions.remember_reading(mara, clip, now=NOW) is None
