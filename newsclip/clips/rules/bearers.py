"""Who bears a name: which stories tell of one and the same Ada Holm, and of which it cannot be told."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from newsclip.language.content_words import content_stems
from newsclip.language.names import find_names

_ENOUGH, _ENOUGH_BESIDE_OTHER_ROLES = 2, 4  # of what stories have in common: a person counts 2, anything else 1
_OF_A_PERSON = 2


@dataclass(frozen=True, slots=True)
class Appearance:
    """A story in which the name stands, with the roles it is given there, and the keys of the other names."""

    story: int
    roles: tuple[str, ...] = ()
    people: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    language: str = "en"


@dataclass(frozen=True, slots=True)
class _Role:
    """`words`: stems of what is held or done; `names`: of what or where ("mayor of Kelling")."""

    words: frozenset[str]
    names: frozenset[str]

    def agrees(self, other: "_Role") -> bool:
        return bool(self.words & other.words) and not self.excludes(other)

    def excludes(self, other: "_Role") -> bool:
        """Whether two have the same office, each of another place: the mayor of Kelling is not the mayor of Orlo."""
        apart = self.names and other.names and not self.names & other.names
        return bool(self.words & other.words and apart)


@dataclass(slots=True)
class _Joined:
    """Union-find over stories; the oldest of those that are joined stands for all."""

    into: dict[int, int] = field(default_factory=dict)

    def oldest(self, story: int) -> int:
        while (up := self.into.get(story, story)) != story:
            self.into[story] = story = self.into.get(up, up)
        return story

    def join(self, a: int, b: int) -> None:
        first, second = sorted((self.oldest(a), self.oldest(b)))
        self.into[second] = first


def bearers(appearances: Sequence[Appearance]) -> dict[int, int]:
    """For each story the oldest one that tells of the same bearer; stories of which that is not told stay apart.

    Two stories are about the same one where roles share a word ("harbour master", "master of the harbour") and do not
    exclude each other, or where enough other names stand in both. A role that agrees with two that exclude each other
    ("mayor", beside the mayors of Kelling and of Orlo) tells nothing.
    """
    roles = {one.story: frozenset(_roles(one)) for one in appearances}
    telling = _telling({role for some in roles.values() for role in some})
    joined = _Joined({one.story: one.story for one in appearances})
    for one, other in combinations(appearances, 2):
        if joined.oldest(one.story) != joined.oldest(other.story):
            mine, theirs = roles[one.story], roles[other.story]
            if _agree(mine & telling, theirs & telling) or _shared(one, other) >= _needed(mine, theirs):
                joined.join(one.story, other.story)
    return {one.story: joined.oldest(one.story) for one in appearances}


def _roles(one: Appearance) -> Iterator[_Role]:
    for role in one.roles:
        names = frozenset(word.casefold() for name in find_names(role, one.language) for word in name.text.split())
        of_names = content_stems(" ".join(names), one.language)
        words = content_stems(role, one.language) - of_names
        if words:
            yield _Role(words, names)


def _telling(roles: Collection[_Role]) -> frozenset[_Role]:
    """The roles that do not agree with two which exclude each other."""
    return frozenset(
        role
        for role in roles
        if not any(a.excludes(b) for a, b in combinations([one for one in roles if one.agrees(role)], 2))
    )


def _agree(mine: Collection[_Role], theirs: Collection[_Role]) -> bool:
    return any(role.agrees(other) for role in mine for other in theirs)


def _shared(one: Appearance, other: Appearance) -> int:
    return _OF_A_PERSON * len(one.people & other.people) + len(one.things & other.things)


def _needed(mine: Collection[_Role], theirs: Collection[_Role]) -> int:
    """More where both have roles, and other ones."""
    return _ENOUGH_BESIDE_OTHER_ROLES if mine and theirs and not _agree(mine, theirs) else _ENOUGH


def renamed(found: Mapping[int, int], known: Mapping[int, int]) -> dict[int, int]:
    """The same groups under the oldest story that any of their stories is known by."""
    least: dict[int, int] = {}
    for story, oldest in found.items():
        least[oldest] = min(least.get(oldest, oldest), known.get(story, oldest))
    return {story: least[oldest] for story, oldest in found.items()}
