"""No rule that reads text takes more than time linear in it, whatever the text: rules are found by walking modules."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from types import SimpleNamespace
from typing import Any

import pytest

from newsclip.kernel.reasons import Refused
from tests.cpu_time import MOST_GROWTH, HitTheWall, cpu_seconds, growth, wall
from tests.pathological import whole_sweep
from tests.pathological.arguments import CannotBuild, arguments
from tests.pathological.doors import DOORS
from tests.pathological.entry_points import call, entry_points, rules
from tests.pathological.shapes import SHAPES, shaped

SMALL, LARGE = 2_000, 200_000  # characters
SUSPECT = (
    0.005  # CPU seconds at SMALL; whatever is quadratic and takes less takes 20 seconds at LARGE, and is seen there
)
ORDINARY = "The ferry left Kelmouth at noon on Monday with forty people, said Ada Holm. “It was full,” she said.\n\n"
# Not driven, and why.
EXCUSED = {
    "accounts.rules.": "hashes a code at a cost that is meant and does not grow",
    "adapters.spelling.": "words of 24 letters at most; asks the database",
    "kernel.environment.": "what the operator sets, not what others write",
    "clips.rules.extractive.": "parts of `write`, which is driven as a whole: their indices are of a story's own lines",
    "clips.rules.generative.": "asks a language model; what it answers is bounded by tokens",
    "clips.rules.selection.": "figures of at most thirty articles' lines",
    "clips.rules.tags.tag_story": "what `tag` calls, which is driven",
    "clips.rules.tags.hashtags.choose": "asks for phrases as `tag` makes them, which is driven",
    "clips.rules.tags.taxonomy.taxonomy_from": "a file of the operator",
    "clips.rules.verifier.likeness.": "asks for what `verify_claim` makes of a text, which is driven",
    "community.rules.anchors.": "asks for sentences of a clip's document, which `write` made",
    "community.rules.news.": "asks for a clip's document, which `write` made",
    "kernel.fetching.as_they_come": "asks for addresses, bounded where they are read",
    "kernel.web_push.encrypted": "asks for a browser's key; what it encrypts is of a bounded length",
    "ranking.rules.heat.": "figures",
    "sources.rules.seen.sift": "asks for a feed's entries, a thousand at most",
    "stories.rules.background.": "a file of the product",
    "stories.rules.headings.marks": "asks for the terms of a vector, bounded in number",
    "stories.rules.scoring.": "figures and codes",
    "stories.rules.vectors.marked": "asks for the terms of a vector, bounded in number",
}
RULES = {name: rule for name, rule in rules().items() if not name.startswith(tuple(EXCUSED))}


def grows(rule: Callable[..., Any], shapes: Iterable[str]) -> list[str]:
    """The shapes on which the rule takes too long for its text."""
    found = []
    for shape in shapes:
        try:
            slow = cpu_seconds(call(rule, shaped(shape, SMALL))) > SUSPECT
            made = {size: call(rule, shaped(shape, size)) for size in (SMALL, 2 * SMALL)} if slow else {}
            if slow and growth(lambda size, made=made: made[size](), SMALL, 2 * SMALL) > MOST_GROWTH:
                found.append(shape)
        except HitTheWall:
            found.append(shape)
    return found


def share(name: str, of: int) -> list[str]:
    """Every so-manieth shape, others for another rule."""
    return list(SHAPES)[sum(name.encode()) % of :: of]


@pytest.mark.integration
@whole_sweep
@pytest.mark.parametrize("name", sorted(RULES))
def test_twice_the_text_takes_a_rule_twice_as_long(name):
    assert grows(RULES[name], SHAPES) == []


@pytest.mark.integration
@whole_sweep
@pytest.mark.parametrize("name", sorted(DOORS))
def test_no_long_text_holds_a_door(name):
    """The wall is CPU seconds, and about ten times what such a text takes."""
    for shape in share(name, 16):
        with wall(), suppress(Exception):
            DOORS[name](shaped(shape, LARGE))


@pytest.mark.parametrize("name", sorted(RULES))
def test_each_rule_is_really_driven(name):
    with suppress(Refused, ValueError):
        RULES[name](**arguments(RULES[name], ORDINARY))


def test_a_new_rule_is_driven_without_anybody_adding_it():
    def pairs(words: str) -> int:
        return sum(one == other for one in words for other in words)

    def asks_for_more(words: str, of: SimpleNamespace) -> str:
        return words

    module = SimpleNamespace(__name__="newsclip.a.rules", pairs=pairs, asks_for_more=asks_for_more)
    pairs.__module__ = asks_for_more.__module__ = module.__name__
    found = dict(entry_points(module))  # type: ignore[arg-type]
    assert grows(found["a.rules.pairs"], ["capitals"]) == ["capitals"]
    with pytest.raises(CannotBuild):
        arguments(found["a.rules.asks_for_more"], ORDINARY)


def test_there_are_many_rules_and_shapes_and_no_excuse_for_what_is_gone():
    assert len(RULES) > 300
    assert len(SHAPES) >= 150
    assert [excuse for excuse in EXCUSED if not any(name.startswith(excuse) for name in rules())] == []
