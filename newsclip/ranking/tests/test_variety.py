from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsclip.ranking.rules.variety import DISCOUNT, Ranked, repeats_of, vary

RANKED = st.lists(
    st.builds(
        Ranked,
        id=st.uuids().map(lambda one: one.int),
        height=st.integers(0, 1000).map(lambda hundredths: hundredths / 100),
        repeats=st.sampled_from([("category World",), ("category Sports",)]),
    ),
    max_size=12,
    unique_by=lambda one: one.height,
)


def test_a_second_clip_of_one_category_gives_way_to_one_nearly_as_high():
    ranked = [
        Ranked(1, 5.0, repeats_of("World", ["a.example", "b.example"])),
        Ranked(2, 4.99, repeats_of("World", ["c.example", "d.example"])),
        Ranked(3, 4.95, repeats_of("Sports", ["a.example", "c.example"])),
    ]
    assert [(one.id, one.times) for one in vary(ranked)] == [(1, 0), (3, 0), (2, 1)]


def test_only_a_sole_source_repeats():
    assert repeats_of("World", ["a.example", "b.example"]) == ("category World",)
    assert repeats_of("World", ["a.example"]) == ("category World", "source a.example")


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(RANKED)
def test_everything_stays_and_each_place_is_earned_after_its_discount(ranked):
    varied = vary(ranked)
    heights = {one.id: one.height for one in ranked}
    assert len(varied) == len(ranked)
    left = [2 ** heights[one.id] * one.share for one in varied]
    assert all(share == DISCOUNT**one.times for share, one in zip([one.share for one in varied], varied, strict=True))
    assert all(now >= after * (1 - 1e-9) for now, after in pairwise(left))


def test_the_order_does_not_change_as_time_passes():
    ranked = [Ranked(n, 5.0 - n / 50, ("category World",) if n % 3 else ("category Sports",)) for n in range(12)]
    later = [Ranked(one.id, one.height - 3.7, one.repeats) for one in ranked]
    assert vary(ranked) == vary(later)
