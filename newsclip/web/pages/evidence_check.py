"""What of a stored clip still rests on the publishers' words as they are stored: nothing else is shown.

A clip is verified before it is published; this looks again when it is read, at the seal and at every passage. Revisions
are never changed, so what is missing here was changed behind the product's back.
"""

from dataclasses import dataclass

from newsclip.clips import queries
from newsclip.clips.models import Clip
from newsclip.evidence.document import Document
from newsclip.evidence.serialization import derived_digest
from newsclip.evidence.visitor import Statement, filter_sentences, visit
from newsclip.kernel.reasons import Refused
from newsclip.kernel.spans import digest_of
from newsclip.web.pages.clip_document import NO_TEXT, Texts, texts_of


@dataclass(frozen=True, slots=True)
class Standing:
    """The document without what lost its ground, what it rests on, and how much was lost."""

    document: Document
    texts: Texts
    lost: int


def only_what_stands(clip: Clip) -> Standing | None:
    """What may be shown of the clip; None where its seal is broken, its headline lost its passage, or it is none."""
    if derived_digest(clip.document) != clip.document.get("digest"):
        return None
    try:
        document = queries.document(clip)
    except Refused:
        return None
    texts = texts_of(document)

    def stands(said: Statement) -> bool:
        found = ((texts.get((p.article, p.revision), NO_TEXT), p) for p in said.evidence)
        return all(digest_of(p.span.of(text.whole(p))) == p.digest for text, p in found)

    lost = sum(not stands(said) for _, said in visit(document))
    left = filter_sentences(document, stands) if lost else document
    return Standing(left, texts, lost) if left else None
