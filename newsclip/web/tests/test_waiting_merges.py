"""Merges that readers suggested, in the moderators' queue."""

import pytest
from django.utils import timezone

from newsclip.community import queries
from newsclip.community.models import Suggestion
from newsclip.stories.models import Story
from newsclip.web.tests import factories
from newsclip.web.tests.test_queue import queue, refer

pytestmark = pytest.mark.django_db


def test_the_queue_names_the_story_that_is_to_be_merged(client, orla):
    other = factories.ferry(1, headline="Fog closes the strait").story
    refer("merge", story=other.pk)
    assert "Fog closes the strait" in queue(client)


def test_a_merge_waits_once_whichever_story_it_was_said_of(client, orla):
    other = factories.ferry(1, headline="Fog closes the strait").story
    idea = refer("merge", story=other.pk)
    back = Suggestion.objects.create(
        story=other, kind="merge", wanted={"story": idea.story_id}, at=idea.at, referred_at=timezone.now()
    )
    third = factories.ferry(2).story
    Suggestion.objects.create(
        story=third, kind="merge", wanted={"story": idea.story_id}, at=idea.at, referred_at=timezone.now()
    )
    assert [one.story_id for one in queries.open_suggestions()] == [idea.story_id, third.pk]
    assert queue(client).count("Compare and merge") == 2
    client.post(f"/suggestions/{idea.pk}/decide", {"refuse": "1", "why": "Two events."})
    assert [one.story_id for one in queries.open_suggestions()] == [third.pk]
    back.refresh_from_db()
    assert (back.state, back.decided_by) == ("refused", orla)


def test_a_merge_that_waits_can_be_looked_at_before_it_is_carried_out(client, orla):
    other = factories.ferry(1, headline="Fog closes the strait").story
    idea = refer("merge", story=other.pk)
    for page in (queue(client), client.get(f"/s/{idea.story_id}/suggestions").content.decode()):
        assert f'action="/suggestions/{idea.pk}/decide"' in page
        assert ">Compare and merge</button>" in page
    assert "What the story will be" in client.post(f"/suggestions/{idea.pk}/decide", follow=True).content.decode()
    assert Suggestion.objects.get(pk=idea.pk).state == Suggestion.State.OPEN


def test_a_merge_waits_no_longer_once_the_stories_are_one(client, orla):
    other = factories.ferry(1, headline="Fog closes the strait").story
    idea = refer("merge", story=other.pk)
    Story.objects.filter(pk=other.pk).update(merged_into=idea.story)
    assert list(queries.open_suggestions()) == []
