"""Whether a name that took the place of a pronoun is the one that the article means."""

from functools import lru_cache

from newsclip.evidence.article_language import language_of_article
from newsclip.evidence.document import Articles, Sentence
from newsclip.evidence.edits import Edit, read
from newsclip.kernel.reasons import Reason
from newsclip.language import persons
from newsclip.language.names import find_names
from newsclip.language.tokens import sentence_at


def fault(sentence: Sentence, articles: Articles) -> Reason | None:
    """Why a name put in is not the last person named before; None where it is.

    The sentence before that names anybody must name this one person alone, and not be what "he" or "she" says; nobody
    without a name comes in since.
    """
    put_in = [edit for edit in read(sentence.edits) if edit.new and not (edit.completes or edit.added or edit.role)]
    first = sentence.evidence[0]
    article = articles.get((first.article, first.revision))
    if not put_in or article is None:
        return None
    language = language_of_article(article)
    people, since = _last_named(article.text, first.start, language)
    for edit in put_in:
        if {_surname(edit.new)} != {_surname(name) for name in people} or not _agrees(
            edit, people, article.text, language
        ):
            return _told(edit, people)
        if not persons.leads(since, people[0]):
            return Reason("antecedent_not_leading", {"old": edit.old, "new": edit.new})
        if persons.speaks_of_another(since) or persons.is_said_by_another(_first_sentence(since)):
            return Reason("antecedent_not_alone", {"old": edit.old, "new": edit.new})
    return None


def _agrees(edit: Edit, people: tuple[str, ...], text: str, language: str) -> bool:
    """Whether the one whose name it is in the text may be "he" or "she".

    Not two, where the surname alone was put in and does not stand alone in the sentence before.
    """
    found = () if edit.new in people else _people(text, language)
    full = {name for _, _, name in found if name.endswith(f" {edit.new}")}
    if len({name.split()[0] for name in full}) > 1:
        return False
    return edit.old.lower() not in {"he", "she"} or all(
        persons.agrees(name, edit.old.lower(), text) for name in full or {edit.new}
    )


def _told(edit: Edit, people: tuple[str, ...]) -> Reason:
    if not people:
        return Reason("antecedent_unnamed", {"old": edit.old, "new": edit.new})
    return Reason("antecedent_differs", {"old": edit.old, "new": edit.new, "names": list(people)})


@lru_cache(maxsize=256)
def _last_named(text: str, before: int, language: str) -> tuple[tuple[str, ...], str]:
    """The people of the last sentence before this place that names any, and the words from its beginning on."""
    people = [name for name in _people(text, language) if name[1] <= before]
    if not people:
        return (), ""
    last = sentence_at(text, people[-1][0])
    start = last.start if last else people[-1][0]
    return tuple(dict.fromkeys(name for at, _, name in people if at >= start)), text[start:before]


def _first_sentence(text: str) -> str:
    first = sentence_at(text, 0)
    return first.of(text) if first else text


@lru_cache(maxsize=64)
def _people(text: str, language: str) -> tuple[tuple[int, int, str], ...]:
    return tuple((n.start, n.end, n.text) for n in persons.possible(find_names(text, language), 0, len(text)))


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1]
