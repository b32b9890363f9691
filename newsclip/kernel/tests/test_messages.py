"""Reasons in words: one message a code, in the language of whoever reads."""

import pytest

from newsclip.kernel.reasons import KEPT_IN_WORDS, Reason, message, outline

GERMAN = {
    "It says “%(said)s”, but the passage says “%(held)s”.": "Sagt „%(said)s“, die Stelle sagt „%(held)s“.",
    "Dated %(day)s, the sentence tells %(days)s.": "Auf %(day)s datiert, der Satz nennt %(days)s.",
    "%(first)s and %(last)s": "%(first)s und %(last)s",
    "It cannot stand in a clip: %(fault)s.": "Ungeeignet: %(fault)s.",
    "it is an appeal": "Aufruf",
}


def german(words: str) -> str:
    return GERMAN.get(words, words)


@pytest.mark.parametrize(
    ("reason", "english", "other"),
    [
        (
            Reason("says_instead", {"said": "11", "held": "9"}),
            "It says “11”, but the passage says “9”.",
            "Sagt „11“, die Stelle sagt „9“.",
        ),
        (
            Reason("day_differs", {"day": "2026-11", "days": ["A", "B", "C"]}),
            "Dated 2026-11, the sentence tells A, B and C.",
            "Auf 2026-11 datiert, der Satz nennt A, B und C.",
        ),
        (
            Reason("unfit", {"fault": Reason("unfit_plea").as_json()}),
            "It cannot stand in a clip: it is an appeal.",
            "Ungeeignet: Aufruf.",
        ),
        (Reason(KEPT_IN_WORDS, {"words": "plea"}), "plea", "plea"),
    ],
)
def test_a_reason_is_told_in_each_language(reason: Reason, english: str, other: str) -> None:
    assert message(reason) == english
    assert message(reason, german) == other


def test_marks_in_a_parameter_change_nothing() -> None:
    odd = "The “Daily” 100%(said)s %s “Post”"
    assert message(Reason("not_said", {"said": odd})) == f"It says “{odd}”, which the passage does not say."


def test_an_outline_says_what_all_of_a_code_say() -> None:
    assert outline("says_instead") == "It says “…”, but the passage says “…”."


def test_a_code_without_a_message_is_a_defect() -> None:
    with pytest.raises(KeyError):
        message(Reason("no_such_code"))
