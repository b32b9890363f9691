"""Names that are followed, and found by search."""

from copy import copy
from datetime import timedelta
from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsclip.clips import queries
from newsclip.clips.models import Hashtag, Mention
from newsclip.community import actions as community
from newsclip.community.models import Follow, Notice
from newsclip.community.tests.conftest import person
from newsclip.kernel.reasons import Refused
from newsclip.pipeline.tests.test_finding_work import needs_sqlite, plans_of
from newsclip.ranking import queries as ranking
from newsclip.web.tests import factories
from newsclip.web.tests.test_names import SCRAPE, body, clip, other

__all__ = ["clip"]
pytestmark = pytest.mark.django_db


def follow(reader, key, now):
    community.follow(reader, "name", key, now=now)


def test_a_name_is_followed_and_left_by_its_page(signed_in, mara, clip, now):
    shown = body(signed_in, "/name/ilse-varga")
    assert 'name="kind" value="name"' in shown
    signed_in.post("/follow", {"kind": "name", "key": "ilse-varga"})
    assert 'aria-pressed="true"' in body(signed_in, "/name/ilse-varga")
    assert '<a href="/name/ilse-varga" dir="auto">Ilse Varga</a>' in body(signed_in, "/following")
    signed_in.post("/follow", {"kind": "name", "key": "ilse-varga", "undo": "1"})
    assert 'aria-pressed="false"' in body(signed_in, "/name/ilse-varga")


def test_who_is_not_signed_in_finds_how_to_follow_a_name(client, clip):
    shown = body(client, "/name/ilse-varga")
    assert 'href="/accounts/login/?next=/name/ilse-varga&amp;needed=1">Follow' in shown


def test_who_follows_is_told_where_its_news_will_be(signed_in, mara, clip):
    given = {"kind": "name", "key": "ilse-varga"}
    answer = signed_in.post("/follow", given, headers={"HX-Request": "true"}).content.decode()
    assert 'href="/for-you" role="status">Its news comes first on “For you”</a>' in answer
    assert "Its news" not in body(signed_in, "/name/ilse-varga")
    assert '<span class="quiet">Name</span>' in body(signed_in, "/following")


def test_a_name_is_followed_by_name_whether_it_was_called_a_member_or_not(signed_in, mara, clip, now):
    signed_in.post("/follow", {"kind": "person", "key": "Ilse Varga"})
    nils = person("nils")
    signed_in.post("/follow", {"kind": "name", "key": nils.username})
    assert list(Follow.objects.order_by("kind").values_list("kind", "key")) == [
        ("name", "ilse-varga"),
        ("person", "nils"),
    ]
    shown = body(signed_in, "/following")
    assert "Person, place or organisation in the news" in shown
    assert "Member of this site" in shown
    answer = signed_in.post("/follow", {"kind": "person", "key": "Nobody Atall"})
    assert answer.status_code == 404
    assert "its page has a Follow button" in answer.content.decode()


def test_a_name_that_no_clip_has_is_not_followed(mara, clip, now):
    with pytest.raises(Refused):
        follow(mara, "Karl Quist", now)


def test_one_of_two_namesakes_is_followed_alone(signed_in, mara, clip, now):
    row = other(1, "a singer")
    story = row.clip.story_id
    signed_in.post("/follow", {"kind": "name", "key": f"ilse-varga@{story}"})
    assert 'aria-pressed="true"' in body(signed_in, "/name/ilse-varga", story=str(story))
    assert 'aria-pressed="false"' in body(signed_in, "/name/ilse-varga", story=str(clip.story_id))
    assert f'href="/name/ilse-varga?story={story}"' in body(signed_in, "/following")
    assert {one.clip_id for one in queries.mentions_followed([f"ilse-varga@{story}"])} == {row.clip_id}


def test_what_a_followed_name_has_comes_first_on_ones_own_page_and_says_why(mara, clip, now):
    for place in range(5, 9):
        factories.ferry(place, at=now)
    other(2, "a teacher")
    follow(mara, "ilse-varga", now)
    page = ranking.for_you(mara, now=now, chance=Random(1), limit=3)  # noqa: S311
    assert {one.clip.pk for one in page[:2]} == {row.clip_id for row in Mention.objects.filter(key="ilse-varga")}
    assert page[0].placed.because == ("Ilse Varga",)


def test_who_follows_a_name_is_told_once_when_its_bearer_says_something(mara, nils, clip, now):
    follow(mara, "ilse-varga", now - timedelta(days=3))
    follow(nils, "ilse-varga", now)
    new = list(Mention.objects.filter(clip=clip))
    for _ in range(2):
        community.tell_of_names(clip, new, now=now)
    told = Notice.objects.get()
    assert (told.reader, told.kind) == (mara, "name")
    assert told.words == f"Ilse Varga is quoted: {SCRAPE}"


def test_who_follows_the_hashtag_of_a_name_alone_is_told_as_who_follows_the_name_is(mara, nils, clip, now):
    Hashtag.objects.create(clip=clip, name="IlseVarga", key="ilsevarga", place=9)
    Mention.objects.filter(clip=clip, key="ilse-varga").update(hashtag="ilsevarga")
    community.follow(mara, "hashtag", "IlseVarga", now=now - timedelta(days=3))
    follow(mara, "ilse-varga", now - timedelta(days=3))
    community.follow(nils, "hashtag", "IlseVarga", now=now - timedelta(days=3))
    new = list(Mention.objects.filter(clip=clip))
    assert community.tell_of_names(clip, new, now=now) == 2, "each once"
    assert {one.reader for one in Notice.objects.all()} == {mara, nils}


def test_a_hashtag_that_means_something_else_too_tells_nobody_of_the_name(nils, clip, now):
    Hashtag.objects.create(clip=clip, name="Varga", key="varga", place=9)
    Mention.objects.filter(clip=clip, key="ilse-varga").update(hashtag="varga")
    Mention.objects.filter(clip=other(1, "a singer").clip).update(hashtag="varga")
    Mention.objects.exclude(clip=clip).update(key="otto-varga")
    community.follow(nils, "hashtag", "Varga", now=now - timedelta(days=3))
    assert community.tell_of_names(clip, list(Mention.objects.filter(clip=clip)), now=now) == 0


def test_who_follows_one_bearer_is_told_and_who_follows_a_longer_name_is_not(mara, nils, clip, now):
    other(1, "a singer")
    earlier = now - timedelta(days=3)
    follow(mara, f"ilse-varga@{clip.story_id}", earlier)
    for key in ("ilse-varga-holm", "ilse-vargab", "ilse-varga-holm@12"):
        Follow.objects.create(reader=nils, kind="name", key=key, at=earlier)
    community.tell_of_names(clip, list(Mention.objects.filter(clip=clip)), now=now)
    assert Notice.objects.get().reader == mara


def test_a_clip_is_described_once_however_many_follow_a_name(clip, now):
    for name in ("orla", "pim", "quin"):
        follow(person(name), "ilse-varga", now - timedelta(days=3))
    with CaptureQueriesContext(connection) as asked:
        assert community.tell_of_names(clip, list(Mention.objects.filter(clip=clip)), now=now) == 3
    assert len([one for one in asked if f'FROM "{clip.tags.model._meta.db_table}"' in one["sql"]]) == 1


@needs_sqlite
def test_followers_of_a_name_are_found_by_it_alone(mara, clip, now):
    new = list(Mention.objects.filter(clip=clip))
    plans = [
        line
        for line in plans_of(lambda: community.tell_of_names(clip, new, now=now))
        if "SEARCH community_follow " in line
    ]
    assert plans
    assert [line for line in plans if "AND key" not in line] == []


def test_each_followed_name_is_called_by_its_name_however_much_one_is_quoted(clip):
    row = Mention.objects.filter(key="ilse-varga").first()
    row.pk, row.key, row.name = None, "ada-holm", "Ada Holm"
    Mention.objects.bulk_create(copy(row) for _ in range(301))
    assert queries.names_followed(["ada-holm", "ilse-varga"]) == {"ada-holm": "Ada Holm", "ilse-varga": "Ilse Varga"}


def test_a_search_finds_each_of_a_last_name_however_much_one_is_quoted(clip):
    row = Mention.objects.filter(key="ilse-varga").first()
    row.pk, row.key, row.name = None, "ada-varga", "Ada Varga"
    Mention.objects.bulk_create(copy(row) for _ in range(201))
    row.key, row.name = "piet-varga", "Piet Varga"
    row.save()
    assert {one.key for one in queries.people_called("Varga")} == {"ada-varga", "ilse-varga", "piet-varga"}


def test_who_mutes_the_publisher_is_not_told(mara, clip, now):
    follow(mara, "ilse-varga", now - timedelta(days=3))
    community.mute(mara, "source", "harbourtimes.example", now=now)
    assert community.tell_of_names(clip, list(Mention.objects.filter(clip=clip)), now=now) == 0


def test_a_name_cannot_be_muted(mara, clip, now):
    with pytest.raises(Refused):
        community.mute(mara, "name", "ilse-varga", now=now)


@pytest.mark.parametrize("words", ["Ilse Varga", "varga", "“ilse varga”"])
def test_a_search_for_a_name_offers_its_page_first(client, clip, words):
    shown = body(client, "/search", q=words)
    assert '<a href="/name/ilse-varga" dir="auto">Ilse Varga</a>, <span dir="auto">a teacher</span>' in shown


def test_a_search_for_two_of_one_name_offers_both(client, clip):
    row = other(1, "a singer")
    shown = body(client, "/search", q="Varga")
    assert f'<a href="/name/ilse-varga?story={row.clip.story_id}" dir="auto">Ilse Varga</a>' in shown
    assert f'<a href="/name/ilse-varga?story={clip.story_id}" dir="auto">Ilse Varga</a>' in shown


def test_a_search_for_other_words_offers_nobody(client, clip):
    assert "/name/" not in body(client, "/search", q="long scrape")
