"""What readers can know of a publisher, and the names under which they meet it."""

import re
from datetime import timedelta

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from newsclip.articles.models import Article, Revision
from newsclip.clips.models import ClipArticle, Correction
from newsclip.community import actions
from newsclip.pipeline.tests.test_finding_work import plans_of
from newsclip.sources.models import Publisher, Source
from newsclip.stories import queries as stories
from newsclip.stories.models import Membership, Story
from newsclip.web.tests import factories
from newsclip.web.tests.test_sources import words_of

pytestmark = pytest.mark.django_db
TIMES = "/source/harbourtimes.example"


def test_a_publishers_page_says_what_is_followed_since_when_and_how_often(client, clip):
    Source.objects.filter(publisher__domain="harbourtimes.example").update(interval=1800)
    Publisher.objects.filter(domain="harbourtimes.example").update(owner="Strait Media")
    said = words_of(client.get(TIMES))
    assert "we look about every 30 minutes" in said
    assert "Read since" in said
    assert "owned by Strait Media" in said
    assert "1 article, 1 clip" in said


def test_it_counts_what_was_read_refused_and_changed(client, clip):
    source = Source.objects.get(publisher__domain="harbourtimes.example")
    known = {"source": source, "publisher": source.publisher, "found_at": timezone.now()}
    for number, code in enumerate(("paywall_stub", "paywall_stub", "too_short")):
        Article.objects.create(
            url=f"https://harbourtimes.example/{number}", state="refused", code=code, revisions=0, **known
        )
    Article.objects.filter(publisher=source.publisher, state="read").update(revisions=2)
    said = words_of(client.get(TIMES))
    assert "<dd>3<br>" in said
    assert "2 × Only the beginning of the article is free to read." in said
    assert "1 × The page's own text is too short for an article." in said.replace("&#x27;", "'")
    assert "1 changed afterwards" in said


def test_it_counts_who_was_first_and_who_repeats_whom(client, clip):
    first = Membership.objects.filter(story=clip.story).order_by("at").first()
    text = factories.TOLD[0][3]
    later = clip.published + timedelta(hours=1)
    copy = factories.article("Bay Mail", "baymail.example", "Aground", text, url="https://baymail.example/1", at=later)
    Membership.objects.create(
        article=copy, story=clip.story, revision=1, report=1, copy_of=first.article, at=clip.published
    )
    said = words_of(client.get(TIMES))
    assert "1 article of others repeats its text" in said
    assert "article with another publisher’s text" in words_of(client.get("/source/baymail.example"))
    assert "<dt>times first to report</dt><dd>0</dd>" in words_of(client.get("/source/baymail.example"))


def record(client, path=TIMES):
    page = client.get(path).content.decode()
    return [int(number) for number in re.findall(r"<dd>(\d+)</dd>", page.split('class="record"')[1].split("</dl>")[0])]


def test_four_numbers_stand_in_sight_and_none_is_said_as_nought(client, clip):
    assert record(client) == [1, 0, 0, 0]
    assert record(client, "/source/ledger.example")[0] == 0


def test_of_corrections_those_count_that_came_of_the_publishers_own_articles(client, clip):
    own = Article.objects.filter(publisher__domain="harbourtimes.example").first()
    other = Article.objects.exclude(publisher=own.publisher).first()
    for article in (own, other):
        ClipArticle.objects.get_or_create(clip=clip, article=article)
    who = [{"code": "article_says_otherwise", "params": {"who": {"article": one.pk}}} for one in (own, own, other)]
    for reason, kind in zip([*who, who[0]], ("revised", "taken back", "revised", "challenged"), strict=True):
        Correction.objects.create(clip=clip, version=2, kind=kind, reasons=[reason], at=timezone.now())
    Correction.objects.create(clip=clip, version=2, kind="revised", reasons=[who[0]], at=timezone.now() - timedelta(91))
    assert record(client)[2] == 2


def test_what_was_taken_down_counts_though_the_clip_no_longer_has_the_article(client, clip):
    asked = Publisher.objects.get(domain="harbourtimes.example")
    ClipArticle.objects.filter(clip=clip).delete()
    reason = {"code": "publisher_took_down", "params": {"who": {"publisher": asked.pk}}}
    Correction.objects.create(clip=clip, version=2, kind="taken back", reasons=[reason], at=timezone.now())
    assert record(client)[2] == 1
    assert record(client, "/source/ledger.example")[2] == 0
    assert "after it changed or withdrew an article" in client.get(TIMES).content.decode()


def test_where_not_all_corrections_are_looked_at_the_number_says_so(client, clip):
    own = Article.objects.filter(publisher__domain="harbourtimes.example").first()
    ClipArticle.objects.get_or_create(clip=clip, article=own)
    reason = {"code": "article_says_otherwise", "params": {"who": {"article": own.pk}}}
    one = {"clip": clip, "version": 2, "kind": "revised", "reasons": [reason], "at": timezone.now()}
    Correction.objects.bulk_create(Correction(**one) for _ in range(500))
    assert "<dd>500</dd>" in client.get(TIMES).content.decode()
    caches["process"].clear()
    Correction.objects.create(**one)
    assert "<dd>500+</dd>" in client.get(TIMES).content.decode()


def test_what_a_publisher_says_it_corrected_stands_in_its_record_and_with_the_clips_source(client, clip):
    own = Revision.objects.filter(article__publisher__domain="harbourtimes.example").first()
    Article.objects.filter(pk=own.article_id).update(state="read", revisions=own.number)
    Revision.objects.filter(pk=own.pk).update(correction_note="Correction: It was <b>ten</b>.", at=timezone.now())
    assert record(client)[3] == 1
    said = "Correction: It was &lt;b&gt;ten&lt;/b&gt;."
    assert said in client.get(TIMES).content.decode()
    page = client.get(f"/c/{clip.slug}").content.decode()
    assert f'Marrow Harbour Times corrected its article: “<span dir="auto">{said}</span>”' in page
    assert record(client, "/source/ledger.example")[3] == 0


@pytest.fixture
def noted(clip):
    """A revision that says that its article was corrected."""
    own = Revision.objects.filter(article__publisher__domain="harbourtimes.example").first()
    Article.objects.filter(pk=own.article_id).update(state="read", revisions=own.number)
    Revision.objects.filter(pk=own.pk).update(correction_note="Correction: It was ten ships.", at=timezone.now())
    own.refresh_from_db()
    return own


def test_what_was_taken_down_is_quoted_no_more_though_the_numbers_are_kept(client, noted):
    shown = client.get(TIMES).content.decode()
    assert "It was ten ships." in shown
    Revision.objects.filter(pk=noted.pk).update(correction_note="", title="")
    shown = client.get(TIMES, headers={"Accept-Language": "de"}).content.decode()
    assert "It was ten ships." not in shown


def test_all_notes_are_counted_and_the_newest_five_quoted(client, noted):
    for number in range(6):
        url = f"https://harbourtimes.example/more-{number}"
        more = factories.article("Times", "harbourtimes.example", "More", "Text.", url=url, at=timezone.now())
        Article.objects.filter(pk=more.pk).update(state="read")
        more.texts.update(correction_note=f"Correction: It was pier {number}.", at=timezone.now())
    assert record(client)[3] == 7
    assert client.get(TIMES).content.decode().count("<blockquote") == 5


@pytest.mark.parametrize(("words", "said"), [(2, "Correction: It…"), (99, "Correction: It was ten ships.")])
def test_a_note_that_may_be_shown_in_part_says_that_it_goes_on(client, clip, noted, words, said):
    Publisher.objects.filter(domain="harbourtimes.example").update(excerpt_words=words)
    assert f"<p>{said}</p>" in client.get(TIMES).content.decode()
    assert f'<span dir="auto">{said}</span>' in client.get(f"/c/{clip.slug}").content.decode()


def test_of_a_publisher_that_lets_no_word_be_shown_no_note_is_quoted_and_all_are_counted(client, clip, noted):
    Publisher.objects.filter(domain="harbourtimes.example").update(excerpt_words=0)
    shown = client.get(TIMES).content.decode()
    assert "in its own words" not in shown
    assert "<blockquote" not in shown
    assert record(client)[3] == 1
    assert "corrected its article" not in client.get(f"/c/{clip.slug}").content.decode()


def test_who_repeats_whom_is_found_by_the_publishers_own_articles(clip):
    publisher = Publisher.objects.get(domain="harbourtimes.example")
    if connection.vendor == "sqlite":  # PostgreSQL reads small tables whole
        plans = plans_of(lambda: stories.tellings_of(publisher.pk, clip.published - timedelta(days=9)))
        bounded = ("SCAN (subquery", "SCAN qualify")  # rows that were found by an index, in order
        assert [line for line in plans if line.startswith("SCAN") and not line.startswith(bounded)] == []


def test_a_card_is_counted_once_in_a_while_for_all(client, clip):
    with CaptureQueriesContext(connection) as first:
        client.get(TIMES)
    with CaptureQueriesContext(connection) as second:
        client.get(TIMES, headers={"Accept-Language": "de"})
    counting = [[one for one in asked if '"stories_membership"."at" >=' in one["sql"]] for asked in (first, second)]
    assert len(counting[0]) >= 2
    assert counting[1] == []


def test_who_was_alone_was_not_the_first_of_several(client, clip):
    Story.objects.update(reports=1)
    assert "<dt>times first to report</dt><dd>0</dd>" in words_of(client.get(TIMES))


def test_what_is_followed_and_muted_is_called_by_its_name(signed_in, mara, clip, now):
    actions.follow(mara, "source", "harbourtimes.example", now=now)
    actions.follow(mara, "hashtag", "marrowpoint", now=now)
    actions.mute(mara, "source", "ledger.example", now=now)
    said = words_of(signed_in.get("/following"))
    assert "Marrow Harbour Times" in said
    assert "#MarrowPoint" in said
    assert "Northern Ledger" in said
    assert ">harbourtimes.example<" not in said


def test_why_a_clip_is_there_names_the_publisher(signed_in, mara, clip, now):
    actions.follow(mara, "source", "harbourtimes.example", now=now)
    assert "Because you follow Marrow Harbour Times" in words_of(signed_in.get("/for-you"))


def test_a_muted_publisher_is_named_where_clips_are_hidden(signed_in, mara, clip, now):
    for domain in ("harbourtimes.example", "ledger.example", "radiokelling.example"):
        signed_in.post("/muted", {"domain": domain})
    Membership.objects.exclude(article__publisher__domain="ledger.example").delete()
    actions.mute(mara, "source", "ledger.example", now=now)
    assert "hidden because you muted Northern Ledger" in words_of(signed_in.get("/category/general"))


@pytest.mark.parametrize(
    ("state", "said"), [("paused", "Paused: nothing new"), ("removed", "No longer read: nothing new")]
)
def test_that_nothing_new_is_read_is_said_in_plain_sight(client, clip, state, said):
    assert said not in words_of(client.get(TIMES))
    Source.objects.filter(publisher__domain="harbourtimes.example").update(state=state)
    page = words_of(client.get(TIMES))
    assert said in page.partition("<main")[2].partition("<details")[0]
    assert "readers submit its articles" not in page
    assert "Read since" not in page


@pytest.mark.parametrize(("code", "called"), [("SE", "Sweden"), ("XK", "Kosovo"), ("XV", ""), ("ZZ", "")])
def test_a_country_is_called_by_its_name_and_a_code_that_means_none_is_not_shown(client, clip, code, called):
    Publisher.objects.filter(domain="harbourtimes.example").update(country=code)
    page = words_of(client.get(TIMES))
    assert f"· {code}" not in page
    assert not called or f"· {called}" in page
