"""Sentences, words and the language of a text."""

import re
from functools import cache, lru_cache
from itertools import pairwise
from threading import Lock
from typing import Any

from nupunkt import sent_spans

from newsclip.kernel.spans import Span
from newsclip.language import unspaced
from newsclip.language.pack import LanguagePack, codes, pack
from newsclip.language.pack_tables import DayWords
from newsclip.language.pattern_parts import any_of, in_either_case, with_capital

_LINE = re.compile(r"[^\n]+")
WORD = re.compile(r"[^\W_]+(?:['’\-.][^\W_]+)*", re.UNICODE)
_STEMMERS = {
    "de": "german", "en": "english", "es": "spanish", "fr": "french", "it": "italian", "nl": "dutch",
    "pt": "portuguese", "da": "danish", "sv": "swedish", "no": "norwegian", "fi": "finnish",
}  # fmt: skip
_ENOUGH_TO_TELL = 20  # characters; on less the detector guesses
_ONE_STEMS = Lock()  # a stemmer keeps the word that it is at in itself, and the site has many threads
_LONGEST_WORD = 200  # letters; a stemmer marks each "y" in a copy of the word
_DOT = re.compile(r"(?:\.[”\"»]?|[.!?…][“«])\s+(?=[^\W_]|[“„«»\"‘])")
_GLUED = re.compile(r"[a-zß-ÿ]{4}[.!?](?=[A-ZÀ-Þ][a-zß-ÿ]{2})")  # "came.The ferry": a page lost the space
_BEFORE, _BEHIND = 24, re.compile(r"[“„«»\"‘]?\w*")
_NO_WORD, _EDGE = re.compile(r"(?<!\S)\S{2000,}+"), 1_000
_CLOSES = re.compile(r"\s?[)\]](?:[,;]| [a-z])")  # behind "(R-Calif.": no sentence begins with it
_MARK = re.compile(r"[.!?…]")


def paragraphs(text: str) -> list[Span]:
    """The spans of the text's paragraphs; a line is a paragraph."""
    return [Span(*line.span()) for line in _LINE.finditer(text) if not line.group().isspace()]


def sentences(text: str) -> list[Span]:
    """The spans of the text's sentences, without the white space around them. None crosses a line."""
    found = []
    for paragraph in paragraphs(text):
        line = paragraph.of(text)
        for start, end in _bounds(line):
            words = line[start:end]
            lead = len(words) - len(words.lstrip())
            if words.strip():
                first = paragraph.start + start + lead
                found.append(Span(first, first + len(words.strip())))
    return found


def sentence_at(text: str, place: int) -> Span | None:
    """The sentence that has this character; None where it stands between two."""
    return next((span for span in sentences(text) if span.start <= place < span.end), None)


def _bounds(line: str) -> list[tuple[int, int]]:
    """Where the sentences of a line begin and end: nupunkt's, less its errors with ordinals and short words."""
    starts, end = {start for start, _ in sent_spans(_readable(line))} | unspaced.sentence_starts(line), len(line)
    starts |= {glued.end() for glued in _GLUED.finditer(line)}
    starts = {start for start in starts if not _CLOSES.match(line, start)}
    goes_on, ends = dots()
    for dot in _DOT.finditer(line):
        behind = _BEHIND.match(line, dot.end())
        around = line[max(0, dot.start() - _BEFORE) : behind.end() if behind else dot.end()]
        if goes_on.search(around):
            starts.discard(dot.end())
        elif ends.search(around):
            starts.add(dot.end())
    return list(pairwise([*sorted(starts), end]))


@cache
def dots() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a dot does not end ("am 17. | März", "Karl IV. | war", "U.N. | Ambassador"), and what it ends though short.

    "the reports. | Mr Holm", "Park. | “It rained”", "6. Mai. | Der", "Es reicht.“ | Sie". A text of any language is
    read by those of all.
    """
    known = [known for known in map(pack, sorted(codes())) if known.dots]
    words = [one.dots for one in known if one.dots]
    named = any_of(with_capital(name for one in known if _has_ordinals(one) and one.days for name in _full(one.days)))
    ordinals = any_of(in_either_case(one for table in words for one in table.before_ordinals or ()))
    short = [one for table in words for one in table.abbreviations or ()]
    nouns = with_capital(one for table in words for one in table.noun_abbreviations or ())
    perhaps = any_of(one for table in words for one in table.perhaps_abbreviations or ())
    openers = any_of(with_capital(one for table in words for one in table.openers or ()))
    two = any_of(one for table in words for one in table.short_words or ())
    titles = any_of(with_capital(one for code in codes() if (of := pack(code)) and of.names for one in of.names.titles))
    return re.compile(
        rf"(?:(?<![\d.,])\d{{1,2}}\.\s+(?:{named})\b|\b(?:{ordinals})\s\d{{1,2}}\.\s+[^\W\d_]+"
        rf"|\b(?:{any_of(one for table in words for one in table.months or ())})\.\s+\d{{4}}"
        rf"|\b(?:{any_of(short + nouns)})\.\s+\S+"
        rf"|(?<![\w.])(?:[A-Z]\.){{2,9}}\s+(?:[a-zß-ÿ]\w*|{titles})"
        rf"|[a-zß-ÿ] [IVX]{{1,5}}\.\s+[a-zß-ÿ]\w*)$"
    ), re.compile(
        rf"(?:\b(?!(?:{perhaps})\.)(?:[a-zß-ÿ]{{3,}}|(?<![\w.’'])(?:{two}))\.[”\"»]?\s+[“„«\"‘]?[A-ZÀ-Þ]\w*"
        rf"|\b[A-ZÀ-Þ][a-zß-ÿ]{{3,}}\.\s+(?:[“„«\"][A-ZÀ-Þ]\w*|{openers})"
        rf"|\b(?:{named})\.\s+[A-ZÀ-Þ]\w*"
        rf"|[^\W\d_]{{2}}[.!?…][“«]\s+[„»“«]?[A-ZÀ-Þ]\w*)$"
    )


def _has_ordinals(known: LanguagePack) -> bool:
    return bool(known.dots and known.dots.before_ordinals)


def _full(days: DayWords) -> list[str]:
    """The names of months that are no beginning of another."""
    return [name for names in days.months for name in names if not any(o != name and o.startswith(name) for o in names)]


def _readable(line: str) -> str:
    """The line without marks deep within what no space parts: from each, nupunkt reads on to the next space."""
    return _NO_WORD.sub(lambda m: m[0][:_EDGE] + _MARK.sub("-", m[0][_EDGE:-_EDGE]) + m[0][-_EDGE:], line)


def words(text: str) -> list[str]:
    """The words as written; "U.S." loses its last dot, "don't" stays one word. Where no spaces are, see `in_pairs`."""
    found = WORD.findall(text)
    return unspaced.cut(found) if unspaced.is_in(text) else found


def stem(word: str, language: str = "en") -> str:
    """The lower-case stem; the lower-case word itself where the language has no stemmer here or it is too long."""
    return _stem(word.lower(), language[:2]) if len(word) <= _LONGEST_WORD else word.lower()


@cache
def _stemmer(language: str) -> Any:
    import snowballstemmer  # noqa: PLC0415 -- all languages, 5 MB: where words are stemmed, not where pages are served

    name = _STEMMERS.get(language)
    return snowballstemmer.stemmer(name) if name else None


@lru_cache(maxsize=100_000)
def _stem(word: str, language: str) -> str:
    stemmer = _stemmer(language)
    if not stemmer:
        return word
    with _ONE_STEMS:
        return str(stemmer.stemWord(word))


def language_of(text: str) -> str:
    """The text's ISO 639-1 code, or "" where there is too little text to tell."""
    if told := unspaced.language(text[:2000]):
        return told
    if len(text) < _ENOUGH_TO_TELL:
        return ""
    import py3langid  # noqa: PLC0415 -- 75 MB: where articles are read and grouped, not where pages are served

    code, _ = py3langid.classify(text[:2000])
    return str(code)
