"""What an account suggests earns it what those weigh who agreed, each once: nobody makes themselves valued."""

import pytest

from newsclip.accounts.models import Reader
from newsclip.community.models import Suggestion
from newsclip.community.tests.conftest import NOW, person
from newsclip.pipeline import contributions
from newsclip.pipeline.tests.test_discounting import carried_out, light
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


def valued(reader: Reader) -> float:
    return Reader.objects.values_list("valued", flat=True).get(pk=reader.pk)


def tags(author: Reader, clip, *tags: str) -> Suggestion:
    return contributions.suggest(author, clip.story, "hashtags", {"hashtags": list(tags)}, now=NOW)


def agree(idea: Suggestion, *people: Reader) -> None:
    for one in people:
        if Suggestion.objects.get(pk=idea.pk).state == "open":
            contributions.support(one, idea, now=NOW)


def test_hashtags_that_the_same_friends_agree_with_each_time_earn_what_they_weigh_once() -> None:
    rolf, clip = light("rolf"), factories.ferry()
    friends = [light(f"friend{number}") for number in range(4)]
    for tag in ("Ferry", "Lifeboat", "Coastguard"):
        agree(tags(rolf, clip, tag), *friends)
    assert Suggestion.objects.filter(state="applied").count() == 3
    assert valued(rolf) == pytest.approx(2.0)


def test_who_no_longer_counts_valued_nothing() -> None:
    rolf, nils, pia = light("rolf"), person("nils"), person("pia")
    carried_out(rolf, nils, pia)
    assert valued(rolf) == 2.0
    Reader.objects.filter(pk=nils.pk).update(counts=False)
    agree(tags(rolf, factories.ferry(1), "Lifeboat"), pia, person("ole"))
    assert valued(rolf) == 2.0, "of pia and ole"


def test_a_moderator_who_carries_a_suggestion_out_values_it_as_one_and_not_their_own() -> None:
    orla, rolf, clip = person("orla", is_moderator=True, valued=0), light("rolf"), factories.ferry()
    for theirs, own in (("Ferry", "Coastguard"), ("Lifeboat", "Passengers")):
        contributions.decide(orla, tags(rolf, clip, theirs), now=NOW)
        contributions.decide(orla, tags(orla, clip, own), now=NOW)
    assert (valued(rolf), valued(orla)) == (1.0, 0.0)


def test_what_is_taken_back_is_valued_no_more() -> None:
    rolf = light("rolf")
    idea = carried_out(rolf, person("nils"), person("pia"))
    contributions.undo(person("orla", is_moderator=True), Suggestion.objects.get(pk=idea.pk), now=NOW)
    assert valued(rolf) == 0.0
