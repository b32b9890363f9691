"""A line that speaks of what was said is told right behind it, and one that announces another is not told."""

import pytest

from newsclip.writing.cleaning import leans, unfit
from newsclip.writing.tests.test_needs import LEAD, MANAGER, read


@pytest.mark.parametrize(
    "line",
    [
        "Sailors wrote of that perch in their books.",
        "Ada Quist is likely to make that request once more.",
        "All three men said that it was late.",
        "By contrast Tern's four boats sailed without a problem.",
        "A few seconds later, the ferry turned to the quay.",
        "After a few minutes, the ferry turned to the quay.",
        "Subsequent developments delayed the quay.",
        "Velm, the largest harbour, begins its own vote the week after.",
        "Officials stressed that such language was taken out.",
        "Typically it is moored by two sailors of Orlo.",
        "The newspaper reports that two boats of Tern were stolen.",
        "The animal welfare group of Tern will look after the third cat.",
        "To better deal with this, Orlo and Velm founded a group.",
        "Recognising this, Orlo has closed two quays.",
        "Having said that, Brandt is a good sailor.",
        "Prior to that, Orlo was in talks with Velm.",
        "Last week it closed the quay of Tern.",
        "In April they will sail to Velm.",
    ],
)
def test_a_line_that_speaks_of_what_was_said_leans(line: str) -> None:
    assert leans(line)


@pytest.mark.parametrize(
    "line",
    [
        "The price is twice that of a boat in Tern.",
        "Sailors said that request forms were late.",
        "Velm begins its own vote the week after Orlo.",
        "All three of the boats sailed to Tern.",
        "Sailors said that such a storm is rare in Tern.",
        "Usually it takes two days to reach Tern.",
        "The newspaper Orlo Post reports that two boats were stolen.",
        "Ada Quist was the third woman to sail to Tern.",
        "To repair this quay, Orlo needs two years.",
        "Sailing to Tern, this crew was lost.",
        "Saying that the storm was over, Brandt left.",
        "Last week it emerged that the quay of Tern will close.",
        "In April the quay of Tern will close.",
    ],
)
def test_that_before_a_clause_leans_on_nothing(line: str) -> None:
    assert not leans(line)


def test_a_reason_that_is_not_the_only_one_announces_another() -> None:
    assert unfit("The storm is not the only explanation.") == "announcement"


@pytest.mark.parametrize(
    "line",
    [
        "The city of Orlo ordered the barriers down 40 minutes later.",
        "Brandt was found two years afterwards, in a boat at the quay.",
        "Tern's board announced the plan two weeks earlier.",
        "Sailors soon after warned the board of Orlo.",
        "Brandt was back at the quay shortly afterwards.",
        "Tern's ferry was sold the following year.",
        "Brandt had met sailors earlier that day.",
    ],
)
def test_time_counted_from_what_the_line_does_not_tell_leans(line: str) -> None:
    assert leans(line)


@pytest.mark.parametrize(
    "line",
    [
        "Tern's ferry sank on Monday and was raised two days later.",
        "Brandt left at 9 p.m., returning two hours later.",
        "Boats that sank were raised two years later.",
        "Sales of boats rose from 5 million a year earlier.",
        "Tern's ferry opened in 1990, closing three years later.",
        "Sailors left soon after the storm broke the quay.",
    ],
)
def test_time_counted_from_what_the_line_tells_stands(line: str) -> None:
    assert not leans(line)


@pytest.mark.parametrize(
    "line",
    [
        "Ada Quist, on the other hand, is 40th in the list of sailors.",
        "Brandt, however, kept the quay shut.",
        "Over five years, however, Tern has built six boats.",
        "Sailors of Tern, in turn, wrote to the board of Orlo.",
        "Brandt was keen to thank the sailors of Tern though.",
        "Brandt would not go that far but asked for a vote.",
        "Sailors say that argument doesn't hold.",
        "Orlo must ask that hard question in May.",
        "Ada Quist sent nearly 300 of them to Tern.",
        "As for their talks with Orlo, many sailors laughed.",
        "In 2004 it carried two million cars.",
        "Ada Quist will try to do that in May.",
        "While Brandt cast that as a gift, sailors laughed.",
        "Even before that, sailors of Tern left.",
    ],
)
def test_a_line_set_against_what_was_said_leans(line: str) -> None:
    assert leans(line)


@pytest.mark.parametrize(
    "line",
    [
        "Tern's board voted for a bridge; the mayor, however, did not.",
        "Although sailors laughed, boats, however, were sold.",
        "Tern is not that far from Orlo.",
        "Sailors said that any decision must wait.",
        "Sailors said that in theory boats could sail.",
        "Sailors said that decision makers were late.",
        "In 2004 it was said that boats were late.",
        "Sailors want a quay, but Tern cannot do that in May.",
        "Ada Quist did that job in May, sailors said.",
    ],
)
def test_a_line_that_tells_both_sides_stands(line: str) -> None:
    assert not leans(line)


@pytest.mark.parametrize(
    "line",
    [
        "A second tug had then left the quay of Velm.",
        "The last boat was lost off Kestrel Point.",
        "Two were towed to Velm on Sunday.",
        "About 40% are sailors of Velm.",
        "Fifty-five were sailors of Velm.",
        "While a few have lamps, many lie in the dark.",
        "Many believe it would change nothing.",
        "Many had waited at the quay of Velm.",
        "Some have already left the quay of Velm.",
        "Some also took boats to Velm.",
        "A first report is due within 30 days.",
        "No trial date has been set.",
        "The final decision is expected in May.",
    ],
)
def test_one_of_several_waits_for_the_line_that_tells_of_them(line: str) -> None:
    assert 2 in read(LEAD, MANAGER, line)[1].tied
    assert 0 not in read(line, MANAGER)[1].tied


@pytest.mark.parametrize(
    "line",
    [
        "A second of silence was held at the quay.",
        "Two sailors were towed to Velm on Sunday.",
        "Fifty-five sailors were towed to Velm.",
        "One could hear the storm at Velm.",
        "Many believe the quay would break again.",
        "Many had expected the quay to break.",
        "Some have suggested a new quay at Velm.",
        "Many are worried about the quay of Velm.",
        "Some sailors took boats to Velm.",
        "Critics say it is wrong to shut the quay.",
        "A first report of the accident office is due within 30 days.",
        "A decision by the council of Velm is expected in May.",
    ],
)
def test_what_the_line_itself_counts_needs_no_other(line: str) -> None:
    assert 2 not in read(LEAD, MANAGER, line)[1].tied
