"""What a person takes along, and what is left of one who left."""

import json
from collections import Counter
from datetime import timedelta
from itertools import count

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Invitation, Reader
from newsclip.bulk import MOST
from newsclip.clips.models import Clip
from newsclip.community import actions, queries
from newsclip.community.models import Challenge, Comment, Flag, Follow, Mute, Notice, Submission, Uncounted, Vote
from newsclip.community.ports import News, Order
from newsclip.pipeline import leaving
from newsclip.ranking.models import Exploration, LearningOff, Slate
from newsclip.stories.models import Story
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
MARK = "zanzibarine"  # a word that nobody else writes
NAME = "marazanzi"


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def nils(now):
    return Reader.objects.create(username="nils", date_joined=now - timedelta(days=50), is_moderator=True)


@pytest.fixture
def mara(now, nils):
    """Somebody who did everything there is to do here."""
    clip = factories.ferry()
    story = clip.story_id
    mara = Reader.objects.create(
        username=NAME, email=f"{NAME}@people.example", about=MARK, invited_by=nils,
        date_joined=now - timedelta(days=90), is_moderator=True,
    )  # fmt: skip
    takes_part(mara, nils, clip, now)
    is_moderated(mara, nils, story, now)
    has_an_account(mara, now)
    LearningOff.objects.create(reader=mara, at=now)
    Exploration.objects.create(reader=mara, clip=clip, at=now, place=10, chance=0.02, opened=True)
    Slate.objects.create(reader=mara, at=now, shown=[{"clip": clip.pk, "factors": {}, "chance": 1}])
    return mara


def takes_part(mara, nils, clip, now):
    story = clip.story_id
    said = actions.comment(mara, story, f"I was aboard. {MARK}", now=now)
    answer = actions.comment(nils, story, "How was it?", now=now, parent=said)
    actions.vote(mara, story, now=now)
    actions.vote_on_comment(mara, answer, 1, now=now)
    actions.follow(mara, "hashtag", "sabine", now=now)
    actions.mute(mara, "word", MARK, now=now)
    actions.follow(nils, "person", NAME, now=now)
    actions.mute(nils, "person", NAME, now=now)
    kept = actions.make_collection(mara, MARK, now=now, about=MARK)
    actions.collect(mara, kept, story, now=now, note=MARK)
    actions.remember_reading(mara, clip, now=now)
    actions.notice(mara, News("fact", MARK, "fact 1", story), now=now)
    Submission.objects.create(reader=mara, url=f"https://{MARK}.example/", at=now, code="submitted")
    actions.suggest(mara, story, "headline", {"headline": f"Ferry {MARK}"}, now=now, why=MARK)
    others = actions.suggest(nils, story, "headline", {"headline": "Ferry"}, now=now)
    actions.support(mara, others, now=now, carry_out=lambda _: ("", {}))
    actions.challenge(mara, clip, "The ferry ran aground.", now=now, why=MARK)
    actions.flag(mara, "comment", str(answer.pk), "abuse", now=now, words=MARK)


def is_moderated(mara, nils, story, now):
    asked = Comment.objects.get(reader=nils)
    reply = actions.comment(mara, story, f"Cold. {MARK}", now=now, parent=asked)
    warned = actions.act(nils, Order("warn", "reader", str(mara.pk), "Be kind.", label=NAME), now=now)
    actions.act(nils, Order("remove", "comment", str(reply.pk), "Rude.", label=f"a comment by {NAME}"), now=now)
    asked = actions.appeal(mara, warned, f"I was. {MARK}", now=now)
    actions.answer(Reader.objects.create(username="orla", is_moderator=True), asked, "So be it.", upheld=False, now=now)
    actions.act(mara, Order("lock", "story", str(story), "Enough for today."), now=now)


def has_an_account(mara, now):
    accounts.invite(mara, now=now)
    used = accounts.invite(mara, now=now)
    accounts.use(used, Reader.objects.create(username="pia"), now=now)
    actions.add_webhook(mara, f"https://{MARK}.example/", ["clip"], now=now)
    accounts.make_token(mara, MARK, ["read"], now=now)
    EmailAddress.objects.create(user=mara, email=mara.email, primary=True)
    Authenticator.objects.create(user=mara, type="totp", data={"secret": "x"})
    UserSession.objects.create(user=mara, session_key=MARK, ip="192.0.2.1", user_agent=MARK)
    SocialAccount.objects.create(user=mara, provider="provider", uid=MARK, extra_data={"name": MARK})


def of_readers():
    """Every column of every table that names an account."""
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if field.is_relation and not field.auto_created and field.related_model is Reader:
                yield model, field.name


# Tables of an account under the name that the export gives them; what is missing here must be given by its own name.
NAMED = {
    "reader.invited_by": "invited", "invitation.reader": "invitations", "token.reader": "tokens",
    "emailaddress.user": "addresses", "authenticator.user": "second_factors", "socialaccount.user": "sign_ins",
    "usersession.user": "sessions",
    "logentry.user": "staff_changes", "action.moderator": "action", "appeal.answered_by": "answered",
    "invitation.used_by": "invited_by",
}  # fmt: skip


def test_the_export_holds_every_table_that_knows_the_person(client, mara):
    client.force_login(mara)
    given = json.loads(client.get("/settings/export").content)
    found = given | given["account"]
    empty = [
        f"{model.__name__}.{field}"
        for model, field in of_readers()
        if not found.get(NAMED.get(f"{model._meta.model_name}.{field}", model._meta.model_name))
        if model.__name__ not in {"LogEntry"} and f"{model.__name__}.{field}" != "Appeal.answered_by"
    ]
    assert empty == []


def test_the_export_tells_no_secret(client, mara):
    client.force_login(mara)
    given = client.get("/settings/export").content.decode()
    assert "digest" not in given
    assert "secret" not in given
    assert "password" not in given


def leave(client, reader):
    client.force_login(reader)
    answer = client.post("/settings/leave", {"name": reader.username})
    assert answer.status_code == 302


def everywhere(words):
    """Where in the whole database these words stand."""
    found = []
    for model in apps.get_models():
        for row in model._default_manager.values():
            found += [f"{model.__name__}.{name}: {row}" for name, value in row.items() if words in str(value).lower()]
    return found


def test_nothing_that_somebody_wrote_or_was_called_outlives_their_account(client, mara):
    leave(client, mara)
    assert everywhere(MARK) == []
    # the public log says who acted as a moderator, for good
    assert [where for where in everywhere(NAME) if not where.startswith("Action.name")] == []


def test_no_row_points_to_somebody_who_left(client, mara):
    number = mara.pk
    leave(client, mara)
    assert [model for model, field in of_readers() if model._default_manager.filter(**{field: number}).exists()] == []


def test_what_others_did_stays_when_somebody_leaves(client, mara, nils, now):
    story = Clip.objects.get().story_id
    leave(client, mara)
    shown = queries.thread(story, now=now)
    assert [said.text for said in shown[0].replies] == ["How was it?"]
    assert shown[0].replies[0].score == 0
    assert Challenge.objects.count() == 1
    assert Flag.objects.filter(kind="comment").exists()
    assert Invitation.objects.count() == 0
    assert Reader.objects.filter(username="pia").exists()
    assert not Vote.objects.exists()


def test_who_takes_a_leavers_name_is_followed_and_muted_by_nobody(client, mara, nils):
    leave(client, mara)
    assert not Follow.objects.filter(reader=nils).exists()
    assert not Mute.objects.filter(reader=nils).exists()


def test_who_did_very_much_leaves_in_steps_that_keep_nobody_waiting(nils, now):
    """No transaction holds more than some rows, and every story is counted without them."""
    story = {"started_at": now, "last_at": now}
    told = Story.objects.bulk_create(Story(**story) for _ in range(1001))
    Vote.objects.bulk_create(Vote(reader=nils, story=one, at=now) for one in told)
    Notice.objects.bulk_create(Notice(reader=nils, key=f"{n}", words="New", at=now) for n in range(1001))
    held = Counter()

    def note(execute, sql, params, many, context):
        answer = execute(sql, params, many, context)
        if sql.startswith("DELETE"):
            held[sql.split()[2]] = max(held[sql.split()[2]], context["cursor"].rowcount)
        return answer

    with connection.execute_wrapper(note):
        actions.forget(nils, now=now)
        accounts.leave(nils)
    assert 0 < max(held.values()) <= MOST
    assert Uncounted.objects.count() == 1001
    assert not Vote.objects.exists()
    assert not Notice.objects.exists()


class KilledError(BaseException):
    """The process ends here."""


def killed_before(number):
    """Whatever runs in it is ended before its `number`th write."""
    writes = count(1)

    def execute(run, sql, params, many, context):
        if sql.startswith(("INSERT", "UPDATE", "DELETE")) and next(writes) == number:
            raise KilledError
        return run(sql, params, many, context)

    return connection.execute_wrapper(execute)


def test_whoever_is_broken_off_while_they_leave_is_closed_at_once_and_deleted_by_the_worker(mara, now):
    """After every single step."""
    later = now + leaving.PATIENCE + timedelta(seconds=1)
    for number in count(2):  # the first one closes the account
        before = transaction.savepoint_create()
        try:
            with killed_before(number):
                leaving.leave(mara, now=now)
            break
        except KilledError:
            transaction.set_rollback(False)  # of the test's own transaction, around all
            half = Reader.objects.get(pk=mara.pk)
        assert not half.is_active, number
        assert list(leaving.go_on(now + timedelta(seconds=1))) == [], "whoever began may still be at it"
        assert list(leaving.go_on(later)) == [mara.pk], number
        assert everywhere(MARK) == [], number
        assert [where for where in everywhere(NAME) if not where.startswith("Action.name")] == [], number
        assert not Reader.objects.filter(pk=mara.pk).exists(), number
        assert list(leaving.go_on(later)) == []
        transaction.savepoint_rollback(before)
    assert number > 20
    assert everywhere(MARK) == []


def test_whoever_is_broken_off_before_the_first_step_is_whole(mara, now):
    with pytest.raises(KilledError), killed_before(1):
        leaving.leave(mara, now=now)
    assert Reader.objects.get(pk=mara.pk).is_active
    assert list(leaving.go_on(now + timedelta(days=1))) == []


def test_whoever_is_broken_off_is_signed_out_and_found_nowhere_and_told_so_where_they_sign_in(client, mara, now):
    mara.set_password("a long way to Alder")
    mara.save()
    client.force_login(mara)
    with pytest.raises(KilledError), killed_before(4):
        leaving.leave(mara, now=now)
    assert client.get("/settings").status_code == 302
    assert Client().get(f"/u/{NAME}").status_code == 404
    signing_in = {"login": NAME, "password": "a long way to Alder"}
    said = Client().post("/accounts/login/", signing_in, follow=True).content.decode()
    assert "If you asked for it to be deleted, that is being done" in said


def test_every_browser_of_somebody_who_left_is_signed_out(client, mara):
    elsewhere = Client()
    elsewhere.force_login(mara)
    UserSession.objects.create(user=mara, session_key=elsewhere.session.session_key, ip="192.0.2.1")
    leave(client, mara)
    assert not any("_auth_user_id" in session.get_decoded() for session in Session.objects.all())
    assert elsewhere.get("/settings").status_code == 302


def test_a_wrong_name_deletes_nothing(client, mara):
    client.force_login(mara)
    answer = client.post("/settings/leave", {"name": "somebody"})
    assert answer.status_code == 422
    assert Reader.objects.filter(pk=mara.pk).exists()


def test_words_that_were_taken_back_are_in_no_notice(mara, nils):
    asked, now = Comment.objects.get(reader=nils), timezone.now()
    actions.unmute(nils, "person", NAME)
    actions.act(mara, Order("unlock", "story", str(asked.story_id), "Go on."), now=now)
    said = actions.comment(mara, asked.story_id, "Warm, then.", now=now, parent=asked)
    assert Notice.objects.filter(reader=nils, kind="reply").exists()
    actions.withdraw(mara, said, now=now)
    assert not Notice.objects.filter(reader=nils, kind="reply").exists()
