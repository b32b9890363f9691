"""On a finished clip people are introduced as their article does it, when they first come up."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from newsclip.evidence.document import Paragraph, Quote, Section, Sentence, SourceArticle, by_revision
from newsclip.evidence.edits import APPOSITION, Edit, Omission
from newsclip.evidence.visitor import sentences
from newsclip.kernel.spans import Span
from newsclip.writing.candidates import passage
from newsclip.writing.introductions import introduce
from newsclip.writing.tests.stories import article, clip_of

TEXT = (
    "Former midwife Orsolya Holm met the sailors. Orsolya Holm wants a new quay. They thanked Orsolya Holm for it. "
    "Tomas Reyl, 54, a pilot at Velm, came. Tomas Reyl left. Sailors met Tomas Reyl. "
    "Orlo’s mayor, Ilse Brandt, came. Ilse Brandt left. Sailors cheered. Jan Maud came."
)
GIVEN = article(1, "The ferry is late in the harbour of Orlo", TEXT)
WANTS, LEFT = "Orsolya Holm wants a new quay.", "Tomas Reyl left."


def said(text: str, *edits: str) -> Sentence:
    start = TEXT.index(text)
    return Sentence(text, (passage(GIVEN, Span(start, start + len(text))),), edits)


def introduced(
    *told: Sentence | Quote,
    stands: Callable[[Sentence], bool] = lambda _: True,
    language: str = "en",
    given: SourceArticle = GIVEN,
) -> list[Sentence]:
    """The sentences of a clip of these blocks."""
    blocks = tuple(Paragraph((one,)) if isinstance(one, Sentence) else one for one in told)
    clip = clip_of(article(1, "The ferry sails", "The ferry sails at noon from the quay."))
    made = replace(clip, language=language, summary=(), sections=(Section(None, blocks),), timeline=())
    return sentences(introduce(made, by_revision([given]), stands))[1:]


def texts(
    *told: Sentence | Quote, stands: Callable[[Sentence], bool] = lambda _: True, given: SourceArticle = GIVEN
) -> list[str]:
    return [one.text for one in introduced(*told, stands=stands, given=given)]


def of_role(role: str) -> Callable[[Sentence], bool]:
    """A verifier that lets one role pass."""
    return lambda one: any(edit.endswith(f"→ {role}") for edit in one.edits)


def test_the_first_name_has_what_the_article_says_before_it() -> None:
    assert texts(said(WANTS), said("They thanked Orsolya Holm for it.")) == [
        f"Former midwife {WANTS}",
        "They thanked Orsolya Holm for it.",
    ]


def test_the_role_is_recorded_with_its_passage() -> None:
    (told,) = introduced(said(WANTS))
    assert told.edits == (str(Edit("Orsolya Holm", "Former midwife Orsolya Holm")),)
    assert [one.span.of(TEXT) for one in told.evidence] == [WANTS, "Former midwife Orsolya Holm"]
    assert told.basis == "edited"


def test_a_capital_of_a_sentence_goes_where_the_article_shows_that_it_is_none_of_a_name() -> None:
    line = "They thanked Orsolya Holm for it."

    def told(given: SourceArticle) -> str:
        (text,) = texts(said(line), stands=lambda one: "ormer" in one.text, given=given)
        return text

    assert told(GIVEN) == line
    assert (
        told(replace(GIVEN, text=f"{TEXT} He met a former pilot."))
        == "They thanked former midwife Orsolya Holm for it."
    )
    named = replace(GIVEN, text=f"{TEXT} He met the Former Pilots.")
    assert told(named) == "They thanked Former midwife Orsolya Holm for it."


def test_behind_what_somebody_says_it_has_none_either() -> None:
    told = replace(said(WANTS), text="“We want a quay,” Orsolya Holm said.")
    assert texts(told, stands=lambda one: "idwife" in one.text) == ["“We want a quay,” midwife Orsolya Holm said."]


def test_an_apposition_stands_between_commas_or_before_the_full_stop() -> None:
    assert texts(said(LEFT)) == ["Tomas Reyl, a pilot at Velm, left."]
    assert texts(said("Sailors met Tomas Reyl.")) == ["Sailors met Tomas Reyl, a pilot at Velm."]


def test_what_explains_the_name_before_it_stands_behind_it() -> None:
    assert texts(said("Ilse Brandt left.")) == ["Ilse Brandt, Orlo’s mayor, left."]


@pytest.mark.parametrize("line", ["Tomas Reyl, 54, a pilot at Velm, came.", "Jan Maud came."])
def test_whom_the_sentence_or_nobody_introduces_stays_as_he_is(line: str) -> None:
    assert texts(said(line)) == [line]


def test_whom_a_quotation_introduces_needs_no_role() -> None:
    quote = Quote("The ferry is late", "Orsolya Holm", said(WANTS).evidence, "midwife")
    assert texts(quote, said(WANTS)) == [WANTS]
    assert texts(replace(quote, role=None), said(WANTS)) == [f"Former midwife {WANTS}"]


def test_a_later_line_loses_the_role_where_that_is_licensed() -> None:
    later = said("Tomas Reyl, 54, a pilot at Velm, came.")
    again = replace(later, text="Tomas Reyl, a pilot at Velm, came.")
    first, second = introduced(said(LEFT), again)
    assert first.text == "Tomas Reyl, a pilot at Velm, left."
    assert second.text == "Tomas Reyl came."
    assert second.edits == (str(Omission(APPOSITION, "a pilot at Velm")),)
    put_in = of_role("Tomas Reyl, a pilot at Velm,")
    assert texts(said(LEFT), again, stands=put_in)[1] == again.text


def test_no_sentence_grows_beyond_forty_words() -> None:
    long = replace(said(WANTS), text=WANTS.replace("quay", " ".join(["new"] * 32) + " quay"))
    assert texts(long)[0].startswith("Former")
    longer = replace(long, text=long.text.replace("quay", "old red quay"))
    assert texts(longer) == [longer.text]


def test_what_the_verifier_would_refuse_and_other_languages_stay_as_they_are() -> None:
    assert texts(said(WANTS), stands=lambda _: False) == [WANTS]
    assert [one.text for one in introduced(said(WANTS), language="de")] == [WANTS]


def test_words_of_the_sentence_before_are_no_part_of_a_role() -> None:
    seen: list[str] = []

    def stands(one: Sentence) -> bool:
        seen.extend(one.edits)
        return False

    assert texts(said("Sailors met Tomas Reyl."), stands=stands) == ["Sailors met Tomas Reyl."]
    assert not any("came" in edit or "left" in edit for edit in seen)
