"""Whoever decides, reports or appeals sees what it is about, on the page where they do it."""

import re

import pytest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.articles.models import Article
from newsclip.clips.models import Clip
from newsclip.community import actions
from newsclip.community.models import Action, Suggestion
from newsclip.community.ports import Order
from newsclip.stories.models import Membership, StoryEvent
from newsclip.web import likely_changes
from newsclip.web.templatetags.newsclip import minute
from newsclip.web.tests import factories
from newsclip.web.tests.test_queue import queue, refer

pytestmark = pytest.mark.django_db


@pytest.fixture
def two() -> tuple[Clip, Clip]:
    return factories.ferry(0), factories.ferry(1, headline="Tugs refloat the Sabine")


@pytest.fixture
def odd() -> Membership:
    """An article that joined its story with little in common."""
    member = Membership.objects.filter(story=factories.ferry(9, picture=False).story).order_by("pk")[1]
    member.receipt = {"score": 0.1, "joined": True}
    member.save()
    return member


def test_who_merges_two_stories_reads_in_short_what_both_tell(client, two, orla):
    for clip, told in zip(two, ("It ran aground.", "It floats again."), strict=True):
        Clip.objects.filter(pk=clip.pk).update(summary=told)
    page = client.post(f"/s/{two[0].story_id}/merge", {"into": two[1].story_id}).content.decode()
    assert page.index("It ran aground.") < page.index("It floats again.")


def test_who_undoes_a_merge_reads_which_two_stories_it_is_about(client, two, orla):
    client.post(f"/s/{two[0].story_id}/merge", {"into": str(two[1].story_id), "sure": "1", "why": "one ferry"})
    event = StoryEvent.objects.filter(kind="merged").first()
    page = client.get(f"/s/undo/{event.pk}").content.decode().partition("<main")[2]
    assert {clip.headline for clip in two} <= set(re.findall(r">([^<>]+)</a></dd>", page))


def test_an_article_that_may_be_split_off_can_be_read_where_one_decides(client, odd, orla):
    link = f'href="{odd.article.url}"'
    choice = client.get(f"/s/{odd.story_id}/split").content.decode()
    sure = client.post(f"/s/{odd.story_id}/split", {"articles": [odd.article_id]}).content.decode()
    assert [link in page for page in (queue(client), choice, sure)] == [True] * 3


def test_nobody_is_asked_whether_the_article_that_names_the_clip_belongs_to_it(odd):
    assert likely_changes.likely_splits()
    Article.objects.filter(pk=odd.article_id).update(entry_title=Clip.objects.get().headline)
    assert not likely_changes.likely_splits()


def test_who_reports_a_story_is_led_back_to_its_clip(client, two):
    client.force_login(Reader.objects.create(username="pia"))
    said = client.post(f"/flag/story/{two[0].story_id}", {"flag": "wrong"})
    assert said["Location"] == f"/c/{two[0].slug}"


def test_who_appeals_reads_the_comment_that_was_removed(client, two):
    pia, orla = Reader.objects.create(username="pia"), Reader.objects.create(username="orla", is_moderator=True)
    now = timezone.now()
    said = actions.comment(pia, two[0].story_id, "The *mast* broke.", now=now)
    done = actions.act(orla, Order("remove", "comment", str(said.pk), "Off topic."), now=now)
    client.force_login(pia)
    assert "The <em>mast</em> broke." in client.get(f"/appeal/{done.pk}").content.decode()
    client.force_login(Reader.objects.create(username="nils"))
    assert "broke" not in client.get(f"/appeal/{done.pk}").content.decode()


def test_a_suggestion_that_was_carried_out_is_said_to_be_with_the_way_to_undo_it(client, orla):
    idea = refer("hashtags", hashtags=["Kelling"])
    page = client.post(f"/suggestions/{idea.pk}/decide", {"next": "/moderation/queue"}, follow=True).content.decode()
    assert Suggestion.objects.get().state == Suggestion.State.APPLIED
    undo = f"/moderation#deed-{Action.objects.get().pk}"
    assert f'Done, and written to the public log. <a href="{undo}">Undo</a>' in page
    assert (
        f'href="/s/{idea.story_id}/suggestions">See what was suggested</a>'
        in client.get("/moderation").content.decode()
    )
    assert Action.objects.get().kind == "apply"


def test_one_article_is_not_called_all_articles(client):
    clip = factories.ferry()
    clip.story.__class__.objects.filter(pk=clip.story_id).update(articles=1)
    assert "All articles came out" not in client.get(f"/s/{clip.story_id}").content.decode()


def test_the_history_says_that_its_times_are_ours(client):
    page = client.get(f"/s/{factories.ferry().story_id}").content.decode()
    assert page.index('id="history"') < page.index("put them together here, not when they came out.")


def test_the_history_says_when_each_article_came_out(client):
    story = factories.ferry().story
    first = story.memberships.order_by("pk").first().article
    story.events.all().delete()
    for kind in ("joined", "moved"):
        StoryEvent.objects.create(story=story, at=timezone.now(), kind=kind, detail={"articles": [first.pk]})
    history = client.get(f"/s/{story.pk}").content.decode().partition('id="history"')[2]
    assert f'“<span dir="auto">{first}</span>”, published on {minute(first.published)}.' in history
    assert history.count("published on") == 1
