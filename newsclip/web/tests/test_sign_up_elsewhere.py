"""Who makes an account by the operator's provider is bounded as at the site's own form."""

import dataclasses

import pytest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.web.accounts import sign_up
from newsclip.web.tests import factories
from newsclip.web.tests.test_sign_in_elsewhere import PIA, provider, sign_in

pytestmark = pytest.mark.django_db
__all__ = ["provider"]


def come(client, provider, number):
    """A person whom only the provider knows."""
    client.logout()
    provider.tell({"sub": str(number), "preferred_username": f"new{number}", "email": f"new{number}@people.example"})
    return sign_in(client)[1]


def test_a_sixth_account_of_a_network_waits_by_this_door_too(client, provider):
    for number in range(6):
        answer = come(client, provider, number)
    assert Reader.objects.count() == 5
    assert "Send this again in half an hour" in client.get(answer["Location"]).content.decode()


def test_who_came_before_is_let_in_however_many_were_made(client, provider):
    for number in range(6):
        come(client, provider, number)
    assert client.get("/settings").status_code == 302, "the sixth"
    come(client, provider, 0)
    assert client.get("/settings").status_code == 200


def test_while_many_are_made_who_comes_by_a_provider_does_the_small_task(client, provider, monkeypatch):
    monkeypatch.setattr(sign_up, "OPTIONS", dataclasses.replace(sign_up.OPTIONS, sign_up_burst=1))
    Reader.objects.create(username="ole", date_joined=timezone.now())
    _, answer = sign_in(client)
    page = client.get(answer["Location"])
    assert b"data-bits" in page.content
    typed = {"username": "pia", "email": PIA["email"], "task": page.context["form"]["task"].value()}
    assert "ten minutes" in client.post(answer["Location"], typed).content.decode()
    assert not Reader.objects.filter(username="pia").exists()
    done = factories.solution_of(typed["task"])
    assert client.post(answer["Location"], typed | {"answer": done}).status_code == 302
    assert Reader.objects.filter(username="pia").exists()
