"""Whether words are of those that a sentence may lose at all, whatever their place in it."""

import re
from collections.abc import Iterator, Sequence

from newsclip.evidence.edits import ASIDE, AT_THE_END, HALF, OCCASION, OF_SUBJECT, PUBLISHER, Omission
from newsclip.language import quotation_marks
from newsclip.language.guards import guards_of, plain, turning
from newsclip.language.syntax import Parse
from newsclip.language.word_lists import SPEECH_VERBS

_FIGURE = re.compile(r"\d")
_PARTING = re.compile(r"[\"“”„«»();:–—]")
_LONGEST_TAG = 60  # characters of ", The Harbour Post reported on its site"


def is_deletable(parse: Parse, edit: Omission, language: str) -> bool:
    """Whether the words are nobody's words, and hold no figure, no guard and no source."""
    if edit.kind in (PUBLISHER, ASIDE):
        return True
    at = parse.text.find(edit.words)
    gone = [token for token in parse.tokens if at <= token.start < at + len(edit.words)]
    quoted = quotation_marks.inside(parse.text)[at]
    if quoted or _PARTING.search(edit.words):
        return False
    if edit.kind in (*AT_THE_END, OF_SUBJECT, OCCASION):
        return True
    if edit.kind == HALF:
        return not _governs(edit.words, language)
    counts = any(token.pos == "NUM" or token.tag == "CD" or _FIGURE.search(token.word) for token in gone)
    says = any(token.word.lower() in SPEECH_VERBS for token in gone)
    return not counts and not says and not turning(edit.words, language)


def publisher_tags(text: str, publishers: Sequence[str], language: str) -> Iterator[Omission]:
    """ ", The Harbour Post reported" at the end, where that is who publishes it."""
    tail = text.rstrip(".").rpartition(", ")[2]
    guards = guards_of(language)
    if guards is None or len(tail) > _LONGEST_TAG or tail == text:
        return
    for name in filter(None, publishers):
        others = plain(tail).replace(plain(name), "", 1).split()
        said = " ".join(word for word in others if word != "the")
        if plain(name) in plain(tail) and said in (guards.attribution or ()):
            yield Omission(PUBLISHER, tail)


def _governs(half: str, language: str) -> bool:
    """Whether something in a half may hold of the other too; what it says may be holds of itself alone."""
    guards = guards_of(language)
    if guards is None:
        return True
    passed = (guards.hedge or frozenset()) | (guards.conjunction or frozenset())
    return bool(turning(" ".join(word for word in plain(half).split() if word not in passed), language))
