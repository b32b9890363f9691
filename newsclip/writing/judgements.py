"""Whose view a sentence is: what judges ("is a disgrace") with nobody named as judging is its writer's own."""

from collections.abc import Sequence

from newsclip.writing import cleaning
from newsclip.writing.sentence_patterns import sentence_patterns, tells_voices

# Of a page's sentences: of 6,000 news texts of fifteen sets none has so many.
_SEVERAL, _SHARE = 2, 0.25


def judges(text: str) -> bool:
    """Whether the sentence judges outside quotation marks, and names nobody as judging (by the English pack)."""
    known, outside = sentence_patterns(), cleaning.outside_quotes(text)
    held = known.says.search(outside) or known.holders.search(outside)
    return known.views.search(outside) is not None and not held


def is_view(texts: Sequence[str], language: str) -> bool:
    """Whether a page with these sentences gives its writer's view, though no label says so: a quarter of them judge."""
    if not tells_voices(language):
        return False
    judging = sum(judges(text) for text in texts)
    return judging >= max(_SEVERAL, _SHARE * len(texts))
