"""The tagger tags as textblob does."""

from itertools import batched
from random import Random

import pytest

from newsclip.language.pos_tagger import _context, _lexicon, tag_words
from newsclip.language.tag_context import TagContext

TEXT = (
    "The ferry left Kelmouth at noon. It was as full as it had ever been, said Ada Holm, who has to have been aboard. "
    "Most likely more than 40 people couldn't be taken; the American officials that met them up the hill may well have "
    "known, and to book seats costs 9 yen."
)


def in_turn(words: list[list[str]]) -> list[list[str]]:
    """What textblob makes of these words: it tries one rule after the other."""
    return [list(pair) for pair in _lexicon().context.apply(words)]


def test_a_word_gets_the_tag_that_the_words_beside_it_ask_for():
    assert [tag for _, tag, _ in tag_words("They want to book a seat. The book is good.")] == [
        "PRP", "VBP", "TO", "VB", "DT", "NN", ".", "DT", "NN", "VBZ", "JJ", ".",
    ]  # fmt: skip


@pytest.mark.slow
def test_each_rule_holds_where_textblob_says_so():
    """Words and tags of the rules alone, in every order of chance: whatever a rule asks for comes about somewhere."""
    rules = [list(rule) for rule in _lexicon().context]
    asked = sorted({word for rule in rules for word in rule[3:]})
    tags = sorted({tag for rule in rules for tag in rule[:2]})
    chance = Random(7)  # noqa: S311 no secret
    words = [[chance.choice(asked), chance.choice(tags)] for _ in range(6_000)]
    changed = 0
    for sentence in map(list, batched(words, 8)):
        assert _context().apply(sentence) == in_turn(sentence)
        changed += in_turn(sentence) != sentence
    assert changed > 300


@pytest.mark.parametrize("words", [[], [["Ferry", "NN"]], [[word, tag] for word, tag, _ in tag_words(TEXT)]])
def test_a_text_has_the_tags_that_textblob_gives_it(words):
    assert _context().apply(words) == in_turn(words)


def test_of_two_rules_that_hold_the_last_decides_and_reads_the_new_tag_before_it():
    context = TagContext([["A", "B", "PREVTAG", "X"], ["A", "C", "PREV1OR2TAG", "X"], ["*", "D", "PREVTAG", "C"]])
    assert context.apply([["a", "X"], ["b", "A"], ["c", "E"]]) == [["a", "X"], ["b", "C"], ["c", "D"]]
