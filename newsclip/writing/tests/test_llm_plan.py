"""What a language model plans is put right by a program, and each fault is named."""

from dataclasses import replace

from newsclip.writing.llm.answers import Plan, PlannedSection, read_plan
from newsclip.writing.llm.plan import Wanted, checked, merged

WANTED = Wanted(frozenset(range(1, 11)), news=(1,), disputes=((4, 9),))


def plan(summary: tuple[int, ...], *sections: tuple[int, ...]) -> Plan:
    return Plan(None, summary, tuple(PlannedSection(None, "", clusters) for clusters in sections))


def told(found: Plan | None) -> list[tuple[int, ...]]:
    assert found is not None
    return [found.summary, *(section.clusters for section in found.sections)]


def codes(given: Plan) -> list[str]:
    return [fault.code for fault in checked(given, WANTED)[1]]


def test_a_good_plan_stays_as_it_is() -> None:
    good = plan((1, 2), (3, 4, 9), (5,))
    assert checked(good, WANTED) == (good, ())


def test_a_cluster_stands_once_where_it_stood_first() -> None:
    twice = plan((1, 2, 1), (2, 3), (3, 1))
    assert told(checked(twice, WANTED)[0]) == [(1, 2), (3,)]
    assert codes(twice) == ["plan_repeats"]


def test_what_does_not_exist_is_told_nowhere() -> None:
    strange = plan((1, 99), (-1, 3))
    assert told(checked(strange, WANTED)[0]) == [(1,), (3,)]
    assert codes(strange) == ["plan_unknown"]


def test_the_news_comes_first_wherever_the_plan_put_it() -> None:
    late = plan((2,), (3, 1))
    assert told(checked(late, WANTED)[0]) == [(1, 2), (3,)]
    assert codes(late) == ["plan_buries_news"]


def test_a_summary_that_tells_the_news_last_does_not_begin_with_it() -> None:
    late = plan((5, 6, 8, 1), (3,))
    assert told(checked(late, WANTED)[0]) == [(1, 5, 6, 8), (3,)]
    assert codes(late) == ["plan_buries_news"]


def test_news_of_several_clusters_may_begin_with_any_of_them() -> None:
    of_two = replace(WANTED, news=(1, 4))
    assert checked(plan((4, 9, 2), (3,)), of_two)[1] == ()
    assert told(checked(plan((2, 4, 9), (3,)), of_two)[0]) == [(4, 2, 9), (3,)]


def test_what_one_article_tells_stays_in_its_order_and_other_articles_stay_where_they_are() -> None:
    of_two = replace(WANTED, articles={2: 0, 3: 0, 5: 0, 6: 1, 7: 1})
    turned = plan((1, 2), (5, 7, 3, 6))
    found, faults = checked(turned, of_two)
    assert told(found) == [(1, 2), (3, 6, 5, 7)]
    assert [fault.code for fault in faults] == ["plan_out_of_order"]


def test_what_a_summary_begins_with_stays_first() -> None:
    of_one = replace(WANTED, news=(5,), articles=dict.fromkeys(range(1, 11), 0))
    assert told(
        checked(
            plan(
                (5, 1, 3, 2),
            ),
            of_one,
        )[0]
    ) == [(5, 1, 2, 3)]


def test_the_other_side_stands_behind_the_one_that_is_told() -> None:
    partial = plan((1,), (4, 5))
    assert told(checked(partial, WANTED)[0]) == [(1,), (4, 9, 5)]
    assert codes(partial) == ["plan_one_side"]


def test_a_disagreement_that_is_told_nowhere_need_not_be() -> None:
    assert codes(plan((1,), (5,))) == []


def test_a_plan_of_which_nothing_can_be_told_is_none() -> None:
    found, faults = checked(plan((99,), (98,)), WANTED)
    assert found is None
    assert [fault.code for fault in faults] == ["plan_unknown", "plan_unknown", "plan_empty"]


def test_a_plan_is_bounded() -> None:
    many = ", ".join(f'{{"clusters": [{n}]}}' for n in range(1, 500))
    found = read_plan(f'{{"summary": {list(range(1, 500))}, "sections": [{many}]}}')
    assert found
    assert (len(found.summary), len(found.sections)) == (40, 6)


def test_a_plan_of_more_of_the_story_counts_if_it_keeps_what_was_planned() -> None:
    first = plan((1,), (2,))
    assert told(merged(first, plan((1,), (2, 3)))) == [(1,), (2, 3)]
    assert told(merged(first, plan((5,), (6,)))) == [(1,), (2,), (6,)]
    assert merged(first, None) == first
