"""Words of each category, for languages without themes, and for sentences that tell none."""

import tomllib

import pytest

from newsclip.language.category_words import FOLDER, words_told
from newsclip.language.themes import themes

FILES = sorted(FOLDER.glob("*.toml"))
CATEGORIES = {theme.category for theme in themes("en").values()} - {"General"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_language_has_words_of_every_category_but_general_each_of_one_alone(file) -> None:
    known = tomllib.loads(file.read_text(encoding="utf-8"))
    words = [word for told in known.values() for word in told]
    assert set(known) == CATEGORIES
    assert len(words) == len(set(words))
    assert [word for word in words if word != word.lower() or not word.strip()] == []


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("nl", "De Regeringscrisis duurt voort.", {"Politics": {"regering"}}),  # a word begins others
        ("nl", "Cellulair is het woord.", {}),  # "cel" is too short for that
        ("nl", "In zijn cel.", {"Crime & Law": {"cel"}}),
        ("nl", "De ontregering.", {}),  # nor does it stand within them
        ("de", "Ein Treffen der Vereinten Nationen.", {"World": {"vereinten nationen"}}),
        ("ko", "경찰은 말했다.", {"Crime & Law": {"경찰"}}),
        ("zh", "昨晚当地警方说", {"Crime & Law": {"警方"}}),
        ("hi", "जेल में", {"Crime & Law": {"जेल"}}),
        ("xx", "police", {}),
        ("../", "police", {}),
        ("", "police", {}),
    ],
)
def test_what_words_tell(language: str, text: str, told: dict[str, set[str]]) -> None:
    assert words_told(text, language) == told
