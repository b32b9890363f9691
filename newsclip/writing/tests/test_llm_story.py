"""What a model may cite beside what can be printed: a dateline's sentence, quotations; no furniture of the page."""

import json

from newsclip.evidence import verifier
from newsclip.evidence.serialization import clip_id
from newsclip.language.syntax import NO_PARSER
from newsclip.writing.candidates import read
from newsclip.writing.llm import prompt
from newsclip.writing.llm.story import Means, Story, sentences_between, story_of
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import article, embed

PAGE = (
    "VELMO: A storm damaged the old quay on Monday, the harbour board said in a statement.\n"
    "The board closed the quay to all boats until divers have seen its pillars, it said on Tuesday.\n"
    "Ada Holm, who leads the board, spoke to reporters beside the ferry of the town at noon.\n"
    "“We lost two pillars in the night, and the ferry has lost its berth. "
    "The third will not stand another storm.”\n"
    "Also read: Ferry sails again after strike\n"
    "The ferry of Velm sails again after a strike that had lasted for eleven days.\n"
)


def cited(text: str) -> list[str]:
    (reading,) = read([article(1, "Storm damages quay", text)], "en", verifier)
    return [line.told.text for line in sentences_between(reading, 0)]


def test_the_sentence_of_a_dateline_and_quotations_behind_the_last_line_may_be_cited() -> None:
    told = "\n".join(cited(PAGE))
    assert "VELMO: A storm damaged the old quay" in told
    assert "We lost two pillars" in told
    assert "will not stand another storm" in told


def test_the_page_behind_the_article_may_not() -> None:
    end = PAGE.index("The ferry of Velm")
    told = "\n".join(cited(PAGE[:end] + "“The strike was long and we are all very tired of it.”\n"))
    assert "another storm" in told
    assert "Also read" not in told
    assert "The strike was long" not in told


def test_what_updated_leads_may_be_cited_and_what_a_list_follows() -> None:
    page = PAGE.replace("VELMO: A storm", "Updated: A storm").replace(
        "Ada Holm, who leads the board, spoke",
        "The harbour board put these men in charge of the divers:\nAda Holm spoke",
    )
    told = cited(page)
    assert "Updated: A storm damaged the old quay on Monday, the harbour board said in a statement." in told
    assert "The harbour board put these men in charge of the divers:" in told
    assert not any(one.startswith("Photo") for one in cited(PAGE.replace("VELMO: A storm", "Source: A storm")))


CAPTIONED = (
    "The ferry Orlana sank off Orlo Bay on Monday, the port said. The crew was taken ashore by a boat of the port. "
    "The Orlana had sailed between Orlo Bay and Velm since 1998 . Divers will look at the wreck on Tuesday. "
    "The port has closed its northern quay until the divers are back. Ada Holm was captain of the Orlana for a year . "
    "Fishing boats may use the southern quay. The ferry line has hired a boat from Velm. "
    "Flowers were laid on the quay for the old ferry . Its captain was the last to leave the ship."
)


def story(*texts: str) -> Story:
    articles = tuple(article(n, "Ferry sinks", text) for n, text in enumerate(texts, 1))
    return story_of(Assigned(clip_id("1"), "1", "", 1, articles), "en", Means(verifier, embed, NO_PARSER))


def test_captions_may_be_cited_but_are_not_published_themselves() -> None:
    told = story(CAPTIONED)
    captions = [one for one in told.passages.values() if one.line.caption]
    assert captions
    assert all(one.index is None for one in captions)
    assert "The Orlana had sailed between Orlo Bay and Velm since 1998 ." in [one.line.told.text for one in captions]
    assert len(told.passages) == len({one.line.span for one in told.passages.values()})


def test_a_body_that_an_article_takes_as_known_needs_no_full_name() -> None:
    full = "The Orlo Bay Port Authority (OBPA) closed the quay on Monday. OBPA sent divers to the wreck at noon."
    short = "A spokesman for OBPA said that the quay was closed at noon on Monday. Divers of OBPA went to the wreck."
    assert "=OBPA" in story(full, short).known_names
    assert "=OBPA" not in story(full, full.replace("noon", "nine")).known_names


def test_a_person_needs_one_whatever_an_article_takes_as_known() -> None:
    full = "Captain Ada Holm saw the wreck on Monday. “We lost her in the night,” Holm told reporters on the quay."
    short = "The captain saw the wreck at noon on Monday. The port said that Holm would be paid for each day."
    assert "=Holm" not in story(full, short).known_names


THINGS = ("pier", "quay", "harbour", "ferry", "market", "bridge", "school", "station", "library", "museum", "theatre")
WISH = "“We want the {} number {} to be open before the winter of {} comes here,” said Ilse Holm of Orlo."


def shown(told: Story, size: int) -> list[int]:
    """The quotations that the questions for a plan show, by number."""
    questions = (prompt.ask_for_plan(told, rows, "edited", None) for rows in told.portions(told.clusters, size))
    texts = (question.messages[-1].content for question in questions)
    materials = [json.JSONDecoder().raw_decode(text[text.index('{"language"') :])[0] for text in texts]
    return [one["number"] for material in materials for one in material["quotations"]]


def test_every_quotation_of_a_long_story_is_shown_with_its_passages() -> None:
    wishes = [[WISH.format(THINGS[i % 11], 50 * a + i, 1900 + 3 * i + a) for i in range(30)] for a in range(3)]
    told = story(*("\n\n".join(said) for said in wishes))
    assert len(told.quotations) == 90
    assert {one.quote.text for one in told.quotations.values()} == {
        said[1 : said.index(",”")] for texts in wishes for said in texts
    }
    assert set(shown(told, 2000)) == set(told.quotations)
    assert set(shown(told, 200)) == set(told.quotations), "also where a cluster has more passages than a question"
