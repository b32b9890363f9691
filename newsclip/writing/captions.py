"""Lines that stand beside an article's text, told by that text: captions, and who wrote it."""

import re

from newsclip.writing.sentence_patterns import sentence_patterns

_APART, _JOINED = re.compile(r"[\w”\"')] [.](?=\s|$)"), re.compile(r"[\w”\"')][.](?=['’”\"]?(?:\s|$))")
# One may be a slip, and a text that sets half of its marks apart does so everywhere: in two sets of 100 articles each,
# those with captions set up to .44 of them apart, those that set all of them apart .54 and more.
_FEWEST, _SOME = 2, 0.5


def sets_some_marks_apart(text: str) -> bool:
    """Whether full stops stand apart from some sentences, though not from most: those are captions.

    They had no mark of their own, and what read the page set one behind each.
    """
    apart, joined = len(_APART.findall(text)), len(_JOINED.findall(text))
    return _FEWEST <= apart < _SOME * (apart + joined)


def has_mark_apart(sentence: str) -> bool:
    return bool(_APART.search(sentence))


def is_about_its_author(sentence: str, text: str) -> bool:
    """ "Ada Holm is a reporter at The Harbour Post." where the text says nothing else of her."""
    found = sentence_patterns().author.match(sentence)
    if found is None:
        return False
    surname = found["name"].rpartition(" ")[2]
    return text.count(surname) == sentence.count(surname)
