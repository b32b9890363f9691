"""Who undoes or appeals against something far down the moderation log is led back to that place of it."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.urls import reverse
from lxml import html

from newsclip.accounts.models import Reader
from newsclip.community import actions
from newsclip.community.models import Action
from newsclip.community.ports import Order
from newsclip.pipeline import story_moderation
from newsclip.stories.models import StoryEvent
from newsclip.web.pages import pagination

pytestmark = pytest.mark.django_db
SECOND = "/moderation?by=orla&page=2"


def later(done: Action) -> None:
    """The log goes on for a page."""
    Action.objects.bulk_create(
        Action(kind="add_source", target="domain", key="tern.example", name="orla", reason="So.", at=done.at + one)
        for one in [timedelta(minutes=number) for number in range(1, pagination.PAGE + 1)]
    )


def entry(client, done: Action):
    page = html.fromstring(client.get(SECOND).content.decode())
    return page.get_element_by_id(f"deed-{done.pk}")


def sent(client, form, **typed: str):
    return client.post(form.get("action"), dict(form.fields) | typed)


def test_an_undo_leads_back_to_the_page_and_the_place_where_it_was_asked_for(client, clip, orla, now):
    done = actions.act(orla, Order("hold", "hashtag", "harbour", "So."), now=now)
    later(done)
    (form,) = entry(client, done).cssselect("form")
    assert sent(client, form, reason="It is not.")["Location"] == f"{SECOND}#deed-{done.pk}"


def test_an_undo_that_failed_leads_back_there_too(client, clip, orla, now):
    done = actions.act(orla, Order("hold", "hashtag", "harbour", "So."), now=now)
    later(done)
    (form,) = entry(client, done).cssselect("form")
    refused = sent(client, form, reason=" ")
    assert refused.status_code == 422
    (back,) = html.fromstring(refused.content.decode()).cssselect("#refused a.button")
    assert back.get("href") == f"{SECOND}#deed-{done.pk}"


def test_a_merge_undone_in_the_log_leads_back_there_and_from_the_history_to_the_story(client, clip, other, orla, now):
    story_moderation.merge(orla, clip.story, other.story, why="One ferry.", now=now)
    done = Action.objects.get(kind="merge")
    later(done)
    (form,) = entry(client, done).cssselect("form")
    assert sent(client, form, why="Two.")["Location"] == f"{SECOND}#deed-{done.pk}"
    story_moderation.merge(orla, clip.story, other.story, why="One.", now=now + timedelta(hours=2))
    event = StoryEvent.objects.filter(kind="merged").latest("pk")
    there = client.post(reverse("web:undo", args=[event.pk]), {"why": "Two."})["Location"]
    assert there == f"/s/{clip.story_id}"


def test_an_appeal_leads_back_to_the_place_in_the_log(signed_in, mara, now):
    orla = Reader.objects.create(username="orla", is_moderator=True)
    done = actions.act(orla, Order("warn", "reader", str(mara.pk), "Be kind."), now=now)
    later(done)
    (link,) = entry(signed_in, done).cssselect("a[href*='/appeal/']")
    form = html.fromstring(signed_in.get(link.get("href")).content.decode()).cssselect("main form")[0]
    typed = dict(form.fields) | {"text": "I was."}
    assert signed_in.post(f"/appeal/{done.pk}", typed)["Location"] == f"{SECOND}#deed-{done.pk}"


def test_an_appeal_leads_to_no_other_site(signed_in, mara, now):
    orla = Reader.objects.create(username="orla", is_moderator=True)
    done = actions.act(orla, Order("warn", "reader", str(mara.pk), "Be kind."), now=now)
    elsewhere = urlencode({"next": "https://tern.example/"})
    assert signed_in.post(f"/appeal/{done.pk}?{elsewhere}", {"text": "I was."})["Location"] == "/moderation"
