"""Whom a moderator's action concerns finds it, may appeal once, and sees what became of that."""

import pytest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.community import actions
from newsclip.community.models import Appeal
from newsclip.community.ports import Order

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
