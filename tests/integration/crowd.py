"""Forty threads at once do what has a limit, on the database of the settings."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

from django.db import connection

from newsclip.accounts.models import Reader
from newsclip.community import actions
from newsclip.community.models import Comment, Flag, Vote
from newsclip.kernel.reasons import Refused
from newsclip.stories.models import Story

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
CROWD = 40


def let_through() -> dict[str, int]:
    """How often each was let through, and what is kept: a newcomer's comments, votes and flags from many windows."""
    story = Story.objects.create(started_at=NOW, last_at=NOW)
    pia = Reader.objects.create(username="pia", date_joined=NOW - timedelta(days=1))
    return {
        "spent": at_once(lambda n: actions.spend("somebody", "links", limit=7, now=NOW)),
        "comments": at_once(lambda n: actions.comment(pia, story.pk, f"Word {n}.", now=NOW)),
        "comments kept": Comment.objects.count(),
        "votes": at_once(lambda n: actions.vote(pia, story.pk, now=NOW)),
        "votes kept": Vote.objects.count(),
        "flags": at_once(lambda n: actions.flag(pia, "story", str(story.pk), "spam", now=NOW)),
        "flags kept": Flag.objects.count(),
    }


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
