"""What a story's articles say, line by line: each a sentence fit to be published, with the passage it stands in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsclip.evidence.article_language import is_foreign, language_of_article
from newsclip.evidence.article_length import within_reach
from newsclip.evidence.document import Sentence, SourceArticle
from newsclip.evidence.edits import Edit
from newsclip.evidence.edits import read as read_edits
from newsclip.evidence.origin import Origin, origin_of
from newsclip.kernel.spans import Passage, Span, digest_of
from newsclip.language import persons
from newsclip.language.content_words import content_stems, same_fact
from newsclip.language.names import Name, find_names
from newsclip.language.pos_tagger import TAGGED_LANGUAGES
from newsclip.language.quotation_marks import closed, in_quotation, is_whole_quotation
from newsclip.language.quotations import FoundQuote, find_quotes
from newsclip.language.subheadings import subheadings
from newsclip.language.tokens import sentences
from newsclip.language.unspaced import count_words
from newsclip.language.withdrawn_words import Withdrawn, takes_back, withdrawn_words
from newsclip.writing import captions, cleaning, pronouns
from newsclip.writing.another_script import is_of_another_script
from newsclip.writing.clip_patterns import clip_patterns
from newsclip.writing.judgements import is_view
from newsclip.writing.page_kinds import Kind, kind_of, kind_of_lead
from newsclip.writing.ports import Judge
from newsclip.writing.select_articles import one_each
from newsclip.writing.sentence_patterns import tells_voices
from newsclip.writing.sentence_units import (
    BLANKED,
    is_saying,
    is_sound,
    missing_mark,
    only_quotes,
    own_words,
    speaks_on,
    untitled_units,
    within,
)

# These two bound the work. 35 lines: F1 -.004 on 20 stories, 140: nothing (docs/why/writer.md)
_MOST_LINES = 70
_MOST_ARTICLES = 30
_MOST_OF_ONE = 2  # whole quotations in a row behind the words that say whose they are
_NEXT = 300  # characters behind a quotation
_MARKS = "”’\"' "
_DATED_LINES = 8  # captions and the page's own lines may stand before the dateline
_SPOKEN = re.compile(r"[-–—] ?\w")  # a dash before what somebody says: "– Det går bra."


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of one article. `told` follows the line before it; `alone` stands by itself, None if it cannot.

    `apart`: it may even stand among what other articles tell, as no "he" in it is somebody named before. A `caption`
    shows what the article is about, and is not told.
    """

    article: int
    place: int
    paragraph: int
    span: Span
    told: Sentence
    alone: Sentence | None
    stems: frozenset[str]
    apart: bool = True
    caption: bool = False

    @property
    def key(self) -> tuple[int, int]:
        return (self.article, self.place)

    @property
    def size(self) -> int:
        return count_words(self.told.text)


@dataclass(frozen=True, slots=True)
class Reading:
    """One article, read: its publishable lines in order, and what of it they do not tell.

    `withdrawn`: what its own note of a correction takes back.
    """

    article: SourceArticle
    lines: tuple[Line, ...]
    names: tuple[Name, ...]
    quotes: tuple[FoundQuote, ...]
    kind: Kind = "news"
    language: str = ""
    subheadings: tuple[Span, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()


@dataclass(frozen=True, slots=True)
class _Page:
    """An article that is being read: its number among the story's, its language, and its origin for the judge.

    `captioned`: a full stop that stands apart from its sentence is behind a caption. `people`: words of names that may
    be a person's.
    """

    number: int
    article: SourceArticle
    language: str
    origin: Origin
    judge: Judge
    captioned: bool
    people: frozenset[str]


def read(articles: Sequence[SourceArticle], language: str, judge: Judge) -> list[Reading]:
    """The readings of the first 30 reports, in the given order; copies of one telling are read once.

    Each is read in its own language; `language` is the story's, for those that tell none.
    """
    told = one_each(articles, _MOST_ARTICLES)
    return [
        _read(place, article, language_of_article(article) or language, judge) for place, article in enumerate(told)
    ]


def passage(article: SourceArticle, span: Span, *, title: bool = False) -> Passage:
    """The passage of these words of the article."""
    words_there = span.of(article.title if title else article.text)
    digest = digest_of(words_there)
    return Passage(article.id, article.revision, span.start, span.end, digest, "title" if title else "text")


def _read(index: int, whole: SourceArticle, language: str, judge: Judge) -> Reading:
    article = replace(whole, text=within_reach(whole.text))
    names = tuple(find_names(article.text, language))
    quotes = tuple(q for q in find_quotes(article.text, language) if is_sound(article.text, q))
    told = untitled_units(article.text, quotes, article.title, language)[:_MOST_LINES]
    stands_for = pronouns.antecedents(article.text, told, names)
    captioned = captions.sets_some_marks_apart(article.text)
    people = persons.words_of_people(names, article.text)
    page = _Page(index, article, language, origin_of([whole]), judge, captioned, people)
    withdrawn = withdrawn_words(article.text, language)
    lines: list[Line] = []
    for place, span in enumerate(told):
        mark = missing_mark(article.text, span, quotes)
        if mark is None or in_quotation(article.text, span.start, span.end):
            continue  # somebody's words, without the marks
        if takes_back(withdrawn, span.of(article.text), language):
            continue
        if only_quotes(article.text, span, quotes):
            line = _speaking_on(page, place, span, mark, quotes, lines)
        else:
            line = _line(page, place, span, stands_for.get(place), mark)
        if line and not any(same_fact(line.stems, other.stems) and _nearly(line, other) for other in lines):
            lines.append(line)
    kind = kind_of(article.title, article.section, article.url)
    if kind == "news" and told:
        kind = kind_of_lead(own_words(article.text, told[0], quotes), language)
        kind = "opinion" if is_view([span.of(article.text) for span in told], language) else kind
    own = tuple(subheadings(article.text, language))
    return Reading(article, tuple(lines), names, quotes, kind, language, own, withdrawn)


def _nearly(a: Line, b: Line) -> bool:
    """A caption that repeats a sentence, told by nearly all of its words."""
    return a.caption >= b.caption and len(a.stems & b.stems) / min(len(a.stems), len(b.stems)) >= 0.8


def _speaking_on(
    page: _Page, place: int, span: Span, mark: str, quotes: Sequence[FoundQuote], lines: Sequence[Line]
) -> Line | None:
    """A whole quotation right behind words of the same speaker, who is named with the first of them.

    It stands behind these alone. `mark`: what its publisher closes only later. None where a sentence behind it may say
    that another spoke.
    """
    text, language = page.article.text, page.language
    here, last = within(span, quotes), lines[-1] if lines else None
    said = _one_space(span.of(text)) + mark
    if last is None or last.place != place - 1 or last.caption or language[:2] not in TAGGED_LANGUAGES:
        return None
    if len(here) != 1 or not is_whole_quotation(said) or not closed(said) or not cleaning.ends(said):
        return None
    going_on = [is_whole_quotation(line.told.text) for line in lines[-_MOST_OF_ONE:]]
    many = len(going_on) == _MOST_OF_ONE and all(going_on)
    if many or not _leads(text, last.span, here[0], quotes) or _turns_back(text, span.end, language):
        return None
    told = Sentence(said, (passage(page.article, span),))
    paragraph = text.count("\n", 0, span.start)
    return Line(page.number, place, paragraph, span, told, None, content_stems(said, language), apart=False)


def _leads(text: str, last: Span, quote: FoundQuote, quotes: Sequence[FoundQuote]) -> bool:
    """Whether the unit before holds one whole saying, no question, and this quotation goes on from it."""
    before = within(last, quotes)
    if len(before) != 1 or not is_saying(text, last, before[0]):
        return False
    return speaks_on(quote, before[0]) and not before[0].text.rstrip(_MARKS).endswith("?")


def _turns_back(text: str, end: int, language: str) -> bool:
    """Whether the sentence behind speaks of these words, perhaps of who spoke them: "That was how Quist answered"."""
    behind = text[end : end + _NEXT].lstrip()
    if behind[:1] in ("“", '"'):
        return False
    return any(cleaning.leans(one.of(behind), language) for one in sentences(behind)[:1])


def _line(page: _Page, place: int, span: Span, name: pronouns.Antecedent | None, mark: str = "") -> Line | None:
    article, language = page.article, page.language
    raw = span.of(article.text).rstrip() + mark
    if BLANKED in raw or captions.is_beside_text(article.text, article.title, span) or is_foreign(article, span):
        return None
    if tells_voices(page.language) and captions.is_about_its_author(raw, article.text):
        return None
    text, edits = trimmed(raw, page.origin, page.judge, dated=place < _DATED_LINES)
    if cleaning.unfit(text, language) or _continues(article, span) or is_of_another_script(text, article.text):
        return None
    told = Sentence(_one_space(text), (passage(article, span),), tuple(map(str, edits)))
    paragraph = article.text.count("\n", 0, span.start)
    alone = _first_alone(told, page) if not place else _alone(told, page, name)
    fact = clip_patterns().said_behind.sub("", _one_space(text)) if language[:2] in TAGGED_LANGUAGES else text
    apart = alone is not None and not (place and pronouns.hangs(alone.text))
    caption = page.captioned and captions.has_mark_apart(raw)
    return Line(page.number, place, paragraph, span, told, alone, content_stems(fact, language), apart, caption)


def trimmed(raw: str, origin: Origin, judge: Judge, *, dated: bool) -> tuple[str, tuple[Edit, ...]]:
    """The sentence without its dateline and what the page put into it, as far as that may be left out.

    Below an article's first lines (`dated`) a place counts as one only with an agency: there a second report begins. A
    live page sets the time before each line.
    """
    whole = _one_space(raw)
    text, button = cleaning.without_button(whole) if dated else (whole, None)
    cut, dateline = cleaning.without_dateline(text)
    anywhere = dateline is not None and ("(" in dateline.old or dateline.old[0].isdigit())
    text, dateline = (cut, dateline) if dated or anywhere else (text, None)
    text, asides = cleaning.without_asides(text)
    edits = (*(edit for edit in (button, dateline) if edit), *asides)
    return (whole, ()) if judge.edits_fault(edits, [whole], origin) else (text, edits)


def _continues(article: SourceArticle, span: Span) -> bool:
    """Whether the page broke a sentence in two and this is its second half. The title above the text is whole."""
    before = article.text[: span.start].rstrip(" ")
    if span.of(article.text)[:1].islower():
        return True
    if not before.endswith("\n") or before.endswith("\n\n"):
        return False
    line = before.rstrip().rpartition("\n")[2]
    whole = cleaning.ends(line) or line.endswith((":", "?")) or line == article.title.strip()
    return len(line.split()) > 8 and not whole


def _first_alone(told: Sentence, page: _Page) -> Sentence | None:
    """Below a first line that somebody unnamed says, his name comes too late."""
    known = page.language[:2] in TAGGED_LANGUAGES
    unnamed = known and cleaning.is_said_by_unnamed(told.text) and pronouns.hangs(told.text, page.people)
    return None if unnamed or cleaning.leans_though_first(told.text, page.language) else told


def _alone(told: Sentence, page: _Page, name: pronouns.Antecedent | None) -> Sentence | None:
    """The sentence as it can stand without the one before it."""
    article, language, origin = page.article, page.language, page.origin
    text, connective = cleaning.without_connective(told.text, language)
    text, also = cleaning.without_also(text)
    tied = [edit for edit in (connective, also) if edit]
    if page.judge.edits_fault(
        [*read_edits(told.edits), *tied], [_one_space(told.evidence[0].span.of(article.text))], origin
    ):
        text, tied = told.text, []
    edits = (*told.edits, *map(str, tied))
    if cleaning.is_quotation(text) or (language[:2] not in TAGGED_LANGUAGES and _SPOKEN.match(text)):
        return None  # what it is about, or who speaks, stands before it
    if not cleaning.leans(text, language) and not _follows(text, page):
        return Sentence(text, told.evidence, edits)
    if name is None:
        return None
    named, edit = pronouns.named(text, name.words, article.text)
    if edit is None or cleaning.leans(named, language):
        return None
    evidence, put_in = (*told.evidence, passage(article, name.span)), (*edits, str(Edit(edit.old, edit.new)))
    texts = [_one_space(p.span.of(article.text)) for p in evidence]
    return None if page.judge.edits_fault(read_edits(put_in), texts, origin) else Sentence(named, evidence, put_in)


def _follows(text: str, page: _Page) -> bool:
    """Whether whom its pronoun means can only stand before it."""
    known = page.language[:2] in TAGGED_LANGUAGES
    return known and (pronouns.follows(text) or pronouns.speaks_of_others(text, page.people))


def _one_space(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
