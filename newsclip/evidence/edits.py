"""What may be done to a publisher's words, and how it is recorded, so that the verifier can undo it."""

from dataclasses import dataclass

LOWERED = "capitals lowered"
ROLE = "role heading"
SHORTENED = "shortened"
CLOSE = "joined or reordered"
JUDGED = "judged"  # by a language model that has passed its exam (writing.judging)
PROVED = "proved"  # the steps of the proof (evidence.proof_edits) are recorded behind it
_DROPPED = "dropped: "
_REPLACED = "replaced: "
_IN_FULL = "named in full: "
_INTRODUCED = "introduced: "
_DATED = "dated: "
ATTRIBUTED = "attributed: "
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
OF_SUBJECT = "clause in the subject"
OCCASION = "occasion"
DETAIL = "detail"
# what may end a headline or heading, and no mark needs to stand before
AT_THE_END = (CIRCUMSTANCE, DEFINING, PREDICATE, DETAIL)


@dataclass(frozen=True, slots=True)
class Edit:
    """`old` words of the passage gave way to `new` ones ("" = nothing)."""

    old: str
    new: str = ""

    def __str__(self) -> str:
        if not self.new:
            return f"{_DROPPED}{self.old}"
        done = _IN_FULL if self.completes else _DATED if self.added else _INTRODUCED if self.role else _REPLACED
        return f"{done}{self.old}{_BY}{self.new}"

    @property
    def completes(self) -> bool:
        """Whether the new words are a name in full for its last part: "Ada Holm" for "Holm"."""
        return bool(self.old) and " " not in self.old and self.new.endswith(f" {self.old}")

    @property
    def role(self) -> str:
        """What a full name is said to be: "mayor" of "mayor Ada Holm", "a nurse" of "Ada Holm, a nurse,"; or ""."""
        before, behind, full = f" {self.old}", f"{self.old}, ", " " in self.old
        if full and self.new.endswith(before):
            return self.new.removesuffix(before)
        return self.new.removeprefix(behind).removesuffix(",") if full and self.new.startswith(behind) else ""

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


# What these two words ask: the head of docs/reference/edits.md.
_BY_SYNTAX = "By syntax."
_NO_GUARD = f"{_BY_SYNTAX} WORDS contain no negation, hedge, condition, contrast, attribution or number."
_OF_THE_SECOND = (
    f"{_BY_SYNTAX} WORDS contain no negation, condition, contrast or attribution; what they doubt or count is theirs."
)
_OF_ONE_EVENT = (
    f"{_BY_SYNTAX} WORDS contain no condition or contrast, and no attribution except of something within them; what "
    "they deny, doubt or count is in them alone. The rest reports one event that happened, or that somebody says "
    "happened, without denial, doubt, comparison, rank or “all”."
)
# basis `edited`; without a parser none is accepted
BY_SYNTAX = {
    ASIDE: (
        "A connective between two commas was left out.",
        f"{_BY_SYNTAX} WORDS are a connective that a sentence may lose at its beginning, and oppose nothing.",
    ),
    PARENTHESIS: ("A parenthesis after a name was left out.", _NO_GUARD),
    PARTICIPLE_CLAUSE: (
        "A participle clause at the beginning or end of the sentence was left out.",
        f"{_NO_GUARD} They depend on the main verb, after or before a comma, and do not attribute the sentence.",
    ),
    RELATIVE_CLAUSE: (
        "A clause that begins with “who” or “which” after a comma or dash was left out.",
        f"{_NO_GUARD} They describe one thing, named right before it, that is not in a list.",
    ),
    APPOSITION: (
        "A noun between commas or dashes that says who or what the name before it is was left out.",
        f"{_NO_GUARD} They are a common noun after a name or a definite noun: in no list, no place and no time.",
    ),
    HALF: (
        "The second of two clauses that “and” joins after a comma was left out.",
        f"{_OF_THE_SECOND} Both clauses have a subject and a finite verb of their own, and there is no third.",
    ),
    CIRCUMSTANCE: (
        "When one thing happened, after what, or for what purpose, was left out at the end of a headline or heading, "
        "or before an attribution at its end.",
        f"{_OF_ONE_EVENT} WORDS depend on the main verb, or on the verb of what somebody says. “To” opens the purpose "
        "of the subject, not what it told another to do. An attribution of the sentence stays.",
    ),
    DEFINING: (
        "A clause that says which one of many is meant was left out at the end of a headline or heading: “a boat "
        "that flew a flag”.",
        f"{_OF_ONE_EVENT} WORDS are a relative or participle clause of a noun with “a” or “an”, after a verb that "
        "reports what happened: not “was a boat that”.",
    ),
    OF_SUBJECT: (
        "A clause that says which one of many did something was left out of a headline or heading: “a captain "
        "accused of theft has fled”.",
        f"{_OF_ONE_EVENT} WORDS are a relative or participle clause of a noun with “a” or “an”, right before the main "
        "verb. Nothing later refers to what WORDS name.",
    ),
    PREDICATE: (
        "The second of two things that one subject did was left out at the end of a headline or heading.",
        f"{_OF_THE_SECOND} “And” joins its verb to another, which has an object or the like of its own, and there is "
        "no third. Both report what happened, or something happened that leads to each of the two (“forced to leave "
        "the quay and pay”). The second acts on nothing that the first names. Nothing else denies, doubts, compares, "
        "ranks or speaks of all.",
    ),
    DETAIL: (
        "After what something is so was left out at the end of a headline: “after the storm hit Orlo”.",
        f"{_BY_SYNTAX} WORDS contain no condition or contrast, no attribution except of something within them, and no "
        "word of a list that takes back. They tell after what past event something is so that the main verb does, says "
        "or leads to. The rest denies, opposes, expects, compares and ranks nothing, and does not speak of “all”.",
    ),
    OCCASION: (
        "In what somebody said something was left out: “in a statement”.",
        "By syntax. WORDS are of closed lists. They hang on “say” or the like, told without denial, doubt, “only”; it "
        "keeps its subject (names and nouns; not “nobody”, “few”) and what is said, which they do not touch.",
    ),
    PUBLISHER: (
        "The words by which the article's own publisher attributes the sentence to itself were left out.",
        "By the verifier's own parse, both are clauses. WORDS are only the publisher's name and a word of saying.",
    ),
}

# docs/reference/edits.md is written from these.
KINDS = (
    Kind(
        f"{_DROPPED}WORDS",
        "WORDS were left out.",
        "WORDS are in the passage, and the rules for omissions allow it there: no negation, condition, hedge, "
        "attribution, restriction or number is lost.",
    ),
    Kind(
        f"{_REPLACED}PRONOUN{_BY}NAME",
        "A name took the place of a pronoun.",
        "With the pronoun put back, the sentence is its passage. NAME occurs in a passage of the sentence, and the "
        "last sentence before it that names anybody names this person alone.",
    ),
    Kind(
        f"{_IN_FULL}SURNAME{_BY}NAME",
        "A name in full took the place of a surname.",
        "With the surname put back, the sentence is its passage. The article gives NAME before, and the surname to "
        "nobody and nothing else. By the verifier's own parse, the surname alone is a subject, an object or a "
        "possessor. It is not in quotation marks.",
    ),
    Kind(
        f"{_INTRODUCED}NAME{_BY}ROLE NAME",
        "What somebody is was put beside a name in full: “midwife Ada Holm”, “Ada Holm, a midwife at Orlo,”.",
        "Without it, the sentence is its passage. A passage of its article, not quoted, has ROLE right beside NAME, "
        "and nobody else bears the surname. By the verifier's own parse, ROLE is all that is said there of this one "
        "person: at most nine words, without pronoun, number, negation, doubt, accusation or time. NAME stands alone; "
        "the rest parses as it did.",
    ),
    Kind(
        f"{_DATED}WEEKDAY{_BY}WEEKDAY (DATE)",
        "A date was put in parentheses after a weekday.",
        "Without it, the sentence is its passage. DATE is in a passage of the sentence, whose article means the same "
        "day by it. By the verifier's own parse, the weekday belongs to a verb, which is in the past tense if the day "
        "is past. The day is at most five days off and not in quotation marks.",
    ),
    Kind(
        f"{ATTRIBUTED}WORDS",
        "The publisher that alone tells something was named at the end: “, according to The Orlo Times”.",
        "Without them, the sentence is its passage. WORDS are the phrase of the language and the whole name of the "
        "publisher of its first passage.",
    ),
    *(Kind(f"{kind}{_LEFT_OUT}WORDS", done, asked) for kind, (done, asked) in BY_SYNTAX.items()),
    Kind(
        f"{_MADE_A_SENTENCE}WORDS",
        "A sentence became two where a comma with “and” or “but”, or a semicolon, joins two clauses.",
        "By the verifier's own parse, each clause has a subject and a finite verb of its own and stands by itself. The "
        "first opens with its subject. Nothing in one (said, may, not, if) applies to the other as well, and they "
        "contain no quotation marks.",
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
        "A language model joined up to three parts, or moved words of time. Clips written since prove that.",
        "Each part is supported by itself. Nothing in the first part (said, may, not, if) applies to the next, and "
        "the words of time move past one plain clause only.",
    ),
    Kind(
        JUDGED,
        "A language model put what its passages say into words of its own. No proof leads to it.",
        "The clip's writer says that its judge had passed the exam and answered yes. The verifier finds no fault with "
        "names, figures, days, denial, doubt, speakers, quotation marks and what is added; it cannot prove the rest.",
    ),
    Kind(
        PROVED,
        "A language model put what its passages say into other words. The steps from these to the sentence follow.",
        "The verifier finds the same steps by its own parse, each licensed as below, behind what the clip says before.",
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
        elif edit.startswith((_REPLACED, _IN_FULL, _INTRODUCED, _DATED)) and _BY in edit:
            old, _, new = edit.partition(": ")[2].partition(_BY)
            if old.strip() and new.strip():
                found.append(Edit(old, new))
    return found


def omissions(edits: tuple[str, ...]) -> list[Omission]:
    """The recorded edits by syntax, in the order in which they were made."""
    parts = [edit.partition(_LEFT_OUT) for edit in edits]
    return [Omission(kind, words) for kind, found, words in parts if found and kind in BY_SYNTAX]


def is_omission(edit: str) -> bool:
    """Whether words of the passage went, and nothing else was done."""
    return edit == SHORTENED or edit.startswith(_DROPPED) or bool(omissions((edit,)))


def splits(edits: tuple[str, ...]) -> list[Split]:
    """The second clauses that became sentences, in the order in which they did."""
    return [Split(edit.removeprefix(_MADE_A_SENTENCE)) for edit in edits if edit.startswith(_MADE_A_SENTENCE)]
