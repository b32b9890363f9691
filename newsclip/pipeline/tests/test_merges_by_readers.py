"""Readers merge and split stories where they weigh enough and grouping holds it possible; else a moderator decides."""

import pytest

from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.clips.models import Clip
from newsclip.community import queries as community
from newsclip.community.models import Action, Suggestion
from newsclip.community.ports import Order
from newsclip.community.tests.conftest import NOW, person
from newsclip.kernel.reasons import Refused
from newsclip.pipeline import contributions, story_moderation
from newsclip.ranking import actions as ranking
from newsclip.stories import actions as stories
from newsclip.stories.models import Membership, Relation, Story
from newsclip.stories.tests.invented import BRIDGE, BRIDGE_TOLD_AGAIN, ORCHARD, read_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    """Two stories of two events."""
    for hours, told in enumerate((BRIDGE, ORCHARD)):
        read_article(told, hours=hours)
    list(stories.place(index=MemoryStoryIndex(), now=NOW, limit=9))
    return list(Story.objects.order_by("pk"))


@pytest.fixture
def mara():
    return person("mara")


@pytest.fixture
def nils():
    return person("nils")


@pytest.fixture
def moderator():
    return person("orla", is_moderator=True)


def akin(two):
    """Grouping found an article of one near the other."""
    Relation.objects.create(story=two[0], other=two[1], score=-0.5)


def agree(idea, people):
    return [contributions.support(one, idea, now=NOW) for one in people]


def merge(two, by):
    return contributions.suggest(by, two[1], "merge", {"story": two[0].pk}, now=NOW)


def people(*names, **more):
    return [person(name, **more) for name in names]


def in_front(two):
    for story in two:
        clip = Clip.objects.create(
            story=story, slug=f"s{story.pk}", document={}, headline="A", published=NOW, updated=NOW
        )
        ranking.count(clip, now=NOW)


def test_three_sleepers_of_eight_days_merge_nothing(two):
    akin(two)
    sleepers = people("rolf", "sven", "tove", days=8, valued=0)
    assert agree(merge(two, sleepers[0]), sleepers[1:]) == [False, False]
    assert Suggestion.objects.get().state == "open"
    assert not Story.objects.exclude(merged_into=None).exists()


def test_two_people_whose_work_is_valued_merge_what_grouping_nearly_merged(two, mara):
    akin(two)
    assert agree(merge(two, mara), people("nils", "pia")) == [False, True]
    assert Story.objects.get(pk=two[1].pk).merged_into_id == two[0].pk


def test_what_readers_merged_stands_in_the_public_log_and_waits_for_a_look(two, mara):
    akin(two)
    agree(merge(two, mara), people("nils", "pia"))
    (entry,) = community.log()
    assert (entry.name, entry.kind, entry.key) == ("readers", "apply", str(two[1].pk))
    assert [(one.kind, one.key) for one in community.queue()] == [("story", str(two[1].pk))]


def test_stories_that_are_not_alike_are_for_a_moderator_however_many_agree(two, mara, moderator):
    idea = merge(two, mara)
    assert not any(agree(idea, people(*"abcdefgh")))
    assert not Story.objects.exclude(merged_into=None).exists()
    assert [one.pk for one in community.open_suggestions()] == [idea.pk]
    contributions.decide(moderator, idea, now=NOW)
    assert Story.objects.get(pk=two[1].pk).merged_into_id == two[0].pk
    assert list(community.open_suggestions()) == []


def test_of_the_front_page_a_moderator_decides(two, mara):
    akin(two)
    in_front(two)
    idea = merge(two, mara)
    assert not any(agree(idea, people("nils", "pia")))
    assert [one.pk for one in community.open_suggestions()] == [idea.pk]


def test_readers_do_not_undo_what_a_moderator_shaped(two, mara, moderator):
    akin(two)
    story_moderation.merge(moderator, two[1], two[0], why="One event.", now=NOW)
    event = two[1].events.get(kind="merged")
    story_moderation.undo(moderator, event, why="No, two.", now=NOW)
    idea = merge(two, mara)
    assert not any(agree(idea, people("nils", "pia")))
    assert [one.pk for one in community.open_suggestions()] == [idea.pk]
    assert not Story.objects.exclude(merged_into=None).exists()


def test_readers_take_no_article_out_of_a_story_that_it_surely_tells(mara):
    for hours, told in enumerate((BRIDGE, BRIDGE_TOLD_AGAIN)):
        read_article(told, hours=hours)
    list(stories.place(index=MemoryStoryIndex(), now=NOW, limit=9))
    story = Story.objects.get()
    later = Membership.objects.order_by("-pk").first().article_id
    idea = contributions.suggest(mara, story, "split", {"articles": [later]}, now=NOW)
    assert not any(agree(idea, people("nils", "pia")))
    assert Story.objects.count() == 1


def test_readers_take_an_article_out_where_grouping_was_in_doubt(mara, two):
    stories.merge(two[1], two[0], now=NOW, by="suggestion 1")
    moved = Membership.objects.order_by("-pk").first().article_id
    idea = contributions.suggest(mara, two[0], "split", {"articles": [moved]}, now=NOW)
    assert agree(idea, people("nils", "pia")) == [False, True]
    assert Story.objects.filter(merged_into=None).count() == 2


def test_a_merge_into_a_story_that_is_gone_is_refused_in_words(two, mara, nils):
    idea = merge(two, mara)
    Suggestion.objects.update(wanted={"story": 10**9})
    idea.refresh_from_db()
    pia = person("pia")
    contributions.support(nils, idea, now=NOW)
    with pytest.raises(Refused):
        contributions.support(pia, idea, now=NOW)


def test_the_log_of_what_readers_did_is_nobodys_to_appeal(two, mara):
    akin(two)
    agree(merge(two, mara), people("nils", "pia"))
    assert community.open_to_appeal(mara, Action.objects.all()) == frozenset()


def test_nothing_is_split_or_merged_whose_reason_the_log_does_not_take(moderator, two):
    with pytest.raises(Refused) as refused:
        story_moderation.merge(moderator, *two, why="\u202e", now=NOW)
    assert refused.value.code == "empty"
    assert Membership.objects.filter(story=two[0]).exists()


def merged(two):
    return Story.objects.exclude(merged_into=None).exists()


def mirrored(two, by):
    """The same merge, told from its other end."""
    return contributions.suggest(by, two[0], "merge", {"story": two[1].pk}, now=NOW)


def test_readers_do_not_merge_the_other_way_round_what_a_moderator_took_apart(two, mara, moderator):
    akin(two)
    friends = people("nils", "pia")
    waits = mirrored(two, person("ole"))
    idea = merge(two, mara)
    assert agree(idea, friends) == [False, True]
    contributions.undo(moderator, Suggestion.objects.get(pk=idea.pk), now=NOW)
    with pytest.raises(Refused, match="not allowed"):
        mirrored(two, mara)
    with pytest.raises(Refused, match="not allowed"):
        contributions.support(mara, waits, now=NOW)
    assert not merged(two)


@pytest.mark.parametrize("again", [merge, mirrored])
def test_readers_do_not_merge_what_a_moderator_refused_to(two, mara, moderator, again):
    akin(two)
    contributions.refuse(moderator, merge(two, mara), why="Two events.", now=NOW)
    with pytest.raises(Refused, match="not allowed"):
        again(two, person("nils"))
    assert contributions.suggest(moderator, two[1], "merge", {"story": two[0].pk}, now=NOW).state == "open"


def test_whatever_else_readers_want_of_stories_that_a_moderator_decided_about_waits_for_one(two, mara, moderator):
    akin(two)
    contributions.refuse(moderator, merge(two, mara), why="Two events.", now=NOW)
    third = Story.objects.create(started_at=NOW, last_at=NOW)
    Relation.objects.create(story=two[0], other=third, score=-0.5)
    idea = contributions.suggest(mara, third, "merge", {"story": two[0].pk}, now=NOW)
    assert not any(agree(idea, people("nils", "pia")))
    assert [one.pk for one in community.open_suggestions()] == [idea.pk]


def test_readers_do_not_split_what_a_moderator_merged_as_they_suggested(two, mara, moderator):
    moved = two[1].memberships.get().article_id
    contributions.decide(moderator, merge(two, mara), now=NOW)
    idea = contributions.suggest(mara, two[0], "split", {"articles": [moved]}, now=NOW)
    assert not any(agree(idea, people("nils", "pia")))
    assert [one.pk for one in community.open_suggestions()] == [idea.pk]


def test_what_was_undone_for_its_peoples_sake_others_carry_out_by_themselves(two, mara, moderator):
    akin(two)
    rolf, (nils, pia) = person("rolf"), people("nils", "pia")
    agree(merge(two, rolf), [nils, pia])
    contributions.act(moderator, Order("discount", "reader", str(rolf.pk), "It is one of a ring."), now=NOW)
    assert not merged(two)
    assert agree(merge(two, mara), [nils, pia]) == [False, True]


def test_a_discounted_accounts_open_suggestion_is_refused_and_may_be_made_by_others(two, mara, moderator):
    merge(two, mara)
    contributions.act(moderator, Order("discount", "reader", str(mara.pk), "It is one of a ring."), now=NOW)
    assert merge(two, person("nils")).state == "open"
