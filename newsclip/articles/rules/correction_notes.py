"""What a publisher itself says in an article that it corrected there."""

from newsclip.language.correction_notes import is_correction_note

LONGEST = 500  # characters that are kept
_FIRST, _LAST = 3, 8  # paragraphs at the head and the foot of an article: notes stand there, and nowhere else


def correction_note(text: str) -> str:
    """The first paragraph that is such a note, cut at a word where it is long; "" where there is none."""
    paragraphs = text.split("\n\n")
    foot = paragraphs[max(_FIRST, len(paragraphs) - _LAST) :]
    for paragraph in (*paragraphs[:_FIRST], *foot):
        note = " ".join(paragraph[: 2 * LONGEST].split())
        if is_correction_note(note):
            return note if len(note) <= LONGEST else note[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
    return ""
