"""Whether a name that took the place of a pronoun is the one that the article means."""

from collections.abc import Mapping
from functools import lru_cache

from newsclip.clips.ports import Sentence, SourceArticle
from newsclip.clips.rules.edits import Edit, read
from newsclip.clips.rules.names import find_names
from newsclip.kernel.language import sentences


def fault(sentence: Sentence, articles: Mapping[tuple[str, int], SourceArticle]) -> str:
    """Why a name put in is not the last person named before; "" where it is.

    The sentence before that names anybody must name this one person alone.
    """
    put_in = [edit for edit in read(sentence.edits) if edit.new]
    first = sentence.evidence[0]
    article = articles.get((first.article, first.revision))
    if not put_in or article is None:
        return ""
    people = _last_named(article.text, first.start, article.language or "en")
    wrong = next((edit for edit in put_in if {_surname(edit.new)} != {_surname(name) for name in people}), None)
    return _told(wrong, people) if wrong else ""


def _told(edit: Edit, people: tuple[str, ...]) -> str:
    named = " and ".join(people) or "nobody"
    return f"“{edit.old}” became “{edit.new}”, the article last names {named}."


@lru_cache(maxsize=256)
def _last_named(text: str, before: int, language: str) -> tuple[str, ...]:
    """The people of the last sentence before this place that names any."""
    people = [name for name in _people(text, language) if name[1] <= before]
    if not people:
        return ()
    last = next((span for span in sentences(text) if span.start <= people[-1][0] < span.end), None)
    start = last.start if last else people[-1][0]
    return tuple(dict.fromkeys(name for at, _, name in people if at >= start))


@lru_cache(maxsize=64)
def _people(text: str, language: str) -> tuple[tuple[int, int, str], ...]:
    return tuple((n.start, n.end, n.text) for n in find_names(text, language) if n.kind == "person")


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1]
