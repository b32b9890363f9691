"""What the coverage names as told otherwise: another number, another day of the same; nothing of another time."""

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


@pytest.mark.parametrize(
    ("words", "other", "kind", "told"),
    [
        ("14 cracks", "11 cracks", "figure", "11"),
        ("on Thursday", "on 8 October", "day", "8 October"),
    ],
)
def test_what_a_passage_of_the_same_tells_otherwise_is_named(words: str, other: str, kind: str, told: str) -> None:
    difference = covered(FACT.replace(words, other)).facts[0].tellings[1].difference
    assert difference is not None
    assert (difference.kind, difference.told) == (kind, told)


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
        (FACT, FACT.replace("on Thursday", "on 8 October"), -3, ""),
    ],
)
def test_a_number_of_people_that_grew_in_a_later_report_is_an_update(
    fact: str, other: str, later: int, update: str
) -> None:
    (told,) = differing(fact, ("Radio", other, timedelta(hours=later)))
    assert told is not None
    assert told.update == update


@pytest.mark.parametrize(("hours", "update"), [(-9, ""), (-33, ""), (-57, "earlier")])
def test_of_a_report_with_a_day_alone_it_is_not_known_that_it_came_some_hours_before(hours: int, update: str) -> None:
    (told,) = differing(ELEVEN, ("Radio", NINE.replace(" on Thursday", ""), timedelta(hours=hours)))
    assert told is not None
    assert told.update == update


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


def test_who_announced_a_day_that_is_past_now_tells_of_another_occasion() -> None:
    said = "On {} the next draw of the Velm lottery, with a jackpot of a million crowns, will be held."
    (told,) = differing(said.format("25 October"), ("Radio", said.format("14 October"), timedelta(days=-4)))
    assert told is None
    (told,) = differing(said.format("16 October"), ("Radio", said.format("12 October"), timedelta(days=-4)))
    assert told is None
    (told,) = differing(said.format("25 October"), ("Radio", said.format("27 October"), timedelta(days=-4)))
    assert told == Difference("day", "25 October", "27 October")


@pytest.mark.parametrize(
    ("fact", "other"),
    [
        (
            "Officers from the Orlo division found out who the man was and arrested him on 14 October at his flat.",
            "Officers from the Velm division found out who the man was and arrested him on 12 October at his flat.",
        ),
        (
            "The court of Orlo will hear the owner of the harbour mill again, its clerk said on Friday.",
            "The court of Orlo will hear the owner of the harbour mill again, its clerk said last Friday.",
        ),
    ],
    ids=["other people", "one word for the day"],
)
def test_what_differs_in_more_or_in_its_words_alone_is_no_other_figure_or_day(fact: str, other: str) -> None:
    assert differing(fact, ("Radio", other, timedelta(0))) in ([], [None])


COAL = "In August coal from Tavel was about $24 a tonne cheaper than the same quality of coal from Velland."


@pytest.mark.parametrize(
    ("sum_told", "told"),
    [("about £34", None), ("34 €", None), ("V$34", None), ("$34", "$34"), ("US$34", "$34"), ("about $34", "about $34")],
)
def test_only_sums_of_one_currency_differ(sum_told: str, told: str | None) -> None:
    (differs,) = differing(COAL, ("Radio", COAL.replace("about $24", sum_told), timedelta(0))) or [None]
    assert (differs and differs.told) == told
