"""Offices in another spelling: "Governor" for "Gov.", but no "President" for "VP", nor a minister at "5 pm"."""

from collections.abc import Iterable, Iterator, Sequence

from newsclip.language.verifier_tables.guarded import GuardedWords


def known(said: Sequence[str], held: Iterable[Sequence[str]], guarded: GuardedWords) -> frozenset[str]:
    """The words of the sentence's offices that the passages have in any spelling. All words are in lower case."""
    ours, theirs = _bare(said), [_bare(one) for one in held]
    rows = (row for row in guarded.offices if any(_is_held(row, ours, one, guarded) for one in theirs))
    offices = (office.split() for row in rows for office in row)
    return frozenset(word for office in offices if any(_places(ours, office, guarded)) for word in office)


def _bare(words: Sequence[str]) -> list[str]:
    """The words without full stops, behind an empty one, so that one stands before each."""
    return ["", *(word.rstrip(".") for word in words)]


def _is_held(row: Iterable[str], ours: Sequence[str], theirs: Sequence[str], guarded: GuardedWords) -> bool:
    before = (theirs[place - 1] for office in row for place in _places(theirs, office.split(), guarded))
    return any(word not in guarded.lesser or word in ours for word in before)


def _places(words: Sequence[str], office: Sequence[str], guarded: GuardedWords) -> Iterator[int]:
    """Where the words have the whole office, at 1 or later; a time of day is none ("5 pm")."""
    for place in range(1, len(words) - len(office) + 1):
        clock = words[place] in guarded.clock and words[place - 1][-1:].isdigit()
        if words[place : place + len(office)] == office and not clock:
            yield place
