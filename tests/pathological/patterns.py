"""Every regular expression that a module of the product holds, found by walking the modules."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import newsclip
from newsclip.articles.rules.page_patterns import page_patterns
from newsclip.articles.rules.relative_dates import ago_patterns
from newsclip.evidence.verifier.close import times_of
from newsclip.evidence.verifier.datelines import naming_of
from newsclip.evidence.verifier.day_attachment import attachment_of
from newsclip.evidence.verifier.disagreements.casualties import place_pattern, site_pattern
from newsclip.evidence.verifier.disagreements.counted_people import reader_of
from newsclip.evidence.verifier.glance.answers import patterns_of
from newsclip.evidence.verifier.hearsay import played
from newsclip.language import section_types
from newsclip.language.cues import cues, unspaced_cues
from newsclip.language.nouns import capital_nouns
from newsclip.language.pack import codes
from newsclip.language.tokens import dots
from newsclip.language.whole_numbers import number_reader
from newsclip.stories.rules.headings import dates_of
from newsclip.stories.rules.origins import credit_patterns
from newsclip.writing.casualties import casualty_patterns
from newsclip.writing.clip_patterns import clip_patterns
from newsclip.writing.disagreements.contexts import context_words
from newsclip.writing.disagreements.others import mark_patterns
from newsclip.writing.disagreements.value_patterns import value_patterns
from newsclip.writing.extractive.answers import answer_patterns
from newsclip.writing.extractive.glance import glance_patterns
from newsclip.writing.extractive.speaker_roles import role_patterns
from newsclip.writing.novelty import novelty_patterns
from newsclip.writing.page_kinds import page_kind_patterns
from newsclip.writing.prompt_injection.imperative_targets import target_patterns
from newsclip.writing.prompt_injection.imperatives import imperative_patterns
from newsclip.writing.prompt_injection.retelling import retelling_patterns
from newsclip.writing.prompt_injection.writer_cues import writer_patterns
from newsclip.writing.pronouns import antecedent_patterns
from newsclip.writing.sentence_patterns import abbreviated, sentence_patterns
from newsclip.writing.unknowns import unknown_patterns

LEFT_OUT = {"tests", "migrations", "press", "training", "__main__"}
DEPTH, MANY = 3, 50
OF_THE_WRITER = (
    abbreviated, antecedent_patterns, clip_patterns, context_words, imperative_patterns, mark_patterns,
    novelty_patterns, page_kind_patterns, retelling_patterns, role_patterns, sentence_patterns, target_patterns,
    unknown_patterns, value_patterns, writer_patterns,
)  # fmt: skip
OF_A_LANGUAGE = (
    answer_patterns, attachment_of, casualty_patterns, glance_patterns, naming_of, number_reader, patterns_of,
    place_pattern, played, reader_of, site_pattern, times_of,
)  # fmt: skip


def patterns() -> dict[str, re.Pattern[Any]]:
    """By `module.NAME` without the product's name; one that several modules hold is told once."""
    found: dict[tuple[Any, int], tuple[str, re.Pattern[Any]]] = {}
    for module in pkgutil.walk_packages(newsclip.__path__, "newsclip."):
        if LEFT_OUT.isdisjoint(module.name.split(".")):
            for name, value in list(vars(importlib.import_module(module.name)).items()):
                for place, pattern in _held(value, f"{module.name.removeprefix('newsclip.')}.{name}", DEPTH):
                    found.setdefault((pattern.pattern, pattern.flags), (place, pattern))
    for place, pattern in _of_packs():
        found.setdefault((pattern.pattern, pattern.flags), (place, pattern))
    return dict(found.values())


def _of_packs() -> Iterator[tuple[str, re.Pattern[Any]]]:
    """What the packs' alternatives are compiled to when their language is first met."""
    yield from _held(page_patterns(), "articles.rules.page_patterns", DEPTH)
    yield from _held(ago_patterns(), "articles.rules.relative_dates", DEPTH)
    yield from _held(dots(), "language.tokens.dots", DEPTH)
    yield from _held(credit_patterns(), "stories.rules.origins.credit_patterns", DEPTH)
    yield from _held(dates_of("en"), "stories.rules.headings.dates_of", DEPTH)
    yield from _held(unspaced_cues(), "language.cues.unspaced_cues", DEPTH)
    for compiled in OF_THE_WRITER:
        yield from _held(compiled(), f"{compiled.__module__.removeprefix('newsclip.')}.{compiled.__name__}", DEPTH)
    for code in sorted(codes()):
        yield from _held(cues(code), f"language.cues.cues[{code}]", DEPTH)
        yield from _held(capital_nouns(code), f"language.nouns.capital_nouns[{code}]", DEPTH)
        for compiled in OF_A_LANGUAGE:
            place = f"{compiled.__module__.removeprefix('newsclip.')}.{compiled.__name__}[{code}]"
            yield from _held(compiled(code), place, DEPTH)
        yield from _held(section_types.compiled(code), f"language.section_types.compiled[{code}]", DEPTH)
        yield from _held(section_types.parts_of(code), f"language.section_types.parts_of[{code}]", DEPTH)


def _held(value: Any, place: str, depth: int) -> Iterator[tuple[str, re.Pattern[Any]]]:
    """The patterns in a value, in tables and in the fields of records."""
    if hasattr(value, "finditer") and hasattr(value, "pattern"):
        yield place, value
    elif depth and isinstance(value, dict):
        for key, one in list(value.items())[:MANY]:
            yield from _held(one, f"{place}[{key}]", depth - 1)
    elif depth and isinstance(value, list | tuple):
        for number, one in enumerate(value[:MANY]):
            yield from _held(one, f"{place}[{number}]", depth - 1)
    elif depth and hasattr(type(value), "__dataclass_fields__"):
        for name in type(value).__dataclass_fields__:
            yield from _held(getattr(value, name, None), f"{place}.{name}", depth - 1)
