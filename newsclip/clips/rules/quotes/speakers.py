"""Who says a quotation: the mention beside it, and the rule that found it.

Measured on PolNeAR (Newell et al. 2018), a rule's share of right mentions decides whether a speaker is printed:
RELIABLE names the rules that are right often enough. The others are not tried at all: no speaker rather than a wrong one.
"""

import re
from dataclasses import dataclass

from newsclip.clips.rules.quotes import grammar
from newsclip.clips.rules.quotes.marks import Quoted
from newsclip.clips.rules.words import FUNCTION_WORDS, MONTHS, WEEKDAYS
from newsclip.kernel.spans import Span

_WINDOW = 260
_OPENING = re.compile(r"[“\"„«]")
_ENDS_IN_MARK = ",?!.—–-…”’'"


@dataclass(frozen=True, slots=True)
class Mention:
    """The words that name the speaker, and how they were found."""

    span: Span
    rule: str


def mention(text: str, quote: Quoted, paragraph: Span, sentence_start: int) -> Mention | None:
    """The mention that stands beside the quotation in its own paragraph, or None."""
    return _after(text, quote, paragraph) or _before(text, quote, paragraph, sentence_start)


def _after(text: str, quote: Quoted, paragraph: Span) -> Mention | None:
    if not quote.closed:
        return None
    at = quote.outer.end
    window = text[at : min(paragraph.end, at + _WINDOW)]
    dash = grammar.DASH.match(text[at : at + 120])
    if dash and " " in dash.group("subject"):
        return _mention(at, dash, "dash")
    following = _OPENING.search(window, 1)
    window = window[: following.start()] if following else window
    if not _may_end_in_frame(text, quote):
        return None
    for rule, pattern in (
        ("subject first", grammar.SUBJECT_FIRST),
        ("verb first", grammar.VERB_FIRST),
        ("according after", grammar.ACCORDING_AFTER),
    ):
        found = pattern.match(window)
        if found and _may_speak(found.group("subject")):
            return _mention(at, found, rule)
    return None


def _may_end_in_frame(text: str, quote: Quoted) -> bool:
    """Whether the quotation ends as one does before its frame: with a mark inside (“We go,” she said) or after it."""
    inside = text[quote.outer.start : quote.outer.end - 1].rstrip()[-1:]
    return inside in _ENDS_IN_MARK or text[quote.outer.end : quote.outer.end + 1] in {",", "-", "—", "–"}


def _before(text: str, quote: Quoted, paragraph: Span, sentence_start: int) -> Mention | None:
    start = max(sentence_start, quote.outer.start - 2 * _WINDOW)
    before = text[start : quote.outer.start]
    best = None
    for verb in grammar.VERB_WORD.finditer(before):
        subject = _last(grammar.SUBJECT_BEFORE_VERB, before[: verb.start()])
        if subject and _may_speak(subject.group("subject")):
            best = subject
    if best:
        return _mention(start, best, "before")
    according = grammar.ACCORDING_BEFORE.search(before)
    if according:
        return _mention(start, according, "according before")
    colon = grammar.COLON.match(text[paragraph.start : quote.outer.start])
    return _mention(paragraph.start, colon, "colon") if colon else None


def _last(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    return pattern.search(words)


def _may_speak(subject: str) -> bool:
    words = subject.strip(" ,.:;").split()
    if not words:
        return False
    if grammar.IS_PRONOUN.fullmatch(subject.strip()):
        return True
    return not (len(words) == 1 and words[0].lower() in FUNCTION_WORDS | WEEKDAYS | MONTHS)


def _mention(offset: int, found: re.Match[str], rule: str) -> Mention:
    start, end = found.span("subject")
    words = found.group("subject")
    kept = words.rstrip(" ,.:;")
    return Mention(Span(offset + start, offset + end - (len(words) - len(kept))), rule)
