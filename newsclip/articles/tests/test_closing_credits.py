"""Agencies that a page credits behind its text, which itself ends with its last sentence."""

import pytest

from newsclip.articles import actions
from newsclip.articles.models import Revision
from newsclip.articles.rules.closing_credits import closing_credits
from newsclip.articles.rules.page import extract
from newsclip.articles.tests.fakes import NOW, FakeFetch, found

_TEXT = (
    "<p>The council of Velmora closed the old bridge on Wednesday. Engineers had found cracks in two of its piers, the "
    "mayor said, and traffic will be led over the new road.</p>"
    "<p>Forty lorries waited at the northern ramp until noon, and the mill sent its workers home, its owner said.</p>"
)


def _read(behind: str = "", *, before: str = "", head: str = ""):
    page = f"<title>Old bridge closed</title>{head}<article><h1>Old bridge closed</h1>{before}{_TEXT}{behind}</article>"
    return extract(f"<html>{page}</html>", "https://lantern.example/bridge")


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("<p>Von dpa</p>", ("dpa",)),
        ("<p><em>Quelle: <b>dpa</b></em></p>", ("dpa",)),
        ("<div class='ad'></div><p>(dpa/afp)</p>", ("dpa", "AFP")),
        ("<p>© 2026 AFP</p>", ("AFP",)),
        ("<p>Fonte: Ansa</p>", ("ANSA",)),
        ("<p>Con información de EFE</p>", ("EFE",)),
        ("<p>Mit Agenturen</p>", ("Agenturen",)),
        ("<p>Share this</p><p>With material from Reuters</p>", ("Reuters",)),
    ],
)
def test_a_credit_right_behind_the_text_is_kept_beside_the_authors(line, agencies):
    read = _read(line)
    assert read.authors + read.agencies == agencies
    assert read.text.endswith("its owner said.")


@pytest.mark.parametrize(
    "line",
    [
        "<figure><img src=a.png><figcaption>AFP</figcaption></figure>",
        "<footer>© 2026 AFP</footer>",
        "<p>Photo: AFP</p>",
        "<p>By Ansa Berg</p>",
        "<p>Read on</p><p>Orlo</p><p>Elsewhere</p><p>AFP</p>",
        "<p>AFP opens a bureau in Velmora</p>",
    ],
    ids=["picture", "footer", "photographer", "person", "far behind", "a headline"],
)
def test_what_shows_a_picture_or_belongs_to_something_else_names_none(line):
    assert _read(line).agencies == ()


def test_behind_a_last_line_that_any_page_may_have_no_credit_is_read():
    elsewhere = "<div><p>Will it rain?</p><p>Yes<br>By Reuters</p></div>"
    assert closing_credits(f"<p>Will the bridge open again?</p><p>Yes</p>{elsewhere}".encode(), "Will it?\nYes") == ()
    assert closing_credits(b"<p>The bridge is closed.</p><p>By Reuters</p>", "The bridge is closed.") == ("Reuters",)


def test_a_byline_that_is_an_agency_s_sign_is_an_author():
    assert _read(before="<p>Von dpa</p>").authors == ("dpa",)


def test_an_agency_that_is_an_author_is_credited_once():
    head = '<meta name="author" content="Agence France-Presse">'
    read = _read("<p>© 2026 AFP</p>", head=head)
    assert (read.authors, read.agencies) == (("Agence France-Presse",), ())


def test_a_credit_within_the_text_is_kept_whatever_is_cut_from_the_text_later():
    assert _read("<p>AFP contributed to this report.</p>").agencies == ("AFP",)


@pytest.mark.django_db
def test_an_article_is_kept_with_the_agencies_that_its_page_credits():
    fetch, url = FakeFetch(), "https://quill.example/bridge"
    fetch.serve(url, f"<title>Old bridge closed</title><article><h1>Old bridge</h1>{_TEXT}<p>Fonte: Ansa</p>".encode())
    assert [one.code for one in actions.read(found(url), fetch=fetch, now=NOW)] == ["read"]
    assert Revision.objects.get().authors == ["ANSA"]
