"""How clips read: they begin with the news, each sentence can be understood, and no page's furniture is published."""

import pytest

from newsclip.evidence import verifier
from newsclip.evidence.document import Paragraph
from newsclip.evidence.verifier import verify_document
from newsclip.language.section_types import fitting_type
from newsclip.writing.candidates import read
from newsclip.writing.cleaning import leans, unfit, without_also, without_asides, without_connective
from newsclip.writing.extractive.casualty_counts import tolls
from newsclip.writing.extractive.material import ToldSoFar, lay_out
from newsclip.writing.extractive.needs import needs_of
from newsclip.writing.extractive.pull_quotes import pull
from newsclip.writing.page_kinds import kind_of
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import article, clip_of, embed
from newsclip.writing.tests.test_writer import everything

THINGS = ["lamps", "paint", "flags", "bands", "speeches", "ribbons", "benches", "signs"]
LEAD = "Fire destroyed the fish market of Orlo Bay on Sunday night, and 40 traders lost their stalls."


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("See more about the Post's harbour fund here.", "plea"),
        ("Offer available until 27 February 2026.", "plea"),
        ("Plus join Ada Holm for a live chat during the debate, starting at noon.", "plea"),
        ("Two crews will join Ada Holm for a race around the bay.", ""),
        ("(If passed, the bylaw would bind every ferry on the bay.)", "aside"),
        ("Obviously, the council has lost its way.", "opinion"),
        ("Certainly don’t stand on the quay when the tide is in.", "opinion"),
        ("Do not expect the ferry to sail before noon.", "opinion"),
        ("The captain’s points are well made.", "opinion"),
        ("Members of the public can view the report here and write to the port by May.", "plea"),
        ("Explore the spring trail with ten stations for the whole family.", "plea"),
        ("The bay had better get its act together.", "opinion"),
        ("Heck, the bay will be glad even of half a ferry.", "opinion"),
        ("Even more damning is that nobody had counted the boats.", "opinion"),
        ("It’s too early to predict that the ferry line will fail.", "opinion"),
        ("When OHT arrived at the quay at noon, the boat was gone.", "first person"),
        ("The Orlo Times has contacted the ferry line for comment.", "first person"),
        ("The Orlo Times has asked the ferry line when it knew of the leak.", "first person"),
        ("The council has asked the ferry line when it knew of the leak.", ""),
        ("The harbour police take a serious view of theft.", "opinion"),
        ("Photo provided by the Orlo Harbour Police Officers are looking for this man.", "caption"),
        ("Food provided by the council was given out on the quay.", ""),
        ("When Holm arrived at the quay at noon, the boat was gone.", ""),
        ("It is too early to say what sank the boat, the coastguard said.", ""),
        ("Police have contacted the crews of both boats for information.", ""),
        ("The advertisement asked for a deck hand who can swim.", ""),
        ("Orlo Town look set to miss out on the cup next season.", ""),
        ("More details of the ferry line are set out below.", "announcement"),
        ("Donated boats will sail for the fund from May to October.", ""),
        ("Donate to the harbour fund and sail for free.", "plea"),
        ("The fares rise in May, but not for monthly subscriptions, the line said.", ""),
        ("Orlo Radio lost a third of its subscribers last year.", ""),
        ("Subscribe to the harbour letter for six crowns.", "plea"),
        ("Keep your subscription and sail for free.", "plea"),
        ("The bakery of Orlo Bay sold 4,000 cookies on Sunday.", ""),
        ("This site of the port uses cookies.", "plea"),
        ("The council did not listen to the crews, Holm said.", ""),
        ("Now listen to the harbour podcast.", "plea"),
        ("Holm sued the port over the copyright to her map.", ""),
        ("All pictures are copyright of the port.", "plea"),
        ("Passenger group Why?, which counted the boats, found none.", ""),
        ("Why did the ferry stop? Nobody on the quay could say.", "question"),
        ("Mayor Ilse Brandt (I) said the ferry would sail again.", ""),
        ("The wreck dates from World War I and lies off the bay.", ""),
        ("Ada Holm told F.B.I. agents of the leak in the quay.", ""),
        ("In the view of I.B.M. engineers the quay is safe.", ""),
        ("At noon I told the agents of the leak in the quay.", "first person"),
        ("Ada Holm sailed to Velm and was due back on 15 Jan.", ""),
        ("Ada Holm sailed to Velm and was due back in Jan.", "fragment"),
    ],
)
def test_pleas_asides_and_opinions_are_not_news(text: str, why: str) -> None:
    assert unfit(text) == why


@pytest.mark.parametrize(
    "text",
    [
        "A few hours later, the quay was closed.",
        "Two weeks later the union called a strike.",
        "Just hours after the court's decision, the ferry sailed.",
        "Brandt was having none of it.",
        "Each has to pay 12 crowns.",
        "Instead, the council closed the quay.",
        "The 48-year-old was taken to hospital.",
        "The man left the quay before noon.",
        "Other boats stayed in the harbour.",
        "In 1971, her first essay asked why no woman had painted the bay.",
        "The last time its yield broke four per cent was in 2007.",
        "When he did not come to work on Monday, colleagues called the police.",
        "Between them they have sailed for 184 days.",
        "The fire had broken out in another flat of the same street.",
        "Ada Quist put a finer point on it.",
        "Ada Quist, though, called for a vote.",
        "Now she’s been hired to run the port of Orlo Bay.",
        "Behind it is no bank but a small company with 41 workers.",
        "The clock is therefore eight seconds out.",
        "The second trick is the weight of the new carriages.",
        "The port calls that evidence weak and out of date.",
        "Judge Ilse Brandt agreed, saying that ports must keep their boats safe.",
        "In a reply on Monday a speaker of the port said just that.",
        "The ferry will not sail again, the captain continues.",
        "The union of Orlo used that line on Monday in a video.",
        "Some forty boats have been found at the site, Brandt has said.",
        "Some 300 people drowned in that great storm.",
        "In another case, 40 boats were lost.",
        "To go with it, his group wrote a law.",
    ],
)
def test_a_sentence_that_needs_what_is_not_told_is_known(text: str) -> None:
    assert leans(without_connective(text)[0])


@pytest.mark.parametrize(
    "text",
    [
        "Two weeks after a storm closed it, the quay opened again.",
        "As the council met, ferrymen sang outside.",
        "In Orlo Bay, its oldest pub has closed.",
        "One of the largest bridges of Norvale opened on Monday.",
        "The man accused of the theft was brought before a court.",
        "Ilse Brandt agreed to that order of the port on Monday.",
        "The port agreed with the union on Monday and called off the strike.",
        "The coastguard said of that claim that it was made too late.",
        "The union of Orlo said that line was drawn by the port.",
    ],
)
def test_a_time_or_a_person_that_the_sentence_explains_leans_on_nothing(text: str) -> None:
    assert not leans(text)


def test_what_the_page_put_into_a_sentence_is_dropped_and_recorded() -> None:
    text, edits = without_asides("Shares of Orlo Ferries (ORLO.NV), opens new tab fell by 4 percent on Monday.")
    assert text == "Shares of Orlo Ferries fell by 4 percent on Monday."
    assert [str(edit) for edit in edits] == ["dropped: (ORLO.NV)", "dropped: , opens new tab"]


def test_also_is_dropped_where_it_ties_to_another_sentence() -> None:
    text, edit = without_also("Marta Olin also had ten points and eight rebounds.")
    assert (text, str(edit)) == ("Marta Olin had ten points and eight rebounds.", "dropped: also")
    assert without_also("The rebounds were also hers.")[1] is None


def test_the_edits_of_a_clip_that_reads_well_are_supported() -> None:
    text = LEAD + "\n\nShares of Orlo Ferries (ORLO.NV), opens new tab fell by 4 percent after the fire on Monday."
    fire = article(1, "Fire destroys the fish market of Orlo Bay", text + "\n\nMarta Olin also lost her stall there.")
    document = clip_of(fire)
    assert "opens new tab" not in everything(document)
    assert all(verdict.supported for verdict in verify_document(document, [fire]))


def test_a_summary_goes_on_with_the_line_that_leans_on_the_lead() -> None:
    text = LEAD + "\n\nIt began in a smokehouse at the north gate, the fire service said on Monday morning."
    document = clip_of(article(1, "Fire destroys the fish market of Orlo Bay", text))
    assert [s.text for s in document.summary][1].startswith("It began in a smokehouse")


def test_the_running_text_begins_where_the_summary_had_no_room_for_more() -> None:
    lead = LEAD[:-1] + ", the mayor and the fire service of the bay told reporters on Monday."
    second = (
        "The market, a hall of timber that the fishermen of the bay built with their own hands in 1874, and that stood "
        "through two wars, a flood and a great storm, burned to the ground."
    )
    later = "\n\n".join(f"Trader {name} kept a stall with {n} sorts of fish there." for n, name in enumerate("A", 3))
    document = clip_of(article(1, "Fish market of Orlo Bay burns down", f"{lead}\n\n{second}\n\n{later}"))
    assert [s.text for s in document.summary] == [lead]
    opening = document.sections[0].blocks[0]
    assert isinstance(opening, Paragraph)
    assert opening.sentences[0].text == second


def test_a_story_of_several_publishers_begins_with_what_they_all_begin_with() -> None:
    odd = article(
        1,
        "Fish market of Orlo Bay burns down",
        "A cat named Halcyon had slept in the smokehouse for years.\n\nFire destroyed the fish market on Sunday night.",
    )
    plain = article(2, "Fire destroys the fish market", LEAD + "\n\nThe fire service counted no injured people.")
    third = article(
        3, "Market of Orlo Bay lost to fire", "A fire on Sunday night destroyed the fish market of Orlo Bay."
    )
    assert "destroyed the fish market" in clip_of(odd, plain, third).summary[0].text


def test_marks_set_apart_from_their_words_are_no_quotations() -> None:
    text = (
        "The bay 's ferry sailed on Monday . The harbour master 's boat followed 'in the fog ' . The quay was closed ."
    )
    reading = read([article(1, "Ferry sails", text)], "en", verifier)[0]
    assert len(reading.lines) == 3


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Eleven people were injured when two trams collided.", {"injured": 11}),
        ("Two trams collided, injuring at least nine people.", {"injured": 9}),
        ("The storm killed 14 people and left three missing.", {"dead": 14, "missing": 3}),
        ("That brings the number of injured to eleven.", {"injured": 11}),
        ("The worst accident on the line, in 1983, killed five people.", {}),
        ("Two trams met in the square and one driver was injured.", {}),
        ("The death toll of the fire in Orlo rose to 11 on Monday after two guests died.", {"dead": 11}),
        ("Hotel fire: death toll rises from 9 to 11", {"dead": 11}),
        ("The death toll of the storm has reached at least 30.", {"dead": 30}),
        ("Two more people died in hospital on Monday.", {}),
        ("Another two people died in hospital on Monday.", {}),
        ("The driver killed himself and two others.", {}),
        ("The storm killed more than 14 people.", {"dead": 14}),
    ],
)
def test_counts_of_the_injured_and_dead_are_known(text: str, counts: dict[str, int]) -> None:
    assert tolls(text) == counts


def test_an_older_count_does_not_stand_beside_the_newer_one() -> None:
    more = "\n\nThe accident office has taken the recorders of both vehicles to its yard."
    first = article(
        1, "Trams collide", "Two trams collided in Chancery Square on Tuesday, injuring at least nine people."
    )
    second = article(
        2, "Trams collide", "Eleven people were injured when two trams collided in Chancery Square." + more
    )
    third = article(
        3, "Should trams cross?", "On that day it went wrong and eleven people were hurt, said the council."
    )
    text = everything(clip_of(first, second, third))
    assert "Eleven people" in text
    assert "nine" not in text


def test_an_opinion_page_gives_what_others_say_before_what_its_writer_thinks() -> None:
    views = " ".join(f"The council wastes the town's money on {thing} that no bridge will need." for thing in THINGS)
    text = f"{views}\n\nThe bridge cost 212 million crowns and opened on Monday, Mayor Ilse Brandt said."
    opinion = article(1, "Opinion: The bridge is a waste", text)
    assert kind_of(opinion.title, "", "") == "opinion"
    assert "Mayor Ilse Brandt said" in everything(clip_of(opinion))
    assert kind_of("Column of smoke over Orlo Bay", "", "https://paper.example/news/column-of-smoke") == "news"


@pytest.mark.parametrize(
    "text",
    [
        "The port shared in October 2018 that the quay will close in spring.",
        "The rules for ferries, such as those that will take effect in May, bind nobody.",
        "Shares sank after the port said costs will run above plan in the current quarter.",
    ],
)
def test_an_old_plan_and_a_plan_in_passing_are_not_what_comes_next(text: str) -> None:
    assert not fitting_type("what_comes_next", [text], "en")


def test_a_quotation_that_goes_on_from_another_comes_after_one_that_stands_alone() -> None:
    said = "“{},” said {}.\n\n".format
    text = (
        "The council of Orlo Bay met on Monday about the old pier of the town, which was built of oak in 1911 and has "
        "been shut to all boats since a storm in January.\n\nEngineers told the members that repairs would take nine "
        "months and cost twice what the town spends on its beaches, and that no firm had offered to do the work.\n\n"
        + said("Then somebody comes along in summer and wants another harbour wall", "Ada Quist")
        + said("Wooden planks need paint each year, and nobody has bought any since March", "Tom Arrow")
        + said("But children jump from there, swim home and come back with their friends", "Mara Feld")
        + "The council closed the pier on Tuesday and asked the engineers for a report by May."
    )
    given = article(1, "Council of Orlo Bay meets about pier", text)
    material = lay_out(Assigned("c1", "1", "", 1, (given,)), "en", embed, verifier)
    told = ToldSoFar().with_lines(material, [0, 1])
    pulled = pull(material, needs_of(material), told, most=2)
    assert [one.quote.speaker for one in pulled] == ["Tom Arrow"]


def test_no_line_is_told_from_which_an_instruction_was_taken_out() -> None:
    text = f"The port was shut. “It is old. {' ' * 30} It has to go, and soon,” said Ada Quist. The mayor agreed to it."
    lines = read([article(1, "", text)], "en", verifier)[0].lines
    assert not any("old" in line.told.text for line in lines)
