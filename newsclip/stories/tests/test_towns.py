"""Two towns of one name: what happens in the one is no news of the other's event."""

from itertools import permutations

import pytest

from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.language.news_agencies import AGENCY_NAMES
from newsclip.stories.ports import Placement
from newsclip.stories.rules.headings import heading
from newsclip.stories.tests.invented import incoming
from newsclip.stories.tests.invented_towns import EVENTS, FIRES, REGIONS, STRIKE_SOMEWHERE, STRIKES

NAMES = ["Newbridge", "Saint Alban", "Marrow Bridge"]
NEIGHBOURS = list(zip(EVENTS, [*EVENTS[1:], EVENTS[0]], strict=True))
BRIEFS = ("Fire in {}", "A fire in {}. More soon."), ("{} burns", "Flames over {}. We report.")


def told(event: tuple[str, ...], telling: int, town: str) -> tuple[str, str]:
    title, text = event[2 * telling : 2 * telling + 2]
    return title.replace("{}", town), text.replace("{}", town)


def placed_after(first: tuple[str, str], then: tuple[str, str]) -> Placement:
    index = MemoryStoryIndex()
    index.place(incoming("first", first))
    return index.place(incoming("then", then, hours=3))


@pytest.mark.parametrize("town", NAMES)
@pytest.mark.parametrize(("one", "other"), NEIGHBOURS, ids=lambda event: event[0].replace("{} ", "").split()[0])
def test_two_events_in_towns_of_one_name_are_two_stories(one, other, town):
    found = placed_after(told(one, 0, town), told(other, 0, town))
    assert (found.story, "place" in found.receipt["parts"]) == ("then", True)


@pytest.mark.slow
def test_of_all_pairs_of_events_nineteen_in_twenty_are_two_stories():
    pairs = [(told(one, 0, "Newbridge"), told(other, 1, "Newbridge")) for one, other in permutations(EVENTS, 2)]
    joined = sum(placed_after(*pair).story == "first" for pair in pairs)
    assert joined <= len(pairs) / 20


@pytest.mark.parametrize("town", NAMES)
@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event[0].replace("{} ", "").split()[0])
def test_one_event_told_in_other_words_is_one_story(event, town):
    one, other = told(event, 0, town), told(event, 1, town)
    assert placed_after(one, other).story == placed_after(other, one).story == "first"


def test_a_story_of_one_town_grows_beside_that_of_the_other():
    index = MemoryStoryIndex()
    stories = [
        index.place(incoming(f"{number} {telling}", told(event, telling, "Newbridge"), hours=telling)).story
        for telling in (0, 1)
        for number, event in enumerate(EVENTS[:6])
    ]
    assert stories == [f"{number} 0" for number in range(6)] * 2


def test_what_is_too_short_to_say_more_than_the_name_contradicts_nothing():
    one, other = (tuple(part.replace("{}", "Newbridge") for part in brief) for brief in BRIEFS)
    assert "place" not in placed_after(one, other).receipt["parts"]


def test_a_place_is_named_after_a_preposition_and_a_month_is_none():
    found = heading("Fire in Holm", "In March a barn near Orlo Bay burnt, said Ada Lind of the brigade.", "en")
    assert found.places == {"holm", "orlo", "bay"}


def fire(place: int, town: str, region: str) -> tuple[str, str]:
    title, text = FIRES[place]
    return title.format(town), text.format(town, region)


@pytest.mark.parametrize("town", NAMES)
@pytest.mark.parametrize(("one", "other"), list(permutations(range(len(FIRES)), 2)))
def test_two_fires_in_towns_of_one_name_that_lie_elsewhere_are_two_stories(one, other, town):
    for region, elsewhere in permutations(REGIONS, 2):
        found = placed_after(fire(one, town, region), fire(other, town, elsewhere))
        assert (found.story, "region" in found.receipt["parts"]) == ("then", True), (region, elsewhere)


@pytest.mark.parametrize("town", NAMES)
@pytest.mark.parametrize(("one", "other"), list(permutations(range(len(FIRES)), 2)))
def test_a_fire_that_both_tell_to_be_in_one_region_is_one_story(one, other, town):
    for region in REGIONS:
        assert placed_after(fire(one, town, region), fire(other, town, region)).story == "first"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("in Newbridge, Ardleyshire, on", "in Newbridge on"),
        ("in Newbridge, Ardleyshire, on", "in Newbridge in the county of Ardleyshire, on"),
        ("in Newbridge, Ardley County, on", "in Newbridge, Ardley, on"),
        ("at the University of Newbridge (UNB), on", "in Newbridge, Ardleyshire, on"),
        ("in Newbridge, Ard., on", "in Newbridge, Ardleyshire, on"),
        ("in Newbridge, Ardleyshire, and in Orlo, Morrow, on", "in Newbridge, Tarn, on"),
    ],
)
def test_what_may_be_one_region_contradicts_nothing(one, other):
    (title, text), (_, again) = fire(0, "Newbridge", "Velland"), fire(1, "Newbridge", "Velland")
    told = (
        text.replace("in Newbridge, Velland, on", one),
        again.replace("in Newbridge in Velland, burned down on", other),
    )
    found = placed_after((title, told[0]), (title, told[1]))
    assert "region" not in found.receipt["parts"]


def strike(telling: int, place: str, dateline: str = "") -> tuple[str, str]:
    title, text = STRIKES[telling]
    return title, dateline + text.format(place)


ELSEWHERE = [
    (strike(0, "in Newbridge, Ardleyshire,"), strike(1, "in Newbridge, New Velland,")),
    (strike(0, "in Newbridge, Ill.,"), strike(1, "in Newbridge, Mo.,")),
    (strike(0, "in Newbridge, S.C.,"), strike(1, "in Newbridge, Missouri,")),
    (strike(0, "in town", "NEWBRIDGE, Ill. — "), strike(1, "in town", "NEWBRIDGE, Mo. (NBA) — ")),
    (strike(0, "in town", "NEWBRIDGE, Velland — "), strike(1, "in town", "NEWBRIDGE, Ardleyshire -- ")),
    (strike(0, "in Newbridge upon Ode"), strike(1, "in Newbridge, Ardleyshire,")),
    (strike(0, "in Newbridge (Velland)"), strike(1, "in Newbridge (Ardleyshire)")),
    (strike(0, "in Newbridge in New Velland"), strike(1, "in Newbridge in Ardleyshire")),
]
AGENCY = max(AGENCY_NAMES)
ONE_PLACE = [
    (strike(0, "in Newbridge, Ill.,"), strike(1, "in Newbridge, Illinois,")),
    (strike(0, "in town", "NEWBRIDGE, S.C. — "), strike(1, "in Newbridge in South Carolina")),
    (strike(0, "in Newbridge, Ardleyshire,"), strike(1, "of Newbridge, whose mayor is Ada Lind,")),
    (strike(0, "in Newbridge, Ardleyshire,"), strike(1, "in Newbridge, Holm, Tarn and Orlo")),
    (strike(0, "in Newbridge, Ardleyshire,"), strike(1, "in Newbridge, Mayor Ada Lind,")),
    (strike(0, "in town", "Ada Lind, Holm — "), strike(1, "in town", "Ada Lind, Orlo — ")),
    (strike(0, "in Newbridge, Ardleyshire,"), strike(1, "in town", f"NEWBRIDGE, {AGENCY.title()} — ")),
]


@pytest.mark.parametrize(("one", "other"), ELSEWHERE)
def test_however_alike_events_in_towns_of_one_name_are_they_are_apart_where_both_say_where_it_lies(one, other):
    for first, then in permutations((one, other)):
        found = placed_after(first, then)
        assert (found.story, "region" in found.receipt["parts"]) == ("then", True)


@pytest.mark.parametrize(("one", "other"), ONE_PLACE)
def test_one_region_in_short_and_in_full_and_what_is_no_region_keep_nothing_apart(one, other):
    for first, then in permutations((one, other)):
        assert placed_after(first, then).story == "first"


def test_a_report_that_names_no_region_opens_its_story_to_no_other_town():
    index, (one, other) = MemoryStoryIndex(), ELSEWHERE[0]
    told = [("a", one), ("b", STRIKE_SOMEWHERE), ("c", other)]
    assert [index.place(incoming(name, each)).story for name, each in told] == ["a", "a", "c"]


def test_two_towns_of_one_name_are_not_merged_even_where_an_operator_joins_almost_everything():
    index, (one, other) = MemoryStoryIndex(threshold=-8.0), ELSEWHERE[0]
    told = [("a", one), ("b", other), ("c", STRIKE_SOMEWHERE)]
    found = [index.place(incoming(name, each)) for name, each in told]
    assert [(each.story, list(each.merges)) for each in found] == [("a", []), ("b", []), ("b", [])]
