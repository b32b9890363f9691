"""A person, place or body that a story names, under all its names."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from newsclip.language.pos_tagger import is_common_word
from newsclip.language.word_lists import GIVEN_NAMES
from newsclip.writing.tags.whole_names import LONGEST, shouts

CENTRAL = 0.2  # of the first one's score: what has less is beside what the story is about
_USUAL = 4  # times as often as the long form: "Orlo Car Care" beside "Orlo Car Care Centre Ltd"
_MENTIONS = 2  # fewer, and in no title: a name in passing
_INITIAL = re.compile(r" [A-Z]\.? ")


@dataclass(frozen=True, slots=True)
class Concept:
    """One person, place or body under all the names it is given, and how often each; `articles` are those that name it.

    `full`: what it is called. `people`: the mentions as a person. `home`: whether it is the country that most papers of
    the language are of. `titled`: whether a title has it.
    """

    full: str
    names: Counter[str]
    place: bool = False
    people: int = 0
    home: bool = False
    weight: float = 0.0
    articles: frozenset[int] = frozenset()
    titled: bool = False

    @property
    def in_passing(self) -> bool:
        """Whether it is named once, and in no title."""
        return self.is_everywhere or (not self.titled and self.names.total() < _MENTIONS)

    @property
    def is_everywhere(self) -> bool:
        """Whether it is the country that most papers are of, and in no title."""
        return self.home and not self.titled

    @property
    def is_given_name(self) -> bool:
        """Whether it is somebody's given name and nothing else: a reader does not know whose."""
        return not self.place and " " not in self.full and self.full.lower() in GIVEN_NAMES

    @property
    def is_last_name(self) -> bool:
        """Whether it is somebody's last name and nothing else, and in no title: a reader does not know whose."""
        return not self.titled and " " not in self.full and 2 * self.people > self.names.total()

    @property
    def is_initials(self) -> bool:
        """Whether it is told by initials alone, as who says something mostly is."""
        return self.full.isupper() and " " not in self.full

    @property
    def score(self) -> float:
        return self.weight * len(self.articles)


def least_central(found: Sequence[Concept]) -> float:
    """The score of the least central of the concepts, by the first that is not told by initials alone."""
    scores = [one.score for one in found if not one.is_initials] or [one.score for one in found]
    return CENTRAL * max(scores, default=0.0)


def full_name(names: Counter[str], peoples: Collection[str] = ()) -> str:
    """The name of most words that is no sentence, without what it has beyond one that is far more usual.

    `peoples`: those of the names that are words for what is of a place.
    """
    if peoples:
        return max(names.keys() - set(peoples), key=lambda name: (names[name], name), default="")
    fit = [name for name in names if len(name.replace(" ", "")) <= LONGEST] or list(names)
    best = max(fit, key=lambda name: (_is_plain(name, fit), len(name.split()), not shouts(name), names[name], name))
    usual = [name for name in fit if " " in name and name != best and _is_part(name, best)]
    often = max(usual, key=lambda name: (names[name], name), default=best)
    best = often if names[often] >= _USUAL * names[best] else best
    short, _, what = best.partition(" ")
    if names[short] >= max(_USUAL * names[best], *names.values()) and _only_tells_what(short, what):
        return short
    if best.isupper() and names[best.title()] >= names[best]:
        return best.title()
    if best[-1] == "s" and best[:-1].isupper() and best[:-1] in names:  # "USAs", as Norwegian says whose
        return best[:-1]
    return best.capitalize() if shouts(best) else best


def _only_tells_what(name: str, what: str) -> bool:
    """Whether plain words follow a name: "Orlo | Group", unlike "Kim | Holm" and "White | House"."""
    if not what or is_common_word(name) or name.lower() in GIVEN_NAMES:
        return False
    return all(is_common_word(word) for word in what.split())


def _is_part(name: str, of: str) -> bool:
    """Whether a longer name begins or ends with it; a given name is no less a part: "Ada | Quist Holm"."""
    ends = of.endswith(f" {name}") and of.split(maxsplit=1)[0].lower() not in GIVEN_NAMES
    return ends or of.startswith(f"{name} ")


def _is_plain(name: str, names: Collection[str]) -> bool:
    """Whether it is no name with an initial that goes without it, too: "Ada L. Quist" beside "Ada Quist"."""
    return not _INITIAL.search(name) or _INITIAL.sub(" ", name) not in names
