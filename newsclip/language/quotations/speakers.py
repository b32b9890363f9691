"""Who says a quotation: the mention beside it, and the rule that found it.

Only rules that were right often enough on PolNeAR (Newell et al. 2018) are here: the subject of a speech verb right
after (.99) or before (.99) the quotation, and the quotation that goes on behind its own frame (.97). Rules that were
not (the first name of the sentence .61, the paragraph before .39) are left out: no speaker rather than a wrong one.
"""

import re
from dataclasses import dataclass

from newsclip.kernel.spans import Span
from newsclip.language.quotations import grammar
from newsclip.language.quotations.marks import Quoted
from newsclip.language.word_lists import (
    FRAME_ENDS,
    FUNCTION_WORDS,
    MONTHS,
    NO_SUBJECT_ENDS,
    NO_SUBJECT_STARTS,
    SAYS_TO_SOMEBODY,
    SPEECH_NOUNS,
    SURELY_SAYS,
    WEEKDAYS,
)

_WINDOW = 260  # characters: a long frame sentence behind a quotation
_OPENING = re.compile(r"[“\"„«]")
_FRAME = 160  # characters between two quotations that one frame can join
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!Mr)(?<!Ms)(?<!Dr)(?<!Mrs)(?<!Sen)(?<!Rep)(?<!Gov)[.!?](?=\s|$)")
_TAIL = 90  # characters between the verb and the quotation
_PASSIVE = re.compile(r"\b(?:is|was|are|were|been|being)\s+(?:[a-z]+ly\s+)?$")
_GOES_BACK = re.compile(r"(?:\b(?:to|and|or|has|have|had)|,)\s+(?:[a-z]+ly\s+)?$")
_SAYS_INSIDE = frozenset({"said", "says", "told", "tells"})  # "the source said Ada": two clauses
_SAYING = re.compile(r"[,:]?\s*(?:that\b.*)?$", re.DOTALL)
_GOVERNED = re.compile(r"\b(?:from|of|at|for|with|by)\s+$")  # "Ada Quist from the port said": not the port
# a question may end its sentence, too: “Who pays?” Traders said the toll was high.
_ENDS_FRAME = re.compile(rf"\s*(?:[.,;:?!—–“\"]|$|(?:{FRAME_ENDS})\b)")
_ENDS_IN_MARK = ",?!.—–-…”’'"


@dataclass(frozen=True, slots=True)
class Mention:
    """The words that name the speaker, and how they were found."""

    span: Span
    rule: str

    @property
    def behind_verb(self) -> bool:
        return self.rule in {"verb first", "according after", "according before"}


def mention(text: str, quote: Quoted, paragraph: Span, sentence_start: int) -> Mention | None:
    """The mention that stands beside the quotation in its own paragraph, or None."""
    return _after(text, quote, paragraph) or _before(text, quote, paragraph, sentence_start)


def goes_on(text: str, before: Quoted, quote: Quoted, paragraph: Span, speaker: int | None) -> bool:
    """Whether only the frame of the quotation before stands between: “We go,” she said. “At once.”

    `speaker`: where that frame names the speaker.
    """
    if before.outer.start < paragraph.start:
        return False
    between = text[before.outer.end : quote.outer.start].strip()
    ends = [end.end() for end in _SENTENCE_END.finditer(between)]
    if len(between) > _FRAME or is_title(quote.span.of(text)):
        return False
    framed = speaker is not None and before.outer.end <= speaker < quote.outer.start
    if between and not framed and _ends_sentence(text, before):
        return False
    return not ends or ends == [len(between)]


def _ends_sentence(text: str, quote: Quoted) -> bool:
    """Whether the quotation ends its sentence, so that what follows is another: “We go.” Ada Quist said later that …"""
    return quote.span.of(text)[-1:] == "." and text[quote.outer.end : quote.outer.end + 1] not in {",", "-", "—", "–"}


def _begins_anew(text: str, quote: Quoted, window: str, found: re.Match[str]) -> bool:
    """Whether the capital subject behind the quotation begins a sentence of its own."""
    if not found.group("subject")[0].isupper():
        return False
    asks = quote.span.of(text)[-1:] in {"?", "!"}
    return _ends_sentence(text, quote) or (asks and not _ENDS_FRAME.match(window, found.end("verb")))


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
        if found and rule == "verb first" and found.group("verb") in SAYS_TO_SOMEBODY:
            continue
        if found and rule == "subject first" and _begins_anew(text, quote, window, found):
            continue
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
    if before.rstrip()[-1:] not in {",", ":"} and is_title(quote.span.of(text)):
        return None
    for verb in reversed(list(grammar.VERB_WORD.finditer(before))):
        if len(before) - verb.end() > _TAIL:
            break
        found = _subject_of(before, verb)
        if found:
            return _mention(start, found, "before")
        if verb.group() in SURELY_SAYS and not _GOES_BACK.search(before[: verb.start()]):
            return None
    according = grammar.ACCORDING_BEFORE.search(before)
    if according:
        return _mention(start, according, "according before")
    colon = grammar.COLON.match(text[paragraph.start : quote.outer.start])
    return _mention(paragraph.start, colon, "colon") if colon else None


def _subject_of(before: str, verb: re.Match[str]) -> re.Match[str] | None:
    """The subject right before the verb. A joined verb or one in -ing may be anybody's: .77 right, so not tried."""
    lead = before[: verb.start()]
    if verb.group().endswith("ing") or grammar.PASSIVE.match(before, verb.start()):
        return None
    if verb.group() in SAYS_TO_SOMEBODY and _PASSIVE.search(lead):
        return None
    if grammar.JOINED.search(lead):
        return grammar.APPOSED.match(lead)
    if verb.group() in SPEECH_NOUNS and not _SAYING.match(before, verb.end()):
        return None
    subject = grammar.SUBJECT_BEFORE_VERB.search(lead)
    if subject and _GOVERNED.search(lead[: subject.start("subject")]):
        return None
    if subject and _may_speak(subject.group("subject")) and not _is_clause(subject.group("subject")):
        return subject
    return None


def _is_clause(subject: str) -> bool:
    """Whether the phrase runs from a preposition or into a conjunction, so that its noun is another's."""
    words = subject.lower().split()
    return len(words) > 1 and (words[0] in NO_SUBJECT_STARTS or words[-1] in NO_SUBJECT_ENDS)


def is_title(words: str) -> bool:
    """Whether the quotation is what a film, a song or a show is called: all its longer words are capitalised."""
    longer = [word for word in re.findall(r"[^\W\d_][\w’'-]*", words) if len(word) > 3]
    return (
        len(words.split()) < 8 and bool(longer) and all(word[0].isupper() for word in longer) and words[-1] not in ",!?"
    )


def _may_speak(subject: str) -> bool:
    clause = grammar.RELATIVE.match(subject)
    words = subject.strip(" ,.:;").split()
    if not words or (clause and not grammar.SUBJECT_START.match(subject, clause.end())):
        return False
    if grammar.IS_PRONOUN.fullmatch(subject.strip()):
        return True
    if words[-1].endswith(("’s", "'s")) or grammar.PRONOUN_INSIDE.search(subject):
        return False
    if any(word in _SAYS_INSIDE for word in words):
        return False
    return not (len(words) == 1 and words[0].lower() in FUNCTION_WORDS | WEEKDAYS | MONTHS) and not (
        words[-1].endswith("ly") and words[-1].islower()
    )


def _mention(offset: int, found: re.Match[str], rule: str) -> Mention:
    start, end = found.span("subject")
    words = found.group("subject")
    clause = grammar.RELATIVE.match(words)  # "a system which Ada": the clause has a subject of its own
    kept = words.rstrip(" ,.:;")
    return Mention(
        Span(offset + start + (clause.end() if clause else 0), offset + end - (len(words) - len(kept))), rule
    )
