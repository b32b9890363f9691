"""A suspended account writes by no door: every route that takes a form and every operation of the API is tried."""

import json
import re
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader, Token
from newsclip.api.routes import api
from newsclip.clips.models import Clip
from newsclip.community import actions
from newsclip.community.models import Comment, Mute
from newsclip.web.tests.every_route import addresses, read_whole
from newsclip.web.tests.test_permissions import town

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.once]
__all__ = ["town"]
_WRITES = re.compile(r'(?:INSERT(?: OR IGNORE)? INTO|UPDATE|DELETE FROM) "(\w+)"')
# What counts tries, holds sessions, and says when a token was used last.
_KEPT_ANYWAY = {"accounts_cacheentry", "django_session", "accounts_token"}
# What is taken away: one's own words, readings, links and what opens the account; and asking for a second look. A text
# that is checked is kept nowhere: it costs a turn of one's own.
TAKEN_AWAY = {"web:withdraw", "web:forget_readings", "web:credentials", "web:check", "web:notices"}
TAKEN_AWAY_BY_PROGRAMS = {
    "delete /api/comments/{number}", "delete /api/me/readings", "delete /api/invitations/{number}",
    "post /api/notices/read", "post /api/moderation/{number}/appeal", "post /api/check",
}  # fmt: skip
# What is kept of anybody who looks: that their notices were seen. It counts for nothing.
LOOKED = {"community_notice"}


@contextmanager
def writes():
    """The tables that are written to meanwhile."""
    seen: set[str] = set()

    def watch(execute, sql, params, many, context):
        seen.update(set(_WRITES.findall(sql)) - _KEPT_ANYWAY)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield seen


@pytest.fixture
def mara(town) -> Reader:
    people, _ = town
    reader = people["member"]
    Reader.objects.filter(pk=reader.pk).update(is_moderator=True, is_staff=True, is_superuser=True)
    actions.remember_reading(reader, Clip.objects.get(), now=timezone.now())
    accounts.invite(reader, now=timezone.now())
    reader.refresh_from_db()
    return reader


def suspend(reader: Reader) -> None:
    Reader.objects.filter(pk=reader.pk).update(suspended_until=timezone.now() + timedelta(days=1))


def filled_in(headline: str) -> dict[str, str]:
    """A form that any page would take."""
    return {
        "text": "Good news.", "vote": "for", "kind": "hashtag", "key": "harbour", "title": "Boats", "url": "https://l.example/a",
        "about": "I like boats.", "edition": "daily", "on": "on", "action": "lock", "reason": "So.", "flag": "spam",
        "why": "So.", "sure": "on", "scopes": "read", "events": "clip", "into": "1", "articles": "1", "language": "de",
        "username": "mara2", "headline": headline, "hashtags": "boats", "upheld": "yes", "is_active": "on",
    }  # fmt: skip


def written_by_forms(reader: Reader, known: dict[str, str]) -> set[str]:
    """By which routes a form changes something."""
    found, browser = set(), Client()
    browser.force_login(reader)
    form = filled_in(Clip.objects.get().headline)
    for name, path in addresses(known | {"vote": known["discussion"].replace("discussion", "vote")}, reader):
        with writes() as tables:
            read_whole(browser.post(path, form | {"kind": "story"} if name.endswith("suggest") else form))
        found |= {name} if tables else set()
    return found


def test_no_page_writes_for_a_suspended_reader(town, mara):
    suspend(mara)
    assert written_by_forms(mara, town[1]) == TAKEN_AWAY


def written_by_looking(reader: Reader, known: dict[str, str]) -> set[str]:
    """What is written of somebody who only looks at every page, by its table."""
    found, browser = set(), Client(raise_request_exception=False)
    browser.force_login(reader)
    for _, path in addresses(known, reader):
        with writes() as tables:
            read_whole(browser.get(path))
        found |= tables
    return found


def test_no_page_that_a_suspended_reader_looks_at_counts_for_anything(town, mara):
    suspend(mara)
    assert written_by_looking(mara, town[1]) - LOOKED == set()


def test_what_others_look_at_is_kept(town, mara):
    assert {"community_reading", "ranking_slate"} <= written_by_looking(mara, town[1])


def test_the_same_forms_are_taken_from_others(town, mara):
    assert len(written_by_forms(mara, town[1]) - TAKEN_AWAY) > 15


def written_by_programs(reader: Reader, known: dict[str, str]) -> set[str]:
    secret = accounts.make_token(reader, "bot", Token.Scope.values, now=timezone.now())
    clip, number = Clip.objects.get(), Comment.objects.get().pk
    body = filled_in(clip.headline) | {
        "value": 1, "off": False, "public": True, "note": "x", "wanted": "x", "articles": [1], "events": ["clip"],
        "sentence": clip.headline, "kind": "hashtag", "upheld": True, "edition": "daily", "into": 2,
    }  # fmt: skip
    given = {"story_id": clip.story_id, "slug": clip.slug, "kind": "story", "key": clip.story_id}
    found = set()
    for path, ways in api.get_openapi_schema()["paths"].items():
        for way in set(ways) - {"get", "head", "parameters"}:
            own = given | ({"slug": "ferries"} if "/collections/" in path else {})
            own["number"] = known["appeal"].split("/")[2] if path.endswith("/appeal") else number
            with writes() as tables:
                Client().generic(
                    way.upper(), re.sub(r"{(\w+)}", lambda name, own=own: str(own[name[1]]), path), json.dumps(body),
                    content_type="application/json", headers={"Authorization": f"Bearer {secret}"},
                )  # fmt: skip
            found |= {f"{way} {path}"} if tables else set()
    return found


def test_no_program_writes_for_a_suspended_reader(town, mara):
    suspend(mara)
    assert written_by_programs(mara, town[1]) <= TAKEN_AWAY_BY_PROGRAMS


def test_programs_of_others_do_the_same(town, mara):
    assert len(written_by_programs(mara, town[1]) - TAKEN_AWAY_BY_PROGRAMS) > 12


def test_a_suspended_reader_ends_what_acts_for_them(client, town, mara):
    accounts.make_token(mara, "bot", ["read"], now=timezone.now())
    suspend(mara)
    client.force_login(mara)
    client.post("/settings/tokens", {"drop": Token.objects.get().pk})
    client.post("/settings/invite", {"drop": mara.invitations.get().pk})
    assert not Token.objects.exists()
    assert not mara.invitations.exists()


def test_a_suspended_reader_ends_a_mute_and_adds_none(client, town, mara):
    actions.mute(mara, "hashtag", "harbour", now=timezone.now())
    suspend(mara)
    client.force_login(mara)
    client.post("/mute", {"kind": "hashtag", "key": "tides"})
    assert [one.key for one in Mute.objects.all()] == ["harbour"]
    client.post("/mute", {"kind": "hashtag", "key": "harbour", "undo": "1"})
    assert not Mute.objects.exists()


@pytest.mark.parametrize("page", ["tokens", "webhooks", "invite", "browser"])
@pytest.mark.parametrize("drop", ["0", "", "x"])
def test_a_form_that_drops_nothing_adds_nothing_either(client, town, mara, page, drop):
    suspend(mara)
    client.force_login(mara)
    with writes() as tables:
        client.post(f"/settings/{page}", filled_in("x") | {"drop": drop})
    assert tables <= {"accounts_invitation", "community_subscription"}, "and of those nothing is added"
    assert (mara.tokens.count(), mara.invitations.count()) == (0, 1)


def test_a_suspended_reader_takes_their_data_along_signs_out_and_leaves(client, town, mara):
    suspend(mara)
    client.force_login(mara)
    assert client.get("/settings/export").getvalue()
    assert client.get("/notices").status_code == 200
    client.post("/accounts/logout/")
    client.force_login(mara)
    client.post("/settings/leave", {"name": "mara"})
    assert not Reader.objects.filter(username="mara").exists()


def test_a_language_chosen_while_suspended_is_the_browsers_alone(client, town, mara):
    suspend(mara)
    client.force_login(mara)
    client.post("/language", {"language": "de"})
    assert client.cookies["django_language"].value == "de"
    assert Reader.objects.get(pk=mara.pk).language == ""
