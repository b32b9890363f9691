"""Section types in other languages than English, held to invented sentences (`section_examples/*.toml`)."""

import tomllib
from pathlib import Path

import pytest

from newsclip.language.section_types import fitting_type, known_types

FILES = {path.stem: path for path in sorted((Path(__file__).parent / "section_examples").glob("*.toml"))}
EXAMPLES = {language: tomllib.loads(path.read_text(encoding="utf-8")) for language, path in FILES.items()}
TYPES = [(language, code) for language, types in EXAMPLES.items() for code in types]
LEAST = 12
BY_ITSELF_NO_HEADING = {"facts_and_figures"}
ELSEWHERE = {"de"}  # test_section_types.py has examples of the types that its file lacks


@pytest.mark.parametrize("language", sorted(EXAMPLES.keys() - ELSEWHERE))
def test_every_type_of_the_language_has_its_examples(language: str) -> None:
    assert {*known_types(language)} - BY_ITSELF_NO_HEADING == {*EXAMPLES[language]}


@pytest.mark.parametrize(("language", "code"), TYPES)
def test_there_are_enough_of_them(language: str, code: str) -> None:
    assert sum(map(len, EXAMPLES[language][code].values())) >= LEAST


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u202f"])
def test_a_blank_that_does_not_break_is_a_blank(blank: str) -> None:
    assert fitting_type("the_victims", [f"L'incendie a fait{blank}trois{blank}morts."], "fr") is not None


@pytest.mark.parametrize(("language", "code"), TYPES)
def test_a_heading_stands_over_sentences_that_deserve_it(language: str, code: str) -> None:
    examples = EXAMPLES[language][code]
    named = [(name, text) for name, text in examples.get("named", [])] + [
        (None, text) for text in examples.get("yes", [])
    ]
    found = {text: fitting_type(code, [text], language) for _, text in named}
    assert [text for name, text in named if (kind := found[text]) is None or kind.name != name] == []


@pytest.mark.parametrize(("language", "code"), TYPES)
def test_and_over_none_that_only_looks_like_them(language: str, code: str) -> None:
    assert [text for text in EXAMPLES[language][code]["no"] if fitting_type(code, [text], language)] == []
