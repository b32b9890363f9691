"""What each later article of a story adds: sentences of which nothing published before it tells the like.

A sentence is new where it brings a figure or a name, or several words, that no earlier article has, and no earlier
sentence holds most of its words (sentence-level novelty, as in the TREC novelty track 2002 to 2004, by containment).
One that opens an article or repeats an earlier figure mostly tells again what all tell: only with a figure or a name.
Few and sure: what only might be new is left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from newsclip.evidence.article_language import language_of_article
from newsclip.evidence.document import Sentence, SourceArticle
from newsclip.evidence.origin import origin_of
from newsclip.kernel.spans import Span
from newsclip.language.content_words import content_stems, same_fact
from newsclip.language.pack import english, pack
from newsclip.language.pack_tables import DayWords
from newsclip.language.tokens import sentences, words
from newsclip.language.writer_tables import NoveltyWords
from newsclip.writing import cleaning, pronouns
from newsclip.writing.candidates import passage, trimmed
from newsclip.writing.ports import Judge
from newsclip.writing.select_articles import one_each
from newsclip.writing.unknowns import says_so

_MOST = 3  # sentences of an article: what is new, not all of it
_MOST_ARTICLES, _MOST_SENTENCES = 30, 60  # bounds the work of a page
# the share of its words that an earlier sentence may hold: with a new figure, without, and where it opens an article
_TOLD, _TOLD_WITHOUT, _TOLD_BY_LEAD = 0.5, 0.35, 0.3
_FEWEST_STEMS, _FEWEST_NEW = 5, 3  # a shorter sentence, or one with less that is new, tells nothing
_PLAIN_WORDS, _SHORT, _DATED = 2, 8, 2
_LEAST_NEW = 0.4  # of its stems: most of it may be said to connect it
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Added:
    """What one article of a story was the first to tell, in its own words."""

    article: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    sentence: Sentence
    stems: frozenset[str]
    keys: frozenset[str]
    lead: bool
    language: str


@dataclass(frozen=True, slots=True)
class NoveltyPatterns:
    """What `NoveltyWords` says; `nameless` is asked of a sentence's front. `weekdays`: names that are no news."""

    nameless: re.Pattern[str]
    of_the_page: re.Pattern[str]
    weekdays: frozenset[str]


@cache
def novelty_patterns() -> NoveltyPatterns:
    words = english(NoveltyWords)
    return NoveltyPatterns(
        nameless=re.compile(rf"\W{{0,20}}+(?:{'|'.join(words.nameless)})"),
        of_the_page=re.compile("|".join(words.of_the_page), re.IGNORECASE),
        weekdays=frozenset(names[0] for names in english(DayWords).weekdays),
    )


def added(articles: Sequence[SourceArticle], language: str, judge: Judge) -> list[Added]:
    """For each article after the first, copies left out, at most three sentences that are new; in their order.

    `articles`: first published first; those that add nothing sure are not among the answers. `language`: of the story,
    for articles that tell none.
    """
    found: list[Added] = []
    earlier: list[_Told] = []
    for article in one_each(articles, _MOST_ARTICLES):
        told = list(_told(article, language, judge))
        if earlier and (new := _new(told, earlier)):
            found.append(Added(article.id, tuple(new)))
        earlier.extend(told)
    return found


def _told(article: SourceArticle, language: str, judge: Judge) -> Iterator[_Told]:
    origin, own = origin_of([article]), language_of_article(article) or language
    for place, whole in enumerate(sentences(article.text)[:_MOST_SENTENCES]):
        start = cleaning.before_sentence(article.text, whole.start, article.title, own)
        span = Span(start, whole.end) if whole.of(article.text)[0].isalnum() else whole
        text = span.of(article.text)
        plain, edits = trimmed(text, origin, judge, dated=place < _DATED)
        if _of_another_language(plain, language):
            continue
        yield _Told(
            Sentence(plain, (passage(article, span),), tuple(map(str, edits))),
            content_stems(plain, own),
            _keys(plain),
            place == 0,
            own,
        )


def _new(told: Sequence[_Told], earlier: Sequence[_Told]) -> list[Sentence]:
    known = frozenset(stem for one in earlier for stem in one.stems)
    names = frozenset(key for one in earlier for key in one.keys)
    near = [any(one.stems & known for one in told[max(0, place - 1) : place + 2]) for place in range(len(told))]
    scores = [_score(one, known, names, earlier) if near[place] else 0.0 for place, one in enumerate(told)]
    scored = [(score, place) for place, score in enumerate(scores) if score > 0]
    chosen: list[int] = []
    for _, place in sorted(scored, key=lambda pair: (-round(pair[0], 6), pair[1])):
        if len(chosen) < _MOST and not any(same_fact(told[place].stems, told[other].stems) for other in chosen):
            chosen.append(place)
    return [told[place].sentence for place in sorted(chosen)]


def _of_another_language(text: str, language: str) -> bool:
    """Whether an English story's sentence holds next to none of the words that English sentences hold."""
    found = [word.lower() for word in words(text)]
    own = pack(language)
    plain = own.words.function if own.words and own.novelty else None
    return plain is not None and len(found) > _SHORT and len(plain.intersection(found)) < _PLAIN_WORDS


def _score(one: _Told, known: frozenset[str], names: frozenset[str], earlier: Sequence[_Told]) -> float:
    """How much is new in it; 0 where it is not sure to be new, or not fit to be shown."""
    patterns = novelty_patterns()
    text, stems = one.sentence.text, one.stems
    if (
        len(stems) < _FEWEST_STEMS
        or cleaning.unfit(text, one.language)
        or cleaning.leans(text, one.language)
        or pronouns.hangs(text)
        or patterns.nameless.match(cleaning.outside_quotes(text))
        or patterns.of_the_page.search(text)
        or says_so(text, one.language)
    ):
        return 0.0
    fresh = stems - known
    share = len(fresh) / len(stems)
    keys = one.keys - names
    if len(fresh) < (_FEWEST_NEW - min(len(keys), 2)) or share + 0.15 * len(keys) < _LEAST_NEW:
        return 0.0
    if not keys and (one.lead or any(_retold(one, other) for other in earlier)):
        return 0.0
    figure = any(key[0].isdigit() for key in keys)
    most = _TOLD if figure else _TOLD_BY_LEAD if one.lead else _TOLD_WITHOUT
    held = max((len(stems & other.stems) / len(stems) for other in earlier), default=0.0)
    return 0.0 if held >= most else share + 0.2 * len(keys)


def _retold(one: _Told, other: _Told) -> bool:
    """Whether a figure that is not a common one stands in both: "266,000 jobs", "a tally of 50-50"."""
    return any(len(key) > 1 and key[0].isdigit() and not _YEAR.fullmatch(key) for key in one.keys & other.keys)


def _keys(text: str) -> frozenset[str]:
    """Figures, and words with a capital that do not open the sentence: what a fact hangs on."""
    found = words(cleaning.outside_quotes(text))
    named = (w.lower() for n, w in enumerate(found) if w[0].isdigit() or (n and w[0].isupper() and len(w) > 2))
    return frozenset(named) - novelty_patterns().weekdays
