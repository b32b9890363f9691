"""What a publisher itself says in an article that it corrected there."""

from newsclip.language.correction_notes import correction_notes

LONGEST = 500  # characters that are kept


def correction_note(text: str) -> str:
    """The first paragraph that is such a note, cut at a word where it is long; "" where there is none."""
    note = next(correction_notes(text, 2 * LONGEST), "")
    return note if len(note) <= LONGEST else note[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
