"""What was read is marked wherever it is named; what changed since says so. Nobody sees what another read."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from newsclip.accounts.models import Reader
from newsclip.community import actions, queries
from newsclip.community.models import Reading
from newsclip.pipeline import data_export
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
READ, CHANGED = 'data-read="read">read</span>', 'data-read="changed">changed since you read it</span>'
EMPTY = '<div class="mark-all"></div>'
LISTS = (
    "/", "/?order=new", "/category/general", "/tag/sabine", "/source/ledger.example", "/search?q=ferry",
    "/edition/today", "/your-order", "/about/ranking/now",
)  # fmt: skip


def body(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def listed(now):
    found = factories.ferry(at=now - timedelta(minutes=1))
    factories.index(found)
    return found


@pytest.mark.parametrize("path", LISTS)
def test_what_a_member_read_is_marked_in_every_list(signed_in, listed, path):
    assert "data-clip" in body(signed_in.get(path))
    assert "data-read" not in body(signed_in.get(path))
    signed_in.get(f"/c/{listed.slug}")
    assert READ in body(signed_in.get(path))


def test_a_search_that_finds_nothing_offers_nothing_to_mark(signed_in, listed):
    assert "mark-all" not in body(signed_in.get("/search?q=zeppelin"))


def test_what_a_member_read_is_marked_on_their_own_page(signed_in, mara, listed, now):
    actions.mark_as_read(mara, {listed.pk: 1}, now=now)
    assert READ in body(signed_in.get("/for-you"))


def test_what_changed_since_it_was_read_says_so(signed_in, listed):
    signed_in.get(f"/c/{listed.slug}")
    type(listed).objects.filter(pk=listed.pk).update(version=2)
    shown = body(signed_in.get("/"))
    assert CHANGED in shown
    assert READ not in shown
    signed_in.get(f"/c/{listed.slug}")
    assert READ in body(signed_in.get("/"))


@pytest.mark.parametrize(("language", "words"), [("de", ">gelesen</span>"), ("fr", ">lu</span>")])
def test_the_mark_is_in_the_language_of_the_page(signed_in, listed, language, words):
    signed_in.get(f"/c/{listed.slug}")
    assert words in body(signed_in.get("/", headers={"Accept-Language": language}))


def test_a_page_made_once_for_all_is_marked_for_each_reader_alone(client, sharing, mara, nils, listed):
    client.force_login(mara)
    client.get(f"/c/{listed.slug}")
    for reader, marked in ((mara, True), (nils, False), (mara, True)):
        client.force_login(reader)
        assert (READ in body(client.get("/"))) == marked
    client.logout()
    assert "data-read" not in body(client.get("/"))


def test_the_marks_of_a_page_cost_two_queries_however_many_clips_it_names(signed_in, now):
    costs = []
    for place in range(6):
        clip = factories.ferry(place, at=now - timedelta(minutes=1))
        signed_in.get(f"/c/{clip.slug}")
        with CaptureQueriesContext(connection) as asked:
            assert body(signed_in.get("/?order=new")).count(READ) == place + 1
        costs.append(sum("community_reading" in query["sql"] for query in asked))
    assert costs == [2] * 6  # one says when they were here last


def test_a_reader_who_keeps_no_readings_leaves_none_and_sees_no_marks(signed_in, mara, listed):
    signed_in.get(f"/c/{listed.slug}")
    signed_in.post("/settings/readings")
    assert not Reading.objects.exists()
    signed_in.get(f"/c/{listed.slug}")
    assert not Reading.objects.exists()
    assert "data-read" not in body(signed_in.get("/"))
    signed_in.post("/settings/readings", {"on": "1"})
    signed_in.get(f"/c/{listed.slug}")
    assert READ in body(signed_in.get("/"))


def test_marks_need_no_learning(signed_in, listed):
    signed_in.post("/for-you/learning")
    signed_in.get(f"/c/{listed.slug}")
    assert READ in body(signed_in.get("/"))


def test_forgetting_takes_the_marks_away(signed_in, listed):
    signed_in.get(f"/c/{listed.slug}")
    signed_in.post("/settings/forget-readings")
    assert "data-read" not in body(signed_in.get("/"))


def test_a_members_page_loads_no_script_that_remembers_on_the_device(client, signed_in, listed):
    assert "read.js" not in body(signed_in.get(f"/c/{listed.slug}"))
    signed_in.logout()
    assert "read.js" in body(client.get(f"/c/{listed.slug}"))


def test_marked_as_read_counts_as_opened_nowhere(mara, listed, now):
    actions.mark_as_read(mara, {listed.pk: 1, listed.pk + 1: 1}, now=now)
    assert queries.versions_read(mara, {listed.pk}) == {listed.pk: 1}
    assert queries.history(mara, limit=9) == []
    assert queries.opened_since(mara, mara.date_joined) == frozenset()
    assert queries.readings(listed.pk, limit=9) == []
    actions.remember_reading(mara, listed, now=now)
    assert queries.history(mara, limit=9) == [listed.pk]


def test_no_version_is_marked_before_it_is_published_or_in_place_of_a_later_one(mara, listed, now):
    actions.mark_as_read(mara, {listed.pk: 7}, now=now)
    assert queries.versions_read(mara, {listed.pk}) == {listed.pk: 1}
    type(listed).objects.filter(pk=listed.pk).update(version=3)
    actions.mark_as_read(mara, {listed.pk: 3}, now=now)
    actions.mark_as_read(mara, {listed.pk: 2}, now=now)
    assert queries.versions_read(mara, {listed.pk}) == {listed.pk: 3}


def fields(page: str) -> dict[str, str]:
    """What the form below the list would send."""
    form = page.partition('<form class="mark-all"')[2].partition("</form>")[0]
    return dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))


@pytest.mark.parametrize("path", [*LISTS[:-1], "/for-you"])
def test_a_member_marks_all_of_a_list_as_read_with_a_plain_form(mara, listed, path):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(mara)
    given = fields(body(browser.get(path)))
    answer = browser.post("/read", {name: unescape(value) for name, value in given.items()})
    assert (answer.status_code, answer["Location"]) == (302, path)
    shown = body(browser.get(path)) if path != "/for-you" else READ
    assert READ in shown
    assert "mark-all" not in shown.replace(EMPTY, "")
    assert browser.post("/read", {"clips": f"{listed.pk}@1"}).status_code == 403


def test_a_suspended_member_is_offered_no_form_that_would_be_refused(signed_in, mara, listed, now):
    assert b'class="mark-all" method' in signed_in.get("/").content
    Reader.objects.filter(pk=mara.pk).update(suspended_until=now + timedelta(days=1))
    assert b'class="mark-all" method' not in signed_in.get("/").content


def test_strangers_are_offered_no_form(client, listed):
    shown = body(client.get("/"))
    assert EMPTY in shown
    assert "csrfmiddlewaretoken" not in shown


@pytest.mark.parametrize(
    "clips", ["", "x", "1", "@", "1@", "0@0", "-1@1", "1@99999999999", f"{10**30}@1", "1@1,1@1 " * 9_000, "①@1", "\0"]
)
def test_what_no_list_would_send_marks_nothing_wrong(signed_in, listed, clips):
    assert signed_in.post("/read", {"clips": clips, "next": "//evil.example"})["Location"] == "/"
    assert set(Reading.objects.values_list("clip", "version")) <= {(listed.pk, 1)}


def test_the_export_says_whether_readings_are_kept(mara, listed, now, tmp_path):
    actions.remember_reading(mara, listed, now=now)
    told = data_export.file_of(mara, tmp_path).read().decode()
    assert '"keeps_readings"' in told
    assert '"opened"' in told
