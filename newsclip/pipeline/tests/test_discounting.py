"""One action of a moderator takes back all that an account moved, and another lets it count again."""

from itertools import batched

import pytest

from newsclip.accounts.models import Reader
from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.community import actions, queries
from newsclip.community.models import Action, Comment, Suggestion, Support, Vote
from newsclip.community.ports import Order
from newsclip.community.tests.conftest import NOW, person
from newsclip.kernel.reasons import Refused
from newsclip.pipeline import contributions
from newsclip.pipeline.journey import weigh_votes
from newsclip.stories import actions as stories
from newsclip.stories.models import Relation, Story
from newsclip.stories.tests.invented import BRIDGE, ORCHARD, PONT, PUENTE, read_article
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def orla():
    return person("orla", is_moderator=True)


def decide(orla, kind, whom):
    return contributions.act(orla, Order(kind, "reader", str(whom.pk), "It is one of a ring."), now=NOW)


def weigh():
    list(weigh_votes(None, NOW))


def a_story():
    return Story.objects.create(started_at=NOW, last_at=NOW)


def test_what_an_account_did_counts_no_more_and_counts_again(orla):
    story, rolf, said = a_story(), person("rolf"), None
    said = actions.comment(orla, story.pk, "I was aboard.", now=NOW)
    actions.vote(rolf, story.pk, now=NOW)
    actions.comment(rolf, story.pk, "Great!", now=NOW)
    actions.vote_on_comment(rolf, said, 1, now=NOW)
    weigh()
    for kind, weight in (("discount", 0.0), ("count", 1.0)):
        decide(orla, kind, rolf)
        weigh()
        assert Vote.objects.get().weight == weight
        assert Comment.objects.get(reader=rolf).weight == weight
        assert Comment.objects.get(pk=said.pk).score == weight
        assert Reader.objects.get(pk=orla.pk).valued == weight


def test_what_it_suggested_or_agreed_with_is_undone_in_the_public_log(orla):
    rolf, mara = person("rolf"), person("mara")
    merged = []
    for hours, told in enumerate((BRIDGE, ORCHARD, PONT, PUENTE)):
        read_article(told, hours=hours)
    list(stories.place(index=MemoryStoryIndex(), now=NOW, limit=9))
    placed = list(Story.objects.order_by("pk"))
    for author, (story, into) in zip((mara, rolf), batched(placed, 2, strict=True), strict=True):
        Relation.objects.create(story=story, other=into, score=0.0)
        idea = contributions.suggest(author, story, "merge", {"story": into.pk}, now=NOW)
        for one in (rolf, mara, *(person(f"{author.username}{n}") for n in range(2))):
            if one != author and Suggestion.objects.get(pk=idea.pk).state == "open":
                contributions.support(one, idea, now=NOW)
        merged.append(story.pk)
    assert Story.objects.filter(pk__in=merged, merged_into=None).count() == 0
    decide(orla, "discount", rolf)
    assert Story.objects.filter(pk__in=merged, merged_into=None).count() == 2
    assert Action.objects.filter(kind="undo", name="orla").count() == 2


def carried_out(author, *people):
    """A headline that somebody suggested, and so many agree with until it is carried out."""
    clip = factories.ferry()
    idea = contributions.suggest(author, clip.story, "headline", {"headline": clip.headline}, now=NOW)
    for one in people:
        contributions.support(one, Suggestion.objects.get(pk=idea.pk), now=NOW)
    return idea


def state_of(idea):
    return Suggestion.objects.get(pk=idea.pk).state


def light(name):
    """Two of these agree as much as one who counts in full."""
    return person(name, valued=0)


def test_what_enough_others_agreed_with_stays_and_goes_with_the_last_of_them(orla):
    rolf, *others = [light(name) for name in ("rolf", "ole", "pia", "tom")]
    idea = carried_out(person("mara"), rolf, *others)
    Support.objects.create(suggestion=idea, reader=person("nils"), weight=0.5, at=NOW)
    decide(orla, "discount", rolf)
    assert state_of(idea) == "applied"
    decide(orla, "discount", others[0])
    assert state_of(idea) == "undone", "three halves are not two"


def test_its_own_is_undone_by_one_click_and_others_may_suggest_the_same(orla):
    rolf, nils = person("rolf"), person("nils")
    idea = carried_out(rolf, person("ole"), person("pia"))
    assert state_of(idea) == "applied"
    decide(orla, "discount", rolf)
    assert state_of(idea) == "undone"
    again = contributions.suggest(nils, idea.story, "headline", idea.wanted, now=NOW)
    assert (again.state, again.reader) == ("open", nils)


def test_what_a_moderator_took_back_for_its_own_sake_is_not_suggested_again(orla):
    idea = carried_out(person("rolf"), person("ole"), person("pia"))
    contributions.undo(orla, Suggestion.objects.get(pk=idea.pk), now=NOW)
    with pytest.raises(Refused, match="before"):
        contributions.suggest(person("nils"), idea.story, "headline", idea.wanted, now=NOW)


def test_what_a_moderator_carried_out_is_that_moderators_decision(orla):
    rolf = person("rolf")
    idea = carried_out(rolf)
    contributions.decide(orla, idea, now=NOW)
    decide(orla, "discount", rolf)
    assert state_of(idea) == "applied"


def test_its_open_suggestions_are_refused(orla):
    rolf, story = person("rolf"), a_story()
    contributions.suggest(rolf, story, "merge", {"story": a_story().pk}, now=NOW)
    decide(orla, "discount", rolf)
    assert Suggestion.objects.get().state == "refused"


def test_a_discounted_account_moves_nothing_from_then_on(orla):
    rolf, story = person("rolf"), a_story()
    decide(orla, "discount", rolf)
    actions.vote(rolf, story.pk, now=NOW)
    weigh()
    assert Vote.objects.get().weight == 0.0
    assert "count" in queries.possible("reader", str(rolf.pk), now=NOW)


@pytest.mark.parametrize("whom", ["staff", "orla"])
def test_nobody_discounts_staff_or_themselves(orla, whom):
    people = {"staff": person("sven", is_staff=True), "orla": orla}
    with pytest.raises(Refused):
        decide(orla, "discount", people[whom])


def test_what_counts_is_not_counted_again_by_mistake(orla):
    with pytest.raises(Refused):
        decide(orla, "count", person("rolf"))
