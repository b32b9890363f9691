"""A long sentence as two, where two of its clauses stand by themselves."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from newsclip.evidence.document import Sentence
from newsclip.evidence.edits import Split
from newsclip.evidence.omission import parted
from newsclip.language.guards import guards_of
from newsclip.language.unspaced import count_words

_LONG, _FEWEST, _MOST_TRIED = 40, 6, 3  # words of a sentence and of each part; places that are tried
_MOST_MARKS = 12  # whose parts are counted, the nearest to the middle first
_MARK = re.compile(r"; |, (?=(?P<joint>[^ ]{1,30}) )")


def split(sentence: Sentence, language: str, stands: Callable[[Sentence], bool]) -> Sentence | None:
    """The sentence as two, nearest to its middle, with the split recorded; None where it is short or may not be two.

    `stands`: whether the verifier would let one pass.
    """
    if count_words(sentence.text) <= _LONG:
        return None
    made = (_made(sentence, words, language) for words in islice(_clauses(sentence.text, language), _MOST_TRIED))
    return next((one for one in made if one and stands(one)), None)


def _clauses(text: str, language: str) -> Iterator[str]:
    """The words behind each semicolon, and behind each comma with a word that joins clauses; from the middle on."""
    guards = guards_of(language)
    joints = {guards.joint, *(guards.contrast or ())} if guards else set()
    able = [mark for mark in _MARK.finditer(text) if mark["joint"] is None or mark["joint"] in joints]
    for mark in sorted(able, key=lambda mark: abs(len(text) / 2 - mark.end()))[:_MOST_MARKS]:
        words = text[mark.end() :].removesuffix(".")
        if min(count_words(words), count_words(text[: mark.start()])) >= _FEWEST:
            yield words


def _made(sentence: Sentence, words: str, language: str) -> Sentence | None:
    guards = guards_of(language)
    parts = parted(sentence.text, words, guards.joint or "") if guards else None
    return replace(sentence, text=" ".join(parts), edits=(*sentence.edits, str(Split(words)))) if parts else None
