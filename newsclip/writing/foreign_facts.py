"""What reports in other languages tell and a clip does not: sentences of theirs, quoted as they stand.

Figures stand alike in all languages, names of several words in all that share letters. So a sentence tells what the
clip does not where it has such a figure or name and the clip has none like it. A report that has no such sentence, and
tells on its own account, is quoted by its first. Nothing is translated, so what the others tell in other words is not
found; docs/reference/languages.md says so.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from newsclip.evidence.article_length import within_reach
from newsclip.evidence.document import Document, Sentence, SourceArticle
from newsclip.evidence.visitor import TEXT, Place, texts
from newsclip.language.correction_notes import is_correction_note
from newsclip.language.names import Name, find_names
from newsclip.language.pack import is_english
from newsclip.language.quantities import quantities
from newsclip.language.tokens import sentences
from newsclip.language.whole_numbers import whole_numbers
from newsclip.writing.cleaning import outside_quotes
from newsclip.writing.page_kinds import kind_of, kind_of_lead
from newsclip.writing.select_articles import one_each
from newsclip.writing.whole_sentences import whole_sentences

_MOST, _MOST_OF_ONE = 3, 2  # sentences of a language, and of an article
_MOST_ARTICLES = 5  # bounds the work of a page
_FIGURE, _MOST_COUNTED = 2, 4  # what a figure counts, where a name counts one; more of them make no better sentence
_LIKE, _ENDING = 4, 3  # letters that like names begin with, at least; letters in which they may end otherwise
_WORDS_OF_A_NAME = 2
_NUMBER = re.compile(r"\d(?:[\d.,:\u00a0\u202f]{0,18}\d)?")
_GROUPS = re.compile(r"[.,:\u00a0\u202f](?=\d{3}(?!\d))")
_YEAR = re.compile(r"(?:19|20)\d\d")
# a telephone number, in whatever language, or an address of mail or of a site
_CONTACT = re.compile(
    r"(?<![\w.,:])(?:\+[1-9]\d|\(?0[1-9]\d)[\d \u00a0/()–-]{4,20}\d|(?<![\w.,:])0[1-9](?:[ .]\d\d){4}|\w@\w|\bwww\."
)
_LATIN = re.compile(r"[a-z]{2}")


@dataclass(frozen=True, slots=True)
class ForeignFact:
    """A sentence in its publisher's words; `new`: the figures and names in it that the clip has not, "" for a first."""

    sentence: Sentence
    new: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Clip:
    """What a clip tells: figures as written in digits, intervals of those in words, words of names, its reports."""

    figures: frozenset[str]
    intervals: tuple[tuple[float, float], ...]
    words: frozenset[str]
    latin: bool
    reports: frozenset[str]

    def tells(self, figure: str) -> bool:
        value = float(figure) if figure.replace(".", "", 1).isdigit() else None
        return figure in self.figures or any(value is not None and low <= value <= high for low, high in self.intervals)

    def names(self, name: str) -> bool:
        return any(_alike(one, other) for one in _plain(name).split() for other in self.words)


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence that may be quoted, and what is new in it; `place`: the how manieth of its article it is."""

    fact: ForeignFact
    article: str
    place: int

    @property
    def counts(self) -> int:
        return min(_MOST_COUNTED, sum(_FIGURE if new[0].isdigit() else 1 for new in self.fact.new))


def foreign_facts(
    told: Document, articles: Sequence[SourceArticle], language: str, taken_out: Collection[str] = ()
) -> list[ForeignFact]:
    """At most three sentences of these articles, all in this language, which is not the clip's; best first.

    `articles`: first published first. Copies are left out, and what has nothing new but what a sentence before it has.
    `taken_out`: digests of passages that are not quoted.
    """
    clip = _read(told)
    near = [replace(one, text=within_reach(one.text)) for one in articles]
    first = one_each([one for one in near if _is_news(one, language)], _MOST_ARTICLES)
    read = (line for article in first for line in _lines(article, language, clip))
    lines = [line for line in read if line.fact.sentence.evidence[0].digest not in taken_out]
    chosen: list[_Line] = []
    said = frozenset[str]()
    for line in sorted(lines, key=lambda one: (-one.counts, one.place)):
        fresh = set(line.fact.new) - said
        of_its_article = sum(one.article == line.article for one in chosen)
        if fresh and of_its_article < _MOST_OF_ONE and len(chosen) < _MOST:
            chosen.append(line)
            said |= fresh
    return [line.fact for line in chosen] or _first_of(first, lines, clip)


def _is_news(article: SourceArticle, language: str) -> bool:
    """Whether a report tells it: no view, no live page, no offer."""
    if kind_of(article.title, article.section, article.url) != "news":
        return False
    first = next((span.of(article.text) for span in sentences(article.text)), "")
    return kind_of_lead(outside_quotes(first), language) == "news"


def _first_of(articles: Sequence[SourceArticle], lines: Sequence[_Line], clip: _Clip) -> list[ForeignFact]:
    """The first sentence of the first article that is no copy or translation of a report which the clip has."""
    own = {article.id for article in articles if article.report not in clip.reports}
    return next(([line.fact] for line in lines if line.article in own and line.place == 0), [])


def _read(told: Document) -> _Clip:
    text = "\n".join(texts(told, TEXT | {Place.HEADLINE, Place.HEADING}))
    read = quantities(text) if is_english(told.language) else [
        one for line in text.splitlines() for one in whole_numbers(line, told.language)
    ]  # fmt: skip
    plain = _plain(text)
    return _Clip(
        frozenset(_figures(text)),
        tuple((one.low, one.high) for one in read if one.high < float("inf") and one.low > 0),
        frozenset(plain.split()),
        bool(_LATIN.search(plain)),
        frozenset(source.report for source in told.sources),
    )


def _lines(article: SourceArticle, language: str, clip: _Clip) -> Iterator[_Line]:
    names = _names(article, language)
    for one in whole_sentences(article, language):
        (there,) = one.sentence.evidence
        paragraph = article.text[article.text.rfind("\n", 0, there.start) + 1 :]
        if _CONTACT.search(one.sentence.text) or is_correction_note(paragraph):
            continue
        here = [name.text for name in names if there.start <= name.start and name.end <= there.end]
        new = [figure for figure in _figures(one.sentence.text) if not clip.tells(figure)]
        new += [name for name in here if clip.latin and not clip.names(name)]
        yield _Line(ForeignFact(one.sentence, tuple(dict.fromkeys(new))), article.id, one.place)


def _names(article: SourceArticle, language: str) -> list[Name]:
    """Those of several words, in Latin letters: one of one word may be another in each language ("Germany")."""
    whole = [one for one in find_names(article.text, language) if len(one.text.split()) >= _WORDS_OF_A_NAME]
    publisher = _plain(article.publisher)
    return [one for one in whole if _LATIN.search(_plain(one.text)) and _plain(one.text) != publisher]


def _figures(text: str) -> list[str]:
    """The numbers of two digits and more as "1200" and "6.4", however a language parts their digits; no years."""
    found = (_digits(one) for one in _NUMBER.findall(text))
    return [one for one in found if len(one) > 1 and not _YEAR.fullmatch(one)]


def _digits(number: str) -> str:
    plain = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in number)
    return _GROUPS.sub("", plain).replace(",", ".").replace(":", ".")


def _alike(one: str, other: str) -> bool:
    """Whether two words may be one name: "Genève" and "Geneva"."""
    least = max(_LIKE, min(len(one), len(other)) - _ENDING)
    return one == other or (one[:least] == other[:least] and min(len(one), len(other)) >= least)


def _plain(text: str) -> str:
    """In small letters without accents, words parted by blanks."""
    parted = unicodedata.normalize("NFKD", text.lower())
    bare = "".join(sign for sign in parted if not unicodedata.combining(sign))
    return " ".join(re.findall(r"\w+", bare))
