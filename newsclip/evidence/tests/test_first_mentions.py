"""A surname is given in full only where the articles name one such person, and it can mean nothing else."""

import pytest

from newsclip.adapters.embedded.spacy_parser import SpacyParser
from newsclip.evidence.document import Sentence, by_revision
from newsclip.evidence.edits import Edit
from newsclip.evidence.verifier import RunningText, judge_sentence
from newsclip.kernel.spans import Span
from newsclip.language.syntax import NO_PARSER, Parse, Parser, Token
from newsclip.writing.candidates import passage
from newsclip.writing.tests.stories import article

pytestmark = pytest.mark.slow
PARSER = SpacyParser()
BEFORE = "The harbour board of the town met Orsolya Holm on Monday."
LATER = "Holm opened the new ferry terminal in the spring."
IN_FULL = str(Edit("Holm", "Orsolya Holm"))


def judged(
    said: str, before: str = BEFORE, line: str = LATER, *, edit: str = IN_FULL, other: str = "", parser: Parser = PARSER
) -> str:
    """The code of the reason why it is refused, "" where it stands. `other`: what another article tells."""
    given = [article(1, "Ferry terminal", f"{before}\n\n{line}"), article(2, "The board", other)]
    own = given[0]
    start = own.text.rindex(line)
    name = edit.rpartition(" → ")[2]
    named = next((one for one in given if name in one.text), own)
    there = named.text.index(name) if name in named.text else 0
    evidence = (passage(own, Span(start, start + len(line))), passage(named, Span(there, there + len(name))))
    known = by_revision(given)
    verdict = judge_sentence(Sentence(said, evidence, (edit,)), known, parser)
    return verdict.reason.code if verdict.reason else ""


def with_name(line: str, name: str = "Orsolya Holm") -> str:
    return line.replace("Holm", name, 1)


@pytest.mark.parametrize(
    "line",
    [
        LATER,
        "The council thanked Holm for the new ferry terminal.",
        "The council wrote to Holm.",
        "Holm’s ferry sailed at noon.",
    ],
)
def test_a_surname_is_given_in_full_where_the_article_has_named_its_bearer(line: str) -> None:
    assert judged(with_name(line), line=line) == ""


def test_another_article_of_the_story_may_name_its_bearer() -> None:
    assert judged(with_name(LATER), "The board met on Monday.", other=BEFORE) == ""


@pytest.mark.parametrize(
    "before",
    [
        f"{BEFORE} Tomas Holm left.",
        f"{BEFORE} Mr Holm met Mrs Holm.",
        f"{BEFORE} The Holms left.",
        f"{BEFORE} The firm Holm Foods left.",
        f"{BEFORE} The ferry sails in Holm.",
        f"{BEFORE} Ada Holm Jr and Ada Holm Sr left.",
    ],
)
def test_it_stays_where_it_may_be_anothers(before: str) -> None:
    assert judged(with_name(LATER), before) == "name_not_introduced"


def test_it_stays_where_another_article_gives_it_to_another() -> None:
    assert judged(with_name(LATER), other="The board met Tomas Holm.") == "name_not_introduced"


def test_it_stays_where_the_article_names_its_bearer_only_later() -> None:
    line = f"{LATER} The board met Orsolya Holm."
    assert judged(with_name(LATER), "The board met on Monday.", line) == "name_not_introduced"


def test_a_country_that_plays_is_nobody_whose_surname_it_is() -> None:
    line = "The other matches are against Holland on Monday."
    edit = str(Edit("Holland", "Tomas Holland"))
    said = line.replace("Holland", "Tomas Holland")
    assert judged(said, "The board met Tomas Holland.", line, edit=edit) == "name_not_introduced"


def test_a_name_in_a_row_with_places_may_be_one() -> None:
    line = "The other matches are against Holm on Monday and Ireland on Friday."
    assert judged(with_name(line), line=line) == "surname_not_apart"


def test_a_word_is_no_surname_where_no_given_name_stands_before_it() -> None:
    before, line = "The board met a professor from Orlo Law.", "The captain went to the Velm School of Law."
    said = line.replace("Law", "Orlo Law")
    assert judged(said, before, line, edit=str(Edit("Law", "Orlo Law"))) == "name_not_introduced"


@pytest.mark.parametrize("name", ["Frenchman Jan Holm", "Velmers Jan Holm", "Major-Gen Jan Holm", "Winger Holm"])
def test_what_somebody_is_stands_before_no_name(name: str) -> None:
    edit = str(Edit("Holm", name))
    assert judged(with_name(LATER, name), f"The board met {name}.", edit=edit) == "name_not_introduced"


def test_a_given_name_that_is_a_word_too_is_one() -> None:
    edit = str(Edit("Holm", "Grace Holm"))
    assert judged(with_name(LATER, "Grace Holm"), "The board met Grace Holm.", edit=edit) == ""


@pytest.mark.parametrize(
    "line",
    [
        "“Holm opened the terminal,” said Tomas Reyl.",
        "'Holm opened the terminal,' said Tomas Reyl.",
        "The late Holm opened the terminal.",
        "Captain Holm opened the terminal.",
        "The Holm affair closed the terminal.",
        "Holm and Reyl opened the terminal.",
        "Reyl and Holm opened the terminal.",
        "Holm supporters opened the terminal.",
        "Reyl asked Holm questions.",
        "The board read Holm’s Prisoners of the Sea in the town.",
        "The captain taught at the Velm School of Holm in the town.",
    ],
)
def test_it_stays_where_it_is_quoted_or_a_part_of_another_phrase(line: str) -> None:
    assert judged(with_name(line), line=line) == "surname_not_apart"


def test_a_name_that_the_passage_gives_in_full_is_not_given_twice() -> None:
    line = "Holm met Orsolya Holm."
    assert judged("Orsolya Holm met Orsolya Holm.", line=line) == "surname_not_apart"


def test_a_people_is_no_persons_name() -> None:
    before, line = "The board met Chinese Singaporeans of the town.", "Singaporeans opened the new ferry terminal."
    edit = Edit("Singaporeans", "Chinese Singaporeans")
    made = line.replace(edit.old, edit.new)
    assert judged(made, before, line, edit=str(edit)) == "surname_not_apart"


class OneParse:
    """A Parser that gives the same parse of all."""

    mark = "by hand"

    def __init__(self, parse: Parse | None) -> None:
        self._parse = parse

    def __call__(self, text: str, language: str) -> Parse | None:
        return self._parse


def test_it_stays_where_its_sentence_has_no_parse() -> None:
    assert judged(with_name(LATER), parser=OneParse(None)) == "surname_not_apart"


def test_it_stays_where_no_word_of_the_parse_is_a_part_of_the_name() -> None:
    text = with_name(LATER)
    whole = Token(0, len(text), text, text, "X", "FW", "ROOT", 0)
    assert judged(text, parser=OneParse(Parse(text, (whole,)))) == "surname_not_apart"


def test_without_a_parser_it_stays() -> None:
    assert judged(with_name(LATER), parser=NO_PARSER) == "no_parser"


@pytest.mark.parametrize(
    ("said", "edit", "code"),
    [
        ("Ada Holm opened the new ferry terminal in the spring.", "Ada Holm", "name_not_held"),
        ("The Orsolya opened the new ferry terminal in the spring.", "The Orsolya", "not_a_pronoun"),
    ],
)
def test_no_other_name_takes_its_place(said: str, edit: str, code: str) -> None:
    assert judged(said, edit=str(Edit("Holm", edit))) == code


def test_a_pronoun_behind_a_name_in_full_means_whom_it_meant_behind_the_surname() -> None:
    lines = ["Holm met Tomas Reyl on the quay at noon.", "It rained.", "He left for the island."]
    given = article(1, "Ferry terminal", "\n\n".join([BEFORE, *lines]))
    met, _, left = (passage(given, Span(at := given.text.index(one), at + len(one))) for one in lines)
    name = passage(given, Span(at := given.text.index("Orsolya Holm"), at + len("Orsolya Holm")))
    text = RunningText({(given.id, given.revision): given}, PARSER)
    assert text.judge(Sentence(with_name(lines[0]), (met, name), (IN_FULL,))).supported
    assert text.judge(Sentence(lines[2], (left,))).supported
