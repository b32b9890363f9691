"""The steps of a proof (evidence.verifier.proofs), as documents record them behind `PROVED`."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsclip.evidence.edits import Kind

MERGED = "passages merged"
REORDERED = "words reordered"
QUOTED = "words quoted"
NAME, TITLE, KIND = "name or pronoun put", "title put", "kind put"
NOMINAL, TENSE, PAIR, FORM = "noun or verb put", "tense put back", "word pair", "put for"
FIGURE, PHRASE = "figure put", "phrase put"
_NOT_TOLD, _OF, _BY = "not told", ": ", " → "
_PLAIN = (MERGED, REORDERED, QUOTED, _NOT_TOLD)


@dataclass(frozen=True, slots=True)
class Proved:
    """A step of a proof: `new` stands for `old`, words of a passage; or, with "", `old` words are not told.

    `licence`: by which kind of step `new` may stand there.
    """

    old: str
    new: str = ""
    licence: str = FORM

    def __str__(self) -> str:
        return f"{self.licence}{_OF}{self.old}{_BY}{self.new}" if self.new else f"{_NOT_TOLD}{_OF}{self.old}"


def tells_alike(recorded: Sequence[str], found: Sequence[str]) -> bool:
    """Whether the steps that are recorded are those found; clips of 0.2 tell of each other word by `put for`."""
    old, now = ([step.partition(_OF)[0] for step in steps] for steps in (recorded, found))
    if tuple(recorded) == tuple(found) or not set(old) <= {*_PLAIN, FORM}:
        return tuple(recorded) == tuple(found)
    kept, told = ([step for step in steps if step.partition(_OF)[0] in _PLAIN] for steps in (recorded, found))
    return kept == told and old.count(FORM) >= sum(kind in (NAME, KIND, NOMINAL, PAIR, FORM) for kind in now)


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
        f"{NAME}{_OF}WORD{_BY}WORD",
        "A name took the place of a pronoun or of another name of the same: “She” became “Holm”; or a pronoun did of a "
        "name.",
        "The passages, or the clip before, name one alone whom the pronoun can mean. A surname is that of one person "
        "in the articles, which have neither a relative of this name, or called by a given name alone, nor “Mr "
        "Holm” beside “Ada Holm”; a longer name stands in one of them. “Mr” is not put to whom an article calls “Mrs”.",
    ),
    Kind(
        f"{TITLE}{_OF}NAME{_BY}TITLE",
        "A title of office stands for whom it stands before: “Mayor Ada Holm” became “the mayor”.",
        "The title is whole: “Lt. Gov. Holm” is not the governor, a former or deputy mayor not the mayor. Nobody else "
        "in the passages or the clip before has it.",
    ),
    Kind(
        f"{KIND}{_OF}NAME{_BY}KIND",
        "A noun with “the” stands for a name: “Velm Lines” became “the company”.",
        "The noun is of a short list of kinds. The passages or the clip before say that the name is one: beside it, by "
        "“is”, by a title before it, “Ltd” at its end, “the city of”. Refused where two of the kind are told of, where "
        "the kind is only denied, doubted, past or somebody's word, and where the clip speaks of another.",
    ),
    Kind(
        f"{NOMINAL}{_OF}WORD{_BY}WORD",
        "A noun took the place of a verb, or a verb of a noun: “the quay was closed” became “the closure of the quay”.",
        "Both stand in one row of a closed list, or are of one family (“recover”, “recovery”). Who did it and to whom "
        "stay. A verb stands for a noun only where the passage tells of it as done: “after the closure”, “made a "
        "decision”; a demanded, planned or denied one proves nothing.",
    ),
    Kind(
        f"{TENSE}{_OF}WORDS{_BY}WORDS",
        "What somebody said is told in reported speech: “The ferry will sail” became “said the ferry would sail”.",
        "It hangs on a verb of saying. Tenses go back by a table: “will” to “would”, “is” to “was”, “sank” to “had "
        "sunk”. Refused: “may” to “would”, another tense without a verb of saying, a lost “not” or “if”.",
    ),
    Kind(
        f"{PAIR}{_OF}WORD{_BY}WORD",
        "A word took the place of another that means the same: “suit” became “lawsuit”, “3” became “three”.",
        "Both stand in one row of a closed list. “Rise” and the like mean the same without an object only.",
    ),
    Kind(
        f"{FIGURE}{_OF}WORDS{_BY}WORDS",
        "A number in figures took the place of one in words, or the other way round: “two million dollars” became "
        "“$2m”.",
        "Both are one number with the same unit: no range, no part of a number, and none that is about so much.",
    ),
    Kind(
        f"{PHRASE}{_OF}WORDS{_BY}WORDS",
        "A phrase took the place of another: “due to” became “because of”.",
        "Both stand in one row of a closed list. Refused where “due to” may say to whom something is owed: behind "
        "“is”, or in a sentence about money and the like.",
    ),
    Kind(
        f"{FORM}{_OF}WORD{_BY}WORD",
        "Another form of a word took its place: “sank” became “has sunk”.",
        "Both are of one word, or of one family. A verb stays as certain, denied or not, and of the same time. "
        "One told of is not many: “a ferry sank” is not “ferries sank”.",
    ),
    Kind(
        f"{_NOT_TOLD}{_OF}WORDS",
        "WORDS of a passage have no part in the sentence.",
        "They do not govern what is told: no attribution, condition, doubt, denial, number or rank, nothing that "
        "judges what is said (“wrongly”, “without evidence”), no year, no age, no long time (“during the war”, “months "
        "ago”), nobody in whose place it was done, no clause with what came of it or moved somebody to it (“killing "
        "half of them”, “beaten by guards”), no adverb but of a list (“quickly”, not “initially”), behind a verb no "
        "noun without an article (“on paper”) and no “by bribing”, of what “and” joins only a clause of its own behind "
        "a comma, and no restriction of more than one thing, or of one where another of its kind is told of in the "
        "passages or before in the clip. Of two figures that go with two places or days each keeps its own.",
    ),
)
