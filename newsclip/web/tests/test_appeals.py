"""Whom a moderator's action concerns finds it, may appeal once, and sees what became of that."""

from datetime import timedelta

import pytest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.community import actions
from newsclip.community.models import Appeal, Notice
from newsclip.community.ports import Order
from newsclip.web.moderation.effects import effect
from newsclip.web.templatetags.newsclip import date_words
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


def test_a_notice_leads_to_the_action_and_the_appeal_is_asked_for_once(signed_in, mara):
    orla = Reader.objects.create(username="orla", is_moderator=True)
    done = actions.act(orla, Order("warn", "reader", str(mara.pk), "Be kind."), now=timezone.now())
    assert f'href="/appeal/{done.pk}"' in signed_in.get("/notices").content.decode()
    assert "Be kind." in signed_in.get(f"/appeal/{done.pk}").content.decode()
    signed_in.post(f"/appeal/{done.pk}", {"text": "I was."})
    again = signed_in.post(f"/appeal/{done.pk}", {"text": "And again."}).content.decode()
    assert "I was." in again
    assert "An appeal waits." in again
    actions.answer(orla, Appeal.objects.get(), "You were.", upheld=True, now=timezone.now())
    assert "You were." in signed_in.get(f"/appeal/{done.pk}").content.decode()


def test_who_is_suspended_reads_at_the_appeal_until_when_and_what_it_means(signed_in, mara):
    orla = Reader.objects.create(username="orla", is_moderator=True)
    now = timezone.now()
    ends = now + timedelta(days=1)
    done = actions.act(orla, Order("suspend", "reader", str(mara.pk), "Be kind.", until=ends), now=now)
    words = f"orla suspended you until {date_words(ends)}: Be kind."
    assert words in signed_in.get("/notices").content.decode()
    discussion = signed_in.get(f"/s/{factories.ferry().story_id}/discussion").content.decode()
    assert "Suspended until <time" in discussion
    assert f"Until {ends:%Y-%m-%d}" not in discussion
    page = signed_in.get(f"/appeal/{done.pk}").content.decode()
    assert "Suspended until <time" in page
    assert "Until then you can read, appeal" in page


def test_a_notice_of_a_removed_comment_leads_to_what_happened_and_the_appeal_is_a_choice_there(signed_in, mara):
    orla = Reader.objects.create(username="orla", is_moderator=True)
    now = timezone.now()
    said = actions.comment(mara, factories.ferry().story_id, "Fools, all of you.", now=now)
    done = actions.act(orla, Order("remove", "comment", str(said.pk), "Be kind."), now=now)
    page = signed_in.get(f"/appeal/{done.pk}").content.decode()
    assert "<h1>What a moderator decided</h1>" in page
    assert "orla removed your comment: Be kind." in page
    assert "a comment by mara" not in page
    assert f'href="/comments/{said.pk}"' in page
    assert f'href="/moderation?by=orla#deed-{done.pk}"' in page
    assert '<a class="button" href="/notices">Cancel</a>' in page
    assert ">Appeal</button>" in page


def test_where_a_comment_was_stands_why_it_was_removed(client, mara):
    orla = Reader.objects.create(username="orla", is_moderator=True)
    story, now = factories.ferry().story_id, timezone.now()
    said = actions.comment(mara, story, "Fools, all of you.", now=now)
    actions.act(orla, Order("remove", "comment", str(said.pk), "It insults readers."), now=now)
    page = client.get(f"/s/{story}/discussion").content.decode()
    assert 'Removed by a moderator: “<span dir="auto">It insults readers.</span>”' in page
    assert "Fools" not in page


@pytest.mark.parametrize("kind", ["comment", "reader"])
def test_nobody_is_told_that_reports_about_them_came_to_nothing(mara, kind):
    orla = Reader.objects.create(username="orla", is_moderator=True)
    now = timezone.now()
    said = actions.comment(mara, factories.ferry().story_id, "Fog again.", now=now)
    key = str(said.pk if kind == "comment" else mara.pk)
    actions.flag(Reader.objects.create(username="pim"), kind, key, "abuse", now=now)
    actions.act(orla, Order("dismiss", kind, key, "It is fair."), now=now)
    actions.act(orla, Order("reopen", kind, key, "Look again."), now=now)
    assert not Notice.objects.filter(reader=mara).exists()
    assert "told" not in str(effect(kind, "dismiss").means)
