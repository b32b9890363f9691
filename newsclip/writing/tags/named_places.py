"""Which mentions are of a known place: "Velland" is one beside "Velland Quist", and so is what is of it."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from newsclip.language.names import Name
from newsclip.language.nouns import capital_nouns
from newsclip.language.places import Place, places
from newsclip.language.word_lists import FUNCTION_WORDS, GIVEN_NAMES
from newsclip.writing.tags.whole_names import SHORT_FORMS

type Named = tuple[str, str, str, Sequence[Name]]  # an article's language, its title, its text and the names of it
type Mention = tuple[Name, int]  # and the article's number

_CURRENCY = frozenset("$€£¥")  # behind a name it opens a sum: "US$40"
_NOUN = re.compile(r" ([a-z]{2,})")


def with_places(found: Sequence[Mention], named: Sequence[Named]) -> list[Mention]:
    """The mentions, those of a known place as such; one of its people where an article names the place itself, too.

    None is part of a longer name. Where every noun has a capital, "Richtung Velland" is none, and "Vellands Hafen".
    """
    longer = defaultdict[int, list[Name]](list)
    for name, number in found:
        if " " in name.text:
            longer[number].append(name)
    told = [(place, number) for number, one in enumerate(named) for place in _free(one, longer[number])]
    named_itself = {place.of for place, _ in told if not (place.people or place.in_compound)}
    starts = {(number, place.start) for place, number in told}
    covers = {(number, place.end) for place, number in told if capital_nouns(named[number][0]) is not None}
    kept = [(place, number) for place, number in told if place.of in named_itself]
    return kept + [(name, at) for name, at in found if (at, name.start) not in starts and (at, name.end) not in covers]


def _free(one: Named, longer: Sequence[Name]) -> Iterator[Place]:
    """The known places that the article mentions, but for those within a longer name."""
    language, _, text, _ = one
    longer = sorted(longer, key=lambda name: name.start)
    starts = [name.start for name in longer]
    parted = [name.text.split() for name in longer]
    not_places = {words[-1] for words in parted if words[0].lower() in GIVEN_NAMES} | {
        words[0] for words in parted if words[0].lower() in GIVEN_NAMES
    }
    capitals = capital_nouns(language) is not None
    for place in places(text, language):
        around = longer[max(0, bisect_right(starts, place.start) - 1)] if longer else place
        within = around.start <= place.start < around.end and around.text != place.text
        if place.text in not_places or only_describes(place, text):
            continue
        if not within or (capitals and _only_leads(around, place)):
            yield place


def _only_leads(name: Name, place: Place) -> bool:
    """Whether the longer name is nouns beside a place: "Richtung | Velland", "Vellands | Hafen"."""
    if name.text.split()[0].lower() in GIVEN_NAMES:
        return False
    owns = place.people and place.text.removesuffix("s") == place.of
    return place.end == name.end or (place.start == name.start and owns)


def only_describes(name: Name, text: str) -> bool:
    """Whether it opens a sum ("US$40"), or is a country's short form before what is of it ("US rate hikes")."""
    if text[name.end : name.end + 1] in _CURRENCY:
        return True
    behind = _NOUN.match(text, name.end)
    return name.text in SHORT_FORMS and behind is not None and behind[1] not in FUNCTION_WORDS
