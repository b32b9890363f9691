"""What was read is marked wherever it is named; what changed since says so. Nobody sees what another read."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsclip.community import actions, queries
from newsclip.community.models import Reading
from newsclip.pipeline import data_export
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
READ, CHANGED = 'data-read="read">read</span>', 'data-read="changed">changed since you read it</span>'
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


def test_the_marks_of_a_page_cost_one_query_however_many_clips_it_names(signed_in, now):
    costs = []
    for place in range(6):
        clip = factories.ferry(place, at=now - timedelta(minutes=1))
        signed_in.get(f"/c/{clip.slug}")
        with CaptureQueriesContext(connection) as asked:
            assert body(signed_in.get("/?order=new")).count(READ) == place + 1
        costs.append(sum("community_reading" in query["sql"] for query in asked))
    assert costs == [1] * 6


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


def test_the_export_says_whether_readings_are_kept(mara, listed, now, tmp_path):
    actions.remember_reading(mara, listed, now=now)
    told = data_export.file_of(mara, tmp_path).read().decode()
    assert '"keeps_readings"' in told
    assert '"opened"' in told
