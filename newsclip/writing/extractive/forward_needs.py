"""Lines that need the one behind them: it takes back what they say, or gives the words that they announce.

Told without "But the board has not voted", "Holm said yes." says what its article does not say: so do 22 of 36, drawn
from the articles of 56 clips.
"""

from collections.abc import Mapping

from newsclip.language.pack import ENGLISH, pack
from newsclip.writing.extractive.material import Material
from newsclip.writing.sentence_patterns import sentence_patterns, tells_voices

_OPENING = "“„\"'‘«»– "


def turned_lines(material: Material) -> Mapping[int, int]:
    """By line, the one right behind it that opens with "but"; none in languages whose pack has no such words."""
    pairs = ((material.before(i), i) for i in range(len(material.lines)))
    return {before: i for before, i in pairs if before is not None and _turns(material, i)}


def announcing_lines(material: Material) -> frozenset[int]:
    """Lines that only tell that words were given, as "The ministry released a statement." does."""
    known = sentence_patterns().announces_words
    languages = [reading.language for reading in material.readings]
    return frozenset(
        i
        for i, line in enumerate(material.lines)
        if tells_voices(languages[line.article]) and known.search(line.told.text)
    )


def _turns(material: Material, i: int) -> bool:
    line = material.lines[i]
    reading = material.readings[line.article]
    known = pack(reading.language or ENGLISH).needs
    opening = line.span.of(reading.article.text).lstrip(_OPENING).lower()
    return known is not None and any(_opens(opening, word) for word in known.turns)


def _opens(text: str, word: str) -> bool:
    return text.startswith(word) and not text[len(word) : len(word) + 1].isalnum()
