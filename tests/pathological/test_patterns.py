"""No regular expression of the product takes more than time linear in its text, whatever the text."""

import re
from collections import deque
from collections.abc import Callable, Iterable
from functools import partial
from operator import call
from typing import Any

import pytest

from newsclip.evidence.verifier import datelines, omissions
from newsclip.language import dates, section_types
from newsclip.language.quotations import phrases
from tests.cpu_time import MOST_GROWTH, HitTheWall, cpu_seconds, growth
from tests.pathological.driving import others, share
from tests.pathological.patterns import patterns
from tests.pathological.shapes import SHAPES, shaped

pytestmark = [pytest.mark.slow, pytest.mark.once]

LENGTH = 2_000  # 2 million steps for what is quadratic: most of a millisecond and more
SUSPECT = 0.0005  # CPU seconds; what takes less is not quadratic
LONGER = 8_000  # what is bounded by a count, as {0,1000} is, has stopped growing by then
FOUR_TIMES = 4.6  # as long, at most, for LONGER, which is four times LENGTH: else it is looked at closely. What is
# found then, a tenth of it quadratic at LENGTH, takes 5.1 times as long here; what is linear takes 4.
FEW, MANY = 24, 4  # every so-manieth shape, others for each pattern; `make sweep` drives each with all of them
# Asked of a text's front alone (`match`, `fullmatch`), or of a window or a line that was made short before.
AT_THE_FRONT = {
    "evidence.verifier.hearsay._ANOTHERS": "match",
    "articles.rules.authors._A_NAME": "fullmatch",
    "articles.rules.page_patterns.counters": "fullmatch",
    "articles.rules.page_patterns.stamps": "fullmatch",
    "writing.disagreements.others._LISTED": "match",
    "language.nouns.capital_nouns[de].of_a_place": "match",
    "language.pack_file._OPENS": "match",
    "language.quotations.grammar.NAMED_BEHIND": "match",
    "evidence.verifier.coreference._SUBJECT": "match",
    "evidence.verifier.datelines._DATELINE": "fullmatch",
    "evidence.verifier.day_attachment.attachment_of[en].verbs.goes_on": "match",
    "evidence.verifier.glance.who._BODY": "fullmatch",
    "evidence.verifier.glance.who._PERSON": "fullmatch",
    "evidence.verifier.omissions._FURNITURE": "fullmatch",
    "language.quotations.phrases._ALSO": "match",
    "language.quotations.phrases._NEXT": "match",
    "writing.pronouns.antecedent_patterns.until_subject": "match",
    "evidence.verifier.omissions.PARTY": "fullmatch",
    "evidence.verifier.omissions._SUBJECT": "fullmatch",
    "evidence.verifier.speaking._AT_VERB": "fullmatch",
    "community.actions.following._HOST": "fullmatch",
    "kernel.environment._MAIL": "fullmatch",
}
SHORT = {
    "articles.rules.authors._SHORT_FORM": 1_000,  # white space is one blank by then
    "articles.rules.page_patterns.before_date": 1_000,
    "articles.rules.decode._XML": 1_024,  # the front of a page where its encoding is told
    "articles.rules.decode._ATTRIBUTE": 1_024,
    "language.quotations.grammar.VERB_FIRST": 240,  # windows beside a quotation
    "language.quotations.grammar.SUBJECT_FIRST": 240,
    "language.quotations.grammar.ACCORDING_AFTER": 240,
    "language.quotations.grammar.SUBJECT_BEFORE_VERB": 480,
    "language.quotations.phrases._BEFORE_IT": phrases._LEADS_ON,
    "language.quotations.phrases._NAMES_ONLY": 2 * phrases._LEADS_ON,
    "evidence.verifier.datelines._DATELINE": omissions._LONGEST,
    "evidence.verifier.datelines._NAMED": datelines._LOOKED_AT,
    "evidence.verifier.omissions._FURNITURE": omissions._LONGEST,
    "evidence.verifier.omissions._PERSON": omissions._LONGEST,
    "evidence.verifier.omissions._TITLE_TAIL": omissions._LONGEST,
    "evidence.verifier.speaking._CLOSES": 400,
    "language.dates._NAMED_ZONE": dates._LONGEST,
    "language.dates._NOISE": dates._LONGEST,
    "language.dates._ZONE_WORD": dates._LONGEST,
}
UP_TO = {"articles.rules.jsonld._MARKUP": ">"}  # asked of a text up to the last of these
FOUND = patterns()
AT_THE_FRONT |= {name: "fullmatch" for name in FOUND if re.search(r"section_types\.compiled.*\.shown$", name)}
SHORT |= {name: section_types._LONGEST for name in FOUND if name.startswith("language.section_types.compiled")}
SHORT |= {name: datelines._LOOKED_AT for name in FOUND if re.search(r"datelines\.naming_of\[..\]\.somebody", name)}


def suspects(name: str, pattern: re.Pattern[Any], shapes: Iterable[str] = SHAPES) -> list[str]:
    """The shapes on which it grows too fast."""
    ask = AT_THE_FRONT.get(name, "")

    def work(text: Any) -> None:
        getattr(pattern, ask)(text) if ask else deque(pattern.finditer(text), maxlen=0)

    def make(shape: str, length: int) -> Callable[[], None]:
        text = shaped(shape, min(length, SHORT.get(name, length))) + UP_TO.get(name, "")
        return partial(work, text.encode() if isinstance(pattern.pattern, bytes) else text)

    return [shape for shape in shapes if _grows(partial(make, shape), max(LONGER, SHORT.get(name, 0)))]


def _grows(make: Callable[[int], Callable[[], None]], longer: int) -> bool:
    try:
        if cpu_seconds(make(LENGTH)) <= SUSPECT or cpu_seconds(make(LONGER)) <= FOUR_TIMES * cpu_seconds(make(LENGTH)):
            return False
        return growth(call, make(longer), make(2 * longer)) > MOST_GROWTH
    except HitTheWall:
        return True


@pytest.mark.parametrize(("number", "name"), list(enumerate(sorted(FOUND))))
def test_twice_the_text_takes_a_pattern_twice_as_long(number, name):
    assert suspects(name, FOUND[name], share(number, FEW)) == []


@pytest.mark.integration
@pytest.mark.parametrize(("number", "name"), list(enumerate(sorted(FOUND))))
def test_so_it_does_with_many_shapes(number, name):
    assert suspects(name, FOUND[name], others(number, MANY, but=FEW)) == []


@pytest.mark.parametrize("written", [r"\s+\.", r"“[^”]*”", r"\w+@"])
def test_a_pattern_that_takes_longer_is_noticed(written):
    some = ("spaces", "opening double quotes", "small letters")
    # a machine that is held up in the smaller run sees less growth than there is
    assert any(suspects("", re.compile(written), some) for _ in range(3))


def test_what_is_excused_is_there():
    assert not {*AT_THE_FRONT, *SHORT, *UP_TO} - FOUND.keys()
