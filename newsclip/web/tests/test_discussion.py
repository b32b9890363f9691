"""Comments on a sentence, and what a reader does not want to read."""

from datetime import timedelta

import pytest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community import actions
from newsclip.community.models import Comment, CommentVote
from newsclip.kernel.spans import digest_of
from newsclip.web.pages.clip_document import as_stored
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def clip():
    return factories.ferry()


@pytest.fixture
def mara(client):
    reader = Reader.objects.create(username="mara")
    client.force_login(reader)
    return reader


def discussed(client, clip):
    return client.get(f"/s/{clip.story_id}/discussion").content.decode()


def sentences(clip):
    return [claim.text for claim in as_stored(clip).claims]


def test_a_comment_on_a_sentence_shows_the_sentence(client, clip, mara):
    key = digest_of(clip.document["headline"]["text"])
    discuss, doubt = f"/s/{clip.story_id}/discussion?sentence={key}", f"/c/{clip.slug}/challenge?sentence={key}"
    for page in (f"/c/{clip.slug}", f"/c/{clip.slug}/evidence"):
        shown = client.get(page).content.decode()
        assert f'href="{discuss}"' in shown
        assert f'href="{doubt}"' in shown
    assert "About this sentence:" in client.get(discuss).content.decode()
    client.post(f"/s/{clip.story_id}/comment", {"text": "Is it?", "sentence": key})
    assert Comment.objects.get().anchor["text"] == clip.document["headline"]["text"]


def test_a_form_from_before_a_rebuild_is_about_its_own_sentence_or_about_none(client, clip, mara):
    headline, summary = clip.document["headline"], clip.document["summary"]
    first = summary["sentences"][0]
    key = digest_of(first["text"])
    Clip.objects.update(document=clip.document | {"headline": first, "summary": summary | {"sentences": []}})
    client.post(f"/s/{clip.story_id}/comment", {"text": "Still there?", "sentence": key})
    assert Comment.objects.get().anchor["text"] == first["text"]
    gone = {"text": "And now?", "sentence": digest_of(headline["text"])}
    answer = client.post(f"/s/{clip.story_id}/comment", gone, follow=True)
    assert Comment.objects.latest("pk").anchor is None
    assert "no longer says that sentence" in answer.content.decode()
    assert client.post(f"/c/{clip.slug}/challenge", gone | {"why": "Wrong."}).status_code == 404


def test_a_comment_leads_to_its_sentence_wherever_the_clip_says_it_now(client, clip, mara):
    client.post(f"/s/{clip.story_id}/comment", {"text": "I was aboard.", "sentence": digest_of(sentences(clip)[5])})
    said = sentences(clip)[5]
    assert Comment.objects.get().anchor["text"] == said
    assert f'<a href="/c/{clip.slug}#s5">{said}</a>' in discussed(client, clip)
    clip.document["sections"].reverse()
    clip.save()
    now = sentences(clip).index(said)
    assert now != 5
    assert f'<a href="/c/{clip.slug}#s{now}">{said}</a>' in discussed(client, clip)
    clip.document["sections"] = [one for one in clip.document["sections"] if said not in str(one)]
    clip.save()
    assert f"<p>{said}</p>" in discussed(client, clip)


def test_a_muted_word_hides_comments_and_is_named(client, clip, mara):
    nils = Reader.objects.create(username="nils")
    actions.comment(nils, clip.story_id, "Ferries are slow.", now=timezone.now())
    actions.mute(mara, "word", "ferr*", now=timezone.now(), scope="comments")
    shown = discussed(client, clip)
    assert "Ferries are slow." not in shown
    assert "1 comment hidden because you muted ferr*" in shown
    actions.unmute(mara, "word", "ferr*")
    assert "Ferries are slow." in discussed(client, clip)


def test_a_persons_page_is_without_what_its_reader_mutes_and_names_it(client, clip, mara):
    now = timezone.now()
    nils = Reader.objects.create(username="nils", date_joined=now - timedelta(days=100))
    for words in ("The ferry was late.", "Fine weather."):
        actions.comment(nils, clip.story_id, words, now=now)
    actions.mute(mara, "word", "ferry", now=now, scope="comments")
    shown = client.get("/u/nils").content.decode()
    assert "The ferry was late." not in shown
    assert "Fine weather." in shown
    assert "1 comment hidden because you muted ferry" in shown
    client.logout()
    assert "The ferry was late." in client.get("/u/nils").content.decode()


def test_links_and_collections_of_others_are_without_what_their_reader_mutes(client, clip, mara):
    now = timezone.now()
    nils = Reader.objects.create(username="nils", date_joined=now - timedelta(days=100))
    for owner in (nils, mara):
        kept = actions.make_collection(owner, "Ferries", now=now, public=True)
        actions.collect(owner, kept, clip.story_id, now=now)
    actions.mute(mara, "word", "ferry", now=now)
    theirs = client.get("/collections/nils/ferries").content.decode()
    assert clip.headline not in theirs
    assert "1 clip hidden because you muted ferry" in theirs
    assert clip.headline in client.get("/collections/mara/ferries").content.decode()


def test_suggestions_and_doubts_are_without_what_their_reader_mutes_and_it_is_named(client, clip, mara):
    now = timezone.now()
    nils, pia = (Reader.objects.create(username=name, date_joined=now - timedelta(days=50)) for name in ("nils", "pia"))
    actions.suggest(nils, clip.story_id, "headline", {"headline": "The mast broke"}, now=now, why="It did.")
    actions.suggest(pia, clip.story_id, "headline", {"headline": "All are safe"}, now=now, why="They are.")
    actions.challenge(nils, clip, sentences(clip)[1], now=now, why="Nobody said so.")
    actions.challenge(pia, clip, sentences(clip)[2], now=now, why="I was aboard.")
    place = f"/s/{clip.story_id}/suggestions"
    actions.mute(mara, "person", "nils", now=now)
    shown = client.get(place).content.decode()
    assert [one for one in ("The mast broke", "It did.", "Nobody said so.") if one in shown] == []
    assert [one for one in ("All are safe", "I was aboard.") if one not in shown] == []
    assert "1 suggestion hidden because you muted nils" in shown
    assert "1 challenge hidden because you muted nils" in shown
    actions.mute(mara, "word", "safe", now=now)
    shown = client.get(place).content.decode()
    assert "All are safe" not in shown
    assert "None so far." not in shown
    client.logout()
    assert "The mast broke" in client.get(place).content.decode()


def test_a_vote_on_a_comment_is_for_against_or_none(client, clip, mara):
    said = Comment.objects.create(story=clip.story, text="I was aboard.", at=timezone.now())
    assert client.post(f"/comments/{said.pk}/vote", {"vote": "sideways"}).status_code == 404
    assert not CommentVote.objects.exists()


def test_a_withdrawn_comment_keeps_its_place_and_no_score(client, clip, mara):
    said = actions.comment(mara, clip.story_id, "I was aboard.", now=timezone.now())
    nils = Reader.objects.create(username="nils")
    actions.comment(nils, clip.story_id, "How was it?", now=timezone.now(), parent=said)
    Comment.objects.filter(pk=said.pk).update(score=7)
    assert "+7" in discussed(client, clip)
    actions.withdraw(mara, said, now=timezone.now())
    assert "Withdrawn." in discussed(client, clip)
    assert "+7" not in discussed(client, clip)


def test_whoever_edits_a_comment_sees_what_it_is_about(signed_in, clip, mara, now):
    said = actions.comment(mara, clip.story_id, "I was aboard.", now=now)
    assert clip.headline in signed_in.get(f"/comments/{said.pk}/edit").content.decode()
