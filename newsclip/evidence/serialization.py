"""The clip document as JSON (`newsclip/clip/1`), its digest, and the names a clip goes by."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from newsclip.evidence.document import (
    SCHEMA,
    Amended,
    Block,
    Bullets,
    Claim,
    Disagreement,
    Document,
    Image,
    Moment,
    Paragraph,
    Quote,
    Receipt,
    Refusal,
    Section,
    Sentence,
    Slot,
    SourceArticle,
    SourceReference,
    WriterMark,
)
from newsclip.kernel import canonical
from newsclip.kernel.reasons import KEPT_IN_WORDS, Reason, Refused
from newsclip.kernel.spans import Passage, digest_of

type Json = dict[str, Any]


def clip_id(story: str) -> str:
    """The id of the clip about this story: `c` and twelve hexadecimal digits, for ever the same."""
    return "c" + hashlib.sha256(story.encode()).hexdigest()[:12]


def seal(document: Document) -> Document:
    """The same document with its digest: the SHA-256 of the canonical JSON without "digest"."""
    body = to_json(document)
    del body["digest"]
    return replace(document, digest=canonical.digest(body))


def derived_digest(body: Mapping[str, Any]) -> str:
    """The digest of all that this JSON object says, whatever it says of it itself; "" where it can have none."""
    try:
        return canonical.digest({name: value for name, value in body.items() if name != "digest"})
    except TypeError:
        return ""


def sealed(document: Document) -> bool:
    """Whether the digest is that of the content."""
    return bool(document.digest) and seal(document).digest == document.digest


def input_of(article: SourceArticle) -> str:
    """What a receipt calls this revision: `article@revision:digest` of its title and text."""
    return f"{article.id}@{article.revision}:{digest_of(article.title + chr(10) + article.text)}"


def to_json(document: Document) -> Json:
    """The document as a JSON object, shaped as docs/reference/clip.schema.json says."""
    body: Json = {
        "schema": document.schema,
        "id": document.id,
        "slug": document.slug,
        "version": document.version,
        "story": document.story,
        "headline": _sentence(document.headline),
        "summary": _summary(document.summary),
        "category": document.category,
        "language": document.language,
        "hashtags": list(document.hashtags),
        "published": _time(document.published),
        "updated": _time(document.updated),
        "image": _image(document.image),
        "sections": [_section(section) for section in document.sections],
        "sources": [_source(source) for source in document.sources],
        "timeline": [{"when": moment.when, "sentence": _sentence(moment.sentence)} for moment in document.timeline],
        "disagreements": [_disagreement(disagreement) for disagreement in document.disagreements],
        "reports": document.reports,
        "writer": {
            "name": document.writer.name,
            "version": document.writer.version,
            "settings": dict(document.writer.settings),
        },
        "receipt": _receipt(document.receipt),
        "digest": document.digest,
    }
    if document.glance:
        body["glance"] = [_slot(slot) for slot in document.glance]
    return body


def _receipt(receipt: Receipt) -> Json:
    body: Json = {
        "refused": [_refusal(refused) for refused in receipt.refused],
        "inputs": list(receipt.inputs),
        "category": dict(receipt.category),
    }
    if receipt.answers:
        body["answers"] = list(receipt.answers)
    if receipt.amendments:
        body["amendments"] = [{"kind": a.kind, "words": list(a.words), "by": a.by} for a in receipt.amendments]
    return body


def _refusal(refused: Refusal) -> Json:
    """One that was read in words alone keeps them, so that its document keeps its digest."""
    if refused.reason.code == KEPT_IN_WORDS:
        return {"sentence": refused.sentence, "reason": refused.reason.params["words"]}
    return {"sentence": refused.sentence, **refused.reason.as_json()}


def _time(when: datetime | None) -> str | None:
    return when.isoformat() if when else None


def _passages(evidence: Iterable[Passage]) -> list[Json]:
    return [
        {"article": p.article, "revision": p.revision, "start": p.start, "end": p.end, "digest": p.digest}
        | ({"part": "title"} if p.part == "title" else {})
        for p in evidence
    ]


def _sentence(sentence: Sentence) -> Json:
    body: Json = {"text": sentence.text, "evidence": _passages(sentence.evidence)}
    if sentence.edits:
        body["edits"] = list(sentence.edits)
    if sentence.basis != "exact":
        body["basis"] = sentence.basis
    return body


def _summary(summary: tuple[Sentence, ...]) -> Json:
    evidence = dict.fromkeys(passage for sentence in summary for passage in sentence.evidence)
    return {
        "text": " ".join(sentence.text for sentence in summary),
        "evidence": _passages(evidence),
        "sentences": [_sentence(sentence) for sentence in summary],
    }


def _slot(slot: Slot) -> Json:
    body: Json = {"slot": slot.question, "value": slot.value, "evidence": _passages(slot.evidence)}
    return body | ({"day": slot.day} if slot.day else {})


def _image(image: Image | None) -> Json | None:
    if image is None:
        return None
    return {"url": image.url, "alt": image.alt, "credit": image.credit, "publisher": image.publisher}


def _section(section: Section) -> Json:
    body: Json = {
        "heading": _sentence(section.heading) if section.heading else None,
        "role": section.role,
        "blocks": [_block(block) for block in section.blocks],
    }
    if section.type:
        body["type"] = section.type
    return body


def _block(block: Block) -> Json:
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "sentences": [_sentence(sentence) for sentence in block.sentences]}
    if isinstance(block, Bullets):
        return {"kind": "bullets", "items": [_sentence(item) for item in block.items]}
    return {
        "kind": "quote",
        "text": block.text,
        "speaker": block.speaker,
        "role": block.role,
        "evidence": _passages(block.evidence),
    }


def _source(source: SourceReference) -> Json:
    return {
        "article": source.article,
        "publisher": source.publisher,
        "domain": source.domain,
        "title": source.title,
        "url": source.url,
        "published": _time(source.published),
        "report": source.report,
    }


def _disagreement(disagreement: Disagreement) -> Json:
    claims = [{"value": claim.value, "evidence": _passages(claim.evidence)} for claim in disagreement.claims]
    return {"about": disagreement.about, "claims": claims}


def from_json(body: Mapping[str, Any]) -> Document:
    """The document of this JSON object. Raises Refused("bad_row") where its shape is not the schema's."""
    try:
        return _document(body)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Refused("bad_row", f"The clip is not a {SCHEMA} document: {error!r}.") from error


def _document(body: Mapping[str, Any]) -> Document:
    if body["schema"] != SCHEMA:
        raise ValueError(body["schema"])
    return Document(
        id=body["id"],
        slug=body["slug"],
        version=body["version"],
        story=body["story"],
        headline=_read_sentence(body["headline"]),
        summary=tuple(_read_sentence(s) for s in body["summary"]["sentences"]),
        category=body["category"],
        language=body["language"],
        hashtags=tuple(body["hashtags"]),
        published=_read_time(body["published"]),
        updated=_read_time(body["updated"]),
        image=Image(**body["image"]) if body["image"] else None,
        sections=tuple(_read_section(section) for section in body["sections"]),
        sources=tuple(SourceReference(**{**s, "published": _read_time(s["published"])}) for s in body["sources"]),
        timeline=tuple(Moment(m["when"], _read_sentence(m["sentence"])) for m in body["timeline"]),
        disagreements=tuple(_read_disagreement(d) for d in body["disagreements"]),
        reports=body["reports"],
        writer=WriterMark(**body["writer"]),
        receipt=_read_receipt(body["receipt"]),
        glance=tuple(_read_slot(slot) for slot in body.get("glance", ())),
        schema=body["schema"],
        digest=body["digest"],
    )


def _read_time(when: str | None) -> datetime | None:
    return datetime.fromisoformat(when) if when else None


def _read_passages(evidence: Iterable[Mapping[str, Any]]) -> tuple[Passage, ...]:
    return tuple(Passage(**passage) for passage in evidence)


def _read_sentence(body: Mapping[str, Any]) -> Sentence:
    return Sentence(body["text"], _read_passages(body["evidence"]), tuple(body.get("edits", ())))


def _read_slot(body: Mapping[str, Any]) -> Slot:
    return Slot(body["value"], _read_passages(body["evidence"]), body["slot"], body.get("day", ""))


def _read_section(body: Mapping[str, Any]) -> Section:
    heading = _read_sentence(body["heading"]) if body["heading"] else None
    return Section(heading, tuple(_read_block(block) for block in body["blocks"]), body["role"], body.get("type", ""))


def _read_block(body: Mapping[str, Any]) -> Block:
    match body["kind"]:
        case "paragraph":
            return Paragraph(tuple(_read_sentence(s) for s in body["sentences"]))
        case "bullets":
            return Bullets(tuple(_read_sentence(s) for s in body["items"]))
        case "quote":
            return Quote(body["text"], body["speaker"], _read_passages(body["evidence"]), body["role"])
    raise ValueError(body["kind"])


def _read_disagreement(body: Mapping[str, Any]) -> Disagreement:
    claims = tuple(Claim(claim["value"], _read_passages(claim["evidence"])) for claim in body["claims"])
    return Disagreement(body["about"], claims)


def _read_receipt(body: Mapping[str, Any]) -> Receipt:
    refused = tuple(Refusal(r["sentence"], _read_reason(r)) for r in body["refused"])
    amendments = tuple(Amended(a["kind"], tuple(a["words"]), a["by"]) for a in body.get("amendments", ()))
    return Receipt(refused, tuple(body["inputs"]), body["category"], tuple(body.get("answers", ())), amendments)


def _read_reason(body: Mapping[str, Any]) -> Reason:
    return (
        Reason(KEPT_IN_WORDS, {"words": body["reason"]}) if "reason" in body else Reason(body["code"], body["params"])
    )
