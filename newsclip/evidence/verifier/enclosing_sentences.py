"""What a passage says where it stands: the whole sentences that it is cut out of.

"Holm took money" is a passage of "It is untrue that Holm took money." and of "Did Holm take money?" nearly so. What a
passage leaves of its sentence is judged as what a sentence leaves of its passage is.
"""

import re
from bisect import bisect_right
from functools import lru_cache

from newsclip.evidence.article_language import language_of_article
from newsclip.evidence.document import SourceArticle
from newsclip.evidence.tokens import tokens
from newsclip.kernel.spans import Passage
from newsclip.language.guards import guards_of
from newsclip.language.quotation_marks import in_quotation
from newsclip.language.tokens import sentences

_LEAD = 200  # characters at the end of a sentence that leads to the next


def whole_sentences(passage: Passage, article: SourceArticle) -> str:
    """The words from the beginning of the sentence in which the passage begins to the end of that in which it ends.

    Out of the middle of a quotation, with the sentences in which that opens and closes.
    """
    if passage.part == "title":
        return article.title
    text = article.text
    starts, ends = _bounds(text, article.title)
    opens, closes = passage.start, passage.end
    if around := in_quotation(text, opens, closes):
        opens, closes = around
        text = f"{text[:opens]}“{text[opens + 1 : closes - 1]}”{text[closes:]}"  # of whatever kind they are
    first, last = bisect_right(starts, opens) - 1, bisect_right(starts, closes - 1) - 1
    start = starts[first] if first >= 0 and opens < ends[first] else opens
    if first > 0 and _leads_to_claims(text[starts[first - 1] : ends[first - 1]], article):
        start = starts[first - 1]
    return text[start : max(closes, ends[last] if last >= 0 else 0)]


def _leads_to_claims(sentence: str, article: SourceArticle) -> bool:
    """Whether the sentence says that somebody says, or that it is untrue, what stands behind it: "Rivals say:"."""
    guards = guards_of(language_of_article(article)) if sentence.endswith(":") else None
    told = frozenset(tokens(sentence[-_LEAD:]))
    return guards is not None and not told.isdisjoint(
        (guards.attribution or frozenset()) | (guards.negation or frozenset())
    )


@lru_cache(maxsize=64)
def _bounds(text: str, title: str) -> tuple[list[int], list[int]]:
    """Where the text's sentences begin, and where they end. A title that the text repeats first is no part of them."""
    spans = sentences(text)
    starts = [span.start for span in spans]
    if len(title.split()) > 2 and (repeated := _repeated(title, text)) and starts[0] < repeated.end():
        starts[0] = min(repeated.end(), spans[0].end)
    return starts, [span.end for span in spans]


def _repeated(title: str, text: str) -> re.Match[str] | None:
    words = r"\s+".join(map(re.escape, title.split()))
    return re.match(rf"\s*{words}[.:]?\s+(?=[A-ZÀ-Þ“\"‘„«])", text)
