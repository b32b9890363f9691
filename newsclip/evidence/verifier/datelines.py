"""Whether what stands before a sentence is a dateline: a place with a known agency or a day, and nobody who says it.

"QUIST — Minister Holm took money" has the shape of a dateline and says who claims it; "DRILL (Reuters) — The dam
burst" says that it did not. So a place is taken for one only where it can be told from a person and from a word.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from newsclip.evidence.verifier.tokens import tokens
from newsclip.language.guards import turning
from newsclip.language.news_agencies import AGENCY_NAMES
from newsclip.language.pos_tagger import is_common_word
from newsclip.language.word_lists import GIVEN_NAMES_HER, GIVEN_NAMES_HIS, PERSON_TITLES, PLACE_OPENERS, PLACE_WORDS

_AGENCY = r"\( ?[A-Za-z][A-Za-z .]{1,24}\)"
_DASH = r"[—–\-]{1,2}"
_PLACE = r"[A-ZÀ-Þ][\w.'’\-]*"
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]+"
_DATE = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?|\d{1,2}\. ?\d{1,2}\. ?(?:\d{2,4})?)"
# "HARBOURTON, Norvale, Nov 3 (AP) —" · "Velm/Orlo —" · "Orlo, 12.5. –" · "Velm (dpa) -" · "3rd May 2026 —"
_DATELINE = re.compile(
    rf"(?:{_CAPITALS}(?:[ ,/]+{_CAPITALS}){{0,4}}(?:,? {_PLACE}){{0,3}}(?:,? {_DATE},?)?(?: ?{_AGENCY})? ?{_DASH}"
    rf"|(?:{_PLACE}(?:[ ,/]+{_PLACE}){{0,4}})?(?:,? ?\[{_PLACE}[\w .]*\])?(?:,? {_DATE},?)? ?{_AGENCY}"
    rf"(?: ?{_DASH}| ?:)?"
    rf"|{_PLACE}(?:/{_PLACE}|(?: {_PLACE})?, {_DATE}) ?[—–]"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? [A-Z][a-z]{{2,8}} \d{{4}} {_DASH}(?: ?{_AGENCY})?)(?: ?{_AGENCY} ?{_DASH})?"
)
_DAYS = re.compile(rf"{_DATE}|\d{{1,2}}(?:st|nd|rd|th)? [A-Z][a-z]{{2,8}} \d{{4}}")
_BRACKETS = re.compile(r"\(([^()]*)\)")
# ends of words that the lexicon may not have: "SIMULATION", "REENACTMENT"
_WORD_ENDS = ("tion", "sion", "ment", "ness", "ing", "ism", "ity", "able", "ible", "ful", "less", "ed", "ous", "ary")
_LOOKED_AT = 20_000  # characters of an article that tell what its words name
_WORD = r"[A-ZÀ-Þ][\w\-]*\w"
_BEGINS = r"(?<![\w\-])(?<!\w[’'])\b"  # not at each part of "A-B-C-D": of that one word is looked at once
# "in Orlo", "à Orlo": where prepositions of place stand before it; English has "at Quist's" and "from Quist", too
_SOMEWHERE = re.compile(
    rf"\b(?:[Ii]n|[Nn]ear|[Ee]m|[Ee]n|à|À|[Ii]m|[Nn]ach|[Tt]e) ({_WORD}(?: {_WORD}){{0,2}})(?!['’]s?\b)(?!\w)"
)
_SPEAKS = r"(?:said|says|told|wrote|claimed|claims|added|warned|insisted|denied|sagte|sagt|erklärte|dit|dijo|disse|zei)"
_SOMEBODY = re.compile(
    rf"{_BEGINS}({_WORD}) {_SPEAKS}\b|\b{_SPEAKS} ({_WORD})|"
    rf"\b(?:[Mm]r|[Mm]rs|[Mm]s|[Dd]r|Herr|Frau|Mme|Sr|Sra)\.? ({_WORD})"
)
_NAMED = re.compile(rf"{_BEGINS}([\w’'\-]+) ({_WORD})(?: ({_WORD}))?")


def is_dateline(words: str, language: str, publishers: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether the words before a sentence of these articles are a dateline.

    A place needs a known agency or a day beside it; alone, or beyond English, of which we have a lexicon, the articles
    have to say "in Orlo" themselves. Never where the word is somebody's name there.
    """
    if not _DATELINE.fullmatch(words) or turning(_DAYS.sub(" ", words), language):
        return False
    agencies = _BRACKETS.findall(words)
    if not all(_is_agency(name, publishers) for name in agencies):
        return False
    places = tokens(_BRACKETS.sub(" ", _DAYS.sub(" ", words)))
    named = [_named(text) for text in texts]
    somewhere, somebody = (frozenset(word for one in named for word in one[part]) for part in (0, 1))
    told = bool(agencies) or bool(_DAYS.search(words)) or _calls_itself_a_place(places)
    return all(
        word not in somebody and (word in somewhere or (language[:2] == "en" and told and _may_be_place(word)))
        for word in places
    )


def names_somebody(words: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether one of the words is a name, or the articles name somebody by it."""
    somebody = PERSON_TITLES.union(GIVEN_NAMES_HER, GIVEN_NAMES_HIS, *(_named(text)[1] for text in texts))
    return not somebody.isdisjoint(words)


def _calls_itself_a_place(words: Sequence[str]) -> bool:
    """ "ORLO BAY", "NEW VELM"."""
    return len(words) > 1 and (words[-1] in PLACE_WORDS or words[0] in PLACE_OPENERS)


def _is_agency(name: str, publishers: Sequence[str]) -> bool:
    said = " ".join(name.lower().split()).strip(" .")
    return said.removeprefix("the ") in AGENCY_NAMES or said in {publisher.lower() for publisher in publishers}


def _may_be_place(word: str) -> bool:
    """Whether English has it as a word for places, or as no word, name or title at all."""
    if word in PLACE_OPENERS | PLACE_WORDS:
        return True
    known = is_common_word(word) or word.endswith(_WORD_ENDS)
    return not known and word not in PERSON_TITLES | GIVEN_NAMES_HER | GIVEN_NAMES_HIS


@lru_cache(maxsize=64)
def _named(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words that the text places ("in Orlo"), and those by which it names somebody, in lower case."""
    text = text[:_LOOKED_AT]
    somewhere = {word for found in _SOMEWHERE.finditer(text) for word in tokens(found[1])}
    somebody = {word.lower() for found in _SOMEBODY.finditer(text) for word in found.groups() if word}
    for found in _NAMED.finditer(text):
        if found[1].lower() in PERSON_TITLES | GIVEN_NAMES_HIS | GIVEN_NAMES_HER:
            somebody |= {word.lower() for word in found.groups()[1:] if word}
    return frozenset(somewhere), frozenset(somebody)
