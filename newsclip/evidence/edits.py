"""What may be done to a publisher's words, and how it is recorded, so that the verifier can undo it."""

from dataclasses import dataclass

LOWERED = "capitals lowered"
ROLE = "role heading"
SHORTENED = "shortened"
CLOSE = "joined or reordered"
_DROPPED = "dropped: "
_REPLACED = "replaced: "
_BY = " → "


@dataclass(frozen=True, slots=True)
class Edit:
    """`old` words of the passage gave way to `new` ones ("" = nothing)."""

    old: str
    new: str = ""

    def __str__(self) -> str:
        return f"{_REPLACED}{self.old}{_BY}{self.new}" if self.new else f"{_DROPPED}{self.old}"


def read(edits: tuple[str, ...]) -> list[Edit]:
    """The recorded edits that changed words. Others ("capitals lowered") are left out."""
    found = []
    for edit in edits:
        if edit.startswith(_DROPPED):
            found.append(Edit(edit.removeprefix(_DROPPED)))
        elif edit.startswith(_REPLACED) and _BY in edit:
            old, _, new = edit.removeprefix(_REPLACED).partition(_BY)
            found.append(Edit(old, new))
    return found
