"""What the coverage names as told otherwise: another number of the same; no day, and nothing of another time."""

from dataclasses import replace
from datetime import timedelta

import pytest

from newsclip.evidence.coverage import coverage
from newsclip.evidence.coverage_json import coverage_json
from newsclip.evidence.differences import Difference
from newsclip.evidence.tests.test_coverage import COLLISION, FACT, FRIDAY, article, cited, covered, document

ELEVEN, NINE, TWELVE = (COLLISION.replace("eleven", number) for number in ("eleven", "nine", "twelve"))


def test_a_report_that_counts_the_injured_otherwise_says_how_many() -> None:
    fact = "Eleven people were injured when two trams collided in Orlo on Thursday."
    told = covered("Two trams collided in Orlo on Thursday, injuring at least nine people.", fact=fact)
    assert [one.difference for one in told.facts[0].tellings] == [
        None, Difference("people", "Eleven people", "at least nine people")
    ]  # fmt: skip
    (_, passage) = coverage_json(told, document())["facts"][0]["passages"]
    assert passage["count"] == "at least nine people"
    assert passage["difference"] == {
        "kind": "people",
        "said": "Eleven people",
        "told": "at least nine people",
        "update": "",
    }


def test_another_figure_of_the_same_is_named() -> None:
    told = covered(FACT.replace("14 cracks", "11 cracks")).facts[0].tellings[1].difference
    assert told == Difference("figure", "14", "11")


def test_another_day_is_mostly_that_of_another_event_and_no_difference() -> None:
    (_, told) = covered(FACT.replace("on Thursday", "on 8 October")).facts[0].tellings
    assert (told.how, told.difference) == ("near", None)


@pytest.mark.parametrize(
    "other",
    [
        "The council of Orlo closed a school on 8 October after 11 cracks were found in its walls.",  # another matter
        "The council of Orlo closed the harbour bridge on 8 October after 11 cracks were found in its piers.",
        "Since the council of Orlo closed the harbour bridge, 90 ferries a day have crossed the harbour.",
    ],
)  # fmt: skip
def test_who_tells_of_another_matter_contradicts_nobody(other: str) -> None:
    assert [one.difference for one in covered(other).facts[0].tellings[1:]] in ([], [None])


@pytest.mark.parametrize(
    ("fact", "other"),
    [
        (FACT, FACT.replace("closed", "has not closed")),
        (
            "A fisherman from Orlo was still missing on Thursday after his boat sank off Marrow Point in heavy seas.",
            "A fisherman from Orlo was not found on Thursday after his boat sank off Marrow Point in heavy seas.",
        ),
        (
            "The council of Orlo rejected the plan for a new harbour bridge beside the old mill on Thursday evening.",
            "The council of Orlo did not approve the plan for a new harbour bridge beside the old mill on Thursday.",
        ),
        (FACT, FACT.replace("closed", "did not close").replace("14", "11")),
        (COLLISION, "It is not true that nine people were injured when two trams collided in Chancery Square."),
    ],
)
def test_a_not_says_nothing_of_what_differs(fact: str, other: str) -> None:
    assert [one.difference for one in covered(other, fact=fact).facts[0].tellings[1:]] in ([], [None])


@pytest.mark.parametrize("headline", ["", "Trams collide in Chancery Square"])
@pytest.mark.parametrize(
    "other",
    [
        "In 2024 two trams collided near Chancery Square, and nine people were injured.",
        "Last year two trams collided near Chancery Square, and nine people were injured.",
        "In March two trams collided near Chancery Square, and nine people were injured.",
        "Two trams collided near Chancery Square in May, too, injuring nine people.",
        "Two trams collided near Chancery Square on 8 October, injuring nine people.",
        "It was the second collision of trams in Chancery Square since May, when nine people were injured.",
        "Another collision of trams in Chancery Square had injured nine people.",
        "Nine people injured as trams collide near Chancery Square, second late-night collision of the day.",
    ],
)
def test_who_was_hurt_at_another_time_is_no_other_number(headline: str, other: str) -> None:
    post, radio = article("post", f"{headline}. {COLLISION}"), article("radio", other)
    said = document(cited(COLLISION, post))
    told = coverage(replace(said, headline=cited(headline, post)) if headline else said, [post, radio])
    assert [one.difference for fact in told.facts for one in fact.tellings if one.difference] == []
    event = told.event.tellings if told.event else ()
    assert [one.difference for one in event if one.difference] == []
    assert not told.event or told.event.text != other


@pytest.mark.parametrize("time", ["Last year the", "In March the", "Since then the"])
def test_a_figure_of_another_time_is_no_other_figure(time: str) -> None:
    other = FACT.replace("14", "11").replace("The", time, 1).replace(" on Thursday", "")
    assert [one.difference for one in covered(other).facts[0].tellings[1:]] in ([], [None])


def test_the_number_of_the_same_collision_is_one() -> None:
    other = "Two trams collided in Chancery Square in Dunmarsh on Thursday, and nine people were injured."
    (_, radio) = covered(other, fact=COLLISION).facts[0].tellings
    assert radio.difference == Difference("people", "eleven people", "nine people")


def differing(fact: str, *others: tuple[str, str, timedelta]) -> list[Difference | None]:
    """What each of these publishers tells otherwise, so much later than the Post, which the clip cites."""
    post = article("post", fact)
    told = [
        article(f"{name}{n}", text, publisher=name, published=FRIDAY + later)
        for n, (name, text, later) in enumerate(others)
    ]
    return [one.difference for one in coverage(document(cited(fact, post)), [post, *told]).facts[0].tellings[1:]]


@pytest.mark.parametrize(
    ("fact", "other", "later", "update"),
    [
        (ELEVEN, NINE, -3, "earlier"),
        (ELEVEN, NINE, -1, ""),  # who is right?
        (ELEVEN, NINE.replace("nine", "at least nine"), -1, "earlier"),
        (ELEVEN, NINE.replace("nine", "at least nine"), 1, ""),
        (ELEVEN, NINE, 3, ""),
        (NINE, ELEVEN, 3, "later"),
        (NINE, ELEVEN, -3, ""),
        (FACT, FACT.replace("14", "11"), -3, ""),
    ],
)
def test_a_number_of_people_that_grew_in_a_later_report_is_an_update(
    fact: str, other: str, later: int, update: str
) -> None:
    (told,) = differing(fact, ("Radio", other, timedelta(hours=later)))
    assert told is not None
    assert told.update == update


@pytest.mark.parametrize(("hours", "update"), [(-9, None), (-33, None), (-57, "earlier")])
def test_of_a_report_with_a_day_alone_it_is_not_known_that_it_came_some_hours_before(
    hours: int, update: str | None
) -> None:
    """Then either number may have grown from the other: nobody contradicts anybody."""
    (told,) = differing(ELEVEN, ("Radio", NINE.replace(" on Thursday", ""), timedelta(hours=hours)))
    assert (told and told.update) == update


@pytest.mark.parametrize("other", [NINE, FACT.replace("14", "11")])
def test_of_a_report_without_a_date_nobody_knows_whether_its_number_was_right_then(other: str) -> None:
    fact = ELEVEN if other == NINE else FACT
    post, radio = article("post", fact), article("radio", other, published=None)
    (told,) = coverage(document(cited(fact, post)), [post, radio]).facts
    assert [one.difference for one in told.tellings] == [None, None]


def test_a_figure_of_three_days_later_may_have_changed() -> None:
    other = FACT.replace("14", "11")
    assert differing(FACT, ("Radio", other, timedelta(days=3))) == [None]
    assert differing(FACT, ("Radio", other, timedelta(days=1))) == [Difference("figure", "14", "11")]


def test_where_each_names_what_the_others_article_does_not_the_number_is_of_another_accident() -> None:
    other = "Two trams collided at Velm Central on Thursday, and nine people were injured."
    assert differing(ELEVEN, ("Radio", other, timedelta(0))) in ([], [None])
    at_last = f"{other} It was not far from Chancery Square in Dunmarsh."
    (told,) = differing(ELEVEN, ("Radio", at_last, timedelta(0)))
    assert told == Difference("people", "eleven people", "nine people")


def test_of_one_publisher_the_newest_number_stands() -> None:
    told = differing(NINE, ("Radio", NINE, timedelta(0)), ("Radio", ELEVEN, timedelta(hours=3)))
    assert told == [Difference("people", "nine people", "eleven people", "later")]
    assert differing(ELEVEN, ("Radio", NINE, timedelta(hours=-3)), ("Radio", ELEVEN, timedelta(0))) == [None]
    nine, eleven, twelve = NINE, ELEVEN, NINE.replace("nine", "twelve")
    told = differing(nine, ("Radio", eleven, timedelta(hours=3)), ("Radio", twelve, timedelta(hours=5)))
    assert told == [Difference("people", "nine people", "twelve people", "later")]


def test_so_it_does_of_the_publisher_that_the_clip_cites() -> None:
    first, then = article("post", NINE), article("post2", ELEVEN, publisher="Post", published=FRIDAY.replace(hour=15))
    (told,) = coverage(document(cited(NINE, first)), [first, then]).facts
    assert [(one.how, one.difference) for one in told.tellings] == [
        ("near", Difference("people", "nine people", "eleven people", "later"))
    ]


@pytest.mark.parametrize(
    ("told", "newest"),
    [
        ([NINE, ELEVEN, TWELVE], ("twelve people", "later")),
        ([NINE, TWELVE, ELEVEN], ("eleven people", "later")),
        ([ELEVEN, NINE], ("nine people", "")),
        ([NINE, ELEVEN, NINE], None),
        ([FACT, FACT.replace("14", "11")], None),
    ],
)
@pytest.mark.parametrize("publisher", ["Post", "Radio"])
def test_of_one_publisher_the_last_number_stands(
    told: list[str], newest: tuple[str, str] | None, publisher: str
) -> None:
    post = article("post", told[0])
    articles = [
        article(f"a{n}", text, publisher=publisher, published=FRIDAY + n * timedelta(hours=3))
        for n, text in enumerate(told)
    ]
    (fact,) = coverage(document(cited(told[0], post)), [post, *articles]).facts
    differs = fact.tellings[-1].difference
    assert (differs and (differs.told, differs.update)) == newest


def test_a_number_of_another_accident_is_no_newer_one() -> None:
    other = "A gas stove burst in Velm on Friday, and eleven people were injured."
    first, then = article("post", NINE), article("post2", other, publisher="Post", published=FRIDAY.replace(hour=15))
    (told,) = coverage(document(cited(NINE, first)), [first, then]).facts
    assert [(one.how, one.difference) for one in told.tellings] == [("cited", None)]


@pytest.mark.parametrize(
    ("fact", "other"),
    [
        (
            "Officers from the Orlo division found out who the man was and arrested him with 14 phones at his flat.",
            "Officers from the Velm division found out who the man was and arrested him with 12 phones at his flat.",
        ),
        (
            "The police have arrested a 70-year-old man for his suspected part in a case of loan fraud in Orlo.",
            "The police have arrested a 26-year-old man for his suspected part in a case of loan fraud in Orlo.",
        ),
        (
            "8. To guard the borders of Velland remains a top priority for the customs office.",
            "7. To guard the borders of Velland remains a top priority for the customs office.",
        ),
        (
            "The man was caught with 14 phones in his car and will be charged in court.",
            "The man was caught with 12 phones in his car and will be charged in court.",
        ),
        (
            "Petrol prices in Orlo climb another 2 cents this week, the drivers' club says.",
            "Petrol prices climb another 4 cents this week, the drivers' club says.",
        ),
    ],
    ids=["other people", "another man", "a paragraph's number", "nobody is named", "a part of the country"],
)
def test_a_figure_of_others_or_of_what_has_no_name_is_no_other_figure(fact: str, other: str) -> None:
    assert differing(fact, ("Radio", other, timedelta(0))) in ([], [None])


def test_another_figure_in_common_tells_that_it_is_the_same_as_a_name_does() -> None:
    fact = "Families now spend 404 crowns a month on lessons, up from 340 crowns five years before."
    assert differing(fact, ("Radio", fact.replace("340", "374"), timedelta(0))) == [Difference("figure", "340", "374")]


COAL = "In August coal from Tavel was about $24 a tonne cheaper than the same quality of coal from Velland."


@pytest.mark.parametrize(
    ("sum_told", "told"),
    [("about £34", None), ("34 €", None), ("V$34", None), ("$34", "$34"), ("US$34", "$34"), ("about $34", "about $34")],
)
def test_only_sums_of_one_currency_differ(sum_told: str, told: str | None) -> None:
    (differs,) = differing(COAL, ("Radio", COAL.replace("about $24", sum_told), timedelta(0))) or [None]
    assert (differs and differs.told) == told
