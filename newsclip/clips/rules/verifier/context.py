"""What a passage says where it stands: the whole sentences that it is cut out of.

"Holm took money" is a passage of "It is untrue that Holm took money." and of "Did Holm take money?" nearly so. What a
passage leaves of its sentence is judged as what a sentence leaves of its passage is.
"""

import re
from bisect import bisect_right
from functools import lru_cache

from newsclip.clips.ports import SourceArticle
from newsclip.kernel.language import sentences
from newsclip.kernel.spans import Passage


def whole_sentences(passage: Passage, article: SourceArticle) -> str:
    """The words from the beginning of the sentence in which the passage begins to the end of that in which it ends."""
    if passage.part == "title":
        return article.title
    starts, ends = _bounds(article.text, article.title)
    first = bisect_right(starts, passage.start) - 1
    start = starts[first] if first >= 0 and passage.start < ends[first] else passage.start
    last = bisect_right(starts, passage.end - 1) - 1
    return article.text[start : max(passage.end, ends[last] if last >= 0 else 0)]


@lru_cache(maxsize=64)
def _bounds(text: str, title: str) -> tuple[list[int], list[int]]:
    """Where the text's sentences begin, and where they end. A title that the text repeats first is no part of them."""
    spans = sentences(text)
    starts = [span.start for span in spans]
    if len(title.split()) > 2 and (repeated := re.match(_again(title), text)) and starts[0] < repeated.end():
        starts[0] = min(repeated.end(), spans[0].end)
    return starts, [span.end for span in spans]


def _again(title: str) -> str:
    return r"\s*" + r"\s+".join(map(re.escape, title.split())) + r"[.:]?\s+(?=[A-ZÀ-Þ“\"‘„«])"
