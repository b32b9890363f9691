"""The front page of those who are signed in: made once for all of them, with nothing of anybody in it but the name, and
the mark of its form against forgery.
"""

import re
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.shortcuts import render
from django.test import Client
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.community import actions
from newsclip.community.models import Vote
from newsclip.community.ports import News
from newsclip.web.caching import shared_pages
from newsclip.web.pages import pagination
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
QUERIES = (
    # eight of the reader (session, reader, notices, mutes, votes, what is saved, what they read, when they were here
    # last: they may have read only what the page does not name), eight of the list (one: what is pinned, two: which of
    # its clips are close)
    16
)


def body(client, path: str) -> str:
    """Without the tokens of its forms: they are others each time."""
    return re.sub(r'(name="csrfmiddlewaretoken" value=")\w+', r"\1", client.get(path).content.decode())


def alone_with_own(request, template, page, _key, own):
    made = render(request, template, page).content.decode()
    for shared, mine in own.items():
        assert shared in made
        made = made.replace(shared, mine)
    return HttpResponse(made)


@pytest.mark.slow
@pytest.mark.parametrize("cards", [10, 30, 60])
def test_a_signed_in_readers_page_takes_sixteen_queries_with_nothing_kept_however_many_cards(
    client, monkeypatch, cards, django_assert_num_queries
):
    monkeypatch.setattr(pagination, "PAGE", cards)
    for place in range(cards):
        factories.ferry(place)
    client.force_login(Reader.objects.create_user("mara", password="x" * 12))
    body(client, "/")
    with django_assert_num_queries(QUERIES):
        assert body(client, "/").count('<article class="card') == cards


@pytest.mark.parametrize("more", [{}, {"is_moderator": True}, {"is_staff": True, "is_superuser": True}])
@pytest.mark.parametrize("path", ["/", "/?order=new", "/?before=x&y=%22%3E"])
def test_a_page_that_is_made_once_for_all_is_what_each_would_have_got_alone(
    client, sharing, settings, monkeypatch, path, more
):
    clip = factories.ferry(at=timezone.now() - timedelta(days=3))
    for name in ("olin", "a.b+c@d-e_f"):
        reader = Reader.objects.create_user(name, password="x" * 12, **more)
        client.force_login(reader)
        if name == "olin":
            actions.vote(reader, clip.story_id, now=timezone.now())
        shown = body(client, path)
        with monkeypatch.context() as alone:
            alone.setattr("newsclip.web.pages.reading.render_shared", alone_with_own)
            assert shown == body(client, path)
        assert name in shown


def test_each_reader_sees_how_many_notices_of_theirs_are_new(client, sharing):
    factories.ferry()
    for number, name in enumerate(("mara", "olin", "pia")):
        reader = Reader.objects.create_user(name, password="x" * 12)
        for told in range(number):
            actions.notice(reader, News("reply", "nils replied: yes", f"reply {told}"), now=timezone.now())
        client.force_login(reader)
        shown = body(client, "/")
        assert (f'<span class="unread">{number}<' in shown) is (number > 0)
        assert shown.count('class="unread"') == min(number, 1)


def test_a_message_to_one_reader_is_shown_to_them_alone(rf, sharing):
    mara, olin = (Reader.objects.create_user(name, password="x" * 12) for name in ("mara", "olin"))
    told = {mara: ["Written to the log."], olin: []}
    for reader in (mara, olin, mara):
        request = rf.get("/")
        request.user, request._messages = reader, told[reader]
        page = shared_pages.render_shared(request, "web/front.html", {"main": ""}, "front", {}).content.decode()
        assert ("Written to the log." in page) == (reader is mara)


def test_the_form_of_a_page_that_is_made_once_for_all_works_for_each_reader_and_for_nobody_else(sharing):
    clip = factories.ferry()
    marks, clients = {}, {}
    for name in ("mara", "olin"):
        reader = Reader.objects.create_user(name, password="x" * 12)
        client = clients[name] = Client(enforce_csrf_checks=True)
        client.force_login(reader)
        form = client.get("/").content.decode().partition('<form id="card-form"')[2]
        marks[name] = re.findall(r'"csrfmiddlewaretoken" value="(\w+)"', form)[0]
    vote = f"/s/{clip.story_id}/vote"
    assert clients["mara"].post(vote, {"csrfmiddlewaretoken": marks["olin"]}).status_code == 403
    assert Vote.objects.count() == 0
    for name, client in clients.items():
        assert client.post(vote, {"csrfmiddlewaretoken": marks[name]}).status_code == 302
    assert Vote.objects.count() == 2


def test_a_name_stays_a_name_on_a_page_that_is_made_once_for_all(client, sharing):
    client.force_login(Reader.objects.create(username="<b>olin"))
    page = body(client, "/")
    assert "<b>olin" not in page
    assert "&lt;b&gt;olin" in page
