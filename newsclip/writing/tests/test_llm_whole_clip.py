"""The LLM writer's clip as a whole passes the checks of the extractive writer's: needs, opinion, what is outdated."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from newsclip.evidence import verifier
from newsclip.evidence.document import Document, Sentence, SourceArticle, WriterMark
from newsclip.evidence.serialization import clip_id
from newsclip.evidence.visitor import sentences
from newsclip.language.syntax import NO_PARSER
from newsclip.writing.llm.drafting import draft
from newsclip.writing.llm.story import Means, Story, story_of
from newsclip.writing.llm.told import Told
from newsclip.writing.ports import Answered, Assigned, Question
from newsclip.writing.tests.stories import BRIDGE, MONDAY, article, clip_of, embed

MEANS = Means(verifier, embed, NO_PARSER)
SIZE = 2000
RAISED = "Divers raised the bell of the ferry on Monday and took it to the museum on the old quay of Orlo Bay."


def story(*articles: SourceArticle) -> Story:
    return story_of(Assigned(clip_id("1"), "1", "", 1, articles), "en", MEANS)


def fault(told: Told, text: str, words: str) -> str:
    named = [one for one in told.story.passages.values() if words in one.line.told.text]
    assert named
    wrong = told.fault(text, named)
    return wrong.code if wrong else ""


def test_somebody_by_a_short_name_needs_a_sentence_before_that_brings_them_in() -> None:
    told = Told(story(BRIDGE))
    says = "Brandt told the crowd that the crossing would be used by grandchildren."
    assert fault(told, says, "We promised a crossing") == "not_brought_in"
    told.add(Sentence("Mayor Ilse Brandt opened it.", told.story.passages[1].line.told.evidence))
    assert fault(told, says, "We promised a crossing") == ""


def test_what_only_a_page_of_opinion_says_is_told_as_somebodys_words_or_not_at_all() -> None:
    view = "The new bridge is a folly that the fishermen of Orlo Bay will have to pay for until 2060."
    column = article(2, "Opinion | The bridge of Orlo Bay is a folly", f"{view}\n\n{view.replace('folly', 'gift')}")
    told = Told(story(BRIDGE, column))
    assert fault(told, view, "is a folly that") == "unfit"
    assert fault(told, f"{view[:-1]}, Ilse Brandt said.", "is a folly that") == ""


def test_what_is_outdated_has_no_number_that_a_model_could_name() -> None:
    dead = "The storm of Orlo Bay on Monday killed {} people, the police of the town said {}."
    first = article(1, "Storm kills three in Orlo Bay", dead.format("three", "at noon") + " " + RAISED)
    later = article(
        2,
        "Storm kills five in Orlo Bay",
        dead.format("five", "in the evening") + " " + RAISED,
        published=MONDAY + timedelta(days=1),
    )
    texts = [one.line.told.text for one in story(first, later).passages.values()]
    assert any("killed five" in text for text in texts)
    assert not any("killed three" in text for text in texts)


def many(number: int) -> SourceArticle:
    """An article of a town of its own, whose sentences have few words in common with those of others."""
    town = "".join(chr(ord("a") + (number * step) % 26) for step in (1, 3, 5, 7)).title() + "by"
    lines = (
        f"The council of {town} closed the old quay of the town on Monday after a storm broke {number + 20} lamps.",
        f"Engineers from {town} found {number + 50} cracks in the pillars of the bridge that leads to the market.",
        f"Ferries will sail from {town} to the islands once a day until the crane has been mended, the port said.",
        f"Some {number + 80} families of {town} spent the night in the school, the fire brigade said in a statement.",
    )
    return article(number, f"Storm closes the quay of {town}", "\n\n".join(lines))


def passages(question: Question) -> list[Mapping[str, Any]]:
    told = question.messages[-1].content
    material, _ = json.JSONDecoder().raw_decode(told[told.index('{"language"') :])
    return [passage for cluster in material["clusters"] for passage in cluster["passages"]]


def test_a_story_of_22_articles_is_told_whole_and_no_question_is_longer_than_the_setting() -> None:
    articles = tuple(many(number) for number in range(1, 23))
    task, base = Assigned(clip_id("1"), "1", "", 1, articles), clip_of(*articles)
    known = story_of(task, "en", MEANS)
    asked, given = list[Question](), list[Answered | None]()
    mark = WriterMark("llm", "3", {"model": "tiny", "passages": SIZE, "basis": "exact"})
    while (found := draft(task, base, mark, given, means=MEANS)).question:
        asked.append(found.question)
        given.append(Answered(json.dumps(answer(found.question, known)), cut=False, digest=str(len(given))))
    for question in asked:
        if question.name != "repair":
            assert sum(len(passage["text"]) for passage in passages(question)) <= SIZE
    given_for_plans = clusters_of(known, asked, "plan")
    assert given_for_plans == set(known.clusters)
    assert clusters_of(known, asked, "section") == planned(known)
    assert written(found.document)


def test_a_part_that_the_model_leaves_empty_is_told_by_a_passage_though_more_publishers_tell_it_than_one_may_name() -> (
    None
):
    articles = tuple(replace(BRIDGE, id=str(n), report=str(n), publisher=f"Paper {n}") for n in range(1, 7))
    task, base, known = Assigned(clip_id("1"), "1", "", 1, articles), clip_of(*articles), story(*articles)
    assert max(len(cluster.passages) for cluster in known.clusters.values()) > 3
    mark, given = WriterMark("llm", "3", {"model": "tiny", "passages": 9000, "basis": "exact"}), list[Answered | None]()
    while (found := draft(task, base, mark, given, means=MEANS)).question:
        told = answer(found.question, known) if found.question.name == "plan" else {"sentences": [{"text": "No."}]}
        given.append(Answered(json.dumps(told), cut=False, digest=str(len(given))))
    assert written(found.document)


def clusters_of(known: Story, asked: list[Question], name: str) -> set[int]:
    given = {passage["number"] for question in asked if question.name == name for passage in passages(question)}
    return {cluster.number for cluster in known.clusters.values() if given.intersection(cluster.passages)}


def planned(known: Story) -> set[int]:
    return set(list(known.clusters)[:25])


def answer(question: Question, known: Story) -> dict[str, Any]:
    if question.name == "repair":
        return {}
    if question.name == "section":
        return {"sentences": [{"text": one["text"], "passages": [one["number"]]} for one in passages(question)]}
    numbers = sorted(planned(known))
    sections = [{"clusters": numbers[1:13]}, {"clusters": numbers[13:]}]
    return {"headline": None, "summary": numbers[:1], "sections": sections}


def written(document: Document | None) -> list[str]:
    assert document is not None
    return [one.text for one in sentences(document)]
