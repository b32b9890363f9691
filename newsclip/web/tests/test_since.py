"""What is new, changed or gone on a clip since its reader was here, with an account and without."""

import copy
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsclip.articles.models import Article, Revision
from newsclip.clips.actions.erasure import erase
from newsclip.clips.models import Clip, ClipVersion
from newsclip.community import actions
from newsclip.community.models import Reading
from newsclip.evidence.serialization import derived_digest
from newsclip.pipeline import story_moderation
from newsclip.sources.models import Publisher
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
INSPECTED = "The Sabine was built in 1998 and passed its last inspection in March."
GONE = "Mayor Odile Brandt asked for the new channel lights, promised in 2023, to be lit before winter."
NOW, THEN = (
    "Two people were treated for bruises at the harbour clinic.",
    "Two people were treated at the harbour clinic.",
)


def body(answer) -> str:
    return answer.content.decode()


def evidence(words: str) -> dict[str, object]:
    for row in Revision.objects.order_by("pk"):
        if (start := row.text.find(words)) >= 0:
            span = {"article": str(row.article_id), "revision": row.number, "start": start, "end": start + len(words)}
            return span | {"digest": factories.digest_of(words)}
    raise AssertionError(words)


def said(words: str, text: str = "") -> dict[str, object]:
    return {"text": text or words, "evidence": [evidence(words)]}


def stored(document: dict[str, object], version: int) -> dict[str, object]:
    found = document | {"version": version}
    return found | {"digest": derived_digest(found)}


@pytest.fixture
def changed(now) -> Clip:
    """A clip in its second version: one sentence is new, one changed, one is gone."""
    clip = factories.ferry(at=now - timedelta(hours=30))
    before, after = copy.deepcopy(clip.document), copy.deepcopy(clip.document)
    before["sections"] = [section([said(NOW, THEN), said(GONE)])]
    after["sections"] = [section([said(NOW), said(INSPECTED)])]
    defaults = {"document": stored(before, 1), "digest": "", "at": now - timedelta(hours=30)}
    ClipVersion.objects.update_or_create(clip=clip, version=1, defaults=defaults)
    document = stored(after, 2)
    Clip.objects.filter(pk=clip.pk).update(document=document, version=2, digest=document["digest"])
    ClipVersion.objects.create(clip=clip, version=2, document=document, digest="", at=now)
    clip.refresh_from_db()
    return clip


def section(sentences: list[dict[str, object]]) -> dict[str, object]:
    return {"heading": None, "role": "", "blocks": [{"kind": "paragraph", "sentences": sentences}]}


def told(page: str) -> str:
    return page.partition('id="since"')[2].partition("</aside>")[0]


def test_the_address_tells_without_an_account_and_without_javascript(client, changed):
    page = body(client.get(f"/c/{changed.slug}?since=1"))
    assert "1 sentence is new, 1 sentence changed, 1 sentence removed." in told(page)
    assert f'<del dir="auto">{THEN}</del> <ins dir="auto">{NOW}</ins>' in told(page)
    assert GONE in told(page)
    assert page.count(">new</span>") == 1
    assert page.count(">changed</span>") == 1
    assert "Since version 1" in told(page)
    assert not told(body(client.get(f"/c/{changed.slug}")))


def test_who_has_an_account_is_told_once_when_they_come_back(signed_in, mara, changed, now):
    actions.mark_as_read(mara, {changed.pk: 1}, now=now - timedelta(hours=3))
    page = body(signed_in.get(f"/c/{changed.slug}"))
    assert "Since you were here (<time" in told(page)
    assert "3 h ago" in told(page)
    assert "1 sentence is new" in told(page)
    assert not told(body(signed_in.get(f"/c/{changed.slug}")))
    assert "1 sentence is new" in told(body(signed_in.get(f"/c/{changed.slug}?since=1")))


def test_it_leads_to_the_first_sentence_that_is_new_or_changed(client, changed):
    page = body(client.get(f"/c/{changed.slug}?since=1"))
    number = told(page).partition('href="#')[2].partition('"')[0]
    assert NOW in page.partition(f'id="{number}"')[2].partition("</a>")[0]


@pytest.mark.parametrize("words", ["", "0", "2", "3", "-1", "1.0", "x", "\u0661", "9" * 400, "1 or 1=1", "%00"])
def test_what_is_no_earlier_version_tells_nothing(client, changed, words):
    answer = client.get(f"/c/{changed.slug}?since={words}")
    assert answer.status_code == 200
    assert not told(body(answer))


def test_words_that_were_taken_down_are_never_shown_again(client, changed, now):
    ledger = Publisher.objects.get(domain="radiokelling.example")
    gone = list(Article.objects.filter(publisher=ledger).values_list("pk", flat=True))
    erase(changed, gone, publisher=ledger.pk, now=now)
    slug = Clip.objects.get(pk=changed.pk).slug
    page = body(client.get(f"/c/{slug}?since=1"))
    assert "no longer show that version" in told(page)
    assert GONE not in page
    assert THEN not in page


def test_a_sentence_whose_passage_may_be_shown_no_more_is_not_told_as_gone(client, changed):
    Publisher.objects.filter(domain="radiokelling.example").update(excerpt_words=5)
    page = body(client.get(f"/c/{changed.slug}?since=1"))
    assert GONE not in page
    assert "is gone" not in told(page)


def test_what_a_muted_publisher_said_is_not_told_as_gone(client, changed):
    page = body(client.get(f"/c/{changed.slug}?since=1&mute=radiokelling.example"))
    assert GONE not in page
    assert "1 sentence is new, 1 sentence changed." in told(page)


def test_a_version_that_says_the_same_says_so(client, changed):
    ClipVersion.objects.filter(version=1).update(document=changed.document)
    assert "nothing has changed" in told(body(client.get(f"/c/{changed.slug}?since=1")))


@pytest.mark.parametrize(
    ("language", "words"), [("de", "1 Satz ist neu, 1 Satz wurde geändert"), ("fr", "1 phrase est nouvelle")]
)
def test_it_is_told_in_the_language_of_the_page(client, changed, language, words):
    assert words in told(body(client.get(f"/c/{changed.slug}?since=1", headers={"Accept-Language": language})))


def test_to_compare_costs_two_queries(client, changed):
    costs = []
    for path in (f"/c/{changed.slug}", f"/c/{changed.slug}?since=1"):
        client.get(path)
        with CaptureQueriesContext(connection) as asked:
            client.get(path)
        costs.append(len(asked))
    assert costs[1] - costs[0] == 2


def test_a_changed_headline_is_told_with_the_one_before(client, changed):
    document = stored(changed.document | {"headline": changed.document["headline"] | {"text": "Ferry afloat"}}, 3)
    ClipVersion.objects.create(clip=changed, version=3, document=document, digest="", at=changed.updated)
    Clip.objects.filter(pk=changed.pk).update(document=document, version=3, headline="Ferry afloat")
    said_now = told(body(client.get(f"/c/{changed.slug}?since=2")))
    assert "only the headline has changed." in said_now
    before = changed.document["headline"]["text"]
    assert f'<del dir="auto">{before}</del> <ins dir="auto">Ferry afloat</ins>' in said_now
    assert "the headline changed, 1 sentence is new" in told(body(client.get(f"/c/{changed.slug}?since=1")))


def test_who_read_only_the_story_that_was_merged_into_it_was_never_here(signed_in, mara, clip, other, nils, now):
    signed_in.get(f"/c/{other.slug}")
    story_moderation.merge(nils, other.story, clip.story, why="One ferry.", now=now)
    factories.say_in_headline(clip, "Ferry afloat")
    assert not told(body(signed_in.get(f"/c/{clip.slug}")))
    factories.say_in_headline(clip, "Ferry aground again")
    assert "only the headline has changed." in told(body(signed_in.get(f"/c/{clip.slug}")))
    assert set(Reading.objects.values_list("clip", flat=True)) == {clip.pk, other.pk}
