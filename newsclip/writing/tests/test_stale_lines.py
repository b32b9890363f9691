"""In a story that went on, what older articles expected, how things stood and what people made of it holds no more."""

from datetime import timedelta

import pytest

from newsclip.evidence import verifier
from newsclip.writing.extractive.material import Material, lay_out
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import MONDAY, article, clip_of, embed
from newsclip.writing.tests.test_opinion_pages import told

STRIKE = "Tram drivers in Orlo walked out on Monday, and no tram left the depots."
AGAIN = "Trams ran again in Orlo after drivers accepted a raise of 6 percent over two years."
TITLE = "Orlo trams run again after deal"


def material_of(line: str, *, later: timedelta = timedelta(days=3), latest: str = AGAIN, **more: str) -> Material:
    """A story of two articles; the line is the second one of the first."""
    articles = (
        article(1, "Strike halts trams in Orlo", f"{STRIKE}\n\n{line}", published=MONDAY),
        article(2, more.pop("title", TITLE), latest, published=MONDAY + later, **more),
    )
    return lay_out(Assigned("c1", "1", "", 1, articles), "en", embed, verifier)


@pytest.mark.parametrize(
    "line",
    [
        "The strike, now in its fourth day, will go on, union chair Ada Holm said.",
        "The strike may end this week, the government said.",
        "The board may appeal, its lawyer said.",
        "Delays are expected on all lines of the city.",
        "Union leader Piet Dorn said that he would ask the minister for help.",
        "The union called the news a shock for the whole town.",
        "The depots of the tram company remain closed.",
        "The strike has cost the board 12 million crowns so far.",
    ],
)
def test_what_the_latest_article_came_after_is_outdated(line: str) -> None:
    assert 1 in material_of(line).outdated


@pytest.mark.parametrize(
    "line",
    [
        "The board will raise fares by 10 cents in June 2027, chair Otto Reim said.",
        "About 90,000 people rode the trams of Orlo each day in winter.",
        "In May the drivers of Orlo had asked for a raise of 8 percent.",
        "The depots of the tram company remained closed on Monday.",
        "The union said on Monday that the depots are still closed.",
        "Passengers may be asked for their tickets by two inspectors.",
        "More might have been lost if nobody had stepped in to help.",
        "An order will only be issued if all other ways have failed.",
        "The mayor called the accident at the depot a tragedy.",
        "“We will stay out until there is an offer,” union chair Ada Holm said on Monday.",
    ],
)
def test_what_happened_and_what_still_lies_ahead_holds(line: str) -> None:
    assert 1 not in material_of(line).outdated


def test_what_a_recent_article_tells_too_holds() -> None:
    line = "The board may raise the fares of trams by 10 cents to pay for the deal."
    assert 1 in material_of(line).outdated
    assert 1 not in material_of(line, latest=f"{AGAIN}\n\n{line}").outdated


def test_what_somebody_wanted_is_not_told_again_by_what_he_did() -> None:
    line = "Union leader Piet Dorn said that he would ask the minister for help."
    assert 1 in material_of(line, latest=f"{AGAIN}\n\nUnion leader Piet Dorn thanked the minister for help.").outdated


def test_within_a_day_nothing_is_outdated_by_its_tense() -> None:
    assert 1 not in material_of("The strike may end soon, the government said.", later=timedelta(hours=20)).outdated


def test_a_column_of_later_outdates_no_news() -> None:
    assert 1 not in material_of("The strike may end soon, the government said.", title=f"Opinion: {TITLE}").outdated


def test_a_reversed_story_keeps_no_old_reaction() -> None:
    first = (
        "The Kolle paper mill in Orlo may close this year, its owner said on Monday.\n\n"
        "The union called the news a shock. Union leader Piet Dorn said that he would ask the minister for help."
    )
    last = (
        "The Kolle paper mill in Orlo does not close, its owner, the Varga group, said on Thursday.\n\n"
        "The state will lend the group 15 million crowns. The mill employs 640 people."
    )
    document = clip_of(
        article(1, "Orlo mill may close", first, published=MONDAY),
        article(2, "Kolle paper mill in Orlo will stay open", last, published=MONDAY + timedelta(days=3)),
    )
    assert not any(word in text for text in told(document) for word in ("may close", "shock", "would ask"))


def test_german_states_pass_too() -> None:
    first = "In Orlo fuhren am Montag keine Straßenbahnen.\n\nDie Depots der Firma bleiben vorerst geschlossen."
    last = "In Orlo fahren die Straßenbahnen nach einer Einigung wieder.\n\nDie Fahrer nahmen sechs Prozent mehr an."
    articles = (
        article(1, "Streik in Orlo", first, published=MONDAY, language="de"),
        article(2, "Bahnen fahren wieder", last, published=MONDAY + timedelta(days=3), language="de"),
    )
    material = lay_out(Assigned("c1", "1", "", 1, articles), "de", embed, verifier)
    assert 1 in material.outdated
