"""A publisher's record and the pages of its stories say the same: who was first, and who copied whom."""

from datetime import timedelta

import pytest
from django.core.cache import caches

from newsclip.articles.models import Article, Revision
from newsclip.clips.models import Clip
from newsclip.sources.models import Publisher
from newsclip.stories import queries as stories
from newsclip.stories.models import Membership, Story
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
TIMES, MAIL = "harbourtimes.example", "baymail.example"


@pytest.fixture
def clip() -> Clip:
    return factories.ferry(0)


def first_on_the_page(client, clip):
    return client.get(f"/s/{clip.story_id}.json").json()["first"]


def record(domain):
    """First, copies and copied."""
    publisher = Publisher.objects.get(domain=domain)
    found = stories.tellings_of(publisher.pk, factories.NOON - timedelta(days=9))
    return found.first, found.copies, found.copied


def copy_of(clip, text, *, number=1, minutes=0, name="Bay Mail", domain=MAIL):
    """An article with the words of the first report, so many minutes after it."""
    at = clip.published + timedelta(minutes=minutes)
    made = factories.article(name, domain, "Aground", text, url=f"https://{domain}/{number}", at=at)
    first = Membership.objects.filter(story=clip.story).order_by("pk").first()
    Membership.objects.create(
        article=made, story=clip.story, revision=1, report=first.report, copy_of=first.article, at=at
    )
    Story.objects.filter(pk=clip.story_id).update(articles=Membership.objects.filter(story=clip.story).count())
    return made


def own(clip):
    return Membership.objects.filter(story=clip.story).order_by("pk").first().article


def test_who_is_first_on_the_page_was_first_in_its_record(client, clip):
    assert first_on_the_page(client, clip) == {"article": str(own(clip).pk), "why": "time"}
    assert [record(one)[0] for one in (TIMES, "ledger.example")] == [1, 0]


def test_a_date_without_a_time_is_first_in_neither(client, clip):
    day = clip.published.replace(hour=0, minute=0, second=0, microsecond=0)
    Article.objects.filter(pk=own(clip).pk).update(published=day, found_at=day + timedelta(days=3))
    assert first_on_the_page(client, clip)["article"] is None
    assert [record(one)[0] for one in (TIMES, "ledger.example")] == [0, 0]


def test_an_agency_s_customer_is_first_in_neither_and_copied_by_nobody(client, clip):
    Revision.objects.filter(article=own(clip)).update(authors=["AFP"])
    copy_of(clip, factories.TOLD[0][3], minutes=60)
    assert first_on_the_page(client, clip) == {"article": None, "why": "agency"}
    assert (record(TIMES), record(MAIL)) == ((0, 0, 0), (0, 0, 0))


def test_who_came_first_and_credits_another_is_the_copy_in_both(client, clip):
    Article.objects.filter(pk=own(clip).pk).update(published=clip.published - timedelta(hours=3))
    Revision.objects.filter(article=own(clip)).update(text=factories.TOLD[0][3] + "\n\nReport by Crosswater News")
    wire = copy_of(clip, factories.TOLD[0][3], name="Crosswater News", domain="wire.example")
    assert first_on_the_page(client, clip) == {"article": str(wire.pk), "why": "credit"}
    assert (record(TIMES)[1:], record("wire.example")[1:]) == ((1, 0), (0, 1))


@pytest.mark.parametrize("credit", ["", "\n\nVon dpa"])
def test_a_credit_in_an_article_that_is_not_shown_counts(client, clip, credit):
    for number in range(25):
        text = factories.TOLD[0][3] + (credit if number == 24 else "")
        copy_of(clip, text, number=number, minutes=60 + number)
    assert len(client.get(f"/s/{clip.story_id}.json").json()["reports"][0]["articles"]) == 21
    assert (first_on_the_page(client, clip)["article"] is None) == bool(credit)
    assert record(TIMES)[0] == (not credit)


def test_the_source_of_a_report_is_shown_however_many_copies_came_before_it(client, clip):
    Revision.objects.filter(article=own(clip)).update(authors=["Crosswater News"])
    for number in range(25):
        copy_of(clip, factories.TOLD[0][3] + "\n\nReport by Crosswater News", number=number, minutes=number)
    wire = copy_of(clip, factories.TOLD[0][3], minutes=40, name="Crosswater News", domain="wire.example")
    shown = client.get(f"/s/{clip.story_id}.json").json()["reports"]
    assert str(wire.pk) in {report["articles"][0]["article"] for report in shown}


def test_of_very_many_articles_those_of_the_newest_stories_are_counted_and_the_record_says_so(client, clip):
    for place in (1, 2):
        factories.ferry(place)
    assert "<dd>3</dd>" in client.get(f"/source/{TIMES}").content.decode()
    caches["process"].clear()
    Story.objects.update(articles=1_000)
    assert "<dd>2+</dd>" in client.get(f"/source/{TIMES}").content.decode()
