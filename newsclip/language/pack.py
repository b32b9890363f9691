"""What is known of a language: one record each, kept as data in `packs/<code>.toml` (docs/how-to/add-a-language.md).

Every field is given, or its name (`guards.label`) or that of its whole table (`guards`) stands in the pack's
`unsupported`: then it is None here, and nothing is done that would need it. Words are in lower case, with "'" for "’".
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast, get_args, get_type_hints

from newsclip.language.casualty_tables import CasualtyWords, NumberWords
from newsclip.language.disagreement_tables import DisagreementWords
from newsclip.language.pack_file import PackTables, read_pack
from newsclip.language.pack_tables import (
    CallingWords,
    CueWords,
    DayWords,
    Guards,
    NameWords,
    NounWords,
    PersonWords,
    PlaceWords,
    PlainWords,
    PronounWords,
    SpeakerWords,
    SpeechWords,
)
from newsclip.language.section_tables import SectionWords
from newsclip.language.text_analysis_tables import (
    AgencyCreditWords,
    BackWords,
    CreditWords,
    DotWords,
    OrderWords,
    QuantityWords,
    QuotationWords,
    StaleWords,
    StoryWords,
    UnspacedWords,
)
from newsclip.language.verifier_tables import VerifierWords
from newsclip.language.writer_tables import (
    AnswerWords,
    AntecedentWords,
    ClipWords,
    GlanceWords,
    InstructionWords,
    NeedWords,
    NoveltyWords,
    PageKindWords,
    SentenceWords,
    TagWords,
    UnknownWords,
)

PACKS = Path(__file__).parent / "packs"
VERIFIER = PACKS / "verifier"  # files of their own: a command that judges nothing reads none
ENGLISH = "en"


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
    section_types: SectionWords | None
    pronouns: PronounWords | None
    callings: CallingWords | None
    speakers: SpeakerWords | None
    orders: OrderWords | None
    unspaced: UnspacedWords | None
    quotations: QuotationWords | None
    quantities: QuantityWords | None
    dots: DotWords | None
    stories: StoryWords | None
    credits: CreditWords | None
    agency_credits: AgencyCreditWords | None
    back: BackWords | None
    tags: TagWords | None
    instructions: InstructionWords | None
    disagreements: DisagreementWords | None
    numbers: NumberWords | None
    casualties: CasualtyWords | None
    sentences: SentenceWords | None
    antecedents: AntecedentWords | None
    novelty: NoveltyWords | None
    needs: NeedWords | None
    clips: ClipWords | None
    unknowns: UnknownWords | None
    stale: StaleWords | None
    page_kinds: PageKindWords | None
    glance: GlanceWords | None
    answers: AnswerWords | None


NO_PACK = LanguagePack("", *[None] * (len(fields(LanguagePack)) - 1))


@cache
def codes() -> frozenset[str]:
    """The languages that have a pack."""
    return frozenset(path.stem for path in PACKS.glob("*.toml"))


def pack(language: str) -> LanguagePack:
    """The pack of a language (ISO 639-1, "de-AT" is "de"); where there is none, one that has no table."""
    code = language[:2]
    return _pack(code) if code in codes() else NO_PACK


def is_english(language: str) -> bool:
    """Whether some rules, which are made for English alone, read the text: also where its language is not told."""
    return (language[:2] or ENGLISH) == ENGLISH


class _PackInFile(LanguagePack):
    """A pack whose tables are read when they are first asked for."""

    __slots__ = ("_tables",)

    def __init__(self, path: Path) -> None:
        object.__setattr__(self, "_tables", PackTables(path, LanguagePack))

    def __getattr__(self, name: str) -> Any:
        """Asked for what is not read yet, as a slot that holds nothing has no attribute."""
        value = self._tables.field(name)
        object.__setattr__(self, name, value)
        return value


@cache
def _pack(code: str) -> LanguagePack:
    return _PackInFile(PACKS / f"{code}.toml")


@cache
def _fields(record: type) -> dict[Any, str]:
    """The name of each kind of table in a record."""
    hints = get_type_hints(record).items()
    return {kind: name for name, hint in hints for kind in (get_args(hint) or (hint,)) if is_dataclass(kind)}


def english[T](kind: type[T]) -> T:
    """The table of this kind for English, which has all, for rules that know no other language."""
    if name := _fields(LanguagePack).get(kind):
        return cast(T, getattr(_pack(ENGLISH), name))
    return cast(T, getattr(_verifier_words(ENGLISH), _fields(VerifierWords)[kind]))


def in_all_languages[T](kind: type[T]) -> Iterator[T]:
    """The tables of this kind of all packs that have one, for what any page may say in any language."""
    name = _fields(LanguagePack)[kind]
    tables = (getattr(_pack(code), name) for code in sorted(codes()))
    return (table for table in tables if table is not None)


def verifier_words(language: str) -> VerifierWords | None:
    """What the verifier judges by in a language, beside the guards of its pack; None where it knows no more."""
    return _verifier_words(language[:2])


@cache
def verifier_codes() -> frozenset[str]:
    """The languages of which the verifier knows more than their packs."""
    return frozenset(path.stem for path in VERIFIER.glob("*.toml"))


@cache
def _verifier_words(code: str) -> VerifierWords | None:
    return read_pack(VERIFIER / f"{code}.toml", VerifierWords) if code in verifier_codes() else None
