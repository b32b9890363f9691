"""Where a sentence opens, told by the marks before it."""

import re

_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:…]['\"”’)]*\s|\n)\s*['\"“‘«„(\[]*$")
_ABBREVIATED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Maj|St|Hon|[A-Z])\.\s$")


def opens_sentence(text: str, start: int) -> bool:
    """Whether what starts there opens a sentence, and does not follow a title or an initial: "Dr. Brandt"."""
    before = text[max(0, start - 12) : start]
    if _ABBREVIATED.search(before):
        return False
    return start == 0 or bool(_OPENS_SENTENCE.search(before))
