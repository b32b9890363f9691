"""Which sentence of a section heads it, whole or as a clause."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from newsclip.adapters.embedded.spacy_parser import SpacyParser
from newsclip.evidence import verifier
from newsclip.evidence.document import Paragraph, Section, Sentence
from newsclip.evidence.verifier import judge_heading
from newsclip.writing.candidates import content_stems
from newsclip.writing.extractive.clause_headings import clause_heading, clauses
from newsclip.writing.extractive.material import Material, lay_out
from newsclip.writing.ports import Assigned
from newsclip.writing.shortening.headline_shortening import SyntacticHeadlineShortener
from newsclip.writing.tests.stories import article, embed

NEWS = "The fish market of Orlo Bay will move to the new quay after 140 years."
HALL = "The cold hall of the fish market holds forty stalls and four auction rooms."
STALLS = "A brewery of Velm cools the fish market"
ROOF = "Carpenters of the shipyard covered the hall with old masts."
PAID = (
    "The traders pay for the ice of the cold hall, the council of Orlo Bay and the port pay for all the other things."
)


def material_of(*sentences: str, cut: Mapping[str, str] | None = None) -> Material:
    given = article(1, "Fish market moves", "\n\n".join((NEWS, *sentences)))

    def shorten(said: Sentence, language: str, longest: int) -> Sentence | None:
        made = (cut or {}).get(said.text)
        return replace(said, text=made) if made else None

    return lay_out(Assigned("c1", "1", "", 1, (given,)), "en", embed, verifier, shorten_heading=shorten)


def heads(material: Material) -> str | None:
    """What heads all lines behind the first, which is the summary."""
    told = content_stems(NEWS, "en")
    run = range(1, len(material.lines))
    made = clause_heading(material, clauses(material, run), run, told)
    return made.text if made else None


def test_no_sentence_is_said_twice_as_a_heading_and_below_it() -> None:
    assert heads(material_of(f"{STALLS}.", PAID)) is None
    assert heads(material_of(HALL, f"{STALLS}.")) is None
    nearly = PAID.removesuffix(" for all the other things.")
    assert heads(material_of(HALL, PAID, cut={PAID: nearly})) is None


def test_a_clause_of_the_first_sentence_may_head_the_section() -> None:
    clause = "The traders pay for the ice of the cold hall"
    assert heads(material_of(PAID, HALL, cut={PAID: clause})) == clause


def test_a_clause_that_has_to_do_with_one_line_of_many_heads_nothing() -> None:
    others = (
        "Divers of Orlo Bay raised an anchor on Monday.",
        "A school of Norvale bought ninety lamps for its ferry.",
        "Sailors counted eleven seals on the northern sand bank.",
    )
    clause = "The traders pay for the ice of the cold hall"
    assert heads(material_of(PAID, HALL, cut={PAID: clause})) == clause
    assert heads(material_of(PAID, *others, cut={PAID: clause})) is None


def test_a_clause_parted_from_its_verb_heads_nothing() -> None:
    assert heads(material_of(PAID, HALL, cut={PAID: "The traders of the cold hall, pay for the ice"})) is None


@pytest.mark.parametrize(
    "other",
    [
        "It also has a gallery for visitors of the cold hall.",
        "He carried the ice to the stalls of the cold hall.",
        "Who carries the ice to the stalls of the cold hall?",
        "“We carried the ice to the stalls of the cold hall.”",
        "The traders, though, carried ice to the cold hall.",
        "The traders of the market said that its ice was cold.",
        "Storks nest on each of the chimneys in the old lane.",
    ],
)
def test_what_leans_asks_quotes_or_is_about_something_else_heads_nothing(other: str) -> None:
    assert heads(material_of(PAID, other)) is None


def test_a_thing_that_only_the_section_brings_in_is_not_spoken_of_as_known() -> None:
    assert (
        heads(material_of("A brewery offered cold beer to the traders of the hall.", "The brewery cools the hall."))
        is None
    )


@pytest.mark.slow
def test_a_heading_loses_what_stands_below_it() -> None:
    parser = SpacyParser()
    source = "Because a barge had hit the old quay, the traders left the smokehouse street, which the council closed."
    given = article(1, "Fish market moves", f"{NEWS}\n\n{source}\n\n{HALL}")
    material = lay_out(Assigned("c1", "1", "", 1, (given,)), "en", embed, verifier)
    whole = material.lines[1].told

    def stands(said: Sentence) -> bool:
        verdict = judge_heading(Section(said, (Paragraph((whole,)),)), {("1", 1): given}, parser)
        return verdict is not None and verdict.supported

    made = SyntacticHeadlineShortener(parser, stands, for_headings=True)(whole, "en", 50)
    assert made is not None
    assert made.text == "The traders left the smokehouse street"
    plain = SyntacticHeadlineShortener(parser, stands)(whole, "en", 50)
    assert plain is not None
    assert plain.text.startswith("Because")
