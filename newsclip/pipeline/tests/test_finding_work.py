"""What there is to do is found by indexes that hold nothing else, however much was done before."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsclip.articles import actions as articles
from newsclip.articles.models import Article
from newsclip.clips import actions as clips
from newsclip.clips import queries as clips_queries
from newsclip.clips.models import Assignment, Clip
from newsclip.clips.tests.test_actions import NOW, a_story, add_article, changed, write_all
from newsclip.community import actions as community
from newsclip.community import queries as community_queries
from newsclip.community.models import Collected, Comment, Follow, Vote
from newsclip.community.tests.conftest import person
from newsclip.pipeline.contributions import follow_merges
from newsclip.ranking import queries as ranking
from newsclip.stories import actions as stories
from newsclip.stories import queries as stories_queries
from newsclip.stories.models import Story
from newsclip.writing.tests.stories import CROWD, MONDAY

pytestmark = pytest.mark.django_db

FINDS: dict[str, Callable[[], object]] = {
    "articles to place": lambda: list(stories_queries.to_place()[:9]),
    "stories that moved": lambda: [stories_queries.moved(9), community_queries.left_behind()],
    "stories to chain": lambda: list(stories_queries.to_chain()[:9]),
    "links to tell": lambda: list(community_queries.chains_to_tell(NOW)[:9]),
    "stories to write": lambda: clips_queries.to_write(NOW, limit=9),
    "how many stories to write": lambda: clips_queries.count_to_write(NOW),
    "clips to index": lambda: list(clips_queries.to_index()[:9]),
    "how many clips to index": lambda: clips_queries.to_index().count(),
    "clips to announce": lambda: list(community_queries.to_announce()[:9]),
    "clips to count": lambda: ranking.to_count(limit=9),
    "votes to weigh": lambda: list(community_queries.to_weigh()[:9]),
}
WAITING_ALONE = (
    "article_to_place", "article_came_or_went", "story_moved", "story_to_chain", "chain_link_to_tell",
    "story_to_write", "clip_to_index", "clip_to_announce",
    "clip_to_rank", "vote_to_weigh", "assignment_to_retry",
)  # fmt: skip


def plans_of(do: Callable[[], object]) -> list[str]:
    """How the database finds what is asked for or changed."""
    with CaptureQueriesContext(connection) as asked:
        do()
    plans = []
    with connection.cursor() as cursor:
        for query in asked.captured_queries:
            if query["sql"].startswith(("SELECT", "UPDATE")):
                cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}")
                plans += [row[-1] for row in cursor.fetchall()]
    return plans


needs_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL reads small tables whole")


@needs_sqlite
@pytest.mark.parametrize("what", FINDS)
def test_what_was_done_is_not_looked_through(what):
    a_story()
    plans = plans_of(FINDS[what])
    assert any(name in line for line in plans for name in WAITING_ALONE)
    whole = [line for line in plans if line.startswith("SCAN") and not any(name in line for name in WAITING_ALONE)]
    assert [line for line in whole if "community_uncounted" not in line] == []  # its rows wait, all of them
    assert not [line for line in plans if "merged_into" in line or "state" in line]


def test_an_article_that_goes_and_comes_back_is_told_to_its_clip_each_time():
    story = a_story()
    add_article(story, CROWD.title, CROWD.text, MONDAY)
    write_all()
    other = Article.objects.latest("pk")
    for state in ("gone", "read"):
        Article.objects.filter(pk=other.pk).update(state=state, came_or_went=True)
        assert (clips_queries.count_to_write(NOW), clips_queries.to_write(NOW, limit=9)) == (1, [story])
        assert [result.code for result in write_all()] == ["rewritten"]
        assert clips_queries.to_write(NOW, limit=9) == []


def test_an_article_that_goes_while_its_clip_is_written_is_told_again():
    a_story()
    article = Article.objects.get()
    Article.objects.filter(pk=article.pk).update(state="gone", came_or_went=True)
    articles.mark_noticed([article.pk], [article.pk], gone=[])  # somebody saw it before it went
    assert len(clips_queries.to_write(NOW, limit=9)) == 1


def test_what_readers_want_otherwise_is_written_again():
    story = a_story()
    write_all()
    clips.amend(story.pk, "headline", [Clip.objects.get().headline], by="somebody", now=NOW)
    assert clips_queries.to_write(NOW, limit=9) == [story]


def test_a_model_is_asked_again_when_it_is_time():
    story = a_story()
    write_all()
    Assignment.objects.update(retry_at=NOW + timedelta(minutes=5))
    assert clips_queries.to_write(NOW, limit=9) == []
    assert clips_queries.to_write(NOW + timedelta(minutes=5), limit=9) == [story]


def test_the_longest_waiting_comes_first_whatever_it_waits_for():
    early, late, gone = a_story(), a_story(), a_story()
    write_all()
    for number, story in enumerate((early, gone, late)):
        Story.objects.filter(pk=story.pk).update(last_at=MONDAY + timedelta(hours=number))
    changed(early)
    changed(late)
    Article.objects.filter(pk__in=gone.memberships.values("article")).update(came_or_went=True)
    assert clips_queries.to_write(NOW, limit=2) == [early, gone]
    assert clips_queries.count_to_write(NOW) == 3


def test_votes_followers_and_search_go_along_with_a_story_that_is_merged_and_once():
    kept, merged = a_story(), a_story("Bridge crowd in Orlo Bay grows", CROWD.text)
    write_all()
    Clip.objects.update(indexed_version=1)
    mara = person("mara")
    community.vote(mara, merged.pk, now=NOW)
    community.follow(mara, "story", str(merged.pk), now=NOW)
    Vote.objects.update(weight=1.0)
    stories.merge(merged, kept, now=NOW)
    assert follow_merges(now=NOW) == 1
    assert [row.story_id for row in Vote.objects.all()] == [kept.pk]
    assert [row.key for row in Follow.objects.all()] == [str(kept.pk)]
    assert [clip.story_id for clip in clips_queries.to_index()] == [merged.pk]
    assert follow_merges(now=NOW) == 0


def refreshed(said: Comment) -> Comment:
    return Comment.objects.get(pk=said.pk)


def test_a_discussion_goes_along_with_a_story_that_is_merged_and_comes_back_with_it():
    kept, merged = a_story(), a_story("Bridge crowd in Orlo Bay grows", CROWD.text)
    mara, nils = person("mara"), person("nils")
    there = community.comment(nils, kept.pk, "The ferry, again.", now=NOW)
    said = community.comment(mara, merged.pk, "I stood on the bridge.", now=NOW)
    stories.merge(merged, kept, now=NOW)
    follow_merges(now=NOW)
    answered = community.comment(nils, kept.pk, "For how long?", now=NOW, parent=refreshed(said))
    assert {one.id for one in community_queries.thread(kept.pk, now=NOW)} == {there.pk, said.pk}
    stories.split(merged.memberships.model.objects.values_list("article", flat=True)[1:], kept, now=NOW, revive=merged)
    follow_merges(now=NOW)
    assert [one.id for one in community_queries.thread(kept.pk, now=NOW)] == [there.pk]
    (back,) = community_queries.thread(merged.pk, now=NOW)
    assert (back.id, [one.id for one in back.replies]) == (said.pk, [answered.pk])


@needs_sqlite
def test_other_discussions_are_not_looked_through_for_that_of_a_story_that_was_merged():
    kept, merged = a_story(), a_story("Bridge crowd in Orlo Bay grows", CROWD.text)
    community.comment(person("mara"), merged.pk, "I stood on the bridge.", now=NOW)
    stories.merge(merged, kept, now=NOW)
    plans = plans_of(lambda: community.move_comments(merged.pk, now=NOW))
    assert any("comment_went_along" in line for line in plans)
    assert not [line for line in plans if line.startswith("SCAN community_comment")]


def test_what_is_said_by_a_page_from_before_a_merger_is_said_where_the_story_is_now():
    kept, merged = a_story(), a_story("Bridge crowd in Orlo Bay grows", CROWD.text)
    stories.merge(merged, kept, now=NOW)
    follow_merges(now=NOW)
    assert community.comment(person("mara"), merged.pk, "I stood on the bridge.", now=NOW).story_id == kept.pk


def test_what_is_kept_in_a_collection_stays_there_when_its_story_is_merged():
    kept, merged = a_story(), a_story("Bridge crowd in Orlo Bay grows", CROWD.text)
    mara = person("mara")
    one, both = (community.make_collection(mara, title, now=NOW) for title in ("Bridges", "Everything"))
    for story, collection in ((merged, one), (merged, both), (kept, both)):
        community.collect(mara, collection, story.pk, now=NOW, note=f"of {collection}")
    stories.merge(merged, kept, now=NOW)
    follow_merges(now=NOW)
    there = Collected.objects.filter(story=kept).order_by("pk")
    assert [(row.collection, row.note) for row in there] == [(one, f"of {one}"), (both, f"of {both}")]
    community.collect(mara, one, merged.pk, now=NOW, note="by an old page")
    assert one.collected.get().note == "by an old page"


def test_who_votes_for_and_follows_a_story_by_a_page_from_before_its_merger_reaches_the_other():
    kept, merged = a_story(), a_story("Bridge crowd in Orlo Bay grows", CROWD.text)
    stories.merge(merged, kept, now=NOW)
    follow_merges(now=NOW)
    mara = person("mara")
    community.vote(mara, merged.pk, now=NOW)
    community.follow(mara, "story", str(merged.pk), now=NOW)
    follow_merges(now=NOW)
    assert [row.story_id for row in Vote.objects.all()] == [kept.pk]
    assert [row.key for row in Follow.objects.all()] == [str(kept.pk)]
