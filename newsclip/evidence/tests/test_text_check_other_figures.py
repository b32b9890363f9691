"""Of a text that is checked: a figure that a passage tells otherwise, and the nearest passages of several."""

import pytest

from newsclip.evidence.tests.test_text_check import PARSER, article, told
from newsclip.evidence.verifier.text_check import check_text

FIGURES = (
    "The factory at Hale Common is to start production next year and will employ 1,400 people.\n\n"
    "The strike cost Tolm Line 3.2 million crowns, the company said.\n\n"
    "Eleven people were injured, one of them seriously, when two trams collided in Orlo’s Chancery Square."
)


@pytest.mark.parametrize(
    ("text", "said", "held"),
    [
        ("The factory will employ 2,400 people.", "2,400", "1,400"),
        ("The factory will employ 2,400.", "2,400", "1,400"),
        ("The strike cost Tolm Line 5.5 million.", "5.5 million", "3.2 million"),
        ("Nine people were injured when two trams collided in Orlo.", "Nine", "Eleven"),
    ],
)
def test_another_figure_of_the_same_things_contradicts_a_sentence_that_says_less_than_the_passage(text, said, held):
    others = article("The council puts the cost for Tolm Line at 4.5 million crowns for the strike.", "2", "A cost")
    least = article("Two trams collided in Orlo, and at least nine people were injured.", "3", "Two trams")
    note = "Correction: an earlier version said that nine people were injured when two trams collided in Orlo."
    noted = article(f"The square was closed.\n\n{note}", "4", "Trams")
    assert told(text, article(FIGURES, title="News"), others, least, noted) == [("contradicted", said, held)]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The factory will employ 2,400.", "The factory will employ 1,400 people and use 9,000 tonnes of 2,400 kinds."),
        ("The ports of Orlo have 30 boats.", "The ports of Orlo have, they say, 12 boats or 40 boats."),  # which?
        ("Orlo paid 30 crowns.", "Orlo paid, after 12 years, what crowns it had."),  # years and crowns
        ("Orlo will hire 30 people.", "Orlo will not hire 12 people."),
        ("The quay cost £30.", "The quay in Orlo, it was told, cost €12."),
        ("The mayor hired 30 people.", "The factory hired 12 people."),
    ],
)
def test_a_figure_of_other_things_contradicts_nothing(text, held):
    assert told(text, article(held, title="News")) == [("not_found", "", "")]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Three people were hurt.", "A man, a woman and a child were hurt; 40 people were at the scene."),
        ("Three people were hurt.", "A man, a woman and a child were hurt and 40 people were at the scene."),
        ("The bridge is 5 km long.", "The bridge is 5,000 metres long, 3 km of it over water."),
        ("The bridge in Orlo is 5 km long.", "The bridge in Orlo is long, 3 km of it over water."),
        ("Half of the 20 boats sank.", "In Orlo 10 boats, half of them all, sank."),
        ("Half of the 20 boats sank.", "Half of the boats sank, 10 boats of wood."),
        ("Orlo won 3 games.", "Orlo won 2 games this week; last week another."),
        ("Orlo won 3 games.", "Orlo won 2 games this week; last week it won one."),
        ("43 percent of voters stayed at home.", "Some 43.2 percent of voters stayed at home on Sunday."),
        ("43 percent of voters stayed at home.", "43.2 percent of voters stayed at home."),
        ("The quay cost 3 million crowns.", "The quay cost 3.2 million crowns."),
        ("The council hired 300 people.", "The council hired 297 people."),
        ("The quay cost 3 million crowns.", "The quay cost at least 3.2 million crowns."),
        ("The quay cost 0 crowns.", "The quay cost at least 0 crowns."),
    ],
)
def test_a_true_sentence_is_not_contradicted(text, held):
    (found,) = told(text, article(held, title="News"))
    assert found[0] != "contradicted"


@pytest.mark.parametrize(("said", "held"), [("43 percent", "44.2 percent"), ("300", "209"), ("212", "209")])
def test_what_no_rounding_leads_to_contradicts(said, held):
    assert told(f"The council hired {said} of them.", article(f"The council hired {held} of them.", title="News")) == [
        ("contradicted", said.removesuffix(" percent"), held.removesuffix(" percent"))
    ]


def test_the_nearest_passage_is_the_one_that_lacks_fewest_words_a_sentence_before_a_title():
    text = "Auric will build a chip plant near Hale."
    held = "Osmark’s Auric will build a chip plant outside the town of Hale, the company announced."
    (found,) = check_text(text, [article(held, title="Auric to build big chip plant near Hale")], PARSER).sentences
    assert found.nearest.passage.part == "text"
    assert [text[start:end] for start, end in found.nearest.absent] == ["near"]
    assert found.nearest.beside.part == "title", "which has what the first lacks"


def test_a_second_passage_is_told_that_has_what_the_nearest_lacks():
    held = (
        "By 14 votes out of 38,611, the electors of Orlo took away the majority.\n\n"
        "Salma Greaves won the by-election in Orlo with 17,902 votes to 17,888."
    )
    for text, found_at in (("Salma Greaves won the by-election by 14 votes.", 0),
                           ("Salma Greaves won the by-election by 24 votes.", None)):  # fmt: skip
        (found,) = check_text(text, [article(held, title="Orlo votes")], PARSER).sentences
        assert found.outcome == "not_found"
        assert (found.nearest.beside.start if found.nearest.beside else None) == found_at
