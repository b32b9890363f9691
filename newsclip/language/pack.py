"""What is known of a language: one record each, kept as data in `packs/<code>.toml` (docs/how-to/add-a-language.md).

Every field is given, or its name (`guards.label`) or that of its whole table (`guards`) stands in the pack's
`unsupported`: then it is None here, and nothing is done that would need it. Words are in lower case, with "'" for "’".
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from newsclip.language.pack_file import read_pack
from newsclip.language.pack_tables import (
    CallingWords,
    CueWords,
    DayWords,
    Guards,
    HeadingWords,
    NameWords,
    NounWords,
    OrderWords,
    PersonWords,
    PlaceWords,
    PlainWords,
    PronounWords,
    SpeakerWords,
    SpeechWords,
    UnspacedWords,
)

PACKS = Path(__file__).parent / "packs"


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """One language: a table of the file each. `name`: what English calls it."""

    name: str
    guards: Guards | None
    cues: CueWords | None
    days: DayWords | None
    words: PlainWords | None
    names: NameWords | None
    nouns: NounWords | None
    people: PersonWords | None
    places: PlaceWords | None
    speech: SpeechWords | None
    headings: HeadingWords | None
    pronouns: PronounWords | None
    callings: CallingWords | None
    speakers: SpeakerWords | None
    orders: OrderWords | None
    unspaced: UnspacedWords | None


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
