"""The extractive writer: what a clip says, and what it never says."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from newsclip.evidence import verifier
from newsclip.evidence.document import Bullets, Document, Paragraph, Section, Sentence, SourceArticle
from newsclip.evidence.edits import ROLE
from newsclip.evidence.serialization import to_json
from newsclip.evidence.verifier import verify_document
from newsclip.evidence.visitor import quotations, sentences
from newsclip.kernel.reasons import Refused
from newsclip.kernel.spans import Span
from newsclip.writing.candidates import passage
from newsclip.writing.cleaning import leans, unfit, without_connective, without_dateline
from newsclip.writing.extractive import sections
from newsclip.writing.extractive.material import lay_out
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import BRIDGE, CROWD, HARBOUR, SHORT_BRIDGE, article, clip_of, embed

SCHEMA = json.loads((Path(__file__).parents[3] / "docs/reference/clip.schema.json").read_text())


def said(document: Document) -> list[str]:
    """Everything but headline, headings and timeline, once each place it is said."""
    body = [sentence.text for sentence in document.summary]
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                body.extend(sentence.text for sentence in block.sentences)
            elif isinstance(block, Bullets):
                body.extend(item.text for item in block.items)
    return body


def everything(document: Document) -> str:
    return " ".join([*said(document), *(quote.text for quote in quotations(document))])


def test_a_clip_is_what_the_schema_says_and_rests_on_its_passages() -> None:
    document = clip_of(BRIDGE, CROWD)
    jsonschema.validate(to_json(document), SCHEMA)
    assert all(verdict.supported for verdict in verify_document(document, [BRIDGE, CROWD]))


def test_the_same_articles_give_the_same_bytes() -> None:
    assert clip_of(BRIDGE, CROWD).digest == clip_of(BRIDGE, CROWD).digest


def test_the_headline_loses_the_sites_name_and_says_so() -> None:
    headline = clip_of(BRIDGE).headline
    assert headline.text == "Harbour bridge opens in Orlo Bay after nine years"
    assert headline.edits == ("dropped: | Paper 1",)
    assert headline.evidence[0].part == "title"


@pytest.mark.parametrize("title", ["", "Will the new bridge in Orlo Bay ever pay?", "You won't believe this bridge"])
def test_a_title_that_is_none_gives_way_to_the_lead(title: str) -> None:
    headline = clip_of(article(1, title, HARBOUR)).headline
    assert headline.text == HARBOUR.split("\n", maxsplit=1)[0].removeprefix("HARBOURTON (AP) — ").rstrip(".")
    assert headline.evidence[0].part == "text"


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("LIVE: Ferry aground off Orlo Bay - Paper 1", "Ferry aground off Orlo Bay"),
        ("FERRY AGROUND OFF THE BAY", "Ferry aground off the bay"),
        (
            "Ferry aground off Orlo Bay – all that the captain said",
            "Ferry aground off Orlo Bay – all that the captain said",
        ),
        ("Ferry aground off Orlo Bay [video]", "Ferry aground off Orlo Bay"),
    ],
)
def test_a_headline_is_neither_shouted_nor_labelled(title: str, headline: str) -> None:
    text = "The ferry Halcyon ran aground off Orlo Bay on Monday, and 30 people were brought ashore by lifeboat."
    assert clip_of(article(1, title, text)).headline.text == headline


def test_the_summary_has_at_most_sixty_words_and_begins_with_the_lead() -> None:
    summary = clip_of(BRIDGE).summary
    assert sum(len(sentence.text.split()) for sentence in summary) <= 60
    assert summary[0].text.startswith("The harbour bridge of Orlo Bay opened on Monday")
    assert summary[0].edits == ("dropped: HARBOURTON (AP) —",)


def test_nothing_is_said_twice() -> None:
    texts = said(clip_of(BRIDGE, CROWD))
    assert len(texts) == len(set(texts))
    assert sum("212 million" in text for text in texts) == 1


def test_no_plea_question_or_dangling_word_is_published() -> None:
    before = "She said the toll for lorries would stay at 12 crowns until the end of 2028."
    assert before in HARBOUR
    text = everything(clip_of(replace(BRIDGE, text=HARBOUR.replace(before, "Sign up to our newsletter."))))
    assert "newsletter" not in text
    assert "?" not in text
    assert "However" not in text
    assert "The ferry workers' union warned" in text


def test_however_stays_behind_what_it_turns_from() -> None:
    text = everything(clip_of(BRIDGE))
    assert "until the end of 2028. However, the ferry workers' union warned" in text


def test_a_pronoun_gives_way_to_the_name_it_stands_for() -> None:
    lines = lay_out(Assigned("c1", "1", "", 1, (BRIDGE,)), "en", embed, verifier).lines
    [line] = [line for line in lines if line.told.text.startswith("She said the toll for lorries")]
    assert line.alone
    assert line.alone.text.startswith("Ilse Brandt said the toll for lorries")


def test_several_publishers_are_woven_together() -> None:
    document = clip_of(SHORT_BRIDGE, CROWD)
    told = {p.article for sentence in sentences(document)[1:] for p in sentence.evidence}
    assert told == {"1", "2"}
    assert document.reports == 2
    assert [source.article for source in document.sources] == ["1", "2"]


def test_a_copy_of_a_telling_is_a_source_but_no_report() -> None:
    copy = article(3, BRIDGE.title, HARBOUR, report="1")
    document = clip_of(BRIDGE, copy)
    assert (document.reports, len(document.sources)) == (1, 2)


def test_thin_material_gives_a_short_clip() -> None:
    text = "The ferry Halcyon ran aground off Orlo Bay on Monday, and 30 people were brought ashore by lifeboat."
    document = clip_of(article(1, "Ferry aground off Orlo Bay", text))
    assert [sentence.text for sentence in document.summary] == [text]
    assert document.sections == ()


@pytest.mark.parametrize("text", ["", "Read more.", "He did. She did not. It was so."])
def test_nothing_to_say_is_refused_as_too_thin(text: str) -> None:
    with pytest.raises(Refused) as refused:
        clip_of(article(1, "Ferry", text))
    assert refused.value.code == "too_thin"


def test_no_article_is_refused_as_too_thin() -> None:
    with pytest.raises(Refused):
        clip_of()


def test_the_picture_is_of_the_article_that_gives_the_headline() -> None:
    pictured = article(2, CROWD.title, CROWD.text, image="https://paper2.example/p.jpg", image_alt="The crowd")
    image = clip_of(BRIDGE, pictured).image
    assert image is not None
    assert (image.url, image.alt, image.publisher) == ("https://paper2.example/p.jpg", "The crowd", "Paper 2")


@pytest.mark.parametrize("language", ["de", "fr", "es", "pt", "it", "xx"])
def test_other_languages_give_a_clip_of_lead_and_position(language: str) -> None:
    text = (
        "Die neue Brücke in Örlohafen wurde am Montag nach neun Jahren eröffnet.\n\n"
        "Der Bau kostete 212 Millionen Kronen, sagte die Bürgermeisterin am Morgen.\n\n"
        "Die alte Fähre fährt noch bis zum Sommer über die Bucht."
    )
    document = clip_of(article(1, "Neue Brücke in Örlohafen eröffnet", text, language=language))
    assert document.summary[0].text.startswith("Die neue Brücke")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The mayor (pictured) opened the bridge on Monday.", "caption"),
        ("Sign up for our weekly newsletter about the bay.", "plea"),
        ("What will become of the old ferry now?", "fragment"),
        ("We think the bridge is far too expensive.", "first person"),
        ("The bridge that nobody wanted at all", "fragment"),
        ("“It is done and we are glad of it.”", "bare quotation"),
        ("'It's done, and we're glad of it,' Brandt said.", ""),
        ("He said “it is done and left the quay.", "unclosed"),
        ("She told no one of the bridge for years.]", "unclosed"),
        ("The bridge opened on Monday, the mayor said.", ""),
    ],
)
def test_what_must_not_be_published_is_named(text: str, why: str) -> None:
    assert unfit(text) == why


def test_a_dateline_and_a_connective_are_dropped_and_recorded() -> None:
    text, edit = without_dateline("ORLO BAY, March 2 (Reuters) - The bridge opened on Monday.")
    assert (text, str(edit)) == ("The bridge opened on Monday.", "dropped: ORLO BAY, March 2 (Reuters) -")
    text, edit = without_connective("But the ferry stops running in June.")
    assert (text, str(edit)) == ("The ferry stops running in June.", "dropped: But")


@pytest.mark.parametrize("text",
    ["She left the quay.", "This angered the union.", "On Monday, they met.", "It is illegal.",
     "The storm made landfall there on Sunday."])  # fmt: skip
def test_a_sentence_that_leans_on_another_is_known(text: str) -> None:
    assert leans(text)


@pytest.mark.parametrize("text",
    ["It is unclear who will pay.", "This week the ferry stops.", "It is illegal to take shells.",
     "Police said there were no injured.", "Divers went to the old pier and found the bell there."])  # fmt: skip
def test_a_sentence_that_stands_alone_is_known(text: str) -> None:
    assert not leans(text)


@pytest.mark.parametrize(
    "dateline",
    [
        "NEW ORLO : ",
        "KELMOUTH :",
        "KELMOUTH, Norvale: ",
        "NAGUA, Velland Republic - ",
        "KELMOUTH, Jan 21, 2031 - (Vell Newswire) - ",
        "27th January 2031 – (Orlo Bay) ",
        "Kelmouth/Orlo – ",
        "Kelmouth, 27.6.2031 – ",
    ],
)
def test_every_custom_of_datelines_is_known(dateline: str) -> None:
    told = "The ferry ran aground on Monday, and 30 people were brought ashore."
    text, edit = without_dateline(dateline + told)
    assert (text, edit and edit.old) == (told, dateline.strip())


def test_so_is_no_connective_where_it_says_how_much() -> None:
    assert without_connective("So calm was the mayor that nobody left the hall.")[1] is None


def test_a_tail_that_only_shares_an_article_with_the_publisher_stays() -> None:
    title = "Ferry aground off Orlo Bay – everything that the captain said"
    assert clip_of(article(1, title, HARBOUR, publisher="The Post")).headline.text == title


def test_a_headline_with_an_open_quotation_gives_way_to_the_lead() -> None:
    title = 'Mayor of Orlo Bay: "We promised a crossing and'
    assert clip_of(article(1, title, HARBOUR)).headline.evidence[0].part == "text"


def test_what_found_no_heading_never_comes_under_a_role() -> None:
    told = [
        Sentence(text, (passage(BRIDGE, Span(0, 20)),))
        for text in ("It opened.", "It was founded in 1998.", "It is blue.")
    ]
    background = Sentence("Background", (passage(BRIDGE, Span(0, 20)),), (ROLE,))
    made = [
        Section(heading, (Paragraph((sentence,)),))
        for heading, sentence in zip((None, background, None), told, strict=True)
    ]
    first, second = sections.joined(made)
    assert [s.text for block in first.blocks if isinstance(block, Paragraph) for s in block.sentences] == [
        "It opened.",
        "It is blue.",
    ]
    assert second == made[1]


DATA = Path(__file__).parents[4] / "shared/data"


SETS = (
    "stories-allsides-dated", "stories-allsides-undated", "stories-basil", "stories-localnews", "stories-mds-ac-en",
    "summaries-bump", "summaries-cnndm",
)  # fmt: skip
ROWS = 40  # of each set, spread over all of it; `python -m benchmarks.unsupported` takes every one


@pytest.mark.shared
@pytest.mark.parametrize("name", SETS)
@pytest.mark.skipif(not DATA.is_dir(), reason="the shared data are not here")
def test_the_writer_says_nothing_over_real_articles_that_the_verifier_refuses(name: str) -> None:
    lines = (DATA / name / "rows.jsonl").read_text().splitlines()
    refused, written = [], 0
    for row in map(json.loads, lines[:: max(1, len(lines) // ROWS)]):
        given = SourceArticle(str(row["id"]), 1, row.get("title") or "", row["text"], "", "", None, "1", language="en")
        try:
            document = clip_of(given)
        except Refused:
            continue
        written += 1
        refused += [(row["id"], v.text, v.reason) for v in verify_document(document, [given]) if not v.supported]
    assert written > ROWS / 2
    assert refused == []


def test_the_clip_ends_with_what_comes_next() -> None:
    last = clip_of(BRIDGE).sections[-1]
    assert last.role == "conclusion"
    assert last.heading is not None
    assert last.heading.text == "What comes next"
