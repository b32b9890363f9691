"""One language an article, told by its words: every rule reads it in that one alone."""

import ast
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import zip_longest
from pathlib import Path

import pytest

import newsclip
from newsclip.evidence import verifier
from newsclip.evidence.article_language import MIXED, language_of_article, language_of_story
from newsclip.evidence.document import Moment, Sentence
from newsclip.evidence.verifier import judge_moment, judge_sentence
from newsclip.evidence.visitor import texts
from newsclip.kernel.spans import Span
from newsclip.writing.candidates import passage, read
from newsclip.writing.novelty import added
from newsclip.writing.tests.foreign_stories import TITLES, foreign
from newsclip.writing.tests.stories import BRIDGE, HARBOUR, article, clip_of

SWAPPED = [(told, declared) for told in sorted(TITLES) for declared in ("en", "fr", "de", "pl") if told != declared]
BILINGUAL = replace(BRIDGE, text=f"{HARBOUR}\n\n{HARBOUR}\n\n{foreign('de').text}\n\n{foreign('de').text}")
PUBLISHED = datetime(2026, 3, 4, 12, tzinfo=UTC)


@pytest.mark.parametrize(("told", "declared"), SWAPPED)
def test_a_clip_is_the_same_whatever_language_its_article_declares(told: str, declared: str) -> None:
    given = foreign(told)
    assert clip_of(replace(given, language=declared)) == clip_of(replace(given, language=told))


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fr", "Le pont du port d’Orlo a été fermé hier par les gardes de la ville.", "2026-03-03"),
        ("es", "El puente del puerto de Orlo fue cerrado ayer por los guardias.", "2026-03-03"),
        ("de", "Die Brücke im Hafen von Örlo wurde gestern von den Wachen gesperrt.", "2026-03-03"),
        ("nl", "De brug in de haven van Orlo werd gisteren door de wachters gesloten.", "2026-03-03"),
    ],
)
@pytest.mark.parametrize("declared", ["en", "fr", "es", "it", ""])
def test_a_day_is_read_in_the_language_of_the_words(language: str, text: str, day: str, declared: str) -> None:
    given = article(1, "", text, language=declared, published=PUBLISHED)
    assert language_of_article(given) == language
    entry = Moment(day, Sentence(text, (passage(given, Span(0, len(text))),)))
    assert judge_moment(entry, {("1", 1): given}).supported


@pytest.mark.parametrize("declared", ["en", "de", ""])
def test_in_an_article_of_two_languages_nothing_is_dated_shortened_or_attributed(declared: str) -> None:
    given = replace(BILINGUAL, language=declared)
    known = {(given.id, given.revision): given}
    (reading,) = read([given], "en", verifier)
    assert reading.language == language_of_article(given) == MIXED
    assert all(not line.told.edits for line in reading.lines)
    document = clip_of(given)
    assert (document.timeline, document.language) == ((), "en")
    assert all(judge_sentence(said, known).supported for said in document.summary)


ENGLISH = HARBOUR.split("\n\n")
IRISH = (
    "Dhún an méara Ilse Brandt droichead an chalafoirt in Orlo Dé Luain tar éis do na hinnealtóirí scoilteanna a "
    "fháil sa chruach, agus dúirt sí go mbeadh sé dúnta ar feadh sé seachtaine ar a laghad, mar nach bhfuil sé "
    "sábháilte.",
    "Tá báid farantóireachta ag dul trasna na habhann gach deich nóiméad idir an dá ché, agus deir siopadóirí na "
    "cathrach gur chaill siad leath dá gcustaiméirí ó shin, cé go bhfuil an chomhairle ag gealladh airgid dóibh.",
)
GERMAN, FRENCH = (foreign(language).text.split("\n\n") for language in ("de", "fr"))


@pytest.mark.parametrize("others", [IRISH, GERMAN, FRENCH], ids=["Irish", "German", "French"])
@pytest.mark.parametrize("order", ["below", "in turn"])
def test_a_clip_of_a_page_in_two_languages_is_in_the_one_that_it_begins_in(others: Sequence[str], order: str) -> None:
    parts = [*ENGLISH, *others] if order == "below" else _in_turn(ENGLISH, others)
    given = replace(BRIDGE, text="\n\n".join(parts))
    document = clip_of(given)
    assert (language_of_article(given), document.language) == (MIXED, "en")
    said = [document.headline.text, *texts(document)]
    assert len(said) > 3
    assert not [one for one in said if one in " ".join(others)]


def _in_turn(ones: Sequence[str], others: Sequence[str]) -> list[str]:
    return [part for pair in zip_longest(ones, others) for part in pair if part]


def test_a_page_that_quotes_a_sentence_of_another_language_is_in_its_own() -> None:
    given = replace(BRIDGE, text=f"{HARBOUR}\n\n{IRISH[0][:100]}")
    assert language_of_article(given) == "en"


def test_an_article_is_read_in_its_own_language_in_a_story_of_another() -> None:
    german = replace(foreign("de"), id="9", report="9")
    readings = read([BRIDGE, german], "en", verifier)
    assert [reading.language for reading in readings] == ["en", "de"]
    assert all("Newsletter" not in line.told.text for reading in readings for line in reading.lines)
    assert language_of_story([BRIDGE, german]) == "en"


def test_what_a_later_article_added_keeps_a_dateline_that_may_be_a_verdict() -> None:
    told = "FAŁSZ — Burmistrz Orlo Ilse Brandt sprzedała we wtorek stary port za 41 milionów koron bankowi z Velm."
    early = article(1, "Nowy most", "Nowy most w porcie Orlo otwarto w poniedziałek po dziewięciu latach budowy.")
    late = article(2, "Port", f"Nowy most w porcie Orlo otwarto w poniedziałek po latach budowy.\n\n{told}")
    assert [said.text for one in added([early, late], "pl", verifier) for said in one.sentences] == [told]


def test_no_rule_asks_an_article_itself_for_its_language() -> None:
    """All but the one that decides it, and tags, which are given what it decided."""
    folder = Path(newsclip.__file__).parent
    asking = {
        str(file.relative_to(folder))
        for room in ("language", "evidence", "writing", "clips/rules")
        for file in (folder / room).rglob("*.py")
        if "tests" not in file.parts
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "language"
        and isinstance(node.value, ast.Name) and node.value.id in {"article", "a", "whole", "given"}
    }  # fmt: skip
    tags = {f"writing/tags/{name}.py" for name in ("__init__", "categories", "themes")}
    assert asking == {"evidence/article_language.py", *tags}
