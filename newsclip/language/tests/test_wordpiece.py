"""Texts as pieces of a vocabulary."""

import pytest

from newsclip.language.wordpiece import WordPieces, folded

VOCABULARY = ["ferry", "har", "##bour", "##s", "s", "o", "##rlo", "港", "##y", "cafe"]


def spelt(text: str) -> list[list[str]]:
    return [[VOCABULARY[place] for place in word.pieces] for word in WordPieces(VOCABULARY).words(text)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Ferry", [["ferry"]]),
        ("the ferry", [[], ["ferry"]]),
        ("harbours", [["har", "##bour", "##s"]]),
        ("Orlo's harbour", [["o", "##rlo"], ["s"], ["har", "##bour"]]),
        ("café, CAFÉ", [["cafe"], ["cafe"]]),
        ("港港", [["港"], ["港"]]),
        ("", []),
        ("?!", []),
    ],
)
def test_a_word_is_whole_or_its_longest_parts_or_has_none(text: str, pieces: list[list[str]]) -> None:
    assert spelt(text) == pieces


def test_a_word_longer_than_any_has_no_pieces() -> None:
    assert spelt("harbour" + "s" * 40) == [[]]


def test_a_word_says_whether_the_vocabulary_has_it_whole() -> None:
    found = WordPieces(VOCABULARY).words("A FERRY to Orlo")
    assert [(word.text, word.whole) for word in found] == [
        ("a", False), ("ferry", True), ("to", False), ("orlo", False),
    ]  # fmt: skip


def test_the_words_that_are_remembered_are_bounded() -> None:
    pieces = WordPieces(VOCABULARY)
    for turn in range(10_000):
        list(pieces.words("har" + "s" * (turn % 30) + "bour" * (turn // 30 % 9) + "y" * (turn // 270)))
    assert len(pieces._broken) <= 4_096


def test_accents_and_capitals_are_folded() -> None:
    assert folded("Ünlü ÖÉ") == "unlu oe"
