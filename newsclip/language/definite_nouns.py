"""Nouns that a sentence uses as if its reader knew them: "the caller", "this rule", "der Fund", "ce plan"."""

import re
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from newsclip.language.content_words import content_stems
from newsclip.language.nouns import capital_nouns
from newsclip.language.pack import ENGLISH, pack
from newsclip.language.pos_tagger import TAGGED_LANGUAGES, Tagged, tag_words
from newsclip.language.tokens import stem
from newsclip.language.word_lists import FUNCTION_WORDS
from newsclip.language.writer_tables import NeedWords

_INSIDE = ("JJ", "VBN", "VBG", "NN", "CD")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*|[^\w\s]")
_LEAD = 60  # words before a pointer that are looked at: a sentence has no more
_ADJECTIVES = 2  # at most, between a pointer and a noun with a capital


class PointedNoun(NamedTuple):
    """A pointer ("the"), in lower case, the noun that it leads to, and the word behind that; "" for none.

    `lead`: the words of the sentence before the pointer.
    """

    pointer: str
    noun: str
    behind: str
    lead: tuple[str, ...] = ()

    def is_told_here(self, language: str) -> bool:
        """Whether the sentence has the noun before: "Sellers of old boats, and buyers of such boats"."""
        wanted = stem(self.noun, language or ENGLISH)
        return any(stem(word, language or ENGLISH) == wanted for word in self.lead)


def known_nouns(own: str, before: str, named: Set[str], language: str, clip_language: str) -> frozenset[str]:
    """The stems of the nouns of "the", "this" … that the article told `before`, but for those that the sentence
    explains ("the vote on …").

    One of "this" or "such" was told of, whatever the sentence says of it. `own`: the sentence without its quotations.
    `named`: the words of the article's names. `language`: the article's, "" where it is not known.
    """
    known = pack(language or ENGLISH).needs
    if known is None:
        return frozenset()
    nouns = {
        one.noun
        for one in pointed_at(own, known.pointers | known.kinds, named, language)
        if one.noun.lower() not in known.familiar and _asks(one, known, language)
    }
    nouns |= {noun.rpartition("-")[2] for noun in nouns}  # "sub-committees" are told of as two words
    stems = frozenset(stem(noun, language or ENGLISH) for noun in nouns if noun)
    return stems & content_stems(before, clip_language) if stems else stems


def _asks(one: PointedNoun, known: NeedWords, language: str) -> bool:
    """Whether nothing in the sentence says which one is meant."""
    if one.pointer in known.kinds:
        return one.noun.lower() not in known.now and not one.is_told_here(language)
    return one.behind not in known.explains or (one.pointer in known.close and one.noun.lower() not in known.now)


def pointed_at(own: str, pointers: Set[str], named: Set[str], language: str) -> Iterator[PointedNoun]:
    """The noun that each of the pointers leads to. Else as `known_nouns`."""
    known = pack(language or ENGLISH).needs
    if language[:2] in TAGGED_LANGUAGES and known:
        return _by_tags(tag_words(own), pointers, known)
    found = _by_capitals if capital_nouns(language) else _next_words
    return (one for one in found(_WORD.findall(own), pointers) if one.noun not in named)


def opening_nouns(own: str, known: NeedWords, language: str) -> frozenset[str]:
    """The nouns, in lower case, behind the pointer that opens the sentence, perhaps with "after" before it; none where
    it explains them or has a name.

    Only for languages with a tagger: elsewhere the word behind "the" may be anything.
    """
    tagged = tag_words(own) if language[:2] in TAGGED_LANGUAGES else []
    at = 1 if tagged and tagged[0][0].lower() in (known.opens or ()) else 0
    if len(tagged) <= at or tagged[at][0].lower() not in known.pointers:
        return frozenset()
    end = _phrase_end(tagged, at)
    inside, behind = tagged[at + 1 : end], tagged[end][0].lower() if end < len(tagged) else ""
    explained = behind in known.explains or any(word[:1].isupper() for word, _, _ in inside)
    return frozenset() if explained else frozenset(word.lower() for word, tag, _ in inside if tag.startswith("NN"))


def _by_tags(tagged: Sequence[Tagged], pointers: Set[str], known: NeedWords) -> Iterator[PointedNoun]:
    """No noun with a name before it. Behind "the" an adjective may say which one: "the crews trained in May".

    Where such words open a sentence, "The fire burned 300 acres", they are its verb, but for a participle that goes on.
    """
    for place, (word, _, _) in enumerate(tagged):
        if word.lower() not in pointers:
            continue
        at = place + (word.lower() in known.kinds and _has_article(tagged, place))
        if at != place and _stresses(tagged, place, known):
            continue
        end = _phrase_end(tagged, at)
        opens = not place and not _is_told_which(tagged, _last_noun(tagged, at, end))
        end = _last_noun(tagged, at, end) if opens or word.lower() in known.close | known.kinds else end
        end -= not place and _ends_in_verb(tagged, at, end)
        named = any(word[:1].isupper() for word, _, _ in tagged[at + 1 : end])
        if tagged[end - 1][1].startswith("NN") and not named:
            noun, behind = tagged[end - 1][0] if end > at + 1 else "", tagged[end][0] if end < len(tagged) else ""
            lead = tuple(before for before, _, _ in tagged[max(0, place - _LEAD) : place])
            yield PointedNoun(word.lower(), noun, behind.lower(), lead)


def _is_told_which(tagged: Sequence[Tagged], at: int) -> bool:
    """Whether a participle stands there that says which one is meant: "linked to", "using a lamp"."""
    behind = [tag for _, tag, _ in tagged[at : at + 2]]
    return behind[:1] == ["VBG"] or (behind[:1] == ["VBN"] and behind[1:] in (["IN"], ["TO"], ["VBG"]))


def _ends_in_verb(tagged: Sequence[Tagged], pointer: int, end: int) -> bool:
    """Whether the last of the nouns is a verb: "The poster states that", "The council plans a tram"."""
    behind = tagged[end][:2] if end < len(tagged) else ("", "")
    two = end > pointer + 2 and tagged[end - 1][1] == "NNS" and tagged[end - 2][1] in ("NN", "NNP")
    return two and (behind[1] in ("DT", "PRP$") or behind[0].lower() == "that")


def _has_article(tagged: Sequence[Tagged], place: int) -> bool:
    """Whether "a" stands right behind: "such a boat"."""
    return place + 1 < len(tagged) and tagged[place + 1][1] == "DT"


def _stresses(tagged: Sequence[Tagged], place: int, known: NeedWords) -> bool:
    """Whether "such a" only says how much: "such a large boat", "is such a pity"."""
    behind = tagged[place + 2][1] if place + 2 < len(tagged) else ""
    before = tagged[place - 1][0].lower() if place else ""
    return behind.startswith("JJ") or before in (known.stressed_behind or ())


def _phrase_end(tagged: Sequence[Tagged], pointer: int) -> int:
    """The place behind the nouns and what stands with them that a pointer leads to."""
    end = pointer + 1
    while end < len(tagged) and _is_inside(*tagged[end][:2]):
        end += 1
    return end


def _is_inside(word: str, tag: str) -> bool:
    """No function word is a noun: the tagger may err in "The phone is"."""
    return tag.startswith(_INSIDE) and not (tag.startswith("NN") and word.lower() in FUNCTION_WORDS)


def _last_noun(tagged: Sequence[Tagged], pointer: int, end: int) -> int:
    """Where the phrase ends without what stands behind its last noun: "this feature | accessible to all"."""
    inside = range(end, pointer + 1, -1)
    return next((at for at in inside if tagged[at - 1][1].startswith("NN")), end)


def _by_capitals(found: Sequence[str], pointers: Set[str]) -> Iterator[PointedNoun]:
    """Nouns have capitals, and adjectives before them none."""
    for at, word in enumerate(found):
        inside = found[at + 1 : at + 2 + _ADJECTIVES] if word.lower() in pointers else []
        noun = next((k for k, other in enumerate(inside) if other[:1].isupper()), None)
        if noun is not None and all(other.isalpha() for other in inside[:noun]):
            yield PointedNoun(word.lower(), inside[noun], _goes_on(found, at + noun + 2), _lead(found, at))


def _next_words(found: Sequence[str], pointers: Set[str]) -> Iterator[PointedNoun]:
    for at, word in enumerate(found[:-1]):
        if word.lower() in pointers and found[at + 1][:1].islower():
            yield PointedNoun(word.lower(), found[at + 1], _goes_on(found, at + 2), _lead(found, at))


def _lead(found: Sequence[str], at: int) -> tuple[str, ...]:
    return tuple(found[max(0, at - _LEAD) : at])


def _goes_on(found: Sequence[str], at: int) -> str:
    """The word here, or behind a comma, where a clause may say which one is meant."""
    behind = [word for word in found[at : at + 2] if word != ","]
    return behind[0].lower() if behind else ""
