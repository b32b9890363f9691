"""Whether an article says what somebody is: the words of a passage are a name and a role that belongs to it alone."""

import re
from dataclasses import dataclass
from functools import lru_cache

from newsclip.evidence.article_language import language_of_article
from newsclip.evidence.document import Articles
from newsclip.evidence.edits import Edit
from newsclip.evidence.tokens import tokens
from newsclip.evidence.verifier.named_tokens import NamedTokens, ends_clause, is_of_names, named_tokens
from newsclip.evidence.verifier.namesakes import has_namesake
from newsclip.evidence.verifier.people import people
from newsclip.evidence.verifier.role_words import RoleTokens, calls_one, holds_office, is_role
from newsclip.kernel.spans import Passage
from newsclip.language import quotation_marks, single_marks
from newsclip.language.pack import verifier_words
from newsclip.language.pos_tagger import is_common_word
from newsclip.language.syntax import Parse, Parser
from newsclip.language.tokens import sentence_at
from newsclip.language.verifier_tables.speech import IntroductionWords

_AGE = re.compile(r", \d{1,3}(?=, )")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_PHRASE = re.compile(r"[^.,;:!?()“”\"\n]{0,80}$")
_ASIDE = re.compile(r",[^.,;:!?()“”\"\n]{0,80}")
_ABBREVIATED = re.compile(r"\b[A-Z][a-z]{0,4}\. $")
_WINDOW = 80  # characters
_ARTICLES = frozenset({"a", "an", "the"})


@dataclass(frozen=True, slots=True)
class _Introduction:
    """A parsed sentence of an article with the name and the role in it. `lead`: that of both which hangs on the rest;
    `last`: the token that ends the later of both.
    """

    parse: Parse
    named: NamedTokens
    role: RoleTokens
    lead: int
    last: int


def is_told(edit: Edit, passage: Passage, articles: Articles, parser: Parser) -> bool:
    """Whether the passage introduces the name with this role, and the story nobody else, nor this person otherwise."""
    article = articles[passage.article, passage.revision]
    language = language_of_article(article)
    known = verifier_words(language)
    words = known.introductions if known else None
    around = sentence_at(article.text, passage.start)
    if words is None or around is None or around.end < passage.end or not _is_of_one(edit, articles, words):
        return False
    if _ABBREVIATED.search(article.text[max(0, passage.start - _WINDOW) : passage.start]):  # "Lt. Gov. Ada Holm"
        return False
    text, quoted = around.of(article.text), quotation_marks.inside(article.text)
    if any(quoted[passage.start : passage.end]) or single_marks.may_open(text):
        return False
    if _YEAR.search(text) or not words.doubts.isdisjoint(tokens(text)):
        return False
    parse = parser(text, language)
    if parse is None:
        return False
    found = _introduction(parse, passage.start - around.start, passage.span.of(article.text), edit)
    if found is None or not _is_lowered_rightly(edit, passage.span.of(article.text), article.text):
        return False
    alone = found.named.last < found.role.end or found.role.end == found.named.first or calls_one(found.role, words)
    return alone and _is_plain(found, words) and is_role(found.role, article.text, words, language)


def _is_lowered_rightly(edit: Edit, words: str, article: str) -> bool:
    """Whether no name lost its capital: "Magpies boss Jan Holm" is none of a "magpies boss".

    The article writes the word so within a sentence, or it is one that no name begins with.
    """
    first = edit.role.replace("-", " ").split(" ", 1)[0].partition("'")[0].partition("’")[0]
    if edit.role in words or edit.role[:1].isupper() or first in _ARTICLES:
        return True
    return bool(re.search(rf"[a-z,] {re.escape(first)}\b", article))


def _is_of_one(edit: Edit, articles: Articles, words: IntroductionWords) -> bool:
    """Whether the story gives the surname to this person alone, and tells of no change of what he or she is."""
    texts = [article.text for article in articles.values()]
    surname = edit.old.rsplit(maxsplit=1)[-1]
    bearers = {name for text in texts for name in _bearers(text, surname)}
    alone = all(_is_called(name, edit.old) for name in bearers)
    alone = alone and not any(has_namesake(text, "", edit.old, whole=True) for text in texts)
    said = {word for word in words.changed if word in edit.role.replace("-", " ").lower().split()}
    return alone and all(_changes(text, surname, words.changed) <= said for text in texts)


def _is_called(name: str, full: str) -> bool:
    """Whether it is this name, with nothing but words before it that are none: "Despite Ada Holm"."""
    lead = name.removesuffix(full)
    return name.endswith(full) and all(is_common_word(word) for word in lead.split())


@lru_cache(maxsize=256)
def _bearers(text: str, surname: str) -> frozenset[str]:
    """The names in full that end with the surname."""
    return frozenset(name for _, _, name in people(text) if name.endswith(f" {surname}"))


@lru_cache(maxsize=256)
def _changes(text: str, surname: str, changed: frozenset[str]) -> frozenset[str]:
    """Which of the words that tell of a change stand before a mention of the surname or in commas behind it."""
    said: list[str] = []
    for mention in re.finditer(rf"\b{re.escape(surname)}\b", text):
        beside = (
            _PHRASE.search(text[max(0, mention.start() - _WINDOW) : mention.start()]),
            _ASIDE.match(text, mention.end()),
        )
        said += (word for one in beside if one for word in one.group().replace("-", " ").lower().split())
    return changed.intersection(word.strip(",") for word in said)


def _introduction(parse: Parse, start: int, words: str, edit: Edit) -> _Introduction | None:
    """Name and role of the passage's `words`, which begin at `start` of the parsed sentence."""
    name, role = edit.old, edit.role
    if not edit.new.startswith(name):
        held = words.removesuffix(f" {name}")
        return _before(parse, start, held, name) if held != words and _same(held, role) else None
    if words.startswith(f"{name}, "):
        age = _AGE.match(words, len(name))
        behind = (age.end() if age else len(name)) + len(", ")
        return _behind(parse, start, behind, words, name) if words[behind:] == role else None
    held = words.removesuffix(f", {name}")
    return _reversed(parse, start, held, name) if held != words and _same(held, role) else None


def _same(held: str, role: str) -> bool:
    """But for the capital of a sentence's first word."""
    return held[1:] == role[1:] and held[:1].lower() == role[:1].lower()


def _before(parse: Parse, start: int, role: str, name: str) -> _Introduction | None:
    """As in "midwife Ada Holm": a noun right before the name, with all that stands before it."""
    named = named_tokens(parse, start + len(role) + 1, name)
    if named is None or not named.first:
        return None
    calling, first = named.first - 1, parse.bounds[named.last][0]
    if parse.tokens[first].start != start or _goes_on_with_name(parse, first):
        return None
    return _Introduction(parse, named, RoleTokens(parse, first, named.first, calling), named.last, named.last)


def _goes_on_with_name(parse: Parse, first: int) -> bool:
    """Whether another name may reach into the role: "Made in Velm star Ada Holm" is no star of Velm."""
    before = parse.tokens[max(0, first - 2) : first]
    return len(before) > 1 and before[1].tag == "IN" and before[0].word[0].isupper()


def _behind(parse: Parse, start: int, behind: int, words: str, name: str) -> _Introduction | None:
    """As in "Ada Holm, a midwife at Orlo,"."""
    named = named_tokens(parse, start, name)
    role = _tokens(parse, start + behind, start + len(words))
    if named is None or role is None or not _explains(parse, role.calling, named.last):
        return None
    whole = parse.bounds[role.calling] == (role.first, role.end - 1)
    return _Introduction(parse, named, role, named.last, role.end - 1) if whole else None


def _reversed(parse: Parse, start: int, role: str, name: str) -> _Introduction | None:
    """As in "the mayor of Orlo, Ada Holm,"."""
    named = named_tokens(parse, start + len(role) + 2, name)
    held = _tokens(parse, start, start + len(role))
    if named is None or held is None or parse.tokens[named.last].label != "appos":
        return None
    first, last = parse.bounds[held.calling]
    while parse.tokens[last].pos == "PUNCT":
        last -= 1
    whole = (first, last) == (held.first, named.last) and is_of_names(parse, named)
    return _Introduction(parse, named, held, held.calling, named.last) if whole else None


def _explains(parse: Parse, one: int, other: int) -> bool:
    return parse.tokens[one].label == "appos" and parse.tokens[one].head == other


def _tokens(parse: Parse, start: int, end: int) -> RoleTokens | None:
    """The tokens from one place of the text to another; None unless they are whole and one of them has the others."""
    held = [i for i, token in enumerate(parse.tokens) if start <= token.start and token.end <= end]
    if not held or parse.tokens[held[0]].start != start or parse.tokens[held[-1]].end != end:
        return None
    tops = [i for i in held if parse.tokens[i].head not in held]
    return RoleTokens(parse, held[0], held[-1] + 1, tops[0]) if len(tops) == 1 else None


def _is_plain(found: _Introduction, words: IntroductionWords) -> bool:
    """Whether the role can be of nobody else, and the publisher gives it in its own voice."""
    right_before = found.role.end == found.named.first
    alone = right_before or ends_clause(found.parse, found.lead, found.last)
    return alone and not _is_told_by_others(found, words)


def _is_told_by_others(found: _Introduction, words: IntroductionWords) -> bool:
    """Whether somebody else says it, or takes the person for it: "Police say nurse Ada Holm fled".

    Offices are known, and a court may hear from a nurse.
    """
    tokens, place = found.parse.tokens, found.lead
    known = found.role.end == found.named.first and holds_office(found.role)
    while tokens[place].head != place:
        token, head = tokens[place], tokens[tokens[place].head]
        led = token.label == "nsubj" or (token.label in ("prep", "agent") and token.lemma.lower() not in words.taken_as)
        if (token.label == "ccomp" and not known) or (head.lemma.lower() in words.taken_for and not led):
            return True
        place = token.head
    return False
