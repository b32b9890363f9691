"""Names that a clip uses before it has told whose they are: last names by themselves, and short forms."""

import re
from collections.abc import Sequence, Set

from benchmarks.reading.clip_sentences import Article
from benchmarks.reading.need_patterns import NeedPatterns
from benchmarks.reading.sentence_context import SentenceContext
from newsclip.language.names import find_names
from newsclip.language.pos_tagger import is_common_word
from newsclip.language.syntax import Parse, Token
from newsclip.language.tokens import words
from newsclip.language.word_lists import BODY_WORDS

_ACRONYM = re.compile(r"\b[A-Z][A-Za-z]*[A-Z]\b|\b[A-Z][a-z]{3,}\b")
_SUBJECTS = ("nsubj", "nsubjpass", "poss", "agent")
_BEFORE_NO_PERSON = ("DET", "PART", "ADJ")
_JOINS = ("&", "-", "–")
_PLAIN = {"Mr", "Mrs", "Ms", "Miss", "Sir", "Lady", "Herr", "Frau", "Mme", "Monsieur"}  # they say of nobody who it is
_ABBREVIATED = {"Dr", "Prof", "Rev", "Sen", "Rep", "Gov", "Gen", "Col", "Sgt", "Capt"}
_TITLES = _PLAIN | _ABBREVIATED | {"Lord", "Judge"}


def surnames(place: SentenceContext, parse: Parse | None) -> list[str]:
    """Last names by themselves whose full names stand in the story, and not above."""
    people = {name.text for name in find_names(place.text, place.article.language) if name.kind == "person"}
    short = {token.word for token in parse.tokens if _is_named(parse, token)} if parse else people
    short = {name for name in short if not name.isupper() and not _is_word(name, place.article)}
    short = {name for name in short if name.lower() not in BODY_WORDS}  # "Orlo Police" is no person
    full = {name: _full_names(name, place.story) for name in short if name in people or parse}
    return sorted(name for name, found in full.items() if found and not _introduced(name, found, place))


def _is_word(name: str, article: Article) -> bool:
    """Whether the article writes it small, too: "Meditation", "Crocodiles"."""
    return re.search(rf"\b{re.escape(name.lower())}\b", article.text) is not None


def _is_named(parse: Parse, token: Token) -> bool:
    """Whether it is a name of one word: a subject or an owner, with no other name beside it."""
    at = parse.tokens.index(token)
    beside = [parse.tokens[k] for k in (at - 1, at + 1) if 0 <= k < len(parse.tokens)]
    alone = not any(other.pos == "PROPN" or other.word in _JOINS for other in beside)
    alone = alone and not (at and parse.tokens[at - 1].pos in _BEFORE_NO_PERSON)
    alone = alone and not (at and parse.tokens[at - 1].pos == "NOUN" and parse.tokens[at - 1].head == at)  # "captain"
    owns = at + 1 < len(parse.tokens) and parse.tokens[at + 1].tag == "POS"
    # at the front a last name may be a common word, and seem a noun
    named = token.pos in ("PROPN", "NOUN") if not at else token.pos == "PROPN" and not is_common_word(token.word)
    return named and alone and token.word[:1].isupper() and (owns or token.label in _SUBJECTS)


def _full_names(short: str, story: Sequence[Article]) -> set[str]:
    """The first names that stand before this last name in the story; none where it is a place ("in Orlo")."""
    found: set[str] = set()
    for article in story:
        if re.search(rf"\b(?:in|across) {re.escape(short)}\b", article.text):
            return set()
        named = re.finditer(rf"\b([A-Z][a-zà-ÿ’'-]+) (?:[A-Z]\. ?)*{re.escape(short)}\b(?! [A-Z])", article.text)
        found |= {name[1] for name in named if not is_common_word(name[1]) and len(name[1]) > 2}
    return found - _TITLES


def _introduced(short: str, first: Set[str], place: SentenceContext) -> bool:
    """Whether the full name is above or in the sentence, or a title that says who it is stands before the short one.

    The short one may be a first name: "Bram" behind "Bram Holm".
    """
    told = place.seen + "\n" + place.said.text
    if re.search(rf"\b{re.escape(short)} [A-Z][a-z]", told):
        return True
    titled = re.finditer(rf"\b(?:({'|'.join(sorted(_ABBREVIATED))})\.|([A-Z][a-z]+)) {re.escape(short)}\b", told)
    says_who = any((found[1] or found[2]) not in _PLAIN for found in titled)
    return says_who or bool(first & set(words(told)))


def acronyms(place: SentenceContext, known: NeedPatterns) -> list[str]:
    """Short forms that the article spells out, and neither the sentence nor the clip above it does."""
    told = _one_spelling(place.seen + place.said.text)
    unknown = {short for short in _ACRONYM.findall(place.text) if f"({short})" not in told and short not in known.short}
    spelt = {short: _spelt(short, place.article) for short in unknown}
    return sorted(short for short, full in spelt.items() if full and _one_spelling(full) not in told)


def _one_spelling(text: str) -> str:
    """ "Organisation" as "Organization"."""
    return text.replace("isation", "ization")


def _spelt(short: str, article: Article) -> str:
    """The fewest words that the article puts before "(HPA)" whose letters give the short form; "" where it does not."""
    for found in re.finditer(rf"\({re.escape(short)}\)", article.text):
        lead = article.text[: found.start()].split()[-8:]
        for k in range(len(lead) - 2, -1, -1):
            capitals = sum(word[:1].isupper() for word in lead[k:])
            fits = lead[k][:1].lower() == short[:1].lower() and _in_order(short, " ".join(lead[k:]))
            if fits and (short.isupper() or capitals > 2):
                return "" if short in lead[k:] else " ".join(lead[k:])  # "AMC Holdings (AMC)" spells nothing out
    return ""


def _in_order(short: str, text: str) -> bool:
    letters = iter(text.lower())
    return all(letter in letters for letter in short.lower())
