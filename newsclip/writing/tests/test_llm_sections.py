"""What stands where a model's sentence does not: a passage, but none that the model tells itself behind it."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from newsclip.evidence import verifier
from newsclip.evidence.document import Document, Sentence, WriterMark
from newsclip.evidence.serialization import clip_id
from newsclip.evidence.visitor import sentences
from newsclip.language.syntax import NO_PARSER
from newsclip.writing.llm.drafting import draft
from newsclip.writing.llm.story import Means, story_of
from newsclip.writing.llm.told import Told
from newsclip.writing.ports import Answered, Assigned
from newsclip.writing.tests.stories import BRIDGE, clip_of, embed

MEANS = Means(verifier, embed, NO_PARSER)
TASK = Assigned(clip_id("1"), "1", "", 1, (BRIDGE,))
STORY = story_of(TASK, "en", MEANS)
COST, PILLARS, VOTE = "cost 212 million", "sink the pillars", "council will vote"
CUT = "The bridge cost 212 million crowns, Mayor Ilse Brandt said."
FALSE = "The bridge fell."

type Row = dict[str, Any]


def passage(words: str) -> int:
    return next(number for number, one in STORY.passages.items() if words in one.line.told.text)


def cluster(words: str) -> int:
    return next(c.number for c in STORY.clusters.values() if passage(words) in c.passages)


def whole(words: str) -> str:
    return STORY.passages[passage(words)].line.told.text


def said(text: str, *words: str) -> Row:
    return {"text": text, "passages": [passage(one) for one in words]}


def clip(sections: Sequence[Sequence[str]], *answers: Row) -> list[str]:
    """The texts of the clip of a model that answers so, part by part; `sections`: what the plan has for each."""
    news = ("opened on Monday", "first plans for a crossing")
    plan = {"headline": None, "summary": [cluster(words) for words in news],
            "sections": [{"clusters": [cluster(words) for words in section]} for section in sections]}  # fmt: skip
    summary = {"sentences": [said(whole(words), words) for words in news]}
    rows = iter([plan, summary, *answers])
    return texts(written(lambda name: {} if name == "repair" else next(rows)))


def written(answer: Callable[[str], Row]) -> Document:
    mark = WriterMark("llm", "3", {"model": "tiny", "passages": 9000, "basis": "exact"})
    given: list[Answered | None] = []
    while True:
        found = draft(TASK, clip_of(BRIDGE), mark, given, means=MEANS)
        if found.question is None:
            assert found.document is not None
            return found.document
        text = json.dumps(answer(found.question.name))
        given.append(Answered(text, cut=False, digest=str(len(given))))


def texts(document: Document) -> list[str]:
    return [one.text for one in sentences(document)]


def test_a_passage_that_the_model_tells_later_in_the_part_is_left_to_it() -> None:
    told = clip([[PILLARS, VOTE]], {"sentences": [said(FALSE, PILLARS, VOTE), said(whole(PILLARS), PILLARS)]})
    assert told.count(whole(PILLARS)) == 1
    assert told.index(whole(VOTE)) < told.index(whole(PILLARS))


def test_a_passage_that_the_plan_has_for_a_later_part_is_left_to_it() -> None:
    first, second = {"sentences": [said(FALSE, PILLARS, VOTE)]}, {"sentences": [said(whole(PILLARS), PILLARS)]}
    told = clip([[VOTE], [PILLARS]], first, second)
    assert told.index(whole(VOTE)) < told.index(whole(PILLARS))


def test_a_passage_stands_where_what_is_said_of_it_last_does_not() -> None:
    told = clip([[PILLARS]], {"sentences": [said(FALSE, PILLARS), said("It sank.", PILLARS)]})
    assert told.count(whole(PILLARS)) == 1


def test_a_part_of_listed_facts_alone_is_not_told_by_its_passages_besides() -> None:
    told = clip([[PILLARS, VOTE]], {"sentences": [], "facts": [said(whole(VOTE), VOTE)]})
    assert whole(VOTE) in told
    assert whole(PILLARS) not in told


def test_a_part_of_listed_facts_that_do_not_stand_is_told_by_its_passages() -> None:
    assert whole(PILLARS) in clip([[PILLARS]], {"sentences": [], "facts": [said(FALSE)]})


def fault(before: str, text: str) -> str:
    told = Told(STORY)
    told.add(Sentence(before, STORY.passages[1].line.told.evidence))
    wrong = told.fault(text, [])
    return wrong.code if wrong else ""


def test_a_word_more_tells_nothing_new_but_a_figure_does_and_a_word_of_few() -> None:
    before = "The council closed the old quay of Orlo Bay on Monday and moved 40 boats to the northern harbour."
    assert fault(before, "The council closed the old quay and moved 40 boats to the harbour.") == "told_before"
    assert fault(before, "The council closed the old quay and moved forty boats to the harbour.") == "told_before"
    assert fault(before, "The council closed the old quay and moved 40 boats and 9 ferries to the harbour.") == ""
    assert fault(before, "The council defends the quay.") == ""
