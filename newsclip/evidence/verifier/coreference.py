"""Whether what a sentence calls "he" or "it" is in the clip who or what it is in the article.

A true sentence says something else behind another one: "He will resign" behind a sentence about Holm, where the
article has it behind one about Quist. Where it follows in the clip what it follows in its article, all is well.
Elsewhere it is looked up in both whom the nearest sentence before names: that must be one and the same person. "It",
"they" and "this" have no name to be looked up by.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from newsclip.evidence.article_language import language_of_article
from newsclip.evidence.document import Articles, Quote, Sentence, SourceArticle
from newsclip.evidence.edits import read
from newsclip.evidence.verifier.pronouns import Pronouns, pronouns_of
from newsclip.kernel.reasons import Reason
from newsclip.kernel.spans import Span
from newsclip.language import persons, quotation_marks
from newsclip.language.names import find_names
from newsclip.language.pack import english, pack, verifier_words
from newsclip.language.pos_tagger import tag_words
from newsclip.language.tokens import WORD, sentences
from newsclip.language.verifier_tables.events import VerbWords
from newsclip.language.word_lists import WEEKDAYS

_VERBS = english(VerbWords)

type Said = Sentence | Quote
type People = frozenset[tuple[str, str]]  # first and last names; no first name where none is given
_LOOK_BACK = 12  # sentences: whom a reader remembers, and more
_OPENING, _NEAR = 100, 6  # characters; words behind "it is"
_NO_LETTERS = " ,.;:!?-–—()[]…"
_SUBJECT = re.compile(rf"(?P<before>[^\n]{{1,80}}?\s)(?P<pronoun>{'|'.join(_VERBS.persons)})\b")


def fault(sentence: Sentence, before: Sequence[Said], articles: Articles) -> Reason | None:
    """Why the sentence means another than in its article behind what the clip says `before`, the nearest last."""
    first = sentence.evidence[0]
    article = articles.get((first.article, first.revision))
    if article is None or first.part == "title":
        return None
    language = language_of_article(article)
    if quotation_marks.is_whole_quotation(sentence.text):
        return None if _follows(sentence, before, article) else Reason("speaker_not_before")
    kind, word = _pronoun(quotation_marks.outside(sentence.text), language)
    if not kind or _follows(sentence, before, article):
        return None
    if kind == "person":
        reader = _Reader(language, frozenset[str]().union(*(_last_names(a.text, language) for a in articles.values())))
        here = reader.nearest([_told(said) for said in before[-_LOOK_BACK:]])
        there = reader.nearest(_before(article.text, first.start))
        if here and (here == there or _is_one(reader.people(here), reader.people(there))):
            return None
    return Reason("antecedent_other", {"word": word})


def _told(said: Said) -> str:
    """What it says of whom, in the words of its article where a name was put in for a surname."""
    if isinstance(said, Quote):
        return f"{said.speaker or ''}."
    text = said.text
    for edit in reversed(read(said.edits)):
        text = text.replace(edit.new, edit.old, 1) if edit.completes or edit.role else text
    return text


def _pronoun(own: str, language: str) -> tuple[str, str]:
    """The kind ("person", "other"; "": none) of the pronoun that it opens with, and the pronoun."""
    words = pronouns_of(language)
    if words is None:
        return "", ""
    if not own[:1].isalpha():
        return _of_speaker(own, words)
    first, second, *rest = [*WORD.findall(own[:_OPENING].lower().replace("’", "'")), "", ""]
    first, _, short = first.partition("'")  # "he's"
    second = short or second.partition("'")[0]  # "this year's"
    if first in words.expletive and second in words.perhaps and not words.then.isdisjoint(rest[:_NEAR]):
        return "", ""
    if first in words.the and second in words.its:  # "il suo partito"
        return "other", f"{first} {second}"
    if first in words.articles and _before_noun(own, words):
        return "", ""
    if first in words.persons | words.others and not (first in words.may_be_empty and second in words.empty):
        return "person" if first in words.persons else "other", first
    known = verifier_words(language)
    return _behind_adverbial(own, words) if known and known.verbs else ("", "")


def _before_noun(own: str, words: Pronouns) -> bool:
    """Whether the first word is an article: the noun behind it has a capital, and nothing or an adjective between."""
    _, second, third, *_ = [*own[:_OPENING].split()[:3], "", "", ""]
    return second[:1].isupper() or (second.endswith(tuple(words.adjective_ends)) and third[:1].isupper())


def _of_speaker(own: str, words: Pronouns) -> tuple[str, str]:
    """That behind the quotation that it opens with: "he said", "sagte er", "a-t-il dit"; not “Ace,” as he is known."""
    told = [word for word in WORD.findall(own.lstrip(_NO_LETTERS)[:_OPENING])[:2] if not word[0].isupper()]
    if told and told[0] in words.subordinators:
        return "", ""
    said = next((part for word in told for part in word.split("-") if part in words.persons), "")
    return ("person", said) if said else ("", "")


def _behind_adverbial(own: str, words: Pronouns) -> tuple[str, str]:
    """That which follows what has no verb and names nobody: "In March he", "On the way home, she".

    In what a preposition opens and a comma ends, a verb is a participle or none: "At Monday’s press conference, he".
    """
    found = _SUBJECT.match(own[:_OPENING])
    if not found or persons.speaks_of_another(found["before"]) or _last(found["before"]) in words.subordinators:
        return "", ""
    tags = [tag for _, tag, _ in tag_words(found["before"])]
    phrase = (
        tags[0] in {"IN", "TO"} and _first(own) not in words.subordinators and "," in tags[-1:] and tags.count(",") == 1
    )
    if not phrase and any(tag.startswith("VB") or tag == "MD" for tag in tags):
        return "", ""
    names = find_names(own[:_OPENING])
    named = any(
        n.end <= found.start("pronoun") and not (n.kind == "place" or n.text.lower() in WEEKDAYS) for n in names
    )
    return ("", "") if named else ("person", found["pronoun"])


def _first(words: str) -> str:
    return words.split(maxsplit=1)[0].lower()


def _last(words: str) -> str:
    return words.rsplit(maxsplit=1)[-1].lower()


def _follows(sentence: Sentence, before: Sequence[Said], article: SourceArticle) -> bool:
    """Whether it stands in the clip behind what it stands behind in the article."""
    first = sentence.evidence[0]
    run = (said.evidence[0] for said in reversed(before) if isinstance(said, Sentence))  # a quotation parts none
    last = next(run, None)
    if last is None:
        return not article.text[: first.start].strip()
    same = (last.article, last.revision, last.part) == (first.article, first.revision, first.part)
    return same and last.end <= first.start and not article.text[last.end : first.start].strip()


def _before(text: str, start: int) -> list[str]:
    """The last sentences of the text that end before `start`, the nearest last."""
    spans = _sentences(text)
    end = bisect_right(spans, start, key=lambda span: span.end)
    return [span.of(text) for span in spans[max(0, end - _LOOK_BACK) : end]]


@dataclass(frozen=True, slots=True)
class _Reader:
    """`last_names`: of those whom the story's articles name in full; one of them alone means its bearer."""

    language: str
    last_names: frozenset[str]

    def nearest(self, earlier: Sequence[str]) -> str:
        """The nearest of these sentences that names anybody or speaks of "the driver" and the like; "" for none."""
        for own in map(quotation_marks.outside, reversed(earlier)):
            if self.people(own) or self._speaks_of_another(own):
                return own
        return ""

    def _speaks_of_another(self, own: str) -> bool:
        return pack(self.language).people is not None and persons.speaks_of_another(own)

    def people(self, own: str) -> People:
        """Each whom it names."""
        full = _in_full(own, self.language)
        alone = {word.partition("'")[0] for word in WORD.findall(own.replace("’", "'"))} & self.last_names
        return full | {("", word) for word in alone - {last for _, last in full}}


def _is_one(some: People, others: People) -> bool:
    """Whether both name one person alone, and the same: "Jan Holm" and "Holm", not "Jan Holm" and "Ilse Holm"."""
    given = {first for first, _ in some | others if first}
    return bool(some and others) and len({last for _, last in some | others}) == 1 and len(given) <= 1


@lru_cache(maxsize=64)
def _last_names(text: str, language: str) -> frozenset[str]:
    return frozenset(last for first, last in _in_full(text, language) if first)


@lru_cache(maxsize=2000)
def _in_full(own: str, language: str) -> People:
    found = [name.text.split() for name in persons.possible(find_names(own, language), 0, len(own))]
    return frozenset((words[0] if len(words) > 1 else "", words[-1]) for words in found)


@lru_cache(maxsize=64)
def _sentences(text: str) -> tuple[Span, ...]:
    return tuple(sentences(text))
