"""What lists, feeds and mails show of a clip below its headline."""

from newsclip.evidence.document import Document, Sentence
from newsclip.evidence.visitor import Place, visit
from newsclip.language.titles import without_stop


def card_text(document: Document) -> str:
    """The summary; without a language model's own words, whose sign only the clip's page explains.

    Where these are all of it, the first sentence of the text that is not; "" where there is none.
    """
    left = [sentence.text for sentence in document.summary if sentence.basis != "judged"]
    if left or not document.summary:
        return " ".join(left)
    told = (said for place, said in visit(document) if place in (Place.PARAGRAPH, Place.BULLET))
    return next((said.text for said in told if isinstance(said, Sentence) and said.basis != "judged"), "")


def below_headline(document: Document) -> tuple[Sentence, ...]:
    """The summary as it reads right below the headline: without a first sentence that is the headline word for word.

    The headline is such a sentence where no title of a publisher tells the news. Where the two stand apart, as in
    feeds, the summary must tell it; where there is no more of it, it stays.
    """
    first, *rest = document.summary or (None,)
    repeated = first is not None and without_stop(first.text) == document.headline.text
    return tuple(rest) if repeated and rest else document.summary


def text_below(headline: str, summary: str) -> str:
    """The same of the text of a card; unchanged where the headline's words may be only the beginning of a sentence."""
    front = f"{headline}."
    rest = summary.removeprefix(front)
    begins = summary.startswith(front) and rest[:1].isspace() and not rest.lstrip()[:1].islower()
    return rest.lstrip() if begins and rest.strip() else summary
