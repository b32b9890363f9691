"""What people decide about stories: done, logged, taken back, kept as labels."""

from datetime import timedelta

import pytest

from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.kernel.reasons import Refused
from newsclip.stories import actions, queries
from newsclip.stories.models import Membership, Story
from newsclip.stories.ports import Note, Split
from newsclip.stories.tests.invented import BRIDGE, BRIDGE_TOLD_AGAIN, NOON, ORCHARD, events_of, live, read_article

pytestmark = pytest.mark.django_db


def placed(*articles):
    articles = [read_article(told, hours=hours) for hours, told in enumerate(articles)]
    list(actions.place(index=MemoryStoryIndex(), now=NOON, limit=50))
    return articles


def state():
    rows = Membership.objects.order_by("article").values_list("article", "story", "report", "copy_of")
    return list(rows), sorted(live().values_list("pk", "articles", "reports"))


def test_a_merge_is_taken_back_with_reports_and_copies_as_they_were():
    placed(BRIDGE, (BRIDGE[0], BRIDGE[1] + " (AP)"), ORCHARD)
    kept, gone = Story.objects.order_by("-articles")
    before = state()
    actions.merge(gone, kept, now=NOON, by="ines", note=Note("one event"))
    actions.undo(events_of(kept.pk)[-1], now=NOON, by="ines")
    assert state() == before
    assert queries.story(gone.pk).pk == gone.pk


def test_a_split_is_taken_back_and_its_address_leads_on():
    placed(BRIDGE, (BRIDGE[0], BRIDGE[1] + " (AP)"), BRIDGE_TOLD_AGAIN)
    (story,) = Story.objects.all()
    before = state()
    copy = Membership.objects.exclude(copy_of=None).get()
    apart = actions.split([copy.article_id], story, now=NOON, by="ines", note=Note("not the same"))
    actions.undo(events_of(apart.pk)[-1], now=NOON, by="ines")
    assert state() == before
    assert queries.story(apart.pk) == story


def test_a_part_may_take_the_key_of_a_story_that_was_merged_away():
    articles = placed(BRIDGE, BRIDGE_TOLD_AGAIN, ORCHARD)
    kept, gone = Story.objects.order_by("-articles")
    actions.merge(gone, kept, now=NOON)
    apart = actions.split([articles[2].pk], kept, now=NOON, note=Split(kept.key, gone.key, [str(articles[2].pk)], {}))
    gone.refresh_from_db()
    assert Story.objects.get(pk=apart.pk).key == str(articles[2].pk) != gone.key
    assert queries.story(gone.pk) == kept


def test_nothing_is_taken_back_twice():
    articles = placed(BRIDGE, BRIDGE_TOLD_AGAIN)
    (story,) = Story.objects.all()
    actions.split([articles[1].pk], story, now=NOON, by="ines")
    event = events_of(story.pk)[-1]
    actions.undo(event, now=NOON, by="ines")
    with pytest.raises(Refused):
        actions.undo(event, now=NOON, by="ines")


def test_what_makes_no_sense_changes_nothing():
    articles = placed(BRIDGE, BRIDGE_TOLD_AGAIN, ORCHARD)
    kept, gone = Story.objects.order_by("-articles")
    third = Story.objects.create(key="third", started_at=NOON, last_at=NOON)
    actions.merge(gone, kept, now=NOON, by="ines")
    before, ids = state(), [article.pk for article in articles]
    for act in (
        lambda: actions.merge(kept, kept, now=NOON),
        lambda: actions.merge(gone, third, now=NOON),
        lambda: actions.merge(third, gone, now=NOON),
        lambda: actions.split([], kept, now=NOON),
        lambda: actions.split(ids, kept, now=NOON),
        lambda: actions.split(ids[2:], gone, now=NOON),
        lambda: actions.split(ids[2:], kept, now=NOON, revive=third),
        lambda: actions.undo(events_of(kept.pk)[0], now=NOON, by="ines"),
    ):
        with pytest.raises(Refused):
            act()
    assert state() == before


def test_decisions_are_kept_as_labels_with_who_why_and_whether_they_still_hold():
    articles = placed(BRIDGE, BRIDGE_TOLD_AGAIN, ORCHARD)
    story, orchard = Story.objects.order_by("-articles")
    actions.split([articles[1].pk], story, now=NOON, by="ines", note=Note("another vote"))
    actions.undo(events_of(story.pk)[-1], now=NOON, by="odo")
    actions.merge(orchard, story, now=NOON, by="ines", note=Note("one storm"))
    split, again, merge = queries.decisions()
    assert (split.kind, split.by, split.why, split.undone) == ("split", "ines", "another vote", True)
    assert (tuple(split.articles), tuple(split.others)) == ((articles[1].pk,), (articles[0].pk,))
    assert (again.by, again.undone, merge.undone) == ("odo", False, False)
    assert set(merge.others) == {articles[0].pk, articles[1].pk}


def test_what_the_index_merged_by_itself_is_no_decision_of_people():
    placed(BRIDGE, ORCHARD)
    kept, gone = Story.objects.order_by("pk")
    actions.merge(gone, kept, now=NOON, receipt={"score": 1.2})
    assert list(queries.decisions()) == []


def test_articles_move_to_another_story_and_back_whichever_part_of_it_is_undone():
    placed(BRIDGE, (BRIDGE[0], BRIDGE[1] + " (AP)"), BRIDGE_TOLD_AGAIN, ORCHARD)
    story, into = Story.objects.order_by("-articles")
    odd = Membership.objects.filter(story=story).order_by("pk").last().article_id
    before, later = state(), NOON
    for story_of_event in (story, into):
        moved = actions.move([odd], story, into, now=later, by="ines", note=Note("not the bridge"))
        assert moved == into
        assert Membership.objects.get(article=odd).story == into
        kept = [(one.kind, one.articles, one.why) for one in queries.decisions() if not one.undone][-2:]
        assert kept == [("split", (odd,), "not the bridge"), ("merged", (odd,), "not the bridge")]
        assert actions.undo(events_of(story_of_event.pk)[-1], now=later + timedelta(minutes=5), by="ines") == story
        assert state() == before
        later += timedelta(hours=1)


def test_all_articles_of_a_story_are_not_moved_and_nothing_is_left_half_done():
    placed(BRIDGE, ORCHARD)
    story, into = Story.objects.order_by("pk")
    before = state()
    with pytest.raises(Refused) as refused:
        actions.move([Membership.objects.get(story=story).article_id], story, into, now=NOON, by="ines", note=Note("x"))
    assert (refused.value.code, state()) == ("not_splittable", before)
