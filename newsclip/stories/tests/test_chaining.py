"""Chains as they are stored: each story goes on from one at most, whatever comes late, is merged or taken down."""

from datetime import timedelta
from itertools import pairwise

import pytest

from newsclip.stories import actions, queries
from newsclip.stories.models import ChainLink, Membership, Story, StoryActor, StoryEvent, StoryProfile
from newsclip.stories.rules import chains
from newsclip.stories.tests.invented import BRIDGE, BRUECKE, NOON, read_article
from newsclip.stories.tests.invented_chains import FERRY_DEAL, FERRY_STRIKE, FERRY_VOTE, LEVY, RECOUNT, TRAM_STRIKE

pytestmark = pytest.mark.django_db
DAY = 24


def told(text, *, days):
    """The story of one article that came so many days after the first Monday."""
    article, at = read_article(text, hours=days * DAY), NOON + timedelta(days=days)
    story = Story.objects.create(started_at=at, last_at=at, articles=1, reports=1, language="en", key=str(article.pk))
    Membership.objects.create(article=article, story=story, revision=1, report=1, at=at)
    StoryEvent.objects.create(story=story, at=at, kind="started")
    return story


def settled(days=90):
    for _ in range(3):
        list(actions.chain(queries.to_chain(), now=NOON + timedelta(days=days)))
    assert not queries.to_chain()


def links():
    return set(ChainLink.objects.values_list("earlier", "later"))


@pytest.fixture
def strike():
    return told(FERRY_STRIKE, days=0)


@pytest.fixture
def deal():
    return told(FERRY_DEAL, days=17)


@pytest.fixture
def vote():
    return told(FERRY_VOTE, days=33)


def test_a_chain_reads_the_same_from_each_of_its_stories(strike, deal, vote):
    told(TRAM_STRIKE, days=12)
    settled()
    assert links() == {(strike.pk, deal.pk), (deal.pk, vote.pk)}
    found = queries.chain_of(deal.pk)
    assert [one.story for one in found.earlier] == [strike.pk]
    assert [one.story for one in found.later] == [vote.pk]
    assert "Dora Quist" in found.earlier[0].shared
    for story in (strike, deal, vote):
        assert queries.whole_chain(story.pk) == [strike.pk, deal.pk, vote.pk]


@pytest.mark.parametrize("late", [False, True], ids=["in order", "the earlier one comes late"])
def test_what_refers_back_to_the_day_before_goes_on_from_it(late):
    for text, days in sorted([(RECOUNT, 0), (LEVY, 0.7)], key=lambda one: one[1], reverse=late):
        told(text, days=days)
        settled(days=1)
    before, after = Story.objects.order_by("started_at")
    assert links() == {(before.pk, after.pk)}


def test_a_long_chain_is_one_from_its_first_story_to_its_last(django_assert_num_queries):
    made = [Story.objects.create(started_at=NOON + timedelta(days=day), last_at=NOON) for day in range(40)]
    for earlier, later in pairwise(made):
        ChainLink.objects.create(earlier=earlier, later=later, score=0.5, shared=[], at=NOON)
    for story in (made[0], made[20], made[-1]):
        with django_assert_num_queries(1):
            assert queries.whole_chain(story.pk) == [one.pk for one in made]


def test_what_comes_late_takes_its_place_between(strike, vote):
    settled()
    assert links() == {(strike.pk, vote.pk)}
    deal = told(FERRY_DEAL, days=17)
    settled()
    assert links() == {(strike.pk, deal.pk), (deal.pk, vote.pk)}


def test_a_story_of_several_languages_is_compared_by_the_words_of_one(strike):
    abroad = read_article(BRUECKE, hours=1, language="de")
    Membership.objects.create(article=abroad, story=strike, revision=1, report=2, at=NOON, language="de")
    settled()
    assert set(StoryProfile.objects.get().words) == set(chains.profile([FERRY_STRIKE], "en").words)
    Membership.objects.exclude(article=abroad).delete()
    Story.objects.update(chained_version=0)
    settled()
    assert StoryProfile.objects.get().language == "de"


def test_looking_again_changes_nothing_and_tells_nobody(strike, deal):
    settled()
    ChainLink.objects.update(told=True)
    Story.objects.update(chained_version=0)
    settled()
    assert links() == {(strike.pk, deal.pk)}
    assert ChainLink.objects.get().told


def test_a_story_of_the_same_matter_a_year_later_begins_a_chain_of_its_own(strike):
    told(FERRY_DEAL, days=380)
    settled(days=381)
    assert links() == set()


def test_a_merged_story_s_place_is_the_other_s(strike, deal, vote):
    settled()
    other = told(BRIDGE, days=17)
    actions.merge(deal, other, now=NOON)
    settled()
    assert (strike.pk, other.pk) in links()
    assert deal.pk not in {pk for pair in links() for pk in pair}
    event = Story.objects.get(pk=deal.pk).events.filter(kind="merged").latest("pk")
    actions.undo(event, now=NOON, by="ines")
    settled()
    assert links() == {(strike.pk, deal.pk), (deal.pk, vote.pk)}


def test_a_part_that_is_split_off_takes_its_own_place(strike, vote):
    mixed = told(BRIDGE, days=17)
    deal = told(FERRY_DEAL, days=17)
    article = Membership.objects.get(story=deal).article_id
    actions.merge(deal, mixed, now=NOON)
    apart = actions.split([article], mixed, now=NOON)
    settled()
    assert links() == {(strike.pk, apart.pk), (apart.pk, vote.pk)}


def test_a_takedown_leaves_no_word_of_it_in_a_chain(strike, deal, vote):
    settled()
    numbers = list(Membership.objects.filter(story=deal).values_list("article_id", flat=True))
    actions.leave(numbers, why="asked", now=NOON)
    actions.forget_words({deal.pk})
    for model in (StoryProfile, StoryActor):
        assert not model.objects.filter(story=deal).exists()
    assert not links()
    settled()
    assert links() == {(strike.pk, vote.pk)}


def test_a_name_becomes_wide_when_many_stories_have_it(strike):
    settled()
    StoryActor.objects.bulk_create(
        StoryActor(story=strike, key=key, name=key, counts=1, leads=False, opens=True, at=NOON + timedelta(days=5))
        for key in chains.profile([FERRY_DEAL], "en").actors
        for _ in range(chains.NARROW)
    )
    told(FERRY_DEAL, days=17)
    settled()
    assert links() == set()


def test_old_stories_are_passed_over(strike, deal):
    settled(days=300)
    assert not StoryProfile.objects.exists()
    assert links() == set()


def test_the_work_for_a_story_is_bounded(strike, deal, django_assert_max_num_queries):
    settled()
    Story.objects.filter(pk=deal.pk).update(chained_version=0)
    with django_assert_max_num_queries(60):
        list(actions.chain(queries.to_chain(), now=NOON))
