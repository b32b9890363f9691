import pytest

from newsclip.kernel.reasons import Refused
from newsclip.sources import actions
from newsclip.sources.actions import opml_of
from newsclip.sources.actions.following import follow
from newsclip.sources.models import Source
from newsclip.sources.rules.opml import read_opml
from newsclip.sources.tests.fakes import NOW

LIST = b"""<opml version="2.0"><body><outline text="Folder"><outline text="Gazette" xmlUrl="https://gazette.example/feed"
 htmlUrl="https://gazette.example/"/></outline><outline xmlurl="file:///etc/passwd" text="Bad"/>
<outline xmlUrl="https://gazette.example/feed#again"/></body></opml>"""


def test_feeds_are_found_in_folders_and_whatever_the_case_of_their_attributes():
    assert [outline.title for outline in read_opml(LIST)] == ["Gazette", "Bad", ""]


@pytest.mark.parametrize("body", [b"", b"<html></html>", b"no list", b"<rss/>"])
def test_what_is_no_list_is_refused(body):
    with pytest.raises(Refused) as refused:
        read_opml(body)
    assert refused.value.code == "not_opml"


def test_an_entity_of_a_list_is_not_expanded():
    bomb = b'<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml><body><outline text="&x;" xmlUrl="https://a.example/"/></body></opml>'
    assert read_opml(bomb)[0].title == "&x;"


@pytest.mark.django_db
def test_a_bad_line_of_a_list_stops_nothing():
    codes = [result.code for result in actions.import_opml(LIST, now=NOW)]
    assert codes == ["added", "scheme_refused", "already_followed"]
    assert Source.objects.get().home == "https://gazette.example/"


@pytest.mark.django_db
def test_what_is_exported_can_be_imported():
    actions.import_opml(LIST, now=NOW)
    written = actions.export_opml().encode()
    Source.objects.all().delete()
    assert [result.code for result in actions.import_opml(written, now=NOW)] == ["added"]
    assert Source.objects.get().title == "Gazette"


@pytest.mark.django_db
@pytest.mark.parametrize("cut", [LIST[:-40], LIST[:-16]])
def test_a_list_that_breaks_off_says_so(cut):
    results = actions.import_opml(cut, now=NOW)
    assert (results[0].code, results[-1].code) == ("added", "partly_listed")
    assert "partly_listed" not in {result.code for result in actions.import_opml(LIST, now=NOW)}


@pytest.mark.django_db
@pytest.mark.parametrize("kind", [Source.Kind.PAGE, Source.Kind.SITEMAP])
def test_a_page_of_links_or_a_sitemap_is_one_again_where_the_list_is_imported(kind):
    follow("https://gazette.example/news", kind, NOW, title="Gazette")
    written = actions.export_opml().encode()
    Source.objects.all().delete()
    actions.import_opml(written, now=NOW)
    assert Source.objects.get().kind == kind


@pytest.mark.django_db
def test_a_publishers_feed_of_ours_is_written_in_plain_letters():
    assert "https://news.example/source/f%C3%A4hre.example/feed.atom" in opml_of(
        ["fähre.example"], "https://news.example"
    )


@pytest.mark.django_db
def test_a_list_is_taken_in_up_to_a_bound_and_says_so():
    feeds = "".join(f'<outline xmlUrl="https://gazette.example/{number}"/>' for number in range(3))
    results = actions.import_opml(f"<opml><body>{feeds}</body></opml>".encode(), now=NOW, most=2)
    assert [result.code for result in results] == ["added", "added", "partly_listed"]
