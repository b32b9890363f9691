"""What followers should learn from a clip's new version."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from newsclip.community.ports import ClipChanges
from newsclip.community.rules import notices
from newsclip.evidence.document import Document
from newsclip.evidence.visitor import Place, passages, texts, visit

_COMPARED = 200  # sentences, and words of each: more than a clip has
_LIKE = 0.6  # sentences this alike are one sentence, changed
_MOST_FACTS = 3  # a notice is read at a glance; the page has the rest
_SECTIONS = {Place.HEADING, Place.PARAGRAPH, Place.BULLET, Place.QUOTE}


def new_sentences(before: Document, after: Document) -> list[str]:
    """The sentences that only the newer version has."""
    known = {" ".join(text.casefold().split()) for text in texts(before)}
    fresh = (text for text in texts(after) if " ".join(text.casefold().split()) not in known)
    return list(dict.fromkeys(fresh))


def changes(before: Document, after: Document) -> ClipChanges:
    """What a reader of the older version finds new, changed or gone.

    A sentence is a changed one if it shares most words with one that is gone. Each takes the place of one at most, the
    most alike first.
    """
    came, went = new_sentences(before, after)[:_COMPARED], new_sentences(after, before)[:_COMPARED]
    words = {text: frozenset(text.casefold().split()[:_COMPARED]) for text in (*came, *went)}
    pairs = ((_likeness(words[now], words[then]), now, then) for now in came for then in went)
    alike = sorted((pair for pair in pairs if pair[0] >= _LIKE), reverse=True)
    changed: dict[str, str] = {}
    for _, now, then in alike:
        if now not in changed and then not in changed.values():
            changed[now] = then
    taken = set(changed.values())
    return ClipChanges(
        tuple(text for text in came if text not in changed), changed, tuple(text for text in went if text not in taken)
    )


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Dice's coefficient: 1 for the same words, 0 where none is shared."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def worth_telling(
    before: Document,
    after: Document,
    corrections: Sequence[int],
    known: Collection[str] = (),
    others: Sequence[Document] = (),
) -> list[tuple[str, str, Mapping[str, Any]]]:
    """(kind, sentence, its parts): only corrections, by ID, if there are any; else a new independent report; else new
    facts.

    A mere rewrite gives nothing. `known`: sentences that the clip's articles already supported; `others`: last
    documents of merged stories, whose reports are not new.
    """
    if corrections:
        return [("correction", notices.CORRECTION, {"correction": pk}) for pk in corrections]
    told: list[tuple[str, str, Mapping[str, Any]]] = []
    more = after.reports - before.reports - _came_along(before, after, others)
    if more > 0:
        given = {"number": str(more), "headline": after.headline.text}
        told.append(("report", notices.ONE_REPORT if more == 1 else notices.REPORTS, given))
    if _rests_on_more(before, after):
        facts = [text for text in new_sentences(before, after) if text not in known]
        told += [("fact", notices.FACT, {"text": text}) for text in facts[:_MOST_FACTS]]
    return told


def _came_along(before: Document, after: Document, others: Sequence[Document]) -> int:
    """How many reports came from stories merged in since."""
    then, now = _written_from(before), _written_from(after)
    came = (one for one in others if _written_from(one) & now and not _written_from(one) & then)
    return sum(one.reports for one in came)


def _written_from(document: Document) -> set[str]:
    """The IDs of the articles."""
    return {given.partition("@")[0] for given in document.receipt.inputs}


def _rests_on_more(before: Document, after: Document) -> bool:
    """Only what rests on new articles or revisions is a new fact; a rewording is not."""
    return not _articles(after) <= _articles(before)


def _articles(document: Document) -> set[tuple[str, int]]:
    cited = passages(said for place, said in visit(document) if place in _SECTIONS)
    return {(passage.article, passage.revision) for passage in cited}
