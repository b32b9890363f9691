"""Lies that look like the same in another form: what passes in other words is bounded (see same_in_other_words)."""

import pytest

from newsclip.evidence.tests.test_guard_contradictions import code, fault
from newsclip.evidence.tests.test_guard_same_in_other_words import judged

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("lie", "passage"),
    [
        ("America jailed a tourist in Orlo in May.", "An American tourist was jailed in Orlo in May."),
        ("China bought the port in May.", "A Chinese company bought the port in May."),
        ("Welsh officers arrested Ada Holm.", "Officers in New South Wales arrested Ada Holm."),
        ("The letter to the mayor was written in England.", "The letter to the mayor was written in English."),
        ("A British soldier shot an American in Orlo.", "A US soldier shot a Briton in Orlo."),
    ],
)
def test_a_country_is_not_its_people_nor_a_part_of_another_name(lie: str, passage: str) -> None:
    assert code(lie, passage) == "not_named"


@pytest.mark.parametrize(
    ("lie", "passage"),
    [
        ("Prime Minister Ada Holm spoke to the council at 5 pm.", "Ada Holm spoke to the council at 5 pm."),
        ("President Ada Holm resigned in May.", "VP Ada Holm resigned in May."),
        ("Chief Executive Ada Holm quit.", "Deputy CEO Ada Holm quit."),
        ("Governor Ada Holm quit.", "Lieutenant Gov. Ada Holm quit."),
    ],
)
def test_an_office_is_held_as_a_whole(lie: str, passage: str) -> None:
    assert code(lie, passage) == "not_named"


def test_a_former_office_is_none() -> None:
    passage = "Former prime minister Ada Holm quit in May."
    assert code("PM Ada Holm quit in May.", passage)
    assert fault("Former PM Ada Holm quit in May.", passage) is None


def test_no_second_sentence_hides_behind_initials() -> None:
    passage = "The port closed at 5 pm. Ada Holm sued the council."
    assert code("The port closed at 5 pm. The council sued Ada Holm.", passage) == "several_sentences"


def test_a_first_name_with_an_initial_is_nobodys_where_the_article_names_two() -> None:
    sank = "Holm sank the ferry."
    article = f"Jan Holm is a thief. {sank} His brother, Karl L. Holm, is mayor."
    assert judged("Karl L. Holm sank the ferry.", article, sank)


@pytest.mark.parametrize(
    ("lie", "passage"),
    [
        ("Jan Reyl attacked officers in May.", "The 48-year-old Frenchman attacked officers in May. Jan Reyl saw it."),
        ("Velm Lines cheated clients in May.", "The old Brask Bank cheated clients in May. Velm Lines sued."),
        (
            "BL sued the Orlo News Agency in May.",
            "Brask Lines, known as BL, lost the case. The Orlo News Agency sued Brask Lines in May.",
        ),
        (
            "Officers arrested the driver.",
            "A man drove the car, and a woman sat beside him. Officers arrested the woman.",
        ),
        ("Soldiers were robbed in Orlo.", "A Girl Scout troop was robbed in Orlo."),
    ],
)
def test_who_is_described_is_nobody_else(lie: str, passage: str) -> None:
    assert code(lie, passage)


@pytest.mark.parametrize(
    ("lie", "passage"),
    [
        (
            "The port would close, according to the Orlo Post.",
            "Jan Reyl said that the port would close. The Orlo Post quoted Ada Holm as saying that it would stay open.",
        ),
        ("“It was a lie,” said the mayor, Ada Holm.", "“It was a lie,” Ada Holm told the mayor."),
    ],
)
def test_who_speaks_is_nobody_else(lie: str, passage: str) -> None:
    assert code(lie, passage) == "speaker_unnamed"


def test_no_relative_speaks_in_the_place_of_the_speaker() -> None:
    says = "“The port is a gift,” Ada Holm said."
    assert judged("Her cousin called the port “a gift”.", f"Her cousin lives in Orlo. {says}", says)


@pytest.mark.parametrize(
    ("lie", "passage"),
    [
        ("Ada Holm hit the cyclist.", "Ada Holm denied fleeing after hitting the cyclist."),
        ("Ada Holm sold the boat.", "Ada Holm denied acting as having sold the boat."),
        ("Holm took the boat.", "Officers never described Holm as having taken the boat."),
        ("A boat was stolen by Ada Holm.", "Officers found no boat stolen by Ada Holm."),
        ("Payments were made to Jan Reyl.", "The mayor denied any payments made to Jan Reyl."),
    ],
)
def test_what_is_denied_with_the_rest_stays_denied(lie: str, passage: str) -> None:
    assert code(lie, passage) == "claim_negated"


@pytest.mark.parametrize(
    ("lie", "passage"),
    [
        ("The council prepared for a strike.", "The council prepared for the possibility of a strike."),
        ("Reyl said the port was open.", "Holm wanted Reyl to lie, saying the port was open."),
        ("Holm told Reyl to burn the port.", "Officers think Holm phoned Reyl, telling him to burn the port."),
        ("The boat will be scrapped.", "The boat will be sold and was scrapped."),
    ],
)
def test_what_is_open_stays_open(lie: str, passage: str) -> None:
    assert code(lie, passage)


@pytest.mark.parametrize(
    ("lie", "passage"),
    [
        ("Ada Holm said the port closed on March 4.", "Ada Holm of the Wednesday Post said the port closed."),
        ("The port reopens on March 4, in May.", "The port reopens on a Wednesday in May."),
        ("The port closed on March 4.", "The port closed last Wednesday."),
        ("Ada Holm resigned on March 4.", "The port closed Wednesday. Ada Holm resigned in May."),
        (
            "The list is due March 15 and the report is due March 12.",
            "The list is due March 12 and the report is due March 15.",
        ),
    ],
)
def test_a_day_is_of_its_event(lie: str, passage: str) -> None:
    assert code(lie, passage)


@pytest.mark.parametrize(
    ("lie", "passage"),
    [
        ("Holm was freed after all guards slept.", "Holm was freed after several guards slept."),
        ("The storm damaged most of all the boats.", "The storm damaged most of the boats."),
        ("Holm was named captain before the race.", "Holm was named captain after the race. Reyl quit before it."),
    ],
)
def test_all_and_the_order_in_time_are_the_passages(lie: str, passage: str) -> None:
    assert code(lie, passage)
