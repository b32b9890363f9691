"""How the words of a sentence hang together: what rules read, whoever parses.

Labels are those of ClearNLP, as spaCy's English models give them: `nsubj`, `nsubjpass` and `csubj` are subjects, `dobj`
and `attr` what a verb has, `ccomp`, `advcl`, `relcl` and `acl` clauses, `appos` a noun that says who or what the noun
before it is, `conj` what "and" joins to its head, `punct` marks; `ROOT` is the head of the sentence. Parts of speech
are Universal Dependencies' (`pos`) and the Penn Treebank's (`tag`: VBG is a participle in -ing).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

# characters of what is parsed; a sentence of a clip has 130, one of 40 words 260
LONGEST = 1_200
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark: where it stands (code points, end exclusive), and what it depends on.

    `head`: the place of that token in the parse; a head of a sentence is its own.
    """

    start: int
    end: int
    word: str
    lemma: str
    pos: str
    tag: str
    label: str
    head: int


@dataclass(frozen=True)
class Parse:
    """A text and its tokens, in order."""

    text: str
    tokens: tuple[Token, ...]

    @cached_property
    def roots(self) -> tuple[int, ...]:
        """The heads of sentences; more than one where the parser takes the text for several."""
        return tuple(i for i, token in enumerate(self.tokens) if token.head == i)

    @cached_property
    def bounds(self) -> tuple[tuple[int, int], ...]:
        """For each token the first and the last token that hang on it, itself included."""
        first, last = list(range(len(self.tokens))), list(range(len(self.tokens)))
        for i in sorted(range(len(self.tokens)), key=self._depth.__getitem__, reverse=True):
            head = self.tokens[i].head
            first[head], last[head] = min(first[head], first[i]), max(last[head], last[i])
        return tuple(zip(first, last, strict=True))

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        found: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head != i:
                found[token.head].append(i)
        return tuple(map(tuple, found))

    @cached_property
    def _depth(self) -> list[int]:
        depth = [0] * len(self.tokens)
        waiting = list(self.roots)
        while waiting:
            i = waiting.pop()
            for child in self._children[i]:
                depth[child] = depth[i] + 1
                waiting.append(child)
        return depth

    def children(self, place: int, *labels: str) -> Iterator[int]:
        """The tokens that hang on this one, all or those with one of the labels."""
        return (i for i in self._children[place] if not labels or self.tokens[i].label in labels)

    def has(self, place: int, *labels: str) -> bool:
        """Whether a token with one of the labels hangs on this one."""
        return any(self.tokens[i].label in labels for i in self._children[place])

    def is_finite(self, verb: int) -> bool:
        """Whether the verb has a tense, or a word that helps it."""
        return any(self.tokens[i].tag in FINITE_TAGS for i in (verb, *self.children(verb, "aux", "auxpass")))

    def hangs_on(self, place: int, head: int) -> bool:
        """Whether the token is that head, or hangs on it, perhaps through others."""
        while place != head and self.tokens[place].head != place:
            place = self.tokens[place].head
        return place == head


class Parser(Protocol):
    """Parses one sentence."""

    @property
    def mark(self) -> str:
        """Which parser and model, with their versions; "" where there is none."""

    def __call__(self, text: str, language: str) -> Parse | None:
        """None where there is no parser for the language (ISO 639-1), and for more than LONGEST characters."""


class NoParser:
    """A Parser of no language: nothing is edited by syntax, and clips hold whole sentences."""

    mark = ""

    def __call__(self, text: str, language: str) -> Parse | None:
        return None


NO_PARSER = NoParser()
