"""What was merged in is found as what was just added is: the index forgets nothing and invents nothing."""

import numpy as np

from newsclip.stories.rules.hash_index import HashIndex
from newsclip.stories.rules.inverted_index import POSTED_TERMS, STORED_TERMS, InvertedIndex, common, heaviest
from newsclip.stories.rules.minhash import FingerprintTable
from newsclip.stories.rules.near_duplicates import fingerprint
from newsclip.stories.rules.terms import plain
from newsclip.stories.rules.vectors import Vector, Vocabulary

TERMS = 4_000


def vectors(number):
    chance = np.random.default_rng(3)
    for _ in range(number):
        weights = np.sort(chance.random(24).astype(np.float32))[::-1]
        yield Vector(chance.choice(TERMS, 24, replace=False).astype(np.int32), weights / np.linalg.norm(weights))


def shared(one, other):
    """What the posted terms of one give in common with those of another."""
    weights = dict(zip(other.numbers[:POSTED_TERMS].tolist(), other.weights[:POSTED_TERMS].tolist(), strict=True))
    mine = zip(one.numbers[:POSTED_TERMS].tolist(), one.weights[:POSTED_TERMS].tolist(), strict=True)
    return sum(weight * weights.get(number, 0.0) for number, weight in mine)


def test_every_vector_that_shares_posted_terms_is_a_candidate_however_long_ago_it_came():
    postings, told = InvertedIndex(), list(vectors(1_300))
    for one in told:
        postings.add(one)
    asked, spread = told[700], np.zeros(TERMS, np.float32)
    spread[asked.numbers] = asked.weights
    found = dict(zip(*(column.tolist() for column in postings.candidates(asked, spread)), strict=True))
    wanted = {row: alike for row, one in enumerate(told) if (alike := shared(asked, one))}
    assert set(found) == set(wanted)
    merged = 1_002  # those after it lie apart yet, and are compared by all terms of the asked one
    assert all(abs(found[row] - alike) < 0.01 for row, alike in wanted.items() if row < merged)
    assert all(found[row] > alike - 0.01 for row, alike in wanted.items())


def test_what_came_last_is_compared_by_all_terms_of_the_one_asked():
    asked = Vector(np.arange(20, dtype=np.int32), np.full(20, 20**-0.5, np.float32))
    newest = Vector(np.array([0, POSTED_TERMS + 2], np.int32), np.full(2, 2**-0.5, np.float32))
    postings, spread = InvertedIndex(), np.zeros(TERMS, np.float32)
    postings.add(newest)
    spread[asked.numbers] = asked.weights
    _, alike = postings.candidates(asked, spread)
    assert abs(float(alike[0]) - float(spread[newest.numbers] @ newest.weights)) < 0.01


def test_of_a_vector_of_very_many_terms_the_heaviest_are_stored():
    long = Vector(np.arange(90, dtype=np.int32), np.linspace(1, 0.5, 90, dtype=np.float32))
    postings = InvertedIndex()
    postings.add(long)
    assert postings.row(0).numbers.tolist() == list(range(STORED_TERMS))


def test_what_was_emptied_takes_in_what_comes_next():
    postings, prints, vocabulary, none = InvertedIndex(), FingerprintTable(), Vocabulary("eo"), np.zeros(0, np.int32)
    vocabulary.trim(none)
    postings.keep(none)
    prints.keep(none)
    assert len(vocabulary.vector("", "qua qub").numbers) == 2
    assert [postings.add(one) for one in vectors(3)] == [0, 1, 2]
    assert [prints.add(fingerprint("", f"Ferry {n}")) for n in range(3)] == [0, 1, 2]


def test_a_term_of_a_twentieth_tells_little_and_of_very_many_texts_less_is_enough():
    assert [common(size) for size in (10, 4_000, 1_000_000)] == [100, 200, 5_300]


def test_the_heaviest_are_the_same_in_any_order_and_the_older_of_equal_ones():
    rows, sums = np.array([4, 9, 2, 7, 5], np.int32), np.array([0.5, 0.9, 0.5, 0.1, 0.5], np.float32)
    assert heaviest(rows, sums, 3).tolist() == [2, 4, 9]
    assert heaviest(rows[::-1].copy(), sums[::-1].copy(), 3).tolist() == [2, 4, 9]


def test_a_row_is_found_by_its_hash_before_and_after_it_is_merged_in():
    digests = HashIndex()
    for row in range(2_500):
        digests.add((row % 2_000) * 9_000_000_000_000, row)
    assert list(digests.rows(7 * 9_000_000_000_000)) == [7, 2_007]
    assert list(digests.rows(1_999 * 9_000_000_000_000)) == [1_999]
    assert list(digests.rows(5)) == []


def test_a_row_that_is_kept_no_more_is_found_no_more():
    digests = HashIndex()
    for row in range(5):
        digests.add(row * 1_000, row)
    digests.keep(np.array([3, 1], np.int32))
    assert [list(digests.rows(row * 1_000)) for row in range(5)] == [[], [1], [], [0], []]


def test_the_quick_way_to_words_finds_what_the_slow_one_does():
    assert plain("“Don’t—stop”, she said… 5_000 times\u00a0ago") == [
        b"Don", b"t", b"stop", b"she", b"said", b"5_000", b"times", b"ago",
    ]  # fmt: skip
    assert plain("“Žofie’s” café, 3€ \ud800") == ["Žofie".encode(), b"s", "café".encode(), b"3"]
    assert plain("…") == []
