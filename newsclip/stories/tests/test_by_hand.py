"""What people decide about stories: done, logged, taken back, kept as labels."""

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
