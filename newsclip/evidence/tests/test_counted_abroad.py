"""In other languages than English a disagreement needs two sides that count the same people, and differently."""

from dataclasses import replace
from datetime import timedelta

import pytest

from newsclip.evidence.document import Claim, Disagreement, SourceArticle, Verdict
from newsclip.evidence.tests.counted_abroad import CONTRADICTS, HOSTILE, OTHERS, QUESTIONS, REFUSED, TITLE, TWELVE, Row
from newsclip.evidence.verifier import judge_disagreement
from newsclip.kernel.spans import Passage, digest_of
from newsclip.language.pack import pack
from newsclip.writing.tests.stories import article

LANGUAGES = sorted(TITLE)
TRUE = [pytest.param(code, row, id=f"{code}: {row[2]}") for code in LANGUAGES for row in CONTRADICTS[code]]
FALSE = [
    pytest.param(code, row, id=f"{code}: {why}: {row[2]}")
    for code in LANGUAGES
    for why, rows in REFUSED[code].items()
    for row in rows
]


def judged(code: str, row: Row, *, hours: float = 0.5, about: str = "", more: str = "") -> Verdict:
    """The verdict on the value beside that of the other side, told so many hours earlier. `more` follows."""
    kind, value, sentence = row
    against = TWELVE[code] if kind == "dead" else OTHERS[code][kind]
    sides = [against, (value, sentence)]
    articles = [article(n, TITLE[code], f"{side[1]}{more}", language=code) for n, side in enumerate(sides, 1)]
    first = articles[0].published
    articles[1] = replace(articles[1], published=first + timedelta(hours=hours) if first else None)
    claims = [Claim(number, (_passage(one, said),)) for (number, said), one in zip(sides, articles, strict=True)]
    told = Disagreement(about or QUESTIONS[code][kind], tuple(claims))
    return judge_disagreement(told, {(one.id, 1): one for one in articles})


def _passage(one: SourceArticle, said: str) -> Passage:
    return Passage(one.id, one.revision, 0, len(said), digest_of(said))


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_writer_asks_what_the_verifier_understands(code: str) -> None:
    words = pack(code).casualties
    assert words is not None
    assert words.questions == QUESTIONS[code]


@pytest.mark.parametrize(("code", "row"), TRUE)
def test_two_counts_of_the_same_people_that_exclude_each_other_stand(code: str, row: Row) -> None:
    assert judged(code, row).reason is None


@pytest.mark.parametrize(("code", "row"), FALSE)
def test_what_is_no_contradiction_is_refused(code: str, row: Row) -> None:
    assert not judged(code, row).supported


@pytest.mark.parametrize(("code", "row"), [(code, row) for code in LANGUAGES for row in HOSTILE[code]])
def test_so_is_what_is_put_so_that_it_seems_one(code: str, row: Row) -> None:
    assert not judged(code, row).supported


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_higher_toll_of_hours_later_is_news_and_a_lower_one_is_not(code: str) -> None:
    kind, value, sentence = CONTRADICTS[code][0]
    assert not judged(code, (kind, value, sentence), hours=6).supported
    assert judged(code, (kind, value.replace("14", "9"), sentence.replace("14", "9")), hours=6).supported


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_count_of_three_days_later_contradicts_none(code: str) -> None:
    kind, value, sentence = CONTRADICTS[code][0]
    assert not judged(code, (kind, value.replace("14", "9"), sentence.replace("14", "9")), hours=72).supported


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_article_that_gives_the_other_number_too_contradicts_nobody(code: str) -> None:
    assert not judged(code, CONTRADICTS[code][0], more=f"\n\n{TWELVE[code][1]}").supported


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("about", ["How many people died?", "?", "14"])
def test_a_question_of_other_words_is_not_understood(code: str, about: str) -> None:
    assert not judged(code, CONTRADICTS[code][0], about=about).supported
