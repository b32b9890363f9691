"""Key phrases: runs of nouns and adjectives, ranked by word frequency × idf × position × likeness to the text.

On DUC-2001 this order reached F1@5 .331 on the half it was not tuned on; the best published without training, SIFRank+
(Sun et al. 2020, with ELMo), .309. Other languages than English have no tagger here: names and frequent words instead.
"""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from newsclip.language import unspaced
from newsclip.language.cues import function_words
from newsclip.language.names import find_names
from newsclip.language.nouns import capital_nouns, elision, is_noun
from newsclip.language.pos_tagger import TAGGED_LANGUAGES, Tagged, tag_words
from newsclip.language.tokens import WORD, stem
from newsclip.language.vectors import Embedder
from newsclip.language.word_frequency import news_frequencies
from newsclip.language.word_lists import FUNCTION_WORDS, MONTHS, PLAIN_WORDS, SPEECH_VERBS, WEEKDAYS

SHORT = 300  # characters
# F1@10 on KPCrowd's 250 dev articles is .164; .173 with words alone, which say little as hashtags, .163 with six words
_LONGEST = 3  # words
_TITLE = 0.3  # untested: no set has titles beside its key phrases
# half or double of either changes F1@10 by less than .002
_LATER, _LIKELY = 5, 0.3  # how fast a later phrase loses; what one has that is not like its text
_PHRASES_FIRST = 3  # F1@10 is .173 with one, .148 with six; a phrase says more than its words
_OFTEN, _RARE = 1.5, 0.5  # chosen on one half of KPCrowd's dev articles, checked on the other
_LONG_ENOUGH = 5  # letters, in languages without a tagger here
_LEAD = 4000  # characters of the text that stand for it as a whole; half or double changes nothing
_PLAIN = FUNCTION_WORDS | WEEKDAYS | MONTHS | PLAIN_WORDS


@dataclass(slots=True)
class Phrase:
    """A candidate: `text` as first written, `stems` its words' stems, `places` where it begins, in words."""

    text: str
    stems: tuple[str, ...]
    places: list[int] = field(default_factory=list)
    score: float = 0.0


def rank(text: str, embedder: Embedder, language: str = "en", title: str = "") -> list[Phrase]:
    """All key phrases of the text, best first; none is part of a better one.

    The title only weighs the text's own phrases, as headlines are written in a grammar of their own; where the text
    is shorter than SHORT, it is read as its first sentence.
    """
    language = language[:2] or "en"
    if title and len(text) < SHORT:
        text = f"{title}.\n{text}"
    titled = {stem(word, language) for word in WORD.findall(title)}
    phrases, length = _candidates(text, language)
    if not phrases:
        return []
    likeness = _likeness([phrase.text for phrase in phrases], text, embedder)
    frequencies = news_frequencies()
    words = Counter(word for phrase in phrases for word in phrase.stems for _ in phrase.places)
    for phrase, alike in zip(phrases, likeness, strict=True):
        weights = [math.log(1 + words[word]) * frequencies.idf(word) for word in phrase.stems]
        position = 1 / (1 + _LATER * phrase.places[0] / length)
        shared = sum(word in titled for word in phrase.stems) / len(phrase.stems)
        likely = _LIKELY + max(0.0, float(alike))
        phrase.score = sum(weights) / math.sqrt(len(weights)) * position * likely * (1 + _TITLE * shared)
    return _without_parts(sorted(phrases, key=lambda phrase: (-phrase.score, phrase.places[0], phrase.text)))


def _candidates(text: str, language: str) -> tuple[list[Phrase], int]:
    """The distinct candidates in order, and how many words the text has."""
    if language in TAGGED_LANGUAGES:
        tagged = tag_words(text)
        runs = [(" ".join(word for word, _, _ in run), place) for place, run in _noun_runs(tagged)]
        length = len(tagged)
    else:
        runs = _names_and_words(text, language)
        length = len(text)
    phrases: dict[tuple[str, ...], Phrase] = {}
    for words, place in runs:
        stems = tuple(stem(word, language) for word in WORD.findall(words))
        if stems and len("".join(stems)) > 2:
            phrases.setdefault(stems, Phrase(words, stems)).places.append(place)
    return list(phrases.values()), max(1, length)


def _noun_runs(tagged: list[Tagged]) -> Iterator[tuple[int, list[Tagged]]]:
    """Runs of adjectives and nouns that end in a noun, their last three words; a run breaks where a name starts."""
    run: list[Tagged] = []
    for place, word in enumerate([*tagged, ("", ".", 0)]):
        fits = word[1][:2] in {"NN", "JJ"} and word[0][0].isalnum() and word[0].lower() not in _PLAIN
        starts_name = bool(run) and fits and word[0][0].isupper() and not run[-1][0][0].isupper()
        if fits and not starts_name:
            run.append(word)
            continue
        kept = list(run)
        while kept and kept[-1][1][:2] == "JJ":
            kept.pop()
        if kept:
            after = len(run) - len(kept)
            kept = kept[-_LONGEST:]
            yield place - after - len(kept), kept
        run = [word] if fits else []


def _names_and_words(text: str, language: str) -> list[tuple[str, int]]:
    """For languages without a tagger here: names, and longer nouns that come more than once."""
    found = [(name.text, name.start) for name in find_names(text, language)]
    if language in unspaced.LANGUAGES:
        found.extend((span.of(text), span.start) for span in unspaced.repeated(text[:_LEAD]))
        return sorted(found, key=lambda pair: pair[1])
    words = [(word, m.end() - len(word)) for m in WORD.finditer(text) if (word := elision().sub("", m.group()))]
    counts = Counter(stem(word, language) for word, _ in words)
    plain = function_words(language)
    again = [(word, at) for word, at in words if counts[stem(word, language)] > 1 and word.lower() not in plain]
    nouns = {stem(word, language) for word, at in again if is_noun(text, at, language)}
    capital = capital_nouns(language) is not None
    found.extend(
        (word, at)
        for word, at in again
        if len(word) > _LONG_ENOUGH and stem(word, language) in nouns and (word[0].isupper() or not capital)
    )
    return sorted(found, key=lambda pair: pair[1])


def _likeness(phrases: list[str], text: str, embedder: Embedder) -> NDArray[np.float32]:
    vectors = embedder([text[:_LEAD], *(phrase.lower() for phrase in phrases)])
    likeness: NDArray[np.float32] = vectors[1:] @ vectors[0]
    return likeness


def _without_parts(ranked: list[Phrase]) -> list[Phrase]:
    kept: list[Phrase] = []
    for phrase in ranked:
        if not any(set(phrase.stems) <= set(better.stems) for better in kept):
            kept.append(phrase)
    return kept


def telling_words(text: str, language: str = "en") -> list[str]:
    """Single words, best first: often in this text and not everyday in news; in English nouns and adjectives only."""
    found: dict[str, Phrase] = {}
    for word, place in _content_words(text, language[:2]):
        stems = stem(word, language[:2])
        found.setdefault(stems, Phrase(word, (stems,))).places.append(place)
    frequencies = news_frequencies()
    for one in found.values():
        one.score = math.log(1 + len(one.places)) ** _OFTEN * frequencies.idf(one.stems[0]) ** _RARE
    return [one.text for one in sorted(found.values(), key=lambda one: (-one.score, one.places[0]))]


def _content_words(text: str, language: str) -> Iterator[tuple[str, int]]:
    if language in unspaced.LANGUAGES:
        return iter(_names_and_words(text, language))
    plain = function_words(language) or _PLAIN | SPEECH_VERBS
    words = (
        [(word, start) for word, tag, start in tag_words(text) if tag[:2] in {"NN", "JJ"}]
        if language in TAGGED_LANGUAGES
        else [(match.group(), match.start()) for match in WORD.finditer(text)]
    )
    return ((word, at) for word, at in words if len(word) > 3 and word[0].isalpha() and word.lower() not in plain)


def mixed(phrases: list[Phrase], words: list[str], most: int = 10) -> tuple[str, ...]:
    """Three phrases, then single words: readers who mark an article's key phrases mark mostly words.

    On KPCrowd's 250 dev articles F1@10 is .17 so, .15 with five phrases first and .12 with phrases alone.
    """
    head = [phrase.text for phrase in phrases[:_PHRASES_FIRST]]
    rest = [*words, *(phrase.text for phrase in phrases[_PHRASES_FIRST:])]
    distinct: dict[str, str] = {}
    for text in [*head, *rest]:
        distinct.setdefault(text.lower(), text)
    return tuple(distinct.values())[:most]
