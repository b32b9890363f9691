"""Strict support: a sentence is its passage, less or other only by what is recorded or cannot turn it.

Demanding that the words of a sentence stand in its passage in the same order finds 98 to 100 of 100 swapped names,
figures and negations, at 2 false alarms in 1,000 (docs/why/verifier.md); containment in the article finds 3 to 9.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsclip.evidence.document import Sentence
from newsclip.evidence.edits import LOWERED, Edit, omissions, read, splits
from newsclip.evidence.origin import Origin
from newsclip.evidence.tokens import place_of, tokens
from newsclip.evidence.verifier import alignment, attributions, differences, sentence_splits, syntactic_omissions
from newsclip.evidence.verifier.recorded_edits import edits_fault
from newsclip.kernel.reasons import Reason
from newsclip.language import quotation_marks
from newsclip.language.syntax import NO_PARSER, Parser

_MOST_WAYS = 16  # places where edits may be undone: bounds the combinations
_SPACE_BEFORE_MARK = re.compile(r" (?=[,.;:!?])")
_OPENS = re.compile(r"[\w“„«\"‘(]")


def fault(sentence: Sentence, texts: Sequence[str], origin: Origin, parser: Parser = NO_PARSER) -> Reason | None:
    """Why the sentence does not rest on the words of its passages; None where it does."""
    plain = attributions.unattributed(sentence, origin)
    return plain if isinstance(plain, Reason) else _fault(plain, texts, origin, parser)


def _fault(sentence: Sentence, texts: Sequence[str], origin: Origin, parser: Parser) -> Reason | None:
    if not tokens(sentence.text):
        return Reason("no_words")
    if not quotation_marks.closed(sentence.text):
        return Reason("quotation_open")
    edits = read(sentence.edits)
    texts = [" ".join(text.split()) for text in texts]
    wrong = edits_fault(edits, texts, origin)
    if wrong:
        return wrong
    sources, ways = _sources(sentence, texts, origin, parser), _undone(sentence.text, edits)
    if isinstance(sources, Reason):
        return sources
    if not ways:
        return Reason("name_not_put_in")
    if splits(sentence.edits) and all(tokens(way) != tokens(sources[0]) for way in ways):
        return Reason("split_in_part")  # of two sentences one could be left out
    wrong = _differs(sentence, ways, sources, origin)
    return (_misquoted(sentence.text, texts) or wrong) if wrong else None


def _differs(sentence: Sentence, ways: Sequence[str], sources: Sequence[str], origin: Origin) -> Reason | None:
    """What the nearest of the sources has against the sentence; None where one says it, whatever a name stands for."""
    faults: list[tuple[Reason, str]] = []
    for source in sources:
        for text in ways:
            found = alignment.fault(text, source, origin, lowered=LOWERED in sentence.edits)
            if found is None:
                return None
            faults.append(
                (differences.describe_difference(text, source) if found is alignment.NOT_IN_ORDER else found, source)
            )
    return _nearest(ways[0], faults)


def _sources(sentence: Sentence, texts: Sequence[str], origin: Origin, parser: Parser) -> list[str] | Reason:
    """What the sentence may say: its passages, each and two in a row, less what is recorded as left out.

    What was left out by syntax, or split, stood in the first passage; the reason why it may not be.
    """
    edits, by_syntax, parted = read(sentence.edits), omissions(sentence.edits), splits(sentence.edits)
    if by_syntax or parted:
        first = _begun_anew(_without_dropped(texts[0], edits))
        rest = syntactic_omissions.shortened(first, by_syntax, origin, parser)
        for one in parted:
            rest = rest if isinstance(rest, Reason) else sentence_splits.split(rest, one.words, origin, parser)
        return rest if isinstance(rest, Reason) else [rest]
    joined = [f"{a}{alignment.BREAK}{b}" for a, b in pairwise(texts)]
    return [_without_dropped(source, edits) for source in (*texts, *joined)]


def _begun_anew(source: str) -> str:
    """The sentence as it reads without what was dropped: from its first word, with single spaces."""
    plain = _SPACE_BEFORE_MARK.sub("", " ".join(source.replace(alignment.CUT, " ").split()))
    start = _OPENS.search(plain)
    rest = plain[start.start() :] if start and alignment.CUT in source else plain
    return rest[:1].upper() + rest[1:]


def _undone(text: str, edits: Sequence[Edit]) -> list[str]:
    """The sentence with the publisher's own word put back where a name took its place; wherever that may have been."""
    ways = [text]
    for edit in reversed(edits):  # the last first: a role was put before a name that was itself put in
        if edit.new:
            ways = [put for way in ways for put in _put_back(way, edit)][:_MOST_WAYS]
    return ways


def _put_back(text: str, edit: Edit) -> Iterator[str]:
    at = text.find(edit.new)
    while at >= 0:
        yield text[:at] + edit.old + text[at + len(edit.new) :]
        at = text.find(edit.new, at + 1)


def _without_dropped(source: str, edits: Sequence[Edit]) -> str:
    for edit in edits:
        if not edit.new and (at := place_of(edit.old, source)) >= 0:
            source = f"{source[:at]} {alignment.CUT} {source[at + len(edit.old) :]}"
    return source


def _misquoted(text: str, texts: Sequence[str]) -> Reason | None:
    everything = quotation_marks.plain(" ".join(texts))
    for words in quotation_marks.quoted(text):
        if quotation_marks.plain(words) not in everything:
            return Reason("words_not_quoted", {"words": words})
    return None


def in_a_row(wanted: Sequence[str], held: Sequence[str]) -> bool:
    """Whether the wanted words stand in a row among those held."""
    size = len(wanted)
    return bool(size) and any(list(held[i : i + size]) == list(wanted) for i in range(len(held) - size + 1))


def _nearest(text: str, faults: Sequence[tuple[Reason, str]]) -> Reason:
    """What the passage that shares most words with the sentence has against it."""
    wanted = set(tokens(text))
    return max(faults, key=lambda pair: len(wanted & set(tokens(pair[1]))) - len(pair[1]) * 1e-6)[0]
