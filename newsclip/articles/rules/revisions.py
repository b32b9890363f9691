"""What a publisher changed between two revisions, sentence by sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from unicodedata import normalize

from newsclip.articles.rules.boilerplate_lines import is_junk
from newsclip.articles.rules.page_patterns import page_patterns
from newsclip.language.tokens import sentences

_LIKE = 0.6  # similarity from which two sentences are one, reworded
_LONGEST_COMPARED = 400  # characters of a sentence
_MOST_PAIRED = 80  # sentences: a rewrite of more is a new text
_WORD = re.compile(r"\w")
_PARTS = re.compile(r"[|·•]")  # of a line around the article
_AS_TYPED = str.maketrans(
    dict.fromkeys("“”„‟«»‹›‘’‚‛'`´「」『』＂", '"') | dict.fromkeys("‐‑‒–—―−", "-") | {"…": "..."}
)
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")  # soft hyphens and the like
_MARKS = re.compile('"+')  # two single ones for a double one
_BEFORE_SIGN = re.compile(r" (?=[^\w ])")
_BEHIND_SIGN = re.compile(r"(?<=[^\w ]) (?!\d)|(?<=[^\w .,:]) ")  # "3, 5" are two figures


@dataclass(frozen=True, slots=True)
class Change:
    """Sentences only in the new text, only in the old one, and (old, new) pairs of reworded ones."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()
    title: tuple[str, str] | None = None

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed or self.title)

    def as_json(self) -> dict[str, object]:
        shown: dict[str, object] = {
            "added": list(self.added), "removed": list(self.removed), "changed": [list(pair) for pair in self.changed],
        }  # fmt: skip
        return shown | ({"title": list(self.title)} if self.title else {})


def compare(old_title: str, old_text: str, title: str, text: str) -> Change:
    """What changed. Empty for noise: white space, forms of quotation marks and dashes, lines that only count
    readers or tell a time, "read more" links, order.
    """
    before, after = _sentences(old_text), _sentences(text)
    known, shown = {_plain(s) for s in before}, {_plain(s) for s in after}
    gone = [s for s in before if _plain(s) not in shown and not _is_noise(s)]
    new = [s for s in after if _plain(s) not in known and not _is_noise(s)]
    changed = _pairs(gone, new)
    rewritten = {old for old, _ in changed}
    fresh = {new for _, new in changed}
    return Change(
        added=tuple(s for s in new if s not in fresh),
        removed=tuple(s for s in gone if s not in rewritten),
        changed=tuple(changed),
        title=(old_title, title) if _plain(old_title) != _plain(title) else None,
    )


def _sentences(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


def _plain(sentence: str) -> str:
    """Its words and signs without what typography alone changes; parts that only count readers are dropped."""
    words = _UNSEEN.sub("", " ".join(_without_counters(sentence).split())).translate(_AS_TYPED)
    words = _BEFORE_SIGN.sub("", _MARKS.sub('"', words))
    return normalize("NFC", _BEHIND_SIGN.sub("", words)).lower().rstrip(".")


def _without_counters(sentence: str) -> str:
    """What is left of "14 March | 5 min read | 12 comments"."""
    counts = page_patterns().counters
    return " | ".join(part for part in _PARTS.split(sentence) if not counts.fullmatch(part))


def _is_noise(sentence: str) -> bool:
    left = _without_counters(sentence)
    stamps = page_patterns().stamps
    return not _WORD.search(left) or all(map(stamps.fullmatch, _PARTS.split(left))) or is_junk(sentence)


def _pairs(gone: Sequence[str], new: Sequence[str]) -> list[tuple[str, str]]:
    """Each removed sentence with the most similar added one, if they are similar enough."""
    free = list(new[:_MOST_PAIRED])
    pairs = []
    for old in gone[:_MOST_PAIRED]:
        best = max(free, key=lambda other: _likeness(old, other), default=None)
        if best is not None and _likeness(old, best) >= _LIKE:
            pairs.append((old, best))
            free.remove(best)
    return pairs


def _likeness(a: str, b: str) -> float:
    """The share of words that two sentences have in common, in order."""
    one, other = a[:_LONGEST_COMPARED].split(), b[:_LONGEST_COMPARED].split()
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
