"""Lines that stand beside an article's text, told by that text: captions, posts of others, and who wrote it."""

import re

from newsclip.kernel.spans import Span
from newsclip.writing.sentence_patterns import sentence_patterns

_APART, _JOINED = re.compile(r"[\w”\"')] [.](?=\s|$)"), re.compile(r"[\w”\"')][.](?=['’”\"]?(?:\s|$))")
# One may be a slip, and a text that sets half of its marks apart does so everywhere: in two sets of 100 articles each,
# those with captions set up to .44 of them apart, those that set all of them apart .54 and more.
_FEWEST, _SOME = 2, 0.5
_LONGEST_POST = 700  # characters: twice what a post of 280 has, with links and whose it is
_POSTED = re.compile(
    r"\bpic\.twitter\.com/|\bt\.co/\w|\(@\w{1,20}\) (?:\d{1,2}\.? )?[^\W\d_]{3,12}\.? (?:\d{1,2}, )?\d{4}\b"
)


def sets_some_marks_apart(text: str) -> bool:
    """Whether full stops stand apart from some sentences, though not from most: those are captions.

    They had no mark of their own, and what read the page set one behind each.
    """
    apart, joined = len(_APART.findall(text)), len(_JOINED.findall(text))
    return _FEWEST <= apart < _SOME * (apart + joined)


def has_mark_apart(sentence: str) -> bool:
    return bool(_APART.search(sentence))


def is_in_post(text: str, span: Span) -> bool:
    """Whether it stands in somebody else's post, which the page shows: "… — Ada (@ada) March 2, 2026"."""
    start = text.rfind("\n", max(0, span.end - _LONGEST_POST), span.start) + 1
    end = text.find("\n", span.end, start + _LONGEST_POST + 1)
    whole = (start > 0 or span.end <= _LONGEST_POST) and (end >= 0 or len(text) - start <= _LONGEST_POST)
    return whole and _POSTED.search(text, start, end if end >= 0 else len(text)) is not None


def is_about_its_author(sentence: str, text: str) -> bool:
    """ "Ada Holm is a reporter at The Harbour Post." where the text says nothing else of her."""
    found = sentence_patterns().author.match(sentence)
    if found is None:
        return False
    surname = found["name"].rpartition(" ")[2]
    return text.count(surname) == sentence.count(surname)
