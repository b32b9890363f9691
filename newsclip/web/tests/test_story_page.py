"""What a story's page, its JSON and its feeds tell, and what moderators do there."""

import json
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import etree

from newsclip.accounts.models import Reader
from newsclip.articles.models import Article, Revision
from newsclip.clips.models import Clip
from newsclip.community.models import Vote
from newsclip.options import OPTIONS
from newsclip.stories.actions import leave
from newsclip.stories.models import Membership, Story, StoryEvent
from newsclip.stories.rules import scoring
from newsclip.web.pages.story_page import PARTS
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def clip() -> Clip:
    return factories.ferry()


@pytest.fixture
def moderator(client) -> Reader:
    reader = Reader.objects.create_user("orla", password="deep water", is_moderator=True)
    client.force_login(reader)
    return reader


def page(client, clip, path=""):
    return client.get(f"/s/{clip.story_id}{path}")


def test_the_page_says_who_told_it_first_and_what_each_later_article_added(client, clip):
    html = page(client, clip).content.decode()
    assert "First reported by <strong>Marrow Harbour Times</strong>" in html
    assert html.index("Salvage tugs are expected") > html.index("Northern Ledger")
    assert "https://ledger.example/news/0/sabine#:~:text=" in html


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ((24, 12, 0), (24, 14, 5), "24 November 2026, 12:00 to 14:05 UTC."),
        ((24, 12, 0), (24, 12, 0), "24 November 2026, 12:00 UTC."),
        ((24, 0, 0), (24, 14, 5), "24 November 2026, 14:05 UTC."),
        ((24, 0, 0), (24, 0, 0), "24 November 2026."),
    ],
)
def test_a_story_of_one_day_names_the_day_once(client, clip, first, last, said):
    began, ended = (datetime(2026, 11, *at, tzinfo=UTC) for at in (first, last))
    Story.objects.filter(pk=clip.story_id).update(started_at=began, last_at=ended)
    html = page(client, clip).content.decode()
    assert f"3 articles, 3 independent reports, {said}" in html


def test_every_part_of_a_score_has_words():
    parts = scoring.merging(scoring.Likeness(0.5, 0.5, 1.0, 0.1, 0.1), 3, scoring.shipped())
    assert {*parts, "names", "headline", "days", "place", "region", "retold"} <= set(PARTS)


def test_disagreements_and_the_timeline_lead_to_their_passages(client, clip):
    html = page(client, clip).content.decode()
    assert "Where the sources disagree" in html
    assert "209 passengers" in html
    assert "</a> coming ashore" in html  # the value within the publisher's sentence
    assert f"/c/{clip.slug}/evidence#s" in html


def test_the_json_gives_every_sentence_with_its_passage(client, clip):
    body = page(client, clip, ".json").json()
    added = [fact for report in body["reports"] for each in report["articles"] for fact in each["added"]]
    assert added
    texts = {str(pk): text for pk, text in _texts(clip)}
    for fact in added:
        (passage,) = fact["evidence"]
        assert texts[passage["article"]][passage["start"] : passage["end"]] == fact["text"]
    assert body["disagreements"] == clip.document["disagreements"]


def _texts(clip):
    members = Membership.objects.filter(story=clip.story).select_related("article")
    return [(m.article_id, m.article.texts.get(number=1).text) for m in members]


@pytest.mark.parametrize("form", ["atom", "rss", "json"])
def test_what_is_new_in_a_story_can_be_followed_by_feed(client, clip, form):
    answer = page(client, clip, f"/feed.{form}")
    assert "Salvage tugs" in answer.content.decode()
    if form == "json":
        assert json.loads(answer.content)["items"][0]["date_published"]
    else:
        etree.fromstring(answer.content)
    again = client.get(f"/s/{clip.story_id}/feed.{form}", headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("path", ["", ".json", "/feed.atom", "/discussion", "/discussion/feed.atom"])
def test_the_addresses_of_a_merged_story_lead_on_for_now_since_it_may_be_taken_back(client, clip, path):
    other = Story.objects.create(started_at=clip.published, last_at=clip.published, merged_into=clip.story)
    answer = client.get(f"/s/{other.pk}{path}")
    assert (answer.status_code, answer["Location"]) == (302, f"/s/{clip.story_id}{path}")


def test_the_page_asks_the_same_number_of_questions_however_large_the_story(client, clip):
    page(client, clip)
    Story.objects.filter(pk=clip.story_id).update(version=2)
    with CaptureQueriesContext(
        connection,
    ) as few:
        page(client, clip)
    for number in range(12):
        at = clip.published + timedelta(minutes=number)
        row = factories.article(
            "Bay Mail",
            "baymail.example",
            f"Ferry {number}",
            f"Tugs number {number} came.",
            url=f"https://baymail.example/{number}",
            at=at,
        )
        Membership.objects.create(article=row, story=clip.story, revision=1, report=10 + number, at=at)
        StoryEvent.objects.create(story=clip.story, at=at, kind="joined", detail={"articles": [row.pk]})
    Story.objects.filter(pk=clip.story_id).update(version=3)
    with CaptureQueriesContext(connection) as many:
        page(client, clip)
    with CaptureQueriesContext(connection) as again:
        page(client, clip)
    assert len(many) == len(few) <= 31, "its texts are read once for each version"
    assert len(again) <= 22


@pytest.mark.slow
def test_a_story_of_very_many_copies_has_a_page_of_bounded_size(client, clip):
    first = Membership.objects.filter(story=clip.story).order_by("pk").first()
    add_copies(clip, first, 600)
    page(client, clip)
    with CaptureQueriesContext(connection) as asked:
        html = page(client, clip).content
    body = page(client, clip, ".json").content
    assert (len(asked) <= 16, len(html) < 100_000, len(body) < 100_000) == (True, True, True)
    assert b"and 600 copies" in html
    assert b"and 580 more that are not listed here" in html
    assert b"Northern Ledger" in html
    told = json.loads(body)["reports"]
    assert [(report["copies"], len(report["articles"])) for report in told] == [(600, 21), (0, 1), (0, 1)]


def add_copies(clip, first, many):
    at = clip.published + timedelta(hours=1)
    feed, paper = first.article.source, first.article.publisher
    rows = [
        Article(url=f"https://bay.example/{n}", source=feed, publisher=paper, state="read", found_at=at, published=at,
                revisions=1)
        for n in range(many)
    ]  # fmt: skip
    made = Article.objects.bulk_create(rows)
    text = factories.TOLD[0][3]
    Revision.objects.bulk_create(Revision(article=a, number=1, at=at, title="Sabine", text=text) for a in made)
    Membership.objects.bulk_create(
        Membership(article=a, story=clip.story, revision=1, report=1, copy_of=first.article, at=at) for a in made
    )
    Story.objects.filter(pk=clip.story_id).update(version=9, articles=3 + many)


@pytest.mark.slow
def test_what_happens_every_day_does_not_crowd_a_merge_out_of_the_history(client, clip, moderator):
    other = factories.ferry(1, headline="Tugs refloat the Sabine")
    client.post(f"/s/{other.story_id}/merge", {"into": str(clip.story_id), "sure": "1", "why": "one ferry"})
    at = timezone.now() + timedelta(hours=1)
    StoryEvent.objects.bulk_create(
        StoryEvent(story=clip.story, at=at + timedelta(minutes=n), kind="revised", detail={"revision": n})
        for n in range(200)
    )
    html = page(client, clip).content.decode()
    assert "By orla: one ferry" in html
    assert "/s/undo/" in html
    assert "The story began" in html
    assert "and 170 more that are not listed here" in html


def test_strangers_and_readers_shape_no_story(client, clip):
    assert client.get(f"/s/{clip.story_id}/split").status_code == 302
    client.force_login(Reader.objects.create_user("pavel", password="deep water"))
    for path in (f"/s/{clip.story_id}/split", f"/s/{clip.story_id}/merge", "/s/decisions.jsonl"):
        assert client.get(path).status_code == 403


def test_a_split_is_confirmed_with_a_reason_logged_and_taken_back(client, clip, moderator):
    (first, *_) = chosen = Membership.objects.filter(story=clip.story).order_by("-pk")
    ask = {"articles": [first.article_id]}
    assert b"become a story of their own" in client.post(f"/s/{clip.story_id}/split", ask).content
    unexplained = client.post(f"/s/{clip.story_id}/split", ask | {"sure": "1"})
    assert (unexplained.status_code, b"Say why" in unexplained.content) == (422, True)
    client.post(f"/s/{clip.story_id}/split", ask | {"sure": "1", "why": "another ferry"})
    assert Membership.objects.filter(story=clip.story).count() == len(chosen) - 1
    html = page(client, clip).content.decode()
    assert "By orla: another ferry" in html
    event = StoryEvent.objects.filter(story=clip.story, kind="split").get()
    client.post(f"/s/undo/{event.pk}", {"why": "it was the same"})
    assert Membership.objects.filter(story=clip.story).count() == len(chosen)
    lines = client.get("/s/decisions.jsonl").content.decode().splitlines()
    assert [(one["kind"], one["undone"]) for one in map(json.loads, lines)] == [("split", True), ("merged", False)]


def test_a_merge_shows_both_stories_first_and_each_readers_vote_counts_once(client, clip, moderator):
    other = factories.ferry(1, headline="Tugs refloat the Sabine")
    for story in (clip.story, other.story):
        Vote.objects.create(reader=moderator, story=story, at=clip.published)
    ask = {"into": f"{OPTIONS.site_url}/s/{other.story_id}"}
    assert b"Tugs refloat the Sabine" in client.post(f"/s/{clip.story_id}/merge", ask).content
    answer = client.post(f"/s/{clip.story_id}/merge", ask | {"sure": "1", "why": "one ferry"})
    assert answer["Location"] == f"/s/{other.story_id}"
    assert client.get(f"/s/{clip.story_id}")["Location"] == f"/s/{other.story_id}"
    assert Vote.objects.filter(story=other.story).count() == 1


def test_a_story_without_an_article_is_not_merged_as_that_could_not_be_taken_back(client, clip, moderator):
    other = factories.ferry(1, headline="Tugs refloat the Sabine")
    articles = list(Membership.objects.filter(story=clip.story).values_list("article_id", flat=True))
    leave(articles, why="asked for", now=clip.published)
    assert page(client, clip).status_code == 200
    for story, into in ((clip.story_id, other.story_id), (other.story_id, clip.story_id)):
        ask = {"into": str(into), "sure": "1", "why": "one ferry"}
        assert client.post(f"/s/{story}/merge", ask).status_code == 422


def test_merges_one_within_the_other_are_taken_back_from_the_outside_in(client, clip, moderator):
    stories = [clip.story_id, factories.ferry(1).story_id, factories.ferry(2).story_id]
    before = sorted(Membership.objects.values_list("article", "story", "report"))
    for story, into in pairwise(stories):
        client.post(f"/s/{story}/merge", {"into": str(into), "sure": "1", "why": "one ferry"})
    assert page(client, clip)["Location"] == f"/s/{stories[2]}"
    inner, outer = (
        StoryEvent.objects.filter(story=story, kind="merged", detail__into__gt=story) for story in stories[:2]
    )
    for change, status in ((inner, 422), (outer, 302), (inner, 302), (inner, 422)):
        assert client.post(f"/s/undo/{change.get().pk}", {"why": "two ferries"}).status_code == status
    assert sorted(Membership.objects.values_list("article", "story", "report")) == before


def test_what_is_related_is_never_told_as_what_came_before(client, clip):
    before = factories.ferry(1, at=clip.published - timedelta(days=9), headline="Tugs refloat the Sabine")
    Story.objects.filter(pk=before.story_id).update(phase="quiet")
    for html in (page(client, clip).content.decode(), client.get(f"/c/{clip.slug}").content.decode()):
        told = html.partition('<section class="related"')[2].partition("</section>")[0]
        assert "Tugs refloat the Sabine" in told
        assert "Similar stories" in told
        assert "Earlier" not in told


def test_what_no_source_knows_is_told_in_its_words(client, clip):
    text = "It was not immediately clear why the Sabine had left the marked channel."
    late = factories.article(
        "Bay Mail", "baymail.example", "Sabine", text, url="https://baymail.example/9", at=clip.published
    )
    Membership.objects.create(article=late, story=clip.story, revision=1, report=9, at=clip.published)
    html = page(client, clip).content.decode()
    assert html.index("Not yet known") < html.index(text)


def test_a_form_from_before_a_merger_changes_what_the_story_is_part_of_now(signed_in, clip):
    old = Story.objects.create(started_at=clip.published, last_at=clip.published, merged_into=clip.story)
    assert signed_in.post(f"/s/{old.pk}/vote")["Location"] == f"/c/{clip.slug}#vote"
    assert f"/s/{clip.story_id}/discussion#c" in signed_in.post(f"/s/{old.pk}/comment", {"text": "Is it?"})["Location"]
    words = {"kind": "headline", "headline": clip.document["headline"]["text"]}
    assert signed_in.post(f"/s/{old.pk}/suggest", words)["Location"] == f"/s/{clip.story_id}/suggestions"


def test_the_history_says_who_changed_the_story_and_of_readers_that_their_votes_did(client, clip):
    for detail in ({"by": "suggestion 7"}, {"by": "orla"}, {"by": "suggestion 7 taken back", "undoes": 1}):
        StoryEvent.objects.create(story=clip.story, at=clip.published, kind="merged", detail=detail)
    said = page(client, clip).content.decode()
    assert "By orla" in said
    assert said.count(f'<a href="/s/{clip.story_id}/suggestions">By readers’ votes</a>') == 1
    assert "suggestion 7" not in said
