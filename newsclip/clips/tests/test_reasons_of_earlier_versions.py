"""Reasons that earlier versions kept in English words become codes, and none of them keeps a publisher's words."""

import importlib
import json
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from newsclip.clips.models import ClipVersion, Correction
from newsclip.community.models import Challenge, Notice

codes = importlib.import_module("newsclip.clips.migrations.0010_reasons").codes
NAMES = {"Paper 1": [7], "The “Daily” Post": [8], "Twice": [1, 2]}
LEFT = ("article_left", {})
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
BEFORE = [("clips", "0009_dead_letters"), ("community", "0013_weights")]


def who(article):
    return {"who": {"article": article}}


@pytest.mark.parametrize(
    ("prose", "read"),
    [
        ("First version.", [("first_version", {})]),
        ("Two more articles joined. One article left the story.", [("articles_joined", {"count": 2}), LEFT]),
        ("12 articles left the story.", [("articles_left", {"count": 12})]),
        ("Paper 1 took its article back.", [("article_taken_back", who(7))]),
        ("The “Daily” Post changed its article.", [("article_changed", who(8))]),
        ("Twice changed its article.", [("article_changed", {})]),
        ("Nobody asked that its words be taken down.", [("publisher_took_down", {})]),
        ("Paper 1 changed 9 to 11 and added “late”. One more article joined.", [("article_changed", who(7))]),
        ("Paper 1 no longer says “x took its article back. y”.", [("article_changed", who(7))]),
        (
            "The clip was withdrawn. The sentence does not rest on the passages it cites. Says “11”.",
            [("clip_withdrawn", {}), ("not_supported", {})],
        ),
        ("A reader doubted a sentence, and it did not stand. Says “9”.", [("sentence_doubted", {})]),
        ("Something else.", []),
        ("", []),
    ],
)  # fmt: skip
def test_what_can_be_read_safely_is_and_the_rest_is_dropped(prose, read):
    assert [(one["code"], one["params"]) for one in codes(prose, NAMES)] == read


def leaves():
    return MigrationExecutor(connection).loader.graph.leaf_nodes()


@pytest.fixture
def earlier(transactional_db):
    """The tables as the version before had them."""
    MigrationExecutor(connection).migrate(BEFORE)
    others = [leaf for leaf in leaves() if leaf[0] not in {"clips", "community"}]
    yield MigrationExecutor(connection).loader.project_state([*others, *BEFORE]).apps
    MigrationExecutor(connection).migrate(leaves())


@pytest.mark.integration  # the fast tests make their tables without migrations
def test_rows_of_the_version_before_are_read_and_keep_no_words(earlier):
    story = earlier.get_model("stories", "Story").objects.create(started_at=NOON, last_at=NOON)
    clip = earlier.get_model("clips", "Clip").objects.create(
        story=story, slug="a", document={"sources": []}, headline="H", summary="S", category="General", published=NOON,
        updated=NOON, digest="d",
    )  # fmt: skip
    words = "The Ledger no longer says “sentinelword”."
    earlier.get_model("clips", "ClipVersion").objects.create(
        clip=clip, version=2, document={}, digest="d", reason=words, at=NOON
    )
    row = earlier.get_model("clips", "Correction").objects.create(
        clip=clip, version=2, kind="revised", reason=words, at=NOON
    )
    reader = earlier.get_model("accounts", "Reader").objects.create(username="mara")
    told = {"kind": "correction", "sentence": "Corrected: %(reason)s", "words": words, "given": {"reason": words}}
    notices = earlier.get_model("community", "Notice").objects
    for key in (f"clip {clip.pk} v2 0", "of nothing known"):
        notices.create(reader=reader, story=story, key=key, at=NOON, **told)
    earlier.get_model("community", "Challenge").objects.create(
        clip=clip, clip_version=1, sentence="x", at=NOON, upheld=True, outcome="Says “sentinelword”."
    )
    MigrationExecutor(connection).migrate(leaves())
    assert (
        Correction.objects.get().reasons
        == ClipVersion.objects.get().reasons
        == [{"code": "article_changed", "params": {}}]
    )
    assert Challenge.objects.get().reasons == [{"code": "not_supported", "params": {}}]
    assert [(one.given, one.words) for one in Notice.objects.all()] == [({"correction": row.pk}, "")]
    tables = (Correction, ClipVersion, Challenge, Notice)
    assert "sentinelword" not in json.dumps([list(one.objects.values()) for one in tables], default=str)
