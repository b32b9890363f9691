"""In a language without guards nothing is left out of a sentence or a title, whatever its shape."""

import pytest

from newsclip.evidence.edits import Edit
from newsclip.evidence.tests.test_omissions import accepted
from newsclip.language.guards import guards_of
from newsclip.language.pack import codes, verifier_words
from newsclip.writing.tests.stories import article, clip_of

# "false", "fake", "a lie", "not true"
VERDICTS = [
    tuple(pair.split(" ", 1))
    for pair in (
        "pl FAŁSZ", "sv FALSKT", "da FALSK", "no USANT", "fi VALHETTA", "cs NEPRAVDA", "sk LOŽ", "hu HAMIS", "ro FALS",
        "tr YANLIŞ", "hr LAŽ", "sl NI RES", "et VALE", "lv NEPATIESI", "lt MELAS", "id HOAKS", "vi SAI", "ca FALS",
        "uk НЕПРАВДА", "ru ЛОЖЬ", "el ΨΕΜΑ", "ja 誤り", "zh 假", "ar كاذب",
    )
]  # fmt: skip


@pytest.mark.parametrize(("language", "verdict"), VERDICTS)
@pytest.mark.parametrize("shape", ["{} — ", "{} (NNA) — ", "{}, 3. 5. 2031 — ", "{}/VELM — ", "{}: ", "[{}] ", "({}) "])
def test_without_guards_a_verdict_is_no_dateline(language: str, verdict: str, shape: str) -> None:
    told = "Holm Velm 12."
    assert guards_of(language) is None
    source = shape.format(verdict) + told
    assert accepted(source, source, language=language)
    assert not accepted(told, source, language=language)
    assert not accepted(told, source, str(Edit(source.removesuffix(told).strip())), language=language)


@pytest.mark.parametrize(("language", "verdict"), VERDICTS)
@pytest.mark.parametrize("tail", [" | {}", " – {} Orlo Times", " - Orlo Times", " ({}.X)", " [video]", " (12)"])
def test_without_guards_a_title_keeps_its_end(language: str, verdict: str, tail: str) -> None:
    source = "Holm Velm" + tail.format(verdict)
    assert not accepted("Holm Velm", source, language=language, publisher="Orlo Times")


def test_without_guards_the_writer_keeps_the_dateline() -> None:
    text = (
        "VELM (NNA) — Nowy most w porcie Orlo otwarto w poniedziałek po dziewięciu latach budowy, a tłum go przeszedł."
    )
    document = clip_of(article(1, "Nowy most w porcie Orlo", text, language="pl"))
    assert [said.text for said in document.summary] == [text]


@pytest.mark.parametrize("code", sorted(codes()))
def test_a_language_has_guards_where_the_verifier_has_words_for_it(code: str) -> None:
    assert (guards_of(code) is None) == (verifier_words(code) is None)
