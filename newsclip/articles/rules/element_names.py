"""What class and id names say about an element: the names that publishers share."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

# One word, or two joined by "+" that stand as one or side by side; "*" matches any ending.
_BESIDES = """
    comment comments disqus livefyre related recirc* recommend* outbrain taboola trending popular most+read most+viewed
    most+popular side+bar rail widget newsletter newsletters subscri* sign+up promo* sponsor* advert* ad ads adbox
    ad+unit banner share* sharing social* breadcrumb breadcrumbs byline author authors author+bio author+box author+info
    bio contributor* post+info dateline timestamp date meta metadata post+meta entry+meta tags tag+list topic topics
    keywords nav* menu* footer* foot pagination pager cookie* consent gdpr modal popup overlay paywall print+only
    visually+hidden sr+only screen+reader* hidden caption* credit photo+credit gallery slideshow carousel video+caption
    video+title video+player player copyright disclaimer read+more more+from more+on more+stories more+news see+also
    also+read teaser* cta donat* poll quiz skip* toolbar tools utility reaction reactions rating* vote votes login
    register search* infobox factbox correction+link next+prev prev+next navigation up+next next+up interstitial
    feedback onetrust* optanon* truste didomi* qc+cmp* ccpa reg+wall reg+gate reg+form registration+wall
    registration+gate registration+form bookmark* app+promo follow*
"""
_BESIDES_IN_PARAGRAPH = """
    caption* credit byline author date* meta timestamp copyright disclaimer ad ads advert* tag tags social* share*
    newsletter* related* read+more hidden promo*
"""
_NEVER_BODY = """
    foot* side+bar* rail nav* menu* cookie* consent related recirc* recommend* outbrain taboola trending most+read
    most+viewed most+popular most+recent most+shared popular newsletter newsletters share* social* modal breadcrumb
    breadcrumbs pagination pager read+more more+from more+on more+stories more+news teaser* carousel gallery login
    widget
"""
_BODIES = re.compile(
    r"(?:article|story)-?_?(?:body|content|text)|(?:entry|post)-?content|post-?body|body-?copy|main-?content"
    r"|content-?body|article__"
)
_LAYOUT = re.compile(
    r"\b(?:with|no|has|one|two|hide|not?)[-_]sidebars?[\w-]*"
    r"|\bsidebars?[-_]enabled[\w-]*|elementor[\w-]*"
    r"|\bhs_cos_wrapper[\w-]*|\bwidget-(?:span|type-[\w-]+)"
)
_HIDDEN_PART = re.compile(
    r"(?<![a-z])(?:overflow(?:-[xy])?|label|backface)[-_]hidden\b"
)  # hides what overflows, or a label
_UNFOLDS = re.compile(r"accordion|faq|collapse", re.IGNORECASE)  # an answer that opens with its question
_FOLDED = re.compile(r"[-_]?hidden\w{0,40}", re.IGNORECASE)
_COMMENTS = re.compile(r"comment|disqus|livefyre|respond|reply|replies|forum|discussion|thread")
_CHROME = re.compile(r"foot|cookie|consent|gdpr|modal")
_OF_LAYOUT = re.compile(r"[:@/\[]")  # Tailwind and similar: "md:hidden", "bg-footer/20"
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_APART = re.compile(r"[-_]+")


class Hints(NamedTuple):
    """What an element's names say: beside the body, or the body itself.

    `firm`: hardly ever the body, however much text it holds. `comments`, `chrome`: never the body.
    """

    beside: bool = False
    body: bool = False
    firm: bool = False
    comments: bool = False
    chrome: bool = False


class NameWords:
    """A word list with whole words, pairs of words, and prefixes; `words` as it is written above."""

    def __init__(self, words: str) -> None:
        self.words = words.split()
        single = [word for word in words.split() if "+" not in word]
        double = [word.replace("+", "") for word in words.split() if "+" in word]
        self.whole = frozenset(word for word in (*single, *double) if not word.endswith("*"))
        self.beginnings = tuple(word.rstrip("*") for word in (*single, *double) if word.endswith("*"))
        self.double = frozenset(word for word in double if not word.endswith("*"))
        self.double_beginnings = tuple(word.rstrip("*") for word in double if word.endswith("*"))

    def any_in(self, words: Sequence[str], pairs: Sequence[str]) -> bool:
        if not (self.whole.isdisjoint(words) and self.double.isdisjoint(pairs)):
            return True
        return _begins(words, self.beginnings) or _begins(pairs, self.double_beginnings)


def _begins(words: Sequence[str], beginnings: tuple[str, ...]) -> bool:
    for word in words:  # noqa: SIM110 — `any` takes twice as long for so few words
        if word.startswith(beginnings):
            return True
    return False


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """Names beside the body, those of them that count in a paragraph, and those that are hardly ever the body's."""

    beside: NameWords
    in_paragraph: NameWords
    never_body: NameWords


NAMES = Names(NameWords(_BESIDES), NameWords(_BESIDES_IN_PARAGRAPH), NameWords(_NEVER_BODY))
NO_HINTS = Hints()
_LONGEST = 2_000  # characters


def hints(names: str, known: Names = NAMES, *, in_paragraph: bool) -> Hints:
    """`names`: class and id. In a paragraph or list item fewer names count, since "date" may mark prose there."""
    names = names[:_LONGEST]
    if "hidden" in names and unfolds(names):
        names = _FOLDED.sub("", names)
    found = [told for name in names.split() if (told := _hints_of(name, in_paragraph, known)) is not NO_HINTS]
    if not found:
        return NO_HINTS
    told = found[0] if len(found) == 1 else Hints(*map(any, zip(*found, strict=True)))
    return told._replace(firm=False) if told.firm and not told.beside else told


def unfolds(names: str) -> bool:
    """Whether class and id name an element that readers open, such as the answer to a question."""
    return _UNFOLDS.search(names) is not None and "nav" not in names


@lru_cache(maxsize=100_000)
def _hints_of(name: str, in_paragraph: bool, known: Names) -> Hints:  # noqa: FBT001 — cached, one call per name
    if _OF_LAYOUT.search(name):
        return NO_HINTS
    if not name.islower():
        name = _HUMP.sub("-", name).lower()
    if "sidebar" in name or "elementor" in name or "widget" in name:
        name = _LAYOUT.sub("", name)
    if "hidden" in name:
        name = _HIDDEN_PART.sub("", name)
    words = _APART.split(name)
    pairs = [one + other for one, other in pairwise(words)]
    told = Hints(
        beside=(known.in_paragraph if in_paragraph else known.beside).any_in(words, pairs),
        body=_BODIES.search(name) is not None,
        firm=known.never_body.any_in(words, pairs),
        comments=_COMMENTS.search(name) is not None,
        chrome=_CHROME.search(name) is not None,
    )
    return told if any(told) else NO_HINTS
