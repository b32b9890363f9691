"""What a moderator's program sees and does, and that nobody else's may."""

from datetime import timedelta

import pytest
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from django.test import RequestFactory
from django.utils import timezone

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader, Token
from newsclip.api.routes import api
from newsclip.api.tests.test_people import asks
from newsclip.community import actions
from newsclip.community.models import Action, Appeal, Comment, Suggestion
from newsclip.ranking.models import TagReview
from newsclip.stories.models import Membership, Story, StoryEvent
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def nils(now):
    return Reader.objects.create(username="nils", about="I take the ferry.", date_joined=now - timedelta(days=100))


@pytest.fixture
def orla(now):
    return Reader.objects.create(username="orla", is_moderator=True, date_joined=now - timedelta(days=100))


@pytest.fixture
def ask(client, orla, now):
    return asks(client, accounts.make_token(orla, "desk", Token.Scope.values, now=now))


@pytest.fixture
def demanded(settings):
    settings.SECOND_FACTOR = "staff"


def factor_of(reader, kind="totp"):
    return Authenticator.objects.create(user=reader, type=kind, data={})


def refused(client, token):
    answer = asks(client, token)("/moderation/queue")
    return answer.json().get("error", {}).get("code", ""), answer.status_code


def test_where_a_second_factor_is_asked_a_token_from_before_it_does_not_moderate(client, demanded, orla, now):
    token = accounts.make_token(orla, "desk", ["moderate"], now=now)
    factor_of(orla)
    assert refused(client, token) == ("factor_missing", 403)


def test_a_token_made_where_the_factor_was_shown_moderates_for_as_long_as_the_account_has_it(
    client, demanded, orla, now
):
    shown = factor_of(orla)
    token = accounts.make_token(orla, "desk", ["moderate"], now=now, factors=[shown.pk])
    assert refused(client, token) == ("", 200)
    shown.delete()
    assert refused(client, token) == ("factor_missing", 403)


@pytest.mark.parametrize("given", ["none", "somebody else's"])
def test_what_was_not_shown_binds_no_token(client, demanded, orla, nils, now, given):
    factors = {"none": [0, 999_999], "somebody else's": [factor_of(nils).pk]}[given]
    token = accounts.make_token(orla, "desk", ["moderate"], now=now, factors=factors)
    assert refused(client, token) == ("factor_missing", 403)


def test_the_page_binds_a_token_to_what_its_session_showed(client, demanded, orla):
    shown = factor_of(orla)
    client.force_login(orla)
    request = RequestFactory().get("/")
    request.session, request.user = client.session, orla
    record_authentication(request, orla, "mfa", id=shown.pk)
    request.session.save()
    client.post("/settings/tokens", {"title": "desk", "scopes": "moderate"})
    assert Token.objects.get().factor == shown


def test_where_none_is_asked_a_token_needs_none(client, orla, now):
    assert refused(client, accounts.make_token(orla, "desk", ["moderate"], now=now)) == ("", 200)


@pytest.fixture
def clip():
    return factories.ferry()


def test_what_waits_is_decided_and_stands_in_the_public_log(ask, nils, clip, now):
    said = actions.comment(nils, clip.story_id, "Buy my boat.", now=now)
    mara = Reader.objects.create(username="mara", date_joined=now - timedelta(days=100))
    actions.flag(mara, "comment", str(said.pk), "spam", now=now, words="An advertisement.")
    waiting = ask("/moderation/queue").json()
    (matter,) = waiting["matters"]
    assert (matter["kind"], matter["key"], matter["words"]) == ("comment", str(said.pk), "Buy my boat.")
    assert matter["flags"][0]["words"] == "An advertisement."
    assert "mara" not in str(waiting)
    assert matter["choices"] == ["remove", "dismiss"]
    done = ask(f"/moderation/matters/comment/{said.pk}", {"action": "remove", "reason": "Advertising."})
    assert done.status_code == 201
    assert Comment.objects.get().state == "removed"
    assert ask("/moderation/queue").json()["matters"] == []
    (logged,) = ask("/moderation").json()
    assert (logged["moderator"], logged["kind"], logged["label"]) == ("orla", "remove", "a comment by nils")
    assert ask(f"/moderation/matters/comment/{said.pk}").json()["choices"] == ["restore"]


def test_what_somebody_wrote_against_ones_own_comment_is_not_told(ask, orla, nils, clip, now):
    said = actions.comment(orla, clip.story_id, "I was aboard.", now=now)
    actions.flag(nils, "comment", str(said.pk), "abuse", now=now, words="As I told her yesterday.")
    for matter in (ask("/moderation/queue").json()["matters"][0], ask(f"/moderation/matters/comment/{said.pk}").json()):
        assert [(one["reason"], one["words"]) for one in matter["flags"]] == [("abuse", "")]


def test_a_hashtag_that_would_trend_is_approved(ask, now):
    TagReview.objects.create(key="tidewall", at=now)
    assert ask("/moderation/queue").json()["trends"] == ["tidewall"]
    ask("/moderation/matters/hashtag/tidewall", {"action": "approve", "reason": "News."})
    assert TagReview.objects.get().allowed


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/moderation/matters/comment/99", {"action": "remove", "reason": "x"}, 404),
        ("/moderation/matters/boat/1", {"action": "remove", "reason": "x"}, 404),
        ("/moderation/matters/domain/spam.example", {"action": "lock", "reason": "x"}, 404),
        ("/moderation/matters/domain/spam.example", {"action": "ban", "reason": " "}, 422),
        ("/moderation/appeals/99", {"upheld": True, "text": "x"}, 404),
    ],
)
def test_what_cannot_be_decided_is_refused_and_nothing_is_logged(ask, path, body, status):
    assert ask(path, body).status_code == status
    assert not Action.objects.exists()


@pytest.mark.parametrize("path", ["comment/99", "reader/0", "boat/1"])
def test_a_matter_that_is_not_there_is_shown_to_nobody(ask, path):
    answer = ask(f"/moderation/matters/{path}")
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "unknown")


def test_a_suspended_moderator_does_not_even_see_what_waits(ask, orla, now):
    assert ask("/moderation/queue").status_code == 200
    Reader.objects.filter(pk=orla.pk).update(suspended_until=now + timedelta(days=1))
    answer = ask("/moderation/queue")
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "suspended")


def test_an_appeal_is_answered_by_another_and_what_was_wrong_is_taken_back(client, ask, orla, nils, clip, now):
    said = actions.comment(nils, clip.story_id, "I was aboard.", now=now)
    asks(client, accounts.make_token(orla, "a", ["moderate"], now=now))(
        f"/moderation/matters/comment/{said.pk}", {"action": "remove", "reason": "Off topic."}
    )
    theirs = asks(client, accounts.make_token(nils, "mine", ["flag"], now=now))
    assert theirs(f"/moderation/{Action.objects.get().pk}/appeal", {"text": "It is on topic."}).status_code == 201
    (asked,) = ask("/moderation/queue").json()["appeals"]
    assert (asked["reader"], asked["text"]) == ("nils", "It is on topic.")
    sven = Reader.objects.create(username="sven", is_moderator=True, date_joined=now - timedelta(days=100))
    assert ask(f"/moderation/appeals/{asked['id']}", {"upheld": True, "text": "Right."}).status_code == 403
    other = asks(client, accounts.make_token(sven, "b", ["moderate"], now=now))
    assert other(f"/moderation/appeals/{asked['id']}", {"upheld": True, "text": "Right."}).status_code == 204
    assert Comment.objects.get().state == "shown"
    assert Appeal.objects.get().upheld


def test_stories_are_split_and_merged_again_and_the_log_says_why(ask, clip):
    first = Membership.objects.filter(story=clip.story).order_by("pk").first()
    apart = ask(f"/stories/{clip.story_id}/split", {"articles": [first.article_id], "why": "Another ferry."})
    assert apart.status_code == 201
    other = apart.json()["story"]
    assert Membership.objects.get(article=first.article).story_id == other
    assert ask(f"/stories/{other}/merge", {"into": clip.story_id, "why": "The same after all."}).status_code == 201
    assert Story.objects.get(pk=other).merged_into_id == clip.story_id
    assert [one["kind"] for one in ask("/moderation/decisions").json()] == ["split", "merged"]
    event = StoryEvent.objects.filter(story=clip.story, kind="merged").last()
    assert ask(f"/events/{event.pk}/undo", {"why": "No, two."}).status_code == 201
    assert sorted(Action.objects.values_list("kind", flat=True)) == ["merge", "split", "undo"]
    assert ask(f"/stories/{clip.story_id}/merge", {"into": clip.story_id, "why": "x"}).status_code == 422


def test_a_suggestion_is_carried_out_and_taken_back(ask, nils, clip, now):
    article = Membership.objects.filter(story=clip.story).order_by("pk").first().article_id
    idea = actions.suggest(nils, clip.story_id, "split", {"articles": [article]}, now=now, why="Another ferry.")
    assert ask(f"/suggestions/{idea.pk}/apply", {}).status_code == 204
    assert Membership.objects.get(article=article).story_id != clip.story_id
    assert ask(f"/suggestions/{idea.pk}/undo", {}).status_code == 204
    assert Membership.objects.get(article=article).story_id == clip.story_id


def test_what_enough_readers_agree_with_is_refused_and_an_account_is_discounted(ask, nils, clip, now):
    article = Membership.objects.filter(story=clip.story).order_by("pk").first().article_id
    idea = actions.suggest(nils, clip.story_id, "split", {"articles": [article]}, now=now, why="Another ferry.")
    actions.refer(idea, now=now)
    (waiting,) = ask("/moderation/queue").json()["suggestions"]
    assert (waiting["id"], waiting["kind"], waiting["wanted"]) == (idea.pk, "split", {"articles": [article]})
    assert ask(f"/suggestions/{idea.pk}/refuse", {"why": "One ferry."}).status_code == 204
    assert ask(f"/suggestions/{idea.pk}/refuse", {"why": "One ferry."}).status_code == 410
    done = ask(f"/moderation/matters/reader/{nils.pk}", {"action": "discount", "reason": "One of a ring."})
    assert done.status_code == 201
    assert not Reader.objects.get(pk=nils.pk).counts
    assert [one["kind"] for one in ask("/moderation").json()] == ["discount", "refuse"]


def test_as_many_suggestions_wait_in_an_answer_as_on_the_page(ask, nils, clip, now):
    values = {"kind": "headline", "wanted": {"headline": "A ferry"}, "why": "Another ferry.", "reader": nils}
    Suggestion.objects.bulk_create(Suggestion(story=clip.story, at=now, **values) for _ in range(31))
    assert len(ask("/moderation/queue").json()["suggestions"]) == 30


def test_every_route_of_moderators_refuses_everybody_elses_token(client, nils, now):
    ask = asks(client, accounts.make_token(nils, "mine", Token.Scope.values, now=now))
    described = api.get_openapi_schema()["paths"]
    routes = [
        (path, method)
        for path, methods in described.items()
        for method, operation in methods.items()
        if operation["operationId"].startswith("newsclip_api_moderating_")
    ]
    assert len(routes) == 11
    for path, method in routes:
        asked = path.removeprefix("/api")
        for name, value in {"kind": "comment", "key": "1", "number": "1", "story_id": "1"}.items():
            asked = asked.replace(f"{{{name}}}", value)
        answer = ask(asked, {} if method == "post" else None)
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "not_allowed"), path
