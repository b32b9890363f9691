from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsclip.ranking.queries import explore
from newsclip.ranking.rules.learning import BEGINNING, ENOUGH, learn
from newsclip.ranking.rules.personal import (
    DEFAULTS,
    FACTORS,
    Candidate,
    RankedCandidate,
    ReaderProfile,
    factors,
    followed_first,
    order,
)

HARBOUR = Candidate("1", "World", frozenset({"harbour"}), frozenset({"harbour.example"}), heat=1.0, age=2)
CHESS = Candidate("2", "Sports", frozenset({"chess"}), frozenset({"ledger.example"}), heat=1.0, age=2)
TAGS = st.frozensets(st.sampled_from(["harbour", "chess", "rain", "vote"]), max_size=3)
CANDIDATES = st.lists(
    st.builds(
        Candidate,
        id=st.integers(0, 99).map(str),
        category=st.sampled_from(["World", "Sports", "Culture"]),
        hashtags=TAGS,
        sources=st.frozensets(st.sampled_from(["a.example", "b.example"]), min_size=1),
        heat=st.floats(0, 50),
        age=st.floats(0, 100),
        reports=st.integers(1, 9),
    ),
    min_size=1,
    unique_by=lambda one: one.id,
)
FOLLOWS = st.fixed_dictionaries({"hashtag": TAGS, "category": st.just(frozenset({"Sports"}))})


def lifts_most(place):
    return max(place.parts, key=place.parts.get)


def test_what_a_reader_follows_comes_first_and_says_so():
    placed = order([CHESS, HARBOUR], ReaderProfile({"hashtag": frozenset({"harbour"})}))
    assert [place.id for place in placed] == ["1", "2"]
    assert placed[0].because == ("#harbour",)
    assert lifts_most(placed[0]) == "followed"


def test_what_was_read_already_comes_last():
    placed = order([HARBOUR, CHESS], ReaderProfile(history=[HARBOUR]))
    assert [place.id for place in placed] == ["2", "1"]


@pytest.mark.parametrize(
    ("odd", "factor", "value"),
    [
        (Candidate("1", age=-12.0), "fresh", 1.0),  # published ahead of our clock
        (Candidate("1", heat=-3.0), "hot", 0.0),
        (Candidate("1", reports=0), "reports", 0.0),
        (replace(HARBOUR, hashtags=frozenset({"harbour", "chess", "rain"})), "followed", 2.0),
        (HARBOUR, "category", 1.0),
    ],
)
def test_nothing_odd_counts_for_more_than_the_most_or_less_than_nothing(odd, factor, value):
    taste = ReaderProfile({"hashtag": frozenset({"harbour", "chess", "rain"})}, [replace(HARBOUR, id="7")] * 60)
    assert factors(odd, taste)[factor] == value


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(CANDIDATES, FOLLOWS)
def test_the_parts_of_every_place_sum_to_its_score(candidates, follows):
    for place in order(candidates, ReaderProfile(follows)):
        assert abs(sum(place.parts.values()) - place.score) < 1e-4


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(CANDIDATES, FOLLOWS)
def test_taking_away_what_lifts_an_item_lowers_it(candidates, follows):
    for place in order(candidates, ReaderProfile(follows)):
        for name in (name for name, value in place.parts.items() if value > 0.05):
            without = sum(value for part, value in place.parts.items() if part != name)
            assert without < place.score


def test_a_third_clip_of_one_category_is_shown_lower():
    like = [Candidate(str(n), "World", heat=3.0, sources=frozenset({f"{n}.example"})) for n in range(3)]
    other = Candidate("9", "Culture", heat=2.95, sources=frozenset({"9.example"}))
    far = Candidate("z", "Sports", heat=0.0, age=500)
    placed = order([*like, other, far], ReaderProfile())
    assert [place.id for place in placed][:3] != ["0", "1", "2"]
    assert any("variety" in place.parts for place in placed)


def test_one_place_in_ten_explores_with_its_chance():
    placed = [RankedCandidate(str(n), float(-n), {}) for n in range(50)]
    shown = explore(placed, limit=30, chance=Random(7))  # noqa: S311 -- no secret
    assert [odds < 1 for _, odds in shown].count(True) == 3
    assert len({place.id for place, _ in shown}) == 30


def test_weights_follow_what_readers_open_once_enough_was_seen():
    known = BEGINNING
    liked, other = dict.fromkeys(FACTORS, 0.0) | {"topics": 1.0}, dict.fromkeys(FACTORS, 0.0) | {"hot": 1.0}
    for _ in range(ENOUGH):
        known = learn(known, [liked, other], [True, False])
    assert known.weights["topics"] > DEFAULTS["topics"]
    assert known.weights["hot"] < DEFAULTS["hot"]
    assert learn(BEGINNING, [liked, other], [True, False]).in_force == DEFAULTS


def test_an_order_that_was_very_wrong_is_learnt_from_too():
    above, below = {"read": 1e5}, {"read": -1e5}
    known = learn(BEGINNING, [above, below], [True, False])
    assert known.weights["read"] > DEFAULTS["read"]


def test_a_page_from_which_nothing_was_opened_teaches_nothing():
    assert learn(BEGINNING, [{"hot": 1.0}, {"hot": 0.0}], [False, False]) is BEGINNING


def test_what_a_followed_person_speaks_of_comes_first_and_says_whose_word_it_is():
    spoken = replace(CHESS, people=frozenset({"mara"}))
    placed = order([HARBOUR, spoken], ReaderProfile({"person": frozenset({"mara"})}))
    assert [place.id for place in placed] == ["2", "1"]
    assert placed[0].because == ("mara",)
    assert lifts_most(placed[0]) == "followed"


def test_what_only_mentions_a_followed_name_comes_after_what_is_about_it():
    names = frozenset({"Ada Holm"})
    mentions = Candidate("1", age=1.0, names=names, mentioned=names)
    about = Candidate("2", age=30.0, names=names)
    topic_too = Candidate("3", age=40.0, hashtags=frozenset({"ferry"}), names=names, mentioned=names)
    taste = ReaderProfile({"name": frozenset({"ada-holm"}), "hashtag": frozenset({"ferry"})})
    placed = order([mentions, about, topic_too], taste)
    mine, _ = followed_first(placed, {"1": 1.0, "2": 30.0, "3": 40.0})
    assert [one.id for one in mine] == ["2", "3", "1"]
    assert [one.only_mentions for one in mine] == [False, False, True]
