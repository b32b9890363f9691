"""Days: each is one that the passages name, or can be counted from the day of publication."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from newsclip.evidence.tokens import calendar_words, tokens
from newsclip.evidence.verifier.hard_guards.readings import TELLING, VERBS, Compared, Read
from newsclip.evidence.verifier.proofs.canonical_forms import canonical
from newsclip.kernel.reasons import Reason
from newsclip.language.days import days
from newsclip.language.pattern_parts import any_of

_BEFORE_NOUN = ("amod", "compound", "nmod")

type Interval = tuple[date, date]


def fault(compared: Compared) -> Reason | None:
    """The first day that no passage has."""
    strange = _calendar_word(compared) or _other_day(compared) or _other_pair(compared) or _other_part(compared)
    return Reason("date_not_said", {"said": strange}) if strange else None


def known_days(compared: Compared) -> Iterator[tuple[int, int]]:
    """Where the sentence names days that the passages name, too: the day of publication by its weekday alone."""
    held_words = {word for one in compared.held for word in _weekdays(one, compared)}
    for published in _published(compared):
        held = _intervals(compared.texts, published, compared.language)
        for day in days(compared.text, published, compared.language):
            today = day.first == day.last == published and published.strftime("%A").lower() in held_words
            if today or any(day.first <= first and last <= day.last for first, last in held):
                yield day.start, day.end


def _weekdays(one: Read, compared: Compared) -> Iterator[str]:
    """The words that may name a day by themselves: not in "a Wednesday in May", "last Wednesday", "Wednesday Club".

    None where the sentence has no word of these: it tells of something else.
    """
    telling = (i for i, token in enumerate(one.tokens) if token.pos in TELLING - {"PROPN"})
    if all(one.stems[i] not in compared.said.stems for i in telling):
        return
    for place, token in enumerate(one.tokens):
        inside = token.label in _BEFORE_NOUN  # of "the Wednesday market"; "Wednesday night" is of the day
        named = inside and one.tokens[token.head].pos == "PROPN" and not _is_calendar(one, token.head, compared)
        whole = (place, token.head) if inside else (place,)
        told = any(one.parse.has(i, "det") for i in whole)
        near = any(one.low[i] in compared.guarded.nearest for i in one.parse.children(place, "amod"))
        if not (named or told or near):
            yield one.low[place]


def _is_calendar(one: Read, place: int, compared: Compared) -> bool:
    return canonical(one.low[place], compared.words) in calendar_words(compared.language)


def _published(compared: Compared) -> list[date]:
    return list(dict.fromkeys(moment.date() for moment in compared.published))


def _intervals(texts: Iterable[str], published: date, language: str) -> list[Interval]:
    return [(day.first, day.last) for text in texts for day in days(text, published, language)]


def _calendar_word(compared: Compared) -> str:
    """A weekday, month or "yesterday" that no passage has, and that is not of the days around publication."""
    held = {part for text in compared.texts for word in tokens(text) for part in (word, *word.split("-"))}
    held |= {word for day in compared.published for word in (day.strftime("%B").lower(), day.strftime("%A").lower())}
    short = {word[:3] for word in held}
    known = calendar_words(compared.language)
    verbs = {token.word.lower() for token in compared.said.tokens if token.pos in VERBS}  # "what it may cost"
    ours = [canonical(word, compared.words) for word in tokens(compared.text) if word not in verbs]
    return next((w for w in ours if w in known and w not in held and w[:3] not in short), "")


def _other_day(compared: Compared) -> str:
    """A day, week or month that has no day with one of the passages' in common, by any of the articles' own days."""
    strange = ""
    for published in _published(compared):
        held = _intervals(compared.texts, published, compared.language)
        ours = days(compared.text, published, compared.language) if held else []
        strange = next(
            (
                compared.text[day.start : day.end]
                for day in ours
                if not any(day.first <= last and first <= day.last for first, last in held)
                and not _has_words(compared, compared.text[day.start : day.end])
            ),
            "",
        )
        if not strange:
            return ""
    return strange


def _has_words(compared: Compared, day: str) -> bool:
    """Whether a passage names the day in these words, and without another year."""
    same = re.compile(rf"\b{re.escape(day.rstrip('.'))}\b(?!,? \d{{4}}\b)")
    return any(same.search(text) for text in compared.texts)


def _other_pair(compared: Compared) -> str:
    """ "Last month" for "last week", "May 2012" for "May 2013": the first word is theirs, the second is not."""
    for pattern in _pairs(compared.guarded.nearest, compared.guarded.spans, calendar_words(compared.language)):
        held = {pair for text in compared.texts for pair in pattern.findall(text.lower())}
        firsts = {first for first, _ in held}
        for pair in pattern.findall(compared.text.lower()):
            if pair not in held and pair[0] in firsts:
                return " ".join(pair)
    return ""


def _other_part(compared: Compared) -> str:
    """ "Early December" for "mid-December"."""
    pattern = _parts(compared.qualifiers.parts_of_time, compared.guarded.spans | calendar_words(compared.language))
    held = {pair for text in compared.texts for pair in pattern.findall(text.lower())}
    for part, whole in pattern.findall(compared.text.lower()):
        if (part, whole) not in held and any(other == whole for _, other in held):
            return f"{part} {whole}"
    return ""


@cache
def _parts(parts: frozenset[str], wholes: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b({any_of(parts)})[ -]({any_of(wholes)})\b")


@cache
def _pairs(
    nearest: frozenset[str], spans: frozenset[str], calendar: frozenset[str]
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf"\b({any_of(nearest)}) ({any_of(spans | calendar)})\b"),
        re.compile(rf"\b({any_of(calendar)})(?: \d{{1,2}},?)?,? (\d{{4}})\b"),
    )
