from datetime import timedelta

import pytest

from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.kernel.reasons import Refused
from newsclip.stories import actions, queries
from newsclip.stories.models import Grouper, Membership, Story, StoryEvent
from newsclip.stories.rules import scoring
from newsclip.stories.tests.invented import (
    BRIDGE,
    BRIDGE_TOLD_AGAIN,
    NOON,
    ORCHARD,
    events_of,
    live,
    read_article,
    revise,
    words,
)

pytestmark = pytest.mark.django_db


def place(index=None, now=NOON, limit=50):
    return list(actions.place(index=index or MemoryStoryIndex(), now=now, limit=limit))


def stories_of(*articles):
    return [Membership.objects.get(article=article).story_id for article in articles]


def test_two_tellings_of_one_event_share_a_story_and_another_event_does_not():
    bridge, again, orchard = read_article(BRIDGE), read_article(BRIDGE_TOLD_AGAIN, hours=2), read_article(ORCHARD)
    assert {result.code for result in place()} == {"placed"}
    first, second, third = stories_of(bridge, again, orchard)
    assert first == second != third
    assert queries.members(first).reports == 2


def test_it_joins_the_story_that_it_fits_best_though_an_article_of_another_is_nearer():
    held = [{"ferry": 10, "pear": 10}, *({"crew": 14, name: 6} for name in ("dock", "lock", "rope"))]
    near, *best = [read_article(("", words(**counts))) for counts in held]
    told = read_article(("", words(ferry=10, crew=10)))
    place()
    assert set(stories_of(*best, told)) == set(stories_of(told)) != set(stories_of(near))


def test_a_wire_copy_adds_an_article_but_no_report():
    bridge, copy = read_article(BRIDGE), read_article((BRIDGE[0], BRIDGE[1] + " (AP)"), hours=1)
    place()
    members = queries.members(stories_of(bridge)[0])
    assert (len(members.members), members.reports) == (2, 1)
    assert members.members[1].copy_of == bridge.pk
    assert members.members[1].article_id == copy.pk


def test_every_placement_is_explained_and_logged():
    read_article(BRIDGE)
    again = read_article(BRIDGE_TOLD_AGAIN, hours=2)
    place()
    member = Membership.objects.get(article=again)
    assert member.receipt["score"] == pytest.approx(sum(member.receipt["parts"].values()), abs=0.01)
    assert member.receipt["joined"]
    assert "ostrava" in member.receipt["shared"]
    assert [event.kind for event in events_of(member.story_id)] == ["started", "joined"]


def test_placing_again_changes_nothing():
    read_article(BRIDGE)
    index = MemoryStoryIndex()
    place(index)
    assert place(index) == []
    assert place() == []
    assert StoryEvent.objects.count() == 1


def test_a_late_revision_raises_the_storys_version():
    article = read_article(BRIDGE)
    index = MemoryStoryIndex()
    place(index)
    before = queries.members(stories_of(article)[0]).version
    revise(article, (BRIDGE[0], BRIDGE[1] + " The vote was put off."))
    assert [result.code for result in place(index)] == ["revised"]
    after = queries.members(stories_of(article)[0])
    assert (after.version, after.members[0].revision) == (before + 1, 2)


def test_each_new_article_raises_the_storys_version():
    article = read_article(BRIDGE)
    place()
    assert queries.story(stories_of(article)[0]).version == 1
    read_article(BRIDGE_TOLD_AGAIN)
    place()
    assert queries.story(stories_of(article)[0]).version == 2


def test_two_processes_with_their_own_indexes_agree():
    mine, yours = MemoryStoryIndex(), MemoryStoryIndex()
    bridge = read_article(BRIDGE)
    place(mine)
    orchard = read_article(ORCHARD, hours=1)
    place(yours)
    again = read_article(BRIDGE_TOLD_AGAIN, hours=2)
    place(mine)
    hail = read_article((ORCHARD[0], ORCHARD[1] + " Bees were spared."), hours=3)
    place(yours)
    assert stories_of(again, hail) == stories_of(bridge, orchard)


def test_while_another_process_has_its_turn_nothing_is_placed():
    read_article(BRIDGE)
    Grouper.objects.create(pk=1, leased_until=NOON + timedelta(minutes=1))
    assert place() == []
    assert len(place(now=NOON + timedelta(minutes=2))) == 1


def test_a_process_that_has_to_fill_its_index_first_keeps_its_turn_meanwhile():
    passed = [0.0]

    class Slow(MemoryStoryIndex):
        def remember(self, incoming, *, story, report):
            passed[0] += 25
            super().remember(incoming, story=story, report=report)

    read_article(BRIDGE)
    read_article(ORCHARD)
    place()
    waiting = [read_article(ORCHARD, hours=hours) for hours in (1, 2)]
    filling = actions.place(index=Slow(), now=NOON, limit=50, elapsed=lambda: passed[0])
    assert next(filling).article_id == waiting[0].pk
    assert place(now=NOON + timedelta(seconds=90)) == []
    assert [result.article_id for result in filling] == [waiting[1].pk]


def test_where_nothing_waits_no_turn_is_taken():
    place()
    assert not Grouper.objects.exists()


def test_a_late_process_whose_turn_was_taken_over_stops():
    for hours in range(3):
        read_article(ORCHARD, hours=hours)
    late = actions.place(index=MemoryStoryIndex(), now=NOON, limit=50)
    next(late)
    assert len(place(now=NOON + timedelta(days=1))) == 2
    assert list(late) == []
    assert Membership.objects.count() == 3


def test_a_process_that_stops_halfway_is_gone_on_with():
    for hours in range(3):
        read_article(ORCHARD, hours=hours)
    stopped = actions.place(index=MemoryStoryIndex(), now=NOON, limit=50)
    next(stopped)
    stopped.close()
    assert len(place()) == 2
    assert Story.objects.get().articles == 3


def test_the_oldest_article_is_placed_first_whatever_the_order_of_arrival():
    late, early = read_article(BRIDGE_TOLD_AGAIN, hours=5), read_article(BRIDGE, hours=1)
    assert [result.article_id for result in place()] == [early.pk, late.pk]
    story = Story.objects.get()
    assert (story.started_at, story.last_at) == (NOON + timedelta(hours=1), NOON + timedelta(hours=5))


def test_an_undated_article_is_placed_by_its_words():
    bridge, undated = read_article(BRIDGE), read_article(BRIDGE_TOLD_AGAIN, hours=None)
    place()
    assert stories_of(bridge) == stories_of(undated)


def test_merging_moves_all_articles_and_the_old_story_leads_on():
    bridge, orchard = read_article(BRIDGE), read_article(ORCHARD)
    place()
    kept, gone = (Story.objects.get(pk=pk) for pk in stories_of(bridge, orchard))
    actions.merge(gone, kept, now=NOON, by="ines")
    actions.merge(gone, kept, now=NOON)
    assert queries.story(gone.pk) == kept
    assert (queries.members(gone.pk).reports, queries.story(kept.pk).version) == (2, 2)
    assert list(live()) == [kept]


def test_a_merge_can_be_taken_back():
    bridge, orchard = read_article(BRIDGE), read_article(ORCHARD)
    place()
    kept, gone = (Story.objects.get(pk=pk) for pk in stories_of(bridge, orchard))
    actions.merge(gone, kept, now=NOON)
    moved = events_of(gone.pk)[-1].detail["articles"]
    actions.split(moved, kept, now=NOON, revive=gone)
    assert stories_of(bridge, orchard) == [kept.pk, gone.pk]
    assert queries.story(gone.pk).pk == gone.pk


def test_a_split_gives_the_articles_a_story_of_their_own_that_later_ones_find():
    index = MemoryStoryIndex()
    bridge, again = read_article(BRIDGE), read_article(BRIDGE_TOLD_AGAIN, hours=2)
    place(index)
    apart = actions.split([again.pk], Story.objects.get(), now=NOON)
    third = read_article((BRIDGE_TOLD_AGAIN[0], BRIDGE_TOLD_AGAIN[1] + " Buses follow."), hours=3)
    place(index)
    assert stories_of(again, third) == [apart.pk, apart.pk]
    assert stories_of(bridge) != [apart.pk]


def test_a_split_of_everything_is_refused():
    bridge = read_article(BRIDGE)
    place()
    with pytest.raises(Refused) as refused:
        actions.split([bridge.pk], Story.objects.get(), now=NOON)
    assert refused.value.code == "not_splittable"


def test_a_story_falls_quiet_after_two_days_without_news():
    read_article(BRIDGE)
    place()
    assert actions.age_phases(NOON + timedelta(days=1)) == 0
    assert actions.age_phases(NOON + timedelta(days=2)) == 1
    assert actions.age_phases(NOON + timedelta(days=2)) == 0
    assert Story.objects.get().phase == Story.Phase.QUIET


def test_an_article_that_bridges_two_stories_merges_them_and_says_why():
    sides = place_two_sides(index := MemoryStoryIndex())
    assert live().count() == 2
    read_article(about(ferry=9, strike=9, harbour=6), hours=3)
    place(index)
    gone, kept = Story.objects.exclude(merged_into=None).get(), live().get()
    assert (queries.story(gone.pk), kept.articles, kept.reports) == (kept, 5, 5)
    assert set(stories_of(*sides)) == {kept.pk}
    assert [event.kind for event in events_of(kept.pk)][-2:] == ["merged", "joined"]
    receipt = events_of(gone.pk)[-1].detail["receipt"]
    assert receipt["score"] >= scoring.shipped().merging
    assert receipt["shared"][0].startswith("harbour")


def test_one_article_about_two_events_merges_nothing():
    read_article(about(ferry=24))
    read_article(about(strike=24))
    read_article(about(ferry=12, strike=12), hours=2)
    place()
    assert live().count() == 2


@pytest.mark.parametrize("restarted", [False, True])
def test_what_people_took_apart_is_not_merged_again(restarted):
    index = MemoryStoryIndex()
    sides = place_two_sides(index)
    read_article(about(ferry=9, strike=9, harbour=6), hours=3)
    place(index)
    actions.split([article.pk for article in sides[2:]], live().get(), now=NOON)
    read_article(about(ferry=9, strike=9, harbour=5), hours=4)
    place(MemoryStoryIndex() if restarted else index)
    assert live().count() == 2


def about(**words):
    """A text of so many words, invented ones, that belong to each of these."""
    return "", " ".join(f"{name}{chr(97 + n)}" for name, most in words.items() for n in range(most))


def place_two_sides(index):
    """Two stories of two articles each, whose second articles share words that the first did not have."""
    first = [read_article(about(ferry=24)), read_article(about(strike=24))]
    place(index)
    second = [read_article(about(ferry=12, harbour=12), hours=1), read_article(about(strike=12, harbour=12), hours=2)]
    place(index)
    return [first[0], second[0], first[1], second[1]]
