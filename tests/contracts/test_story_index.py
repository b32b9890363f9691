"""What every StoryIndex must do, whoever wrote it: in memory as it is, in PostgreSQL's tables with its address set."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection

from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.adapters.scaleout.story_index import tables
from newsclip.stories.tests.invented import BRIDGE, BRIDGE_TOLD_AGAIN, BRUECKE, NOON, ORCHARD, PONT, PUENTE, incoming
from newsclip.stories.tests.invented_towns import EVENTS, FIRES, REGIONS
from tests.contracts.empty_index import empty_tables
from tests.contracts.story_texts import grouped, likeness, shuffled, told
from tests.cpu_time import cpu_seconds


@pytest.fixture(params=["memory", pytest.param("tables", marks=pytest.mark.django_db)])
def make(request):
    """Gives a new index that holds nothing."""
    if request.param == "memory":
        return MemoryStoryIndex
    request.getfixturevalue("db")
    if connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL: NEWSCLIP_DATABASE_URL")
    return empty_tables


@pytest.fixture
def index(make):
    return make()


def test_tellings_of_one_event_join_and_another_event_starts_its_own(index):
    index.place(incoming("bridge", BRIDGE))
    again = index.place(incoming("again", BRIDGE_TOLD_AGAIN, hours=3))
    orchard = index.place(incoming("orchard", ORCHARD, hours=4))
    assert (again.story, again.report) == ("bridge", "again")
    assert (orchard.story, orchard.report) == ("orchard", "orchard")


def test_placing_twice_gives_the_same_answer(index):
    index.place(incoming("bridge", BRIDGE))
    again = incoming("again", BRIDGE_TOLD_AGAIN)
    assert index.place(again) == index.place(again)


def test_two_events_under_one_headline_stay_apart(index):
    index.place(incoming("bridge", ("What we know so far", BRIDGE[1])))
    assert index.place(incoming("orchard", ("What we know so far", ORCHARD[1]))).story == "orchard"


def test_two_events_in_towns_of_one_name_stay_apart_if_only_the_first_says_that_it_is_a_place(index):
    fire, election = (tuple(part.replace("{}", "Newbridge") for part in event[:2]) for event in EVENTS[:2])
    index.place(incoming("fire", fire))
    placed = index.place(incoming("election", (election[0], election[1].replace("Voters in Newbridge", "Newbridge"))))
    assert (placed.story, "place" in placed.receipt["parts"]) == ("election", True)


def test_two_fires_in_towns_of_one_name_stay_apart_if_both_say_where_the_town_lies(index):
    fires = [(title.format("Newbridge"), text) for title, text in FIRES[:2]]
    first, other = (
        (title, text.format("Newbridge", region)) for (title, text), region in zip(fires, REGIONS, strict=False)
    )
    index.place(incoming("first", first))
    placed = index.place(incoming("other", other, hours=3))
    assert (placed.story, "region" in placed.receipt["parts"]) == ("other", True)


def test_a_wire_copy_is_the_same_report_and_says_of_what(index):
    index.place(incoming("bridge", BRIDGE))
    copy = index.place(incoming("copy", ("Bridge shut", "VELMORA (AP) — " + BRIDGE[1]), hours=1))
    assert (copy.story, copy.report, copy.receipt["copy_of"]) == ("bridge", "bridge", "bridge")
    assert copy.receipt["likeness"] > 0.8


def test_the_same_event_a_month_later_is_another_story(index):
    index.place(incoming("bridge", BRIDGE))
    assert index.place(incoming("later", BRIDGE_TOLD_AGAIN, hours=24 * 30)).story == "later"


def test_an_undated_telling_joins_by_its_words(index):
    index.place(incoming("bridge", BRIDGE))
    assert index.place(incoming("undated", BRIDGE_TOLD_AGAIN, hours=None)).story == "bridge"


def test_what_arrives_late_joins_all_the_same(index):
    index.place(incoming("again", BRIDGE_TOLD_AGAIN, hours=5))
    index.place(incoming("orchard", ORCHARD, hours=24 * 3))
    assert index.place(incoming("bridge", BRIDGE, hours=0)).story == "again"


@pytest.mark.parametrize("claimed", ["", "en", "right", "und"])
def test_languages_are_never_mixed_whatever_is_claimed(index, claimed):
    """One event under the same names in four languages; a page's template often claims English for every text."""
    index.place(incoming("bridge", BRIDGE))
    placed = [
        index.place(incoming(spoken, told, hours=1, language=spoken if claimed == "right" else claimed)).story
        for spoken, told in {"de": BRUECKE, "fr": PONT, "es": PUENTE}.items()
    ]
    assert placed == ["de", "fr", "es"]


@pytest.mark.parametrize("claimed", ["de", "fr", "und", "xx", "EN-us", "eng"])
def test_an_english_text_is_grouped_with_english_ones_whatever_is_claimed(index, claimed):
    index.place(incoming("bridge", BRIDGE))
    index.place(incoming("brücke", BRUECKE, language="de"))
    assert index.place(incoming("again", BRIDGE_TOLD_AGAIN, hours=1, language=claimed)).story == "bridge"


def test_headlines_of_two_languages_are_not_mixed_where_their_languages_are_told(index):
    index.place(incoming("en", ("Velmora: Tarnow wins", "")))
    assert index.place(incoming("de", ("Velmora: Tarnow gewinnt", ""), language="de")).story == "de"


def test_a_text_of_two_languages_counts_for_the_one_that_it_begins_in(index):
    index.place(incoming("bridge", BRIDGE))
    index.place(incoming("brücke", BRUECKE, language="de"))
    both = (BRIDGE_TOLD_AGAIN[0], f"{BRIDGE_TOLD_AGAIN[1]}\n\n{BRUECKE[1]}")
    assert index.place(incoming("both", both, hours=1, language="")).story == "bridge"


def test_headlines_alone_join(index):
    index.place(incoming("one", ("Ostrava Lane bridge in Velmora closed over cracks", "")))
    joined = index.place(incoming("two", ("Velmora: cracks close Ostrava Lane bridge", ""), hours=1))
    same = index.place(incoming("three", ("Ostrava Lane bridge in Velmora closed over cracks", ""), hours=1))
    assert [(p.story, p.report) for p in (joined, same)] == [("one", "two"), ("one", "one")]


def test_a_lost_index_that_is_rebuilt_goes_on_the_same_way(index, make):
    told = [incoming("bridge", BRIDGE), incoming("orchard", ORCHARD, hours=1)]
    placed = [index.place(one) for one in told]
    next_one = incoming("again", BRIDGE_TOLD_AGAIN, hours=2)
    without_loss = index.place(next_one)
    rebuilt = make()
    for one, place in zip(told, placed, strict=True):
        rebuilt.remember(one, story=place.story, report=place.report)
    assert rebuilt.place(next_one) == without_loss


def test_a_rebuilt_index_knows_how_new_a_report_is_by_its_latest_copy(index):
    for day in range(0, 10, 3):
        index.remember(incoming(f"copy {day}", BRIDGE, hours=24 * day), story="bridge", report="long ago")
    late = index.place(incoming("late", (BRIDGE[0], BRIDGE[1] + " Buses follow."), hours=24 * 15))
    assert (late.story, late.report) == ("bridge", "long ago")


def test_what_was_dropped_is_neither_joined_nor_copied(index):
    index.place(incoming("bridge", BRIDGE))
    index.drop("bridge")
    index.drop("nobody knows it")
    copy = index.place(incoming("copy", (BRIDGE[0], BRIDGE[1] + " (AP)"), hours=1))
    assert (copy.story, copy.report) == ("copy", "copy")


def test_what_was_moved_elsewhere_is_found_there(index):
    index.place(incoming("bridge", BRIDGE))
    index.place(incoming("again", BRIDGE_TOLD_AGAIN))
    index.remember(incoming("again", BRIDGE_TOLD_AGAIN), story="moved", report="again")
    near = (BRIDGE_TOLD_AGAIN[0], BRIDGE_TOLD_AGAIN[1] + " Buses follow the detour.")
    assert index.place(incoming("third", near, hours=1)).story == "moved"


def test_a_story_that_grew_by_a_chain_is_split_by_later_evidence(index):
    told = [CHAIN[n] for n in range(6)]
    placed = [index.place(incoming(str(n), ("", text))) for n, text in enumerate(told)]
    assert [one.story for one in placed] == ["0"] * 6
    split = placed[-1].split
    assert (split.story, sorted(split.ids), placed[-1].home) == ("0", ["2", "3", "4"], "0")
    assert split.apart not in {"0", ""}
    near = incoming("after", ("", _words(crew=18, pier=2)), hours=1)
    assert index.place(near).story == split.apart


def test_what_people_decided_on_is_not_split(index):
    for n, text in enumerate(CHAIN[:5]):
        index.place(incoming(str(n), ("", text)))
    index.settle("0")
    assert index.place(incoming("5", ("", CHAIN[5]))).split is None


def _words(**most):
    return " ".join(f"{name}{chr(97 + n)}" for name, number in most.items() for n in range(number))


CHAIN = [
    _words(ferry=20),
    _words(ferry=5, strike=15),
    _words(strike=6, crew=14),
    _words(crew=20),
    _words(crew=15, pay=5),
    _words(ferry=15, dock=5),
]


def test_an_article_that_stayed_alone_is_looked_at_again_when_a_story_near_it_grows(index):
    first, lone = (index.place(incoming(name, ("", text))) for name, text in ALONE.items())
    assert (first.story, lone.story) == ("first", "lone")
    grown = index.place(incoming("grown", ("", GROWN), hours=1))
    assert [(one.gone, one.into, one.receipt["bridge"]) for one in grown.merges] == [("lone", "first", "grown")]
    assert grown.home == "first"
    assert index.place(incoming("after", ("", _words(quay=13, pier=3)), hours=2)).story == "first"


def test_an_article_moves_to_a_story_of_another_event_that_it_fits_better_by_now_and_is_found_there(index):
    placed = [index.place(one) for one in TWO_EVENTS]
    assert [one.story for one in placed] == ["strike0"] * 5 + ["bridge0"] * 3
    ((move,),) = [one.moves for one in placed if one.moves]
    assert (move.story, move.into, move.id, move.receipt["bridge"]) == ("strike0", "bridge0", "lorries", "bridge2")
    copy = index.place(replace(TWO_EVENTS[4], id="copy"))
    assert (copy.story, copy.report) == ("bridge0", "lorries")
    near = incoming("near", ("", _words(strike=3, bridge=4, lorry=3, queue=3)))
    assert index.place(near).story == "bridge0"


@pytest.mark.parametrize("story", ["strike0", "bridge0"])
def test_no_article_moves_from_or_to_a_story_that_people_decided_on(index, story):
    for one in TWO_EVENTS[:-1]:
        index.place(one)
    index.settle(story)
    assert index.place(TWO_EVENTS[-1]).moves == []


def test_an_article_that_people_set_apart_stays_alone(index):
    for name, text in ALONE.items():
        index.place(incoming(name, ("", text)))
    index.settle("lone")
    assert index.place(incoming("grown", ("", GROWN), hours=1)).merges == []


_TWO_EVENTS = {
    **{f"strike{n}": _words(strike=14, **{word: 6}) for n, word in enumerate(("anchor", "buoy", "crane", "dock"))},
    "lorries": _words(strike=3, bridge=4, lorry=3),
    **{f"bridge{n}": _words(bridge=12, **{word: 8}) for n, word in enumerate(("girder", "crack", "river"))},
}
TWO_EVENTS = [incoming(name, ("", text)) for name, text in _TWO_EVENTS.items()]

ALONE = {"first": _words(ferry=16), "lone": _words(ferry=2, quay=14)}
GROWN = _words(ferry=6, quay=2, crew=8)


def test_what_is_forgotten_is_joined_no_more(index):
    index.place(incoming("bridge", BRIDGE))
    index.forget(NOON + timedelta(hours=1))
    assert index.place(incoming("again", BRIDGE_TOLD_AGAIN, hours=2)).story == "again"


def test_what_is_left_after_forgetting_is_found_as_before(index):
    for n in range(8):
        index.place(incoming(f"old {n}", (f"Event {n}", " ".join(f"word{n}{k}" for k in range(40)))))
    index.place(incoming("bridge", BRIDGE, hours=30))
    index.forget(NOON + timedelta(hours=24))
    assert index.place(incoming("again", BRIDGE_TOLD_AGAIN, hours=32)).story == "bridge"
    assert index.place(incoming("copy", ("Shut", BRIDGE[1] + " (AP)"), hours=33)).report == "bridge"


def test_very_many_copies_of_one_text_are_one_report(index):
    index.place(incoming("bridge", BRIDGE))
    placed = [index.place(incoming(f"copy {n}", (f"Copy {n}", f"{n} {BRIDGE[1]} {n}"))) for n in range(300)]
    assert {(place.story, place.report) for place in placed} == {("bridge", "bridge")}


@pytest.mark.integration
def test_ten_thousand_copies_cost_no_more_than_their_hashes():
    index = MemoryStoryIndex()
    index.place(incoming("bridge", BRIDGE))
    first = cpu_seconds(lambda: place_copies(index, range(5_000)))
    second = cpu_seconds(lambda: place_copies(index, range(5_000, 10_000)))
    assert second < 2 * first, "three times, if each copy were compared with all before it"


def place_copies(index, numbers):
    placed = {index.place(incoming(f"copy {n}", (f"Copy {n}", f"{n} {BRIDGE[1]} {n}"))).report for n in numbers}
    assert placed == {"bridge"}


@pytest.mark.django_db
def test_copies_leave_one_article_in_the_tables():
    if connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL: NEWSCLIP_DATABASE_URL")
    index = empty_tables()
    index.place(incoming("bridge", BRIDGE))
    for n in range(300):
        index.place(incoming(f"copy {n}", (f"Copy {n}", f"{n} {BRIDGE[1]} {n}")))
    held = [tables.ask(f"SELECT count(*) FROM grouping_{table}")[0][0] for table in ("article", "story", "place")]
    assert held == [1, 1, 301]


def test_a_live_blog_that_grows_all_day_stays_in_its_story(index):
    index.place(incoming("bridge", BRIDGE))
    index.place(incoming("live", BRIDGE_TOLD_AGAIN))
    title, text = BRIDGE_TOLD_AGAIN
    for n in range(200):
        text += f" Update {n}: crew {n} laid another plank."
        assert index.revise(incoming("live", (title, text))).story == "bridge"


def test_very_many_articles_of_one_headline_are_one_report(index):
    headline = ("Ostrava Lane bridge in Velmora closed over cracks", "")
    placed = [index.place(incoming(f"copy {n}", headline)) for n in range(300)]
    assert {(place.story, place.report) for place in placed} == {("copy 0", "copy 0")}


def test_a_publishers_whole_archive_in_one_article_brings_nothing_together(index):
    index.place(incoming("bridge", BRIDGE))
    index.place(incoming("orchard", ORCHARD))
    archive = index.place(
        incoming("archive", ("All our articles", "\n".join([BRIDGE[1], ORCHARD[1]] * 2_000)), hours=1)
    )
    assert archive.merges == ()
    again = index.place(incoming("again", BRIDGE_TOLD_AGAIN, hours=2))
    assert (again.story, index.place(incoming("orchard", ORCHARD)).story) == ("bridge", "orchard")


def test_a_story_that_lives_three_weeks_is_one_story(index):
    placed = [
        index.place(incoming(f"day {day}", (BRIDGE[0], f"{BRIDGE_TOLD_AGAIN[1]} {_news(day)}"), hours=24 * day))
        for day in range(0, 22, 2)
    ]
    assert {place.story for place in placed} == {"day 0"}


def _news(day):
    return " ".join(
        f"Plank{chr(97 + day)}{chr(97 + n)} was laid by crew{chr(97 + day)}{chr(97 + n)}." for n in range(12)
    )


@pytest.mark.parametrize("year", [1970, 2099])
def test_a_clock_that_is_wrong_by_years_counts_as_none(index, year):
    index.place(incoming("bridge", BRIDGE))
    wrong = replace(incoming("wrong", BRIDGE_TOLD_AGAIN), published=NOON.replace(year=year), found=NOON)
    assert index.place(wrong).story == "bridge"
    index.forget(NOON + timedelta(hours=1))
    assert index.place(incoming("later", BRIDGE_TOLD_AGAIN, hours=2)).story == "later"


def test_a_revision_stays_while_it_fits_and_moves_when_it_does_not(index):
    index.place(incoming("bridge", BRIDGE))
    index.place(incoming("orchard", ORCHARD))
    index.place(incoming("again", BRIDGE_TOLD_AGAIN))
    grown = incoming("again", (BRIDGE_TOLD_AGAIN[0], BRIDGE_TOLD_AGAIN[1] + " Buses follow the detour."))
    assert index.revise(grown).story == "bridge"
    other = incoming("again", (ORCHARD[0], "After the hail " + ORCHARD[1][60:400]))
    assert index.revise(other).story == "orchard"


def test_a_telling_without_a_word_is_alone(index):
    assert index.place(incoming("empty", ("", "…"))).story == "empty"
    assert index.place(incoming("empty too", ("—", ""))).story == "empty too"


def test_a_clock_ten_years_slow_brings_nothing_together_and_holds_nothing_up(index):
    index.place(incoming("bridge", BRIDGE))
    slow = replace(incoming("slow", BRIDGE_TOLD_AGAIN), published=NOON.replace(year=2016), found=NOON)
    assert index.place(slow).story == "slow"
    assert index.place(incoming("again", BRIDGE_TOLD_AGAIN, hours=1)).story == "bridge"


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_arrival_matters_little(make, seed):
    articles = [one for one, _ in told()]
    in_time = grouped(make(), articles)
    precision, recall = likeness(grouped(make(), shuffled(articles, seed)), in_time)
    assert (precision >= 0.9, recall >= 0.85) == (True, True), (precision, recall)


@pytest.mark.parametrize("seed", [None, *range(5)])
def test_events_much_alike_stay_apart_in_any_order(index, seed):
    events = {one.id: event for one, event in told()}
    articles = [one for one, _ in told()]
    stories = grouped(index, articles if seed is None else shuffled(articles, seed))
    of = {event: {stories[name] for name, one in events.items() if one == event} for event in set(events.values())}
    assert not of["mill-bridge-closed"] & of["harbour-bridge-closure"]
    assert likeness(stories, events)[0] >= 0.95
