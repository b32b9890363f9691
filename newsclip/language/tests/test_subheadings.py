"""A publisher's own subheadings are told from the other short lines of a page."""

import pytest

from newsclip.kernel.spans import Span
from newsclip.language.subheadings import stretch, subheadings

BEFORE = "The ferry to Orlo Bay ran aground in fog on Monday, and nobody was hurt."
BEHIND = "The harbour board had warned of the sandbank twice since the storm in March."


def found(line: str, *, language: str = "en", before: str = BEFORE, behind: str = BEHIND) -> list[str]:
    text = f"{before}\n\n{line}\n\n{behind}"
    return [span.of(text) for span in subheadings(text, language)]


@pytest.mark.parametrize(
    "line", ["A warning nobody heard", "WHAT THE BOARD KNEW", "Orlo Bay waits for divers", "How the ferry turned"]
)
def test_a_short_line_between_running_text_is_a_subheading(line: str) -> None:
    assert found(line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "The board had warned of it twice.",
        "How much will it cost?",
        "By Ada Holm",
        "Ada Holm",
        "Read more about the ferry",
        "Photo by Tomas Reyl",
        "The ferry on Monday (Orlo Post)",
        "• Fog on the water",
        "2. Fog on the water",
        "“We saw nothing at all",
        "Warning",
        "A line of so many words that it is no heading at all",
        "and nobody heard it",
        "Sign up for our newsletter",
        "Ferry: what we know",
    ],
)
def test_captions_bylines_questions_and_appeals_are_none(line: str) -> None:
    assert found(line) == []


GERMAN_BEFORE = "Die Fähre nach Orlo lief am Montag im Nebel auf Grund, verletzt wurde niemand."
GERMAN_BEHIND = "Der Hafenrat hatte seit dem Sturm im März zweimal vor der Sandbank gewarnt."


@pytest.mark.parametrize(
    "line", ["Hafenrat: Die Sandbank war bekannt", "Im Hafen ging es „heiß her“", "Erst der Nebel, dann die Sandbank"]
)
def test_in_other_languages_one_may_have_two_parts_or_words_in_marks(line: str) -> None:
    assert found(line, language="de", before=GERMAN_BEFORE, behind=GERMAN_BEHIND) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Foto: Tomas Reyl, Orlo Post",
        "Velm, Norvale",
        "Der Hafenrat teilte mit:",
        "„Das ist unser Hafen und unser Boot“",
        "Hafenrat: Sandbank „bekannt",
        "Hafenrat: Sandbank: Nebel und Sturm",
        "12.30 Uhr: Taucher am Schiff",
    ],
)
def test_there_too_labels_places_and_sayings_are_none(line: str) -> None:
    assert found(line, language="de", before=GERMAN_BEFORE, behind=GERMAN_BEHIND) == []


def test_entries_of_a_list_and_what_opens_or_ends_a_text_are_none() -> None:
    assert found("Fog on the water", behind="Sand on the ground") == []
    assert found("Fog on the water", before="Sand on the ground") == []
    assert subheadings(f"Fog on the water\n\n{BEHIND}", "en") == []
    assert subheadings(f"{BEFORE}\n\nFog on the water", "en") == []
    assert subheadings("", "en") == []


def test_a_question_and_its_answer_have_no_subheading() -> None:
    text = f"{BEFORE}\n\nWho pays for it?\n\n{BEHIND}\n\nWhen does it sail?\n\n{BEHIND}"
    assert subheadings(text, "en") == []


def test_a_stretch_ends_at_the_next_subheading() -> None:
    text = f"{BEFORE}\n\nFog on the water\n\n{BEHIND}\n\nSand on the ground\n\n{BEFORE}"
    fog, sand = subheadings(text, "en")
    assert stretch(text, fog, "en") == Span(fog.end, sand.start)
    assert stretch(text, sand, "en") == Span(sand.end, len(text))
    assert stretch(text, Span(0, 3), "en") is None


def test_a_language_tells_its_own_appeals() -> None:
    before = "Die Fähre nach Orlo lief am Montag im Nebel auf Grund, und niemand wurde verletzt."
    assert found("Nebel auf dem Wasser", language="de", before=before, behind=before) == ["Nebel auf dem Wasser"]
    assert found("Lesen Sie mehr dazu", language="de", before=before, behind=before) == []
    assert found("Fog on the water", language="xx") == []
