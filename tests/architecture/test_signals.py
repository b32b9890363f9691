"""Nothing that counts is free: what readers give is named here, and either is weighed or moves nothing of others."""

from datetime import timedelta

import pytest
from django.apps import apps

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community import actions, queries
from newsclip.community.models import Flag, Submission, Topic
from newsclip.community.tests.conftest import NOW, person
from newsclip.pipeline import contributions
from newsclip.pipeline.journey import weigh_votes
from newsclip.ranking import actions as ranking
from newsclip.ranking.models import Standing
from newsclip.ranking.queries import find_story_trends, front_page_now, to_count
from newsclip.sources.actions import submission
from newsclip.sources.models import Publisher
from newsclip.stories.models import Membership, Relation, Story
from newsclip.stories.tests.invented import ORCHARD, read_article

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

# Tables of what readers do, and what each moves by the weight of the account (rules.account_weight).
WEIGHED = {
    "vote": "a story's place, what trends",
    "comment": "a story's place, what trends",
    "reading": "a story's place",
    "commentvote": "a comment's place, what its author weighs",
    "support": "whether a suggestion is carried out",
    "flag": "a matter's place in the moderators' queue",
    "submission": "a story's place, as a report",
}
# What moves nothing that others see, or waits for somebody of weight; bounded by the day or in number.
MOVES_NOTHING = {
    "follow": "one's own page", "mute": "one's own page", "collection": "itself", "notice": "told to its reader",
    "subscription": "told to its reader", "suggestion": "waits for supports",
    "sourcesuggestion": "a moderator decides",
    "challenge": "the verifier decides", "appeal": "a moderator decides", "action": "by moderators alone",
}  # fmt: skip


def test_every_table_of_what_readers_do_is_weighed_or_moves_nothing():
    of_readers = {
        model._meta.model_name
        for model in apps.get_app_config("community").get_models()
        if any(field.related_model is Reader for field in model._meta.concrete_fields)
    }
    assert of_readers == {*WEIGHED, *MOVES_NOTHING}
    columns = {name for name in WEIGHED if hasattr(apps.get_model("community", name), "weight")}
    assert columns == {*WEIGHED} - {"reading", "submission"}, "these are weighed where they are counted"


@pytest.fixture
def site():
    """Twelve stories told by two publishers each; the last one hardly stands anywhere any more."""
    clips = []
    for number in range(12):
        told = NOW - timedelta(hours=2 * number)
        story = Story.objects.create(started_at=told, last_at=told)
        for report in (1, 2):
            article = read_article((f"{ORCHARD[0]} {number} {report}", ORCHARD[1]))
            type(article).objects.filter(pk=article.pk).update(published=told, found_at=told)
            Membership.objects.create(article_id=article.pk, story=story, revision=1, report=report, at=told)
        clips.append(
            Clip.objects.create(
                story=story, slug=f"s{number}", document={}, headline=f"{number}", published=told, updated=told
            )
        )
    return clips


def settle():
    """What the worker does next."""
    list(weigh_votes(None, NOW))
    for clip in to_count(limit=50):
        ranking.count(clip, now=NOW)


def give(kind, reader, clip, said, idea, number):
    match kind:
        case "vote":
            actions.vote(reader, clip.story_id, now=NOW)
        case "comment":
            actions.comment(reader, clip.story_id, f"Number {number}.", now=NOW)
        case "reading":
            actions.remember_reading(reader, clip, now=NOW)
        case "commentvote":
            actions.vote_on_comment(reader, said, -1, now=NOW)
        case "support":
            contributions.support(reader, idea, now=NOW)
        case "flag":
            actions.flag(reader, "story", str(clip.story_id), Flag.Reason.SPAM, now=NOW)
        case "follow":
            actions.follow(reader, Topic.STORY, str(clip.story_id), now=NOW)
        case _:
            actions.collect(reader, actions.make_collection(reader, "Mine", now=NOW), clip.story_id, now=NOW)


def bring(reader, clip, number):
    """The reader submits a link of a site of their own, and its article becomes one more report of the story."""
    article = read_article((f"{ORCHARD[0]} by {number}", ORCHARD[1]))
    site = Publisher.objects.create(domain=f"site{number}.example", name=f"Site {number}")
    found = {"source": submission(NOW), "publisher": site, "published": NOW, "found_at": NOW}
    type(article).objects.filter(pk=article.pk).update(**found)
    Submission.objects.create(reader=reader, url=article.url, article=article, at=NOW, code="submitted")
    Membership.objects.create(article_id=article.pk, story=clip.story, revision=1, report=3 + number, at=NOW)


def seen():
    """What others see: the first of the front page, what trends, which stories there are."""
    settle()
    return {
        "front page": [one.clip.pk for one in front_page_now(NOW)][:8],
        "trends": [one.story_id for one in find_story_trends(now=NOW)],
        "stories": list(Story.objects.filter(merged_into=None).order_by("pk").values_list("pk", flat=True)),
    }


@pytest.mark.parametrize("kind", [*WEIGHED, "follow", "collection"])
def test_what_twelve_accounts_of_the_first_days_give_moves_nothing(site, kind):
    """For whichever signal it is, given to the story that stands last. Those who agree are as old as they must be."""
    mara, nils = person("mara"), person("nils")
    talked_of = site[5].story_id
    first = actions.comment(mara, talked_of, "I was aboard.", now=NOW)
    second = actions.comment(nils, talked_of, "So was I.", now=NOW + timedelta(minutes=1))
    Relation.objects.create(story=site[0].story, other=site[-1].story, score=0.0)
    idea = contributions.suggest(mara, site[-1].story, "merge", {"story": site[0].story_id}, now=NOW)
    actions.flag(mara, "comment", str(second.pk), Flag.Reason.ABUSE, now=NOW + timedelta(minutes=1))
    before = seen()
    for number in range(12):
        reader = person(f"new{number}", days=8 if kind == "support" else 0, valued=0)
        if kind == "submission":
            bring(reader, site[-1], number)
        else:
            give(kind, reader, site[-1], first, idea, number)
    after = seen()
    assert after == before
    assert [one.id for one in queries.thread(talked_of, now=NOW)] == [first.pk, second.pk]
    assert (queries.queue()[0].kind, queries.queue()[0].key) == ("comment", str(second.pk))
    assert Standing.objects.get(clip=site[-1]).total < 2.2, "two reports, and next to nothing"


def test_the_same_of_known_people_moves_much(site):
    """Else the test above would say nothing."""
    before = seen()
    for number in range(12):
        give("vote", person(f"known{number}"), site[-1], None, None, number)
    assert seen()["front page"][0] == site[-1].pk != before["front page"][0]
