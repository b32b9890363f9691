"""What is old goes by the operator's policy; what a clip rests on never does."""

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from newsclip.accounts.models import Reader
from newsclip.articles.models import Article, Picture, Revision
from newsclip.articles.tests.fakes import MemoryStore
from newsclip.clips import queries as clips
from newsclip.clips.models import Attempt, Clip
from newsclip.community.models import Notice, Reading, SourceSuggestion
from newsclip.community.queries import suggested_sources
from newsclip.options import KeepOptions, read_options
from newsclip.pipeline import retention
from newsclip.ranking.models import Exploration
from newsclip.sources.models import Discovery, Look, Source
from newsclip.stories.models import Story
from newsclip.web.tests import factories
from newsclip.worker.loop import Retention

pytestmark = pytest.mark.django_db
NOON = factories.NOON
LATER = NOON + timedelta(days=400)
ALL = KeepOptions(polls=30, refused=30, texts=90, notices=30, attempts=30, explorations=30, readings=30)
FOR_EVER = KeepOptions(0, 0, 0, 0, 0, 0, 0)


def tidy(keep: KeepOptions = ALL, now=LATER, limit: int = 500) -> tuple[dict[str, int], list[str]]:
    pictures: list[str] = []
    done = retention.tidy(keep, forget=pictures.append, now=now, limit=limit)
    return {outcome.subject: outcome.count for outcome in done}, pictures


@pytest.fixture
def untold() -> Article:
    """An article whose story has no clip, with a picture."""
    row = factories.article(
        "Ledger", "ledger.example", "A thin story", "Nothing came of it.", url="https://ledger.example/1", at=NOON
    )
    Revision.objects.filter(article=row).update(image="https://ledger.example/1.jpg")
    Picture.objects.create(url="https://ledger.example/1.jpg", code="read", name="1.webp")
    return row


def test_evidence_of_clips_is_kept_however_old_published_or_withdrawn(untold):
    told, withdrawn = factories.ferry(), factories.ferry(1)
    Clip.objects.filter(pk=withdrawn.pk).update(state="withdrawn")
    tidy()
    for clip in (told, withdrawn):
        assert clips.standing(clip) == []
        assert Picture.objects.filter(url=clip.image).exists()
    assert not Revision.objects.filter(article=untold).exists()


def test_the_check_of_evidence_notices_a_retention_that_takes_it():
    """A build that drops every old text."""
    clip = factories.ferry()
    Revision.objects.filter(at__lt=LATER).delete()
    assert clips.standing(clip)


def test_texts_that_no_clip_tells_go_with_their_pictures_and_their_address_stays_known(untold):
    assert tidy() == ({"texts": 1, "pictures": 1}, ["1.webp"])
    untold.refresh_from_db()
    assert (untold.code, untold.revisions, untold.due_at) == ("forgotten", 0, None)
    assert not Picture.objects.exists()


def test_a_picture_that_a_clip_shows_stays(untold):
    clip = factories.ferry()
    Revision.objects.filter(article=untold).update(image=clip.image)
    assert tidy()[1] == []
    assert Picture.objects.filter(url=clip.image).exists()


def test_what_was_revised_lately_is_kept(untold):
    Revision.objects.create(article=untold, number=2, at=LATER - timedelta(days=1), title="x", text="y", digest="z")
    assert tidy() == ({}, [])


def test_looks_refusals_notices_and_figures_go_when_they_are_old_and_not_before():
    factories.ferry()
    reader = Reader.objects.create_user("mara")
    Look.objects.create(source=Source.objects.first(), at=NOON, code="looked")
    Notice.objects.create(reader=reader, kind="fact", words="x", key="k", at=NOON)
    Exploration.objects.create(reader=reader, clip=Clip.objects.first(), at=NOON, place=10, chance=0.02, opened=False)
    Reading.objects.create(reader=reader, clip=Clip.objects.first(), version=1, at=NOON)
    Attempt.objects.create(story=Story.objects.first(), model="m", at=NOON, code="written")
    source = Source.objects.first()
    refused = {"state": "refused", "code": "not_html", "found_at": NOON, "looked_at": NOON}
    Article.objects.create(url="https://ledger.example/ad", source=source, publisher=source.publisher, **refused)
    assert tidy(now=NOON + timedelta(days=29)) == ({}, [])
    assert tidy(FOR_EVER) == ({}, [])
    assert tidy()[0] == {
        "looks": 1,
        "refused pages": 1,
        "notices": 1,
        "model attempts": 1,
        "explorations": 1,
        "readings": 1,
    }
    assert tidy() == ({}, [])


def test_old_answers_about_addresses_go_but_not_what_a_suggestion_waits_for():
    reader = Reader.objects.create_user("mara")
    rows = [Discovery.objects.create(url=f"https://quill.example/{n}", at=NOON, done_at=NOON) for n in range(4)]
    for row, state in zip(rows, ("waiting", "accepted", "declined"), strict=False):
        SourceSuggestion.objects.create(reader=reader, url=row.url, discovery=row, at=NOON, state=state)
    unseen = Discovery.objects.create(url="https://quill.example/unseen", at=NOON)
    assert tidy(now=NOON + timedelta(days=89)) == ({}, [])
    assert [tidy(limit=2)[0].get("discoveries", 0) for _ in range(3)] == [2, 1, 0]
    assert set(Discovery.objects.all()) == {rows[0], unseen}
    assert [row.discovery for row in suggested_sources()] == [rows[0]]


def test_a_round_is_bounded_and_the_next_goes_on():
    factories.ferry()
    source = Source.objects.first()
    Look.objects.bulk_create(Look(source=source, at=NOON, code="looked") for _ in range(5))
    assert [tidy(limit=2)[0].get("looks", 0) for _ in range(4)] == [2, 2, 1, 0]


TOOLS: Any = SimpleNamespace(pictures=MemoryStore())


def test_the_worker_does_it_every_hour():
    factories.ferry()
    Look.objects.create(source=Source.objects.first(), at=NOON, code="looked")
    step = Retention()
    assert [outcome.subject for outcome in step(TOOLS, LATER)] == ["looks"]
    assert list(step(TOOLS, LATER)) == []
    Look.objects.create(source=Source.objects.first(), at=NOON, code="looked")
    assert list(step(TOOLS, LATER + timedelta(minutes=59))) == []
    assert len(list(step(TOOLS, LATER + timedelta(minutes=60)))) == 1


def test_texts_are_not_dropped_while_stories_may_still_grow_by_them():
    assert read_options({"NEWSCLIP_KEEP_TEXTS": "90"}).keep == replace(read_options({}).keep, texts=90)
    with pytest.raises(SystemExit, match="90 days or more"):
        read_options({"NEWSCLIP_KEEP_TEXTS": "7"})
