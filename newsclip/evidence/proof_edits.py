"""The steps of a proof (evidence.verifier.proofs), as documents record them behind `PROVED`."""

from dataclasses import dataclass

from newsclip.evidence.edits import Kind

MERGED = "passages merged"
REORDERED = "words reordered"
QUOTED = "words quoted"
_PUT_FOR, _NOT_TOLD, _BY = "put for: ", "not told: ", " → "


@dataclass(frozen=True, slots=True)
class Proved:
    """A step of a proof: `new` stands for `old`, a word of a passage; or, with "", `old` words are not told."""

    old: str
    new: str = ""

    def __str__(self) -> str:
        return f"{_PUT_FOR}{self.old}{_BY}{self.new}" if self.new else f"{_NOT_TOLD}{self.old}"


# docs/reference/edits.md is written from these, too.
OF_PROOFS = (
    Kind(
        MERGED,
        "What two or more sentences of the passages say was put into one.",
        "Who does what and to whom is told in one passage. They meet in names, in pronouns that mean these, or in a "
        "noun that the later passage has with “the” or “this”.",
    ),
    Kind(
        REORDERED,
        "Words stand in another order: an attribution or a time was moved, active became passive.",
        "The same words are bound: who did what to whom, who says so, when. None takes a place that a passage gives to "
        "another.",
    ),
    Kind(
        QUOTED,
        "A heading is a quotation.",
        "A passage has these words in a row, in quotation marks.",
    ),
    Kind(
        f"{_PUT_FOR}WORD{_BY}WORD",
        "Another word, or another form of the word, took the place of one of a passage.",
        "Both are of one family (“recover”, “recovery”) or stand in one row of a closed list; or both name the same, "
        "as a name and a pronoun, or a name and a role before it. A verb stays as certain, denied or not, and of the "
        "same time; under a verb of saying its tense may go back.",
    ),
    Kind(
        f"{_NOT_TOLD}WORDS",
        "WORDS of a passage have no part in the sentence.",
        "They do not govern what is told: no attribution, condition, doubt, denial, number or rank, and of more than "
        "one thing no restriction.",
    ),
)
