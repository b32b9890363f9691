"""A hashtag that names a theme of the vocabulary stands where its triggers do, and nowhere else."""

from dataclasses import replace

import pytest

from newsclip.evidence.document import SourceArticle
from newsclip.evidence.verifier.frame import judge_hashtag

SMUGGLERS = SourceArticle(
    id="1", revision=1, publisher="The Orlo Post", title="Boat held off Orlo Bay", url="https://post.example/1",
    published=None, report="1", domain="post.example", language="en",
    text="The coast guard held a boat with 80 kg of cocaine on Monday. Three drug smugglers were taken to Orlo Bay.",
)  # fmt: skip
ONCE = replace(
    SMUGGLERS, text="The coast guard held a boat on Monday. Its crew told of cocaine. They went to Orlo Bay."
)


@pytest.mark.parametrize(
    ("tag", "article"),
    [
        ("#DrugTrafficking", SMUGGLERS),
        ("#DrugTrafficking", replace(ONCE, title="Drug smugglers held off Orlo Bay")),
        ("#OrloBay", SMUGGLERS),
    ],
)
def test_a_theme_stands_on_two_sentences_or_on_the_title_and_one(tag: str, article: SourceArticle) -> None:
    assert judge_hashtag(tag, [article]).supported


@pytest.mark.parametrize(
    ("tag", "article"),
    [
        ("#DrugTrafficking", ONCE),
        ("#DrugTrafficking", replace(ONCE, title="Drug smugglers held", text="The boat lies in Orlo Bay.")),
        ("#Murder", SMUGGLERS),
        ("#Rescue", replace(SMUGGLERS, text="Paramedics came. Paramedics left.")),
        ("#", SMUGGLERS),
    ],
)
def test_a_theme_in_passing_a_vague_one_and_another_are_refused(tag: str, article: SourceArticle) -> None:
    assert not judge_hashtag(tag, [article]).supported


def test_a_theme_may_stand_on_two_articles_and_falls_with_one_of_them() -> None:
    second = replace(ONCE, id="2", text="Police in Orlo Bay weighed the cocaine. It came by sea.")
    assert judge_hashtag("#DrugTrafficking", [ONCE, second]).supported
    assert not judge_hashtag("#DrugTrafficking", [second]).supported
