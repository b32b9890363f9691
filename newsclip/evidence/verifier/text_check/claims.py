"""The sentences of a text as people and programs paste it: without the marks of lists, headings and emphasis."""

import re

from newsclip.evidence.tokens import tokens
from newsclip.language.tokens import sentences

_LEAD = re.compile(r"[ \t]*(?:[-*•–—>#]{1,6}[ \t]+|\d{1,2}[.)][ \t]+){0,3}")
_EMPHASIS = re.compile(r"\*{1,3}(?=\S)|(?<=\S)\*{1,3}|__")
_CITED = re.compile(r"[ \t]?\[\d{1,3}\]")  # "[2]", as chatbots mark where they have it from
_FEWEST = 2  # words: one alone states nothing


def claims_of(text: str) -> list[str]:
    """The text's sentences, in order, with single spaces."""
    lines = (_plain(line) for line in text.splitlines())
    found = (" ".join(span.of(line).split()) for line in lines for span in sentences(line))
    return [one for one in found if len(tokens(one)) >= _FEWEST]


def _plain(line: str) -> str:
    lead = _LEAD.match(line)
    rest = line[lead.end() :] if lead else line
    return _CITED.sub("", _EMPHASIS.sub("", rest))
