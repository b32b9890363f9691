"""Articles that are not what they seem are named, and placed by what can be believed of them."""

from datetime import timedelta

import pytest

from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.kernel.reasons import explain
from newsclip.stories.ports import IncomingArticle
from newsclip.stories.rules.anomalies import plausible
from newsclip.stories.tests.invented import BRIDGE, NOON, incoming

MENU = " ".join(f"Section{n} Region{n} Sports Radio Opinion Gallery Vouchers Podcast" for n in range(20))


@pytest.mark.parametrize("year", [1970, 2099])
def test_a_clock_that_is_wrong_by_years_is_named_and_not_believed(year):
    found = plausible(IncomingArticle("1", *BRIDGE, NOON.replace(year=year), found=NOON))
    assert (found.published, found.odd) == (None, ("wrong_clock",))


def test_a_page_s_menu_in_place_of_its_text_is_named_and_its_headline_counts():
    found = plausible(incoming("1", ("Cracks close the Ostrava Lane bridge", MENU)))
    assert (found.text, found.odd) == ("", ("menu_text",))


def test_a_text_far_longer_than_an_article_is_named():
    archive = plausible(incoming("1", (BRIDGE[0], BRIDGE[1] * 1_000)))
    assert archive.odd == ("very_long",)


def test_an_article_is_as_it_seems():
    assert plausible(incoming("1", BRIDGE)).odd == ()
    results = "Results " + "Ostrava 3 Velmora 1 Hallisted 2 Ansel 2 " * 20
    assert plausible(incoming("2", ("Velmora loses at Ostrava again", results))).odd == ()


def test_pages_of_one_menu_under_different_headlines_are_neither_one_text_nor_one_story():
    index = MemoryStoryIndex()
    index.place(incoming("bridge", ("Cracks close the Ostrava Lane bridge", MENU)))
    other = index.place(incoming("orchard", ("Hail ruins Hallisted pear growers", MENU), hours=1))
    assert (other.story, other.report, other.receipt["odd"]) == ("orchard", "orchard", ["menu_text"])


def test_what_is_odd_is_kept_in_the_receipt_in_words_of_ours():
    index = MemoryStoryIndex()
    wrong = IncomingArticle("1", *BRIDGE, NOON + timedelta(days=9_000), found=NOON)
    assert [explain(code).code for code in index.place(wrong).receipt["odd"]] == ["wrong_clock"]
