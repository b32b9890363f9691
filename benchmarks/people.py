"""A site of many people, of whom nothing waits: what they did is done, made by the database, so many rows a table.

News comes at one pace, however many rows there are: more of them reach further back. What people did is as they leave
it: votes are weighed, notices are read, sent or of who wants none by mail, editions were sent lately, deliveries were
taken, sessions are in force. What is kept for a while alone (what counts against limits, deliveries, lots) is of that
while.
"""

from typing import Any

from django.db import connection, models

from benchmarks.million_rows import insert, minutes_before, without_indexes

PUBLISHERS = 100
_AHEAD = "-9999"

type Table = tuple[type[models.Model], dict[str, str], int]


def fill(rows: int) -> None:
    """Into an empty site whose tables exist."""
    tables = [*_news(rows), *_readers(rows), *_said(rows), *_wanted(rows), *_kept(rows)]
    later = without_indexes([table for table, _, _ in tables])
    for table, given, number in tables:
        insert(table, {table._meta.pk.column: "n"} | given, number)
    with connection.cursor() as cursor:
        for statement in later:
            cursor.execute(statement)
        if connection.vendor == "postgresql":  # which sees to it by itself; SQLite's file is never analysed
            cursor.execute("VACUUM ANALYZE")


def _news(rows: int) -> list[Table]:
    from newsclip.articles.models import Article
    from newsclip.clips.models import Assignment, Clip, ClipVersion, Correction, Hashtag
    from newsclip.ranking.models import Standing
    from newsclip.sources.models import Look, Publisher, Source
    from newsclip.stories.models import Membership, Story

    when, source = _ago("n * 10 + 30"), f"n % {PUBLISHERS} + 1"
    lately = "CASE WHEN n <= 280 THEN 'new' ELSE 'quiet' END"
    read = {"state": "'read'", "code": "'read'", "due_at": "NULL", "revisions": "1", "placed_revision": "1"}
    words = {"document": "'{}'", "headline": "'Headline ' || n", "slug": "'clip-' || n", "category": "'General'"}
    done = {"indexed_version": "1", "ranked_version": "1", "announced_version": "1"}
    return [
        (Publisher, {"domain": "'p' || n || '.example'", "name": "'P ' || n"}, PUBLISHERS),
        (Source, {"publisher_id": "n", "url": "'https://p' || n || '.example/feed'", "kind": "'feed'",
                  "added_at": _ago("9"), "due_at": _ago(_AHEAD)}, PUBLISHERS),
        (Look, {"source_id": source, "at": _ago("n % 40000"), "code": "'unchanged'"}, rows),
        (Article, {"url": "'https://p.example/' || n", "source_id": source, "publisher_id": source, "found_at": when,
                   "published": when, "looked_at": when} | read, rows),
        (Story, {"started_at": when, "last_at": when, "articles": "1", "key": "NULL", "phase": lately,
                 "written_version": "1"}, rows),
        (Membership, {"article_id": "n", "story_id": "n", "revision": "1", "report": "1", "at": when}, rows),
        (Assignment, {"story_id": "n", "story_version": "1", "code": "'written'", "at": when}, rows),
        (Clip, {"story_id": "n", "published": when, "updated": when} | words | done, rows),
        (ClipVersion, {"clip_id": "n", "version": "1", "document": "'{}'", "at": when}, rows),
        (Correction, {"clip_id": "n", "version": "1", "kind": "'revised'", "at": when}, rows // 10),
        (Hashtag, {"clip_id": "n", "name": "'T' || (n % 5000)", "key": "'t' || (n % 5000)", "place": "0"}, rows),
        (Standing, {"clip_id": "n", "hot": "n", "clip_version": "1", "counted_at": when, "published": when}, rows),
    ]  # fmt: skip


def _readers(rows: int) -> list[Table]:
    from allauth.account.models import EmailAddress
    from allauth.usersessions.models import UserSession
    from django.contrib.sessions.models import Session

    from newsclip.accounts.models import CacheEntry, Invitation, Reader, Token

    mail, lately = "'r' || n || '@people.example'", _ago("9")
    editions = "CASE n % 4 WHEN 0 THEN 'daily' WHEN 1 THEN 'weekly' ELSE '' END"
    return [
        (Reader, {"username": "'r' || n", "email": mail, "edition": editions, "password": "'!'",
                  "edition_at": _ago("n % 720"), "notices_by_mail": "n % 4 = 0", "date_joined": _ago("90000")}, rows),
        (EmailAddress, {"user_id": "n", "email": mail, "verified": _true(), "primary": _true()}, rows),
        (Session, {"session_key": "'s' || n", "session_data": "''", "expire_date": _ago(_AHEAD)}, rows),
        (UserSession, {"user_id": "n", "session_key": "'s' || n", "ip": "'192.0.2.1'", "data": "'{}'",
                       "created_at": lately, "last_seen_at": lately}, rows),
        (Token, {"reader_id": "n", "digest": "'d' || n", "name": "'program'", "made_at": lately}, rows),
        (Invitation, {"reader_id": "n", "code": "'c' || n", "digest": "'d' || n", "made_at": lately}, rows // 10),
        (CacheEntry, {"cache_key": "'k' || n", "value": "''", "expires": _ago(_AHEAD)}, rows),
    ]  # fmt: skip


def _said(rows: int) -> list[Table]:
    """What people said of the news; some votes were taken back lately."""
    from newsclip.community.models import Challenge, Comment, CommentVote, Reading, Submission, Suggestion, Vote

    when = _ago("n * 3 + 30")
    by = {"reader_id": "n", "at": when}
    given = {"weight": "0.5", "weighed_at": when, "value": "CASE WHEN n <= 300 THEN 0 ELSE 1 END"}
    return [
        (Vote, by | {"story_id": "n"} | given, rows),
        (Comment, by | {"story_id": "n", "text": "'Words ' || n", "digest": "'d' || n", "parent_id": "NULL"}, rows),
        (CommentVote, by | {"comment_id": "n"}, rows),
        (Reading, by | {"clip_id": "n", "version": "1"}, rows),
        (Submission, by | {"url": "'https://p.example/' || n", "article_id": "n", "code": "'submitted'"}, rows // 10),
        (Suggestion, by | {"story_id": "n", "kind": "'headline'", "wanted": "'{}'", "state": "'applied'",
                           "decided_at": when}, rows // 10),
        (Challenge, by | {"clip_id": "n", "clip_version": "1", "sentence": "'Words'", "upheld": _true(),
                          "decided_at": when}, rows // 10),
    ]  # fmt: skip


def _wanted(rows: int) -> list[Table]:
    """What people follow, mute and are told."""
    from newsclip.community.models import Collected, Collection, Delivery, Follow, Mute, Notice, Subscription

    when, told, taken = _ago("n * 3 + 30"), _ago("n * 5 / 4 + 30"), _ago("n % 9000")
    kind = "CASE n % 2 WHEN 0 THEN 'webhook' ELSE 'push' END"
    of_clips, events = "n % 4 = 0", 'CASE n % 4 WHEN 0 THEN \'["clip", "correction"]\' ELSE \'["notice"]\' END'
    events = f"CAST({events} AS jsonb)" if connection.vendor == "postgresql" else events
    topic = {"reader_id": "n", "at": when, "kind": "'hashtag'", "key": "'t' || (n % 5000)"}
    read = {"read_at": f"CASE WHEN n % 3 = 0 THEN {told} END", "mailed_at": f"CASE WHEN n % 4 = 0 THEN {told} END"}
    return [
        (Follow, topic, rows),
        (Mute, topic, rows),
        (Notice, {"reader_id": "n", "kind": "'fact'", "story_id": "n", "comment_id": "NULL", "key": "'k' || n",
                  "words": "'Something new'", "at": told} | read, rows),
        (Collection, {"reader_id": "n", "slug": "'kept'", "title": "'Kept'", "public": _true(), "made_at": when}, rows),
        (Collected, {"collection_id": "n", "story_id": "n", "at": when}, rows),
        (Subscription, {"reader_id": "n", "kind": kind, "url": "'https://to.example/' || n", "events": events,
                        "of_clips": of_clips, "made_at": when, "seen_at": _ago("1")}, rows),
        (Delivery, {"subscription_id": "n", "key": "'k' || n", "body": "'{}'", "at": taken, "due_at": taken,
                    "done_at": taken, "tries": "1"}, rows),
    ]  # fmt: skip


def _kept(rows: int) -> list[Table]:
    """What rules and moderators keep."""
    from newsclip.community.models import Action, Flag, Restriction, Spending
    from newsclip.ranking.models import Exploration

    when, few = _ago("n * 3 + 30"), rows // 10
    deed = {"target": "'comment'", "key": "'' || n", "kind": "'lock'"}
    until = f"CASE WHEN n % 2 = 0 THEN {_ago(_AHEAD)} END"
    return [
        (Spending, {"who": "'reader ' || n", "what": "'votes'", "since": _ago("720 + 1440 * (n % 2)"), "used": "1"},
         rows),
        (Action, deed | {"name": "'orla'", "label": "'it'", "reason": "'so'", "at": when}, few),
        (Restriction, deed | {"action_id": "n", "until": until}, few),
        (Flag, {"reader_id": "n", "kind": "'comment'", "key": "'' || n", "reason": "'spam'", "at": when,
                "closed_at": when}, few),
        (Exploration, {"reader_id": "n", "clip_id": "n", "at": _ago("n % 20000"), "place": "3", "chance": "0.1",
                       "opened": _true()}, rows),
    ]  # fmt: skip


def _ago(minutes: str) -> str:
    return minutes_before(minutes)


def _true() -> Any:
    return "true" if connection.vendor == "postgresql" else "1"
