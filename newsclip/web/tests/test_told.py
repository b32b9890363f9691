"""What readers and moderators are told that is new, on every page and in their language."""

from datetime import timedelta

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import resolve
from django.utils import timezone

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader
from newsclip.community import actions, queries
from newsclip.community.models import Appeal, Suggestion
from newsclip.community.ports import News, Order

pytestmark = pytest.mark.django_db


def body(answer):
    return answer.content.decode()


@pytest.mark.slow
def test_pages_say_how_many_notices_are_new_until_they_were_seen(signed_in, clip, mara):
    pages = ("/", f"/c/{clip.slug}", f"/s/{clip.story_id}", "/category/general", "/about", "/settings")
    assert [path for path in pages if 'class="unread"' in body(signed_in.get(path))] == []
    for count, shown in ((3, "3"), (8, "9+")):
        for number in range(count):
            actions.notice(mara, News("reply", "nils replied: yes", f"{count} {number}"), now=timezone.now())
        assert [path for path in pages if f'<span class="unread">{shown}<' not in body(signed_in.get(path))] == []
    signed_in.get("/notices")
    assert [path for path in pages if 'class="unread"' in body(signed_in.get(path))] == []


def test_moderators_see_on_every_page_that_something_waits_and_others_do_not(client, mara, clip):
    said = actions.comment(mara, clip.story_id, "I was aboard.", now=timezone.now())
    nils = Reader.objects.create(username="nils", date_joined=timezone.now() - timedelta(days=100))
    orla = Reader.objects.create(username="orla", is_moderator=True)
    pages = ("/", f"/c/{clip.slug}", "/category/general", "/notices", "/settings", "/moderation")
    waits = '<a href="/moderation/queue">Review queue<span class="unseen">, </span><span class="unread">1</span></a>'
    client.force_login(orla)
    assert [path for path in pages if 'class="unread"' in body(client.get(path))] == []
    actions.flag(nils, "comment", str(said.pk), "off_topic", now=timezone.now())
    caches["process"].clear()
    assert [path for path in pages if waits not in body(client.get(path))] == []
    client.force_login(nils)
    assert [path for path in pages if "Review queue" in body(client.get(path))] == []
    actions.act(orla, Order("dismiss", "comment", str(said.pk), "It is on topic."), now=timezone.now())
    warned = actions.act(orla, Order("warn", "reader", str(mara.pk), "Be kind."), now=timezone.now())
    actions.appeal(mara, warned, "I was.", now=timezone.now())
    client.force_login(orla)
    assert "It is on topic." in body(client.get("/moderation"))
    client.get("/moderation/queue")
    assert waits in body(client.get("/settings"))
    actions.answer(orla, Appeal.objects.get(), "So be it.", upheld=False, now=timezone.now())
    client.get("/moderation/queue")
    assert waits not in body(client.get("/settings"))


@pytest.mark.parametrize(
    ("rights", "seen"),
    [
        ({}, []),
        ({"is_moderator": True}, ["/moderation/queue"]),
        ({"is_staff": True}, ["/moderation/queue", "/staff/sources", "/staff/"]),
    ],
)
def test_who_looks_after_the_site_finds_the_way_in_every_pages_head(client, clip, sharing, rights, seen):
    client.force_login(Reader.objects.create(username="nils"))
    client.get("/")  # kept for all who are signed in
    client.force_login(Reader.objects.create(username="orla", **rights))
    ways = ("/moderation/queue", "/staff/sources", "/staff/")
    for path in ("/", "/about"):
        head = body(client.get(path)).partition("</header>")[0]
        assert [way for way in ways if f'href="{way}"' in head] == seen


def test_who_moderates_waits_for_no_query_to_see_it(client, clip, django_assert_num_queries):
    """But for one look a minute."""
    client.force_login(Reader.objects.create(username="orla", is_moderator=True))
    client.get("/about")
    with CaptureQueriesContext(connection) as before:
        client.get("/about")
        looked = len(before)
    client.force_login(Reader.objects.create(username="nils"))
    client.get("/about")
    with django_assert_num_queries(looked):
        client.get("/about")


def test_what_a_notice_says_is_said_in_the_language_of_the_page_and_of_its_reader(signed_in, clip, mara):
    nils = Reader.objects.create(username="nils", date_joined=timezone.now() - timedelta(days=100))
    said = actions.comment(mara, clip.story_id, "I was aboard.", now=timezone.now())
    actions.comment(nils, clip.story_id, "How was it?", now=timezone.now(), parent=said)
    Reader.objects.filter(pk=mara.pk).update(language="fr")
    key = accounts.make_token(mara, "mine", ["read", "feed"], now=timezone.now())
    assert "nils hat geantwortet: How was it?" in body(signed_in.get("/notices", headers={"accept-language": "de"}))
    assert "nils a répondu : How was it?" in body(signed_in.get(f"/notices/feed.atom?token={key}"))
    told = signed_in.get("/api/notices", headers={"authorization": f"Bearer {key}"}).json()
    assert [one["words"] for one in told] == ["nils a répondu : How was it?"]


def test_only_who_is_concerned_is_offered_an_appeal(client, clip, mara):
    now = timezone.now()
    nils = Reader.objects.create(username="nils", is_moderator=True, date_joined=now - timedelta(days=100))
    orla = Reader.objects.create(username="orla", date_joined=now - timedelta(days=90))
    said = actions.comment(mara, clip.story_id, "I was aboard.", now=now)
    removed = actions.act(nils, Order("remove", "comment", str(said.pk), "Off topic."), now=now)
    actions.act(nils, Order("restore", "comment", str(said.pk), "It was not."), now=now)
    warned = actions.act(nils, Order("warn", "reader", str(orla.pk), "Too loud."), now=now)
    asks = {reader: accounts.make_token(reader, "x", ["read"], now=now) for reader in (mara, nils, orla)}
    for reader, theirs in ((mara, {removed.pk}), (orla, {warned.pk}), (nils, set())):
        client.force_login(reader)
        shown = client.get("/moderation").content.decode()
        assert {pk for pk in (removed.pk, warned.pk, removed.pk + 1) if f'href="/appeal/{pk}?' in shown} == theirs
        token = {"Authorization": f"Bearer {asks[reader]}"}
        assert {one["id"] for one in client.get("/api/moderation", headers=token).json() if one["may_appeal"]} == theirs
    client.logout()
    assert not any(one["may_appeal"] for one in client.get("/api/moderation").json())
    assert "/appeal/" not in client.get("/moderation").content.decode()


@pytest.mark.parametrize(
    ("kind", "key", "page"),
    [
        ("moderation", "action 7", "/appeal/7"),
        ("appeal", "appeal 7", "/moderation"),
        ("source", "source 7 202605010900", "/sources/suggested/7"),
        ("webhook", "webhook 7 3", "/settings/webhooks"),
        ("moderation", "action", "/notices"),
        ("source", "source x", "/notices"),
    ],
)
def test_a_notice_leads_to_the_page_of_what_it_tells(signed_in, mara, kind, key, page):
    actions.notice(mara, News(kind, "Something was decided.", key), now=timezone.now())
    assert queries.page_of(queries.news_for(mara).get()) == page
    assert resolve(page)
    link = f'<a href="{page}">Something was decided.</a>'
    assert (link in body(signed_in.get("/notices"))) == (page != "/notices")


def test_a_notice_of_a_story_or_a_comment_leads_there(signed_in, mara, clip):
    said = actions.comment(mara, clip.story_id, "I was aboard.", now=timezone.now())
    actions.notice(mara, News("fact", "New: fog.", "a", clip.story_id), now=timezone.now())
    actions.notice(mara, News("reply", "nils replied: yes", "b", clip.story_id, said.pk), now=timezone.now())
    shown = body(signed_in.get("/notices"))
    assert f'<a href="/s/{clip.story_id}">New: fog.</a>' in shown
    assert f'<a href="/comments/{said.pk}">nils replied: yes</a>' in shown


def test_what_a_moderator_decides_of_a_suggestion_waits_no_more_at_once(client, mara, clip):
    now, orla = timezone.now(), Reader.objects.create(username="orla", is_moderator=True)
    idea = actions.suggest(mara, clip.story_id, "headline", {"headline": "Ferry aground off Tern Rock"}, now=now)
    Suggestion.objects.filter(pk=idea.pk).update(referred_at=now)
    caches["process"].clear()
    client.force_login(orla)
    assert '<span class="unread">1</span>' in body(client.get("/settings"))
    client.post(f"/suggestions/{idea.pk}/decide", {"refuse": "", "why": "Not what happened."})
    assert '<span class="unread">1</span>' not in body(client.get("/settings"))
