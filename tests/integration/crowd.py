"""Forty threads at once do what has a limit, on the database of the settings."""

from base64 import urlsafe_b64encode
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

from django.db import connection

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Invitation, Reader
from newsclip.community import actions
from newsclip.community.actions.collecting import MOST_COLLECTIONS, MOST_STORIES
from newsclip.community.models import Collected, Collection, Comment, Flag, Target, Vote
from newsclip.kernel.reasons import Refused
from newsclip.stories.models import Story

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
CROWD = 40
BROWSER = {
    "p256dh": urlsafe_b64encode(bytes([4]) + bytes(64)).decode(),
    "auth": urlsafe_b64encode(bytes(16)).decode(),
}


def let_through() -> dict[str, int]:
    """How often each was let through, and what is kept: a newcomer's comments, votes and flags from many windows."""
    story = Story.objects.create(started_at=NOW, last_at=NOW)
    pia = Reader.objects.create(username="pia", date_joined=NOW - timedelta(days=1))
    crowd = [Reader.objects.create(username=f"one{n}", date_joined=NOW - timedelta(days=99)) for n in range(CROWD)]
    invitation = accounts.invite(pia, now=NOW)
    noor = Reader.objects.create(username="noor", date_joined=NOW - timedelta(days=99))
    ferries = actions.make_collection(noor, "Ferries", now=NOW)
    stories = [Story.objects.create(started_at=NOW, last_at=NOW).pk for _ in range(CROWD)]
    _fill(noor, ferries, CROWD // 2)
    return {
        "spent": at_once(lambda n: actions.spend("somebody", "links", limit=7, now=NOW)),
        "comments": at_once(lambda n: actions.comment(pia, story.pk, f"Word {n}.", now=NOW)),
        "comments kept": Comment.objects.count(),
        "votes": at_once(lambda n: actions.vote(pia, story.pk, now=NOW)),
        "votes kept": Vote.objects.count(),
        "flags": at_once(lambda n: actions.flag(pia, "reader", str(noor.pk), "spam", now=NOW)),
        "flags kept": Flag.objects.filter(kind=Target.READER).count(),
        "invited": at_once(lambda n: invited(invitation, crowd[n])),
        "invitations used": Reader.objects.filter(invited_by=pia).count(),
        "same words": at_once(lambda n: actions.comment(crowd[n], story.pk, "Come to the harbour fair!", now=NOW)),
        "same words shown": shown("Come to the harbour fair!"),
        "made the same": at_once(lambda n: made_the_same(crowd[n], story.pk, n)),
        "made the same shown": shown("Come to the winter fair!"),
        "links to invite": at_once(lambda n: accounts.invite(noor, now=NOW)),
        "tokens": at_once(lambda n: accounts.make_token(noor, f"Program {n}", ["read"], now=NOW)),
        "webhooks": at_once(lambda n: actions.add_webhook(noor, f"https://p{n}.example/", ["clip"], now=NOW)),
        "browsers": at_once(lambda n: actions.add_browser(noor, f"https://b{n}.example/", BROWSER, now=NOW)),
        "kept in collections": at_once(lambda n: actions.collect(noor, ferries, stories[n], now=NOW)),
        "collections": at_once(lambda n: actions.make_collection(noor, f"Kept {n}", now=NOW)),
    }


def _fill(reader: Reader, collection: Collection, free: int) -> None:
    """As many collections, and as many stories in this one, as leave room for `free` more."""
    Collection.objects.bulk_create(
        Collection(reader=reader, slug=f"old-{n}", title="Old", made_at=NOW) for n in range(MOST_COLLECTIONS - 1 - free)
    )
    old = Story.objects.bulk_create(Story(started_at=NOW, last_at=NOW) for _ in range(MOST_STORIES - free))
    Collected.objects.bulk_create(Collected(collection=collection, story=one, at=NOW) for one in old)


def invited(invitation: Invitation, reader: Reader) -> None:
    if not accounts.use(invitation, reader, now=NOW):
        raise Refused("already_gone")


def made_the_same(reader: Reader, story_id: int, number: int) -> None:
    """Words of one's own, changed into those that all others change theirs into."""
    said = actions.comment(reader, story_id, f"Word {number} of mine.", now=NOW)
    actions.edit(reader, said, "Come to the winter fair!", now=NOW)


def shown(text: str) -> int:
    return Comment.objects.filter(text=text, state=Comment.State.SHOWN).count()


def at_once(do: Callable[[int], object]) -> int:
    """How many of the crowd were let through. Anything but a refusal is raised."""
    together = Barrier(CROWD)

    def one(number: int) -> bool:
        try:
            together.wait(timeout=60)
            do(number)
        except Refused:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(CROWD) as crowd:
        return sum(crowd.map(one, range(CROWD)))
