"""Where sentences end."""

import pytest

from newsclip.language.tokens import sentences


def told(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Die Brücke soll am 17. März wieder öffnen.",
        "Die Brücke, die König Karl IV. bauen ließ, soll wieder öffnen.",
        "Am 6. Mai wählt Örlohafen einen neuen Rat.",
        "Nach dem 26. Oktober tagt der Rat nicht mehr.",
        "Das Geschäft des 1. FC Örlohafen blüht.",
        "Zum 25. Jubiläum kam der ganze Ort.",
        "Le pont rouvre le 18 juil. 2031 au soir.",
    ],
)
def test_an_ordinal_or_a_short_month_ends_no_sentence(text):
    assert told(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Er belegte Platz 17.", "Der Trainer war froh."),
        ("She had turned 17.", "The harbour was closed."),
        ("Örlohafen wählt am 6. Mai.", "Der Rat tagt danach."),
        ("The council did not say whether the lock was hacked.", "Despite the storm, it met."),
        ("The port could not check the reports.", "Mr Holm called them false."),
        ("The ferry has a bunk bed.", "Suites have two."),
        ("The group went to Kelmouth Park.", "“Of course it rained,” said Ada Quist."),
        ("The lamps are made in the U.S.", "The port checks them."),
        ("Ada Quist tritt heute ihr Amt an.", "Aber der Rat tagt erst morgen."),
        ("Le pont a coûté plus qu’il y a un an.", "Quist le dit."),
        ("The mayor of Orlo did not do so.", "Later she called."),
        ("Kaleci topu kurtardı.", "Quist sahaya çıktı."),
    ],
)
def test_a_sentence_ends_where_the_next_begins(first, second):
    assert told(f"{first} {second}") == [first, second]


def test_a_sentence_ends_where_the_page_lost_the_space_behind_it() -> None:
    assert told("The crew came.The ferry left, wrote ada@orlo.example on Orlo.net.") == [
        "The crew came.",
        "The ferry left, wrote ada@orlo.example on Orlo.net.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sie fuhren bzw. Holm fuhr.",
        "In Holm v. Quist the court ruled.",
        "Sens. Holm and Quist met Gov. Vell.",
        "Lt. Gov. Holm met Maj. Gen. Quist.",
        "A spokesman for the O.H.C. did not answer.",
        "Rep. Ada Holm (R-Calif.), who owns a ferry, voted against it.",
        "The words were later used by U.N. Ambassador Ada Quist.",
    ],
)
def test_an_abbreviation_ends_no_sentence(text):
    assert told(text) == [text]
