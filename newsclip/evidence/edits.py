"""What may be done to a publisher's words, and how it is recorded, so that the verifier can undo it."""

from dataclasses import dataclass

LOWERED = "capitals lowered"
ROLE = "role heading"
SHORTENED = "shortened"
CLOSE = "joined or reordered"
_DROPPED = "dropped: "
_REPLACED = "replaced: "
_IN_FULL = "named in full: "
_DATED = "dated: "
_BY = " → "
_LEFT_OUT = " left out: "
_MADE_A_SENTENCE = "second clause made a sentence: "

APPOSITION = "apposition"
RELATIVE_CLAUSE = "relative clause"
PARTICIPLE_CLAUSE = "participle clause"
PARENTHESIS = "parenthesis"
ASIDE = "aside"
PUBLISHER = "publisher"
HALF = "second clause"
CIRCUMSTANCE = "circumstance"
DEFINING = "defining clause"
PREDICATE = "second predicate"
DETAIL = "detail"
OPENING = "opening circumstance"
OF_SUBJECT = "clause in the subject"
# what may end a headline or heading, and no mark needs to stand before
AT_THE_END = (CIRCUMSTANCE, DEFINING, PREDICATE, DETAIL)
# what only a heading may lose, since its whole sentence stands below it
IN_HEADINGS = (DETAIL, OPENING)


@dataclass(frozen=True, slots=True)
class Edit:
    """`old` words of the passage gave way to `new` ones ("" = nothing)."""

    old: str
    new: str = ""

    def __str__(self) -> str:
        if not self.new:
            return f"{_DROPPED}{self.old}"
        done = _IN_FULL if self.completes else _DATED if self.added else _REPLACED
        return f"{done}{self.old}{_BY}{self.new}"

    @property
    def completes(self) -> bool:
        """Whether the new words are a name in full for its last part: "Ada Holm" for "Holm"."""
        return bool(self.old) and self.new.endswith(f" {self.old}")

    @property
    def added(self) -> str:
        """The date that stands in parentheses behind a weekday: "2 March" of "Monday (2 March)"; "" for none."""
        before, behind = f"{self.old} (", ")"
        added = bool(self.old) and self.new.startswith(before) and self.new.endswith(behind)
        return self.new[len(before) : -len(behind)] if added else ""


@dataclass(frozen=True, slots=True)
class Omission:
    """Words that their syntax allows to leave out: a constituent of one `kind`, with none of the marks around it."""

    kind: str
    words: str

    def __str__(self) -> str:
        return f"{self.kind}{_LEFT_OUT}{self.words}"


@dataclass(frozen=True, slots=True)
class Split:
    """Words that became a sentence of their own: a second clause with the "and" or "but" that joined it."""

    words: str

    def __str__(self) -> str:
        return f"{_MADE_A_SENTENCE}{self.words}"


@dataclass(frozen=True, slots=True)
class Kind:
    """An edit as documents record it, what the writer did, and what the verifier asks before it stands."""

    recorded: str
    done: str
    asked: str


_BY_ITS_PARSE = (
    "By the verifier's own parse, one word alone ties WORDS to the rest, which parses by itself as it did before. "
    "No quotation mark, negation, hedge, condition or attribution is lost."
)
# Basis `edited`; without a parser none of them stands.
BY_SYNTAX = {
    ASIDE: (
        "A connective between two commas was left out.",
        "WORDS are one that a sentence may lose at its beginning, and oppose nothing.",
    ),
    PARENTHESIS: ("What stands in parentheses behind a name was left out.", "WORDS hold no number."),
    PARTICIPLE_CLAUSE: (
        "A participle's clause at an end of the sentence was left out.",
        "It hangs on the main verb behind or before a comma, does not say who says so, and holds no number.",
    ),
    RELATIVE_CLAUSE: (
        "A clause that begins with “who” or “which” behind a comma or dash was left out.",
        "It says more of one thing, named right before it, that is no member of a list. It holds no number.",
    ),
    APPOSITION: (
        "A noun between commas or dashes that says who or what the name before it is was left out.",
        "It is a common noun behind a name or a definite noun, no member of a list, no place and no time, and holds no "
        "number.",
    ),
    HALF: (
        "The second of two clauses that “and” joins behind a comma was left out.",
        "Both have a subject and a finite verb of their own, and there is no third.",
    ),
    CIRCUMSTANCE: (
        "When, upon what or what for one thing happened was left out at the end of a headline or heading, but for who "
        "says so.",
        "It hangs on a verb that tells what happened, or has happened: the main verb, or what somebody says. “To” "
        "opens what the subject did it for, not what it told another to do. Nothing else denies, doubts, compares, "
        "ranks or tells of all. Who says so stays.",
    ),
    DEFINING: (
        "Which one of many was meant was left out at the end of a headline or heading: “a boat that flew a flag”.",
        "It is a relative or participle clause of a noun with “a” or “an”, behind a verb that tells what happened, and "
        "no more than that: no “was a boat that”. Nothing else denies, doubts, compares, ranks or tells of all.",
    ),
    OF_SUBJECT: (
        "Which one of many it was that did something was left out of a headline or heading: “a captain accused of "
        "theft has fled”.",
        "It is a relative or participle clause of a noun with “a” or “an”, right before the main verb, which tells "
        "what happened. Nothing takes up what WORDS name. Nothing else denies, doubts, compares, ranks or tells of "
        "all.",
    ),
    PREDICATE: (
        "The second of two things that one subject did was left out at the end of a headline or heading.",
        "“And” joins its verb to another, which has an object or the like of its own, and there is no third. Both tell "
        "what happened, or something happened that leads to each of the two (“forced to leave the quay and pay”). It "
        "does nothing to what the first names. Nothing else denies, doubts, compares, ranks or tells of all.",
    ),
    DETAIL: (
        "What more is told was left out at the end of a heading: where, how, why or by whom one thing happened, which "
        "one of many was meant, or what a comma sets apart there.",
        "Its whole sentence stands below the heading. It is a clause with “who”, “which”, “while” and the like, or a "
        "participle's, behind a comma, and no condition. Or it opens with a preposition that says no more than that: "
        "the verb keeps what it was done to, or it hangs on a name or a noun with “a” or “an”; no work of fiction is "
        "named, and nothing else denies, doubts, compares, ranks or tells of all.",
    ),
    OPENING: (
        "When, why or in spite of what something happened was left out at the beginning of a heading.",
        "Its whole sentence stands below the heading. It stands between the beginning and a comma, behind which the "
        "main verb's subject follows. It opens with “because”, “while”, “despite” and the like. Or it is a time, and "
        "nothing else denies, doubts, compares, ranks or tells of all.",
    ),
    PUBLISHER: (
        "That the article's own publisher says so was left out.",
        "WORDS are the publisher's name and a word of saying, and nothing else.",
    ),
}

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
        f"{_IN_FULL}SURNAME{_BY}NAME",
        "A name in full took the place of a surname.",
        "With the surname put back, the sentence is its passage. The article gives NAME before, and the surname to "
        "nobody and nothing else. By the verifier's own parse, the surname is by itself what does or has something. It "
        "does not stand in quotation marks.",
    ),
    Kind(
        f"{_DATED}WEEKDAY{_BY}WEEKDAY (DATE)",
        "A date was put in parentheses behind a weekday.",
        "Without it, the sentence is its passage. DATE stands in a passage of the sentence, whose article names the "
        "same day by it. By the verifier's own parse, a verb has the weekday and tells as past what is past; it is at "
        "most five days off and does not stand in quotation marks.",
    ),
    *(Kind(f"{kind}{_LEFT_OUT}WORDS", done, f"{_BY_ITS_PARSE} {asked}") for kind, (done, asked) in BY_SYNTAX.items()),
    Kind(
        f"{_MADE_A_SENTENCE}WORDS",
        "A sentence became two where a comma with “and” or “but”, or a semicolon, joins two clauses.",
        "By the verifier's own parse, each clause has a subject and a finite verb of its own and stands by itself. The "
        "first opens with its subject. Nothing (said, may, not, if) reaches over from one to the other, and no "
        "quotation marks stand in them.",
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
    """The recorded edits that changed words. Others ("capitals lowered") are left out.

    So is one that gives no words for others, or words for none: nothing is undone by it.
    """
    found = []
    for edit in edits:
        if edit.startswith(_DROPPED):
            found.append(Edit(edit.removeprefix(_DROPPED)))
        elif edit.startswith((_REPLACED, _IN_FULL, _DATED)) and _BY in edit:
            old, _, new = edit.partition(": ")[2].partition(_BY)
            if old.strip() and new.strip():
                found.append(Edit(old, new))
    return found


def omissions(edits: tuple[str, ...]) -> list[Omission]:
    """The recorded edits by syntax, in the order in which they were made."""
    parts = [edit.partition(_LEFT_OUT) for edit in edits]
    return [Omission(kind, words) for kind, found, words in parts if found and kind in BY_SYNTAX]


def splits(edits: tuple[str, ...]) -> list[Split]:
    """The second clauses that became sentences, in the order in which they did."""
    return [Split(edit.removeprefix(_MADE_A_SENTENCE)) for edit in edits if edit.startswith(_MADE_A_SENTENCE)]
