"""The English pack's words of clips as patterns, compiled once. Stories in other languages are written by them, too."""

import re
from dataclasses import dataclass
from functools import cache

from newsclip.language.pack import english
from newsclip.language.pattern_parts import any_of, ignoring_case
from newsclip.language.writer_tables import ClipWords


@dataclass(frozen=True, slots=True)
class ClipPatterns:
    """What `ClipWords` says."""

    label: re.Pattern[str]
    tail: re.Pattern[str]
    bait: re.Pattern[str]
    bait_opener: re.Pattern[str]
    soft_lead: re.Pattern[str]
    turns_to_news: re.Pattern[str]
    to_come: re.Pattern[str]
    of_site: re.Pattern[str]
    weak_figure: re.Pattern[str]
    vague_speaker: re.Pattern[str]
    goes_on: re.Pattern[str]
    may_be_empty: re.Pattern[str]
    courtesy: re.Pattern[str]
    said_behind: re.Pattern[str]
    of_another: re.Pattern[str]
    named_by_day: re.Pattern[str]


@cache
def clip_patterns() -> ClipPatterns:
    words = english(ClipWords)
    return ClipPatterns(
        label=ignoring_case(
            rf"^(?:(?:{any_of(words.labels)})(?:\s*[:|–—\-]\s+| \d{{1,2}}-)|\[[^\]]{{1,20}}\]\s*)+"  # "UPDATE 2-Ferry"
        ),
        tail=ignoring_case(
            r"\s{1,9}(?:[|•·»]|[–—\-])\s{1,9}([^|•·»–—]{2,40})$"
            rf"|\s{{0,9}}[\[(](?:{any_of(words.media)})[\])]$"
        ),
        bait=ignoring_case(rf"^(?:{any_of(words.bait_openers)})\b|\b(?:{any_of(words.bait)})\b|…$|\.\.\.$"),
        bait_opener=ignoring_case(rf"^(?:{any_of(words.bait_openers)})\b"),
        soft_lead=ignoring_case(rf"^(?:{any_of(words.soft_leads)})(?!\w)|\b(?:{any_of(words.habits)})\b"),
        turns_to_news=ignoring_case(rf"^(?:{any_of(words.turns_to_news)})\b"),
        to_come=ignoring_case(rf"\b(?:{any_of(words.to_come)})\b"),
        of_site=re.compile(rf"\b(?:{any_of(words.of_site)})$"),
        weak_figure=ignoring_case(rf"\b(?:{any_of(words.weak_figures)})\b"),
        vague_speaker=ignoring_case(
            rf"^(?:(?:{any_of(words.vague_speakers)})\b|(?:{any_of(words.ranks)})$|[A-Z]-[A-Z]+$)"
        ),
        may_be_empty=ignoring_case(rf"^(?:{any_of(words.may_be_empty)})\b"),
        courtesy=ignoring_case(rf"\b(?:{any_of(words.courtesies)})\b|^you said\b"),
        goes_on=ignoring_case(rf"^(?:{any_of(words.goes_on)})\b"),
        said_behind=re.compile(rf",[”\"]? (?:{any_of(words.said_behind)})\b[^,“”\"]{{0,60}}[.]?$"),
        of_another=ignoring_case(
            rf"\b(?:{any_of(words.of_another)})\b[^,;:]*$|^After\b[^,]*$"
            rf"|\b(?:{any_of(words.leads_to_event)})(?: [\w’'-]+){{0,4}} (?:{any_of(words.events)}) (?:on|of|in) $"
        ),
        named_by_day=re.compile(rf"\s(?:{any_of(words.named_by_day)})\b"),
    )
