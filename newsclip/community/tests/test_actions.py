from datetime import UTC, datetime

import pytest

from newsclip.accounts.models import Reader
from newsclip.community import actions, queries
from newsclip.stories.models import Story

NOW = datetime(2026, 11, 1, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return Story.objects.create(started_at=NOW, last_at=NOW)


@pytest.fixture
def reader():
    return Reader.objects.create(username="mara")


def test_voting_twice_is_voting_once(reader, story):
    actions.vote(reader, story.pk, now=NOW)
    actions.vote(reader, story.pk, now=NOW)
    assert queries.count(story.pk) == 1


def test_a_vote_may_be_taken_back(reader, story):
    actions.vote(reader, story.pk, now=NOW)
    actions.take_back(reader, story.pk)
    actions.take_back(reader, story.pk)
    assert queries.voted(reader, [story.pk]) == set()


def test_a_reader_sees_their_own_votes_alone(reader, story):
    actions.vote(Reader.objects.create(username="nils"), story.pk, now=NOW)
    assert queries.voted(reader, [story.pk]) == set()
