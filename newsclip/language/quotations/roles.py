"""The role beside a speaker's name: "harbour master Ilse Brandt", "Ilse Brandt, the harbour master, said"."""

import re

from newsclip.language.pos_tagger import tag_words
from newsclip.language.word_lists import (
    FUNCTION_WORDS,
    MONTHS,
    OCCUPATIONS,
    OFFICES,
    PERSON_TITLES,
    PREPOSITIONS,
    RELATIONS,
    ROLE_DETERMINERS,
    SPEECH_VERBS,
    WEEKDAYS,
)

_COURTESY = re.compile(r"(?:^|\s)(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lady|Lord)\.?\s*$")
_LEAD = re.compile(rf"^(?:.*[’']s? |(?:{ROLE_DETERMINERS}) )", re.IGNORECASE)
# "…, 27, the club's vice-captain." · "…, Twitter's director of advertising, said": an owner is kept where it is a name
_AFTER = re.compile(
    r",(?: \d{1,3},)? (?:the |an? |its |their )?(?:[a-z][\w\-]*['’]s? )?"
    r"((?:[A-Z][\w.&\-]*(?: [A-Z][\w.&\-]*){0,3}['’]s? )?[a-z][\w’'\-]+(?<!ing)"
    r"(?: (?!who(?:se)?\b)(?:(?:Mrs?|Ms|Dr|[A-Z])\.|\w[\w’'\-]*)){0,7})"
    r"(?=,|;|\.(?=\s|$)| who | whose | – | — |[”\"“])"
)
# "…, an associate professor of law at the University of Orlo": where that is too much, the role without its house
_OF_A_HOUSE = re.compile(
    r",(?: \d{1,3},)? (?:the |an? )?([a-z][\w\-]+(?<!ing)(?: (?!who\b)\w[\w’'\-]*){0,6}?) (?:at|with|in) (?:the )?[A-Z]"
)
# "…, Chief Veterinary Officer of the Harbour Board.", "…, the Harbour Board's Chief Officer,"
_OFFICE_BEHIND = re.compile(
    r",(?: \d{1,3},)? (?:the |an? |its |their )?"
    r"((?:[A-Z][\w.&\-]*(?: [A-Z][\w.&\-]*){0,3}['’]s? )?(?P<office>[A-Z][\w\-]+(?: [A-Z][\w\-]+){0,3})"
    r"(?: (?:of|for) (?:the )?[A-Z][\w\-]+(?: [A-Z][\w\-]+){0,3})?)(?=,|;|\.(?=\s|$)| who | – | — |[”\"“])"
)
_ABBREVIATED = re.compile(r"(?<![\w\-])(?:Mrs?|Ms|Dr|[A-Z])$")  # of a name that the full stop cut off
_CLAUSE_ENDS = re.compile(r"[.!?,;:()“”\"—–\n]")
_BEGINS = frozenset(".!?\n")
_OFFICE = re.compile(r"^(?:[A-Z][\w\-]+,? (?:and )?){0,5}?(?P<office>[A-Z][a-z\-]+)(?: (?:for|of) .+)?$")
_DATED = WEEKDAYS | MONTHS
_BEFORE_ROLES = PREPOSITIONS | SPEECH_VERBS | {"the", "a", "an", "and", "that", "when", "as", "its", "their"}
# a verb, a clause, or praise ("the most zealous advocate") makes it more than a role
_NO_ROLE = frozenset({"WDT", "WP", "WP$", "WRB", "VBN", "VBD", "MD", "JJS", "RBS"})
_MOST_WORDS = 8  # longer ones are clauses about the person, no role
# "the diver, | Noel Farrant", "a geodesist at the university, | Noor Haddon", "the ferry’s master, Captain | Trask"
_APPOSED = re.compile(
    r"(?:\b(?:[Tt]he|[Aa]n?)|['’]s?) (?:[\w-]+ ){0,4}?(?P<head>[a-z-]+)"
    r"(?: (?:at|of|for|in|with) [^,.;:“”\"\n]{2,60})?, (?:[A-Z]\w{1,9}\.? )?$"
)
_FAR_APPOSED = 120  # characters
_FAR = 60  # characters before a name that its role may take
_LONGEST = 300  # characters before a name; each "the" and each owner in front is taken off by itself
_LEADS_ON = frozenset({"of", "from", "for", "the", "at", "in", "with", "and"})  # "editor of the" Orlo Star


def role_in_front(words: str) -> str | None:
    """The role in what stands before a name: "harbour master", "Minister for Trade"; None where it tells none."""
    if len(words) > _LONGEST:
        return None
    role = " ".join(_COURTESY.sub("", words).split()).rstrip(",")
    shorter = _LEAD.sub("", role)
    while shorter != role:
        role, shorter = shorter, _LEAD.sub("", shorter)
    office = _OFFICE.match(role)
    if office and office.group("office").lower() in OFFICES:
        return role
    return role if _is_role(role) and " and " not in role else None


def role_behind(text: str, end: int) -> str | None:
    """The role in an apposition behind the name that ends at `end`."""
    office = _OFFICE_BEHIND.match(text, end)
    if office and office["office"].split()[-1].lower() in OFFICES | PERSON_TITLES:
        return office[1]
    after = _AFTER.match(text, end) or _OF_A_HOUSE.match(text, end)
    if not after or after.group(1).split()[0].lower() in FUNCTION_WORDS | SPEECH_VERBS:
        return None
    first, *rest = after.group(1).split()
    rest = rest[:-2] if len(rest) > 1 and rest[-2] == "of" and rest[-1].isdigit() else rest  # "a teacher of 29"
    role = " ".join(rest if rest and first[0].islower() and first.endswith(("'s", "’s")) else [first, *rest])
    return role if _is_role(role) and not _ABBREVIATED.search(role) else None


def role_right_before(text: str, start: int) -> str | None:
    """The role right before the name that begins at `start`: "fire service spokesman", "Planned Housing's president".

    Whole, with the names and the "former" that belong to it, else None: a part of it may mislead.
    """
    window = text[max(0, start - _FAR) : start]
    ends = list(_CLAUSE_ENDS.finditer(window))
    words = (window[ends[-1].end() :] if ends else window).split()
    if not window.endswith(" ") or not words:
        return None
    at = len(words)
    while at and words[at - 1][0].islower() and not _ends_role(words[at - 1]):
        at -= 1
    while at and words[at - 1][0].isupper():
        at -= 1
    at += words[at:] != [] and words[at].lower() in _BEFORE_ROLES  # "The spokeswoman"
    role = words[at:]
    if not role or role[-1] not in PERSON_TITLES or not _DATED.isdisjoint(word.lower() for word in role):
        return None
    if at:
        return " ".join(role) if words[at - 1].lower() in _BEFORE_ROLES and _is_role(" ".join(role)) else None
    # a sentence may begin with any word in capitals, and none begins in lower case: that was an abbreviation
    if not ends or (ends[-1].group() in _BEGINS and (role[0][0].isupper() or ends[-1].group() == ".")):
        return None
    return " ".join(role) if _is_role(" ".join(role)) else None


def is_apposed(text: str, start: int) -> bool:
    """Whether what somebody is or does explains the name that begins at `start`: it is a person's."""
    front = _APPOSED.search(text[max(0, start - _FAR_APPOSED) : start])
    return front is not None and front["head"] in OFFICES | OCCUPATIONS | PERSON_TITLES


def _ends_role(word: str) -> bool:
    return word in FUNCTION_WORDS | SPEECH_VERBS or word.endswith(("'s", "’s", "s'", "s’"))


def _is_role(role: str) -> bool:
    """Whether the words are a noun phrase that is no mere relation: "daughter" alone tells the reader nothing."""
    words = role.split()
    if not words or len(words) > _MOST_WORDS or role[0].isdigit() or words[-1].lower() in _LEADS_ON:
        return False
    if words[-1].lower() in RELATIONS or not any(word[0].islower() for word in words):
        return False
    tagged = tag_words(role)
    tags = [tag for _, tag, _ in tagged]
    head = tags[: tags.index("IN")] if "IN" in tags else tags
    if not head or _NO_ROLE & set(tags):
        return False
    titled = tagged[len(head) - 1][0].rpartition("-")[2] in PERSON_TITLES  # "vice-captain"
    return titled or (head[-1][:2] in {"NN", "VB"} and head[-1] not in {"NNS", "VBG"})
