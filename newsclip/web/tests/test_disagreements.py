"""Clips whose reports differ, and those that were corrected, can be told and found before they are opened."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from newsclip.clips import queries
from newsclip.clips.models import Clip, Correction
from newsclip.web.pages.clip_document import ready, texts_of
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
LISTS = ["/", "/category/general", "/tag/sabine", f"/edition/{factories.NOON.date()}"]


@pytest.fixture
def clip():
    return factories.ferry()


def page(client, address: str):
    return html.fromstring(client.get(address).content.decode())


def marks(client, address: str = "/") -> list[str]:
    return [one.text_content() for one in page(client, address).cssselect(".card-mark")]


def correct(clip) -> None:
    Correction.objects.create(clip=clip, version=2, kind="revised", at=factories.NOON)


@pytest.mark.parametrize("address", LISTS)
def test_a_card_says_that_reports_differ_and_that_it_was_corrected(client, clip, address):
    correct(clip)
    assert marks(client, address) == ["The reports differ", "Corrected"]
    places = [one.get("href") for one in page(client, address).cssselect("a.card-mark")]
    assert places == [f"/c/{clip.slug}#disagreements", f"/c/{clip.slug}#corrections"]
    told = page(client, f"/c/{clip.slug}")
    assert [len(told.cssselect(f"#{one.partition('#')[2]}")) for one in places] == [1, 1]


def test_a_clip_that_only_lost_an_article_to_another_story_was_not_corrected(client, clip):
    Correction.objects.create(clip=clip, version=2, kind="moved", at=factories.NOON)
    assert marks(client) == ["The reports differ"]


def test_a_card_of_which_neither_is_true_has_no_mark(client, clip):
    Clip.objects.update(disagreements=0)
    assert marks(client) == []


def test_without_one_of_the_publishers_who_disagree_nothing_differs(client, clip, signed_in):
    signed_in.post("/muted", {"source": "radiokelling.example", "mute": ""})
    assert marks(signed_in) == []
    assert page(signed_in, "/disagreements").cssselect(".ledger li") == []


def test_where_only_muted_publishers_make_them_differ_the_page_says_so(client, clip, signed_in):
    signed_in.post("/muted", {"source": "radiokelling.example", "mute": ""})
    said = page(signed_in, "/disagreements").cssselect("main .empty")[0].text_content()
    assert said == "Without the publishers you mute, no reports here differ."


def test_a_clip_that_cannot_be_read_is_left_out(client, clip):
    broken = factories.ferry(1)
    Clip.objects.filter(pk=broken.pk).update(document={"schema": "x"})
    (entry,) = page(client, "/disagreements").cssselect(".ledger li")
    assert entry.cssselect("h2 a")[0].get("href") == f"/c/{clip.slug}#disagreements"


class Counted(dict):
    """Texts that know how often they were gone through."""

    times = 0

    def __iter__(self):
        self.times += 1
        return super().__iter__()


def test_a_clip_goes_once_through_the_texts_of_its_page(clip):
    document = queries.document(clip)
    texts = Counted(texts_of(document))
    ready(document, texts)
    assert (len(texts) > 1, texts.times) == (True, 1)


def test_the_page_of_disagreements_says_what_they_are_about_and_who_says_what(client, clip):
    (entry,) = page(client, "/disagreements").cssselect(".ledger li")
    assert entry.cssselect("h2 a")[0].get("href") == f"/c/{clip.slug}#disagreements"
    said = " ".join(entry.cssselect("p:not(.ledger-when)")[0].text_content().split())
    assert said.startswith("Passengers 212 people aboard")
    assert said.endswith("(Marrow Harbour Times), “209 passengers” (Radio Kelling)")


def test_however_many_disagree_the_page_asks_as_often(client, django_assert_max_num_queries):
    factories.ferry()
    client.get("/disagreements")
    with CaptureQueriesContext(connection) as asked:
        client.get("/disagreements")
    for place in range(1, 5):
        factories.ferry(place)
    with django_assert_max_num_queries(len(asked)):
        assert len(page(client, "/disagreements").cssselect(".ledger li")) == 5


def test_where_nothing_differs_the_page_says_so(client):
    assert "No reports differ so far." in page(client, "/disagreements").text_content()


def test_the_foot_of_each_page_leads_to_them(client):
    assert page(client, "/about").cssselect("footer a[href='/disagreements']")


def test_the_clip_says_about_what_its_reports_differ_and_nothing_twice(client, clip):
    (line,) = [one for one in page(client, f"/c/{clip.slug}").cssselect(".sureness") if "differ" in one.text_content()]
    said = " ".join(line.text_content().split())
    assert said.startswith("The reports differ: Passengers 212 people aboard (Marrow Harbour Times), “")
    assert "(Radio Kelling). Compare them" in said
    assert said.count("212 people") == 1
