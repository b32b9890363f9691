"""A program has a text checked, sentence by sentence."""

from datetime import timedelta

import pytest
from django.utils import timezone

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader, Token
from newsclip.community import actions
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
TRUE = "Two people were treated for bruises at the harbour clinic."
TURNED = "The Sabine was built in 1989 and passed its last inspection in March."


@pytest.fixture
def clip():
    return factories.ferry()


@pytest.fixture
def mara():
    return Reader.objects.create(username="mara", date_joined=timezone.now() - timedelta(days=100))


def asked(client, text, story, **headers):
    body = {"text": text, "story": story}
    return client.post("/api/check", body, content_type="application/json", headers=headers)


def test_each_sentence_comes_with_its_outcome_and_the_passage(client, clip):
    borne, turned = asked(client, f"{TRUE} {TURNED}", clip.story_id).json()["sentences"]
    assert (borne["outcome"], borne["basis"], borne["passages"][0]["words"]) == ("borne_out", "exact", TRUE)
    assert borne["passages"][0]["publisher"] == "Marrow Harbour Times"
    assert (turned["outcome"], turned["differs"], turned["said"], turned["held"]) == (
        "contradicted", "date", "1989", "1998"
    )  # fmt: skip


def test_a_sentence_that_is_not_found_comes_with_the_nearest_passage_and_the_words_it_lacks(client, clip):
    text = "Three people were treated for grave bruises at the harbour clinic."
    (found,) = asked(client, text, clip.story_id).json()["sentences"]
    assert (found["outcome"], found["passages"]) == ("not_found", [])
    near = found["nearest"]
    assert (near["passage"]["words"], near["clip"], near["order"]) == (TRUE, clip.slug, "")
    assert near["absent"] == [
        {"start": 0, "end": 5, "words": "Three"}, {"start": 30, "end": 35, "words": "grave"}
    ]  # fmt: skip
    borne, left_out, elsewhere = asked(
        client, f"{TRUE} Two were treated at the harbour. Owls hoot.", clip.story_id
    ).json()["sentences"]
    assert (borne["nearest"], left_out["nearest"]["order"], elsewhere["nearest"]) == (None, "apart", None)


def test_a_longer_text_needs_a_token_that_reads(client, clip, mara):
    long = f"{TRUE} " * 30
    refused = asked(client, long, clip.story_id)
    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "longer_for_members")
    token = accounts.make_token(mara, "reading", [Token.Scope.READ], now=timezone.now())
    assert asked(client, long, clip.story_id, Authorization=f"Bearer {token}").status_code == 200


def test_a_member_whose_address_is_not_known_is_answered(client, clip, mara):
    token = accounts.make_token(mara, "reading", [Token.Scope.READ], now=timezone.now())
    client.defaults["REMOTE_ADDR"] = ""
    answer = asked(client, TRUE, clip.story_id, Authorization=f"Bearer {token}")
    assert (answer.status_code, answer["Content-Type"].split(";")[0]) == (200, "application/json")


def test_publishers_that_the_tokens_owner_mutes_bear_nothing(client, clip, mara):
    actions.mute(mara, "source", "harbourtimes.example", now=timezone.now())
    token = accounts.make_token(mara, "reading", [Token.Scope.READ], now=timezone.now())
    (found,) = asked(client, TRUE, clip.story_id, Authorization=f"Bearer {token}").json()["sentences"]
    assert found["outcome"] == "not_found"


def test_a_story_that_is_not_there_and_a_text_without_words_are_refused(client):
    assert asked(client, TRUE, 999).status_code == 404
    assert asked(client, "  ", None).json()["error"]["code"] == "empty"
