"""The tables by which the verifier judges, from `packs/verifier/<code>.toml`; no writer finds anything by them."""

from dataclasses import dataclass

from newsclip.language.pack_tables import Words
from newsclip.language.verifier_tables.casualties import CountedWords
from newsclip.language.verifier_tables.events import (
    CircumstanceWords,
    DeedWords,
    MovedTimeWords,
    UndoingWords,
    VerbWords,
)
from newsclip.language.verifier_tables.guarded import GuardedWords
from newsclip.language.verifier_tables.proofs import ProofWords
from newsclip.language.verifier_tables.qualifiers import QualifierWords
from newsclip.language.verifier_tables.speech import (
    DatelineWords,
    FictionWords,
    IntroductionWords,
    PageWords,
    SpeakingWords,
    SubjectWords,
)
from newsclip.language.verifier_tables.values import (
    ClaimWords,
    FactWords,
    GlanceWords,
    MatterWords,
    PhraseWords,
    TollWords,
    ValueWords,
)


@dataclass(frozen=True, slots=True)
class VerifierWords:
    """`negation`: words that deny by themselves. `counts` name numbers, `today` the days that no calendar names.

    The tables say more themselves.
    """

    negation: Words | None
    counts: Words | None
    today: Words | None
    datelines: DatelineWords
    deeds: DeedWords
    circumstances: CircumstanceWords | None
    undoing: UndoingWords | None
    fiction: FictionWords
    verbs: VerbWords | None
    times: MovedTimeWords | None
    pages: PageWords | None
    claims: ClaimWords | None
    subjects: SubjectWords | None
    speaking: SpeakingWords | None
    introductions: IntroductionWords | None
    matters: MatterWords | None
    values: ValueWords | None
    facts: FactWords | None
    tolls: TollWords | None
    phrases: PhraseWords | None
    glance: GlanceWords | None
    proofs: ProofWords | None
    guarded: GuardedWords | None
    qualifiers: QualifierWords | None
    counted: CountedWords | None
