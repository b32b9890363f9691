"""Where reports count people otherwise, or the count grew: on the clip, and in the table of its story."""

from datetime import datetime, timedelta

import pytest
from lxml import html

from newsclip.articles.models import Article, Revision
from newsclip.evidence.serialization import derived_digest
from newsclip.kernel.spans import digest_of
from newsclip.stories.models import Membership
from newsclip.web.tests import factories
from newsclip.web.tests.test_coverage import change, clip, row, story_page

__all__ = ["clip"]  # the fixture

pytestmark = pytest.mark.django_db


def test_where_reports_count_the_hurt_otherwise_clip_and_table_say_so(client, clip):
    said = "Eleven people were hurt when the ferry Sabine ran aground off Marrow Point."
    change(clip, "ledger.example", "The ferry Sabine ran aground off Marrow Point, leaving at least nine people hurt.")
    rest_summary_on(clip, said)
    page = html.fromstring(client.get(f"/c/{clip.slug}").content.decode())
    (line,) = [one for one in page.cssselect(".dateline") if "The reports differ" in one.text_content()]
    assert "“Eleven people” (Marrow Harbour Times), “at least nine people” (Northern Ledger)" in line.text_content()
    table = story_page(client, clip)
    assert "≠ differs: at least nine people" in row(table, said).text_content()
    (above,) = table.cssselect(".coverage .differ")
    assert "“Eleven people” (Marrow Harbour Times), “at least nine people” (Northern Ledger)" in above.text_content()
    assert "at least nine people" not in client.get(f"/c/{clip.slug}?mute=ledger.example").content.decode()


def test_a_number_that_grew_since_another_report_is_no_difference(client, clip):
    said = "Eleven people were hurt when the ferry Sabine ran aground off Marrow Point."
    change(clip, "ledger.example", "The ferry Sabine ran aground off Marrow Point, leaving at least nine people hurt.")
    (ledger,) = [one for one in clip.document["sources"] if one["domain"] == "ledger.example"]
    ledger["published"] = (datetime.fromisoformat(ledger["published"]) - timedelta(hours=3)).isoformat()
    rest_summary_on(clip, said)
    table = story_page(client, clip)
    assert "earlier: at least nine people" in row(table, said).text_content()
    assert "≠ differs" not in table.cssselect(".coverage")[0].text_content()
    assert "nine people" not in table.cssselect(".coverage .differ")[0].text_content()
    line = latest_number(client, clip)
    assert "“Eleven people” (Marrow Harbour Times); before that: “at least nine people” (Northern Ledger)." in line


def test_what_its_only_publisher_counts_otherwise_in_a_later_article_keeps_its_row(client, clip):
    said = "Nine people were hurt when the ferry Sabine ran aground off Marrow Point."
    rest_summary_on(clip, said)
    later = factories.article(
        "Marrow Harbour Times", "harbourtimes.example", "Ferry", said.replace("Nine", "Eleven"),
        at=factories.NOON + timedelta(days=1), url="https://harbourtimes.example/later",
    )  # fmt: skip
    Membership.objects.create(article=later, story=clip.story, revision=1, report=10, at=factories.NOON)
    assert "later: Eleven people" in row(story_page(client, clip), said).text_content()
    assert "“Eleven people” (Marrow Harbour Times); before that: “Nine people”." in latest_number(client, clip)


def latest_number(client, clip):
    """The line of the clip that tells it; what differs is told in another."""
    page = html.fromstring(client.get(f"/c/{clip.slug}").content.decode())
    (line,) = [one.text_content() for one in page.cssselect(".dateline") if "Latest number:" in one.text_content()]
    return line


def rest_summary_on(clip, words):
    """The clip's summary says this, in these words of its first publisher."""
    change(clip, "harbourtimes.example", words)
    mine = Article.objects.get(publisher__domain="harbourtimes.example")
    text = Revision.objects.get(article=mine).text
    passage = {
        "article": str(mine.pk),
        "revision": 1,
        "start": text.index(words),
        "end": text.index(words) + len(words),
    }
    said = {"text": words, "evidence": [passage | {"digest": digest_of(words)}]}
    clip.document["summary"] = said | {"sentences": [said]}
    clip.document["digest"] = derived_digest(clip.document)
    clip.save(update_fields=["document"])
