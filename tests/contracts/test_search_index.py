"""What every SearchIndex must do, whoever wrote it: run on SQLite as it is, on PostgreSQL with its address set."""

import pytest

from newsclip.wiring import search_index

pytestmark = pytest.mark.django_db


@pytest.fixture
def index():
    index = search_index()
    index.put(1, headline="Ferry strike ends", body="The crews of Port Alder went back to work.", tags="Ferries Alder")
    index.put(2, headline="Museum finds a map", body="An old map of the strike at Alder was found.", tags="Museum")
    return index


def found(index, words, **page):
    return [hit.clip_id for hit in index.search(words, **{"limit": 10} | page)]


def test_a_word_in_the_headline_counts_more_than_one_in_the_body(index):
    assert found(index, "strike") == [1, 2]


def test_all_words_must_be_there(index):
    assert found(index, "old strike") == [2]


def test_words_are_found_in_other_forms(index):
    assert found(index, "ferries") == [1]


def test_a_phrase_is_found_only_in_its_order(index):
    assert found(index, '"port alder"') == [1]
    assert found(index, '"alder port"') == []


@pytest.mark.parametrize("typed", ["", "   ", '"', "***", "AND OR", "a:b NEAR(", "x' OR 1=1 --", "\x00", "(((("])
def test_any_input_is_taken_as_words(index, typed):
    assert index.search(typed, limit=5) == []


def test_a_clip_put_again_is_found_by_its_new_words_alone(index):
    index.put(1, headline="Ferries sail", body="", tags="")
    assert found(index, "sail") == [1]
    assert found(index, "crews") == []


def test_a_dropped_clip_is_not_found(index):
    index.drop(1)
    assert found(index, "strike") == [2]


def test_hits_come_in_pages(index):
    assert found(index, "strike", limit=1, skip=1) == [2]
