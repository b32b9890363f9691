"""Two readers who do the very same things, and what each of them has."""

import base64
from datetime import datetime, timedelta
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader
from newsclip.articles.models import Article
from newsclip.clips.models import Clip
from newsclip.community import actions
from newsclip.community.models import Collected, Comment, Delivery, Submission, Subscription, Suggestion
from newsclip.community.ports import News, Order
from newsclip.ranking import actions as ranking
from newsclip.ranking.models import Exploration
from newsclip.sources.models import Discovery

KEYS = {"p256dh": base64.urlsafe_b64encode(b"4" * 65).decode(), "auth": base64.urlsafe_b64encode(b"a" * 16).decode()}
# What others change of a row, by doing the same: how much something is worth, and what came of it.
_OTHERS_MAY = {"score", "state", "decided_at", "outcome", "undo", "weight", "weighed_at", "closed_at", "last_login"}


def newcomer(name: str) -> Reader:
    long_ago = timezone.now() - timedelta(days=100)
    return Reader.objects.create(username=name, email=f"{name}@people.example", date_joined=long_ago, is_moderator=True)


def acts(reader: Reader, said: Comment, idea: Suggestion, word: str) -> None:
    """All that leaves a row of one's own, with this word in it, about things that are the same for everybody."""
    now, clip = timezone.now(), Clip.objects.get()
    story = clip.story_id
    actions.vote(reader, story, now=now)
    actions.comment(reader, story, f"I was aboard. {word}", now=now)
    actions.vote_on_comment(reader, said, 1, now=now)
    for kind, key in (("hashtag", word), ("story", str(story)), ("source", f"{word}.example")):
        actions.follow(reader, kind, key, now=now)
        actions.mute(reader, kind, key, now=now)
    kept = actions.make_collection(reader, word, now=now)
    actions.collect(reader, kept, story, now=now, note=word)
    actions.remember_reading(reader, clip, now=now)
    actions.notice(reader, News("fact", word, "fact 1", story), now=now)
    article = Article.objects.order_by("pk")[:1].get()
    Submission.objects.create(reader=reader, url=f"https://{word}.example/", article=article, at=now, code="submitted")
    actions.suggest(reader, story, "headline", {"headline": f"Ferry of {reader.username}"}, now=now, why=word)
    looked, _ = Discovery.objects.get_or_create(url=f"https://{word}.example/feed", defaults={"at": now})
    actions.suggest_source(reader, looked, now=now, why=word)
    actions.challenge(reader, clip, f"The ferry of {reader.username}.", now=now, why=word)
    actions.support(reader, idea, now=now)
    actions.flag(reader, "comment", str(said.pk), "abuse", now=now, words=word)
    _is_moderated(reader, said.reader, word, now)
    _lets_in(reader, word, now)
    ranking.remember_slate(reader, [{"clip": clip.pk, "factors": {}, "chance": 1}], now=now)
    Exploration.objects.create(reader=reader, clip=clip, at=now, place=10, chance=0.02, opened=True)


def _is_moderated(reader: Reader, by: Reader, word: str, now: datetime) -> None:
    done = actions.act(by, Order("warn", "reader", str(reader.pk), word), now=now)
    asked = actions.appeal(reader, done, word, now=now)
    actions.answer(newcomer(f"mod-{reader.username}"), asked, "So be it.", upheld=False, now=now)


def _lets_in(reader: Reader, word: str, now: datetime) -> None:
    """Programs, browsers, links, and what else is of the account."""
    accounts.invite(reader, now=now)
    accounts.make_token(reader, word, ["read"], now=now)
    actions.add_webhook(reader, f"https://{word}.example/", ["clip"], now=now)
    actions.add_browser(reader, f"https://push.{word}.example/", KEYS, now=now)
    for to in Subscription.objects.filter(reader=reader):
        Delivery.objects.create(subscription=to, key="clip 1", body={}, at=now, due_at=now)
    EmailAddress.objects.create(user=reader, email=f"{reader.username}@{word}.example", primary=True, verified=True)
    Authenticator.objects.create(user=reader, type="totp", data={"secret": word})
    UserSession.objects.create(user=reader, session_key=f"key of {reader.username}", ip="192.0.2.1", user_agent=word)
    SocialAccount.objects.create(user=reader, provider="provider", uid=f"{word} {reader.username}")
    LogEntry.objects.create(user=reader, action_flag=2, object_repr=word, change_message="x")


def rows_of(reader: Reader) -> dict[str, list[dict[str, Any]]]:
    """Every row of theirs, by table, without what others may change."""
    found: dict[str, list[dict[str, Any]]] = {}
    owned = [(Delivery, "subscription__reader"), (Collected, "collection__reader")]
    for model in apps.get_models():
        owned += [
            (model, field.name)
            for field in model._meta.concrete_fields
            if field.is_relation and field.related_model is Reader and field.name in {"reader", "user"}
        ]
    for model, by in owned:
        rows = model._default_manager.filter(**{by: reader}).order_by("pk").values()
        found[model.__name__] = [{k: v for k, v in row.items() if k not in _OTHERS_MAY} for row in rows]
    return found


def counts(reader: Reader) -> dict[str, int]:
    return {table: len(rows) for table, rows in rows_of(reader).items()}
