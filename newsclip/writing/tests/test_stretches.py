"""An article is told in stretches: what goes on from what is told comes before what begins anew."""

from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np

from newsclip.language.content_words import content_stems
from newsclip.writing.extractive import choosing
from newsclip.writing.extractive.material import Material, ToldSoFar
from newsclip.writing.extractive.needs import needs_of
from newsclip.writing.tests.stories import HARBOUR
from newsclip.writing.tests.test_choosing import RESCUE, material_of


def chooser_of(material: Material, headline: str = "") -> choosing.Chooser:
    told = ToldSoFar().with_lines(material, [0])
    before = choosing.BeforeText((0,), content_stems(headline, "en"), told, None, frozenset())
    return choosing.Chooser(material, needs_of(material), before)


def test_what_goes_on_from_something_told_stands_right_beside_it_but_for_what_cannot_be_told() -> None:
    chooser = chooser_of(material_of(RESCUE))
    able = {1, 2, 3, 4}
    assert chooser.goes_on((1,), able, [])
    assert chooser.goes_on((3,), able, [4])
    assert not chooser.goes_on((2,), able, [])
    assert chooser.goes_on((2,), able - {1}, [])
    assert chooser.goes_on((1, 2), able, [])
    assert not chooser.goes_on((1, 4), able, [])


def test_what_stands_beside_something_told_counts_more_in_one_article() -> None:
    chooser = chooser_of(material_of(RESCUE))
    alone, behind, between = (
        chooser.merit((2,), chosen) / chooser._worth(2, (0, *chosen)) for chosen in [(4,), (1,), (1, 3)]
    )
    assert alone == 1 < behind < between


def test_an_article_is_told_in_stretches() -> None:
    material = material_of(
        "A storm kept the ferries of Orlo Bay in the harbour on Sunday night.\n\n"
        "Waves tore nine lamps from the pier and threw sand into the fish market.\n\n"
        "Teachers closed two schools because buses could not cross the dam.\n\n"
        "Bakers on the quay worked by candlelight until six in the morning.\n\n"
        "Orlo Bay's mayor promised 40,000 crowns for pier and market after the storm.\n\n"
        "Sailors waited in a pub and sang until its landlord went to bed."
    )
    chooser = chooser_of(material, "Mayor promises 40,000 crowns for pier after storm")
    assert max(range(1, 6), key=lambda i: chooser.merit((i,), ())) == 4
    assert choosing.choose(chooser, 40) == (1, 2, 3)


def test_what_only_the_headline_tells_so_far_counts_more() -> None:
    material = material_of(
        "A storm broke the quay of Orlo Bay on Monday and shut the harbour for a week.\n\n"
        "Divers of Orlo Bay look for the anchors that two ferries lost in waves of nine metres.\n\n"
        "Pupils ride the train to Velm without a ticket until Friday."
    )
    without, promised = map(partial(chooser_of, material), [
        "Storm shuts harbour of Orlo Bay", "Storm shuts harbour, pupils ride train free"])  # fmt: skip
    assert without.merit((1,), ()) > without.merit((2,), ())
    assert promised.merit((1,), ()) < promised.merit((2,), ())


def on_topic(reach: list[float], text: str = RESCUE, **more: Any) -> list[bool]:
    material = replace(material_of(text), reach=np.array(reach), **more)
    return [material.on_topic(i) for i in range(len(reach))]


def test_a_line_at_the_top_between_two_that_have_to_do_with_the_rest_is_no_other_news() -> None:
    assert on_topic([1, 1, 0.2, 1, 1]) == [True] * 5


def test_other_news_of_two_lines_or_further_down_is_not_told() -> None:
    assert on_topic([1, 1, 1, 0.2, 0.2]) == [True, True, True, False, False]
    assert on_topic([1, 0.2, 0.2, 1, 1]) == [True, False, False, True, True]
    assert on_topic([*[1] * 8, 0.2, 1], f"{RESCUE}\n\n{HARBOUR}") == [*[True] * 8, False, True]


def test_beside_other_articles_such_a_line_is_left_out_for_what_they_tell() -> None:
    assert on_topic([1, 1, 0.2, 1, 1], readings=material_of(RESCUE).readings * 2) == [True, True, False, True, True]
