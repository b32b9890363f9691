"""What a publisher's title is like: whether it states something, shouts, or is somebody's words alone."""

import re
from itertools import pairwise

from newsclip.language.pos_tagger import TAGGED_LANGUAGES, is_common_word, tag_words

_VERBS = ("VBD", "VBZ", "VBP", "VBN", "MD")
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}$")
_MARKS = "'’\",.:;"
_QUOTATION = re.compile(
    r"[\"“”„«»][^\"“”„«»]{1,300}[\"“”»«]|['‘](?:[^'’‘]|(?<=\w)['’](?=\w)){1,300}['’]|[-–—] \w.{1,300}", re.DOTALL
)


def without_stop(sentence: str) -> str:
    """A sentence as a headline: without its full stop and the space before it. Initials keep theirs: "in D.C."."""
    return sentence if _INITIALS.search(sentence) else sentence.rstrip(" .")


def states(title: str, language: str) -> bool:
    """Whether the title says that something happens: it has a verb. Of languages without a tagger each may have one."""
    if language[:2] not in TAGGED_LANGUAGES:
        return True
    first, *rest = title.split()
    plain = (word.lower() if is_common_word(word.strip(_MARKS)) else word for word in rest)
    tags = [(word.lower(), tag) for word, tag, _ in tag_words(" ".join((first, *plain)))]
    infinitive = any(a == "to" and tag.startswith("VB") for (a, _), (_, tag) in pairwise(tags))
    return infinitive or any(tag in _VERBS for _, tag in tags)


def shouts(title: str) -> bool:
    letters = [c for c in title if c.isalpha()]
    return sum(c.isupper() for c in letters) > len(letters) * 0.6


def is_quotation(title: str) -> bool:
    """Whether it is nothing but somebody's words, in marks or behind the dash of a Norwegian page."""
    return _QUOTATION.fullmatch(title.strip()) is not None
