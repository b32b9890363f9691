import json
from datetime import timedelta

import pytest
from django.utils import timezone

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader, Token
from newsclip.clips.models import Clip
from newsclip.community import actions, queries
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
EVERYTHING = [scope.value for scope in Token.Scope]


@pytest.fixture
def mara():
    return Reader.objects.create(username="mara", date_joined=timezone.now() - timedelta(days=100))


@pytest.fixture
def story():
    return factories.ferry().story_id


def asks(client, token):
    def ask(path, body=None, method=""):
        headers = {"Authorization": f"Bearer {token}"}
        if body is None and not method:
            return client.get(f"/api{path}", headers=headers)
        send = getattr(client, method or "post")
        return send(f"/api{path}", json.dumps(body or {}), content_type="application/json", headers=headers)

    return ask


@pytest.fixture
def ask(client, mara):
    return asks(client, accounts.make_token(mara, "my reader", EVERYTHING, now=timezone.now()))


def test_a_program_votes_comments_follows_and_submits_for_its_reader(ask, mara, story):
    assert ask(f"/stories/{story}/vote", {"value": 1}).status_code == 204
    assert ask(f"/stories/{story}/comments", {"text": "I was aboard."}).status_code == 201
    assert ask("/follows", {"kind": "hashtag", "key": "#Sabine"}).status_code == 204
    assert ask("/submissions", {"url": "https://harbourtimes.example/more"}).status_code == 202
    assert queries.count(story) == 1
    assert ask("/me").json()["follows"] == {"hashtag": ["sabine"]}


def test_a_comment_is_about_a_sentence_and_says_whether_it_waits(client, ask, story):
    sentence = "Its inspectors will listen to the bridge recordings first."
    path = f"/stories/{story}/comments"
    assert ask(path, {"text": "Which ones?", "about": sentence}).json()["held"] is False
    (shown,) = client.get(f"/api{path}").json()
    assert shown["about"] == sentence
    assert ask(path, {"text": "Which ones?", "about": "It flew."}).status_code == 404
    assert ask(path, {"text": "which  ones?", "parent": shown["id"]}).json()["held"] is True


def test_ones_own_private_collection_is_read_by_its_owner_alone(client, ask, story):
    assert ask("/collections", {"title": "Ferries"}).status_code == 201
    assert ask(f"/collections/ferries/stories/{story}", {"note": ""}, "put").status_code == 204
    assert len(ask("/collections/ferries").json()["clips"]) == 1
    assert client.get("/api/collections/ferries").status_code == 401


def test_a_token_does_no_more_than_its_scopes(client, mara, story):
    ask = asks(client, accounts.make_token(mara, "a voter", ["vote"], now=timezone.now()))
    assert ask(f"/stories/{story}/vote", {"value": 1}).status_code == 204
    assert ask("/me").status_code == 403
    assert ask(f"/stories/{story}/comments", {"text": "No."}).status_code == 403


@pytest.mark.parametrize("token", ["", "newsclip_wrong", "x" * 5000])
def test_a_wrong_token_is_nobodys(client, story, token):
    assert asks(client, token)("/me").status_code == 401


def test_a_token_that_was_dropped_or_whose_reader_left_is_over(ask, mara):
    accounts.drop_token(mara, Token.objects.get().pk)
    assert ask("/me").status_code == 401


def test_only_a_digest_of_a_token_is_kept(mara):
    secret = accounts.make_token(mara, "x", ["read"], now=timezone.now())
    assert secret not in str(list(Token.objects.values()))


def test_a_refusal_has_the_codes_and_words_of_the_site(ask, story):
    answer = ask(f"/stories/{story}/vote", {"value": -1})
    assert answer.status_code == 422
    assert answer.json()["error"]["code"] == "reason_missing"


def test_everybody_reads_the_discussion(client, mara, story):
    actions.comment(mara, story, "I was aboard.", now=timezone.now())
    (said,) = client.get(f"/api/stories/{story}/comments").json()
    assert (said["author"], said["text"]) == ("mara", "I was aboard.")


def test_a_discussion_is_without_what_the_asking_reader_mutes(client, ask, mara, story):
    now = timezone.now()
    nils = Reader.objects.create(username="nils", date_joined=now - timedelta(days=100))
    for reader, words in ((nils, "The mast broke."), (nils, "The bridge stood."), (mara, "I was aboard.")):
        actions.comment(reader, story, words, now=now)
    path = f"/stories/{story}/comments"
    actions.mute(mara, "word", "mast", now=now)
    assert {one["text"] for one in ask(path).json()} == {"The bridge stood.", "I was aboard."}
    actions.mute(mara, "person", "nils", now=now)
    assert [one["text"] for one in ask(path).json()] == ["I was aboard."]
    voter = accounts.make_token(mara, "a voter", ["vote"], now=now)
    assert len(asks(client, voter)(path).json()) == len(client.get(f"/api{path}").json()) == 3
    assert asks(client, "newsclip_wrong")(path).status_code == 401


def test_what_the_asking_reader_mutes_is_not_said_by_any_door_and_the_mute_is_named(client, ask, mara, story):
    now = timezone.now()
    nils = Reader.objects.create(username="nils", date_joined=now - timedelta(days=100))
    said = [actions.comment(nils, story, words, now=now) for words in ("The mast broke.", "The bridge stood.")]
    actions.mute(mara, "word", "mât", now=now)
    actions.mute(mara, "word", "mast", now=now)
    refused = ask(f"/comments/{said[0].pk}")
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "muted")
    assert "word mast" in refused.json()["error"]["message"]
    assert ask(f"/comments/{said[1].pk}").json()["text"] == "The bridge stood."
    answer = ask("/people/nils/comments")
    assert [one["text"] for one in answer.json()] == ["The bridge stood."]
    assert answer["Newsclip-Hidden"] == ask(f"/stories/{story}/comments")["Newsclip-Hidden"] == "word%20mast"
    everybodys = client.get("/api/people/nils/comments")
    assert len(everybodys.json()) == 2
    assert "Newsclip-Hidden" not in everybodys
    assert client.get(f"/api/comments/{said[0].pk}").status_code == 200


def test_a_mute_of_lists_alone_hides_no_comment(ask, mara, story):
    now = timezone.now()
    nils = Reader.objects.create(username="nils", date_joined=now - timedelta(days=100))
    said = actions.comment(nils, story, "The mast broke.", now=now)
    actions.mute(mara, "word", "mast", now=now, scope="lists")
    assert ask(f"/comments/{said.pk}").status_code == 200


def test_suggestions_and_doubts_are_without_what_the_asking_reader_mutes(client, ask, mara, story):
    now, clip = timezone.now(), Clip.objects.get(story=story)
    nils = Reader.objects.create(username="nils", date_joined=now - timedelta(days=100))
    actions.suggest(nils, story, "headline", {"headline": "The mast broke"}, now=now)
    actions.challenge(nils, clip, clip.headline, now=now, why="Nobody said so.")
    actions.mute(mara, "person", "nils", now=now)
    for path in (f"/stories/{story}/suggestions", f"/clips/{clip.slug}/challenges"):
        answer = ask(path)
        assert (answer.json(), answer["Newsclip-Hidden"]) == ([], "person%20nils")
        assert len(client.get(f"/api{path}").json()) == 1
