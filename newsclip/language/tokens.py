"""Sentences, words and the language of a text."""

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from nupunkt import sent_spans

from newsclip.kernel.spans import Span
from newsclip.language import unspaced

_LINE = re.compile(r"[^\n]+")
WORD = re.compile(r"[^\W_]+(?:['’\-.][^\W_]+)*", re.UNICODE)
_STEMMERS = {
    "de": "german", "en": "english", "es": "spanish", "fr": "french", "it": "italian", "nl": "dutch",
    "pt": "portuguese", "da": "danish", "sv": "swedish", "no": "norwegian", "fi": "finnish",
}  # fmt: skip
_ENOUGH_TO_TELL = 20
_LONGEST_WORD = 200  # letters; a stemmer marks each "y" in a copy of the word
_MONTHS = "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_DOT = re.compile(r"\.[”\"»]?\s+(?=[^\W_]|[“„«\"‘])")
# what a dot does not end: "am 17. | März", "des 1. | FC Orlo", "18 juil. | 2031", "bzw. | Holm"
_GOES_ON = re.compile(
    rf"(?:(?<![\d.,])\d{{1,2}}\.\s+(?:{_MONTHS})\b"
    r"|\b(?:[Dd](?:er|en|em|es|as)|[Zz]u[rm]|[Vv]om|[Bb]eim)\s\d{1,2}\.\s+[^\W\d_]+"
    r"|\b(?:janv|févr|avr|juil|sept|oct|nov|déc)\.\s+\d{4}"
    r"|\b(?:bzw|ca|vgl|inkl|zzgl|ggf|evtl|sog|geb|Nr|Mio|Mrd)\.\s+\S+)$"
)
# words that end sentences though they are short: "the reports. | Mr Holm", "Park. | “It rained”", "6. Mai. | Der"
_ENDS = re.compile(
    rf"(?:\b(?!(?:approx|dept|univ|usw|resp|gest|tel|str|núm|pág|art|fig|vol|est|etc|inc|ltd|incl|excl)\.)"
    r"[a-zß-ÿ]{3,}\.[”\"»]?\s+[“„«\"‘]?[A-ZÀ-Þ]\w*"
    r"|\b[A-ZÀ-Þ][a-zß-ÿ]{3,}\.\s+(?:[“„«\"][A-ZÀ-Þ]\w*|The|But|And|That|They|Their|His|Its|This)"
    rf"|\b(?:{_MONTHS})\.\s+[A-ZÀ-Þ]\w*)$"
)
_BEFORE, _BEHIND = 24, re.compile(r"[“„«\"‘]?\w*")
_NO_WORD, _EDGE = re.compile(r"(?<!\S)\S{2000,}+"), 1_000
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


def _bounds(line: str) -> list[tuple[int, int]]:
    """Where the sentences of a line begin and end: nupunkt's, less its errors with ordinals and short words."""
    starts, end = {start for start, _ in sent_spans(_readable(line))} | unspaced.sentence_starts(line), len(line)
    for dot in _DOT.finditer(line):
        behind = _BEHIND.match(line, dot.end())
        around = line[max(0, dot.start() - _BEFORE) : behind.end() if behind else dot.end()]
        if _GOES_ON.search(around):
            starts.discard(dot.end())
        elif _ENDS.search(around):
            starts.add(dot.end())
    return list(pairwise([*sorted(starts), end]))


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
    return str(stemmer.stemWord(word)) if stemmer else word


def language_of(text: str) -> str:
    """The text's ISO 639-1 code, or "" where there is too little text to tell."""
    if told := unspaced.language(text[:2000]):
        return told
    if len(text) < _ENOUGH_TO_TELL:
        return ""
    import py3langid  # noqa: PLC0415 -- with numpy, 20 MB: where articles are read, not where pages are served

    code, _ = py3langid.classify(text[:2000])
    return str(code)
