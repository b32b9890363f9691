"""A publisher's own subheading heads what stands below it in that article, and nothing else."""

from dataclasses import replace

import pytest

from newsclip.evidence.document import Paragraph, Section, Sentence
from newsclip.evidence.edits import LOWERED
from newsclip.evidence.verifier import judge_heading
from newsclip.evidence.verifier.subheadings import heads
from newsclip.kernel.spans import Passage, digest_of
from newsclip.writing.tests.stories import BRIDGE

OPENS = "The ferry to Orlo Bay ran aground in fog on Monday, and nobody was hurt."
WARNED = "The harbour board had warned of the sandbank twice since the storm in March."
DIVERS = "Divers looked at the hull of the ferry for two hours and found no leak in it."
TEXT = f"{OPENS}\n\nA warning nobody heard\n\n{WARNED}\n\nNO LEAK BELOW\n\n{DIVERS}"
ARTICLE = replace(BRIDGE, text=TEXT)
KNOWN = {("1", 1): ARTICLE, ("2", 1): replace(ARTICLE, id="2")}


def said(words: str, *edits: str, shown: str = "", article: str = "1") -> Sentence:
    at = TEXT.index(words)
    return Sentence(shown or words, (Passage(article, 1, at, at + len(words), digest_of(words)),), edits)


def headed(heading: Sentence, *below: Sentence) -> bool:
    verdict = judge_heading(Section(heading, (Paragraph(below),)), KNOWN)
    return verdict is not None and verdict.supported


def test_a_subheading_heads_what_its_publisher_put_below_it() -> None:
    assert headed(said("A warning nobody heard"), said(WARNED))
    assert headed(said("NO LEAK BELOW"), said(DIVERS))
    assert headed(said("NO LEAK BELOW", LOWERED, shown="No leak below"), said(DIVERS))


@pytest.mark.parametrize(
    "below",
    [
        (said(DIVERS),),
        (said(OPENS),),
        (said(WARNED), said(DIVERS)),
        (said(WARNED, article="2"),),
    ],
)
def test_it_heads_nothing_above_it_below_the_next_or_of_another_article(below: tuple[Sentence, ...]) -> None:
    assert not headed(said("A warning nobody heard"), *below)


def test_what_is_no_subheading_of_one_known_article_heads_nothing() -> None:
    heading = said("NO LEAK BELOW")
    (passage,) = heading.evidence
    below = (Paragraph((said(DIVERS),)),)
    for given in (
        None,
        replace(heading, evidence=(passage, passage)),
        replace(heading, evidence=(replace(passage, revision=2),)),
        replace(heading, evidence=(replace(passage, part="title"),)),
        said("NO LEAK BELOW", "dropped: of the ship", shown="No leak below"),
    ):
        assert not heads(Section(given, below), KNOWN)
    assert heads(Section(heading, below), KNOWN)


def test_other_words_than_the_subheadings_own_head_nothing() -> None:
    assert not headed(said("A warning nobody heard", shown="A warning everybody heard"), said(WARNED))
    assert not headed(said("warning nobody"), said(WARNED))
    assert not headed(said("NO LEAK BELOW", shown="No leak below"), said(DIVERS))
