"""Staff see what the operator's catalogue offers, and follow an entry of it."""

from dataclasses import replace

import pytest

from newsclip.community.models import Action
from newsclip.pipeline import offered_sources
from newsclip.sources.models import Source
from newsclip.sources.tests.test_catalogue import GAZETTE
from newsclip.web.tests.test_sources import staff, words_of

__all__ = ["staff"]
pytestmark = pytest.mark.django_db
THERE = "/staff/sources/catalogue"


@pytest.fixture
def offered(tmp_path, monkeypatch):
    file = tmp_path / "catalogue.toml"
    file.write_text(GAZETTE)
    monkeypatch.setattr(offered_sources, "OPTIONS", replace(offered_sources.OPTIONS, catalogue=file))
    return file


def test_the_catalogue_is_shown_by_country_and_category(staff, offered):
    every = words_of(staff.get(THERE))
    assert "The Fernby Gazette" in every
    assert "Quill: news" in every
    assert '<option value="SE">Sweden</option>' in every
    assert "· Sweden" in every
    some = words_of(staff.get(f"{THERE}?country=SE&category=Business"))
    assert "owned by Fernby Press" in some
    assert "Quill: news" not in some


def test_an_entry_is_followed_by_its_button_and_nothing_else_is(staff, offered):
    answer = staff.post(THERE, {"choose": "https://quill.example/news.xml", "country": "NO"})
    assert answer["Location"] == f"{THERE}?country=NO&category="
    assert Source.objects.get().url == "https://quill.example/news.xml"
    there = words_of(staff.get(THERE))
    assert "added already" in there
    assert f'<a href="/staff/sources/{Source.objects.get().pk}">Look at it</a>' in there
    assert "Nothing was chosen." in staff.post(THERE, {"choose": "https://elsewhere.example/"}).content.decode()
    assert Source.objects.count() == 1
    assert [(one.kind, one.key, one.name) for one in Action.objects.all()] == [("add_source", "quill.example", "sten")]


def test_where_no_entry_names_a_country_there_is_none_to_choose(staff, offered):
    offered.write_text(GAZETTE.replace("country", "# country"))
    page = words_of(staff.get(THERE))
    assert '<select id="category"' in page
    assert '<select id="country"' not in page


def test_what_is_left_out_of_the_file_is_said(staff, offered):
    offered.write_text(GAZETTE + "[[source]]\nurl = 'ftp://a.example/'\n")
    said = words_of(staff.get(THERE))
    assert "Entry 3" in said
    assert "Only http and https addresses can be read." in said


def test_a_file_that_is_no_catalogue_is_said(staff, offered):
    offered.write_text("no toml")
    answer = staff.get(THERE)
    assert answer.status_code == 422
    assert "This file is no catalogue of sources." in answer.content.decode()


def test_where_none_is_named_the_page_says_so(staff):
    assert "No catalogue is set up, or it is empty." in words_of(staff.get(THERE))
