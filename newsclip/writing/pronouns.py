"""Whom "he" and "she" stand for, where that can be told safely."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from newsclip.evidence.edits import Edit
from newsclip.kernel.spans import Span
from newsclip.language import persons
from newsclip.language.names import Name
from newsclip.language.pack import english
from newsclip.language.pos_tagger import is_common_word, tag_words
from newsclip.language.syntax import FINITE_TAGS
from newsclip.language.tokens import words
from newsclip.language.word_lists import (
    FUNCTION_WORDS,
    MONTHS,
    PERSON_TITLES,
    SENTENCE_OPENERS,
    SOMEBODY,
    WEEKDAYS,
)
from newsclip.language.writer_tables import AntecedentWords
from newsclip.writing.cleaning import leans, outside_quotes

_CAPITAL = re.compile(r"\b[A-Z\u00C0-\u00DE][\w’'.-]*")
_BODY = re.compile(r"\b[Tt]he ([A-Z][\w’'.-]*)(?! [A-Z])")  # "In the House, his": nobody
_NAME = re.compile(r"\b[A-Z\u00C0-\u00DE][\w’'-]*(?: [A-Z\u00C0-\u00DE][\w’'-]*){0,3}")
_SUBJECT_OPENS = ("DT", "EX", "JJS", "NNS")
# what follows on what is put first: "In his speech, | Mr Holm said"
_BEHIND = re.compile(r"[^,]{0,100}, (?P<subject>[\w’'.-]{1,40}(?: [\w’'.-]{1,40}){0,3})")
SEVERAL = re.compile(r"[^s]s$")  # "sailors": none of them is "he"
_MANY = ("NNS", "NNPS")  # "Republicans criticized his"
_SEVERAL, _ONE = ("CC", "JJ", "JJR", "JJS", "PDT", "WP"), ("a", "an", "the")
_LONGEST_NAME = 3  # words, a title among them
_TIMES = MONTHS | WEEKDAYS
_DID_OR_HAS = ("MD", "POS", "RB", "VBD", "VBZ", "WP")
_BEHIND_EPITHET = 40  # characters in which the word right behind it stands
_NO_PERSON = SENTENCE_OPENERS | FUNCTION_WORDS | MONTHS | WEEKDAYS


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The name a pronoun stands for, as written at `span`."""

    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class AntecedentPatterns:
    """What `AntecedentWords` says. `until_subject` ends before the first subject of a sentence."""

    opens: re.Pattern[str]
    epithet: re.Pattern[str]
    speaks: re.Pattern[str]
    others: re.Pattern[str]
    somebody: re.Pattern[str]
    forms: re.Pattern[str]
    until_subject: re.Pattern[str]


@cache
def antecedent_patterns() -> AntecedentPatterns:
    known = english(AntecedentWords)
    subjects, says, others = map("|".join, (known.subjects, known.says, known.others))
    forms, epithets = map("|".join, (known.forms, known.epithets))
    capitals = "|".join(subject.capitalize() for subject in known.subjects)
    somebody = "|".join([*map(re.escape, sorted(SOMEBODY)), *known.somebody])
    return AntecedentPatterns(
        opens=re.compile(rf"^({capitals})\b(?!['’])"),
        epithet=re.compile(rf"^The (?:[\w’'.-]{{1,30}} ){{0,3}}?(?i:{epithets})(?=['’]s\b|,? [a-z])"),
        speaks=re.compile(rf"(?<=[”\"’',] )({subjects})(?= (?:{says})\b)"),
        others=re.compile(rf"\b(?:{others})\b"),
        somebody=re.compile(rf"\b(?:{somebody})s?\b", re.IGNORECASE),
        forms=re.compile(rf"\b(?:{forms})\b", re.IGNORECASE),
        until_subject=re.compile(rf"[^\n]{{1,80}}?\b(?=(?:{subjects})\b)", re.IGNORECASE),
    )


def antecedents(text: str, units: Sequence[Span], names: Sequence[Name]) -> dict[int, Antecedent]:
    """For units that lean on a pronoun: the one person that the unit before, and the article so far, can mean.

    Safe only where the unit before names exactly one who may be a person and speaks of nobody else, or is itself about
    the person so found.
    """
    people = [name for name in names if name.kind == "person"]
    found: dict[int, Antecedent] = {}
    current: Antecedent | None = None
    for place, unit in enumerate(units):
        told = unit.of(text)
        here = persons.possible(names, unit.start, unit.end)
        if not here and current and leans(told):
            found[place] = current
        current = _one(here, people) if here else (found.get(place) if leans(told) else None)
        led = not here or (persons.leads(told, here[0].text) and not persons.is_said_by_another(told))
        current = current if led and not persons.speaks_of_another(told) else None
    return found


def hangs(text: str, people: frozenset[str] = frozenset()) -> bool:
    """Whether "he" or "her" stands in the sentence before anybody whom it could mean: "In 1970, with a loan, he …".

    Not where who is meant comes right behind it: "In his speech, Holm …". So does somebody whom it calls only what they
    are: "The striker said". `people`: words of names known to be theirs.
    """
    outside = outside_quotes(text)
    if _opens_with_epithet(outside):
        return True
    found = antecedent_patterns().forms.search(outside)
    if not found or _names_somebody(outside[: found.start()], people):
        return False
    behind = _BEHIND.match(outside, found.end())
    if not behind or _begins_with_subject(outside[: behind.start("subject")]) or _is_no_person(behind["subject"]):
        return True
    return not _names_somebody(behind["subject"], people)


def _begins_with_subject(lead: str) -> bool:
    """Whether a noun opens the words, not what is only put first: "The bags lay on her desk", "Two of his crew"."""
    (_, opener, _), *rest = tag_words(lead) or [("", "", 0)]
    if opener == "CD":
        return bool(rest) and rest[0][0] == "of"
    return opener in _SUBJECT_OPENS and any(tag in FINITE_TAGS for _, tag, _ in rest)


def _is_no_person(subject: str) -> bool:
    """Whether the first name of these words is a place's or a body's: "Orlo Downs named a race"."""
    name = _NAME.search(subject)
    return name is not None and name.group().split()[-1].lower() in persons.NOT_PERSONS


def opens_with_subject(text: str) -> bool:
    """Whether the first of its pronouns outside quotations is "he" or "she"."""
    found = antecedent_patterns().forms.search(outside_quotes(text))
    return found is not None and found.group().lower() in english(AntecedentWords).subjects


def _opens_with_epithet(text: str) -> bool:
    """Whether it opens so, and what they did or have stands right behind: not "The senator from Orlo"."""
    found = antecedent_patterns().epithet.match(text)
    if not found:
        return False
    behind = tag_words(text[found.end() : found.end() + _BEHIND_EPITHET].lstrip(", "))
    return bool(behind) and behind[0][1] in _DID_OR_HAS


def names_several(text: str) -> bool:
    """Whether it has a noun of several, which "they" may mean."""
    return any(tag in _MANY for _, tag, _ in tag_words(text))


def of_several() -> frozenset[str]:
    """ "They" and its forms."""
    return english(AntecedentWords).several


def speaks_of_others(text: str, people: frozenset[str]) -> bool:
    """Whether it says "they" behind nobody but one person: "Ms Quist said they would take nine days".

    `people`: words of names that may be a person's.
    """
    tagged = tag_words(outside_quotes(text))
    at = next((k for k, (word, _, _) in enumerate(tagged) if word.lower() in of_several()), 0)
    lead = [(word, tag) for word, tag, _ in tagged[:at] if word.lower() not in _TIMES]
    named = [k for k, (_, tag) in enumerate(lead) if tag.startswith("NN")]
    acts = any(tag.startswith(("VB", "MD")) for _, tag in lead)
    if not named or not acts or named[-1] - named[0] >= min(len(named), _LONGEST_NAME):
        return False  # two that stand apart may be those whom it means, and a body's name is longer
    one = all(lead[k][0] in people or lead[k][0].lower().rstrip(".") in PERSON_TITLES for k in named)
    return one and not any(_is_of_several(word, tag) for word, tag in lead)


def _is_of_several(word: str, tag: str) -> bool:
    """Whether the word may stand for several: "who", "both", "many", "two"; but not the figure of "300 of them"."""
    return tag in _SEVERAL or (tag == "CD" and word.isalpha()) or (tag == "DT" and word.lower() not in _ONE)


def _names_somebody(lead: str, people: frozenset[str]) -> bool:
    """Whether the words before a pronoun have a name of one person, or a noun or title of somebody."""
    found = words(lead)
    if not people.isdisjoint(found) or not PERSON_TITLES.isdisjoint(word.lower() for word in found):
        return True
    opener, *rest = [word.group() for word in _CAPITAL.finditer(lead)] or [""]
    opens = lead.startswith(opener) and (opener.lower() in _NO_PERSON or is_common_word(opener))
    names = {word for word in (*(() if opens else (opener,)), *rest) if word and word.lower() not in _NO_PERSON}
    things = {word for word, tag, _ in tag_words(lead) if tag in _MANY} | set(_BODY.findall(lead))
    somebody = antecedent_patterns().somebody.finditer(lead)
    return not names <= things or any(not SEVERAL.search(found.group()) for found in somebody)


def follows(text: str) -> bool:
    """Whether no verb stands before "he" or "she": "Two years later he", "Against Orlo, she"."""
    found = antecedent_patterns().until_subject.match(outside_quotes(text))
    lead = tag_words(found.group()) if found else []
    return bool(lead) and not any(tag.startswith("VB") or tag == "MD" for _, tag, _ in lead)


def named(text: str, name: str, article: str = "") -> tuple[str, Edit | None]:
    """The sentence with its subject pronoun replaced by the name; (text, None) where no safe place is found.

    `article`: its text, whose titles ("Sir", "Mrs") may speak against the pronoun.
    """
    known = antecedent_patterns()
    if known.others.search(outside_quotes(text)):
        return text, None
    opening = known.opens.match(text)
    if opening and persons.agrees(name, opening.group().lower(), article):
        return name + text[opening.end() :], Edit(opening.group(), name)
    speaking = list(known.speaks.finditer(text))
    if not opening and len(speaking) == 1 and persons.agrees(name, speaking[0].group(), article):
        place = speaking[0]
        return text[: place.start()] + name + text[place.end() :], Edit(place.group(), name)
    return text, None


def _one(here: Sequence[Name], people: Sequence[Name]) -> Antecedent | None:
    """The only person of the unit, by the fullest name that the article has given so far; None where there are two."""
    named_here = persons.surnames(here)
    if len(named_here) != 1 or not any(name.kind == "person" for name in here):
        return None
    (surname,) = named_here
    fuller = [n for n in people if n.start <= here[0].start and n.text.split()[-1] == surname and " " in n.text]
    if len({name.text for name in fuller}) > 1:
        return None
    name = fuller[0] if fuller else here[0]
    return Antecedent(name.text, Span(name.start, name.end))
