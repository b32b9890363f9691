"""One ranking of several."""

from newsclip.clips.rules.rank_fusion import fused, with_the_first_of_each


def test_what_two_rankings_hold_comes_before_the_first_of_one():
    assert fused([[1, 2, 3], [4, 2]]) == [2, 1, 4, 3]


def test_no_ranking_is_an_empty_one():
    assert fused([]) == fused([[], []]) == []


def test_what_one_ranking_alone_puts_first_is_not_lost_among_what_many_hold():
    many = [[1, 2, 3, 4, 5]] * 4
    assert with_the_first_of_each([*many, [9, 1], []], 2, 4) == [1, 2, 9, 3]
