"""The lines about its authors that end many an article."""

from collections.abc import Callable, Collection
from itertools import pairwise

from newsclip.articles.rules.page_patterns import page_patterns
from newsclip.articles.rules.text_rules import RULES

_LONGEST = 1_000  # characters of a profile
_NAME = 60  # characters
_MOST_NAMES = 5  # of one person
_FIRST_WORDS = 24  # characters before the name: "About the author: "


def without_author_bios(text: str, authors: Callable[[], Collection[str]], last: int = RULES.profiles) -> str:
    """The text without last paragraphs that tell who wrote it: "Jane Roe is a reporter in Tarnmouth".

    `authors` are asked for only if one of the `last` paragraphs may be one. A text of no more stays as it is.
    """
    paragraphs = text.split("\n\n")
    for paragraph in paragraphs[: -last - 1 : -1]:
        if len(paragraphs) <= last or not _is_profile(paragraph, authors):
            break
        paragraphs.pop()
    return "\n\n".join(paragraphs)


def _is_profile(paragraph: str, authors: Callable[[], Collection[str]]) -> bool:
    if len(paragraph) > _LONGEST or not _names_somebody(paragraph[: _FIRST_WORDS + _NAME]):
        return False
    return any(_tells_of(paragraph, name) for name in authors() if _may_be_person(name))


def _names_somebody(opening: str) -> bool:
    """Whether two words in a row have capitals."""
    return any(first[0].isupper() and second[0].isupper() for first, second in pairwise(opening.split()))


def _may_be_person(name: str) -> bool:
    """Bodies publish, too, and what a council or a union does is news."""
    return 1 <= name.count(" ") < _MOST_NAMES and not page_patterns().bodies.search(name)


def _tells_of(paragraph: str, name: str) -> bool:
    """Whether the paragraph begins with this name, and goes on with what the person is, or where to write to.

    People who write are also told of: "Jane Roe, the mayor of Velm, will vote" is news.
    """
    start = paragraph.find(name, 0, _FIRST_WORDS + len(name))
    if start < 0 or not paragraph[0].isalpha():
        return False
    words = page_patterns()
    return bool(words.about.match(paragraph[:start]) or words.profiles.match(paragraph, start + len(name)))
