"""What the buttons of the queue do is said of all that are there, and of no others."""

import re

import pytest

from newsclip.accounts.models import Reader
from newsclip.community import actions
from newsclip.web.tests.test_queue import queue, refer

pytestmark = pytest.mark.django_db


def explained(client) -> tuple[list[str], list[str]]:
    """The names of the buttons that are explained, and the keys that stand beside them."""
    means = queue(client).partition('class="buttons-mean"')[2].partition("</details>")[0]
    names = [re.sub(r"<[^>]+>.*", "", one).strip() for one in re.findall(r"<dt>(.*?)</dt>", means)]
    return names, re.findall(r"<kbd data-keys hidden>(\w)</kbd>", means)


def test_where_only_a_suggestion_waits_its_buttons_alone_are_explained_and_no_key(client, orla):
    refer("hashtags", hashtags=["Fog"])
    assert explained(client) == (["Carry it out", "Decline"], [])


def test_of_a_reported_story_each_button_stands_there_with_its_key(client, clip, orla, now):
    actions.flag(Reader.objects.create(username="pia"), "story", str(clip.story_id), "wrong", now=now)
    assert explained(client) == (["Dismiss the reports", "All choices"], ["x", "d"])
    assert "approves" not in queue(client)
