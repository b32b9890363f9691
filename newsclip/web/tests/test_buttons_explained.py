"""What the buttons of the queue do is said of all that are there, and of no others."""

import re

import pytest

from newsclip.accounts.models import Reader
from newsclip.community import actions
from newsclip.community.models import Action, Appeal, Comment, Target
from newsclip.web.tests.test_queue import queue, refer
from newsclip.web.tests.test_queue_flags import flagged

pytestmark = pytest.mark.django_db


def explained(client) -> tuple[list[str], list[str]]:
    """The names of the buttons that are explained, and the keys that stand beside them."""
    means = queue(client).partition('class="buttons-mean"')[2].partition("</details>")[0]
    names = [re.sub(r"<[^>]+>.*", "", one).strip() for one in re.findall(r"<dt>(.*?)</dt>", means)]
    return names, re.findall(r"<kbd data-keys hidden>(\w)</kbd>", means)


def test_where_only_a_suggestion_waits_its_buttons_alone_are_explained_and_no_key(client, orla):
    refer("hashtags", hashtags=["Fog"])
    assert explained(client) == (["Carry it out", "Decline"], [])


def test_the_queue_promises_a_reason_only_where_it_asks_for_one(client, orla):
    refer("hashtags", hashtags=["Fog"])
    shown = queue(client)
    assert "with your name, and with your reason where you are asked for one." in shown
    assert "At once and without asking you for a reason; whoever suggested it is told" in shown


def test_of_a_reported_story_each_button_stands_there_with_its_key(client, clip, orla, now):
    actions.flag(Reader.objects.create(username="pia"), "story", str(clip.story_id), "wrong", now=now)
    assert explained(client) == (
        ["Agree with the reports", "Dismiss the reports", "Remove", "All choices"],
        ["a", "x", "d"],
    )
    assert "approves" not in queue(client)


def test_what_is_done_to_all_that_are_marked_is_what_can_be_done_to_one_of_them(client, clip, orla, now):
    actions.flag(Reader.objects.create(username="pia"), "story", str(clip.story_id), "wrong", now=now)
    many = queue(client).partition('id="many"')[2].partition("</fieldset>")[0]
    assert re.findall(r'name="action" value="(\w+)"', many) == ["dismiss", "remove"]


def test_the_buttons_of_accounts_that_wait_and_of_appeals_are_explained(client, orla, now):
    pia = Reader.objects.create(username="pia", waits=Reader.Waits.APPROVAL)
    assert explained(client) == (["Approve", "All choices"], [])
    warned = Action.objects.create(kind="warn", target=Target.READER, key=str(pia.pk), reason="Calm down.", at=now)
    Appeal.objects.create(action=warned, reader=pia, text="Why?", at=now)
    assert explained(client)[0] == ["Approve", "All choices", "Grant the appeal", "Keep the decision"]


def test_nobody_is_warned_for_a_comment_whose_author_left(client, orla):
    [said] = flagged(1)
    assert "Warn its author" in explained(client)[0]
    Comment.objects.filter(pk=said.pk).update(reader=None)
    assert "Warn its author" not in explained(client)[0]
