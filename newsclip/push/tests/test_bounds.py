"""A turn tells so much and no more; the next one goes on."""

import pytest

from newsclip.accounts.models import Reader
from newsclip.clips.models import ClipVersion, Correction
from newsclip.community.models import Collected, Collection, Comment, Notice, Submission, Subscription, Suggestion
from newsclip.push import topics
from newsclip.push.news import news_for
from newsclip.push.tests.told import LATER, NOW, ferry
from newsclip.stories.models import Membership, Story
from newsclip.web.tests.factories import reasons

pytestmark = pytest.mark.django_db
MANY = range(2, 520)


@pytest.mark.slow
@pytest.mark.parametrize("event", ["clip", "correction", "notice"])
def test_a_turn_tells_five_hundred_of_a_kind(mara, event):
    clip, to = ferry(), Subscription(kind="webhook", reader=mara, events=[event], made_at=NOW, seen_at=NOW)
    small = {"headline": {"text": "Aground"}, "category": "General", "hashtags": []}
    put_right = {"kind": "revised", "reasons": reasons("clip_restored")}
    made = {
        "clip": lambda n: ClipVersion(clip=clip, version=n, document=small, reasons=[], at=LATER),
        "correction": lambda n: Correction(clip=clip, version=n, at=LATER, **put_right),
        "notice": lambda n: Notice(reader=mara, kind="fact", words="New.", key=f"fact {n}", at=LATER),
    }
    rows = [made[event](n) for n in MANY]
    type(rows[0]).objects.bulk_create(rows)
    assert len(list(news_for(to, now=LATER))) == 500


def test_feeds_that_changed_are_found_among_so_many(mara):
    clip = ferry()
    ClipVersion.objects.all().delete()
    told = {"category": "General", "sources": []}
    ClipVersion.objects.bulk_create(
        ClipVersion(clip=clip, version=n, document=told | {"hashtags": [f"#t{n}"]}, at=LATER) for n in MANY
    )
    stories = Story.objects.bulk_create(Story(**(copied(clip.story) | {"key": f"k{n}"})) for n in MANY)
    idea = {"reader": mara, "kind": "headline", "wanted": {}, "at": NOW, "decided_at": LATER}
    Suggestion.objects.bulk_create(Suggestion(story=story, **idea) for story in stories)
    found = topics.changed(NOW, LATER)
    assert sum(place.startswith("tag/") for place in found) == 500
    assert sum(place.endswith("/suggestions/") for place in found) == 500


def test_what_people_said_last_is_looked_through_alone(mara):
    old = Comment.objects.create(story=ferry().story, reader=mara, text="I was aboard.", at=LATER)
    other = Reader.objects.create(username="nils")
    Comment.objects.bulk_create(Comment(story=old.story, reader=other, text="Aye.", at=LATER) for _ in MANY)
    assert {"u/nils/", "discussions/"} <= set(found := topics.changed(NOW, LATER))
    assert "u/mara/" not in found


def test_places_of_feeds_are_written_in_plain_letters():
    clip, reader = ferry(), Reader.objects.create(username="jörg")
    article = Membership.objects.filter(story=clip.story).first().article
    Submission.objects.create(reader=reader, url="https://a.example/1", article=article, at=NOW)
    document = clip.document | {"hashtags": ["#Straße"], "sources": [{"domain": "fähre.example"}]}
    ClipVersion.objects.update(document=document)
    Comment.objects.create(story=clip.story, reader=reader, text="Aye.", at=LATER)
    kept = Collection.objects.create(reader=reader, title="Ferries", slug="ferries", public=True, made_at=NOW)
    Collected.objects.create(collection=kept, story=clip.story, at=LATER)
    wanted = {"tag/stra%C3%9Fe/", "source/f%C3%A4hre.example/", "u/j%C3%B6rg/", "u/j%C3%B6rg/links/"}
    assert wanted | {f"collections/j%C3%B6rg/{slug}" for slug in ("", "ferries/")} <= set(topics.changed(NOW, LATER))


def copied(row) -> dict[str, object]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if field.attname != "id"}
