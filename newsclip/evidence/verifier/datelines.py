"""Whether what stands before a sentence is a dateline: a place with a known agency or a day, and nobody who says it.

"QUIST — Minister Holm took money" has the shape of a dateline and says who claims it; "DRILL (Reuters) — The dam
burst" says that it did not. So a place is taken for one only where it can be told from a person and from a word.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from newsclip.evidence.tokens import UPPER, tokens
from newsclip.language.guards import turning
from newsclip.language.news_agencies import AGENCY_NAMES
from newsclip.language.pack import english, verifier_words
from newsclip.language.pack_tables import Words
from newsclip.language.pos_tagger import is_common_word
from newsclip.language.verifier_tables.speech import PageWords
from newsclip.language.word_lists import (
    CONNECTORS,
    DATELINE_PLACES,
    GIVEN_NAMES,
    PERSON_TITLES,
    PLACE_OPENERS,
    PLACE_WORDS,
    REGION_CODES,
    REGIONS,
)

_PAGES = english(PageWords)
_AGENCY = r"\( ?[A-Za-z][A-Za-z0-9 ./&]{1,40}\)"  # or a day
_DASH = r"[—–\-]{1,2}"
_PLACE = rf"[{UPPER}][\w.'’\-]*"
_CAPITALS = rf"[{UPPER}][{UPPER}.'’\-]+"
_DATE = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?|\d{1,2}\. ?\d{1,2}\. ?(?:\d{2,4})?)"
# of a region: "Ill.", "S.D.", "NY"
_SHORTENED = r"(?:(?:[A-Z][a-z]{0,4}\.){1,2}|[A-Z]{2})"
# "HARBOURTON, Norvale, Nov 3 (AP) —" · "Velm/Orlo —" · "Orlo, 12.5. –" · "Velm (dpa) -" · "3rd May 2026 —"
# "May 3 (AP) -" · "Orlo, Ill. —"
_DATELINE = re.compile(
    rf"(?:(?:{_AGENCY} )?"
    rf"{_CAPITALS}(?:[ ,/]+{_CAPITALS}){{0,4}}(?:,? {_PLACE}){{0,3}}(?:,? {_DATE},?)?(?: ?{_AGENCY})? ?(?:{_DASH}|:)"
    rf"|(?:{_PLACE}(?:[ ,/]+{_PLACE}){{0,4}})?(?:,? ?\[{_PLACE}[\w .]*\])?(?:,? {_DATE},?)? ?{_AGENCY}"
    rf"(?: ?{_DASH}| ?:)?"
    rf"|{_PLACE}(?:/{_PLACE}|(?: {_PLACE})?, {_DATE}) ?[—–]"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? [A-Z][a-z]{{2,8}} \d{{4}} {_DASH}(?: ?{_AGENCY})?"
    rf"|{_DATE} {_AGENCY}(?: ?{_DASH}| ?:)"
    rf"|{_PLACE}(?: {_PLACE}){{0,2}}, {_SHORTENED} ?[—–])(?: ?{_AGENCY} ?{_DASH})?"
)
_DAYS = re.compile(rf"{_DATE}|\d{{1,2}}(?:st|nd|rd|th)? [A-Z][a-z]{{2,8}} \d{{4}}")
_BRACKETS = re.compile(r"\(([^()]*)\)")
# of a station in North America: "KPIX 5", "WRDW-TV", "CBSLA"
_CALL_SIGN = re.compile(r"[KW][A-Z]{3}(?:[ -](?:TV|\d{1,2}))?|(?:ABC|CBS|FOX|NBC)(?:LA|NY|DFW| ?\d{1,2})")
_LABELS = re.compile(rf"^[ \t]*[{UPPER}][{UPPER} .,/'’\-]{{1,40}}:", re.M)
_STAMP = re.compile(rf"\d{{1,2}}[:.]\d\d(?: {_DASH})?")  # of a live page: "09:14", before each of its lines
_STAMPED = re.compile(rf"^\d{{1,2}}[:.]\d\d (?:{_DASH} )?[{UPPER}“\"'‘]", re.M)
_FEWEST_STAMPS = 3  # with fewer, a report may give the hours of what happened
_DASHES = re.compile(rf" ?{_DASH}")
_PERSONAL = PERSON_TITLES | GIVEN_NAMES
_TOP = 600  # characters: behind a title and who wrote it
_LOOKED_AT = 20_000  # characters of an article that tell what its words name
_WORD = rf"[{UPPER}][\w\-]*\w"
_BEGINS = r"(?<![\w\-])(?<!\w[’'])\b"  # not at each part of "A-B-C-D": of that one word is looked at once
_NAMED = re.compile(rf"{_BEGINS}([\w’'\-]+) ({_WORD})(?: ({_WORD}))?")


@dataclass(frozen=True, slots=True)
class Naming:
    """How a language tells a place from a person beside it, and ends of words that its lexicon may not have."""

    somewhere: re.Pattern[str]
    somebody: re.Pattern[str]
    word_ends: tuple[str, ...]


@cache
def naming_of(language: str) -> Naming | None:
    """None where nothing is known of a language's datelines."""
    known = verifier_words(language)
    if known is None:
        return None
    says = "|".join(sorted(known.datelines.says))
    before, titles = _either_case(known.datelines.prepositions), _either_case(_PAGES.titles)
    before += rf"|(?:{'|'.join(sorted(PLACE_WORDS))}) of"
    return Naming(
        # "in Orlo", "à Orlo", "the town of Orlo"; English has "at Quist's" and "from Quist", too
        re.compile(rf"\b(?:{before}) ({_WORD}(?: {_WORD}){{0,2}})(?!['’]s?\b)(?!\w)"),
        re.compile(rf"{_BEGINS}({_WORD}) (?:{says})\b|\b(?:{says}) ({_WORD})|\b(?:{titles})\.? ({_WORD})"),
        tuple(known.datelines.word_ends or ()),
    )


def _either_case(words: Words) -> str:
    """Alternatives: each word, and with a capital."""
    return "|".join(sorted(words | {word.capitalize() for word in words}))


def is_dateline(words: str, language: str, publishers: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether the words before a sentence of these articles are a dateline.

    A place needs a known agency, a day or a region beside it; alone, or beyond English, of which we have a lexicon, the
    articles have to say "in Orlo" themselves. Never where the word is somebody's name there, and no region follows.
    A known place with an agency goes all the same ("PARIS (AP) —" above a Paris Hilton): the agency tells it, nobody of
    that name does. "QUIST: Minister Holm took money" says who claims it: before a colon stands a
    known place, which says something elsewhere only where it opens the article and no other line begins like it.
    The time before a line goes where it stands before others, too.
    """
    naming = naming_of(language[:2])
    if naming is not None and _STAMP.fullmatch(words):
        return any(len(_STAMPED.findall(text[:_LOOKED_AT])) >= _FEWEST_STAMPS for text in texts)
    if naming is None or not _DATELINE.fullmatch(words) or turning(_DAYS.sub(" ", words), language):
        return False
    if _calls_somebody(words):
        return False
    agencies = [name for name in _BRACKETS.findall(words) if not _DAYS.fullmatch(name)]
    if not all(_is_agency(name, publishers) for name in agencies):
        return False
    places = tokens(_BRACKETS.sub(" ", _DAYS.sub(" ", words)))
    named = [_named(text, naming) for text in texts]
    somewhere, somebody = (frozenset(word for one in named for word in one[part]) for part in (0, 1))
    labelled = words.endswith(":") and not agencies  # "QUIST: Minister Holm took money"
    if naming.word_ends and (_is_agency_alone(words) or _is_in_a_region(words, somewhere, somebody)):
        return True
    is_known = bool(naming.word_ends) and _is_known(places)
    if not somebody.isdisjoint(places):  # countries say things, too
        known_elsewhere = not labelled and (bool(agencies) or somewhere.issuperset(places))
        return is_known and (known_elsewhere or _opens(words, texts, places, naming))
    if is_known:
        return not labelled or all(_opens_alone(words, text) for text in texts if words in text)
    told = bool(agencies) or bool(_DAYS.search(words)) or _calls_itself_a_place(places)
    return not labelled and all(word in somewhere or (told and _may_be_place(word, naming)) for word in places)


def _calls_somebody(words: str) -> bool:
    """ "Ada Holm, MD —", "Velm Lines, Inc. (AP) —": but "Md." is a region, and so is "MD" behind a known place."""
    said = _BRACKETS.sub(" ", _DAYS.sub(" ", words)).rstrip("—–-: ").replace(",", " ").split()
    for at, word in enumerate(map(str.lower, said)):
        calls = word.replace(".", "") in _PAGES.behind_names and word not in REGIONS
        if at and calls and not (word in REGION_CODES and _is_known(tokens(" ".join(said[:at])))):
            return True
    return False


def _opens(words: str, texts: Sequence[str], places: Sequence[str], naming: Naming) -> bool:
    """Whether they open the articles that have them, and nobody there bears the name behind a title or a given name."""
    having = [text for text in texts if words in text]
    alone = bool(having) and all(_opens_alone(words, text) for text in having)
    return alone and _titled(having, naming).isdisjoint(places)


def _titled(texts: Sequence[str], naming: Naming) -> frozenset[str]:
    """The words that the texts have behind a title or a given name: "Mr Paris", "Ada Paris"."""
    titled = {found[3] for text in texts for found in naming.somebody.finditer(text[:_LOOKED_AT]) if found[3]}
    given = {
        found[2] for text in texts for found in _NAMED.finditer(text[:_LOOKED_AT]) if found[1].lower() in _PERSONAL
    }
    return frozenset(word.lower() for word in titled | given)


def _opens_alone(words: str, text: str) -> bool:
    """Whether a line at the top of the text begins with the words, and no other with capitals before a colon."""
    at = text[:_TOP].find(words)
    if at < 0 or text[:at].rpartition("\n")[2].strip():
        return False
    return len(list(islice(_LABELS.finditer(text[:_LOOKED_AT]), 2))) == 1


def names_somebody(words: Sequence[str], texts: Sequence[str], language: str) -> bool:
    """Whether one of the words is a name, or the articles name somebody by it, or may."""
    naming = naming_of(language[:2])
    if naming is None:
        return True
    somebody = _PERSONAL.union(*(_named(text, naming)[1] for text in texts))
    return not somebody.isdisjoint(words)


def _is_agency_alone(words: str) -> bool:
    """ "AP —"."""
    name, dash, rest = words.partition(" ")
    return name.isupper() and name.lower() in AGENCY_NAMES and bool(_DASHES.fullmatch(dash + rest))


def _is_in_a_region(words: str, somewhere: frozenset[str], somebody: frozenset[str]) -> bool:
    """ "FERGUSON, Mo. —", "IZIUM, Ukraine:". A word may stand there ("DRILL, Texas —"), a letter's writer as well
    ("QUIST, London:"), but none of Mo.
    """
    town, _, behind = _BRACKETS.sub(" ", _DAYS.sub(" ", words)).rstrip("—–-: ").partition(",")
    regions = [region for region in behind.split(",") if region.strip()]
    said = tokens(town)
    if len(regions) == 1 and regions[0].strip().lower() in REGION_CODES and _is_known(said):
        return True  # "NEW YORK, NY —"
    if not regions or not all(_is_shortened(region) or _is_known(tokens(region)) for region in regions):
        return False
    sure = town.isupper() and any(map(_is_shortened, regions))
    unlikely = PERSON_TITLES if sure else PERSON_TITLES | somebody
    unlikely |= frozenset() if town.isupper() else GIVEN_NAMES  # "Ada Quist, Ill. —"
    return _calls_itself_a_place(said) or _is_known(said) or all(  # "LA CROSSE"
        word in somewhere or word in DATELINE_PLACES or word in CONNECTORS
        or (len(word) > 1 and not is_common_word(word) and word not in unlikely)
        for word in said
    )  # fmt: skip


def _is_shortened(region: str) -> bool:
    return "".join(region.lower().split()) in REGIONS


def _is_known(words: Sequence[str]) -> bool:
    """Whether they are known cities, countries or states alone: "KARACHI, Pakistan"."""
    rest = list(words)
    while rest:
        size = next((n for n in (3, 2, 1) if " ".join(rest[:n]) in DATELINE_PLACES), 0)
        if not size:
            return False
        rest = rest[size:]
    return bool(words)


def _calls_itself_a_place(words: Sequence[str]) -> bool:
    """ "ORLO BAY", "NEW VELM"."""
    return len(words) > 1 and (words[-1] in PLACE_WORDS or words[0] in PLACE_OPENERS)


def _is_agency(name: str, publishers: Sequence[str]) -> bool:
    """Whether each name between slashes is that of an agency, a publisher of these articles, or a station."""
    return all(_sends(part.strip(), publishers) for part in name.split("/"))


def _sends(name: str, publishers: Sequence[str]) -> bool:
    if _CALL_SIGN.fullmatch(name) and not is_common_word(name.lower()):
        return True
    said = " ".join(name.lower().split()).strip(" .")
    return said.removeprefix("the ") in AGENCY_NAMES or said in {publisher.lower() for publisher in publishers}


def _may_be_place(word: str, naming: Naming) -> bool:
    """Whether the language has it as a word for places, or as no word, name or title at all. English alone has both."""
    if not naming.word_ends:
        return False
    if word in PLACE_OPENERS | PLACE_WORDS:
        return True
    known = is_common_word(word) or word.endswith(naming.word_ends)
    return not known and word not in _PERSONAL


@lru_cache(maxsize=64)
def _named(text: str, naming: Naming) -> tuple[frozenset[str], frozenset[str]]:
    """The words that the text places ("in Orlo"), and those by which it names somebody, in lower case."""
    text = text[:_LOOKED_AT]
    placed = list(naming.somewhere.finditer(text))
    ends = {found.end(1) for found in placed}  # "the fire service in Orlo said"
    somewhere = {word for found in placed for word in tokens(found[1])}
    somebody = {
        found[number].lower()
        for found in naming.somebody.finditer(text)
        for number in range(1, len(found.groups()) + 1)
        if found[number] and found.end(number) not in ends
    }
    for found in _NAMED.finditer(text):
        if found[1].lower() in _PERSONAL:
            somebody |= {word.lower() for word in found.groups()[1:] if word}
    return frozenset(somewhere), frozenset(somebody)
