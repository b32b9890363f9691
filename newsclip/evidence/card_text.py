"""What lists, feeds and mails show of a clip below its headline."""

from newsclip.evidence.document import Document, Sentence
from newsclip.evidence.visitor import Place, visit


def card_text(document: Document) -> str:
    """The summary; without a language model's own words, whose sign only the clip's page explains.

    Where these are all of it, the first sentence of the text that is not; "" where there is none.
    """
    left = [sentence.text for sentence in document.summary if sentence.basis != "judged"]
    if left or not document.summary:
        return " ".join(left)
    told = (said for place, said in visit(document) if place in (Place.PARAGRAPH, Place.BULLET))
    return next((said.text for said in told if isinstance(said, Sentence) and said.basis != "judged"), "")
