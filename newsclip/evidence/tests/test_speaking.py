"""Who says a quotation, as the verifier finds it: only whom the words beside it name as the one who speaks."""

import inspect
from pathlib import Path

import pytest

from newsclip.evidence import verifier
from newsclip.evidence.document import Quote
from newsclip.evidence.tests.represented import ANOTHER_SPEAKS, SHE_SPEAKS, rows
from newsclip.evidence.verifier import people, speaking
from newsclip.evidence.verifier.quotations import speaker_fault
from newsclip.evidence.verifier.speaking import gives
from newsclip.kernel.reasons import Reason
from newsclip.kernel.spans import Passage, digest_of
from newsclip.language.quotations import find_quotes
from newsclip.writing.tests.stories import article


def speaks(text: str, speaker: str, language: str = "en") -> bool:
    openings = [at for at in map(text.find, "“„«") if at >= 0]
    start = min(openings) + 1
    end = min(at for at in (text.find(mark, start) for mark in "”“»") if at >= 0)
    return gives(text, start, end, speaker, language)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We open in June,” said Ilse Brandt.", "Ilse Brandt"),
        ("“We open in June,” harbour master Ilse Brandt told the council.", "Ilse Brandt"),
        ("“We open in June,” Ilse Brandt, the harbour master, said on Monday.", "Ilse Brandt"),
        ("“We open in June,” said the harbour master, Ilse Brandt, who came late.", "Ilse Brandt"),
        ("Ilse Brandt said: “We open in June.”", "Ilse Brandt"),
        ("“We open in June,” according to Ilse Brandt.", "Ilse Brandt"),
        ("Ilse Brandt came late. “We open in June,” she said.", "Ilse Brandt"),
        ("Ilse Brandt came late. “We open in June,” said Ms. Brandt.", "Ilse Brandt"),
        ("Ilse Brandt came late. “We open in June?” Brandt asked.", "Ilse Brandt"),
    ],
)
def test_whom_the_frame_names_as_its_subject_speaks(text: str, speaker: str) -> None:
    assert speaks(text, speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # spoken about, or to
        ("“She lied to us,” said Tomas Reyl of Ilse Brandt.", "Ilse Brandt"),
        ("“She lied to us,” Tomas Reyl told Ilse Brandt.", "Ilse Brandt"),
        ("“She lied to us,” Tomas Reyl said about Ilse Brandt.", "Ilse Brandt"),
        ("Ilse Brandt was told: “We open in June.”", "Ilse Brandt"),
        ("Ilse Brandt was described as “the best that the harbour has had in years” on Monday.", "Ilse Brandt"),
        # a representative
        ("“She is innocent,” said a lawyer for Ilse Brandt.", "Ilse Brandt"),
        ("“She is innocent,” a spokesman for Ilse Brandt said.", "Ilse Brandt"),
        ("“She is innocent,” Ilse Brandt’s lawyer said.", "Ilse Brandt"),
        ("“She is innocent,” said Ilse Brandt’s lawyer.", "Ilse Brandt"),
        ("“She is innocent,” her agent said on behalf of Ilse Brandt.", "Ilse Brandt"),
        ("Ilse Brandt stayed away. “She is innocent,” her lawyer said.", "Ilse Brandt"),
        # a title
        ("Mr. Holm left. His wife, Ada Holm, stayed. “I wrote it,” Mr. Holm said.", "Ada Holm"),
        ("Mr. Holm left with his wife, Sigrun Holm. “I wrote it,” he said.", "Sigrun Holm"),
        ("Thomas Reyl came late. “We open in June,” she said.", "Thomas Reyl"),
        ("Mrs. Reyl, Jo Reyl, came late. “We open in June,” he said.", "Jo Reyl"),
        ("Mr. Holm left. His wife, Ada Holm, stayed. “I wrote it,” said Mr. Holm.", "Ada Holm"),
        # two are possible
        ("“We open in June,” said Ilse Brandt and Ada Quist.", "Ilse Brandt"),
        ("“We open in June,” said Ada Quist and Ilse Brandt.", "Ilse Brandt"),
        ("Ilse Brandt met Ada Quist. “We open in June,” she said.", "Ilse Brandt"),
        ("Ilse Brandt and Ada Quist came. “We open in June,” Brandt and Quist said.", "Ada Quist"),
        ("Ada Holm came with Otto Holm. “We open in June,” Holm said.", "Ada Holm"),
        ("Ilse Brandt came. A woman left. “We open in June,” she said.", "Ilse Brandt"),
        ("Ilse Brandt came with her sister. “We open in June,” she said.", "Ilse Brandt"),
        ("“We open in June,” said a clerk, whom Ilse Brandt knows well.", "Ilse Brandt"),
        ("“We open in June,” Ilse Brandt, Tomas Reyl, said.", "Ilse Brandt"),
        ("“We open in June,” Ilse Brandt’s said.", "Ilse Brandt"),
        # nobody
        ("Ilse Brandt of the harbour board was told: “We open in June.”", "Ilse Brandt"),
        ("“We open in June,” according to Tomas Reyl.", "Ilse Brandt"),
        ("“We open in June.” Ilse Brandt said later that she was tired.", "Ilse Brandt"),
        ("Ilse Brandt came late. The sign read “We open in June”.", "Ilse Brandt"),
        ("Nobody is named. “We open in June,” he said.", "Ilse Brandt"),
        ("Nobody is named. “We open in June,” she said.", "Ilse Brandt"),
        ("“We open in June,” said the harbour board.", "Ilse Brandt"),
    ],
)
def test_nobody_else_speaks(text: str, speaker: str) -> None:
    assert not speaks(text, speaker)


@pytest.mark.parametrize(
    ("language", "right", "wrong"),
    [
        ("de", "„Wir öffnen im Juni“, sagte Ilse Brandt.", "„Wir öffnen im Juni“, sagte der Anwalt von Ilse Brandt."),
        ("fr", "« Nous ouvrons en juin », a déclaré Ilse Brandt.", "« Nous ouvrons », a dit l’avocat de Ilse Brandt."),
        ("es", "«Abrimos en junio», dijo Ilse Brandt.", "«Abrimos en junio», dijo el abogado de Ilse Brandt."),
        ("it", "«Apriamo a giugno», ha detto Ilse Brandt.", "«Apriamo», ha detto il legale di Ilse Brandt."),
        ("pt", "“Abrimos em junho”, disse Ilse Brandt.", "“Abrimos em junho”, disse o advogado de Ilse Brandt."),
        ("nl", "„Wij openen in juni”, zei Ilse Brandt.", "„Wij openen in juni”, zei de advocaat van Ilse Brandt."),
        ("de", "„Wir öffnen“, sagte Präsidentin Ilse Brandt.", "„Wir öffnen“, sagte Herr Ilse Brandt."),
        ("de", "„Wir öffnen“, sagte Brandt.", "„Wir öffnen“, sagte Tomas Reyl neben Ilse Brandt."),
        ("de", "„Wir öffnen“, sagte Ilse Brandt.", "„Wir öffnen“, sagte der Hafenrat."),
        ("de", "„Wir öffnen“, sagte Ilse Brandt.", "„Wir öffnen“ stand auf dem Schild hinter Ilse Brandt."),
        ("en", "“We open,” said Ilse Brandt.", "“We open.” Ilse Brandt."),
    ],
)
def test_a_representative_and_a_title_count_in_every_language(language: str, right: str, wrong: str) -> None:
    assert speaks(right, "Ilse Brandt", language)
    assert not speaks(wrong, "Ilse Brandt", language)
    assert not speaks(right, "Ilse Brandt", "pl")


def test_a_title_of_the_other_gender_speaks_against_a_name() -> None:
    assert speaks("„Wir öffnen“, sagte Herr Thomas Reyl.", "Thomas Reyl", "de")
    assert not speaks("„Wir öffnen“, sagte Frau Thomas Reyl.", "Thomas Reyl", "de")


@pytest.mark.parametrize("given", ["Bill", "Mark", "Rob", "Jack"])
def test_a_first_name_that_is_a_word_as_well_is_no_title(given: str) -> None:
    text = f"Hillary Holm came late. “We open in June,” {given} Holm said."
    assert not speaks(text, "Hillary Holm")
    assert speaks(text, f"{given} Holm")


def test_a_quotation_that_goes_on_keeps_its_speaker() -> None:
    text = "“We open,” said Ilse Brandt. “Come early.” It rained. “Nobody came.”"
    assert gives(text, text.index("Come"), text.index("Come") + 11, "Ilse Brandt", "en")
    assert not gives(text, text.index("Nobody"), text.index("Nobody") + 12, "Ilse Brandt", "en")
    pages = "Ilse Brandt said: “We open in June.\n\n“Come early.”"
    assert gives(pages, pages.index("Come"), pages.index("Come") + 11, "Ilse Brandt", "en")


def test_the_verifier_takes_nothing_from_who_finds_speakers() -> None:
    sources = [path.read_text() for path in Path(verifier.__file__).parent.glob("*.py")]
    assert not any("rules.quotes" in source or "extractive" in source for source in sources)
    assert "find_names" not in inspect.getsource(speaking) + inspect.getsource(people)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Mayor Ilse Brandt met Jan van Holm. Brandt left.", ["Ilse Brandt", "Jan van Holm", "Brandt"]),
        ("The Orlo Bank of New Velm paid Ms Quist on Monday.", ["Quist"]),
        ("“Ilse Brandt lied,” said Tomas Reyl’s aide.", ["Tomas Reyl"]),
        ("But Ada Quist stayed.", ["Ada Quist"]),
    ],
)
def test_the_verifier_reads_names_by_itself(text: str, named: list[str]) -> None:
    assert [name for _, _, name in people.people(text)] == named


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Holm left. His wife, Ada Holm, stayed at home. “I wrote every word of it,” Mr. Holm said.",
        "His wife, Ada Holm, stayed. Mr. Holm wrote to the council. “I am tired of it all,” he wrote.",
    ],
)
def test_the_finder_gives_mr_holm_no_wifes_name(text: str) -> None:
    assert next(quote.speaker for quote in find_quotes(text)) != "Ada Holm"


def test_a_narration_is_given_to_nobody() -> None:
    text = "Ilse Brandt opened the bridge on Monday."
    given = article(1, "", text)
    here = Passage(given.id, given.revision, 0, len(text), digest_of(text))
    assert speaker_fault(Quote("opened the bridge", "Ilse Brandt", (here,)), given) == Reason("not_speech")


@pytest.mark.parametrize(
    ("beside", "role"),
    [
        ("the harbour master Ilse Brandt", "harbour master"),
        ("Ilse Brandt, the harbour master", "harbour master"),
        ("Ilse Brandt, 41, the club's vice-captain", "vice-captain"),
        ("Orlo harbour master Ilse Brandt", "Orlo harbour master"),
        ("It rained, said harbour master Ilse Brandt, who", "harbour master"),
        ("The bay froze\nHarbour master Ilse Brandt", "Harbour master"),
        ("Ilse Brandt, an associate professor of law at the University of Orlo,", "associate professor of law"),
        ("At the death of Velland’s president, Ilse Brandt", "Velland’s president"),
    ],
)
def test_a_role_stands_beside_the_name(beside: str, role: str) -> None:
    assert role_fault(beside, role) is None


@pytest.mark.parametrize(
    ("beside", "role"),
    [
        ("the former harbour master Ilse Brandt", "harbour master"),
        ("Former harbour master Ilse Brandt", "harbour master"),
        ("Ilse Brandt, a former harbour master", "harbour master"),
        ("Ilse Brandt, not a harbour master", "harbour master"),
        ("Ilse Brandt, the acting harbour master", "harbour master"),
        ("a spokesman for Ilse Brandt", "spokesman"),
        ("the alleged harbour master Ilse Brandt", "harbour master"),
        ("Velm’s claims manager Ilse Brandt", "manager"),
        (
            "It rained, said Chartered Accountants of Velland’s chief economist, Ilse Brandt,",
            "Velland’s chief economist",
        ),
        ("University of Velm president Ilse Brandt", "Velm president"),
    ],
)
def test_a_part_of_a_role_and_that_of_another_are_none(beside: str, role: str) -> None:
    assert role_fault(beside, role) == Reason("role_differs", {"role": role})


def role_fault(beside: str, role: str) -> Reason | None:
    text = f"{beside} came late. “We open in June,” Ilse Brandt said."
    given = article(1, "", text, language="en")
    here = Passage(given.id, given.revision, 0, len(text), digest_of(text))
    return speaker_fault(Quote("We open in June", "Ilse Brandt", (here,), role), given)


def test_a_quotation_in_single_marks_is_speech() -> None:
    text = "‘We open in June,’ said Ilse Brandt."
    given = article(1, "", text, language="en")
    here = Passage(given.id, given.revision, 0, len(text), digest_of(text))
    assert speaker_fault(Quote("We open in June", "Ilse Brandt", (here,)), given) is None


@pytest.mark.parametrize(
    ("frame", "given"),
    [("he told Brandt", False), ("he told Robin", False), ("he said to Robin Brandt", False), ("he said in Velm", True),
     ("he told Orlo Radio", True)],
)  # fmt: skip
def test_whom_he_speaks_to_is_not_he(frame: str, *, given: bool) -> None:
    text = f"Robin Brandt asked about the harbour. “We open in June,” {frame}."
    (found,) = find_quotes(text)
    assert gives(text, found.start, found.end, "Robin Brandt", "en") == given
    assert (found.speaker == "Robin Brandt") == given


@pytest.mark.parametrize(("language", "text", "found_too"), rows(ANOTHER_SPEAKS))
def test_neither_finder_nor_verifier_takes_whom_it_is_about_for_the_speaker(
    language: str, text: str, *, found_too: bool
) -> None:
    (found,) = find_quotes(text, language)
    assert found_too
    assert not any(gives(text, found.start, found.end, said, language) for said in ("Ilse Brandt", "Brandt"))
    assert found.speaker != "Ilse Brandt"


@pytest.mark.parametrize(("language", "text", "found_too"), rows(SHE_SPEAKS))
def test_a_calling_a_title_and_a_place_leave_the_speaker_who_it_is(
    language: str, text: str, *, found_too: bool
) -> None:
    (found,) = find_quotes(text, language)
    assert gives(text, found.start, found.end, "Ilse Brandt", language)
    assert found.speaker == "Ilse Brandt" or not found_too
