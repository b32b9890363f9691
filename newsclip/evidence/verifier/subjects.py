"""Whether a name is the whole subject of its verb: nothing beside it but an article, a calling or a title. English.

Closed shapes, as for what may be left out: "said harbour master Ilse Brandt" names her; "said the lawyer defending
Ilse Brandt", "said a spokeswoman for mayor Ilse Brandt" and "the office of Ilse Brandt said" name somebody else.
"""

import re

from newsclip.language.pack import english
from newsclip.language.pos_tagger import is_common_word, tag_of
from newsclip.language.verifier_tables.speech import SubjectWords
from newsclip.language.word_lists import BODY_WORDS, OFFICES, PERSON_TITLES, PLACE_WORDS, RELATIONS, WEEKDAYS

_SUBJECTS = english(SubjectWords)
_DETERMINERS = _SUBJECTS.determiners
# participles that stand before a calling as adjectives do; any other one has an object, or is a verb
_AS_ADJECTIVES = _SUBJECTS.adjectives
_CALLINGS = PERSON_TITLES | OFFICES | RELATIONS
_CALLING_ENDS = tuple(sorted(_SUBJECTS.calling_ends))
_MOST_WORDS = 9  # a longer subject has a clause in it, and somebody else in that
_STOPS = re.compile(r"\s*(?:$|[,.;:!?—–“”\"(\n]|--)")
_WEEKDAY = "|".join(sorted(day.capitalize() for day in WEEKDAYS))
# how a clause goes on behind who says it; a noun, a verb or another name there makes the name a part of something else
_GOES_ON = re.compile(
    rf"(?<!\s)\s++(?:(?:Jr|Sr)\b\.?|(?:{_WEEKDAY})\b|\d|''|``|[-–—]|[a-z]++(?<=ly)|(?:{'|'.join(_SUBJECTS.behind)})\b)"
)
_BOUNDARY = re.compile(r"[,;:—–()“”\"\[\]]|''|``|--|\s-\s")
_CONJUNCTION = re.compile(rf"(?:^|\s)(?:{'|'.join(_SUBJECTS.conjunctions)})\s")
_OPENER = re.compile(rf"\A(?:{'|'.join(_SUBJECTS.openers)})\s+", re.IGNORECASE)
# how a sentence leads in: what stands behind it explains no noun of it
_LEADS_IN = re.compile(rf"(?:{'|'.join(_SUBJECTS.leads_in)})\b", re.IGNORECASE)
_ENDS_IN_NAME = re.compile(r"(?<!\w)(?:[A-Z][\w.’'-]*(?:\s+|$)){1,5}$")
_JOINED = re.compile(r"\b(?:and|or) (?:the|an?|his|her|its|their|[A-Z])[^,]*$")


def is_whole(lead: str, rest: str) -> bool:
    """Whether a name between `lead`, from the verb on, and `rest` is all of that verb's subject."""
    if _is_calling(lead):
        return bool(_STOPS.match(rest) or _GOES_ON.match(rest))
    return bool(_STOPS.match(rest)) and _is_holder(lead)


def opens_clause(ahead: str, *, explains: bool) -> bool:
    """Whether a clause begins with the name behind `ahead`, or with its calling.

    `explains`: a comma follows the name, so that it may only explain the noun before it ("the mayor, Ilse Brandt,").
    """
    last = next(reversed(list(_BOUNDARY.finditer(ahead))), None)
    own = ahead[last.end() if last else 0 :]
    joins = list(_CONJUNCTION.finditer(own))
    if joins and _is_calling(own[joins[-1].end() :]):
        return True
    if not _is_calling(_OPENER.sub("", own.lstrip(), count=1)):
        return False
    if last is None or last.group() != ",":
        return True
    phrase = re.split(r"[;:—–()“”\"]", ahead[: last.start()])[-1].strip()
    if not explains:
        return not _is_named(phrase)
    return not _JOINED.search(phrase) and bool(_LEADS_IN.match(phrase) or _is_holder(phrase + ", "))


def _is_named(phrase: str) -> bool:
    """Whether the phrase is a name and no more, so that the next one joins it: "Ilse Brandt, Ada Quist said"."""
    name = _ENDS_IN_NAME.search(phrase)
    return bool(name) and not _LEADS_IN.match(phrase) and _is_calling(phrase[: name.start() if name else 0])


def _is_calling(words: str) -> bool:
    """Whether all that the words say is what somebody is called: "", "the harbour master", "Orlo’s mayor", "Dr."."""
    said = words.replace("’", "'").split()
    said = said[1:] if said and said[0].lower() in _DETERMINERS else said
    if not said:
        return True
    if len(said) > _MOST_WORDS:
        return False
    if place := next((i for i, word in enumerate(said) if word.lower() in _SUBJECTS.of), 0):
        return _holds(said, place)
    return _is_noun_phrase(said) and _may_end(said[-1])


def _is_noun_phrase(said: list[str]) -> bool:
    """Adjectives, then nouns: no verb, participle, preposition or conjunction."""
    noun = False
    for word in said:
        kind = _kind(word)
        if not kind or (noun and kind == "adjective"):
            return False
        noun = noun or kind == "noun"
    return True


def _kind(word: str) -> str:
    """ "name" (any capital or possessive), "noun", "adjective", or "" for all that no calling holds."""
    plain = word.strip(".").lower()
    if any(mark in word for mark in ",;:()"):
        return ""
    if word[:1].isupper() or word.endswith(("'s", "s'")):
        return "name" if tag_of(plain) not in {"IN", "TO", "CC", "DT", "WP", "WDT"} else ""
    last = plain.rsplit("-", 1)[-1]
    if last in _CALLINGS or plain.endswith(_CALLING_ENDS):
        return "noun"
    if plain in _AS_ADJECTIVES or "-" in plain or plain.isdigit():
        return "adjective"
    tag = tag_of(plain) or "NN"  # British spellings; the lexicon has the verbs
    if plain.endswith(("ing", "ed")) or tag[:2] == "VB":
        return ""
    return "noun" if tag[:2] == "NN" else "adjective" if tag[:2] in {"JJ", "CD"} else ""


def _may_end(word: str) -> bool:
    """Whether a name may follow: a calling, an adjective or one noun; no given name and no plural."""
    plain = word.strip(".").lower().rsplit("-", 1)[-1]
    if word[:1].isupper() and word.endswith("'s"):  # "Orlo's Ilse Brandt"
        return True
    if word[:1].isupper():
        return plain in _CALLINGS or (is_common_word(plain) and (tag_of(plain) or "")[:2] in {"NN", "JJ"})
    return plain in _CALLINGS or tag_of(plain) != "NNS"


def _holds(said: list[str], place: int) -> bool:
    """ "Minister for Harbour Works", "University of Orlo professor": in capitals, so that no person comes second."""
    head, under = said[place - 1].lower(), said[place + 1 :]
    capitals = [word for word in under if word[:1].isupper()]
    if not said[place - 1][:1].isupper() or not capitals or not _is_noun_phrase(said[: place - 1]):
        return False
    if head in _SUBJECTS.bodies:
        rest = under[len(capitals) :]
        return under[: len(capitals)] == capitals and bool(rest) and _is_noun_phrase(rest) and _may_end(rest[-1])
    return (
        head in _SUBJECTS.holders and all(w in {"the", "and"} or w in capitals for w in under) and _is_no_person(under)
    )


def _is_holder(lead: str) -> bool:
    """ "the harbour master, " or "the mayor of Velm, ": whoever is named behind it is that one."""
    said = lead.replace("’", "'").strip().removesuffix(",").split()
    if not lead.rstrip().endswith(",") or not 1 < len(said) <= 2 * _MOST_WORDS or said[0].lower() not in _DETERMINERS:
        return False
    place = next((i for i, word in enumerate(said) if word.lower() in _SUBJECTS.of), len(said))
    head, under = said[1:place], [word for word in said[place + 1 :] if word != "the"]
    if not head or not _is_noun_phrase(head) or _kind(head[-1]) != "noun" or not _may_end(head[-1]):
        return False
    return not said[place:] or (bool(under) and _is_no_person(under) and _is_noun_phrase(under))


def _is_no_person(under: list[str]) -> bool:
    """Whether the words name a place, a body or what is in capitals, and not whom else the next name might be."""
    last = under[-1].strip(".").lower()
    if last in _CALLINGS or last.endswith(_CALLING_ENDS):
        return False
    return under[-1][:1].isupper() or last in BODY_WORDS | PLACE_WORDS
