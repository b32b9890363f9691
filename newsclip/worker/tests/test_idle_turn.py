"""A worker with nothing to do writes nothing, and looks through no table, however much was done before."""

import re
from datetime import timedelta
from threading import Event

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsclip import wiring
from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader
from newsclip.articles.models import Article, Picture
from newsclip.community import actions
from newsclip.community.models import Notice
from newsclip.community.ports import News
from newsclip.sources.models import Source
from newsclip.web.tests import factories
from newsclip.worker.loop import DUTIES, turn

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
NOW = factories.NOON + timedelta(hours=1)
LATER = NOW + timedelta(minutes=20)
# An index or a table of what waits, or no more than a few rows.
SMALL = re.compile(
    r"SCAN (community_uncounted|sources_push|ranking_trend|\w+ USING (COVERING )?INDEX (clip_to_\w+|vote_to_weigh"
    r"|comment_\w*to_weigh|article_to_place|article_came_or_went|story_to_write|story_to_chain"
    r"|story_moved|story_not_quiet|chain_link_to_tell|discovery_waiting))"
)


@pytest.fixture
def idle():
    """What an idle turn asks, of a site where people did a little of everything."""
    story = factories.ferry().story_id
    mara = Reader.objects.create(username="mara", email="m@people.example", date_joined=NOW - timedelta(days=50))
    accounts.change(mara, about="", edition="daily", notices_by_mail=True)
    mara.refresh_from_db()
    actions.notice(mara, News("fact", "New", "fact 1"), now=NOW - timedelta(minutes=1))
    actions.seen(mara, now=NOW)
    actions.vote(mara, story, now=NOW)
    actions.comment(mara, story, "I was aboard.", now=NOW)
    actions.add_webhook(mara, "https://there.example/", ["clip", "notice"], now=NOW)
    for rows in (Source.objects, Article.objects, Picture.objects):
        rows.update(due_at=NOW + timedelta(days=1))
    tools, stop = wiring.tools(), Event()
    for at in (NOW, LATER):
        while turn(tools, lambda at=at: at, stop, DUTIES):
            pass
    with CaptureQueriesContext(connection) as asked:
        assert not turn(tools, lambda: LATER + timedelta(seconds=20), stop, DUTIES)
    return [query["sql"] for query in asked.captured_queries]


def test_it_writes_nothing(idle):
    assert Notice.objects.exists()
    assert [sql for sql in idle if not sql.startswith("SELECT")] == []


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL reads small tables whole")
def test_it_looks_through_no_table(idle):
    plans = []
    with connection.cursor() as cursor:
        for sql in idle:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
            plans += [row[-1] for row in cursor.fetchall()]
    assert [line for line in plans if line.startswith("SCAN") and not SMALL.match(line)] == []
    assert {"vote_taken_back", "notice_to_mail", "reader_edition", "reader_leaving"} <= set(
        re.findall(r"INDEX (\w+)", " ".join(plans))
    )
