"""What of a stored clip still rests on the publishers' words as they are stored: nothing else is shown.

A clip is verified before it is published; this looks again when it is read, at the seal and at every passage. Revisions
are never changed, so what is missing here was changed behind the product's back.
"""

from collections.abc import Mapping
from typing import Any

from newsclip.kernel.canonical import digest
from newsclip.kernel.spans import digest_of
from newsclip.web.pages.clip_document import Json, Texts


def only_what_stands(document: Json, texts: Texts) -> tuple[Json, int] | None:
    """The document without what lost its ground, and how much that was; None where nothing may be shown of it.

    Nothing is, where the seal is broken or the headline lost its passage.
    """
    sealed = {name: value for name, value in document.items() if name != "digest"}
    if digest(sealed) != document.get("digest") or not _stands(document["headline"], texts):
        return None
    lost = _Lost(texts)
    sentences = lost.some(document["summary"]["sentences"])
    kept = {
        **document,
        "summary": {**document["summary"], "sentences": sentences, "text": " ".join(s["text"] for s in sentences)},
        "sections": [lost.section(section) for section in document["sections"]],
        "timeline": [moment for moment in document["timeline"] if lost.keep(moment["sentence"])],
        "disagreements": [lost.disagreement(told) for told in document["disagreements"]],
    }
    kept["disagreements"] = [told for told in kept["disagreements"] if len(told["claims"]) > 1]
    return (kept if lost.number else document), lost.number


class _Lost:
    """Counts what it leaves out."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.number = 0

    def keep(self, said: Json) -> bool:
        stands = _stands(said, self.texts)
        self.number += not stands
        return stands

    def some(self, said: list[Json]) -> list[Json]:
        return [one for one in said if self.keep(one)]

    def section(self, section: Json) -> Json:
        heading = section["heading"] if section["heading"] and self.keep(section["heading"]) else None
        return {**section, "heading": heading, "blocks": [b for b in map(self.block, section["blocks"]) if b]}

    def block(self, block: Json) -> Json | None:
        if block["kind"] == "quote":
            return block if self.keep(block) else None
        name = "items" if block["kind"] == "bullets" else "sentences"
        said = self.some(block[name])
        return {**block, name: said} if said else None

    def disagreement(self, told: Json) -> Json:
        return {**told, "claims": self.some(told["claims"])}


def _stands(said: Mapping[str, Any], texts: Texts) -> bool:
    return bool(said["evidence"]) and all(_holds(passage, texts) for passage in said["evidence"])


def _holds(passage: Json, texts: Texts) -> bool:
    found = texts.get((passage["article"], passage["revision"]))
    whole = "" if found is None else found.title if passage.get("part") == "title" else found.text
    return digest_of(whole[passage["start"] : passage["end"]]) == str(passage["digest"])
