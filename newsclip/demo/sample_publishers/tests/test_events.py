"""The sample articles: enough of them, of one mind about their days, and not one text told twice."""

from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest

from newsclip.demo.sample_publishers import archive, pictures
from newsclip.demo.sample_publishers.archive import Article
from newsclip.demo.sample_publishers.dates import Calendar
from newsclip.demo.sample_publishers.publishers import PUBLISHERS
from newsclip.language.tokens import words

NOW = datetime(2031, 3, 1, 9, 30, tzinfo=UTC)
MOST_SHARED = 0.03
MOST_LINES = 300


@pytest.fixture(scope="module")
def told() -> archive.Archive:
    return archive.load(NOW)


def _readable(told: archive.Archive) -> list[Article]:
    return [article for article in told.articles if article.kind in {"article", "live"}]


def _five_grams(article: Article) -> set[tuple[str, ...]]:
    spoken = [word.lower() for word in words(" ".join(article.body))]
    return set(zip(*(spoken[start:] for start in range(5)), strict=False))


def test_there_is_enough_to_show(told: archive.Archive) -> None:
    tellers = defaultdict(set)
    for article in _readable(told):
        tellers[article.event].add(article.publisher)
    assert len(PUBLISHERS) >= 6
    assert len(_readable(told)) >= 64
    assert len(tellers) >= 16
    assert sum(len(publishers) >= 3 for publishers in tellers.values()) >= 6


def test_every_category_has_news(told: archive.Archive) -> None:
    sections = Counter(article.section for article in _readable(told))
    assert set(sections) == {
        "General", "World", "Politics", "Business", "Technology", "Science", "Health", "Sports", "Culture",
        "Environment",
    }  # fmt: skip


def test_two_publishers_never_tell_it_in_the_same_words(told: archive.Archive) -> None:
    own = [article for article in _readable(told) if not article.copy_of]
    grams = {article.slug: _five_grams(article) for article in own}
    for one, other in combinations(own, 2):
        shared = len(grams[one.slug] & grams[other.slug])
        share = shared / min(len(grams[one.slug]), len(grams[other.slug]))
        assert share <= MOST_SHARED, (one.slug, other.slug, share)


def test_a_wire_copy_keeps_most_of_the_words_and_says_whose_they_are(told: archive.Archive) -> None:
    by_slug = {article.slug: article for article in told.articles}
    copies = [article for article in told.articles if article.copy_of]
    assert len(copies) >= 4
    for copy in copies:
        shared = _five_grams(copy) & _five_grams(by_slug[copy.copy_of])
        assert len(shared) > 0.8 * len(_five_grams(copy))
        assert "Crosswater" in copy.body[-1]


def test_quotation_marks_are_balanced(told: archive.Archive) -> None:
    for article in (*told.articles, *told.corrected.values()):
        for part in article.body:
            assert part.count('"') % 2 == 0, (article.slug, part)
            assert part.count("“") == part.count("”"), (article.slug, part)
            assert part.count("‘") <= part.count("’"), (article.slug, part)


def test_articles_are_as_long_as_articles_are(told: archive.Archive) -> None:
    for article in _readable(told):
        assert 100 <= sum(len(part.split()) for part in article.body) <= 450, article.slug


def test_slugs_are_unique_and_pictures_exist(told: archive.Archive) -> None:
    assert max(Counter(article.slug for article in told.articles).values()) == 1
    for article in told.articles:
        assert article.image in pictures.NAMES, article.slug
        assert article.image_alt
        assert article.image_credit


def test_nothing_is_told_before_it_happened(told: archive.Archive) -> None:
    for event, table in archive._tables():
        for row in table["article"]:
            assert row["hours_ago"] <= table["happened"], (event, row["slug"])
    assert all(NOW - article.published <= timedelta(hours=60) for article in told.articles)


def test_every_placeholder_is_filled(told: archive.Archive) -> None:
    for article in (*told.articles, *told.corrected.values()):
        assert not [part for part in (article.title, *article.body) if "{" in part or "}" in part]


def test_the_calendar_counts_from_the_event_and_from_the_publication() -> None:
    calendar = Calendar(
        happened=datetime(2026, 12, 30, 23, tzinfo=UTC), published=datetime(2026, 12, 31, 1, tzinfo=UTC)
    )
    assert calendar.fill("{day}, {day+2}, {date+3}, {longdate+3}") == "Wednesday, Friday, 2 January, 2 January 2027"
    assert calendar.fill("{month}, {month+2}, {year-12}") == "December, February, 2014"
    assert calendar.fill("{today}, {yesterday}, {tomorrow}, {clock-75}") == "Thursday, Wednesday, Friday, 23:45"


def test_an_unknown_placeholder_is_loud() -> None:
    with pytest.raises(KeyError):
        Calendar(NOW, NOW).fill("on {someday}")


def test_files_stay_small() -> None:
    for path in archive._EVENTS.glob("*.toml"):
        assert len(path.read_text("utf-8").splitlines()) < MOST_LINES, path.name
