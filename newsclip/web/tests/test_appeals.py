"""Whom a moderator's action concerns finds it, may appeal once, and sees what became of that."""

from datetime import timedelta

import pytest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.community import actions
from newsclip.community.models import Appeal
from newsclip.community.ports import Order
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
