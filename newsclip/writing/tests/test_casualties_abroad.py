"""In other languages than English, too, a clip tells where reports count the dead differently, and the newest count."""

from dataclasses import replace
from datetime import timedelta

import pytest

from newsclip.evidence.document import SourceArticle
from newsclip.evidence.verifier import judge_disagreement
from newsclip.writing.extractive.casualty_counts import tolls
from newsclip.writing.tests.casualties_abroad import COUNTS, FIRST, INSTEAD, reports
from newsclip.writing.tests.stories import clip_of

LANGUAGES = sorted(FIRST)


def later(one: SourceArticle, hours: int) -> SourceArticle:
    return replace(one, published=one.published + timedelta(hours=hours) if one.published else None)


@pytest.mark.parametrize("code", LANGUAGES)
def test_two_publishers_that_count_the_dead_differently_disagree(code: str) -> None:
    articles = reports(code)
    (told,) = clip_of(*articles).disagreements
    assert [len(claim.evidence) for claim in told.claims] == [1, 1]
    assert told.claims[1].value == "14"
    assert judge_disagreement(told, {(one.id, 1): one for one in articles}).reason is None


@pytest.mark.parametrize(("code", "change"), [(code, change) for code in LANGUAGES for change in INSTEAD[code]])
def test_what_only_seems_to_differ_is_no_disagreement(code: str, change: tuple[str, str]) -> None:
    assert not clip_of(*reports(code, change)).disagreements


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_higher_count_of_hours_later_is_news(code: str) -> None:
    first, second = reports(code)
    assert not clip_of(first, later(second, 6)).disagreements


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_publisher_that_corrects_itself_disagrees_with_nobody(code: str) -> None:
    first, second = reports(code)
    same = replace(second, publisher=first.publisher)
    assert not clip_of(first, same).disagreements
    corrected = replace(later(second, 1), publisher=first.publisher)
    assert not clip_of(first, replace(corrected, id="3", report="3"), second).disagreements


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_article_without_a_date_disagrees_with_nobody(code: str) -> None:
    first, second = reports(code)
    assert not clip_of(first, replace(second, published=None)).disagreements


@pytest.mark.parametrize(
    ("code", "text", "counts"), [(code, text, counts) for code in LANGUAGES for text, counts in COUNTS[code]]
)
def test_the_dead_injured_and_missing_are_counted(code: str, text: str, counts: dict[str, int]) -> None:
    assert tolls(text, code) == counts


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_older_count_gives_way_to_the_newest(code: str) -> None:
    first, second = reports(code)
    clip = clip_of(first, later(second, 6))
    old = first.text.partition("\n")[0]
    assert old not in [sentence.text for sentence in clip.summary]
    assert "14" in " ".join(sentence.text for sentence in clip.summary)


@pytest.mark.parametrize("text", ["Rund 16 Boote, die im Hafen lagen, sind gesunken.", "De 20 mensen die daar wonen."])
def test_no_language_is_counted_by_the_words_of_another(text: str) -> None:
    assert tolls(text, "nl") == tolls(text, "de") == {}
