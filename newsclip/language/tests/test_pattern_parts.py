"""A pattern of a pack may name parts, so that no list of words stands in it twice."""

import re

import pytest

from newsclip.language.pattern_parts import joined

PARTS = {"summary": ("summar(?:y|ies)", "digests?"), "any": ("any", "every"), "any_summary": ("{any} {summary}",)}


def test_the_alternatives_of_a_part_stand_where_it_is_named():
    pattern = re.compile(joined(["{any} {summary} must", "note"], PARTS))
    assert [pattern.search(text) is not None for text in ("every digest must", "a note", "every digest")] == [1, 1, 0]


def test_a_part_may_have_parts():
    assert re.search(joined([r"^{any_summary}\b"], PARTS), "any summaries")


def test_how_often_something_may_come_is_no_name():
    assert joined([r"\w{2,3} {any}"], PARTS) == r"\w{2,3} (?:any|every)"


def test_a_part_that_is_not_there_is_an_error():
    with pytest.raises(KeyError, match="digest"):
        joined(["{digest}"], PARTS)
