"""A page of opinion beside news: the clip tells whom it quotes, and takes none of its writer's views for the site's."""

from dataclasses import replace

import pytest

from newsclip.evidence import verifier
from newsclip.evidence.document import Document, Sentence, SourceArticle
from newsclip.evidence.visitor import sentences_and_quotations
from newsclip.kernel.reasons import Refused
from newsclip.writing.extractive.material import lay_out
from newsclip.writing.extractive.opinion_pages import names_speaker
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import article, clip_of, embed

BAN = article(
    1,
    "Orlo bans cars from the market square",
    "The council of Orlo banned cars from the market square on Monday by 20 votes to 11.\n\n"
    "The ban starts in June. Shops may be supplied before 10 a.m., councillor Ida Storm said.\n\n"
    "Drivers who break the rule will pay 60 crowns.",
)
VIEWS = (
    "The car ban of the Orlo council is a folly that will ruin the market square.",
    "The ban on cars punishes the old and the sick, who cannot walk from the ring road to the square.",
    "The council of Orlo has lost touch with its citizens and will be voted out in May.",
)
SAID = "Some 300 residents of Orlo have asked for small buses, councillor Ida Storm said."


def column(*lines: str, title: str = "Opinion | The car ban of Orlo is a folly", **more: object) -> SourceArticle:
    return article(2, title, "\n\n".join(lines), **more)


def told(document: Document) -> list[str]:
    return [one.text for one in (*sentences_and_quotations(document), *(m.sentence for m in document.timeline))]


def of_column(said: tuple[Sentence, ...]) -> list[str]:
    return [sentence.text for sentence in said if sentence.evidence[0].article == "2"]


@pytest.mark.parametrize(
    ("title", "url"),
    [
        ("Opinion | The car ban of Orlo is a folly", "https://paper2.example/2"),
        ("The car ban of Orlo is a folly", "https://paper2.example/opinion/2"),
        ("The car ban of Orlo is a folly", "https://paper2.example/letters/2"),
    ],
)
def test_a_columnists_views_are_not_the_sites(title: str, url: str) -> None:
    assert not set(told(clip_of(BAN, column(*VIEWS, title=title, url=url)))) & set(VIEWS)


def test_what_a_column_says_that_somebody_else_said_may_stand_in_the_text() -> None:
    document = clip_of(BAN, column(*VIEWS, SAID))
    assert SAID in told(document)
    assert of_column(document.summary) == []


def test_a_column_neither_opens_nor_ends_news() -> None:
    said = [
        "Cars may not enter the market square of Orlo from June, councillor Ida Storm said on Monday.",
        "The council of Orlo will vote on cars in the market square on 16 March, councillor Ida Storm said.",
    ]
    document = clip_of(BAN, column(*said))
    assert document.headline.evidence[0].article == "1"
    assert of_column(document.summary) == []
    assert all(not section.role for section in document.sections)


def test_views_alone_are_written_as_such() -> None:
    assert told(clip_of(column(*VIEWS)))[1] == VIEWS[0]


def test_of_a_column_of_which_hardly_a_sentence_can_be_told_there_is_no_clip() -> None:
    talk = " ".join(f"I told my neighbour {n} times what I think of our market square." for n in range(60))
    with pytest.raises(Refused) as refused:
        clip_of(article(1, "Our square", f"The market square of Orlo is old, and so are its trees.\n\n{talk}"))
    assert refused.value.code == "too_thin"


def test_of_a_long_live_page_the_newest_is_enough() -> None:
    talk = " ".join(f"I told my neighbour {n} times what I think of our market square." for n in range(60))
    text = f"The council of Orlo closed the market square to cars on Monday.\n\n{talk}"
    assert clip_of(article(1, "Live: council of Orlo closes market square", text)).summary


def test_news_that_says_nothing_by_itself_is_not_told_by_a_column() -> None:
    with pytest.raises(Refused) as refused:
        clip_of(article(1, "Ban", "He said so on Monday in the square."), column(*VIEWS))
    assert refused.value.code == "too_thin"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (SAID, True),
        ("The Orlo Council said that the ban starts in June.", True),
        ("Police said that nobody was hurt in the square.", True),
        ("Ada Holm has lost touch with her voters and must go.", False),
        ("Nobody said that Ada Holm was wrong about the square.", False),
        ("Many said that the ban is a folly of the council.", False),
        ("“It is a folly of the council,” Ada Holm told the square.", True),
        ("The ban is a folly of the council, as everybody said.", False),
        ("The ban is a folly, and Ada Holm should have said so when the council of Orlo asked her.", False),
    ],
)
def test_a_speaker_has_a_name(text: str, names: bool) -> None:
    assert names_speaker(text, "en") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Der Marktplatz verliert Kunden, sagte Bürgermeisterin Ada Holm.", True),
        ("Die Politik hat an der Küste von Marlo versagt.", False),
    ],
)
def test_a_speaker_has_a_name_in_german_too(text: str, names: bool) -> None:
    assert names_speaker(text, "de") == names


FOLLOWS = "The shops of the market square of Orlo expect to lose 300 customers a week when the ban on cars starts."
JUDGES = "The ban is a testament to the foresight of Orlo, where cars have crowded the market square for 30 years."


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (JUDGES, False),
        ("Buses that run until midnight will be crucial for the market square and its shops.", False),
        ("Perhaps the market square of Orlo will be as quiet as it was 30 years ago.", False),
        ("Maybe the market square of Orlo was unsettled by its first day without a car.", False),
        ("Maybe 400 people were in the market square when the council of Orlo voted.", True),
        ("In a bit of irony, the drivers of Orlo walked to the market square.", False),
        ("The council, it should be noted, crossed the market square of Orlo by car.", False),
        ("The council of Orlo noted that 400 drivers had crossed the market square by car.", True),
        ("A driver of Orlo crossed the square, erroneously claiming that the ban had ended.", False),
        ("The plan unfortunately distorts what the market square of Orlo was 30 years ago.", False),
        ("The plan unfortunately distorts the past of the market square, councillor Ida Storm said.", True),
        ("Nobody who knows the market square of Orlo and its bullshit parking rules is surprised.", False),
        ("It is strange that the market square of Orlo had cars for 30 years.", False),
        ("Minister Bayo Shittu opened the market square of Orlo to buses on Monday.", True),
        ("It was strange noises from a cellar that drew 30 people to the market square of Orlo.", True),
        ("The driver called the parking rules of the market square of Orlo “bullshit” on Monday.", True),
        ("It is strange that the market square had cars for 30 years, councillor Ida Storm said.", True),
        (f"{JUDGES[:-1]}, councillor Ida Storm said.", True),
        ("Critics think that buses until midnight will be crucial for the market square.", True),
        ("Buses run until midnight from the market square, 30 years after the first.", True),
        ("Residents saw a driver staggering across the market square of Orlo.", True),
        ("The council erroneously fined 400 drivers in the market square on Monday.", True),
        ("Ada Holm plays a key role in a film about the square, which opens on Monday.", True),
        ("The market square was unrecognisable after a fire, and old maps showed its shape.", True),
        ("Perhaps 400 people were in the market square when the council of Orlo voted.", True),
        ("A guard slipped in the market square of Orlo and, unfortunately for him, was filmed by 30 people.", True),
        ("The ban is the most shameful vote that the market square of Orlo has seen in 30 years.", False),
        ("The plan for the market square of Orlo is a disgrace to the town and its shops.", False),
        ("The baker who closed the market square to the old should resign, and so should his council.", False),
        ("Ida Storm gives the performance of her life as the baker of the market square of Orlo.", False),
        ("Storm said the plan for the market square is a disgrace to the town and its shops.", True),
        ("He asked whether she should resign before the market square of Orlo opens to buses.", True),
        ("The market square of Orlo is the most crowded place of the town at noon.", True),
        ("The tea room on the market square of Orlo, The Treat, is open until Friday.", True),
        ("Perhaps a dozen people were in the market square when the council of Orlo voted.", True),
        ("The vote is crucial to the plans of Bo Quist, who opens a shop on Monday.", True),
    ],
)
def test_a_judgement_of_nobody_named_is_not_the_sites(line: str, kept: bool) -> None:
    assert fit(line, BAN, article(2, "Shops of Orlo fear the ban", f"{FOLLOWS}\n\n{line}")) is kept


def test_a_judgement_is_no_headline_and_opens_no_clip() -> None:
    view = "The council’s vote to close the harbour clinic of Orlo in June is unforgivable."
    vote = "The council of Orlo voted on Monday, by 20 votes to 11, to close the harbour clinic, which has 40 beds."
    nurses = "Nurses of the harbour clinic of Orlo will strike from June, councillor Ida Storm said."
    document = clip_of(
        article(1, "Who will heal the harbour of Orlo?", f"{view}\n\n{vote}"),
        article(2, "What becomes of the clinic?", f"{vote}\n\n{nurses}"),
    )
    assert document.headline.text != view.rstrip(".")
    assert view not in told(document)


def test_what_the_only_publisher_of_news_judges_is_not_the_sites_either() -> None:
    assert not fit(JUDGES, replace(BAN, text=f"{BAN.text}\n\n{JUDGES}"))
    assert not fit(
        JUDGES, BAN, article(2, "Shops of Orlo fear the ban", f"{FOLLOWS}\n\n{JUDGES}", publisher=BAN.publisher)
    )


UNLABELLED = (
    "The car ban of Orlo is the most foolish vote that its council has ever taken.",
    "The plan is a folly, and the councillor who wrote it should resign before the summer.",
    "The market square of Orlo has 40 shops, a bakery and a church of 1611.",
    "The council of Orlo has learned nothing from the year in which it closed the quay.",
)


def test_a_column_without_a_label_is_told_by_how_much_it_judges() -> None:
    assert kind(*UNLABELLED) == "opinion"
    assert not set(told(clip_of(BAN, article(2, "A folly on the square", "\n\n".join(UNLABELLED))))) & {*UNLABELLED}


def test_news_that_judges_once_or_quotes_who_judges_is_no_column() -> None:
    assert kind(BAN.text, UNLABELLED[0]) == "news"
    assert kind(BAN.text, *(f"“{line}”, councillor Ida Storm said." for line in UNLABELLED)) == "news"


def kind(*lines: str) -> str:
    return lay_out(
        Assigned("c1", "1", "", 1, (article(1, "The square", "\n\n".join(lines)),)), "en", embed, verifier
    ).kind()


def fit(line: str, *articles: SourceArticle) -> bool:
    material = lay_out(Assigned("c1", "1", "", 1, articles), "en", embed, verifier)
    return material.lines[-1].told.text == line and len(material.lines) - 1 not in material.unfit
