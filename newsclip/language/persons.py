"""Whom "he" and "she" may mean: what writer, finder of speakers and verifier alike hold for unclear."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from newsclip.language.names import Name
from newsclip.language.pack import english
from newsclip.language.pos_tagger import tag_words
from newsclip.language.syntax import FINITE_TAGS
from newsclip.language.word_lists import (
    BODY_WORDS,
    GIVEN_NAMES_ONLY_HER,
    GIVEN_NAMES_ONLY_HIS,
    PLACE_OPENERS,
    PLACE_WORDS,
    SOMEBODY,
    SOMEBODY_DETERMINERS,
    STORMS,
    TITLES_HER,
    TITLES_HIS,
)
from newsclip.language.writer_tables import AntecedentWords

NOT_PERSONS = (
    BODY_WORDS
    | PLACE_WORDS
    | PLACE_OPENERS
    | STORMS
    | {"of", "the", "for", "line", "states", "war", "tv", "radio", "castle", "act"}
)
# not what only says who the named person is: ", a nurse," or "is the mayor" or "the mayor, Ilse Brandt"
_ANOTHER = re.compile(
    rf"(?<!, )(?<!\bis )(?<!\bwas )(?<!\bas )\b(?:{SOMEBODY_DETERMINERS}|\d+-year-old) "
    rf"(?:[\w’'\-]+ ){{0,2}}?(?:{'|'.join(sorted(SOMEBODY))}|\d+-year-old)\b(?!['’]s\b)(?!,? (?-i:(?:\w+ )?[A-Z]))",
    re.IGNORECASE,
)

_BEGUN = re.compile(
    r"^[^“”\"«»]*[”»]|^[^“”\"«»]*\"(?=[^\"]*$)"
)  # the end of a quotation that began in a sentence before
_LONGEST = 200  # characters of a name: bounds the pattern that looks for it
_ABBREVIATED = 3  # letters: "JK" may be somebody's name
_QUOTED = re.compile(r"[“\"„«][^”\"»“]{0,1000}+[”\"“»]")


def may_be_person(name: Name) -> bool:
    """Whether two to four words without a digit, a shouted word, or a body's or place's word."""
    words = name.text.split()
    if not 1 < len(words) < 5 or name.kind in {"place", "body"}:
        return False
    return not (
        {word.lower() for word in words} & NOT_PERSONS
        or any(len(word) > 1 and word.isupper() and "." not in word for word in words)
        or any(char.isdigit() or char == "&" for char in name.text)
    )


def possible(names: Iterable[Name], start: int, end: int) -> list[Name]:
    """The names in [start, end) that may be a person's: one pronoun after them may mean any of these.

    None that is shouted ("MAJOR PRIORITY" above a paragraph is no officer) or names the members of a party.
    """
    members = english(AntecedentWords).members
    within = (n for n in names if start <= n.start and n.end <= end)
    within = (n for n in within if not _is_shouted(n.text) and n.text.split()[-1].lower() not in members)
    return [n for n in within if n.kind == "person" or may_be_person(n)]


def words_of_people(names: Sequence[Name], text: str) -> frozenset[str]:
    """The words of the names that may be a person's. `text`: that of the article."""
    return frozenset(part for name in possible(names, 0, len(text)) for part in name.text.split())


def _is_shouted(name: str) -> bool:
    return name.isupper() and max(map(len, name.split())) > _ABBREVIATED


def speaks_of_another(words: str) -> bool:
    """Whether somebody without a name comes in, whom a pronoun may mean as well: "a man", "the driver"."""
    return bool(_ANOTHER.search(words))


@cache
def _said_by_pronoun() -> re.Pattern[str]:
    subjects, says = map("|".join, (english(AntecedentWords).subjects, english(AntecedentWords).says))
    return re.compile(rf"[,”] (?:{subjects}) (?:{says})\b")


def is_said_by_another(words: str) -> bool:
    """Whether "he" or "she" says what the sentence tells: "Blaming Holm, he said, was too simple".

    That may not be whom the sentence names, so it does not tell whom a pronoun after it means.
    """
    return bool(_said_by_pronoun().search(_QUOTED.sub("”", words)))


def leads(words: str, name: str) -> bool:
    """Whether the sentence is about the name: no verb stands before it outside quotations, only a day or a calling."""
    before = words[: words.find(name)] if name in words else words
    before = _QUOTED.sub(" ", _BEGUN.sub("", before))
    return not any(tag in FINITE_TAGS for _, tag, _ in tag_words(before))


def agrees(name: str, pronoun: str, text: str = "") -> bool:
    """Whether neither the given name nor a title that the text gives before the name speaks against "he" or "she".

    Of what is too long for a name, nothing is known.
    """
    if len(name) > _LONGEST:
        return False
    words = name.split()
    against = GIVEN_NAMES_ONLY_HER if pronoun == "he" else GIVEN_NAMES_ONLY_HIS
    titles = TITLES_HER if pronoun == "he" else TITLES_HIS
    titled = rf"\b(?:{titles})\.? (?:{re.escape(words[0])} |[A-Z]\. )?(?:{re.escape(words[-1])})\b"
    return words[0].lower() not in against and not re.search(titled, text)


def surnames(names: Sequence[Name]) -> set[str]:
    return {name.text.split()[-1] for name in names}
