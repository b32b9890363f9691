"""What a reader is told to do, which a model may print only where a sentence of its passages says the same.

`is_instruction` knows orders that are no news anywhere. Advice is news where a source gives it ("Call 999"), so here
the passages decide: they have the verb as it stands, and what it is to be done to, in one sentence.
"""

import re
from collections.abc import Iterator
from functools import cache

from newsclip.language.content_words import is_light
from newsclip.language.pack import ENGLISH
from newsclip.language.pattern_parts import ignoring_case
from newsclip.language.pos_tagger import tag_of, tag_words
from newsclip.language.tokens import sentences, stem, words
from newsclip.writing.prompt_injection.imperatives import imperative_patterns
from newsclip.writing.prompt_injection.instruction_words import any_of, instruction_words

_CLAUSE = re.compile(r"(?:^|[.:;!?–—(“\"] ?)(?=\w)")
_FINITE, _RELATIVE = frozenset({"VBD", "VBZ", "MD", "VBN", "VBP"}), frozenset({"WP", "WDT", "WRB", ",", ":"})
_OBJECTS = frozenset({"DT", "CD", "PRP", "PRP$", "NNP", "NNPS", "RB", "IN"})  # what a verb has behind it, and no noun
_REACH = 4  # words behind a verb, within which another makes a subject of the first: "Call for calm grows"
_TOLD = 3  # words that matter behind the verb, which the passage has too
_AT_MOST = 300  # characters of a clause that are looked at: bounds the work


@cache
def _duty() -> re.Pattern[str]:
    return ignoring_case(any_of(instruction_words().imperatives.duties))


def unheld_order(text: str, held: str) -> str:
    """The first words that order a reader to do what no sentence of the held text says; "" for none."""
    spoken = [span.of(held) for span in sentences(held)]
    for duty, order in _orders(text):
        told = [word for word in words(order) if not is_light(word, ENGLISH)][: 1 + _TOLD]
        if told and not any(_says(one, duty, told) for one in spoken):
            return " ".join(told)
    return ""


def _orders(text: str) -> Iterator[tuple[str, str]]:
    """The word of duty, "" for an imperative; and the clause from its verb on."""
    for found in _duty().finditer(text):
        yield found["duty"], text[found.end() :][:_AT_MOST]
    for start in _CLAUSE.finditer(text):
        clause = _without_openers(text[start.end() :][:_AT_MOST])
        if clause and _is_imperative(clause):
            yield "", clause


def _without_openers(clause: str) -> str:
    """The clause without what may stand before its verb: "Now", "Do not", "If you care,"."""
    known = imperative_patterns()
    for opener in (known.fronted, known.openers, known.negated):
        if found := opener.match(clause):
            clause = clause[found.end() :]
    return clause


def _is_imperative(clause: str) -> bool:
    verb, *behind = tag_words(clause)[: 2 + _REACH]
    word = verb[0].lower()
    orders = instruction_words().imperatives
    if word in orders.no_verbs or not (tag_of(word) in {"VB", "VBP"} or word in orders.does):
        return False
    tags = [tag for _, tag, _ in behind]
    if tags[:1] == ["CC"] or (tags[:1] == ["IN"] and tags[1:2] != ["NNP"]):
        return False  # "Support for the bridge"
    if word in orders.does and tags[:1] and tags[0] not in _OBJECTS:
        return False  # "Rate rise likely"
    for tag in tags:
        if tag in _RELATIVE:
            break
        if tag in _FINITE:
            return False
    return any(word.isalpha() for word, _, _ in behind)


def _says(sentence: str, duty: str, told: list[str]) -> bool:
    there = [word.lower() for word in words(sentence)]
    stems = {stem(word, ENGLISH) for word in there}
    verb, *rest = told
    return verb.lower() in there and duty.lower() in {"", *there} and all(stem(one, ENGLISH) in stems for one in rest)
