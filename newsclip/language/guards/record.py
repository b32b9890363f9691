"""The record of one language's guards."""

from dataclasses import dataclass

UNSUPPORTED = None


@dataclass(frozen=True, slots=True)
class Guards:
    """Words and phrases of one language in lower case, "’" written as "'", inflected forms one by one.

    Each field is given, or `UNSUPPORTED`: then nothing is done that would need it.

    The five kinds whose loss turns a sentence: `negation` (also refusing and failing), `condition` (also what narrows:
    "only"), `hedge` (modals, doubt, rounding), `attribution` (who says so; the moods of reported speech where single
    forms tell them) and `contrast` (what takes something back).

    What may go: `connective` ties a sentence to the one before, with a comma behind it; `conjunction` does so without;
    `addition` does so behind the subject ("also"); `label` is what a page sets before a title; `day` says only when
    ("on monday"), between commas. What stays: `genre` is what a page calls words that report nothing (views, letters,
    fiction, what is paid for), and `leaning` words lean on the sentence before theirs ("he", "this").

    What else may be done: `pronoun` may give way to a name, `joint` ("and") may join two sentences of a model, and
    where `phrases` is true, a tagger can tell that a few words of a sentence only name something (a heading).

    Who speaks: `his` and `her` are titles that bind.
    """

    negation: frozenset[str] | None
    condition: frozenset[str] | None
    hedge: frozenset[str] | None
    attribution: frozenset[str] | None
    contrast: frozenset[str] | None
    connective: frozenset[str] | None
    conjunction: frozenset[str] | None
    addition: frozenset[str] | None
    label: frozenset[str] | None
    genre: frozenset[str] | None
    leaning: frozenset[str] | None
    day: frozenset[str] | None
    pronoun: frozenset[str] | None
    his: frozenset[str] | None
    her: frozenset[str] | None
    joint: str | None
    phrases: bool


def listed(lines: str) -> frozenset[str]:
    """The entries of a list, which commas and line ends part: an entry may be of several words."""
    return frozenset(entry for line in lines.splitlines() for part in line.split(",") if (entry := part.strip()))
