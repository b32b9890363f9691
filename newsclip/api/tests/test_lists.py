"""Everything that the site shows, for programs; and everything that a reader does there, for a reader's program."""

from datetime import timedelta

import pytest
from django.utils import timezone

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader, Token
from newsclip.api.tests.test_people import asks
from newsclip.clips.models import Clip, Correction
from newsclip.community import actions
from newsclip.community.models import Challenge, Collected, Collection, Comment, Flag, Mute, Suggestion
from newsclip.community.ports import Order
from newsclip.ranking import actions as ranking
from newsclip.ranking.models import Exploration, Slate, Standing, Trend
from newsclip.stories.models import Story
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def clip(now):
    found = factories.ferry(at=now - timedelta(minutes=5))
    ranking.count(found, now=now)
    return found


@pytest.fixture
def mara(now):
    return Reader.objects.create(username="mara", about="Ferries.", date_joined=now - timedelta(days=100))


@pytest.fixture
def nils(now):
    return Reader.objects.create(username="nils", is_moderator=True, date_joined=now - timedelta(days=100))


@pytest.fixture
def ask(client, mara, now):
    return asks(client, accounts.make_token(mara, "everything", Token.Scope.values, now=now))


@pytest.mark.parametrize(
    "path",
    [
        "/clips", "/clips?order=rising", "/newest", "/clips?order=top&period=week",
        "/categories/General/clips", "/hashtags/Sabine/clips", "/sources/ledger.example/clips",
    ],
)  # fmt: skip
def test_every_list_gives_its_clips(client, clip, path):
    (found,) = client.get(f"/api{path}").json()["clips"]
    assert (found["slug"], found["story"]) == (clip.slug, clip.story_id)


def test_the_day_has_its_edition_and_tomorrow_none(client, clip, now):
    (found,) = client.get(f"/api/editions/{clip.published:%Y-%m-%d}").json()["clips"]
    assert found["slug"] == clip.slug
    assert client.get(f"/api/editions/{now + timedelta(days=2):%Y-%m-%d}").status_code == 404
    assert client.get("/api/editions/0001-01-01").status_code == 404  # nothing comes before it


def test_trends_corrections_and_what_moderators_did_are_told(client, clip, nils, now):
    Trend.objects.create(key="sabine", name="Sabine", score=5, voices=4, usual=0.5, at=now)
    Correction.objects.create(
        clip=clip, version=2, kind="revised", reasons=factories.changed(clip, "212", "06.20"), at=now
    )
    actions.act(nils, Order("lock", "story", str(clip.story_id), "Enough."), now=now)
    assert client.get("/api/trending").json()["hashtags"] == [{"hashtag": "Sabine", "voices": 4, "usual": 0.5}]
    assert client.get("/api/corrections").json()[0]["reason"] == "Northern Ledger changed 212 to 06.20."
    assert client.get("/api/moderation").json()[0]["moderator"] == "nils"


def test_corrections_tell_a_program_nothing_of_publishers_that_its_owner_mutes(ask, client, clip, mara, now):
    before = [{"before": "Nine people were treated.", "after": ""}]
    for why, place in ((factories.changed(clip, "212", "06.20"), 1), (factories.reasons("article_joined"), 2)):
        Correction.objects.create(clip=clip, version=place, kind="revised", reasons=why, at=now, sentences=before)
    everybodys = client.get("/api/corrections").content.decode()
    assert ask("/corrections").content.decode() == everybodys
    actions.mute(mara, "source", "ledger.example", now=now)
    answer = ask("/corrections")
    joined, changed = answer.json()
    assert (changed["reason"], changed["sentences"]) == ("A publisher that you muted changed something.", [])
    assert changed["reasons"] == [{"code": "muted_publisher_changed", "params": {}}]
    assert joined["reasons"] == factories.reasons("article_joined")
    assert answer["Newsclip-Hidden"] == "source%20ledger.example"
    assert client.get("/api/corrections").content.decode() == everybodys


def test_only_mutes_that_hid_something_of_corrections_are_named(ask, clip, mara, now):
    row = Correction.objects.create(
        clip=clip, version=2, kind="revised", reasons=factories.reasons("article_joined"), at=now
    )
    for domain in ("ledger.example", "harbourtimes.example"):
        actions.mute(mara, "source", domain, now=now)
    assert "Newsclip-Hidden" not in ask("/corrections")
    Correction.objects.update(reasons=factories.changed(clip, "212", "06.20"))  # of the Northern Ledger
    assert ask("/corrections")["Newsclip-Hidden"] == "source%20ledger.example"
    Correction.objects.filter(pk=row.pk).update(sentences=[{"before": "Nine people were treated.", "after": ""}])
    assert ask("/corrections")["Newsclip-Hidden"] == "source%20harbourtimes.example, source%20ledger.example"


def test_a_clip_that_was_not_counted_yet_has_no_receipt(client, clip):
    Standing.objects.all().delete()
    assert client.get(f"/api/clips/{clip.slug}/receipt").status_code == 404


def test_a_clips_receipt_adds_up(client, clip):
    told = client.get(f"/api/clips/{clip.slug}/receipt").json()
    assert sum(told["parts"].values()) == pytest.approx(told["points"])
    assert client.get(f"/api/clips/{clip.slug}/versions").json()[0]["version"] == 1


def test_a_story_leads_to_its_clip_and_its_document(client, clip):
    told = client.get(f"/api/stories/{clip.story_id}").json()
    assert (told["clip"], told["articles"]) == (clip.slug, 3)
    assert told["document"].endswith(f"/s/{clip.story_id}.json")


def test_somebodys_page_holds_what_they_say_and_keep_in_public(client, clip, mara, now):
    actions.comment(mara, clip.story_id, "I was aboard.", now=now)
    actions.make_collection(mara, "Secret", now=now)
    kept = actions.make_collection(mara, "Ferries", now=now, public=True)
    actions.collect(mara, kept, clip.story_id, now=now)
    told = client.get("/api/people/mara").json()
    assert [one["slug"] for one in told["collections"]] == ["ferries"]
    (said,) = client.get("/api/people/mara/comments").json()
    assert (said["text"], said["html"].strip()) == ("I was aboard.", "<p>I was aboard.</p>")
    assert client.get("/api/people/mara/collections/ferries").json()["clips"][0]["slug"] == clip.slug
    assert client.get("/api/people/mara/collections/secret").status_code == 404


def test_ones_own_page_leaves_out_what_is_muted(ask, clip, mara):
    assert len(ask("/for-you").json()["clips"]) == 1
    assert ask("/mutes", {"kind": "word", "key": "ferry", "until": "2100-01-01T00:00:00"}).status_code == 204
    assert Mute.objects.get().until.year == 2100
    assert ask("/for-you").json()["clips"] == []
    assert ask("/following").json()[0]["key"] == "ferry"


def test_words_are_changed_and_taken_back(client, ask, clip, mara):
    number = ask(f"/stories/{clip.story_id}/comments", {"text": "I was aboard."}).json()["id"]
    answer = ask(f"/comments/{number}", method="patch", body={"text": "I was not."})
    assert answer.status_code == 204
    assert Comment.objects.get().text == "I was not."
    assert ask(f"/comments/{number}", method="delete").status_code == 204
    assert Comment.objects.get().state == "withdrawn"


def test_of_a_collection_the_thousand_kept_last_are_told(client, clip, mara, now):
    kept = actions.make_collection(mara, "Ferries", now=now, public=True)
    Collected.objects.create(collection=kept, story=clip.story, at=now)
    path, later = "/api/people/mara/collections/ferries", now + timedelta(seconds=1)
    stories = Story.objects.bulk_create(Story(started_at=now, last_at=now) for _ in range(1000))
    Collected.objects.bulk_create(Collected(collection=kept, story=one, at=later) for one in stories[1:])
    assert [one["slug"] for one in client.get(path).json()["clips"]] == [clip.slug]
    Collected.objects.create(collection=kept, story=stories[0], at=later)
    assert client.get(path).json()["clips"] == []


def test_collections_are_made_filled_and_dropped(ask, clip):
    assert ask("/collections", {"title": "Ferries", "public": True}).status_code == 201
    place = f"/collections/ferries/stories/{clip.story_id}"
    assert ask(place, method="put", body={"note": "for school"}).status_code == 204
    assert Collection.objects.get().collected.get().note == "for school"
    assert ask(place, method="delete").status_code == 204
    assert ask("/collections/ferries", method="delete").status_code == 204
    assert not Collection.objects.exists()


def test_suggestions_doubts_and_flags_come_in(ask, client, clip, nils, now):
    sentence = clip.document["headline"]["text"]
    split = {"kind": "split", "articles": [int(clip.document["sources"][0]["article"])]}
    assert ask(f"/stories/{clip.story_id}/suggestions", split).status_code == 201
    assert Suggestion.objects.get().kind == "split"
    assert client.get(f"/api/stories/{clip.story_id}/suggestions").json()[0]["kind"] == "split"
    assert ask(f"/clips/{clip.slug}/challenges", {"sentence": "It sank."}).status_code == 404
    assert ask(f"/clips/{clip.slug}/challenges", {"sentence": sentence}).status_code == 201
    assert Challenge.objects.get().decided_at
    assert ask(f"/clips/{clip.slug}/challenges", {"sentence": sentence, "why": "No."}).status_code == 201
    assert Flag.objects.get().words.endswith("No."), "a moderator reads it"
    Flag.objects.all().delete()
    said = actions.comment(nils, clip.story_id, "Buy here.", now=now)
    assert ask("/flags", {"kind": "comment", "key": said.pk, "reason": "spam"}).status_code == 204
    assert Flag.objects.get().reason == "spam"


def test_a_link_is_followed_to_its_clip(ask, clip):
    given = ask("/submissions", {"url": clip.document["sources"][0]["url"]}).json()
    assert ask(f"/submissions/{given['id']}").json()["slug"] == clip.slug


def test_a_refusal_has_one_form_whatever_was_wrong(ask, client):
    for answer in (
        ask("/stories/999/vote", {"value": 1}),
        ask("/follows", {"kind": "nothing", "key": "x"}),
        ask("/follows", {"kind": 5}),
        client.get("/api/clips/none"),
        client.get("/api/clips?limit=0"),
    ):
        assert set(answer.json()["error"]) == {"code", "message", "remedy"}


@pytest.mark.parametrize(
    "path",
    ["/clips", "/newest", "/categories/General/clips", "/hashtags/Sabine/clips", "/sources/ledger.example/clips",
     "/your-order", "/for-you"],
)  # fmt: skip
def test_no_list_gives_what_its_reader_mutes_and_each_names_the_mute(ask, client, clip, mara, path):
    assert clip.slug in ask(path).content.decode()
    actions.mute(mara, "word", "ferry", now=timezone.now())
    answer = ask(path)
    assert clip.slug not in answer.content.decode()
    assert answer["Newsclip-Hidden"] == "word%20ferry"
    if path != "/for-you":
        assert clip.slug in client.get(f"/api{path}").content.decode()


def test_what_ones_own_page_gives_a_program_by_lot_is_kept_with_its_chance(ask, mara, now):
    clips = [factories.ferry(place, at=now - timedelta(hours=place + 1)) for place in range(13)]
    for one in clips:
        ranking.count(one, now=now)
    given = ask("/for-you?limit=10").json()["clips"]
    actions.remember_reading(mara, Clip.objects.get(slug=given[-1]["slug"]), now=now + timedelta(minutes=5))
    before = ranking.in_force()
    list(ranking.learn(now=now + timedelta(hours=1)))
    kept = Exploration.objects.get()
    assert (kept.clip.slug, kept.place, kept.opened) == (given[-1]["slug"], 10, True)
    assert kept.chance == pytest.approx(1 / 3, abs=1e-6)
    assert ranking.in_force() == before


def test_a_page_without_lots_keeps_nothing(ask, clip):
    ask("/for-you")
    assert not Slate.objects.exists()
