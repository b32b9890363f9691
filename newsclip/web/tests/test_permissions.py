"""Who may open what: every route, for a visitor, a new member, a member, a moderator and staff."""

from datetime import timedelta

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.clips.models import Amendment
from newsclip.community import actions
from newsclip.community.models import Action, Appeal, Submission
from newsclip.community.ports import Order
from newsclip.sources.actions import look_for_sources
from newsclip.sources.models import Source
from newsclip.stories.models import Membership, StoryEvent
from newsclip.web.tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
WHO = ("visitor", "newcomer", "member", "moderator", "staff")
SIGN_IN, OK, NO, MOVED, POST_ONLY = "sign in", 200, 403, 302, 405
EVERYBODY = dict.fromkeys(WHO, OK)
READERS = {"visitor": SIGN_IN} | dict.fromkeys(WHO[1:], OK)
MODERATORS = {"visitor": SIGN_IN, "newcomer": NO, "member": NO, "moderator": OK, "staff": OK}
STAFF = {"visitor": SIGN_IN, "newcomer": NO, "member": NO, "moderator": NO, "staff": OK}
POSTS = dict.fromkeys(WHO, POST_ONLY)
LEADS_ON = dict.fromkeys(WHO, MOVED)

# What a GET of each of our own routes gives, by its name. A route that is missing here fails the test below.
MATRIX = {
    "discussion": EVERYBODY,
    "discussions": EVERYBODY,
    "comment": POSTS,
    "permalink": LEADS_ON,
    "edit": {"visitor": SIGN_IN, "newcomer": NO, "member": OK, "moderator": NO, "staff": NO},
    "withdraw": POSTS,
    "comment_vote": POSTS,
    "for_you": READERS,
    "switch_learning": POSTS,
    "welcome": READERS,
    "follow": POSTS,
    "following": READERS,
    "listed": READERS,
    "as_opml": READERS,
    "mute": POSTS,
    "mark_as_read": POSTS,
    "notices": READERS,
    "reported": READERS,
    "collect": READERS,
    "save": {"visitor": SIGN_IN} | dict.fromkeys(WHO[1:], MOVED),
    "follow_story": {"visitor": SIGN_IN} | dict.fromkeys(WHO[1:], MOVED),
    "put_in": POSTS,
    "saved": READERS,
    "collections": EVERYBODY,
    "collection": {"visitor": 404, "newcomer": 404, "member": OK, "moderator": 404, "staff": 404},
    "new_collection": POSTS,
    "change_collection": POSTS,
    "submit": READERS,
    "submission": {"visitor": SIGN_IN, "newcomer": 404, "member": MOVED, "moderator": 404, "staff": 404},
    "suggest": READERS,
    "suggestions": EVERYBODY,
    "support": POSTS,
    "decide": POSTS,
    "take_out": POSTS,
    "keep": POSTS,
    "put_back": MODERATORS,
    "undo_keep": MODERATORS,
    "split": MODERATORS,
    "merge": MODERATORS,
    "move": MODERATORS,
    "add_article": MODERATORS,
    "undo": MODERATORS,
    "decisions": MODERATORS,
    "challenge": READERS,
    "moderation": EVERYBODY,
    "queue": MODERATORS,
    "act": MODERATORS,
    "flag": READERS,
    "appeal": {"visitor": SIGN_IN, "newcomer": NO, "member": OK, "moderator": NO, "staff": NO},
    "answer": POSTS,
    "person": EVERYBODY,
    "suggest_source": READERS,
    "source_suggestion": {"visitor": SIGN_IN, "newcomer": 404, "member": OK, "moderator": OK, "staff": OK},
    "decide_source": POSTS,
    "members": STAFF,
    "takedown": STAFF,
    "member": STAFF,
    "send_confirmation": POSTS,
    "send_reset": POSTS,
    "sources": STAFF,
    "add_source": STAFF,
    "found_sources": STAFF,
    "offered_sources": STAFF,
    "import_sources": STAFF,
    "export_sources": STAFF,
    "source_health": STAFF,
    "change_source": POSTS,
    "remove_source": STAFF,
    "settings": READERS,
    "invite": POSTS,
    "tokens": READERS,
    "credentials": READERS,
    "webhooks": READERS,
    "browser": POSTS,
    "export": READERS,
    "leave": READERS,
    "switch_readings": POSTS,
    "forget_readings": POSTS,
}
# Pages that read nothing of a person and change nothing: open to all, tested where they are made.
OPEN = {
    "front", "clip", "document", "evidence", "share_mastodon", "share_lemmy", "story", "story_json",
    "story_growth", "story_tellers", "category_month", "tag_month", "vote", "category", "tag", "name", "people",
    "source", "search", "check", "trending", "corrections", "disagreements", "muted_sources",
    "about", "about_edits", "about_ranking", "ranking_now", "quality", "quality_json", "your_order", "websub", "robots",
    "security_txt", "today", "edition", "service_worker", "language", "appearance", "manifest", "opensearch",
    "sitemaps", "sitemap_news", "sitemap",
    "short", "card", "offline", "embed", "oembed", "sentence",
}  # fmt: skip


def ours() -> set[str]:
    found = set()

    def walk(patterns, within: str) -> None:
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                walk(pattern.url_patterns, pattern.namespace or within)
            elif isinstance(pattern, URLPattern) and within == "web" and pattern.name:
                found.add(pattern.name)

    walk(get_resolver().url_patterns, "")
    return found


@pytest.fixture
def town():
    """A clip with a comment, a collection, a submission, a suggestion, an action and an appeal, all of the member."""
    clip = factories.ferry()
    now = timezone.now()
    people = {
        "newcomer": Reader.objects.create(username="new", date_joined=now),
        "member": Reader.objects.create(username="mara", date_joined=now - timedelta(days=100)),
        "moderator": Reader.objects.create(username="orla", is_moderator=True),
        "staff": Reader.objects.create(username="sten", is_staff=True),
    }
    member = people["member"]
    said = actions.comment(member, clip.story_id, "I was aboard.", now=now)
    actions.make_collection(member, "Ferries", now=now)
    article = Membership.objects.filter(story=clip.story_id).first().article
    given = member_submission(member, article, now)
    idea = actions.suggest(member, clip.story_id, "split", {"articles": [article.pk]}, now=now)
    action = actions.act(people["moderator"], Order("warn", "reader", str(member.pk), "Be kind."), now=now)
    asked = actions.appeal(member, Action.objects.get(pk=action.pk), "I was.", now=now)
    return people, addresses(clip, said, given, idea, action, asked)


def member_submission(member, article, now):
    return Submission.objects.create(reader=member, url=article.url, article=article, at=now, code="submitted")


# The addresses that name no row.
OF_NO_ROW = {
    "welcome": "/welcome",
    "for_you": "/for-you",
    "switch_learning": "/for-you/learning",
    "follow": "/follow",
    "following": "/following",
    "listed": "/following.json",
    "as_opml": "/following.opml",
    "mute": "/mute",
    "mark_as_read": "/read",
    "notices": "/notices",
    "reported": "/reported",
    "collections": "/collections/mara",
    "collection": "/collections/mara/ferries",
    "new_collection": "/collection/new",
    "change_collection": "/collection/ferries/change",
    "saved": "/saved",
    "submit": "/submit",
    "decisions": "/s/decisions.jsonl",
    "moderation": "/moderation",
    "queue": "/moderation/queue",
    "person": "/u/mara",
    "suggest_source": "/sources/suggest",
    "members": "/staff/members",
    "takedown": "/staff/takedown",
    "sources": "/staff/sources",
    "add_source": "/staff/sources/add",
    "offered_sources": "/staff/sources/catalogue",
    "import_sources": "/staff/sources/import",
    "export_sources": "/staff/sources/export.opml",
    "settings": "/settings",
    "invite": "/settings/invite",
    "tokens": "/settings/tokens",
    "credentials": "/settings/credentials",
    "webhooks": "/settings/webhooks",
    "browser": "/settings/browser",
    "export": "/settings/export",
    "leave": "/settings/leave",
    "switch_readings": "/settings/readings",
    "forget_readings": "/settings/forget-readings",
}


def addresses(clip, said, given, idea, action, asked: Appeal) -> dict[str, str]:
    story = clip.story_id
    looked = look_for_sources("https://quill.example/", now=clip.published)
    wanted = actions.suggest_source(said.reader, looked, now=clip.published)
    feed = Source.objects.first().pk
    change = StoryEvent.objects.create(story=clip.story, at=clip.published, kind="merged", detail={"from": 0})
    out = Action.objects.create(name="orla", kind="take_out", target="story", key=str(story), at=clip.published)
    Amendment.objects.create(story=clip.story, kind="sentence", words=[], by="doubt 1, article 1", at=clip.published)
    kept = Action.objects.create(name="orla", kind="keep_in", target="story", key=str(story), at=clip.published)
    return OF_NO_ROW | {
        "discussion": f"/s/{story}/discussion",
        "comment": f"/s/{story}/comment",
        "permalink": f"/comments/{said.pk}",
        "edit": f"/comments/{said.pk}/edit",
        "withdraw": f"/comments/{said.pk}/withdraw",
        "comment_vote": f"/comments/{said.pk}/vote",
        "collect": f"/s/{story}/collect",
        "save": f"/s/{story}/save",
        "follow_story": f"/s/{story}/follow",
        "put_in": f"/s/{story}/collections",
        "submission": f"/submit/{given.pk}",
        "suggest": f"/s/{story}/suggest",
        "suggestions": f"/s/{story}/suggestions",
        "support": f"/suggestions/{idea.pk}/support",
        "decide": f"/suggestions/{idea.pk}/decide",
        "take_out": f"/doubts/{idea.pk}/take-out",
        "keep": f"/s/{story}/keep",
        "put_back": f"/moderation/put-back/{out.pk}",
        "undo_keep": f"/moderation/undo/{kept.pk}",
        "split": f"/s/{story}/split",
        "merge": f"/s/{story}/merge",
        "move": f"/s/{story}/move",
        "add_article": f"/s/{story}/add",
        "undo": f"/s/undo/{change.pk}",
        "challenge": f"/c/{clip.slug}/challenge",
        "act": f"/moderation/story/{story}",
        "flag": f"/flag/story/{story}",
        "appeal": f"/appeal/{action.pk}",
        "answer": f"/appeal/{asked.pk}/answer",
        "source_suggestion": f"/sources/suggested/{wanted.pk}",
        "decide_source": f"/sources/suggested/{wanted.pk}/decide",
        "member": f"/staff/members/{said.reader_id}",
        "send_confirmation": f"/staff/members/{said.reader_id}/confirmation",
        "send_reset": f"/staff/members/{said.reader_id}/new-password",
        "found_sources": f"/staff/sources/found/{looked.pk}",
        "source_health": f"/staff/sources/{feed}",
        "change_source": f"/staff/sources/{feed}/change",
        "remove_source": f"/staff/sources/{feed}/remove",
    }


def given_to(answer):
    if answer.status_code == 302 and "/accounts/login/" in answer["Location"]:
        return SIGN_IN
    answer.getvalue()  # what is a file is closed at its end
    return answer.status_code


def test_every_route_of_ours_is_in_the_matrix():
    assert ours() == set(MATRIX) | OPEN


@pytest.mark.parametrize("who", WHO)
def test_every_route_opens_to_whom_it_should(client, town, who):
    people, paths = town
    if who in people:
        client.force_login(people[who])
    seen = {name: given_to(client.get(path)) for name, path in paths.items()}
    assert seen == {name: MATRIX[name][who] for name in paths}


def test_a_stranger_changes_nothing(client, town):
    _, paths = town
    for name in (name for name, row in MATRIX.items() if row is POSTS):
        assert given_to(client.post(paths[name])) == SIGN_IN, name


def test_what_is_for_moderators_is_refused_to_members(client, town):
    people, paths = town
    client.force_login(people["member"])
    for name in ("decide", "take_out", "keep", "decide_source", "answer", "act"):
        assert client.post(paths[name], {"text": "x", "action": "lock", "reason": "x"}).status_code == 403, name


def test_who_is_not_concerned_is_told_that_they_cannot_appeal(client, town):
    people, paths = town
    client.force_login(people["newcomer"])
    assert "Only the person whom it concerns can appeal." in client.get(paths["appeal"]).content.decode()
