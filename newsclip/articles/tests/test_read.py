from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from newsclip.articles import queries
from newsclip.articles.actions import admit, read
from newsclip.articles.models import Article, Picture, Revision
from newsclip.articles.tests.fakes import NOW, FakeFetch, found, make_source
from newsclip.articles.tests.saved import page
from newsclip.db.leases import claim
from newsclip.kernel.fetching import Page
from newsclip.sources.ports import Entry

pytestmark = pytest.mark.django_db
URL = "https://quill.example/culture/night-library"
LATER = NOW + timedelta(hours=2)


def codes(fetch: FakeFetch, *articles: Article, now: datetime = NOW) -> list[str]:
    return [result.code for result in read(articles, fetch=fetch, now=now)]


def read_once(name: str = "clean", **headers: str) -> tuple[FakeFetch, Article]:
    fetch = FakeFetch()
    fetch.serve(URL, name, **headers)
    (article,) = found(URL)
    assert codes(fetch, article) == ["read"]
    article.refresh_from_db()
    return fetch, article


def test_an_entry_is_admitted_once_however_often_it_is_shown() -> None:
    entries = [Entry("https://quill.example/1"), Entry("https://quill.example/2"), Entry("https://quill.example/1")]
    assert admit(make_source(), entries, now=NOW) == 2
    assert admit(make_source(), entries, now=LATER) == 0
    assert queries.to_read(NOW).count() == 2


@pytest.mark.parametrize("entry", [Entry(URL, updated=LATER), Entry(URL, title="Ordmund closes its night library")])
def test_an_article_whose_entry_changed_is_looked_at_again(entry: Entry) -> None:
    _, article = read_once()
    admit(article.source, [entry], now=LATER - timedelta(minutes=70))
    article.refresh_from_db()
    assert article.due_at == LATER - timedelta(minutes=70)


def test_an_article_whose_entry_is_the_same_waits_for_its_time() -> None:
    _, article = read_once()
    admit(article.source, [Entry(URL, title=article.entry_title, updated=NOW)], now=NOW)
    article.refresh_from_db()
    assert article.due_at > NOW


def test_a_page_becomes_the_first_revision_of_its_article() -> None:
    _, article = read_once()
    assert (article.state, article.code, article.revisions) == ("read", "read", 1)
    assert article.publisher.name == "The Ordmund Quill"
    assert article.published == datetime(2026, 3, 4, 6, 15, tzinfo=UTC)
    assert article.texts.get().title == "Ordmund opens its night library"


def test_reading_ends_the_lease_and_plans_the_next_look() -> None:
    fetch = FakeFetch()
    fetch.serve(URL, "clean")
    found(URL)
    codes(fetch, *claim(queries.to_read(NOW), now=NOW, limit=5))
    article = Article.objects.get()
    assert article.leased_until is None
    assert article.due_at == NOW + timedelta(hours=1)
    assert not queries.to_read(NOW).exists()


def test_the_second_look_is_conditional_and_304_changes_nothing() -> None:
    fetch, article = read_once(etag='"v1"')
    fetch.answers[URL] = Page(URL, 304)
    assert codes(fetch, article, now=LATER) == ["unchanged"]
    assert [ask.etag for ask in fetch.asked] == ["", '"v1"']
    assert article.texts.count() == 1


def test_a_correction_makes_a_new_revision_that_tells_the_change() -> None:
    fetch, article = read_once()
    fetch.serve(URL, page("clean").replace(b"412 people", b"421 people"))
    assert codes(fetch, article, now=LATER) == ["revised"]
    newest = article.texts.get(number=2)
    assert "421 people" in newest.text
    assert len(newest.change["changed"]) == 1
    assert "412 people" in article.texts.get(number=1).text


def test_what_a_publisher_says_it_corrected_is_kept_with_the_revision() -> None:
    note = "Correction: An earlier version of this article gave the wrong number of people."
    fetch, article = read_once()
    assert article.texts.get().correction_note == ""
    noted = page("clean").replace(b"412 people", b"421 people")
    fetch.serve(URL, noted.replace(b"</article>", f"<p>{note}</p></article>".encode()))
    assert codes(fetch, article, now=LATER) == ["revised"]
    assert article.texts.get(number=2).correction_note == note


def test_the_same_words_in_a_new_dress_are_no_revision() -> None:
    fetch, article = read_once()
    fetch.serve(URL, page("clean").replace(b"<p>", b"<p >  ").replace(b"</article>", b"<p>31 comments</p></article>"))
    assert codes(fetch, article, now=LATER) == ["unchanged"]


@pytest.mark.parametrize(
    "noise",
    [
        b'<aside class="related"><h3>Read more</h3><p>A tower in Hollin leans further than last year.</p></aside>',
        b"<p>Last updated: 5 March 2026, 18:40</p>",
        b"<p>Read also: The tower that leans</p>",
        b'<div class="ad-slot"><p>Buy two lamps for the price of one, until Saturday only, at our house.</p></div>',
        b"<p>Sign up to our newsletter for more of the same.</p>",
    ],
)
def test_what_comes_and_goes_around_the_words_is_no_revision(noise: bytes) -> None:
    fetch, article = read_once()
    fetch.serve(URL, page("clean").replace(b"</article>", noise + b"</article>"))
    assert codes(fetch, article, now=LATER) == ["unchanged"]
    fetch.serve(URL, page("clean").replace(b"<article>", b"<article>" + noise))
    assert codes(fetch, article, now=LATER) == ["unchanged"]
    assert article.texts.count() == 1


def test_what_changed_can_be_asked_of_the_revision() -> None:
    fetch, article = read_once()
    whole = page("clean")
    last = b"A decision on whether the nights stay is due in September."
    fetch.serve(
        URL, whole.replace(last, b"The nights stay, the council decided.").replace(b"412 people", b"421 people")
    )
    assert codes(fetch, article, now=LATER) == ["revised"]
    row = Revision.objects.get(article=article, number=2)
    assert row.change["added"] == ["The nights stay, the council decided."]
    assert row.change["removed"] == [last.decode()]
    assert "421 people" in row.change["changed"][0][1]


@pytest.mark.parametrize(
    ("name", "code"), [("paywall", "paywall_stub"), ("index", "index_page"), ("error", "error_page")]
)
def test_a_page_that_is_no_article_is_refused_by_name(name: str, code: str) -> None:
    fetch = FakeFetch()
    fetch.serve(URL, name)
    assert codes(fetch, *found(URL)) == [code]
    assert [(a.url, a.code) for a in queries.refused(5)] == [(URL, code)]


def test_what_was_read_stays_read_when_its_page_turns_into_something_else() -> None:
    fetch, article = read_once()
    fetch.serve(URL, "consent")
    assert codes(fetch, article, now=LATER) == ["consent_wall"]
    article.refresh_from_db()
    assert (article.state, article.code, article.revisions) == ("read", "read", 1)
    assert article.detail.startswith("Last look: consent_wall")


def test_a_host_that_does_not_answer_is_asked_again_and_given_up_the_fifth_time() -> None:
    fetch = FakeFetch()
    fetch.fail(URL, "timeout")
    (article,) = found(URL)
    for _ in range(4):
        codes(fetch, article)
        assert (article.state, article.code) == ("found", "timeout")
        assert article.due_at
        assert article.due_at > NOW
    codes(fetch, article)
    assert (article.state, article.due_at) == ("refused", None)


def test_a_host_that_wants_proof_of_a_person_is_asked_again() -> None:
    fetch = FakeFetch()
    fetch.serve(URL, b"<title>Just a moment...</title><p>Your request is being looked at.</p>")
    (article,) = found(URL)
    assert codes(fetch, article) == ["robot_check"]
    assert (article.state, article.code) == ("found", "robot_check")
    assert article.due_at


def test_a_host_that_asks_for_time_gets_it() -> None:
    fetch = FakeFetch()
    fetch.fail(URL, "busy", wait=3600)
    (article,) = found(URL)
    codes(fetch, article)
    assert article.due_at == NOW + timedelta(hours=1)


def test_a_picture_is_no_page() -> None:
    fetch = FakeFetch()
    fetch.answers[URL] = Page(URL, 200, b"\x89PNG", {"content-type": "image/png"})
    assert codes(fetch, *found(URL)) == ["not_html"]


def test_one_broken_article_does_not_stop_the_others() -> None:
    fetch = FakeFetch()
    fetch.answers["https://quill.example/file"] = Page(URL, 200, b"%PDF-1.4", {"content-type": "text/html"})
    fetch.serve(URL, "clean")
    assert codes(fetch, *found("https://quill.example/file", "https://quill.example/gone", URL)) == [
        "unreadable_page",
        "not_found",
        "read",
    ]


def test_the_same_article_at_two_addresses_is_read_once() -> None:
    fetch = FakeFetch()
    fetch.serve(URL, "clean")
    fetch.serve(f"{URL}/amp", "clean")
    first, second = found(URL, f"{URL}/amp")
    assert codes(fetch, first, second) == ["read", "same_article"]
    assert Article.objects.get(url=f"{URL}/amp").detail == URL


@pytest.mark.slow
@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite says how many steps it took")
def test_a_new_article_asks_no_more_of_the_database_where_its_publisher_has_written_twenty_times_as_much() -> None:
    source = make_source()

    def steps_after(numbers: range) -> int:
        known = {"source": source, "publisher": source.publisher, "found_at": NOW, "revisions": 1, "state": "read"}
        old = Article.objects.bulk_create(Article(url=f"{URL}/{number}", **known) for number in numbers)
        Revision.objects.bulk_create(
            Revision(
                article=one, number=1, at=NOW, title=one.url, text=one.url, canonical=one.url, digest=one.url[-64:]
            )
            for one in old
        )
        fetch, steps = FakeFetch(), list[int]()
        fetch.serve(URL, "clean", at=f"{URL}-moved")
        (article,) = found(URL)
        connection.connection.set_progress_handler(lambda: steps.append(1), 1)
        assert codes(fetch, article) == ["read"]
        connection.connection.set_progress_handler(None, 0)
        article.texts.all().delete()
        article.delete()
        return len(steps)

    few, many = steps_after(range(50)), steps_after(range(50, 1000))
    assert few > 500
    assert many < few + 950, "a step or more for each further article: they are looked through"


def test_a_time_in_the_future_gives_way_to_the_time_it_was_found() -> None:
    fetch = FakeFetch()
    fetch.serve(URL, page("clean").replace(b"2026-03-04T07:15", b"2027-03-04T07:15"))
    (article,) = found(URL)
    codes(fetch, article)
    assert (article.published, article.detail) == (NOW, "future_date")
    assert Revision.objects.get().published is None


def test_the_lead_picture_waits_to_be_kept() -> None:
    read_once()
    assert [p.url for p in queries.pictures_to_keep(NOW)] == ["https://quill.example/pictures/reading-room.jpg"]
    assert Picture.objects.get().code == "found"


def test_the_stages_below_get_the_newest_revision_with_its_publisher() -> None:
    fetch, article = read_once()
    fetch.serve(URL, page("clean").replace(b"38,000", b"83,000"))
    codes(fetch, article, now=LATER)
    told = queries.newest([article.pk])[article.pk]
    assert (told.revision, told.domain, told.section) == (2, "quill.example", "Culture")
    assert "83,000" in told.text
    assert ["38,000" in row.text for row in article.texts.order_by("number")] == [True, False]
    assert queries.counts_by_code() == [("revised", 1)]


@pytest.mark.parametrize(
    ("asked", "answered", "in_the_open"),
    [
        (URL, URL, False),
        (URL.replace("https", "http"), URL.replace("https", "http"), True),
        (URL.replace("https", "http"), URL, False),
        (URL, URL.replace("https", "http"), True),
        (
            "http://quill.localhost/night-library",
            "http://quill.localhost/night-library",
            False,
        ),  # stays on this machine
    ],
)
def test_a_text_that_came_without_encryption_says_so(asked: str, answered: str, in_the_open: bool) -> None:
    fetch = FakeFetch()
    fetch.serve(asked, "clean", at=answered)
    (article,) = found(asked)
    assert codes(fetch, article) == ["read"]
    assert article.texts.get().in_the_open is in_the_open
