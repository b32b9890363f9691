"""Turns extracted lines into the article's paragraphs: without the title, credits, appeals, and what follows the
article.
"""

import re
from collections.abc import Iterable

from newsclip.articles.rules.block_tree import HEADINGS, Line, ends_sentence, make_line
from newsclip.articles.rules.boilerplate_lines import opens_tail
from newsclip.articles.rules.head import one_line, squash
from newsclip.articles.rules.text_rules import RULES, TextRules

_EMPTY_LINE = re.compile(r"\n\s*\n")
_FOR_SCREEN_READERS = re.compile(
    r"(?:,\s*+|(?<!\s)\s++|)\(?\bopens (?:in )?(?:a )?new (?:tab|window)\b\)?", re.IGNORECASE
)
_HALF = 0.5  # mostly prose
_TITLE = 20  # letters and digits


def own_paragraphs(lines: Iterable[str], title: str, rules: TextRules = RULES) -> str:
    """The text of these lines without page furniture and repetitions of the title."""
    words = (one_line(line) for line in lines)
    return "\n\n".join(own_lines([make_line(text, 0, len(text), "p", rules) for text in words if text], title, rules))


def is_prose(text: str) -> bool:
    """Whether most of it is sentences rather than labels."""
    lines = [make_line(line, 0, len(line), "p") for line in text.split("\n\n")]
    return sum(line.prose for line in lines) > _HALF * sum(line.chars for line in lines)


def own_lines(lines: list[Line], title: str, rules: TextRules = RULES) -> list[str]:
    """The texts of the lines that belong to the article, one per paragraph."""
    squashed = squash(title)
    seen: set[str] = set()
    kept = []
    for line in lines:
        if len(line.text) >= 40:
            if line.text in seen:
                continue
            seen.add(line.text)
        if not _is_foreign(line, rules) and not _repeats(line.text, squashed, rules.repeated_title):
            kept.append(line)
    return [line.text for line in _trimmed(kept, rules)]


def _is_foreign(line: Line, rules: TextRules) -> bool:
    text, linked = line.text, line.linked / line.chars
    if line.tag == "h1" or text[0] in "<{" or any(foreign(text) for foreign in rules.foreign):
        return True
    if line.tag in rules.links_are_content:
        return False
    if linked > 0.9 and len(text) < rules.short_link:
        return True
    return linked > rules.mostly_link and len(text) < 250 and not ends_sentence(text)


def _repeats(text: str, squashed_title: str, longest: int) -> bool:
    if not squashed_title or len(text) >= min(longest, 2 * len(squashed_title) + 40):
        return False
    squashed = squash(text)
    if squashed == squashed_title:
        return True
    part, whole = sorted((squashed, squashed_title), key=len)
    return len(part) > _TITLE and (squashed in squashed_title or whole.endswith(part))


def _trimmed(lines: list[Line], rules: TextRules) -> list[Line]:
    """Without what follows the article, headings without content, and labels before the first sentence."""
    before, total = 0, sum(len(line.text) for line in lines)
    for i, line in enumerate(lines):
        if line.tag in HEADINGS and opens_tail(line.text) and before > rules.tail_from * total:
            lines = lines[:i]
            break
        before += len(line.text)
    last = len(lines)
    while last and (lines[last - 1].tag in HEADINGS or _is_last_label(lines[last - 1], rules.last_label)):
        last -= 1
    first = 0
    while first < last and _is_label(lines[first], rules.first_label):
        first += 1
    return lines[first:last]


def _is_last_label(line: Line, longest: int) -> bool:
    """A last line that is no sentence: a dateline, a name, or the label of a dropped list."""
    if line.tag == "li" or len(line.text) >= longest:
        return False
    return not ends_sentence(line.text) or (len(line.text) < 30 and line.text.endswith(":"))


def _is_label(line: Line, longest: int) -> bool:
    return line.tag not in HEADINGS and len(line.text) < longest and not ends_sentence(line.text)


def paragraphs(line: Line) -> list[Line]:
    """The paragraphs of a line, separated by empty lines."""
    text = _FOR_SCREEN_READERS.sub("", line.text) if "opens " in line.text else line.text
    pieces = _EMPTY_LINE.split(text) if "\n" in text and line.tag != "pre" else [text]
    words = (" ".join(piece.replace("\u200b", " ").split()) for piece in pieces)
    return [Line(piece, *line[1:]) for piece in words if piece]
