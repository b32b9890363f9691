"""What is known of a language: one record each, kept as data in `packs/<code>.toml` (docs/how-to/add-a-language.md).

Every field is given, or its name (`guards.label`) or that of its whole table (`guards`) stands in the pack's
`unsupported`: then it is None here, and nothing is done that would need it. Words are in lower case, with "'" for "’".
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from newsclip.language.pack_file import read_pack

PACKS = Path(__file__).parent / "packs"

type Words = frozenset[str]  # words and phrases, inflected forms one by one
type Patterns = tuple[str, ...]  # alternatives of one regular expression, in the order in which they are tried


@dataclass(frozen=True, slots=True)
class Guards:
    """The words whose loss turns a sentence, and those that may go.

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

    negation: Words | None
    condition: Words | None
    hedge: Words | None
    attribution: Words | None
    contrast: Words | None
    connective: Words | None
    conjunction: Words | None
    addition: Words | None
    label: Words | None
    genre: Words | None
    leaning: Words | None
    day: Words | None
    pronoun: Words | None
    his: Words | None
    her: Words | None
    joint: str | None
    phrases: bool


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """One language. `name`: what English calls it."""

    name: str
    guards: Guards | None


@cache
def codes() -> frozenset[str]:
    """The languages that have a pack."""
    return frozenset(path.stem for path in PACKS.glob("*.toml"))


def pack(language: str) -> LanguagePack | None:
    """The pack of a language (ISO 639-1, "de-AT" is "de"); None where there is none."""
    code = language[:2]
    return _pack(code) if code in codes() else None


@cache
def _pack(code: str) -> LanguagePack:
    return read_pack(PACKS / f"{code}.toml", LanguagePack)
