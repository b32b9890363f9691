"""What two invented people did on the site, so that every page of theirs has something to show."""

from dataclasses import asdict, replace
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone
from django.utils.http import urlencode

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community import actions
from newsclip.community.models import Action, SourceSuggestion, Submission
from newsclip.community.ports import News, Order
from newsclip.ranking import actions as ranking
from newsclip.sources.actions import look_for_sources
from newsclip.sources.ports import FoundSource
from newsclip.stories.models import Membership
from newsclip.web.tests import factories


def leave(story: int) -> tuple[dict[str, str], dict[str, str]]:
    """The sessions of mara and nils by name, and the addresses of what came of their doing."""
    now = timezone.now()
    for clip in Clip.objects.all():
        ranking.count(clip, now=now)
    mara, nils = _person("mara", is_moderator=True, is_staff=True), _person("nils")
    first = actions.comment(
        nils, story, "The lights have been out since spring: https://council.example/minutes", now=now
    )
    reply = actions.comment(mara, story, "Page 14 names the contractor, too.", now=now, parent=first)
    actions.comment(nils, story, "Good find.", now=now, parent=reply)
    actions.vote_on_comment(mara, first, 1, now=now)
    actions.follow(mara, "hashtag", "sabine", now=now)
    actions.follow(mara, "story", str(story), now=now)
    actions.mute(mara, "word", "chess*", now=now, until=now + timedelta(days=7))
    kept = actions.make_collection(mara, "Ferries", now=now, public=True)
    actions.collect(mara, kept, story, now=now, note="The first of them.")
    actions.flag(nils, "comment", str(reply.pk), "off_topic", now=now, words="It leads away from the ferry.")
    actions.act(mara, Order("warn", "reader", str(nils.pk), "Two words too many.", "nils"), now=now)
    article = Membership.objects.filter(story=story).first()
    actions.suggest(nils, story, "split", {"articles": [str(article.article_id)]}, now=now, why="Another ferry.")
    accounts.make_token(mara, "A reading program", ["read"], now=now)
    accounts.invite(mara, now=now)
    given = Submission.objects.create(reader=mara, article=None, url="https://ledger.example/gone", at=now)
    waits = Submission.objects.create(reader=mara, article=_waiting(article), url="https://ledger.example/new", at=now)
    wanted = _suggested(nils, now)
    action = Action.objects.get()
    actions.act(
        _person("orla", is_moderator=True), Order("warn", "reader", str(mara.pk), "One word too many.", "mara"), now=now
    )
    actions.add_webhook(mara, "https://programs.example/hook", ["clip", "notice"], now=now)
    actions.notice(mara, News("fact", "New: all aboard are safe.", "fact 1", story), now=now)
    actions.appeal(nils, action, "They were three.", now=now)
    gone = factories.ferry(9, at=now - timedelta(days=3))
    Clip.objects.filter(pk=gone.pk).update(state=Clip.State.WITHDRAWN, code="gone", state_at=now)
    extra = {
        "a link that gave nothing": f"/submit/{given.pk}",
        "a link on its way": f"/submit/{waits.pk}",
        "moderate": f"/moderation/comment/{first.pk}",
        "appeal": f"/appeal/{Action.objects.exclude(pk=action.pk).get().pk}",
        "webhooks": "/settings/webhooks",
        "staff": "/staff/",
        "members": "/staff/members",
        "a member": f"/staff/members/{_with_a_long_name(mara, now).pk}",
        "taking an article down": f"/staff/takedown?{urlencode({'url': article.article.url})}",
        "sources": "/staff/sources",
        "a source": f"/staff/sources/{article.article.source_id}",
        "add a source": "/staff/sources/add",
        "what was found": f"/staff/sources/found/{wanted.discovery_id}",
        "remove a source": f"/staff/sources/{article.article.source_id}/remove",
        "import a list": "/staff/sources/import",
        "the catalogue": "/staff/sources/catalogue",
        "suggest a source": "/sources/suggest",
        "a suggested source": f"/sources/suggested/{wanted.pk}",
        "a clip that was withdrawn": f"/c/{gone.slug}",
        "a comment of somebody else": f"/comments/{first.pk}/edit",
        "a button as a page": "/follow",
        "sharing on Lemmy": f"/c/{gone.slug.removesuffix('-9')}/share/lemmy",
        "a new password": "/accounts/password/reset/",
        "what is searched for": "/search",
        "nothing found": "/search?q=zzzz",
        "a day without news": "/edition/2026-01-01",
        "edit": f"/comments/{reply.pk}/edit",
    }
    return {person.username: _session(person) for person in (mara, nils)}, extra


def _with_a_long_name(mara: Reader, now: datetime) -> Reader:
    person = _person("נתנאל" + "Ж" * 140)
    actions.flag(mara, "reader", str(person.pk), "spam", now=now, words="W" * 200)
    return person


def _suggested(reader: Reader, now: datetime) -> SourceSuggestion:
    """A source that waits for a moderator, at an address where two were found."""
    looked = look_for_sources("https://quill.example/", now=now)
    found = FoundSource(
        "https://quill.example/feed", "feed", "Quill: all news", entries=12, language="sv", latest=("L" * 150, "Tugs")
    )
    looked.found = [asdict(found), asdict(replace(found, url="https://quill.example/culture", title="Quill: culture"))]
    looked.code, looked.done_at = "sources_found", now
    looked.save()
    return actions.suggest_source(reader, looked, now=now, why="It writes about the coast.")


def _person(name: str, **more: bool) -> Reader:
    person = Reader.objects.create_user(name, password="harbour-lights-9", about="I take the ferry.", **more)
    Reader.objects.filter(pk=person.pk).update(date_joined=timezone.now() - timedelta(days=100))
    person.refresh_from_db()
    return person


def _session(person: Reader) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return str(session.session_key)  # no proof is wanted by the tests' settings


def _waiting(beside: Membership) -> object:
    article = beside.article
    article.pk, article.url = None, "https://ledger.example/new"
    article.state = article.code = article.State.FOUND
    article.save()
    return article
