"""Every form, given what none should be: a sentence that helps, the right status, nothing lost that was typed."""

import html
from datetime import timedelta
from urllib.parse import quote, urlencode

import pytest
from django.test import Client
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.community import actions
from newsclip.community.models import Action, Comment, Restriction, Spending, Suggestion
from newsclip.community.ports import Order
from newsclip.kernel.spans import digest_of
from newsclip.options import OPTIONS
from newsclip.stories.models import Membership
from newsclip.web.tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

# What each form is called, where it posts to, what it carries, and the fields that somebody types into.
FORMS = {
    "comment": ("/s/{story}/comment", {}, ("text",)),
    "edit": ("/comments/{said}/edit", {}, ("text",)),
    "vote on a comment": ("/comments/{answer}/vote", {"vote": "for"}, ()),
    "vote": ("/s/{story}/vote", {}, ()),
    "follow": ("/follow", {"kind": "hashtag"}, ("key",)),
    "mute": ("/mute", {"kind": "word", "for": "week"}, ("key",)),
    "collect": ("/s/{story}/collect", {}, ("title", "note")),
    "change a collection": ("/collection/ferries/change", {"public": "1"}, ("about",)),
    "submit": ("/submit", {}, ("url",)),
    "suggest a headline": ("/s/{story}/suggest", {"kind": "headline"}, ("headline", "why")),
    "suggest hashtags": ("/s/{story}/suggest", {"kind": "hashtags"}, ("hashtags", "why")),
    "suggest a split": ("/s/{story}/suggest", {"kind": "split"}, ("articles", "why")),
    "suggest a merge": ("/s/{story}/suggest", {"kind": "merge"}, ("story", "why")),
    "support": ("/suggestions/{idea}/support", {}, ()),
    "decide": ("/suggestions/{idea}/decide", {}, ()),
    "challenge": ("/c/{slug}/challenge", {"sentence": "{sentence}"}, ("why",)),
    "flag": ("/flag/comment/{answer}", {"flag": "abuse"}, ("words",)),
    "act": ("/moderation/story/{story}", {"action": "lock"}, ("reason",)),
    "act on a site": ("/moderation/domain/evil.example", {"action": "ban", "for": "day"}, ("reason",)),
    "appeal": ("/appeal/{action}", {}, ("text",)),
    "answer": ("/appeal/{asked}/answer", {"upheld": "yes"}, ("text",)),
    "split": ("/s/{story}/split", {"sure": "1", "articles": "{article}"}, ("why",)),
    "merge": ("/s/{story}/merge", {"sure": "1"}, ("into", "why")),
    "settings": ("/settings", {"edition": "daily"}, ("about",)),
    "tokens": ("/settings/tokens", {"scopes": "read"}, ("title",)),
    "webhooks": ("/settings/webhooks", {"events": "clip"}, ("url",)),
    "browser": ("/settings/browser", {"p256dh": "x", "auth": "y"}, ("endpoint",)),
    "leave": ("/settings/leave", {}, ("name",)),
    "your order": ("/your-order", {}, ("hot",)),
    "muted sources": ("/muted", {}, ("source", "back")),
    "check": ("/check", {}, ("text", "story")),
    "welcome": ("/welcome", {}, ("follow",)),
    "appearance": ("/appearance", {"next": "/"}, ("theme", "size")),
    "language": ("/language", {"next": "/"}, ("language",)),
    "sign in": ("/accounts/login/", {}, ("login", "password")),
    "sign up": ("/accounts/signup/", {}, ("username", "email", "password1")),
    "new password": ("/accounts/password/reset/", {}, ("email",)),
}
BAD = {
    "nothing": "",
    "space": " \t\n ",
    "huge": "word " * 60_000,
    "one long word": "x" * 200_000,
    "NUL": "a\0b",
    "half a pair": "a\ud800b",
    "controls": "a\x1b[2J\x07\u202eb\u2066c",
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "template": "{{ settings.SECRET_KEY }}{% debug %}",
    "sql": "'; DROP TABLE community_comment; --",
    "number": "-1",
    "large number": "9" * 400,
    "other digits": "٣²",
    "address": "javascript:alert(1)//https://x.example/\r\nSet-Cookie: a=b",
    "emoji": "👩‍👩‍👧‍👦" * 50,
}


@pytest.fixture
def town():
    clip, now = factories.ferry(), timezone.now()
    old = now - timedelta(days=100)
    orla = Reader.objects.create(username="orla", is_moderator=True, date_joined=old)
    nils = Reader.objects.create(username="nils", date_joined=old)
    said = actions.comment(orla, clip.story_id, "I was aboard.", now=now)
    answer = actions.comment(nils, clip.story_id, "How was it?", now=now)
    actions.make_collection(orla, "Ferries", now=now)
    idea = actions.suggest(nils, clip.story_id, "headline", {"headline": "Ferry"}, now=now)
    warned = actions.act(nils_as_moderator(nils), Order("warn", "reader", str(orla.pk), "Be kind."), now=now)
    asked = actions.appeal(orla, Action.objects.get(pk=warned.pk), "I was.", now=now)
    return orla, {
        "story": clip.story_id, "slug": clip.slug, "said": said.pk, "answer": answer.pk, "idea": idea.pk,
        "action": warned.pk, "asked": asked.pk, "article": Membership.objects.first().article_id,
        "url": clip.document["sources"][0]["url"], "sentence": digest_of(clip.headline),
    }  # fmt: skip


def nils_as_moderator(nils):
    nils.is_moderator = True
    return nils


def sent(client, name, ids, value):
    path, carried, typed = FORMS[name]
    form = {field: given.format(**ids) for field, given in carried.items()} | dict.fromkeys(typed, value)
    body = urlencode(form, errors="surrogatepass")
    return client.post(path.format(**ids), body, content_type="application/x-www-form-urlencoded")


@pytest.mark.parametrize("bad", BAD)
def test_no_form_breaks_whatever_it_is_given(client, town, bad):
    orla, ids = town
    client.raise_request_exception = False
    broken = {}
    for name in FORMS:
        client.force_login(orla)
        answer = sent(client, name, ids, BAD[bad])
        if answer.status_code >= 500 or not (answer.content or answer.has_header("Location")):
            broken[name] = answer.status_code
    assert broken == {}


def kept_in(answer, words):
    """Whether a refusal holds the words, ready to be sent again, or to be copied where that would be of no use."""
    page = html.unescape(answer.content.decode())
    shown = "<textarea" in page or '<blockquote class="about"' in page
    return (words in page and shown) or f'value="{words}"' in page


# What is only looked up, or chosen, is not given back: it fits no page, and a secret must not be shown.
LOOKED_UP = {
    "sign in", "sign up", "new password", "language", "appearance", "welcome", "your order", "muted sources", "browser",
    "check",
}  # fmt: skip
TYPED = [name for name, (_, _, typed) in FORMS.items() if typed and name not in LOOKED_UP]


def test_what_is_too_long_is_refused_with_the_words_still_there(client, town):
    orla, ids = town
    client.force_login(orla)
    words = ("far too many words " * 20_000).strip()
    for name in TYPED:
        answer = sent(client, name, ids, words)
        assert answer.status_code in (404, 422), name
        assert kept_in(answer, words), name


def test_who_was_signed_out_meanwhile_loses_no_word(client, town):
    _, ids = town
    for name in TYPED:
        answer = sent(client, name, ids, "long thought over")
        assert answer.status_code == 401, name
        assert kept_in(answer, "long thought over"), name
        assert "/accounts/login/" in answer.content.decode()


def test_a_form_that_grew_old_is_offered_again_with_its_words_if_it_was_ours(town):
    orla, ids = town
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(orla)
    path = f"/s/{ids['story']}/comment"
    ours = careful.post(path, {"text": "long thought over"}, headers={"origin": "http://testserver"})
    assert ours.status_code == 403
    assert kept_in(ours, "long thought over")
    theirs = careful.post(path, {"text": "what they want"}, headers={"origin": "https://evil.example"})
    assert theirs.status_code == 403
    assert not kept_in(theirs, "what they want")


WRITES = [name for name in TYPED if name not in {"settings", "leave", "tokens", "webhooks", "follow", "mute", "appeal"}]


def test_a_suspended_account_is_refused_and_loses_no_word(client, town):
    orla, ids = town
    Reader.objects.filter(pk=orla.pk).update(suspended_until=timezone.now() + timedelta(days=1))
    client.force_login(orla)
    for name in WRITES:
        answer = sent(client, name, ids, "long thought over")
        assert answer.status_code == 403, name
        assert kept_in(answer, "long thought over"), name


COUNTED = {
    "comment": "comments", "submit": "links", "suggest a split": "suggestions",
    "challenge": "suggestions", "flag": "flags",
}  # fmt: skip


def test_too_fast_is_said_with_what_to_do_and_loses_no_word(client, town):
    orla, ids = town
    client.force_login(orla)
    since = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    for name, what in COUNTED.items():
        who = {"who": f"reader {orla.pk}", "what": what, "since": since}
        Spending.objects.update_or_create(**who, defaults={"used": 10_000})
        typed = {"submit": "https://harbourtimes.example/new", "suggest a split": str(ids["article"])}
        words = typed.get(name, "thought")
        answer = sent(client, name, ids, words)
        assert answer.status_code == 429, name
        assert kept_in(answer, words), name
        assert "Come back tomorrow." in answer.content.decode()


def gone(ids, orla):
    """Each thing that somebody may come too late for, and what a form about it answers then."""
    now = timezone.now()
    Comment.objects.filter(pk=ids["said"]).update(at=now - timedelta(hours=1))
    yield "edit", 409
    Suggestion.objects.filter(pk=ids["idea"]).update(state="refused")
    yield "support", 410
    done = Action.objects.get(pk=ids["action"])
    Restriction.objects.create(target="story", key=str(ids["story"]), kind="lock", action=done)
    yield "comment", 403
    orla.is_moderator = False
    orla.save()
    yield "act", 403
    yield "answer", 403


def test_what_is_gone_closed_or_not_allowed_has_its_own_status_and_words(client, town):
    orla, ids = town
    client.force_login(orla)
    for name, status in gone(ids, orla):
        answer = sent(client, name, ids, "long thought over")
        assert answer.status_code == status, name
        if FORMS[name][2]:
            assert kept_in(answer, "long thought over"), name


def test_sending_twice_is_no_fault(client, town):
    orla, ids = town
    for name in [name for name in FORMS if name != "merge"] * 2:
        words = {"submit": ids["url"], "suggest a split": str(ids["article"])}.get(name, "the same words")
        client.force_login(orla)
        assert sent(client, name, ids, words).status_code < 500, name


ASKED = (
    "/?before={}&order={}", "/search?q={}&page={}", "/category/general?before={}", "/tag/{}",
    "/tag/sabine?before={}",
    "/source/{}", "/edition/{}", "/c/{}", "/s/{}", "/u/{}", "/collections/{}/{}", "/submit?url={}",
    "/moderation?page={}",
    "/corrections?page={}", "/disagreements?page={}", "/s/{story}/discussion?sentence={}",
    "/c/{slug}/challenge?sentence={}", "/muted?source={}",
    "/your-order?hot={}", "/c/{slug}/share/mastodon?server={}", "/feed.atom?before={}", "/search/feed.json?q={}",
    "/mail/leave/{}", "/websub/{}", "/accounts/signup/?invitation={}", "/accounts/login/?next={}",
    "/trending?period={}",
    "/notices?page={}", "/flag/comment/{}", "/moderation/story/{}", "/moderation/hashtag/{}", "/comments/{}",
    "/api/clips?before={}&limit={}", "/api/search?q={}&skip={}", "/api/clips/{}", "/media/{}.webp", "/about?mute={}",
)  # fmt: skip


@pytest.mark.parametrize("bad", BAD)
def test_no_address_breaks_whatever_stands_in_it(client, town, bad):
    orla, ids = town
    client.force_login(orla)
    client.raise_request_exception = False
    value = quote(BAD[bad][:8000].encode("utf-8", "surrogatepass"), safe="")
    broken = {}
    for path in ASKED:
        asked = path.replace("{story}", str(ids["story"])).replace("{slug}", ids["slug"]).replace("{}", value)
        answer = client.get(asked)
        if answer.status_code >= 500:
            broken[path] = answer.status_code
    assert broken == {}


@pytest.mark.parametrize(("path", "shown"), [("/", '<a href="{}">'), ("/api/clips", "{} alone")])
def test_who_asks_by_another_name_is_told_the_sites_own(client, path, shown):
    answer = client.get(path, headers={"host": "192.168.7.7:8000"})
    assert answer.status_code == 400
    assert shown.format(OPTIONS.site_url) in answer.content.decode()
