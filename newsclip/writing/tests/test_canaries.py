"""A canary looks like the question of daily work before which it comes, and is wrong."""

import json
import re
from datetime import UTC, datetime
from random import Random

import pytest

from newsclip.writing.judging.canaries import canary, like
from newsclip.writing.judging.exam import items
from newsclip.writing.judging.question import CitedPassage, ask_judge

SEEDS = range(40)
AT = datetime(2027, 5, 8, tzinfo=UTC)
TRUE = {item.sentence for item in items() if not item.wrong}


def daily(before: int, passages: int, place: str = "text"):
    cited = [
        CitedPassage(f"The ferry sank {number} times.", f"Orlo Post {number}", AT if number else None)
        for number in range(passages)
    ]
    return ask_judge("The ferry went down.", place, ["The ferry left.", "It was full."][:before], cited)


def told(question):
    return json.loads(question.messages[1].content)


def test_it_is_wrong() -> None:
    assert all(canary(Random(seed)).wrong for seed in SEEDS)  # noqa: S311 a choice, no secret


@pytest.mark.parametrize("before", [0, 1, 2])
@pytest.mark.parametrize("passages", [1, 3])
@pytest.mark.parametrize("place", ["text", "headline"])
def test_it_has_the_form_of_the_question_that_it_comes_before(before: int, passages: int, place: str) -> None:
    question = daily(before, passages, place)
    asked = told(question)
    for seed in SEEDS:
        chance = Random(seed)  # noqa: S311 a choice, no secret
        item = canary(chance)
        mixed = like(question, item, chance)
        form = told(mixed)
        assert (mixed.name, mixed.messages[0], mixed.schema) == (question.name, question.messages[0], question.schema)
        assert form.keys() == asked.keys()
        assert (form["sentence"], form["place"], len(form["before"])) == (item.sentence, place, before)
        by = {(one["publisher"], one["published"]) for one in asked["passages"]}
        assert {(one["publisher"], one["published"]) for one in form["passages"]} <= by
        assert set(form["before"]) <= TRUE


def test_it_names_no_day_that_the_day_of_publication_could_give_away() -> None:
    texts = {" ".join((item.sentence, *item.passages)) for item in (canary(Random(seed)) for seed in SEEDS)}  # noqa: S311
    assert not [text for text in texts if re.search(r"\b(?:2026|March)\b", text)]
