"""Lines that stand beside an article's text, told by that text: captions, posts of others, and who wrote it."""

import re

from newsclip.kernel.spans import Span
from newsclip.language.correction_notes import is_correction_note
from newsclip.writing.sentence_patterns import sentence_patterns

_APART, _JOINED = re.compile(r"[\w”\"')] [.](?=\s|$)"), re.compile(r"[\w”\"')][.](?=['’”\"]?(?:\s|$))")
# One may be a slip, and a text that sets half of its marks apart does so everywhere: in two sets of 100 articles each,
# those with captions set up to .44 of them apart, those that set all of them apart .54 and more.
_FEWEST, _SOME = 2, 0.5
_LONGEST_POST = 700  # characters: twice what a post of 280 has, with links and whose it is
_POSTED = re.compile(
    r"\bpic\.twitter\.com/|\bt\.co/\w|\(@\w{1,20}\) (?:\d{1,2}\.? )?[^\W\d_]{3,12}\.? (?:\d{1,2}, )?\d{4}\b"
)

_SMALL, _FEWEST_LONG = 4, 3  # letters of words that a title may set small ("with"), and how many longer ones it has
_IN_LIST = re.compile(r";(?: \w{1,3})?\s{1,4}(?:[-–—•▪●*]\s{1,2})?$")  # "limits; and" ends the item before


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


def is_beside_text(text: str, title: str, span: Span) -> bool:
    """Whether it is a post, the title printed once more, an item of a list, which ends the item's sentence alone, or of
    a note that says what the article had wrong.
    """
    if is_in_post(text, span) or _is_title(span.of(text), title) or _IN_LIST.search(text[: span.start][-9:]):
        return True
    return is_correction_note(text[text.rfind("\n", 0, span.start) + 1 : span.end])


def _is_title(sentence: str, title: str) -> bool:
    """Whether it says the title word for word, with a title's capitals: as a sentence, it may open the article."""
    own = sentence.rstrip(".").split()
    long = [word for word in own if len(word) > _SMALL]
    if len(long) < _FEWEST_LONG or not all(word[0].isupper() or not word[0].isalpha() for word in long):
        return False
    return [word.casefold() for word in own] == [word.casefold() for word in title.rstrip(".").split()]


def is_about_its_author(sentence: str, text: str) -> bool:
    """ "Ada Holm is a reporter at The Harbour Post." where the text says nothing else of her."""
    found = sentence_patterns().author.match(sentence)
    if found is None:
        return False
    surname = found["name"].rpartition(" ")[2]
    return text.count(surname) == sentence.count(surname)
