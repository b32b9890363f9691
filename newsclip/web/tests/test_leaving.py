"""What is left of one who left."""

from collections import Counter
from datetime import timedelta
from itertools import count

import pytest
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Invitation, Reader
from newsclip.clips.models import Clip
from newsclip.community import actions, queries
from newsclip.community.models import Challenge, Comment, Flag, Follow, Mute, Notice, Uncounted, Vote
from newsclip.community.ports import Order
from newsclip.db.batches import MOST
from newsclip.pipeline import account_deletion
from newsclip.stories.models import Story
from newsclip.web.tests.somebody import MARK, NAME, of_readers

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


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


def test_nothing_that_somebody_wrote_or_was_called_outlives_their_account(client, somebody):
    leave(client, somebody)
    assert everywhere(MARK) == []
    # the public log says who acted as a moderator, for good
    assert [where for where in everywhere(NAME) if not where.startswith("Action.name")] == []


def test_no_row_points_to_somebody_who_left(client, somebody):
    number = somebody.pk
    leave(client, somebody)
    assert [model for model, field in of_readers() if model._default_manager.filter(**{field: number}).exists()] == []


def test_what_others_did_stays_when_somebody_leaves(client, somebody, nils, now):
    story = Clip.objects.get().story_id
    leave(client, somebody)
    shown = queries.thread(story, now=now)
    assert [said.text for said in shown[0].replies] == ["How was it?"]
    assert shown[0].replies[0].score == 0
    assert Challenge.objects.count() == 1
    assert Flag.objects.filter(kind="comment").exists()
    assert Invitation.objects.count() == 0
    assert Reader.objects.filter(username="pia").exists()
    assert not Vote.objects.exists()


def test_who_takes_a_leavers_name_is_followed_and_muted_by_nobody(client, somebody, nils):
    leave(client, somebody)
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


@pytest.mark.integration  # seconds
def test_whoever_is_broken_off_while_they_leave_is_closed_at_once_and_deleted_by_the_worker(somebody, now):
    """After every single step."""
    later = now + account_deletion.PATIENCE + timedelta(seconds=1)
    for number in count(2):  # the first one closes the account
        before = transaction.savepoint_create()
        try:
            with killed_before(number):
                account_deletion.leave(somebody, now=now)
            break
        except KilledError:
            transaction.set_rollback(False)  # of the test's own transaction, around all
            half = Reader.objects.get(pk=somebody.pk)
        assert not half.is_active, number
        assert list(account_deletion.go_on(now + timedelta(seconds=1))) == [], "whoever began may still be at it"
        assert list(account_deletion.go_on(later)) == [somebody.pk], number
        assert everywhere(MARK) == [], number
        assert [where for where in everywhere(NAME) if not where.startswith("Action.name")] == [], number
        assert not Reader.objects.filter(pk=somebody.pk).exists(), number
        assert list(account_deletion.go_on(later)) == []
        transaction.savepoint_rollback(before)
    assert number > 20
    assert everywhere(MARK) == []


def test_whoever_is_broken_off_before_the_first_step_is_whole(somebody, now):
    with pytest.raises(KilledError), killed_before(1):
        account_deletion.leave(somebody, now=now)
    assert Reader.objects.get(pk=somebody.pk).is_active
    assert list(account_deletion.go_on(now + timedelta(days=1))) == []


def test_whoever_is_broken_off_is_signed_out_and_found_nowhere_and_told_so_where_they_sign_in(client, somebody, now):
    somebody.set_password("a long way to Alder")
    somebody.save()
    client.force_login(somebody)
    with pytest.raises(KilledError), killed_before(4):
        account_deletion.leave(somebody, now=now)
    assert client.get("/settings").status_code == 302
    assert Client().get(f"/u/{NAME}").status_code == 404
    signing_in = {"login": NAME, "password": "a long way to Alder"}
    said = Client().post("/accounts/login/", signing_in, follow=True).content.decode()
    assert "If you asked for it to be deleted, that is under way" in said


def test_every_browser_of_somebody_who_left_is_signed_out(client, somebody):
    elsewhere = Client()
    elsewhere.force_login(somebody)
    UserSession.objects.create(user=somebody, session_key=elsewhere.session.session_key, ip="192.0.2.1")
    leave(client, somebody)
    assert not any("_auth_user_id" in session.get_decoded() for session in Session.objects.all())
    assert elsewhere.get("/settings").status_code == 302


def test_a_wrong_name_deletes_nothing(client, somebody):
    client.force_login(somebody)
    answer = client.post("/settings/leave", {"name": "somebody"})
    assert answer.status_code == 422
    assert Reader.objects.filter(pk=somebody.pk).exists()


def test_words_that_were_taken_back_are_in_no_notice(somebody, nils):
    asked, now = Comment.objects.get(reader=nils), timezone.now()
    actions.unmute(nils, "person", NAME)
    actions.act(somebody, Order("unlock", "story", str(asked.story_id), "Go on."), now=now)
    said = actions.comment(somebody, asked.story_id, "Warm, then.", now=now, parent=asked)
    assert Notice.objects.filter(reader=nils, kind="reply").exists()
    actions.withdraw(somebody, said, now=now)
    assert not Notice.objects.filter(reader=nils, kind="reply").exists()
