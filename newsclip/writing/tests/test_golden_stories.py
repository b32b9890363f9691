"""For each language added by its pack alone: a story in it, and the clip that must come out (`golden/<code>.toml`)."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from newsclip.evidence.document import Document, Paragraph, Section, SourceArticle
from newsclip.evidence.verifier import verify_document
from newsclip.language.cues import cues
from newsclip.writing.cleaning import outside_quotes
from newsclip.writing.tests.stories import article, clip_of

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.toml"), key=lambda path: path.stem)


@pytest.fixture(params=GOLDEN, ids=lambda path: path.stem)
def story(request) -> dict[str, Any]:
    return tomllib.loads(request.param.read_text(encoding="utf-8"))


def told(story: dict[str, Any]) -> SourceArticle:
    return article(1, story["title"], story["text"].strip(), language=story["language"])


def shown(document: Document) -> dict[str, Any]:
    """The clip as a golden story writes it down."""
    return {
        "headline": document.headline.text,
        "summary": [one.text for one in document.summary],
        "hashtags": list(document.hashtags),
        "sections": [
            {"heading": section.heading.text if section.heading else "", "sentences": paragraphs(section)}
            for section in document.sections
        ],
    }


def paragraphs(section: Section) -> list[str]:
    return [one.text for block in section.blocks if isinstance(block, Paragraph) for one in block.sentences]


def test_the_golden_clip_comes_out(story):
    made = shown(clip_of(told(story)))
    path = f"golden/{story['language']}.toml"
    assert made == story["clip"], f"{path}: another clip comes out. Write it there if it is better, else mend the pack."


def test_every_sentence_of_it_is_supported(story):
    given = told(story)
    assert [verdict.text for verdict in verify_document(clip_of(given), [given]) if not verdict.supported] == []


def test_it_leaves_out_what_pleads_and_the_journalists_own_voice(story):
    known = cues(story["language"])
    lines = [line for line in story["text"].split("\n\n") if line.strip()]
    unfit = [line for line in lines if known.plea.search(line) or known.mine.search(outside_quotes(line))]
    assert len(unfit) >= 2
    assert not set(unfit) & set(clip_in_order(story))


def test_what_leans_on_another_stands_right_behind_it(story):
    lines = [line.strip() for line in story["text"].split("\n\n") if line.strip()]
    clip = clip_in_order(story)
    leaning = [line for line in clip if cues(story["language"]).leans.match(line)]
    assert all(clip[clip.index(line) - 1] == lines[lines.index(line) - 1] for line in leaning)


def clip_in_order(story):
    made = shown(clip_of(told(story)))
    return [*made["summary"], *(said for section in made["sections"] for said in section["sentences"])]
