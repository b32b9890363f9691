"""What is told of a text that somebody brings to be checked."""

from dataclasses import dataclass
from typing import Literal

from newsclip.kernel.spans import Passage

type Outcome = Literal["borne_out", "contradicted", "not_found"]
type Differing = Literal["figure", "name", "date", "negation", ""]

# Characters and sentences of one text. 1,366 claims of three public sets took 106 CPU seconds, the longest 2; a text of
# this size beside 24 articles of 104,000 characters took 1.9.
LONGEST_TEXT, MOST_SENTENCES = 6_000, 40


@dataclass(frozen=True, slots=True)
class CheckedSentence:
    """A sentence of the text. `borne_out`: it rests on `passages`, reached from them by `edits`.

    `contradicted`: the passage says `held` where the sentence says `said`, which begins at character `said_at`, and
    else the same; `differs` is the kind of these words. `not_found` is not false: no passage that was looked at says
    it.
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


@dataclass(frozen=True, slots=True)
class CheckedText:
    """`left_out`: how many sentences at its end were not looked at: beyond MOST_SENTENCES, or when time was up."""

    sentences: tuple[CheckedSentence, ...]
    left_out: int = 0
