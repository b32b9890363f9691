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


# each a body before and after, of which nothing else changed
EDITS = [
    ("Prices rose by 1.5 percent.", "Prices rose by 15 percent."),
    ("The town paid 2,5 million crowns.", "The town paid 25 million crowns."),
    ("Orlo won 3:0 in Fernby.", "Orlo won 30 in Fernby."),
    ("About 1/2 of the ferries sail.", "About 12 of the ferries sail."),
    ("The mayor called it a hoax.", "The mayor called it a “hoax”."),
    ("The mayor “called it” a hoax.", "The mayor called “it a hoax”."),
    ("Holm did (not) resign.", "Holm did not resign."),
    ("The pilots, who were drunk, left.", "The pilots who were drunk left."),
    ("Did Holm resign?", "Did Holm resign."),
    ("Updated: 3 people died in the crash.", "Updated: 4 people died in the crash."),
    ("412 comments were deleted by the court.", "512 comments were deleted by the court."),
    ("Published in 2019, the book sold 3 copies.", "Published in 2020, the book sold 3 copies."),
    ("Stand 3 Leute am Ufer.", "Stand 4 Leute am Ufer."),
    ("1,200 dead.", "1,300 dead."),
    ("FVO 3, SVK 1", "FVO 3, SVK 2"),
    ("3 : 1", "3 : 2"),
    ("1,500", "15,000"),
    ("Holm | 3 | 4", "Holm | 3 | 5"),
    ("Standards 3", "Standards 4"),
    ("The court don't sit.", "The court dont sit."),
    ("The lifts are not able to rise.", "The lifts are notable to rise."),
]
NOISE = [
    ("“It is late”, said Holm’s aide.", '"It is late", said Holm\'s aide.'),
    ("« Il est tard », dit Holm.", "“Il est tard”, dit Holm."),
    ("The ferry – old and slow – sank…", "The ferry - old and slow - sank..."),
    ("The ferry sank at 5 %.", "The ferry  sank\u00a0at 5%."),
    ("The ferry\u00ad sank", "The ferry sank."),
    ("412 comments", "512 comments"),
    ("12 shares · 3 comments", "13 shares · 40 comments"),
    ("The Fernby Gazette | 5 min read", "The Fernby Gazette | 6 min read"),
    ("1.2k views", "1.3k views"),
    ("Updated: 14 March 2026, 09:15 GMT", "Updated: 15 March 2026, 18:40 GMT"),
    ("Last updated on 14th of March at 9:15 am", "Last updated on 15th of March at 6:40 pm"),
    ("Updated Monday, 16 March 2026", "Updated Tuesday, 17 March 2026"),
    ("Published 3 hours ago", "Published 5 hours ago"),
    ("Stand: 14.03.2026, 09:15 Uhr", "Stand: 15.03.2026, 18:40 Uhr"),
    ("Zuletzt aktualisiert am 3. März 2026 um 10:15 Uhr", "Zuletzt aktualisiert am 4. März 2026 um 10:15 Uhr"),
    ("Mis à jour le 3 mars 2026 à 10h15", "Mis à jour le 4 mars 2026 à 11h15"),
    ("Actualizado el 3 de marzo de 2026", "Actualizado el 4 de marzo de 2026"),
    ("2026-03-05 12:30", "2026-03-06 13:30"),
    ("14 March 2026", "15 March 2026"),
    ("2026年3月5日", "2026年3月6日"),
    ("14.03.2026", "15.03.2026"),
    ("Monday, 09:15 CET", "Tuesday, 18:40 CET"),
]


@pytest.mark.parametrize(("old", "new"), EDITS)
def test_an_edit_of_a_figure_a_quotation_or_a_sign_is_a_change(old: str, new: str) -> None:
    assert compare("Ferry aground", f"{TEXT}\n\n{old}", "Ferry aground", f"{TEXT}\n\n{new}")


@pytest.mark.parametrize(("old", "new"), NOISE)
def test_other_typography_and_lines_that_only_count_or_date_are_no_change(old: str, new: str) -> None:
    assert not compare("Ferry aground", f"{TEXT}\n\n{old}", "Ferry aground", f"{TEXT}\n\n{new}")


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
