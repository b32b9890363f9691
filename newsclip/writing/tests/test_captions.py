"""Captions and lines of the page are no sentences of an article."""

import pytest

from newsclip.evidence import verifier
from newsclip.evidence.visitor import below_heading
from newsclip.kernel.spans import Span
from newsclip.language.tokens import sentences
from newsclip.writing.candidates import read
from newsclip.writing.captions import is_about_its_author, is_beside_text, is_in_post, sets_some_marks_apart
from newsclip.writing.cleaning import unfit
from newsclip.writing.extractive.material import ToldSoFar, lay_out
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import HARBOUR, article, clip_of, embed

NEWS = (
    "The ferry Halcyon ran aground off Orlo Bay on Monday. Lifeboats brought 30 people ashore in the night. "
    "The owner of the ferry said nothing about the cause. The harbour stayed closed until noon."
)
CAPTIONS = "Ada Holm waves from a lifeboat in the harbour . The crew stands on the quay in the morning ."


def lines(text: str) -> list[str]:
    return [line.told.text for line in read([article(1, "Ferry aground", text)], "en", verifier)[0].lines]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm, left, speaks with Tomas Reyl on the quay of Orlo Bay.",
        "The crew of the Halcyon, from left, Ada Holm, Tomas Reyl and Marta Olin.",
        "This undated photo provided by the harbour board shows the ferry Halcyon.",
        "View Images A diver cleans the hull of the ferry Halcyon.",
        "[music] The ferry Halcyon sails from the quay of Orlo Bay.",
        "| Marta Olin The owner of the ferry Halcyon still says nothing.",
    ],
)
def test_a_caption_is_known_by_its_shape(text: str) -> None:
    assert unfit(text) == "caption"


@pytest.mark.parametrize(
    "text",
    [
        "Marta Olin can be reached at the office of the paper.",
        "Follow Marta Olin on Twitter for more from the harbour.",
        "The picture is for illustration purposes only, the paper says.",
        "Visit the Harbour Institute of Orlo for more on herring and its kin.",
        "The song is below, with the words that the sailors sing.",
        "The Orlo Times approached the harbour board for comment.",
        "Join our WhatsApp channel for news of the harbour of Orlo.",
        "Subscribe to the harbour's Telegram channel for more of the news.",
    ],
)
def test_a_line_that_leads_to_the_writer_is_none_of_the_article(text: str) -> None:
    assert unfit(text) == "plea"


@pytest.mark.parametrize(
    "text",
    [
        "Look forward to new flavours of herring, sold by the glass.",
        "Treat yourself to a bowl of soup at the harbour of Orlo.",
        "Opt to have the cakes brought to your door.",
    ],
)
def test_what_a_shop_says_to_its_customers_is_no_news(text: str) -> None:
    assert unfit(text) == "plea"


def test_who_looks_forward_to_something_is_news() -> None:
    assert not unfit("Sailors of Orlo look forward to the new quay.")


@pytest.mark.parametrize(
    "text",
    [
        "The harbour board announced the new quay on its Telegram channel on Monday.",
        "Follow-up posts on the board's Telegram channel said that the quay was shut.",
    ],
)
def test_what_somebody_posted_on_a_channel_is_news(text: str) -> None:
    assert not unfit(text)


@pytest.mark.parametrize(
    "text",
    [
        "The party of the left won, and the right lost four seats in Orlo Bay.",
        "The council said it was right, and closed the harbour on Monday.",
        "This picture of the harbour has caused a scandal in Orlo Bay.",
        "The museum shows the ferry from left behind boards of oak.",
        "The water of the harbour is below ten degrees this week.",
    ],
)
def test_what_only_names_a_side_or_a_picture_is_news(text: str) -> None:
    assert unfit(text) == ""


def captions(text: str) -> list[str]:
    return [
        line.told.text for line in read([article(1, "Ferry aground", text)], "en", verifier)[0].lines if line.caption
    ]


def test_a_sentence_whose_full_stop_stands_apart_is_a_caption() -> None:
    assert captions(f"{NEWS} {CAPTIONS}") == CAPTIONS.replace(" . ", " .|").split("|")


def test_where_most_stops_stand_apart_or_a_single_one_none_is_a_caption() -> None:
    assert captions(NEWS.replace(".", " .")) == []
    assert captions(f"{NEWS} The tide came in at noon and left at six .") == []


def test_stops_inside_quotation_marks_count_as_joined() -> None:
    said = "'The tide was too high.' " * 3
    assert captions(f"{said}{NEWS} {CAPTIONS} {CAPTIONS}")
    assert captions(f"{NEWS} {CAPTIONS} {CAPTIONS}") == []


def test_a_caption_is_neither_headline_nor_lead_nor_text() -> None:
    document = clip_of(article(1, "", f"{CAPTIONS} {HARBOUR}"))
    assert not document.headline.text.startswith("Ada Holm")
    assert not document.summary[0].text.startswith("Ada Holm")
    below = [said for section in document.sections for _, said in below_heading(section)]
    assert not any("lifeboat" in said.text or "in the morning" in said.text for said in below)


def test_a_caption_may_stand_in_the_summary_and_nowhere_behind_it() -> None:
    given = article(1, "Ferry aground", f"{HARBOUR} {CAPTIONS}")
    material = lay_out(Assigned("c1", "1", "", 1, (given,)), "en", embed, verifier)
    shown = {i for i, line in enumerate(material.lines) if line.caption}
    assert shown & set(ToldSoFar().free(material))
    assert not shown & set(ToldSoFar().with_lines(material, (0,)).free(material))


def test_a_caption_that_repeats_a_sentence_leaves_it_to_the_text() -> None:
    told = "Ada Holm waves from a lifeboat in the harbour."
    assert told in lines(f"{told.replace('harbour.', 'harbour .')} {CAPTIONS.partition(' . ')[2]} {NEWS} {told}")


def test_a_text_of_captions_alone_still_gives_a_clip() -> None:
    assert clip_of(article(1, "", f"{CAPTIONS} Read more. He left. She did. So it was. It was so.")).summary


def test_who_wrote_the_article_is_none_of_it() -> None:
    author = "Marta Olin is a reporter at The Harbour Post, covering the coast."
    assert lines(f"{NEWS} {author}") == lines(NEWS)


def test_a_reporter_of_whom_the_article_tells_stays() -> None:
    author = "Marta Olin is a reporter at The Harbour Post."
    assert not is_about_its_author(author, f"Police in Orlo Bay arrested Marta Olin on Monday. {author}")


@pytest.mark.parametrize("text", ["", " .", ". . .", "\n"])
def test_a_text_without_a_sentence_sets_nothing_apart(text: str) -> None:
    assert not sets_some_marks_apart(text)
    assert not is_about_its_author(text, text)


@pytest.mark.parametrize(
    "whose",
    [
        "pic.twitter.com/aB3dE5fG7h - Orlo Ferries (@orloferries) March 2, 2026",
        "https://t.co/aB3dE5fG7h",
        "— Orlo Ferries (@orloferries) 2. März 2026",
    ],
)
def test_a_post_that_the_page_shows_is_no_word_of_the_publishers(whose: str) -> None:
    post = "The ferry will never sail again. The captain has left the town by night."
    assert lines(f"{NEWS}\n\n{post} {whose}\n\nThe board meets on Friday in the town hall.") == lines(
        f"{NEWS}\n\nThe board meets on Friday in the town hall."
    )
    assert post[:33].strip() in " ".join(lines(f"{NEWS}\n\n{post}"))


def test_a_sentence_that_names_an_account_is_the_publishers() -> None:
    assert len(lines(f"{NEWS}\n\nThe ferry's owner (@orloferries) wrote that nobody was hurt in the night.")) == 5


@pytest.mark.parametrize(("sentences", "post"), [(2, True), (20, False)])
@pytest.mark.parametrize(("above", "below"), [("", ""), ("The board met.\n", "\nIt meets again.")])
def test_a_long_paragraph_with_a_link_is_the_publishers(sentences: int, above: str, below: str, post: bool) -> None:
    told = "The ferry Halcyon is back in Orlo Bay. "
    text = f"{above}{told * sentences}https://t.co/aB3dE5fG7h{below}"
    first, last = len(above), len(above) + len(told) * (sentences - 1)
    assert [is_in_post(text, Span(at, at + len(told) - 1)) for at in (first, last)] == [post, post]


TITLE = "Orlo Harbour Buys Forty Cranes from Velm"


@pytest.mark.parametrize(
    ("title", "first", "kept"),
    [
        (TITLE, f"{TITLE}.", False),
        ("Orlo harbour buys forty cranes from Velm", "Orlo harbour buys forty cranes from Velm.", True),
        ("Cranes for Orlo", f"{TITLE}.", True),
    ],
)
def test_a_title_printed_once_more_opens_no_article(title: str, first: str, kept: bool) -> None:
    said = read([article(1, title, f"Breaking news\n\n{first}\n\n{NEWS}")], "en", verifier)[0].lines
    assert (said[0].told.text == first) is kept


@pytest.mark.parametrize(("end", "kept"), [(";", False), ("; and", False), (".", True)])
def test_an_item_of_a_list_is_no_sentence_though_it_ends_as_one(end: str, kept: bool) -> None:
    item = "Failing to have the hull of the Halcyon inspected by the harbour board."
    told = lines(f"{NEWS}\n\nThe board named two faults of the owner:\n- Failing to report the leak{end}\n- {item}")
    assert (item in told) is kept


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("TELL – Tell the harbour board and your friends about the leak.", "label"),
        ("ORLO – The harbour board told its friends about the leak.", ""),
        ("Orlo – Orlo’s mayor Ada Holm resigned on Monday after a vote.", ""),
        ("Berlin - Berlin will im Mai eine neue Fähre auf die Spree bringen.", ""),
        ("ORLO – Orlo’s mayor Ada Holm resigned on Monday after a vote.", ""),
    ],
)
def test_a_slogan_with_its_own_first_word_above_it_is_no_news_but_a_dateline_is(text: str, fault: str) -> None:
    assert unfit(text) == fault


@pytest.mark.parametrize(
    "note",
    [
        "An earlier version of this article said that the ferry had 121 seats. It has 212.",
        "In einer früheren Version dieses Artikels hieß es, die Fähre habe 121 Plätze. Es sind 212.",
        "Une première version de cet article indiquait que le bac avait 121 places. Il en a 212.",
        "Una versión anterior de este artículo decía que el barco tiene 121 plazas. Tiene 212.",
        "Una versione precedente di questo articolo parlava di 121 posti. Sono 212.",
        "Uma versão anterior desta reportagem dizia que a balsa tem 121 lugares. Tem 212.",
    ],
)
def test_what_a_publisher_says_it_corrected_is_no_news_to_the_end_of_its_paragraph(note: str) -> None:
    text = f"The ferry Halcyon ran aground off Orlo Bay on Monday.\n\n{note}\n\nIt sails again in May."
    beside = [is_beside_text(text, "Ferry aground", span) for span in sentences(text)]
    assert beside == [False, True, True, False]
