"""The front page of those who are signed in: made once for all of them, with nothing of anybody in it but the name."""

import re
from datetime import timedelta

import pytest
from django.shortcuts import render
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.web.caching import shared_pages
from newsclip.web.pages import pagination
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
QUERIES = 9  # four of the reader, five of the list


def body(client, path: str) -> str:
    """Without the token of the form that marks all as read: it is another each time."""
    return re.sub(r'(name="csrfmiddlewaretoken" value=")\w+', r"\1", client.get(path).content.decode())


@pytest.mark.slow
@pytest.mark.parametrize("cards", [10, 30, 60])
def test_a_signed_in_readers_page_takes_nine_queries_at_most_with_nothing_kept_however_many_cards(
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
    factories.ferry(at=timezone.now() - timedelta(days=3))
    for name in ("olin", "a.b+c@d-e_f"):
        reader = Reader.objects.create_user(name, password="x" * 12, **more)
        client.force_login(reader)
        shown = body(client, path)
        with monkeypatch.context() as alone:
            alone.setattr("newsclip.web.pages.reading.render_shared", lambda *asked: render(*asked[:3]))
            assert shown == body(client, path)
        assert name in shown


def test_a_message_to_one_reader_is_shown_to_them_alone(rf, sharing):
    mara, olin = (Reader.objects.create_user(name, password="x" * 12) for name in ("mara", "olin"))
    told = {mara: ["Written to the log."], olin: []}
    for reader in (mara, olin, mara):
        request = rf.get("/")
        request.user, request._messages = reader, told[reader]
        page = shared_pages.render_shared(request, "web/front.html", {"main": ""}, "front").content.decode()
        assert ("Written to the log." in page) == (reader is mara)


def test_a_page_with_a_form_of_its_own_reader_is_not_shared(rf, sharing):
    reader = Reader.objects.create_user("mara", password="x" * 12)
    request = rf.get("/")
    request.user = reader
    with pytest.raises(ValueError, match="a form of one person"):
        shared_pages.render_shared(request, "web/leave.html", {"reader": reader}, "leave")


def test_a_name_stays_a_name_on_a_page_that_is_made_once_for_all(client, sharing):
    client.force_login(Reader.objects.create(username="<b>olin"))
    page = body(client, "/")
    assert "<b>olin" not in page
    assert "&lt;b&gt;olin" in page
