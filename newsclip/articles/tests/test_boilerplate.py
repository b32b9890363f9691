"""Lines that stand in all of a publisher's articles are not the article's."""

import pytest

from newsclip.articles.actions import read
from newsclip.articles.models import Article, Revision
from newsclip.articles.rules.boilerplate import ArticleLines, article_lines, without_boilerplate
from newsclip.articles.tests.fakes import NOW, FakeFetch, found

PLEA = "Did you enjoy this? The Quill takes no advertising, and lives on what its readers give it each month."
TITLES = ("Night library opens", "Harbour crane falls", "Comet over Hollin", "Mill grinds again", "Bell rings twice")
TEXT = "\n\n".join(
    f"Paragraph {n} tells of one thing that happened here today, and of who was there." for n in range(6)
)


def others(line: str, titles: tuple[str, ...] = TITLES[:3]) -> list[ArticleLines]:
    return [article_lines(title, f"What is told in this article of ours alone.\n\n{line}") for title in titles]


def test_a_line_in_three_other_articles_is_left_out_wherever_it_stands() -> None:
    assert without_boilerplate("Tram stops", f"{TEXT}\n\n{PLEA}", others(PLEA)) == (TEXT, (PLEA,))
    assert without_boilerplate("Tram stops", f"{PLEA}\n\n{TEXT}", others(PLEA.upper())) == (TEXT, (PLEA,))


def test_a_line_in_two_other_articles_stays() -> None:
    text = f"{TEXT}\n\n{PLEA}"
    assert without_boilerplate("Tram stops", text, others(PLEA, TITLES[:2])) == (text, ())


def test_the_background_that_articles_about_one_matter_share_stays() -> None:
    background = "The night library has been argued over since the council of Ordmund first voted on it in the spring."
    matter = (
        "Night library opens",
        "Council praises night library",
        "Library draws crowds",
        "Why the library stays open",
    )
    text = f"{TEXT}\n\n{background}"
    assert without_boilerplate("Night library to close", text, others(background, matter)) == (text, ())


def test_where_too_much_of_an_article_would_go_all_of_it_stays() -> None:
    text = f"{TEXT[:100]}\n\n{PLEA}"
    assert without_boilerplate("Tram stops", text, others(PLEA)) == (text, ())


def page(title: str, number: int) -> bytes:
    paragraphs = [f"{title}, said somebody who saw it from window {number}-{n} of the town hall." for n in range(6)]
    shown = "".join(f"<p>{paragraph}</p>" for paragraph in [*paragraphs, PLEA])
    return f"<title>{title}</title><main><h1>{title}</h1>{shown}</main>".encode()


def read_all(titles: tuple[str, ...] = TITLES) -> tuple[FakeFetch, list[Article]]:
    fetch = FakeFetch()
    urls = [f"https://quill.example/{n}" for n in range(len(titles))]
    for n, (url, title) in enumerate(zip(urls, titles, strict=True)):
        fetch.serve(url, page(title, n))
    articles = found(*urls)
    for article in articles:
        assert [result.code for result in read([article], fetch=fetch, now=NOW)] == ["read"]
    return fetch, articles


@pytest.mark.django_db
def test_a_publishers_plea_is_learnt_left_out_of_later_articles_and_recorded() -> None:
    read_all()
    kept = list(Revision.objects.order_by("pk").values_list("left_out", flat=True))
    assert kept == [[], [], [], [PLEA], [PLEA]]
    assert [PLEA in text for text in Revision.objects.order_by("pk").values_list("text", flat=True)] == [
        True, True, True, False, False,
    ]  # fmt: skip


@pytest.mark.django_db
def test_what_is_learnt_later_is_no_change_of_an_article_that_was_read_before() -> None:
    fetch, articles = read_all()
    assert [result.code for result in read(articles, fetch=fetch, now=NOW)] == ["unchanged"] * 5


@pytest.mark.django_db
def test_what_was_learnt_once_is_not_forgotten_when_the_first_articles_are_gone() -> None:
    fetch, articles = read_all()
    Article.objects.filter(pk__in=[article.pk for article in articles[:3]]).delete()
    assert [result.code for result in read(articles[3:], fetch=fetch, now=NOW)] == ["unchanged"] * 2


@pytest.mark.django_db
def test_one_publisher_learns_nothing_from_another() -> None:
    read_all(TITLES[:3])
    fetch = FakeFetch()
    elsewhere = "https://ledger.example/1"
    fetch.serve(elsewhere, page("Tram stops", 9))
    assert [result.code for result in read(found(elsewhere), fetch=fetch, now=NOW)] == ["read"]
    assert PLEA in Revision.objects.get(article__url=elsewhere).text
