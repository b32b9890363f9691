"""No regular expression of the product takes more than time linear in its text, whatever the text."""

import re
from collections import deque
from collections.abc import Mapping
from typing import Any

import pytest

from tests.cpu_time import MOST_GROWTH, HitTheWall, cpu_seconds, growth
from tests.pathological import whole_sweep
from tests.pathological.patterns import patterns
from tests.pathological.shapes import SHAPES, shaped

LENGTH = 3_000  # 9 million steps for what is quadratic: 5 ms and more
SUSPECT = 0.002  # CPU seconds; what takes less is not quadratic, or not so that it could hold up anything
# Asked of a text's front alone (`match`, `fullmatch`), or of a window or a line that was made short before.
AT_THE_FRONT = {
    "articles.rules.authors._A_NAME": "fullmatch",
    "clips.rules.disagreements.others._LISTED": "match",
    "clips.rules.extractive.headings._BARE": "fullmatch",
    "clips.rules.foreign.nouns._OF_A_PLACE": "match",
    "clips.rules.quotes.grammar.NAMED_BEHIND": "match",
    "clips.rules.verifier.speaking._AT_VERB": "fullmatch",
}
SHORT = {
    "articles.rules.authors._SHORT_FORM": 1_000,  # white space is one blank by then
    "articles.rules.authors._BEFORE_A_DATE": 1_000,
    "articles.rules.decode._XML": 1_024,  # the front of a page where its encoding is told
    "articles.rules.decode._ATTRIBUTE": 1_024,
    "clips.rules.quotes.grammar.VERB_FIRST": 240,  # windows beside a quotation
    "clips.rules.quotes.grammar.SUBJECT_FIRST": 240,
    "clips.rules.quotes.grammar.ACCORDING_AFTER": 240,
    "clips.rules.quotes.grammar.SUBJECT_BEFORE_VERB": 480,
    "clips.rules.verifier.omissions._FURNITURE": 400,  # what was left out of a sentence
    "clips.rules.verifier.omissions._LABEL_MARK": 400,
    "clips.rules.verifier.omissions._TITLE_TAIL": 400,
    "clips.rules.verifier.speaking._CLOSES": 400,
    "kernel.dates._NAMED_ZONE": 100,
    "kernel.dates._NOISE": 100,
}
FOUND = patterns()


def suspects(name: str, pattern: re.Pattern[Any], shapes: Mapping[str, Any] = SHAPES) -> list[str]:
    """The shapes on which it grows too fast."""
    length, ask = SHORT.get(name, LENGTH), AT_THE_FRONT.get(name, "")

    def work(text: Any) -> None:
        getattr(pattern, ask)(text) if ask else deque(pattern.finditer(text), maxlen=0)

    def text(shape: str, length: int) -> Any:
        made = shaped(shape, length)
        return made.encode() if isinstance(pattern.pattern, bytes) else made

    found = []
    for shape in shapes:
        try:
            slow = cpu_seconds(lambda shape=shape: work(text(shape, length))) > SUSPECT  # type: ignore[misc]
            if slow and name not in SHORT and growth(work, text(shape, length), text(shape, 2 * length)) > MOST_GROWTH:
                found.append(shape)
        except HitTheWall:
            found.append(shape)
    return found


@pytest.mark.integration
@whole_sweep
@pytest.mark.parametrize("name", sorted(FOUND))
def test_twice_the_text_takes_a_pattern_twice_as_long(name):
    assert suspects(name, FOUND[name]) == []


@pytest.mark.parametrize("written", [r"\s+\.", r"“[^”]*”", r"\w+@"])
def test_a_pattern_that_takes_longer_is_noticed(written):
    some = ("spaces", "capitals", "opening double quotes", "small letters")
    assert suspects("", re.compile(written), dict.fromkeys(some)) != []


def test_what_is_excused_is_there():
    assert not {*AT_THE_FRONT, *SHORT} - FOUND.keys()
