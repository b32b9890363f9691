"""Whether a clip that is read from storage is what was published and still has its ground. Cheap: no rule runs."""

from collections.abc import Mapping

from newsclip.evidence.document import Document, Verdict
from newsclip.evidence.serialization import sealed
from newsclip.evidence.visitor import sentences_and_quotations
from newsclip.kernel.reasons import Reason
from newsclip.kernel.spans import Passage, digest_of


def stale_evidence(document: Document, words: Mapping[Passage, str]) -> list[Verdict]:
    """A verdict on whatever does not stand: the seal, and everything said whose passages say something else now.

    `words`: what the stored revisions hold at each cited passage, "" where nothing.
    """
    found: list[Verdict] = []
    if not sealed(document):
        found.append(Verdict("the document", supported=False, score=0.0, reason=Reason("seal_broken")))
    for said in sentences_and_quotations(document):
        gone = [p for p in said.evidence if digest_of(words.get(p, "")) != p.digest]
        if gone:
            lost_it = Reason("passage_lost")
            found.append(Verdict(said.text, supported=False, score=0.0, reason=lost_it, passages=tuple(gone)))
    return found
