"""What is told of a text that somebody brings to be checked."""

from dataclasses import dataclass
from typing import Literal

from newsclip.kernel.spans import Passage

type Outcome = Literal["borne_out", "contradicted", "not_found"]
type WordOrder = Literal["together", "apart", ""]
type Differing = Literal["figure", "name", "date", "negation", ""]

# Characters and sentences of one text. 1,366 claims of three public sets took 106 CPU seconds, the longest 2; a text of
# this size beside 24 articles of 104,000 characters took 1.9.
LONGEST_TEXT, MOST_SENTENCES = 6_000, 40


@dataclass(frozen=True, slots=True)
class NearestPassage:
    """The passage that shares most with a sentence which it does not bear. That they share words proves nothing.

    `absent`: from and to which character of the sentence words stand that the passage has in no form, but for those
    that carry nothing ("the"). `order`: all of its words stand there in its order, `together` with no other between
    them, or `apart`, where others are left out. `complete`: the passage has each of its words in some form. `beside`:
    another passage that has what is absent, with a word beside it.
    """

    passage: Passage
    absent: tuple[tuple[int, int], ...] = ()
    order: WordOrder = ""
    complete: bool = False
    beside: Passage | None = None


@dataclass(frozen=True, slots=True)
class CheckedSentence:
    """A sentence of the text. `borne_out`: it rests on `passages`, reached from them by `edits`.

    `contradicted`: the passage says `held` where the sentence says `said`, which begins at character `said_at`, and
    else the same; `differs` is the kind of these words. `not_found` is not false: no passage that was looked at says
    it; `nearest` is the one that shares most with it, None where all share too little.
    """

    text: str
    outcome: Outcome
    passages: tuple[Passage, ...] = ()
    basis: Literal["exact", "edited", ""] = ""
    edits: tuple[str, ...] = ()
    differs: Differing = ""
    said: str = ""
    held: str = ""
    said_at: int = 0
    nearest: NearestPassage | None = None


@dataclass(frozen=True, slots=True)
class CheckedText:
    """`left_out`: how many sentences at its end were not looked at: beyond MOST_SENTENCES, or when time was up."""

    sentences: tuple[CheckedSentence, ...]
    left_out: int = 0
