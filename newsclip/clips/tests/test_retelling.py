"""Reasons that are kept in English, in another language."""

import pytest

from newsclip.clips.rules.retelling import TO_TRANSLATE, retold

GERMAN = {
    "%(who)s %(changes)s.": "%(who)s hat %(changes)s.",
    "%(who)s %(changes)s, and more.": "%(who)s hat %(changes)s und mehr.",
    "changed %(was)s to %(now)s": "%(was)s in %(now)s geändert",
    "left out %(was)s": "%(was)s weggelassen",
    "added %(now)s": "%(now)s ergänzt",
    "%(first)s and %(last)s": "%(first)s und %(last)s",
    "%(count)s more articles joined.": "%(count)s weitere Artikel kamen hinzu.",
    "One article left the story.": "Ein Artikel verließ die Geschichte.",
    "The clip was withdrawn.": "Der Clip wurde zurückgezogen.",
    "It was old and told by no clip; its text is no longer kept.": "Er war alt.",
    "%(who)s took its article back.": "%(who)s hat seinen Artikel zurückgenommen.",
    "Says the figure %(was)s, the passage says %(now)s.": "Sagt die Zahl %(was)s, die Stelle sagt %(now)s.",
    "A publisher": "Ein Herausgeber",
}


def german(words: str) -> str:
    return GERMAN.get(words, words)


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ("Paper 1 changed 4,000 to 5,000.", "Paper 1 hat 4,000 in 5,000 geändert."),
        (
            "St. Ann's Post changed 9 to 11, left out “on Monday” and added “late”.",
            "St. Ann's Post hat 9 in 11 geändert, “on Monday” weggelassen und “late” ergänzt.",
        ),
        ("Ledger left out “a. B and c” and more.", "Ledger hat “a. B and c” weggelassen und mehr."),
        ("Ledger added “he said “no” twice”.", "Ledger hat “he said “no” twice” ergänzt."),
        (
            "Ledger changed 9 to 11. Two more articles joined. One article left the story.",
            "Ledger hat 9 in 11 geändert. 2 weitere Artikel kamen hinzu. Ein Artikel verließ die Geschichte.",
        ),
        (
            "The clip was withdrawn. It was old and told by no clip; its text is no longer kept.",
            "Der Clip wurde zurückgezogen. Er war alt.",
        ),
        (
            "A reader doubted a sentence, and it did not stand. Says the figure “11”, the passage says “9”.",
            "A reader doubted a sentence, and it did not stand. Sagt die Zahl “11”, die Stelle sagt “9”.",
        ),
        ("A publisher took its article back.", "Ein Herausgeber hat seinen Artikel zurückgenommen."),
    ],
)
def test_a_reason_is_told_sentence_by_sentence(kept: str, said: str) -> None:
    assert retold(kept, german) == said


@pytest.mark.parametrize("kept", ["", "Something else.", "Ledger added “half", "The clip was withdrawn. Odd", "“” . “"])
def test_what_is_not_known_stays_as_it_is(kept: str) -> None:
    assert retold(kept, str) == kept


def test_english_stays_letter_by_letter() -> None:
    for kept in (
        "Ledger changed 9 to 11 and more.",
        "Two more articles joined.",
        "A b took its article back.",
        *TO_TRANSLATE,
    ):
        assert retold(kept, str) == kept
