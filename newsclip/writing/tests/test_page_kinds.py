"""Pages that are no news, headlines, headings and hashtags: what a clip makes of odd material."""

import pytest

from newsclip.evidence.document import Quote, Sentence
from newsclip.evidence.visitor import quotations
from newsclip.kernel.reasons import Refused
from newsclip.kernel.spans import Passage
from newsclip.writing.cleaning import ends, leans, unfit
from newsclip.writing.extractive.headings import role_heading
from newsclip.writing.page_kinds import kind_of, kind_of_lead
from newsclip.writing.tags import Article, tag_story
from newsclip.writing.tests.stories import BRIDGE, CROWD, HARBOUR, article, clip_of, embed

PASSAGE = Passage("1", 1, 0, 9, "d")


@pytest.mark.parametrize(
    ("title", "section", "url", "kind"),
    [
        ("Opinion: The bridge is a waste", "", "", "opinion"),
        ("The bridge is a waste", "Letters", "", "opinion"),
        ("Halcyon Days film review: a ferry that sings", "", "", "review"),
        ("Bridge opening live: crowds gather in Orlo Bay", "", "", "live"),
        ("Best raincoat deals: save $40 today", "", "", "deal"),
        ("The best drying racks for small cabins, from £40", "", "", "deal"),
        ("12 best lamps for the deck, tested by sailors", "", "", "deal"),
        ("Best harbour of the coast loses a fifth of its boats", "", "", "news"),
        ("We try the new soup kitchen on the quay", "", "", "review"),
        ("We tried to save the ferry, says its captain", "", "", "news"),
        ("Toller Crash-Tarif: 10 Fahrten jetzt für nur 5,99 Euro", "", "", "deal"),
        ("Fährkarte kostet jetzt 58 Euro", "", "", "news"),
        ("Horoscope for Monday: Aries", "", "", "service"),
        ("Podcast: the ferry that never sailed", "", "", "service"),
        ("The ferry that never sailed", "", "https://paper.example/podcasts/ferry", "service"),
        ("Podcast on the ferry wins a prize in Orlo", "", "https://paper.example/news/2", "news"),
        ("Council reviews the ferry line", "News", "https://paper.example/news/1", "news"),
        ("People live longer by the sea", "", "", "news"),
    ],
)
def test_what_kind_of_page_it_is(title: str, section: str, url: str, kind: str) -> None:
    assert kind_of(title, section, url) == kind


@pytest.mark.parametrize(
    "sells",
    [
        "We offer a daily newsletter. Support us and use promo code ORLO.",
        "Our customers come first, the firm said in a statement. It offers free returns.",
        "Shoppers rush to buy now before tariffs rise. Our prices will go up, a shop owner said.",
    ],
)
def test_news_in_which_a_seller_speaks_is_news(sells: str) -> None:
    assert clip_of(article(1, "Bridge of Orlo Bay opens", f"{HARBOUR}\n\n{sells}")).headline.text


@pytest.mark.parametrize(
    ("lead", "language", "kind"),
    [
        ("I hope you were on the quay when the ferry came in.", "en", "opinion"),
        ("Last summer I’ve seen the harbour closed three times.", "en", "opinion"),
        ("King Charles I was crowned in Velmora in 1626.", "en", "news"),
        ("The F.B.I. searched the harbour office on Monday.", "en", "news"),
        ("Part I of the plan was told on Monday.", "en", "news"),
        ("I ragazzi del porto hanno vinto la coppa.", "it", "news"),
        ("Neulich stand ich am Kai von Velmora.", "de", "opinion"),
        ("Hier, j’ai pris le bac de Velmora.", "fr", "opinion"),
        ("The ferry ran aground on Monday.", "", "news"),
        ("", "en", "news"),
    ],
)
def test_a_writer_who_begins_with_himself_gives_his_view(lead: str, language: str, kind: str) -> None:
    assert kind_of_lead(lead, language) == kind


def test_a_column_without_a_label_is_written_short() -> None:
    document = clip_of(article(1, "The tide and the captain", f"I hope you were on the quay that day. {HARBOUR}"))
    assert all(isinstance(block, Quote) for section in document.sections for block in section.blocks)
    assert document.receipt.category["pages"] == "opinion"


def test_somebody_else_who_says_i_at_the_beginning_gives_no_view() -> None:
    document = clip_of(article(1, "The tide and the captain", f"“I am glad,” said Ada Holm on Monday. {HARBOUR}"))
    assert "pages" not in document.receipt.category


def test_a_view_is_written_short_and_keeps_its_label() -> None:
    document = clip_of(article(1, "Opinion: The bridge of Orlo Bay is a waste", HARBOUR))
    assert document.headline.text.startswith("Opinion: ")
    assert all(isinstance(block, Quote) for section in document.sections for block in section.blocks)
    assert len(quotations(document)) <= 2
    assert document.receipt.category["pages"] == "opinion"


def test_an_offer_is_refused_and_drops_out_of_a_story() -> None:
    offer = article(3, "Best raincoat deals: save $40 today", HARBOUR)
    with pytest.raises(Refused) as refused:
        clip_of(offer)
    assert refused.value.code == "not_news"
    assert [source.article for source in clip_of(BRIDGE, CROWD, offer).sources] == ["1", "2"]


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        (
            "END OF AN ERA: Ferry Halcyon to stop sailing in June",
            "END OF AN ERA: Ferry Halcyon to stop sailing in June",
        ),
        ("Ferry Halcyon GOES NOWHERE after NATO drill", "Ferry Halcyon goes nowhere after NATO drill"),
    ],
)
def test_a_headline_loses_its_shouting(title: str, headline: str) -> None:
    assert clip_of(article(1, title, HARBOUR)).headline.text == headline


@pytest.mark.parametrize(
    "title", ["10 best things about the new bridge", "The bridge is open and it's epic", "x " * 120]
)
def test_bait_and_endless_titles_give_way_to_the_lead(title: str) -> None:
    headline = clip_of(article(1, title, HARBOUR)).headline.text
    assert headline.startswith("The harbour bridge of Orlo Bay opened")
    assert len(headline) <= 200


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The council will vote on the ferry on 16 March.", "what_comes_next"),
        ("The first bridge was built in 1874 and fell in a storm.", "background"),
        ("The vote comes after a storm that sank two ferries.", "context"),
        ("The union of Orlo Bay condemned the plan.", "reactions"),
        ("Police investigations into the fire are ongoing.", "where_things_stand"),
    ],
)
def test_a_role_heads_what_meets_its_rule(text: str, role: str) -> None:
    assert role_heading(role, [Sentence(text, (PASSAGE,))], "en") is not None


@pytest.mark.parametrize(
    "text",
    [
        "The council would be stunned if the ferry sailed on Monday.",
        "Ending the strike will take more than a vote.",
        "The union has no plans to strike next week.",
        "“We will vote on Monday,” the mayor said.",
    ],
)
def test_a_wish_or_a_doubt_is_not_what_comes_next(text: str) -> None:
    assert role_heading("what_comes_next", [Sentence(text, (PASSAGE,))], "en") is None


@pytest.mark.parametrize(
    "text", ["First, the council has to agree.", "Strict action will be taken, he added.", "Again no boat sailed."]
)
def test_ties_to_what_is_not_told_are_seen(text: str) -> None:
    assert leans(text)


def test_an_abbreviation_ends_no_sentence_and_three_dots_end_none() -> None:
    assert not ends("On Monday the harbour master met Smt.")
    assert unfit("The winner of the boat race goes to...") == "fragment"


def test_a_player_that_does_not_play_says_nothing() -> None:
    assert unfit("Media playback is unsupported on your device.") == "caption"


def test_hashtags_name_no_platform_no_code_and_no_heading() -> None:
    text = (
        "The Ferry Can Send Halcyon Home\nThe ferry Halcyon left Orlo Bay on Monday, Marta Olin wrote on Facebook. "
        "Facebook removed it. The fine is RM500, and RM500 more. Marta Olin lives in Orlo Bay, where the ferry "
        "Halcyon is moored."
    )
    tags = tag_story([Article("Ferry leaves the bay", text)], embedder=embed).hashtags
    assert {"#MartaOlin", "#OrloBay"} <= set(tags)
    assert not {"#Facebook", "#RM500"} & set(tags)
    assert not any("Can" in tag for tag in tags)
