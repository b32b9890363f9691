"""Two addresses that differ only by their last slash are one article, unless each page names its own as canonical."""

from datetime import timedelta

import pytest

from newsclip.articles import actions, queries
from newsclip.articles.models import Article, Revision
from newsclip.articles.tests.fakes import NOW, FakeFetch, make_source
from newsclip.articles.tests.test_same_address import FERRY, MILL
from newsclip.sources.ports import Entry

pytestmark = pytest.mark.django_db
BARE, SLASH = "https://quill.example/x", "https://quill.example/x/"


def page(text: str, canonical: str = "") -> bytes:
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    return f"<title>Hollin today</title>{link}<article><h1>Hollin today</h1>{text}</article>".encode()


def served(bare: bytes, slash: bytes) -> FakeFetch:
    fetch = FakeFetch()
    fetch.serve(BARE, bare)
    fetch.serve(SLASH, slash)
    return fetch


def show(*urls: str, **entry) -> None:
    """A source lists these addresses in one document."""
    actions.admit(make_source(), [Entry(url, **entry) for url in urls], now=NOW)


def read(fetch: FakeFetch) -> dict[str, str]:
    """Reads what is due; the codes of all articles by address."""
    due = queries.to_read(NOW)
    assert all(list(actions.read(due, fetch=fetch, now=NOW)))
    return dict(Article.objects.order_by("pk").values_list("url", "code"))


def test_both_are_articles_if_each_page_names_itself_and_they_tell_two_things():
    show(BARE, SLASH)
    assert read(served(page(FERRY, BARE), page(MILL, SLASH))) == {BARE: "read", SLASH: "read"}


@pytest.mark.parametrize(
    ("bare", "slash"),
    [
        (page(FERRY, BARE), page(MILL, BARE)),
        (page(FERRY, SLASH), page(MILL, SLASH)),
        (page(FERRY), page(MILL)),
        (page(FERRY, BARE), page(MILL)),
        (page(FERRY, BARE), page(FERRY, SLASH)),
        (page(FERRY, "https://elsewhere.example/x"), page(MILL, "https://elsewhere.example/x/")),
    ],
    ids=["both name one", "both name the other", "none names any", "one names none", "one text", "of another site"],
)  # fmt: skip
@pytest.mark.parametrize("order", [(BARE, SLASH), (SLASH, BARE)])
def test_otherwise_both_are_one_article_in_whichever_order_they_are_listed(bare, slash, order):
    show(*order)
    assert sorted(read(served(bare, slash)).values()) == ["read", "same_article"]


@pytest.mark.parametrize("canonical", ["", SLASH])
def test_a_page_that_does_not_name_its_own_address_is_not_asked_for_at_the_other(canonical):
    fetch = served(page(FERRY, canonical), page(MILL))
    show(BARE)
    read(fetch)
    show(SLASH)
    assert read(fetch) == {BARE: "read"}
    assert [ask.url for ask in fetch.asked] == [BARE]


def test_a_page_that_names_its_own_address_is_asked_for_at_the_other_but_once():
    fetch = served(page(FERRY, BARE), page(FERRY, BARE))
    for url in (BARE, SLASH, BARE, SLASH, SLASH):
        show(url)
        read(fetch)
    assert [ask.url for ask in fetch.asked] == [BARE, SLASH]


def test_an_article_that_was_merged_before_is_read_again_if_an_entry_changes_under_its_other_address():
    show(BARE)
    fetch = served(page(FERRY), page(FERRY))
    read(fetch)
    Revision.objects.update(canonical=BARE)  # as rows of pages without a canonical link were stored
    for _ in range(2):
        show(SLASH, changed=True)
        read(fetch)
    assert [ask.url for ask in fetch.asked] == [BARE, SLASH, BARE]
    assert queries.known_at(SLASH).url == BARE


def test_of_one_poll_that_lists_both_the_article_is_read_once():
    fetch = served(page(FERRY, BARE), page(FERRY, BARE))
    show(BARE, SLASH)
    read(fetch)
    show(BARE, SLASH, changed=True)
    read(fetch)
    assert [ask.url for ask in fetch.asked] == [BARE, SLASH, BARE]


@pytest.mark.parametrize(("asked", "led"), [(BARE, SLASH), (SLASH, BARE)])
def test_an_address_that_leads_to_the_other_is_the_others_article(asked, led):
    fetch = FakeFetch()
    fetch.serve(led, page(FERRY))
    fetch.serve(asked, page(FERRY), at=led)
    show(asked)
    read(fetch)
    show(led)
    assert read(fetch) == {asked: "read"}
    Article.objects.all().delete()
    show(led, asked)
    assert read(fetch) == {led: "read", asked: "same_article"}


def test_a_short_address_that_leads_to_one_with_a_last_slash_is_the_article_without_it():
    fetch = FakeFetch()
    fetch.serve(BARE, page(FERRY))
    fetch.serve("https://quill.example/s1", page(FERRY + MILL), at=SLASH)
    show(BARE, "https://quill.example/s1")
    assert list(read(fetch).values()) == ["read", "same_article"]


def test_an_address_whose_other_one_is_not_there_is_read():
    fetch = FakeFetch()
    fetch.serve(SLASH, page(FERRY))
    show(SLASH, BARE)
    assert read(fetch) == {SLASH: "read", BARE: "not_found"}


def test_what_was_taken_down_does_not_come_back_under_its_other_address():
    fetch = served(page(FERRY, BARE), page(MILL, SLASH))
    show(BARE)
    read(fetch)
    actions.take_down([Article.objects.get().pk], reason="asked", now=NOW)
    show(SLASH)
    assert read(fetch) == {BARE: "taken_down"}


def test_the_retention_of_refused_pages_makes_no_duplicate():
    fetch = served(page(FERRY, BARE), page(FERRY, BARE))
    show(BARE, SLASH)
    read(fetch)
    actions.forget_refused(NOW + timedelta(days=1), 10)
    show(SLASH)
    assert read(fetch) == {BARE: "read", SLASH: "same_article"}
