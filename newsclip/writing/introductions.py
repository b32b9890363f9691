"""Roles on a finished clip: beside the first mention of somebody whom it does not introduce, as the article does.

Whether a role may be put in is for the verifier to say, who reads the article's introduction by its own parse.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from newsclip.evidence.document import Articles, Document, Quote, Sentence, SourceArticle
from newsclip.evidence.edits import APPOSITION, Edit, Omission
from newsclip.evidence.omission import rest_of
from newsclip.evidence.visitor import TextTransformer, map_sentences
from newsclip.kernel.spans import Passage, Span
from newsclip.language.pos_tagger import TAGGED_LANGUAGES, is_common_word, tag_of
from newsclip.language.word_lists import FUNCTION_WORDS, PERSON_TITLES
from newsclip.writing.candidates import passage
from newsclip.writing.first_mentions import people_in_full

_MOST_MENTIONS, _MOST_WORDS = 6, 9
_LONGEST = 40  # words of a sentence of a clip
_PHRASE = r"[^\W_][^,.;:!?()“”\"\n]{1,80}"
_PLACE = r"(?:, [A-Z]\w{1,30}(?: [A-Z]\w{1,30})?(?=,))"  # "in Velm, Orlo,"
_BEHIND = re.compile(rf"(?:, \d{{1,3}})?, (?P<role>{_PHRASE}{_PLACE}?)(?=[,.])")
_AHEAD = re.compile(rf"(?P<role>{_PHRASE}), $")
_BEFORE = re.compile(r"[^,;:!?()“”\"\n]{2,80} $")
_FIRST_PART = re.compile(r"[^\W_]+")
_WINDOW = 90  # characters beside a name
_ABBREVIATED = 5  # characters with the full stop: "Sen.", but no end of a sentence
_STOPS = (".", "!", "?")
_ENDS = '.!?”"'
_BEFORE_SENTENCES = f"{_ENDS}\n-–—"  # a dateline ends with a dash
_OF_ROLES = ("NN", "JJ", "VBG", "VBN", "POS")
_MARKS = (",", ";", ":", "”", '"')
_VERBAL = ("ing", "ed")
_ARTICLES = frozenset({"a", "an", "the"})


def introduce(document: Document, known: Articles, stands: Callable[[Sentence], bool]) -> Document:
    """The clip with what people are beside their first names in its text. `stands`: whether the verifier would let a
    sentence pass.
    """
    if document.language not in TAGGED_LANGUAGES:
        return document
    return map_sentences(document, _Introducing(document, known, stands)) or document


class _Introducing(TextTransformer):
    """Goes through summary and text in their order, and knows whom they have introduced, and as what."""

    def __init__(self, document: Document, known: Articles, stands: Callable[[Sentence], bool]) -> None:
        self._language, self._known, self._stands = document.language, known, stands
        self._told: dict[str, str] = {}

    def quote(self, quote: Quote) -> Quote:
        if quote.speaker and quote.role:
            self._told.setdefault(quote.speaker, "")
        return quote

    def sentence(self, sentence: Sentence) -> Sentence:
        first = sentence.evidence[0]
        own = self._known[first.article, first.revision]
        for name in people_in_full(own.text, self._language):
            if name.text in sentence.text:
                sentence = self._once(sentence, name.text, own)
        return sentence

    def _once(self, sentence: Sentence, name: str, own: SourceArticle) -> Sentence:
        if name in self._told:
            return self._without(sentence, name, self._told[name])
        self._told[name] = ""
        if not _stands_alone(sentence.text, name):
            return sentence
        for span, role, before in introductions_of(own.text, name):
            edit = _put(sentence, name, role, _within_sentence(role, own.text, span.start), before=before)
            made = _made(sentence, edit, passage(own, span)) if edit else None
            if edit and made and self._stands(made):
                self._told[name] = edit.role
                return made
        return sentence

    def _without(self, sentence: Sentence, name: str, role: str) -> Sentence:
        """The sentence without the role that the clip has told before, where it may go."""
        if not role or f"{name}, {role}" not in sentence.text:
            return sentence
        omitted = Omission(APPOSITION, role)
        rest = rest_of(sentence.text, omitted)
        made = replace(sentence, text=rest, edits=(*sentence.edits, str(omitted))) if rest else None
        return made if made and self._stands(made) else sentence


def _stands_alone(text: str, name: str) -> bool:
    """Whether no noun, adjective or title is right before the name, and no comma or parenthesis behind it."""
    before, _, behind = text.partition(name)
    last = next(reversed(before.split(" ")[-2:-1]), "")
    marked = last[-1:] in _MARKS  # "“Yes,” Ada Holm said"
    described = _is_of_role(last) and not marked and last.lower() not in FUNCTION_WORDS and not last.endswith(_VERBAL)
    return not described and not behind.startswith((",", " ("))


def _made(sentence: Sentence, edit: Edit, there: Passage) -> Sentence:
    text = sentence.text.replace(edit.old, edit.new, 1)
    return Sentence(text, (*sentence.evidence, there), (*sentence.edits, str(edit)))


def introductions_of(text: str, name: str) -> Iterator[tuple[Span, str, bool]]:
    """Where the text may say who this is, with the words for it and whether they go before the name."""
    for found in islice(re.finditer(rf"(?<![\w’'-]){re.escape(name)}(?![\w-])", text), _MOST_MENTIONS):
        start, end = found.span()
        ahead = text[max(0, start - _WINDOW) : start]
        if before := _BEFORE.search(ahead):
            yield from ((Span(start - len(role) - 1, end), role, True) for role in _callings(before.group()))
        behind = _BEHIND.match(text, end)
        if behind and _is_of_role(first := behind["role"].split(" ", 1)[0]) and not first.endswith(_VERBAL):
            yield Span(start, behind.end()), behind["role"], False
        if explained := _AHEAD.search(ahead):
            for role in _ends(explained["role"]):
                yield Span(start - len(role) - 2, end), role, False


def _callings(before: str) -> Iterator[str]:
    """What may call somebody something at the end of the words before a name, the longest first."""
    words, run = before.split(" ")[:-1], 0
    while run < min(len(words), _MOST_WORDS) and _is_of_role(words[-run - 1]) and not _ends_sentence(words[-run - 1]):
        run += 1
        if words[-run].lower() in _ARTICLES:
            break
    if run and words[-1].lower() not in _ARTICLES:
        yield from (" ".join(words[-length:]) for length in range(run, 0, -1))


def _ends_sentence(word: str) -> bool:
    return word[-1:] in _ENDS and word.lower().strip(".") not in PERSON_TITLES and len(word) > _ABBREVIATED


def _is_of_role(word: str) -> bool:
    plain = word.lower().strip(".")
    if not plain[:1].isalnum():
        return False
    known = plain in _ARTICLES or plain in PERSON_TITLES or word.endswith(("'s", "’s"))
    if not known and word[:1].isupper():
        return bool(word.isalpha() and tag_of(plain) not in {"IN", "PRP", "CC"}) or "-" in word
    return known or (tag_of(plain) or "NN").startswith(_OF_ROLES)


def _ends(words: str) -> Iterator[str]:
    """The ends of what stands before a comma that may say who the name behind it is, the longest first."""
    split = words.split(" ")
    for length in range(min(len(split), _MOST_WORDS), 1, -1):
        first = split[-length]
        if first.lower() in _ARTICLES or first[:1].isupper():
            yield " ".join(split[-length:])


def _put(sentence: Sentence, name: str, role: str, within: str | None, *, before: bool) -> Edit | None:
    """How the role stands beside the name in the sentence; None where that would be too long, or nobody knows how.

    `within`: the role as it is written within a sentence.
    """
    text = sentence.text
    at = text.find(name)
    if len(text.split()) + len(role.split()) > _LONGEST or at < 0:
        return None
    ahead = text[:at].rstrip(' "”')
    if before and (not ahead or ahead[-1] in _STOPS):
        return Edit(name, f"{role[0].upper()}{role[1:]} {name}")
    if within is None or before:
        return Edit(name, f"{within} {name}") if within else None
    closed = text[at + len(name) : at + len(name) + 1] in _STOPS
    return Edit(name, f"{name}, {within}{'' if closed else ','}")


def _within_sentence(role: str, text: str, start: int) -> str | None:
    """The role as it is written within a sentence, where it began one; None where the text does not show how."""
    if text[:start].strip() and text[:start].rstrip(" ")[-1:] not in _BEFORE_SENTENCES:
        return role
    first = _FIRST_PART.match(role)
    word = first.group() if first else ""
    if not is_common_word(word) or re.search(rf"[a-z,] {re.escape(word)}\b", text):
        return role
    lowered = word.lower()
    shown = lowered in _ARTICLES or re.search(rf"[a-z,] {re.escape(lowered)}\b", text)
    title = role == word and lowered in PERSON_TITLES
    return lowered + role[len(word) :] if shown and not title else None
