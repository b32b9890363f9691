"""Whom to write to about the site: where the operator says it, every door tells."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.clips import actions as clips
from newsclip.web.pages.machine import security_contact
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
MAIL, PAGE = "mailto:desk@people.example", "https://people.example/contact"


def body(client, path):
    return client.get(path).content.decode()


@pytest.mark.parametrize(("contact", "shown"), [(MAIL, "desk@people.example"), (PAGE, "people.example/contact")])
def test_the_contact_is_on_the_about_page_and_at_the_foot_of_every_page(client, settings, contact, shown):
    settings.CONTACT = contact
    assert f'<a href="{contact}">{shown}</a>' in body(client, "/about")
    assert f'<a href="{contact}">Contact</a>' in body(client, "/corrections")


def test_without_one_nothing_speaks_of_a_contact(client, settings):
    settings.CONTACT = ""
    assert "Contact" not in body(client, "/about")
    assert client.get("/.well-known/security.txt").status_code == 404
    assert "contact" not in client.get("/api/openapi.json").json()["info"]


def test_pages_that_refuse_or_are_gone_say_whom_to_ask(client, settings):
    settings.CONTACT = MAIL
    clip = factories.ferry()
    clips.withdraw(clip, "taken_down", now=timezone.now())
    assert MAIL in body(client, f"/c/{clip.slug}").partition("<footer")[0]
    client.force_login(Reader.objects.create(username="mara"))
    assert MAIL in body(client, "/moderation/queue").partition("<footer")[0]


def test_the_api_names_it(client, settings):
    settings.CONTACT = MAIL
    assert client.get("/api/openapi.json").json()["info"]["contact"] == {"email": "desk@people.example"}
    settings.CONTACT = PAGE
    assert client.get("/api/openapi.json").json()["info"]["contact"] == {"url": PAGE}


def test_security_txt_is_as_rfc_9116_wants_it(client, settings):
    settings.CONTACT = MAIL
    answer = client.get("/.well-known/security.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    said = security_contact(MAIL, "https://news.example", datetime(2026, 11, 26, 9, tzinfo=UTC))
    assert said.splitlines() == [
        f"Contact: {MAIL}",
        "Expires: 2027-05-25T00:00:00Z",
        "Canonical: https://news.example/.well-known/security.txt",
    ]


def test_the_about_page_says_what_comments_may_not_be_and_who_decides(client):
    shown = body(client, "/about")
    assert "In comments, do not attack anyone" in shown
    assert '<a href="/moderation">moderation log</a>' in shown
