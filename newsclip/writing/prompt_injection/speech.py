"""What of a paragraph somebody is quoted with, whoever that is (language.quotations looks for speakers)."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from newsclip.kernel.spans import Span

_CLOSES = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
    "‘": "’'",
    "‹": "›",
    '"': '"',
    "”": "”",
    "'": "'’",
}
# A straight or single mark opens before a word and closes behind one; inside words it is an apostrophe.
_MARK = re.compile(r"[“”„«»「」『』‹›]|\"|(?<![^\W_])[‘'](?=[^\W\d_])|(?<=[.,!?…])[’'](?!\w)")
_FEWEST_WORDS = 2  # "she said"


@dataclass(frozen=True)
class Spoken:
    """A paragraph, the spans of it that stand in quotation marks, and whether words beside them tell who speaks."""

    text: str
    spans: tuple[Span, ...]
    attributed: bool

    def outside(self, part: Span) -> str:
        """What of this part nobody is quoted with; a mark stands for what somebody is."""
        told, at = [], part.start
        for span in self.spans[bisect_right(self.spans, part.start, key=lambda span: span.end) :]:
            if span.start >= part.end:
                break
            told += [self.text[at : max(at, span.start)], "…"]
            at = span.end
        return "".join([*told, self.text[at : part.end]])


def spoken(text: str) -> Spoken:
    """One pass over the marks. What is never closed is spoken to the end, as in a speech of many paragraphs."""
    spans, opened, closes = [], -1, ""
    for mark in _MARK.finditer(text):
        if opened < 0 and mark[0] in _CLOSES and not _only_closes(text, mark):
            opened, closes = mark.start(), _CLOSES[mark[0]]
        elif opened >= 0 and mark[0] in closes:
            spans.append(Span(opened, mark.end()))
            opened = -1
    if opened >= 0:
        spans.append(Span(opened, len(text)))
    beside = Spoken(text, tuple(spans), attributed=False).outside(Span(0, len(text)))
    return Spoken(text, tuple(spans), attributed=len(re.findall(r"\w+", beside)) >= _FEWEST_WORDS)


def _only_closes(text: str, mark: re.Match[str]) -> bool:
    """Whether a straight mark stands behind a word and before none: a closing one whose opening is not there."""
    before, behind = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return mark[0] == '"' and bool(before.strip()) and not behind.strip()
