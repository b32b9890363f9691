"""What a story's page says of who told it first, and who copied whom."""

from datetime import timedelta

import pytest

from newsclip.articles.models import Article, Revision
from newsclip.clips.models import Clip
from newsclip.stories.models import Membership
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def clip() -> Clip:
    return factories.ferry()


def page(client, clip, path=""):
    return client.get(f"/s/{clip.story_id}{path}")


def test_a_copy_stands_under_the_report_that_it_copies(client, clip):
    first = Membership.objects.filter(story=clip.story).order_by("pk").first()
    text = factories.TOLD[0][3]
    copy = factories.article(
        "Bay Mail", "baymail.example", "Ferry aground", text, url="https://baymail.example/1", at=clip.published
    )
    receipt = {"score": 3.1, "likeness": 0.94, "copy_of": str(first.article_id)}
    Membership.objects.create(
        article=copy, story=clip.story, revision=1, report=1, copy_of=first.article, at=clip.published, receipt=receipt
    )
    html = page(client, clip).content.decode()
    assert "the same words as" in html  # both came in the same minute
    assert "94% of the text is the same" in html
    later = clip.published + timedelta(hours=1)
    Article.objects.filter(pk=copy.pk).update(published=later, found_at=later)
    html = page(client, clip).content.decode()
    assert "near-copy of" in html
    assert "First reported by <strong>Marrow Harbour Times</strong>" in html


def test_a_reprint_that_came_before_its_credited_source_is_the_copy(client, clip):
    first = Membership.objects.filter(story=clip.story).order_by("pk").first()
    text = factories.TOLD[0][3] + "\n\nReport by Marrow Harbour Times"
    at = clip.published - timedelta(hours=3)
    copy = factories.article("Bay Mail", "baymail.example", "Aground", text, url="https://baymail.example/1", at=at)
    Membership.objects.create(article=copy, story=clip.story, revision=1, report=first.report, at=at, receipt={})
    first.copy_of, first.receipt = copy, {"likeness": 0.9}
    first.save()
    html = page(client, clip).content.decode()
    assert 'near-copy of <a href="' + first.article.url in html
    assert "90% of the text is the same" in html
    assert "First reported by <strong>Marrow Harbour Times</strong>" in html
    body = page(client, clip, ".json").json()
    assert body["first"] == {"article": str(first.article_id), "why": "credit"}
    assert [one["copy_of"] for one in body["reports"][0]["articles"]] == [None, str(first.article_id)]


def test_where_it_is_not_known_who_told_it_first_the_page_says_so(client, clip):
    midnight = clip.published.replace(hour=0, minute=0, second=0, microsecond=0)
    Article.objects.update(published=midnight)
    html = page(client, clip).content.decode()
    assert "All reported it on the same day; who was first is not known." in html
    assert "First report" not in html
    assert "00:00 UTC" not in html


def test_a_story_that_an_agency_began_is_nobody_else_s(client, clip):
    first = Membership.objects.filter(story=clip.story).order_by("pk").first()
    Revision.objects.filter(article=first.article).update(text="MARROW (AP) — " + factories.TOLD[0][3])
    html = page(client, clip).content.decode()
    assert "It began with a report by <strong>AP</strong>." in html


def test_an_exact_copy_is_not_called_a_near_one(client, clip):
    first = Membership.objects.filter(story=clip.story).order_by("pk").first()
    at = clip.published + timedelta(hours=1)
    copy = factories.article(
        "Bay Mail", "baymail.example", "Aground", factories.TOLD[0][3], url="https://b.example/1", at=at
    )
    Membership.objects.create(
        article=copy, story=clip.story, revision=1, report=1, copy_of=first.article, at=at, receipt={"likeness": 1.0}
    )
    html = page(client, clip).content.decode()
    assert 'copy of <a href="' + first.article.url in html
    assert "near-copy of <a" not in html
    assert "100 % of" not in html


def test_an_agency_s_report_in_other_words_is_said_to_be_the_same_report(client, clip):
    first, copy = Membership.objects.filter(story=clip.story).order_by("pk")[:2]
    copy.report, copy.copy_of = first.report, first.article
    copy.receipt = {"likeness": 0.4, "copy": {"sign": "retold", "alike": 0.8, "tie": "agency", "credit": "Reuters"}}
    copy.save()
    html = page(client, clip).content.decode()
    assert "1 more with this report" in html
    assert "in other words, credits Reuters" in html
    assert "of the text is the same" not in html
