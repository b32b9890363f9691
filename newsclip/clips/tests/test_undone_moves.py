"""A correction says where an article is now: what was undone does not show as if it stood."""

import pytest

from newsclip.articles.models import Article
from newsclip.clips import queries
from newsclip.clips.models import Clip, Correction
from newsclip.clips.tests.test_actions import NOW, a_story, add_article, changed, revise, write_all
from newsclip.kernel.reasons import in_sentences
from newsclip.stories import actions as stories
from newsclip.stories.models import Story
from newsclip.writing.tests.stories import CROWD, MONDAY, SHORT_BRIDGE

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
FOUND = "An article turned out to belong to another story"
RETURNED = (
    "An article by Paper 2 was taken out of this story, and is part of it again. That does not mean it was wrong."
)


@pytest.fixture
def kept() -> Story:
    return a_story(text=SHORT_BRIDGE.text)


def told(muted: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    rows = queries.unmuted_corrections(queries.corrections(), muted)
    return [(row.called, in_sentences(row.told)) for row in rows]


def merged_into(kept: Story) -> Story:
    merged = a_story("Bridge crowd in Orlo Bay grows", CROWD.text)
    write_all()
    stories.merge(merged, kept, now=NOW, by="orla")
    write_all()
    return merged


def said_otherwise(kept: Story) -> None:
    """A publisher changes what the clip says, so that it cannot say again what it said before."""
    revise(Article.objects.earliest("pk"), "4,000", "5,000")
    changed(kept)


def undo_last(story: Story, kind: str) -> None:
    stories.undo(story.events.filter(kind=kind).latest("pk"), now=NOW, by="orla", why="Two events.")
    write_all()


def test_of_a_merge_that_was_undone_nothing_is_told_where_the_clip_says_what_it_said(kept: Story) -> None:
    write_all()
    before = Clip.objects.get(story=kept).headline
    merged = merged_into(kept)
    undo_last(merged, "merged")
    assert (Clip.objects.get(story=kept).headline, Clip.objects.get(story=kept).version) == (before, 3)
    assert told() == []


def test_an_article_that_a_merge_had_brought_went_back_when_that_was_undone(kept: Story) -> None:
    merged = merged_into(kept)
    said_otherwise(kept)
    undo_last(merged, "merged")
    assert [one for one in told() if "Paper 2" in one[1]] == [
        (
            "An article went back to its own story",
            "An article by Paper 2 is back in its own story: a moderator undid what had brought it here. "
            "That does not mean it was wrong.",
        )
    ]
    assert {one.kind for one in Correction.objects.all()} == {"moved", "revised"}


def test_an_article_that_was_found_to_tell_another_story_is_told_so_and_that_it_came_back(kept: Story) -> None:
    other = add_article(kept, "Bridge crowd in Orlo Bay grows", CROWD.text, MONDAY)
    Story.objects.filter(pk=kept.pk).update(articles=2, reports=2)
    write_all()
    stories.split([other.pk], kept, now=NOW, by="orla")
    write_all()
    there = "A moderator moved an article by Paper 2 to another story. That does not mean it was wrong."
    assert told() == [("A moderator moved an article to another story", there)]
    undo_last(kept, "split")
    assert told() == [(FOUND, RETURNED)]


def test_who_only_grouping_moved_is_told_without_a_moderator(kept: Story) -> None:
    other = add_article(kept, "Bridge crowd in Orlo Bay grows", CROWD.text, MONDAY)
    Story.objects.filter(pk=kept.pk).update(articles=2, reports=2)
    write_all()
    stories.split([other.pk], kept, now=NOW)
    write_all()
    assert told() == [(FOUND, "An article by Paper 2 was moved to another story. That does not mean it was wrong.")]


def test_one_that_goes_again_after_a_merge_that_was_undone_is_told_as_it_went_each_time(kept: Story) -> None:
    merged = merged_into(kept)
    said_otherwise(kept)
    undo_last(merged, "merged")
    stories.merge(Story.objects.get(pk=merged.pk), Story.objects.get(pk=kept.pk), now=NOW, by="orla")
    write_all()
    assert RETURNED in [one[1] for one in told()]


def test_of_a_muted_publisher_nothing_more_is_told(kept: Story) -> None:
    merged = merged_into(kept)
    said_otherwise(kept)
    undo_last(merged, "merged")
    rows = told(frozenset({"paper2.example"}))
    assert (FOUND, "A publisher that you muted changed something.") in rows
    assert not any("Paper 2" in one[1] for one in rows)
