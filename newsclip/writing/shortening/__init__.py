"""Makes a long sentence shorter by leaving out what its syntax says it can do without (docs/reference/edits.md).

A step is taken only where the rest, parsed by itself, has the same main verb. Whether it stands is for the verifier to
say, by its own parse; where it refuses, the gate publishes the whole sentence.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice

from newsclip.evidence.document import Sentence
from newsclip.evidence.edits import APPOSITION, HALF, PUBLISHER, Omission
from newsclip.evidence.edits import read as read_edits
from newsclip.evidence.omission import rest_of
from newsclip.language.syntax import Parse, Parser
from newsclip.language.unspaced import count_words
from newsclip.writing.shortening.constituents import SUBJECTS, deletable_constituents
from newsclip.writing.shortening.deletable import is_deletable, publisher_tags

MOST, GOOD = 40, 20  # words of a sentence
_MOST_STEPS, _MOST_TRIED = 5, 8  # omissions of a sentence, and what is parsed again for each
# what says who somebody is, and half of what a sentence tells, go only where it is longer than the most
_AT_NEED = (APPOSITION, HALF)


type MayBecome = Callable[[Sentence, Sentence], bool]


def anything(before: Sentence, after: Sentence) -> bool:
    """A MayBecome that refuses nothing."""
    return True


@dataclass(frozen=True, slots=True)
class Aim:
    """How long a sentence may be and should be, in words, and who publishes it."""

    most: int = MOST
    good: int = GOOD
    publishers: tuple[str, ...] = ()


def shorter(
    sentence: Sentence, language: str, parser: Parser, aim: Aim = Aim(), may_become: MayBecome = anything
) -> Sentence | None:
    """The sentence with what was left out recorded, as near to the aim as it can be; None where nothing can go.

    `may_become`: whether something may go, asked of each omission by itself: the sentence before and after it.
    """
    made = sentence
    for _ in range(_MOST_STEPS):
        if (size := count_words(made.text)) <= aim.good:
            break
        steps = _steps(made, language, parser, aim if size > aim.most else replace(aim, most=size))
        step = next((one for one in steps if may_become(made, one)), None)
        if step is None:
            break
        made = step
    return None if made is sentence else made


def _steps(sentence: Sentence, language: str, parser: Parser, aim: Aim) -> Iterator[Sentence]:
    """What the sentence may become by one omission, the best first. A name that was put in stays."""
    text = sentence.text
    parse = parser(text, language)
    if parse is None or len(parse.roots) != 1:
        return
    too_long, put_in = count_words(text) > aim.most, [edit.new for edit in read_edits(sentence.edits) if edit.new]
    able = chain(publisher_tags(text, aim.publishers, language), deletable_constituents(parse, language))
    for edit in islice((edit for edit in able if is_deletable(parse, edit, language)), _MOST_TRIED):
        rest = rest_of(text, edit)
        kept = any(name in edit.words for name in put_in) or (edit.kind in _AT_NEED and not too_long)
        if rest is None or kept:
            continue
        left = parser(rest, language)
        if left is not None and is_whole(left, parse, edit):
            yield replace(sentence, text=rest, edits=(*sentence.edits, str(edit)))


def is_whole(left: Parse, parse: Parse, edit: Omission) -> bool:
    """Whether what is left is a sentence, with the main verb that it had, and each subject with its own verb."""
    if len(left.roots) != 1 or not left.has(left.roots[0], *SUBJECTS):
        return False
    same = left.tokens[left.roots[0]].word == parse.tokens[parse.roots[0]].word
    return edit.kind == PUBLISHER or (same and _subjects(left) <= _subjects(parse))


def _subjects(parse: Parse) -> set[tuple[str, str]]:
    """Each subject and its verb, in lower case."""
    pairs = ((token.word, parse.tokens[token.head].word) for token in parse.tokens if token.label in SUBJECTS)
    return {(subject.lower(), verb.lower()) for subject, verb in pairs}
