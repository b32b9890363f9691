"""A moderator thinks a report of a story right: what can be done about it, and what whoever reported it gets to see."""

import pytest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.community import actions, queries
from newsclip.community.models import Action, Flag, Notice
from newsclip.community.ports import Order
from newsclip.kernel.reasons import Refused
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def reported():
    """A clip of which olin says that something is missing."""
    clip, olin = factories.ferry(), Reader.objects.create(username="olin")
    actions.flag(olin, "story", str(clip.story_id), "other", now=timezone.now(), words="Who pays is missing.")
    return clip


def decide(client, clip, **more: str):
    given = {"action": "agree", "reason": "No article says who pays.", **more}
    return client.post(f"/moderation/story/{clip.story_id}", given)


def test_agreeing_closes_the_reports_and_says_so_to_whoever_made_them_and_to_everybody(client, orla, reported):
    decide(client, reported)
    [done] = Action.objects.all()
    assert (done.kind, done.agrees) == ("dismiss", True), "in words that the former release knows"
    assert queries.flagged() == 0
    [told] = Notice.objects.all()
    assert "agrees with your report" in told.words
    log = client.get("/moderation").content.decode()
    assert "agreed with readers’ reports about" in log
    assert "dismissed readers" not in log
    client.force_login(Reader.objects.get(username="olin"))
    mine = client.get("/reported").content.decode()
    assert 'A moderator agrees with you. “<span dir="auto">No article says who pays.' in mine
    assert "left it as it is" not in mine


def test_it_is_undone_as_a_dismissal_is(client, orla, reported):
    decide(client, reported)
    decide(client, reported, action="reopen", reason="The Ferry Post says it.")
    assert queries.flagged() == 1


def test_the_queue_offers_it_and_the_page_says_what_else_can_be_done(client, orla, reported):
    story, queue = reported.story_id, client.get("/moderation/queue").content.decode()
    assert f"/moderation/story/{story}?action=agree&amp;" in queue
    page = client.get(f"/moderation/story/{story}").content.decode()
    for way in (f"/c/{reported.slug}/challenge", f"/s/{story}#coverage", f"/s/{story}/add", f"/s/{story}/move"):
        assert f'href="{way}"' in page


def test_what_readers_suggest_for_the_story_can_be_carried_out_there(client, orla, reported):
    pia = Reader.objects.create(username="pia")
    actions.suggest(pia, reported.story_id, "headline", {"headline": "Ferry aground"}, now=timezone.now())
    other = factories.ferry(1, headline="Tugs refloat the Sabine")
    actions.suggest(pia, other.story_id, "headline", {"headline": "Sabine afloat"}, now=timezone.now())
    page = client.get(f"/moderation/story/{reported.story_id}").content.decode()
    assert "Ferry aground" in page
    assert "Carry it out" in page
    assert "Sabine afloat" not in page


def test_a_challenge_is_decided_on_by_itself(client, orla, clip):
    olin, now = Reader.objects.create(username="olin"), timezone.now()
    Flag.objects.create(reader=olin, kind="story", key=str(clip.story_id), reason="doubt", words="No.", at=now)
    assert "agree" not in queries.possible("story", str(clip.story_id), now=now)
    assert "action=agree" not in client.get("/moderation/queue").content.decode()
    actions.flag(Reader.objects.create(username="pia"), "story", str(clip.story_id), "wrong", now=now)
    decide(client, clip)
    assert [flag.reason for flag in Flag.objects.filter(closed_at=None)] == ["doubt"]


def test_nobody_agrees_where_nothing_is_reported(orla, clip):
    with pytest.raises(Refused) as refused:
        actions.act(orla, Order("agree", "story", str(clip.story_id), "Yes."), now=timezone.now())
    assert refused.value.code == "already_gone"
