"""Which words of a sentence lead to another time."""

from datetime import date

import pytest

from newsclip.language.days import days
from newsclip.language.other_times import other_times


def told(text: str, language: str = "en") -> frozenset[str] | None:
    return other_times(text, language, days(text, date(2026, 10, 16), language))


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Last year nine were hurt.", "en", {"last year"}),
        ("Nine were hurt in May, too.", "en", {"may"}),
        ("A similar fire hurt nine 12 years ago.", "en", {"similar", "ago"}),
        ("Im vergangenen Jahr waren es neun.", "de", {"vergangenen jahr"}),
        ("Im März waren es neun.", "de", {"märz"}),
        ("L’an dernier, neuf fissures avaient été vues.", "fr", {"an dernier"}),
        ("El año pasado fueron nueve.", "es", {"año pasado"}),
        ("L'anno scorso erano nove.", "it", {"anno scorso"}),
        ("No ano passado foram nove.", "pt", {"ano passado"}),
        ("Vorig jaar waren het er negen.", "nl", {"vorig jaar"}),
    ],
)
def test_words_for_another_time_are_found(text: str, language: str, words: set[str]) -> None:
    assert told(text, language) == words


@pytest.mark.parametrize(
    "text", ["Nine may be hurt.", "Nine were hurt on 8 October.", "Nine were hurt on Thursday.", ""]
)
def test_a_day_is_none_as_days_are_compared(text: str) -> None:
    assert told(text) == frozenset()


def test_of_a_language_without_such_words_nothing_is_known() -> None:
    assert told("九人が負傷した。", "ja") is None
