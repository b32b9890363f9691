"""The words of a text that carry its content, as stems: what two sentences have in common where they tell the same."""

import re

from newsclip.language.cues import function_words
from newsclip.language.pack import ENGLISH, pack
from newsclip.language.tokens import stem, words
from newsclip.language.unspaced import is_in
from newsclip.language.word_lists import SENTENCE_OPENERS, SPEECH_VERBS

_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")  # "a seventh-floor unit" and "a unit on the seventh floor" have the same words
_TIME = re.compile(r"\b(\d{1,2}(?:[.:]\d\d)?) ?[ap]\.?m\b", re.IGNORECASE)
_SAME_FACT = 0.55  # of the stems; .4: F1 -.011, ROUGE-1 -.008 on 20 stories and articles; .75: F1 +.003 by longer clips
_COMMON = SENTENCE_OPENERS | SPEECH_VERBS | {"who", "out", "up", "into", "over", "also", "mr", "mrs", "ms"}


def content_stems(text: str, language: str) -> frozenset[str]:
    """The stems of the words that carry the content, figures included."""
    plain = function_words(language) or _COMMON
    return frozenset(
        stem(word, language)
        for word in words(_TIME.sub(r"\1", _HYPHEN.sub(" ", text.replace("’", "'"))))
        if word.lower() not in plain and (len(word) > 2 or word.isdigit() or is_in(word))
    )


def is_light(word: str, language: str) -> bool:
    """Whether a text loses nothing that matters with this word ("the", "and"); never of languages without a list."""
    known = pack(language or ENGLISH).words
    return known is not None and word.lower().replace("’", "'") in known.light


def same_fact(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sentences tell the same: most of the shorter one's content words stand in the other."""
    least = min(len(a), len(b))
    return least >= 3 and len(a & b) / least >= _SAME_FACT
