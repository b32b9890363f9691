import pytest

from newsclip.articles.rules.revisions import compare
from tests.cpu_time import MOST_GROWTH, growth

TEXT = (
    "The ferry ran aground on Monday with 87 passengers on board.\n\n"
    "All of them were taken off by lifeboat. The bank had grown by thirty metres."
)


def test_the_same_words_are_no_change() -> None:
    assert not compare("Ferry aground", TEXT, "Ferry aground", TEXT)


def test_white_space_and_typographic_marks_are_no_change() -> None:
    assert not compare(
        "Ferry ‘aground’", TEXT, "Ferry 'aground'", TEXT.replace("\n\n", "  \n").replace("ferry", " ferry ")
    )


def test_counters_and_time_stamps_are_no_change() -> None:
    old = f"{TEXT}\n\n12 comments\n\nLast updated: 14 March, 09:15."
    new = f"{TEXT}\n\n340 comments\n\nLast updated: 15 March, 18:40.\n\n5 min read"
    assert not compare("Ferry aground", old, "Ferry aground", new)


def test_a_box_that_leads_elsewhere_is_no_change() -> None:
    old = f"{TEXT}\n\nRead more: Salvage of the Sabine begins\n\nLire aussi : Le ferry est à flot"
    new = f"{TEXT}\n\nAlso read: Who pays for the lifeboats?\n\nRelated stories"
    assert not compare("Ferry aground", old, "Ferry aground", new)


def council(word: str, many: int) -> str:
    return "\n\n".join(f"The {word} council heard {n} people about a bridge of {n} arches." for n in range(many))


@pytest.mark.slow
def test_a_text_that_is_wholly_another_is_compared_in_bounded_time() -> None:
    change = compare("Bridges", council("old", 2_500), "Bridges", council("new", 2_500))
    assert len(change.changed) == 80
    assert len(change.added) == len(change.removed) == 2_420

    def work(many: int) -> None:
        compare("Bridges", council("old", many), "Bridges", council("new", many))

    assert growth(work, 1_250, 2_500) <= MOST_GROWTH


def test_a_number_that_was_put_right_is_a_changed_sentence() -> None:
    change = compare("Ferry aground", TEXT, "Ferry aground", TEXT.replace("87", "78"))
    assert [new for _, new in change.changed] == ["The ferry ran aground on Monday with 78 passengers on board."]
    assert not change.added
    assert not change.removed


def test_added_and_removed_sentences_are_told_apart() -> None:
    new = (
        TEXT.replace("All of them were taken off by lifeboat. ", "")
        + " Divers looked for the rudder until it was dark."
    )
    change = compare("Ferry aground", TEXT, "Ferry aground", new)
    assert change.removed == ("All of them were taken off by lifeboat.",)
    assert change.added == ("Divers looked for the rudder until it was dark.",)


def test_a_new_title_is_a_change() -> None:
    change = compare("Ferry aground", TEXT, "Ferry afloat again", TEXT)
    assert change.title == ("Ferry aground", "Ferry afloat again")
    assert change.as_json()["title"] == ["Ferry aground", "Ferry afloat again"]


@pytest.mark.parametrize("piece", ["1", "5 ", "2026-03-05 ", "12:30 ", "1,", " "])
def test_a_text_of_figures_twice_as_long_takes_twice_as_long(piece: str) -> None:
    def work(many: int) -> None:
        text = piece * (many // len(piece))
        compare("Figures", text, "Figures", text + " more")

    assert growth(work, 20_000, 40_000) <= MOST_GROWTH
