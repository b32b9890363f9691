"""What people say, keep, do and follow, as feeds."""

import dataclasses
import json
from datetime import timedelta

import feedparser
import pytest
from django.utils import timezone

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader
from newsclip.articles.models import Article
from newsclip.clips import actions as clips
from newsclip.clips.models import Clip
from newsclip.community import actions
from newsclip.community.models import Collection, Comment, Follow, Submission
from newsclip.community.ports import News, Order
from newsclip.feeds import answering, channel, urls
from newsclip.ranking import actions as ranking
from newsclip.ranking.models import Standing, Trend
from newsclip.sources.actions import domains_in, submission
from newsclip.sources.rules.feeds import read_feed
from newsclip.stories.models import Membership, Story
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
FORMS = ("atom", "rss", "json")


@pytest.fixture
def clip(now):
    found = factories.ferry(at=now - timedelta(hours=1))
    ranking.count(found, now=now)
    return found


@pytest.fixture
def town(clip, mara, now):
    """Something in every list; the address of each, without its end, with the key that opens it."""
    actions.comment(mara, clip.story_id, "I was <aboard>.\n\nAll day.", now=now)
    kept = actions.make_collection(mara, "Ferries", now=now, public=True)
    actions.collect(mara, kept, clip.story_id, now=now)
    orla = Reader.objects.create(username="orla", is_moderator=True)
    actions.act(orla, Order("lock", "story", str(clip.story_id), "Enough <b>said</b>."), now=now)
    actions.follow(mara, "hashtag", "sabine", now=now)
    actions.notice(mara, News("fact", "New: all are <safe>.", "fact 1", clip.story_id), now=now)
    Trend.objects.create(key="sabine", name="Sabine", score=5, voices=4, usual=0.5, at=now)
    key = f"?token={accounts.make_token(mara, 'my reader', ['feed'], now=now)}"
    actions.suggest(mara, clip.story_id, "headline", {"headline": "Ferry <b>aground"}, now=now, why="Shorter.")
    article = Membership.objects.filter(story=clip.story).first().article
    Article.objects.filter(pk=article.pk).update(source=submission(now))
    Submission.objects.create(reader=mara, article=article, url=article.url, at=now)
    Clip.objects.update(published=now - timedelta(days=1))
    Standing.objects.update(published=now - timedelta(days=1))
    story, day = f"/s/{clip.story_id}", f"{now - timedelta(days=1):%Y-%m-%d}"
    open_lists = (
        "/u/mara", "/u/mara/links", f"{story}/discussion", f"{story}/suggestions", "/collections/mara",
        "/collections/mara/ferries", "/discussions", "/moderation", "/trending", "/edition",
        f"/edition/{day}",
    )  # fmt: skip
    return {f"{place}/feed": "" for place in open_lists} | {"/following/feed": key, "/notices/feed": key}


@pytest.mark.parametrize("form", FORMS)
def test_every_list_of_people_reads_back_in_every_form(client, town, form):
    for place, key in town.items():
        answer = client.get(f"{place}.{form}{key}")
        assert answer.status_code == 200, place
        assert answer["Content-Type"] == answering.FORMS[form][1]
        if form == "json":
            feed = json.loads(answer.content)
            (item,) = feed["items"]
            assert item["id"]
            assert item["title"]
            assert feed["feed_url"].endswith(f"{place}.json")
        else:
            feed = feedparser.parse(answer.content)
            assert not feed.bozo, place
            assert len(feed.entries) == 1, place


@pytest.mark.parametrize("form", FORMS)
def test_what_did_not_change_is_not_sent_again(client, town, form):
    for place, key in town.items():
        first = client.get(f"{place}.{form}{key}")
        again = client.get(f"{place}.{form}{key}", headers={"if-none-match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b""), place


def test_an_edited_comment_is_news(client, town, now):
    first = client.get("/u/mara/feed.atom")
    Comment.objects.update(edited_at=now + timedelta(minutes=1), text="I was not.")
    again = client.get("/u/mara/feed.atom", headers={"if-none-match": first["ETag"]})
    assert b"I was not." in again.content


def test_words_of_people_are_words_in_every_form(client, town, clip):
    for form in FORMS:
        shown = client.get(f"/s/{clip.story_id}/discussion/feed.{form}").content.decode()
        assert "<aboard>" not in shown
    assert "<p>I was &lt;aboard&gt;.</p>" in client.get("/u/mara/feed.json").json()["items"][0]["content_html"]


def test_what_is_one_persons_alone_opens_by_their_address_alone(client, town, mara, now):
    key = town["/following/feed"]
    read = accounts.make_token(mara, "another program", ["read"], now=now)
    for place in ("/following/feed.atom", "/notices/feed.json"):
        for wrong in ("", "?token=newsclip_guessed", f"?token={read}", "?token=%00"):
            assert client.get(place + wrong).status_code == 404
        answer = client.get(place + key)
        assert "private" in answer["Cache-Control"]
        assert "Access-Control-Allow-Origin" not in answer
        assert answer["Referrer-Policy"] == "no-referrer"
    secret = key.removeprefix("?token=")
    for path in ("/api/me", "/api/notices"):
        assert client.get(path, headers={"authorization": f"Bearer {secret}"}).status_code == 403


def test_what_a_reader_mutes_is_not_in_their_feed(client, town, mara, now):
    actions.mute(mara, "word", "ferry", now=now)
    assert client.get(f"/following/feed.json{town['/following/feed']}").json()["items"] == []


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("category", "General"),
        ("source", "ledger.example"),
        ("story", ""),
        ("hashtag", "Sabine"),
        ("name", "Ilse Varga"),
    ],
)
def test_everything_that_can_be_followed_is_in_it(client, town, mara, kind, key):
    Follow.objects.all().delete()
    address = f"/following/feed.json{town['/following/feed']}"
    assert client.get(address).json()["items"] == []
    list(clips.name(Clip.objects.all()))
    actions.follow(mara, kind, key or str(Clip.objects.get().story_id), now=timezone.now())
    assert len(client.get(address).json()["items"]) == 1


def test_a_private_collection_has_no_feed(client, town):
    Collection.objects.update(public=False)
    assert client.get("/collections/mara/ferries/feed.atom").status_code == 404


def test_notices_that_were_fetched_stay_unread(client, town, mara):
    client.get("/notices/feed.atom" + town["/notices/feed"])
    assert client.get("/notices/feed.json" + town["/notices/feed"]).json()["items"]
    assert actions.seen(mara, now=timezone.now()) == 1


def test_a_notice_in_a_feed_leads_to_the_page_of_what_it_tells(client, town, mara):
    actions.notice(mara, News("source", "It was declined.", "source 7 202605010900"), now=timezone.now())
    items = client.get("/notices/feed.json" + town["/notices/feed"]).json()["items"]
    assert items[0]["url"].endswith("/sources/suggested/7")


def test_feeds_name_the_hub_where_there_is_one(client, town, monkeypatch):
    assert b'rel="hub"' not in client.get("/feed.atom").content
    monkeypatch.setattr(channel, "OPTIONS", dataclasses.replace(channel.OPTIONS, hub="https://hub.example/"))
    for form in ("atom", "rss"):
        answer = client.get(f"/feed.{form}")
        links = feedparser.parse(answer.content).feed.links
        assert "https://hub.example/" in [link.href for link in links if link.rel == "hub"]
        assert answer["Link"] == f'<https://hub.example/>; rel="hub", <http://localhost:8000/feed.{form}>; rel="self"'
    assert client.get("/feed.json").json()["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}]
    for quiet in ("/following/feed.atom" + town["/following/feed"], "/search/feed.atom?q=ferry"):
        assert "Link" not in client.get(quiet)


@pytest.mark.parametrize("form", FORMS)
def test_our_own_reader_of_feeds_takes_every_feed(client, town, clip, form, now):
    for place, key in {**town, f"/s/{clip.story_id}/feed": "", "/feed": "", "/tag/sabine/feed": ""}.items():
        url = f"http://localhost:8000{place}.{form}"
        reading = read_feed(client.get(f"{place}.{form}{key}").content, url=url, now=now)
        assert (reading.code, bool(reading.entries)) == ("looked", True), place
        assert all(entry.title and entry.url.startswith("http") for entry in reading.entries), place


@pytest.mark.parametrize("form", FORMS)
def test_what_is_new_in_a_story_is_not_sent_again_until_there_is_more(client, clip, form):
    address = f"/s/{clip.story_id}/feed.{form}"
    first = client.get(address)
    assert client.get(address, headers={"if-none-match": first["ETag"]}).status_code == 304
    Story.objects.update(version=2)
    assert client.get(address, headers={"if-none-match": first["ETag"]}).status_code == 200


def test_an_old_clip_that_somebody_keeps_is_news_in_their_collection(client, town, mara, now):
    Clip.objects.update(updated=now - timedelta(days=9))
    other = factories.ferry(1, at=now - timedelta(days=30))
    first = client.get("/collections/mara/ferries/feed.atom")
    kept = Collection.objects.get()
    actions.collect(mara, kept, other.story_id, now=now + timedelta(minutes=5))
    for place in ("/collections/mara", "/collections/mara/ferries"):
        again = client.get(f"{place}/feed.atom", headers={"if-none-match": first["ETag"]})
        assert len(feedparser.parse(again.content).entries) == 2


def test_a_link_that_was_known_already_is_nobodys_find(client, town, clip, now):
    nils = Reader.objects.create(username="nils")
    for article in Article.objects.all():
        Submission.objects.create(reader=nils, article=article, url=article.url, at=now)
    assert client.get("/u/nils/links/feed.json").json()["items"] == []
    assert clip.headline in client.get("/u/mara").content.decode()
    assert clip.headline not in client.get("/u/nils").content.decode()


def test_a_day_is_an_entry_once_it_is_over(client, town, now):
    (day,) = client.get("/edition/feed.json").json()["items"]
    assert day["url"].endswith(f"/edition/{now - timedelta(days=1):%Y-%m-%d}")
    assert "<h2>General</h2>" in day["content_html"]
    assert client.get("/edition/today/feed.json").json()["items"] == []
    for none in ("2999-01-01", "2026-02-30"):
        assert client.get(f"/edition/{none}/feed.atom").status_code == 404


def test_the_entry_of_a_day_says_a_headline_once(client, town):
    news = "The Velm ferry ran aground on Monday"
    Clip.objects.update(headline=news, summary=f"{news}. All 40 aboard are well.")
    (day,) = client.get("/edition/feed.json").json()["items"]
    assert f"{news}</a></p><p>All 40 aboard are well.</p>" in day["content_html"]


def test_every_feed_is_known_to_these_tests(town):
    assert len(urls.urlpatterns) == len(FORMS) * len(urls.LISTS)
    of_clips = {"", "category", "tag", "source", "search", "corrections", "name"}
    assert {place.split("/")[0] for place in urls.LISTS} == of_clips | {place.split("/")[1] for place in town}


def test_every_page_that_lists_names_its_feed(client, town):
    """But for what is one person's alone: the page of tokens gives the addresses of those."""
    for place, key in town.items():
        page = place.removesuffix("/feed").removesuffix("/links")
        shown = client.get("/edition/today" if page == "/edition" else page).content.decode()
        assert key or f'href="{place}.atom"' in shown or page.startswith("/edition/2"), place


def test_followed_publishers_go_to_another_reader_as_opml(client, mara, clip, now):
    actions.follow(mara, "source", "ledger.example", now=now)
    actions.follow(mara, "source", "nobody-tells.example", now=now)
    client.force_login(mara)
    opml = client.get("/following.opml").content
    assert b"https://ledger.example/feed" in opml
    assert b"/source/nobody-tells.example/feed.atom" in opml
    assert set(domains_in(opml, "http://localhost:8000")) == {"ledger.example", "nobody-tells.example"}


def given(client, folder, body):
    file = folder / "list"
    file.write_bytes(body)
    with file.open("rb") as upload:
        return client.post("/following.json", {"file": upload})


def test_opml_of_another_reader_is_taken_in(client, mara, tmp_path):
    client.force_login(mara)
    given(
        client, tmp_path,
        b'<opml version="2.0"><body><outline text="News"><outline xmlUrl="https://ledger.example/rss"/>'
        b'<outline xmlUrl="javascript:alert(1)"/></outline></body></opml>',
    )  # fmt: skip
    assert [(one.kind, one.key) for one in Follow.objects.all()] == [("source", "ledger.example")]


@pytest.mark.parametrize("body", [b"[" * 200_000, b"<opml", b"<rss/>", b"", b"\xff\xfe", b'{"a": 1}', b"null", b"[1]"])
def test_a_file_that_is_none_of_ours_is_said_to_be_none(client, mara, tmp_path, body):
    client.force_login(mara)
    assert given(client, tmp_path, body).status_code in (422, 302)
    assert not Follow.objects.exists()


def test_a_feed_of_a_discussion_says_of_which_story_and_so_does_each_comment(client, town, clip):
    for place, called in (("discussion", "Discussion"), ("suggestions", "Suggestions and challenges")):
        feed = json.loads(client.get(f"/s/{clip.story_id}/{place}/feed.json").content)
        assert feed["title"] == f"{called}: {clip.headline} — Newsclip"
    said = json.loads(client.get("/u/mara/feed.json").content)["items"]
    assert said[0]["title"] == f"mara on “{clip.headline}”"


def test_a_comment_in_a_feed_has_the_html_of_its_page(client, town):
    Comment.objects.update(text="I *was* aboard: [log](https://press.example/log)")
    (item, *_) = client.get("/u/mara/feed.json").json()["items"]
    assert "I <em>was</em> aboard" in item["content_html"]
    assert 'href="https://press.example/log" rel="noopener nofollow ugc"' in item["content_html"]
