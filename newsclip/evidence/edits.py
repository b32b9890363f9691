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


@dataclass(frozen=True, slots=True)
class Kind:
    """An edit as documents record it, what the writer did, and what the verifier asks before it stands."""

    recorded: str
    done: str
    asked: str


# docs/reference/edits.md is written from these.
KINDS = (
    Kind(
        f"{_DROPPED}WORDS",
        "WORDS were left out.",
        "WORDS stand in the passage, and the rules for omissions allow it there: no negation, condition, hedge, "
        "attribution, restriction or number is lost.",
    ),
    Kind(
        f"{_REPLACED}PRONOUN{_BY}NAME",
        "A name took the place of a pronoun.",
        "With the pronoun put back, the sentence is its passage. NAME stands in a passage of the sentence, and the "
        "last sentence before it that names anybody names this person alone.",
    ),
    Kind(
        LOWERED,
        "Capitals of a publisher's headline became small letters.",
        "The words are those of the passage, in its order, whatever the case of their letters.",
    ),
    Kind(
        ROLE,
        "A heading such as “Background” names what the sentences below it do, instead of using a source's words.",
        "It is a heading, and every sentence below it meets the rule of that heading.",
    ),
    Kind(
        SHORTENED,
        "A language model left words of one passage out.",
        "The rules for omissions allow each gap between the sentence and its passage.",
    ),
    Kind(
        CLOSE,
        "A language model joined up to three parts, or moved words of time. Only where the operator allows it.",
        "Each part is supported by itself. Nothing in the first part (said, may, not, if) reaches over to the next, "
        "and the time passes over one plain clause.",
    ),
)


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
