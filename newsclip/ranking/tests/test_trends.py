from newsclip.ranking.rules.trends import ACCOUNTS_A_SOURCE, Mentions, trend


def voices(*counts: int) -> dict[str, int]:
    return {f"{number}.example": count for number, count in enumerate(counts)}


def test_what_is_always_talked_about_is_no_trend():
    assert trend(Mentions(voices(1, 1, 1), [3] * 14)).score == 0


def test_what_is_new_trends_above_what_is_a_little_more_than_usual():
    assert trend(Mentions(voices(1, 1, 1, 1), [0] * 14)).score > trend(Mentions(voices(1, 1, 1, 1), [2] * 14)).score


def test_one_publisher_makes_no_trend_however_much_it_writes():
    assert trend(Mentions(voices(40), [])).score == 0
    assert trend(Mentions(voices(40, 1), [])).score == 0


def test_readers_make_a_trend_larger_and_none_by_themselves():
    told = voices(1, 1)
    assert trend(Mentions(told, [], accounts=4)).score > trend(Mentions(told, [])).score
    assert trend(Mentions({}, [], accounts=500)).score == 0
    assert trend(Mentions(voices(1), [], accounts=500)).score == 0
    assert trend(Mentions(told, [], accounts=4)).now == 2 + 4
    assert trend(Mentions(told, [], accounts=500)).now == 2 + 2 * ACCOUNTS_A_SOURCE


def test_a_trend_says_what_was_usual():
    found = trend(Mentions(voices(1, 1, 1, 1, 1), [1] * 14))
    assert (found.now, found.usual) == (5, 1.0)
