"""What may be left out of a sentence: closed shapes, each told by its own words and marks. Nothing else.

A comma is no proof that a clause ends: it stands in lists, dates and names of places, before adjectives, and around
what restricts ("voters, those without a degree, …"). Of 60 deletions between commas that earlier rules accepted, an
editor found 19 false or misleading and 25 ungrammatical. So a shape has to be known here to be licensed. In a language
without guards nothing is: "FAŁSZ — …" (false) looks like a dateline to whoever cannot read it.
"""

import re
from functools import cache

from newsclip.evidence.origin import Origin
from newsclip.evidence.tokens import TOKEN, UPPER, tokens
from newsclip.evidence.verifier.datelines import is_dateline, names_somebody
from newsclip.evidence.verifier.party_names import PARTY
from newsclip.kernel.reasons import Reason
from newsclip.language.days import reader
from newsclip.language.guards import KINDS, guards_of, plain, stands_in, turning
from newsclip.language.pack import english, verifier_words
from newsclip.language.pack_tables import Guards
from newsclip.language.verifier_tables.events import VerbWords
from newsclip.language.verifier_tables.speech import PageWords

_PAGES, _VERBS = english(PageWords), english(VerbWords)
_QUOTES = re.compile(r"[\"“”„«»「」『』]|``|''")
_LABEL_MARK = re.compile(r"(?:(?<!\s)\s++)?[:|\]]\s*+|(?<!\s)\s++[–—\-]\s++|(?<=[A-Z]) \d{1,2}-\s*+")
_LONGEST = 120  # characters of what a page sets around its words
_BARS = "|•·»"
_TITLE_TAIL = re.compile(rf"\s+([{_BARS}–—\-])\s+")
_MOST_WORDS_OF_A_SECTION = 4  # "World news", "Arts & Culture"; with more it may be half a sentence
_PARENTHESIS = re.compile(r"\s?\((?P<words>[^()]+)\)\s?")
_TICKER = re.compile(r"\s?\((?=[^()]*\.)[A-Z0-9]*\.[A-Z0-9]{1,8}\)[,\s]*")
_FURNITURE = re.compile(rf"[,\s]*(?:{'|'.join(_PAGES.furniture)})[,\s]*", re.IGNORECASE)
_MOST_INITIALS = 6  # letters; longer abbreviations are words
_PERSON = re.compile(rf"(?<!\w)[{UPPER}][\w.’'\-]+ [{UPPER}][\w.’'\-]+\s?$")
_SUBJECT = re.compile(rf"(?:[A-Z][\w.'’\-]*,? ){{1,4}}(?:(?:{'|'.join(_VERBS.finite)}) )?")


def omission_fault(before: str, lost: str, after: str, origin: Origin) -> Reason | None:
    """Why these words may not be left out between what stands before and after them there; None if they may.

    `lost`: with the marks and spaces around it. `before` and `after` are empty at the ends of the sentence.
    """
    if not tokens(lost):
        return None
    guards = guards_of(origin.language)
    if (
        guards is not None
        and not _QUOTES.search(lost)
        and (
            (len(lost) <= _LONGEST and _is_of_the_page(before, lost, after, origin, guards))
            or _is_licensed(before, lost, after, guards, origin.language)
        )
    ):
        return None
    if word := turning(lost, origin.language):
        return Reason("turning_left_out", {"word": word})
    if not before:
        return Reason("opening_left_out", {"words": " ".join(lost.split()[:8])})
    return Reason("left_out_within_clause")


def is_connective(words: str, guards: Guards) -> bool:
    """Whether the words only tie a sentence to the one before: "However," and "And so," but not "Still" alone."""
    return bool(_connectives(guards).fullmatch(plain(words) + " "))


def _is_of_the_page(before: str, lost: str, after: str, origin: Origin, guards: Guards) -> bool:
    """What a page sets around its words: a button, a dateline, its name behind a title, "opens new tab", a ticker."""
    if _FURNITURE.fullmatch(lost) or (before and _TICKER.fullmatch(lost)):
        return True
    if not before:
        dateline = is_dateline(lost.strip(), origin.language, origin.publishers, origin.texts)
        return dateline or _is_button(lost, after, origin)
    tail = [] if after else _TITLE_TAIL.split(lost.rstrip())
    if len(tail) < 3 or tail[0].strip():
        return False
    return all(_is_site(mark, words, origin, guards) for mark, words in zip(tail[1::2], tail[2::2], strict=True))


def _is_button(lost: str, after: str, origin: Origin) -> bool:
    """Whether it is what a button above the text says: in capitals, and the text begins with it."""
    label = lost.strip()
    is_one = (
        (label.isupper() or " " in label)
        and label.lower() in _PAGES.buttons
        and after[:1].isupper()
        and after[1:2].islower()
    )
    return is_one and any(text.startswith(label) for text in origin.texts)


def _is_site(mark: str, words: str, origin: Origin, guards: Guards) -> bool:
    """Whether a publisher's name, or behind a bar that of a section, stands behind a title.

    Not one that says what kind of words they are, or whose: "Opinion", "Orlo Times letters", "Ada Holm".
    """
    named = {word for name in origin.publishers for word in tokens(name.replace(".", " "))}
    said = tokens(words)
    others = " ".join(word for word in said if word not in named)
    if not (guards.genre or frozenset()).isdisjoint(said) or turning(others, origin.language):
        return False
    if set(said) <= named:
        return True
    titled = all(word[0].isupper() or word.lower() in named | _PAGES.small for word in TOKEN.findall(words))
    if titled and any(len(word) > 3 and word in named for word in said):
        return True
    return (
        mark in _BARS
        and len(said) <= _MOST_WORDS_OF_A_SECTION
        and not names_somebody(said, origin.texts, origin.language)
    )


def leans(word: str, language: str) -> bool:
    """Whether a sentence that begins with this word in lower case may lean on the one before it: "He", "This".

    Any sentence may where the subject of a verb need not be said (Spanish), or where we cannot tell.
    """
    guards = guards_of(language)
    return guards is None or guards.leaning is None or word in guards.leaning


def _is_licensed(before: str, lost: str, after: str, guards: Guards, language: str) -> bool:
    """What the words of a language license."""
    if not before:
        return _is_label(lost, guards) or (is_connective(lost, guards) and not _is_phrase(lost, after, guards))
    if stands_in(lost, guards.addition):
        return bool(_SUBJECT.fullmatch(before.strip() + " ")) and not turning(before.split(maxsplit=1)[0], language)
    if turning(lost, language):
        return False
    if inside := _PARENTHESIS.fullmatch(lost if after else lost.rstrip(" .,;:!?")):
        return _is_short_form(before, inside["words"]) or _is_party(before, inside["words"])
    return _is_day(before, lost, after, guards, language)


def _is_short_form(before: str, inside: str) -> bool:
    """ "the Norvale News Agency (NNA)": the initials of the words right before."""
    letters = inside.replace(".", "")
    words = re.findall(r"[^\W\d_][\w’'\-]*", before[-_LONGEST:])[-_MOST_INITIALS:]
    capitals = "".join(word[0] for word in words if word[0].isupper())
    return 1 < len(letters) <= _MOST_INITIALS and letters.isupper() and capitals.endswith(letters)


def _is_party(before: str, inside: str) -> bool:
    """Whether a party right behind two words of a name. Other words restrict or take back: "(Acting)", "(U21)"."""
    return bool(_PERSON.search(before[-_LONGEST:])) and bool(PARTY.fullmatch(inside))


def _is_phrase(lost: str, after: str, guards: Guards) -> bool:
    """Whether the last word left out and the first that stays are one phrase that guards: "But | for the rain"."""
    joined = " ".join((*tokens(lost)[-1:], *tokens(after)[:1]))
    return any(joined in (getattr(guards, kind) or ()) for kind in KINDS)


def _goes_on(text: str, guards: Guards) -> bool:
    """Whether the text begins with what joins or opposes: "and", "or both"."""
    first = frozenset(tokens(text)[:1])
    return bool(first & ((guards.conjunction or frozenset()) | (guards.contrast or frozenset())))


def _is_label(lost: str, guards: Guards) -> bool:
    parts = [part.strip(" [") for part in _LABEL_MARK.split(lost.rstrip() + " ")]
    marked = len(parts) > 1 and not parts[-1]
    return marked and all(not part or stands_in(part, guards.label) for part in parts)


def _is_day(before: str, lost: str, after: str, guards: Guards, language: str) -> bool:
    """ ", on Monday," where the rest tells one thing that happened, and no other day.

    "No ferry sails, on Monday, from Orlo" and "All shops close, on Sunday, at noon" are true of that day alone.
    """
    if not (lost.lstrip().startswith(",") and lost.rstrip().endswith(",") and stands_in(lost, guards.day)):
        return False
    by, rest, told = reader(language), f"{before} {after}", tokens(f"{before} {after}")
    names = {word for entry in guards.day or () for word in tokens(entry)}
    if not (by and names.isdisjoint((*tokens(before)[-2:], *tokens(after)[:2]))) or _goes_on(after, guards):
        return False
    known = verifier_words(language)
    of_all = known is None or not known.deeds.of_all.isdisjoint(told)
    if of_all or turning(rest, language) or by.ahead.search(rest):
        return False
    return bool(by.behind.search(rest)) and not any(name in told for name in by.weekdays)


@cache
def _connectives(guards: Guards) -> re.Pattern[str]:
    closed, bare = (
        "|".join(re.escape(entry) for entry in sorted(entries or (), key=lambda e: (-len(e), e)))
        for entries in (guards.connective, guards.conjunction)
    )
    return re.compile(rf"(?:(?:{closed}),\s|(?:{bare}),?\s)+")
