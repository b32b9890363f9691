"""What of a clip's new version is worth telling those who follow its story."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from newsclip.community.rules import notices

type Json = Mapping[str, Any]

_MOST_FACTS = 3


def sentences(document: Json) -> Iterator[str]:
    """Everything that a clip says about the event, in reading order."""
    yield from (said["text"] for said in document.get("summary", {}).get("sentences", ()))
    for section in document["sections"]:
        for block in section["blocks"]:
            if block["kind"] == "quote":
                yield block["text"]
            else:
                yield from (said["text"] for said in block.get("sentences", block.get("items", ())))


def new_sentences(before: Json, after: Json) -> list[str]:
    """What the clip says now and did not say then."""
    known = {" ".join(text.casefold().split()) for text in sentences(before)}
    fresh = (text for text in sentences(after) if " ".join(text.casefold().split()) not in known)
    return list(dict.fromkeys(fresh))


def worth_telling(
    before: Json, after: Json, corrections: Sequence[int], known: Collection[str] = (), others: Sequence[Json] = ()
) -> list[tuple[str, str, Mapping[str, Any]]]:
    """(kind, sentence, its parts): corrections, by their ids, alone, else a new independent report, then new facts.

    Of a mere rewrite nothing. `known`: sentences of the clip that rest on what its articles had said before; `others`:
    what clips of stories that became part of its story had told: their reports are not new.
    """
    if corrections:
        return [("correction", notices.CORRECTION, {"correction": pk}) for pk in corrections]
    told: list[tuple[str, str, Mapping[str, Any]]] = []
    more = int(after["reports"]) - int(before["reports"]) - _came_along(before, after, others)
    if more > 0:
        given = {"number": str(more), "headline": after["headline"]["text"]}
        told.append(("report", notices.ONE_REPORT if more == 1 else notices.REPORTS, given))
    if _rests_on_more(before, after):
        facts = [text for text in new_sentences(before, after) if text not in known]
        told += [("fact", notices.FACT, {"text": text}) for text in facts[:_MOST_FACTS]]
    return told


def _came_along(before: Json, after: Json, others: Sequence[Json]) -> int:
    """How many reports came with those of the other stories that were merged in since."""
    then, now = _written_from(before), _written_from(after)
    came = (one for one in others if _written_from(one) & now and not _written_from(one) & then)
    return sum(int(one["reports"]) for one in came)


def _written_from(document: Json) -> set[str]:
    """The ids of articles."""
    return {given.partition("@")[0] for given in document.get("receipt", {}).get("inputs", ())}


def _rests_on_more(before: Json, after: Json) -> bool:
    """Only what new articles or revisions say is a new fact; other words for old ones are not."""
    return not _articles(after) <= _articles(before)


def _articles(document: Json) -> set[tuple[str, int]]:
    found = set()
    waiting: list[Any] = [document["sections"]]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            if "digest" in item and "article" in item:
                found.add((item["article"], item["revision"]))
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)
    return found
