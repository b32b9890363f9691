from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from newsclip.accounts.models import Reader
from newsclip.community.actions.account_value import score
from newsclip.community.actions.story_counts import recount
from newsclip.community.models import (
    Action,
    Appeal,
    Challenge,
    Collected,
    Comment,
    CommentVote,
    Delivery,
    Flag,
    Follow,
    Mute,
    Notice,
    Reading,
    SourceSuggestion,
    Submission,
    Suggestion,
    Target,
    Topic,
    Vote,
)
from newsclip.db.batches import drop, in_batches
from newsclip.sources.models import Discovery
from newsclip.stories.queries import stories_of

_SOMEBODY = "somebody who left"
_AT_ONCE = 200  # rows per transaction


def forget(reader: Reader, *, now: datetime) -> None:
    """Delete what a leaving reader wrote, and their name everywhere; what others did stays.

    Rows that belong to the account go with it. The public log keeps who acted as a moderator, and why: that is its
    purpose. Works in small transactions, so that nobody waits long to write; an interrupted run starts over.
    """
    for some in (_take_back_votes, _take_back_votes_on_comments, _take_back_words, _let_go_of_links):
        in_batches(partial(some, reader, now))
    for rows in _of_their_own(reader):
        in_batches(partial(drop, rows))
    _forget_name(reader)


# Locks are taken in one order, dirty stories last, so that two processes cannot deadlock.


def _take_back_votes(reader: Reader, now: datetime) -> bool:
    """Retract a batch of votes on stories. Returns whether there were any."""
    some = dict(Vote.objects.filter(reader=reader).values_list("pk", "story_id")[:_AT_ONCE])
    if some:
        with transaction.atomic():
            Vote.objects.filter(pk__in=some).delete()
            recount(some.values(), now=now)
    return bool(some)


def _take_back_votes_on_comments(reader: Reader, now: datetime) -> bool:
    some = list(CommentVote.objects.filter(reader=reader)[:_AT_ONCE])
    if some:
        with transaction.atomic():
            CommentVote.objects.filter(pk__in=[given.pk for given in some]).delete()
            score(sorted({given.comment_id for given in some}), now=now)
    return bool(some)


def _take_back_words(reader: Reader, now: datetime) -> bool:
    some = dict(Comment.objects.filter(reader=reader).values_list("pk", "story_id")[:_AT_ONCE])
    if some:
        with transaction.atomic():
            Notice.objects.filter(comment__in=some).delete()  # they repeat the words
            said = Comment.objects.filter(pk__in=some)
            said.update(state=Comment.State.WITHDRAWN, text="", anchor=None, digest="", reader=None)
            recount(some.values(), now=now)
    return bool(some)


def _let_go_of_links(reader: Reader, now: datetime) -> bool:
    """Anonymize a batch of submissions. The row stays: without it the link would count as the operator's."""
    some = dict(Submission.objects.filter(reader=reader).values_list("pk", "article_id")[:_AT_ONCE])
    if some:
        with transaction.atomic():
            Submission.objects.filter(pk__in=some, article=None).delete()
            Submission.objects.filter(pk__in=some).update(reader=None, url="")
            recount(stories_of(some.values()), now=now)
    return bool(some)


def _of_their_own(reader: Reader) -> "Iterator[QuerySet[Any]]":
    """Rows that deleting the account would delete too, but in one large transaction."""
    for model in (Reading, Notice, Follow, Mute):
        yield model._default_manager.filter(reader=reader)
    yield Collected.objects.filter(collection__reader=reader)
    yield Delivery.objects.filter(subscription__reader=reader)


@transaction.atomic
def _forget_name(reader: Reader) -> None:
    about = Topic.PERSON, reader.username
    Follow.objects.filter(kind=about[0], key=about[1]).delete()
    Mute.objects.filter(kind=about[0], key=about[1]).delete()
    Action.objects.filter(target=Target.READER, key=str(reader.pk)).update(label=_SOMEBODY)
    named = Action.objects.filter(target=Target.COMMENT, label__endswith=f" {reader.username}")
    named.update(label=f"a comment by {_SOMEBODY}")
    Flag.objects.filter(kind=Target.READER, key=str(reader.pk)).delete()
    Flag.objects.filter(reader=reader).update(words="")
    Appeal.objects.filter(reader=reader).update(text="")
    Challenge.objects.filter(reader=reader).update(why="")
    _let_go_of_sources(reader)
    mine = Suggestion.objects.filter(reader=reader)
    mine.filter(state=Suggestion.State.OPEN).delete()
    mine.update(why="")


def _let_go_of_sources(reader: Reader) -> None:
    """The public log says of which publishers a source was added or declined; who wanted it, nobody needs to know."""
    mine = SourceSuggestion.objects.filter(reader=reader)
    looked = list(mine.filter(discovery__isnull=False).values_list("discovery", flat=True))
    mine.delete()
    others = SourceSuggestion.objects.filter(discovery__in=looked).values("discovery")
    Discovery.objects.filter(pk__in=looked).exclude(pk__in=others).delete()
