"""Neither the feed of corrections nor a notice has anything of a publisher that its reader mutes."""

from datetime import timedelta

import pytest

from newsclip.accounts import actions as accounts
from newsclip.clips.models import Correction
from newsclip.community import actions
from newsclip.community.models import Mute
from newsclip.community.ports import News
from newsclip.community.rules.notices import CORRECTION
from newsclip.stories.models import Membership
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def clip(now):
    return factories.ferry(at=now - timedelta(hours=1))


@pytest.mark.parametrize("place", ["/notices", "/notices/feed.json", "/notices/feed.atom", "/api/notices"])
def test_a_notice_tells_its_reader_nothing_of_a_correction_by_a_publisher_that_they_mute(
    client, clip, mara, now, place
):
    why = factories.changed(clip, "212", "06.20")  # of the Northern Ledger
    row = Correction.objects.create(clip=clip, version=2, kind="revised", reasons=why, at=now)
    actions.notice(mara, News("correction", CORRECTION, "c 1", clip.story_id, given={"correction": row.pk}), now=now)
    token = accounts.make_token(mara, "my reader", ["feed", "read"], now=now)
    client.force_login(mara)

    def told(domain):
        Mute.objects.all().delete()
        actions.mute(mara, "source", domain, now=now)
        key = {"token": token} if "feed" in place else {}
        return client.get(place, key, headers={"Authorization": f"Bearer {token}"})

    heard, silent = told("harbourtimes.example"), told("ledger.example")
    assert "Corrected: Northern Ledger changed 212 to 06.20." in heard.content.decode()
    assert "Corrected: A publisher that you muted changed something." in silent.content.decode()
    assert "06.20" not in silent.content.decode()
    assert "feed" not in place or heard["ETag"] != silent["ETag"]


@pytest.mark.parametrize("form", ["atom", "rss", "json"])
@pytest.mark.parametrize("by", ["token", "session"])
def test_who_mutes_a_publisher_is_fed_none_of_its_words_in_corrections(client, clip, mara, now, form, by):
    why = factories.changed(clip, "212", "06.20")  # of the Northern Ledger
    before = [{"before": "Nine people were treated.", "after": ""}]
    Correction.objects.create(clip=clip, version=1, kind="revised", reasons=why, at=now, sentences=before)
    key = f"?token={accounts.make_token(mara, 'my reader', ['feed'], now=now)}" if by == "token" else ""
    everybodys = client.get(f"/corrections/feed.{form}")
    assert "Cookie" in everybodys["Vary"]
    for domain in ("ledger.example", "harbourtimes.example", "radiokelling.example"):
        actions.mute(mara, "source", domain, now=now)
    if by == "session":
        client.force_login(mara)
    mine = client.get(f"/corrections/feed.{form}{key}")
    theirs = [clip.headline, "Northern Ledger", "06.20", "Nine people were treated."]
    assert [words for words in theirs if words not in everybodys.content.decode()] == []
    assert [words for words in theirs if words in mine.content.decode()] == []
    assert "A publisher that you muted changed something." in mine.content.decode()
    assert "public" in everybodys["Cache-Control"]
    assert "private" in mine["Cache-Control"]
    assert mine["ETag"] != everybodys["ETag"]
    assert client.get(f"/corrections/feed.{form}?token=nobodys").status_code == 404


def test_who_has_the_feed_already_is_told_that_an_article_came_back(client, clip, now):
    member = Membership.objects.filter(story=clip.story).first()
    why = [{"code": "article_moved", "params": {"who": {"article": member.article_id}}}]
    Correction.objects.create(clip=clip, version=2, kind="moved", reasons=why, at=now)
    Membership.objects.filter(pk=member.pk).delete()

    def fetched(etag=""):
        return client.get("/corrections/feed.json", headers={"If-None-Match": etag})

    first = fetched()
    assert fetched(first["ETag"]).status_code == 304
    member.save(force_insert=True)
    again = fetched(first["ETag"])
    assert again.status_code == 200
    assert "is part of it again" in again.content.decode()
