"""The vocabulary of themes: many, each with words, a category and a concept of IPTC's Media Topics."""

import re

import pytest

from newsclip.language.themes import FOLDER, stems, themes

LANGUAGES = sorted(file.stem for file in FOLDER.glob("*.toml"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_vocabulary_has_110_themes_and_more_of_every_category(language: str) -> None:
    known = themes(language).values()
    assert len(known) >= 110
    assert {theme.category for theme in known} == {theme.category for theme in themes("en").values()}


def test_each_theme_has_a_concept_of_media_topics() -> None:
    known = themes("en").values()
    assert [theme.tag for theme in known if not re.fullmatch(r"\d{8} [a-zA-Z(),'& -]+", theme.topic)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_concepts_are_those_of_the_english_themes(language: str) -> None:
    assert {theme.topic for theme in themes(language).values()} <= {theme.topic for theme in themes("en").values()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_theme_is_written_as_a_hashtag_and_has_words_to_find_it_by(language: str) -> None:
    for theme in themes(language).values():
        assert re.fullmatch(r"[^\W\d_][^\W_]{2,31}", theme.tag)
        assert theme.tag[0].isupper()
        assert theme.triggers
        assert all(theme.triggers)


def test_words_are_compared_by_their_stems_in_parts() -> None:
    assert stems("The pile-up’s drivers", "en") == stems("the piled up s driver", "en")


def test_a_language_without_a_vocabulary_has_no_themes() -> None:
    assert themes("xx") == themes("../") == {}


def test_a_text_that_names_no_language_is_read_as_english() -> None:
    assert themes("") == themes("en-GB") != {}
