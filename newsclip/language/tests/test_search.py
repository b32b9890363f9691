"""What search takes for words, and where a text holds them."""

import pytest

from newsclip.language.search_matches import asked_stems, excerpt, matched_stems, matches
from newsclip.language.search_query import parse_query, query_parts, replaced
from newsclip.language.search_stems import FILE, search_stem, search_stems


def marked(text: str, asked: str) -> list[str]:
    return [span.of(text) for span in matches(text, asked_stems(parse_query(asked)))]


@pytest.mark.parametrize(
    ("one", "other"),
    [("votes", "voted"), ("Herrings", "herring"), ("café", "CAFÉS"), ("suing", "sued"), ("universities", "University"),
     ("Straße", "STRASSE"), ("experienced", "experience"), ("dying", "dies")],
)  # fmt: skip
def test_forms_of_a_word_have_one_stem(one, other):
    assert search_stem(one) == search_stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("herring", "her"), ("news", "new"), ("university", "universe"), ("general", "generation"), ("policy", "police"),
     ("organ", "organization"), ("positive", "position"), ("customs", "customers"), ("busy", "business")],
)  # fmt: skip
def test_words_that_mean_something_else_have_another(one, other):
    assert search_stem(one) != search_stem(other)


def test_no_word_is_kept_apart_twice():
    words = [word for line in FILE.read_text(encoding="utf-8").splitlines() if line[:1] != "#" for word in line.split()]
    assert len(words) == len(set(words)) > 500
    assert all(search_stem(word).endswith("0") for word in words)


def test_the_words_of_a_text_are_cut_one_by_one():
    assert search_stems("Breen’s crew, 212 strong: “Ahoy!” said\tO'Hara") == "breen crew 212 strong ahoy said o hara"


@pytest.mark.parametrize(
    ("text", "asked", "found"),
    [
        ("The ferries left her with the herring.", "ferry herrings", ["ferries", "herring"]),
        ("The ferry and the sea", "the ferry", ["ferry"]),
        ("Who is it?", "who", ["Who"]),
        ("Élections à Élan", "elections", ["Élections"]),
        ("Cafe\u0301s open", "café", ["Cafe\u0301s"[:4]]),
        ("渡轮在米纳港外搁浅", "搁浅", ["搁浅"]),
        ("渡轮在米纳港外搁浅", "轮船", []),
        ("Nothing", "", []),
    ],
)
def test_what_was_searched_for_is_found_in_a_text(text, asked, found):
    assert marked(text, asked) == found


def test_a_text_tells_which_of_the_words_it_has():
    asked = asked_stems(parse_query("ferry coffee"))
    assert matched_stems("Two ferries", asked) == {"ferri"}


def test_of_a_long_text_what_stands_around_the_first_word_is_shown():
    text = "A long way off. " * 30 + "Then the herring came. " + "And it went. " * 30
    shown = excerpt(text, asked_stems(parse_query("herring")))
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert "Then the herring came." in shown
    assert len(shown) < 240
    assert excerpt("Short.", frozenset()) == "Short."


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ('trma "port alder" category:sport #Tag', ["word", "phrase", "category", "tag"]),
        ("after:2026-01-02 after:never b:c", ["after", "word", "word"]),
        ("", []),
    ],
)
def test_a_question_is_told_part_by_part(typed, kinds):
    parts = query_parts(typed)
    assert [part.kind for part in parts] == kinds
    assert all(part.typed in typed and part.typed not in part.without for part in parts)


def test_no_more_than_a_dozen_words_are_corrected():
    asked = []
    replaced(" ".join(f"word{number}" for number in range(40)), lambda word: asked.append(word) or word)
    assert len(asked) == 12
