"""A role is put beside a name only where the name stands by itself in the clip, and both parses tie them."""

from dataclasses import replace

import pytest

from newsclip.evidence.document import Sentence, by_revision
from newsclip.evidence.edits import Edit
from newsclip.evidence.origin import Origin
from newsclip.evidence.tests.test_first_mentions import OneParse
from newsclip.evidence.tests.test_introductions import LINE, MET, NAME, PARSER, judged
from newsclip.evidence.verifier import RunningText, judge_sentence, verify_sentence
from newsclip.kernel.spans import Passage, Span, digest_of
from newsclip.language.syntax import NO_PARSER, Parse, Parser, Token
from newsclip.writing.candidates import passage
from newsclip.writing.tests.stories import article

pytestmark = pytest.mark.slow


def test_no_name_loses_its_capital() -> None:
    line = "The council thanked Orsolya Holm."
    told, words = "Magpies boss Orsolya Holm met the sailors.", "Magpies boss Orsolya Holm"
    assert judged(told, words, "Magpies boss _", line=line) == ""
    assert judged(told, words, "magpies boss _", line=line) == "role_not_introduced"
    assert judged(told, words, "magpies boss _", line=line, more="They fed the magpies.") == ""


@pytest.mark.parametrize(
    "line",
    [
        "“Orsolya Holm opened the terminal,” said Tomas Reyl.",
        "'Orsolya Holm opened the terminal,' said Tomas Reyl.",
        "Orsolya Holm opened the terminal for us.''",
        "Captain Orsolya Holm opened the terminal.",
        "Orsolya Holm, a captain, opened the terminal.",
        "The Orsolya Holm affair closed the terminal.",
        "Orsolya Holm met Orsolya Holm.",
        "Orsolya Holm is a midwife.",
        "Orsolya Holm opened the new ferry terminal in 2017.",
        "Orsolya Holm opened the new ferry terminal.",  # and "midwife" begins no sentence
        "The board read Orsolya Holm’s Prisoners of the Sea in the town.",
    ],
)
def test_a_name_that_does_not_stand_alone_takes_none(line: str) -> None:
    role = "Midwife _" if line.startswith(NAME) and "Holm opened the new ferry terminal." not in line else "midwife _"
    assert judged(MET[0], MET[1], role, line=line) == "role_not_apart"


@pytest.mark.parametrize(
    "line",
    [
        "Orsolya Holm’s ferry sailed at noon.",
        "Orsolya Holm and Tomas Reyl opened the terminal.",
        "The council thanked the lawyer of Orsolya Holm.",
        "Orsolya Holm, who opened the terminal, left.",
        "The council thanked Orsolya Holm on Monday.",
        "Orsolya Holm on Monday opened the terminal.",
        "Captain Orsolya Holm opened the terminal.",
    ],
)
def test_an_apposition_stands_only_where_nothing_else_could_have_it(line: str) -> None:
    told, words = "Orsolya Holm, a midwife at Velm, met the sailors.", "Orsolya Holm, a midwife at Velm"
    role = "_, a midwife at Velm" if line.endswith("Holm.") else "_, a midwife at Velm,"
    assert judged(told, words, role, line=line) == "role_not_apart"


class Skewed:
    """PARSER, but for one word of one text, which has another label or head."""

    mark = "by hand"

    def __init__(self, text: str, word: str, label: str = "", head: int = -1) -> None:
        self._text, self._word, self._label, self._head = text, word, label, head

    def __call__(self, text: str, language: str) -> Parse | None:
        parse = PARSER(text, language)
        return Parse(text, tuple(map(self._skewed, parse.tokens))) if parse and text == self._text else parse

    def _skewed(self, token: Token) -> Token:
        if token.word != self._word:
            return token
        return replace(token, label=self._label or token.label, head=token.head if self._head < 0 else self._head)


CALLED = ("Orsolya Holm, a midwife, left the island.", "Orsolya Holm, a midwife", "_, a midwife,")
MADE = LINE.replace(NAME, f"{NAME}, a midwife,")


@pytest.mark.parametrize(
    ("parser", "reason"),
    [
        (Skewed(CALLED[0], "midwife", label="conj"), "role_not_introduced"),  # no apposition there
        (Skewed(CALLED[0], "island", head=4), "role_not_introduced"),  # not all of it
        (Skewed(MADE, "midwife", label="npadvmod"), "role_not_apart"),  # none in the clip
        (Skewed(MADE, "midwife", head=6), "role_not_apart"),  # of the verb
        (Skewed(MADE, "terminal", head=1), "role_not_apart"),  # something else moves
        (Skewed("", ""), ""),
    ],
)
def test_both_parses_must_tie_the_role_to_the_name(parser: Parser, reason: str) -> None:
    assert judged(*CALLED, parser=parser) == reason


def test_the_passage_is_of_the_same_article() -> None:
    own = article(1, "The ferry in the harbour", LINE)
    other = article(2, "The board of the town", MET[0])
    at = other.text.index(MET[1])
    edit = Edit(NAME, f"Midwife {NAME}")
    evidence = (passage(own, Span(0, len(LINE))), passage(other, Span(at, at + len(MET[1]))))
    said = Sentence(LINE.replace(NAME, edit.new), evidence, (str(edit),))
    verdict = judge_sentence(said, by_revision((own, other)), PARSER)
    assert verdict.reason
    assert verdict.reason.code == "role_not_introduced"


def test_a_headline_introduces_nobody() -> None:
    title = "Midwife Orsolya Holm"
    own = article(1, f"{title} met the sailors", f"{title} met the sailors.\n\n{LINE}")
    there = Passage(own.id, own.revision, 0, len(title), digest_of(title), "title")
    at = own.text.index(LINE)
    edit = Edit(NAME, title)
    said = Sentence(LINE.replace(NAME, title), (passage(own, Span(at, at + len(LINE))), there), (str(edit),))
    verdict = judge_sentence(said, by_revision((own,)), PARSER)
    assert verdict.reason
    assert verdict.reason.code == "role_not_introduced"


def test_a_surname_becomes_a_name_in_full_and_that_takes_a_role() -> None:
    told, line = "Sailors met midwife Orsolya Holm on Monday.", "Holm opened the new ferry terminal in the spring."
    own = article(1, "The ferry in the harbour", f"{told}\n\n{line}")
    at, there, name = own.text.index(line), own.text.index(MET[1]), own.text.index(NAME)
    edits = (str(Edit("Holm", NAME)), str(Edit(NAME, f"Midwife {NAME}")))
    spans = (Span(at, at + len(line)), Span(name, name + len(NAME)), Span(there, there + len(MET[1])))
    evidence = tuple(passage(own, span) for span in spans)
    known = by_revision((own,))
    said = Sentence(f"Midwife {NAME} opened the new ferry terminal in the spring.", evidence, edits)
    assert judge_sentence(said, known, PARSER).supported
    assert said.basis == "edited"


def test_a_pronoun_behind_a_role_means_whom_it_meant_without() -> None:
    lines = ["Orsolya Holm opened the terminal.", "It rained.", "She left for the island."]
    own = article(1, "The ferry in the harbour", "\n\n".join([MET[0], *lines]))
    met, _, left = (passage(own, Span(at := own.text.index(one), at + len(one))) for one in lines)
    there = own.text.index(MET[1])
    role = passage(own, Span(there, there + len(MET[1])))
    edit = Edit(NAME, f"Midwife {NAME}")
    text = RunningText(by_revision((own,)), PARSER)
    assert text.judge(Sentence(lines[0].replace(NAME, edit.new), (met, role), (str(edit),))).supported
    assert text.judge(Sentence(lines[2], (left,))).supported


def test_without_a_parse_it_stays() -> None:
    assert judged(*MET, parser=NO_PARSER) == "no_parser"
    assert judged(*MET, parser=OneParse(None)) == "role_not_introduced"


def test_other_languages_have_no_words_for_it() -> None:
    told = "Die Hafenbehörde der Stadt traf am Montag die Hebamme Orsolya Holm und alle Fischer auf der Insel."
    line = "Orsolya Holm eröffnete im Frühling die neue Fähre, die zwischen der Stadt und der Insel verkehrt."
    assert judged(told, "die Hebamme Orsolya Holm", "Die Hebamme _", line=line) == "role_not_introduced"


def test_words_that_no_passage_holds_are_refused_without_a_parse_too() -> None:
    evidence = (Passage("1", 1, 0, len(LINE), digest_of(LINE)),)
    edit = Edit(NAME, f"Pilot {NAME}")
    said = Sentence(LINE.replace(NAME, edit.new), evidence, (str(edit),))
    verdict = verify_sentence(said, [LINE], Origin("en"))
    assert verdict.reason
    assert verdict.reason.code == "name_not_held"
