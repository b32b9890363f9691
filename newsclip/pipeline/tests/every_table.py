"""A row of every kind about a clip, with words of its publisher's wherever a row may hold some."""

from datetime import datetime, timedelta

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from newsclip.accounts.models import Reader
from newsclip.articles import queries as articles
from newsclip.clips.models import Clip, Redirect
from newsclip.ranking import actions as ranking
from newsclip.ranking.models import Exploration, StoryTrend, TagReview, Trend, Weights
from newsclip.sources.models import Discovery, Host, Look, Robots, Source, Subscription
from newsclip.stories import actions as stories
from newsclip.stories.actions.sync_index import fill
from newsclip.stories.models import ChainLink, Story
from newsclip.web.tests import somebody
from newsclip.wiring import story_index
from newsclip.worker.models import Duty, Heartbeat

_KEEP_TITLE = "INSERT INTO grouping_title_vector (id, title, mark, seen, vector) VALUES (%s, %s, %s, %s, %s)"
_TEXTS = {"CharField", "TextField", "JSONField", "BinaryField"}
# Tables that may be empty, and why no publisher's word comes into them.
WORDLESS = {
    "auth_group": "the operator's own names; nobody makes one",
    "django_session": "encrypted; what a browser is signed in as",
    "accounts_cacheentry": "how often something was tried, by digests of who",
    "account_emailconfirmation": "keys of addresses that people confirm",
    "operations_requiredmigration": "names of this program's own migrations",
    "community_carried": "names of this program's own models",
    "clips_exam": "a judge as the settings name it, and counts",
    "socialaccount_socialapp": "what the operator's provider is asked with, in the settings here",
    "socialaccount_socialtoken": "not kept",
}


def empty() -> set[str]:
    """The tables with a column of text, whoever made them, that hold nothing."""
    found = set()
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            columns = connection.introspection.get_table_description(cursor, name)
            cursor.execute(f'SELECT EXISTS (SELECT 1 FROM "{name}")')  # noqa: S608 names of our own tables
            if not cursor.fetchone()[0] and any(_is_text(column) for column in columns):
                found.add(name)
    return found


def _is_text(column) -> bool:
    try:
        kind = connection.introspection.get_field_type(column.type_code, column)
    except KeyError:
        return True
    return (kind[0] if isinstance(kind, tuple) else kind) in _TEXTS


def fill_all(made: Clip, words: tuple[str, ...], now: datetime) -> None:
    """`words`: those of the clip that only its publisher says."""
    nils = Reader.objects.create(username="nils", is_moderator=True, date_joined=now - timedelta(days=90))
    ann = Reader.objects.create(
        username=somebody.NAME, email="ann@people.example", is_moderator=True, date_joined=now - timedelta(days=90)
    )
    somebody.takes_part(ann, nils, made, now)
    somebody.is_moderated(ann, nils, made.story_id, now)
    somebody.has_an_account(ann, now)
    Exploration.objects.create(reader=ann, clip=made, at=now, place=10, chance=0.02, opened=True)
    ranking.remember_slate(ann, [{"clip": made.pk, "factors": {}, "chance": 1}], now=now)
    _trends(made, ann, words[0], now)
    _sources(made, now)
    _stories(made, words, now)
    Redirect.objects.create(slug=f"{words[0]}-before", clip=made)
    Duty.objects.create(name="rank")
    Heartbeat.objects.create(worker="here:1", began=now, at=now, doing="rank")


def _trends(made: Clip, staff: Reader, word: str, now: datetime) -> None:
    made.tags.create(name=word.capitalize(), key=word, place=9)
    made.document["hashtags"] = [*made.document["hashtags"][:5], f"#{word.capitalize()}"]
    made.versions.update(document=made.document)
    Trend.objects.create(key=word, name=word.capitalize(), score=5, voices=4, usual=0.5, at=now)
    StoryTrend.objects.create(story=made.story, score=5, sources=4, accounts=1, usual=0.5, at=now)
    review = TagReview.objects.create(key=word, at=now)
    kind = ContentType.objects.get_for_model(TagReview)
    LogEntry.objects.create(
        user=staff, content_type=kind, object_id=str(review.pk), object_repr=str(review), action_flag=CHANGE
    )
    Weights.objects.create(at=now, weights={}, squares={}, reason="They begin.")
    ranking.count(made, now=now)


def _sources(made: Clip, now: datetime) -> None:
    for source in Source.objects.all():
        Look.objects.create(source=source, at=now, code="read")
        Subscription.objects.create(
            source=source, hub="https://hub.example/", topic=source.url, token=f"t{source.pk}", secret="s", due_at=now
        )
        Discovery.objects.create(url=source.url, at=now, done_at=now, code="sources_found", found=[{"url": source.url}])
        Host.objects.create(name=source.publisher.domain)
        Robots.objects.create(origin=source.publisher.domain, text="User-agent: *", until=now)


def _stories(made: Clip, words: tuple[str, ...], now: datetime) -> None:
    Story.objects.filter(pk=made.story_id).update(key="s1")
    receipt = {"score": 0.9, "stayed": list(words[:1]), "left": list(words[1:2]), "shared": list(words[2:3])}
    detail = {"by": "", "articles": [], "before": [], "receipt": receipt}
    made.story.events.create(at=now, kind="split", detail=detail)
    index = story_index()
    index.create()
    list(fill(index, now - timedelta(days=1)))
    index.settle("s1")
    _chains(made.story, words, now)
    _title_vectors(made.story, now)


def _chains(told: Story, words: tuple[str, ...], now: datetime) -> None:
    list(stories.chain([told], now=now))
    later = Story.objects.create(started_at=now, last_at=now)
    ChainLink.objects.create(earlier=told, later=later, score=0.5, shared=list(words), at=now)


def _title_vectors(told: Story, now: datetime) -> None:
    """As the index keeps them where an embedder across languages is installed; on SQLite alone."""
    with connection.cursor() as cursor:
        if "grouping_title_vector" in connection.introspection.table_names(cursor):
            for read in articles.newest(told.memberships.values_list("article_id", flat=True)).values():
                cursor.execute(_KEEP_TITLE, [str(read.id), read.title, "", now.timestamp() / 86400, b"1"])
