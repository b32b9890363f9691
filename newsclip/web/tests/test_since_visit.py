"""Whoever was here before reads at the top of the front page how much is new and changed since then."""

import re
from datetime import timedelta

import pytest

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community.models import Reading
from newsclip.web.tests import factories
from newsclip.web.tests.test_read_marks import body

pytestmark = pytest.mark.django_db
PLACES = ("/", "/?order=new", "/for-you")


@pytest.fixture
def visited(mara, now):
    """mara read one clip three hours ago, which changed since; two are new, and one older clip she never opened."""
    hours = (5, 4, 2, 1)
    first, *_ = (factories.ferry(place, at=now - timedelta(hours=hour)) for place, hour in enumerate(hours))
    Reading.objects.create(reader=mara, clip=first, version=1, at=now - timedelta(hours=3))
    Clip.objects.filter(pk=first.pk).update(version=2)
    return first


def line(page: str) -> str:
    found = re.search(r'<div class="since-visit".*?</div>', page, re.DOTALL)
    return re.sub(r"<[^>]+>", "", found[0]).strip() if found else ""


@pytest.mark.parametrize("path", PLACES)
def test_a_member_who_was_here_reads_how_much_is_new_and_changed(signed_in, visited, path):
    said = line(body(signed_in.get(path)))
    assert said.startswith("Since you were here (3 h ago): ")
    assert re.search(r"\d+ new, \d+ changed on this page\.", said) or path == "/for-you"


def test_what_was_there_before_and_never_opened_is_not_new(signed_in, visited):
    assert "2 new, 1 changed on this page." in line(body(signed_in.get("/")))


def test_what_is_read_on_this_visit_does_not_make_it_the_last_one(signed_in, visited):
    signed_in.get(f"/c/{visited.slug}")
    Reading.objects.create(
        reader=Reader.objects.get(username="mara"),
        clip=Clip.objects.order_by("published").all()[1],
        version=1,
        at=Reading.objects.get().at - timedelta(hours=3),
    )
    assert "2 new, 0 changed on this page." in line(body(signed_in.get("/")))


def test_the_rest_can_be_shown_alone_without_a_script(signed_in, visited):
    page = body(signed_in.get("/"))
    assert '<a class="unread-only" href="#unread">Unread only</a>' in page
    assert 'id="unread"' in page


def test_where_all_is_read_nothing_is_new_and_nothing_is_offered(signed_in, mara, visited):
    Reading.objects.all().delete()
    before = visited.published
    Reading.objects.bulk_create(Reading(reader=mara, clip=one, version=9, at=before) for one in Clip.objects.all())
    page = body(signed_in.get("/"))
    assert line(page).endswith("nothing new on this page.")
    assert "unread-only" not in page


def test_who_was_never_here_reads_no_such_line(signed_in, client, now):
    factories.ferry(at=now - timedelta(hours=1))
    assert line(body(signed_in.get("/"))) == ""
    signed_in.logout()
    assert line(body(client.get("/"))) == ""
