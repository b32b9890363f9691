from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.text import slugify
from lxml import etree

from newsclip.accounts.models import Reader
from newsclip.articles.models import Article
from newsclip.clips.models import Clip, Correction
from newsclip.community import queries as community
from newsclip.community.models import Mute, Vote
from newsclip.ranking import actions as ranking
from newsclip.ranking import queries as ranking_queries
from newsclip.stories.models import Membership, Story
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


def body(client, path: str, **asked: str) -> str:
    answer = client.get(path, asked)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_the_front_page_of_thirty_cards_takes_at_most_nine_queries(client, django_assert_max_num_queries):
    for place in range(30):
        factories.ferry(place)
    body(client, "/")
    with django_assert_max_num_queries(9):
        shown = body(client, "/")
    assert shown.count('<article class="card') == 30


@pytest.mark.parametrize(
    ("path", "most"),
    [("/category/general", 8), ("/tag/sabine", 9), ("/source/ledger.example", 12)],  # four are for its card
)
def test_lists_show_their_clips_and_name_their_feeds(client, path, most, django_assert_max_num_queries):
    clip = factories.ferry()
    body(client, path)  # what is counted once in some minutes is known by now, whichever test ran before
    with django_assert_max_num_queries(most):
        shown = body(client, path)
    assert clip.headline in shown
    assert f'rel="alternate" type="application/atom+xml" href="{path}/feed.atom"' in shown
    assert f'rel="alternate" type="application/feed+json" href="{path}/feed.json"' in shown


def test_a_short_list_of_a_hashtag_leads_on_to_its_category(client):
    clip = factories.ferry()
    name = clip.document["hashtags"][0].strip("#").lower()
    more = f'More from <a href="/category/{slugify(clip.category)}">{clip.category}</a>'
    assert more in client.get(f"/tag/{name}", follow=True).content.decode()
    assert more in client.get(f"/tag/{name}?all=1").content.decode()
    assert "More from" not in client.get(f"/category/{slugify(clip.category)}").content.decode()


@pytest.mark.parametrize(
    ("name", "slug"), [("Crime & Law", "crime-law"), ("Disasters & Accidents", "disasters-accidents")]
)
def test_a_category_of_two_words_has_its_page_and_feed(client, name, slug):
    clip = factories.ferry(category=name)
    assert clip.headline in body(client, f"/category/{slug}")
    assert client.get(f"/category/{slug}/feed.atom").status_code == 200


def test_older_news_goes_on_where_the_page_ended_even_when_news_came_in_between(client):
    for place in range(35):
        factories.ferry(place, at=factories.NOON - timedelta(minutes=place), picture=False)
    first = client.get("/category/general")
    mark = first.context["older"]
    factories.ferry(99, at=factories.NOON + timedelta(hours=1), picture=False)
    second = client.get("/category/general", {"before": mark})
    seen = [card.clip.slug for page in (first, second) for card in page.context["cards"]]
    assert len(seen) == len(set(seen)) == 35
    assert second.context["older"] == ""


def test_a_mark_that_is_none_gives_the_beginning(client):
    factories.ferry()
    for mark in ["x", "2026-01-01_1", "_", "2026-01-01T00:00:00+00:00_x", "0001-01-01T00:00:00+23:59_1"]:
        assert len(client.get("/category/general", {"before": mark}).context["cards"]) == 1


@pytest.mark.parametrize("mark", ["1.5_" + "9" * 30, "inf_1", "1.5_" + "9" * 5000, "nan_1"])
def test_no_mark_makes_the_front_page_fail(client, mark):
    factories.ferry()
    assert client.get("/", {"before": mark}).status_code == 200


@pytest.mark.parametrize(
    "path", ["/c/none", "/category/none", "/tag/none", "/source/none.example", "/s/999", "/nowhere"]
)
def test_what_is_not_there_has_a_page_that_says_so(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert b"Page not found" in answer.content
    assert b"Social news discovery" in answer.content


@pytest.mark.parametrize("path", ["/tag/%00", "/tag/%00/feed.atom", "/source/%00", "/source/%00/feed.json", "/c/%00"])
def test_no_address_can_hold_what_a_database_cannot(client, path):
    assert client.get(path).status_code == 404


def test_a_program_is_told_which_part_of_an_address_cannot_be(client):
    answer = client.get("/api/clips/%00")
    assert answer.status_code == 422
    assert answer.json()["error"]["code"] == "bad_row"


def test_a_hashtag_has_one_address(client):
    factories.ferry()
    assert client.get("/tag/Sabine")["Location"] == "/tag/sabine"


def test_the_story_tells_reports_copies_and_reasons(client):
    clip = factories.ferry()
    first, second, _ = Article.objects.order_by("pk")
    Membership.objects.filter(article=second).update(report=1, copy_of=first)
    shown = body(client, f"/s/{clip.story_id}")
    assert "First report" in shown
    assert "near-copy of" in shown
    assert "Words they share: ferry, sabine." in shown
    assert f'href="/c/{clip.slug}"' in shown


def test_a_story_that_was_merged_leads_to_the_other(client):
    clip = factories.ferry()
    old = Story.objects.create(started_at=factories.NOON, last_at=factories.NOON, merged_into_id=clip.story_id)
    answer = client.get(f"/s/{old.pk}")
    assert (answer.status_code, answer["Location"]) == (302, f"/s/{clip.story_id}")


def test_corrections_are_listed_and_fed(client):
    clip = factories.ferry()
    Correction.objects.create(
        clip=clip, version=2, kind="revised", reasons=factories.changed(clip, "212", "06.20"), at=factories.NOON,
        sentences=[{"before": "Nine were hurt.", "after": "Eleven were hurt."}],
    )  # fmt: skip
    for path in ("/corrections", "/corrections/feed.atom", "/corrections/feed.json", "/corrections/feed.rss"):
        shown = body(client, path)
        assert "Northern Ledger changed 212 to 06.20." in shown, path
        assert ("<ins>Eleven</ins> were hurt." if path == "/corrections" else "Eleven were hurt.") in shown, path


def test_trending_says_how_many_publishers_tell_of_it_today(client):
    now = timezone.now()
    factories.ferry(at=now - timedelta(hours=1))
    ranking.keep_trends(ranking_queries.find_trends(now=now), now=now)
    shown = body(client, "/trending")
    assert "#Sabine" in shown
    assert shown.count("3 publishers in the last 24 hours") == 1, "once, above all hashtags of which it is true"


def test_of_a_site_without_news_staff_alone_are_led_to_add_a_source(client):
    assert "There are no clips yet. Come back in a few minutes." in body(client, "/")
    assert "/staff/sources/add" not in body(client, "/")
    client.force_login(Reader.objects.create_user("kim", is_staff=True))
    assert 'href="/staff/sources/add"' in body(client, "/")


def test_a_reader_votes_and_takes_it_back(client):
    clip = factories.ferry()
    client.force_login(Reader.objects.create_user("kim"))
    assert client.post(f"/s/{clip.story_id}/vote")["Location"] == f"/c/{clip.slug}#vote"
    assert community.count(clip.story_id) == 1
    assert "Take your vote back" in body(client, f"/c/{clip.slug}")
    client.post(f"/s/{clip.story_id}/vote", {"take_back": "1"})
    assert community.count(clip.story_id) == 0


def test_a_stranger_is_asked_to_sign_in_before_a_vote(client):
    clip = factories.ferry()
    assert f"/accounts/login/?next=/c/{clip.slug}" in body(client, f"/c/{clip.slug}")
    answer = client.post(f"/s/{clip.story_id}/vote")
    assert answer["Location"].startswith("/accounts/login/")
    assert Vote.objects.count() == 0


@pytest.mark.parametrize("path", ["/about", "/about/ranking", "/corrections", "/trending", "/", "/search"])
def test_pages_stand_on_their_own_without_any_news(client, path):
    shown = body(client, path)
    assert shown.count("<h1") == 1


def test_no_control_character_breaks_the_news_sitemap(client):
    clip = factories.ferry(at=timezone.now())
    Clip.objects.filter(pk=clip.pk).update(headline="Ferry\x01 aground\uffff & safe")
    news = etree.fromstring(body(client, "/sitemap-news.xml").encode())
    assert news.findtext(".//{*}title") == "Ferry aground & safe"


def test_robots_sitemaps_and_manifest_name_our_pages(client):
    old = factories.ferry(at=timezone.now() - timedelta(days=5))
    new = factories.ferry(1, at=timezone.now() - timedelta(hours=1))
    assert "Sitemap: http://localhost:8000/sitemap.xml" in body(client, "/robots.txt")
    assert "sitemap-clips.xml" in body(client, "/sitemap.xml")
    clips = etree.fromstring(body(client, "/sitemap-clips.xml").encode())
    news = body(client, "/sitemap-news.xml")
    assert len(clips) == 2
    assert etree.fromstring(news.encode()) is not None
    assert (f"/c/{new.slug}<" in news, f"/c/{old.slug}<" in news) == (True, False)
    assert client.get("/manifest.webmanifest").json()["name"] == "Newsclip"


def test_sharing_at_ones_own_server_asks_for_it_and_leads_there(client):
    clip = factories.ferry()
    at = f"/c/{clip.slug}/share/mastodon"
    assert "Your Mastodon server" in body(client, at)
    assert 'href="https://example.social/share?text=' in body(client, at, instance="example.social")
    assert client.get(at, {"instance": "no server"}).status_code == 400


def test_signing_in_looks_like_the_rest(client):
    assert "Social news discovery" in body(client, "/accounts/login/")


def test_the_news_of_a_day_is_finite_and_days_to_come_are_none(client):
    clip = factories.ferry()
    ranking.count(clip, now=factories.NOON)
    day = clip.published.date()
    shown = body(client, f"/edition/{day.isoformat()}")
    assert clip.headline in shown
    assert "1 clip, and then you are done." in shown
    assert client.get("/edition/2999-01-01").status_code == 404
    assert client.get("/edition/2026-02-30").status_code == 404


def test_the_service_worker_stands_at_the_root_and_is_always_asked_for_anew(client):
    answer = client.get("/sw.js")
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("text/javascript; charset=utf-8", "no-cache")


def test_the_front_page_is_made_once_for_readers_of_a_second_and_mutes_stay_their_own(
    client, sharing, django_assert_max_num_queries
):
    factories.ferry()
    mara, olin = (Reader.objects.create_user(name, password="x" * 12) for name in ("mara", "olin"))
    Mute.objects.create(reader=olin, kind="category", key="General", at=factories.NOON)
    client.force_login(mara)
    assert "Ferry aground" in body(client, "/")
    with django_assert_max_num_queries(8):  # one of them for what is new since she was here, one for her notices
        assert "mara" in body(client, "/")
    client.force_login(olin)
    page = body(client, "/")
    assert "Ferry aground" not in page
    assert "mara" not in page
    client.force_login(mara)
    page = body(client, "/")
    assert "Ferry aground" in page
    assert "hidden because you muted" not in page
    client.logout()
    assert "Ferry aground" in body(client, "/")


def test_what_is_shared_is_shared_in_one_language_alone(client, sharing):
    factories.ferry()
    assert "Trending" in body(client, "/") or "Hot" in body(client, "/")
    german = client.get("/", headers={"accept-language": "de"}).content.decode()
    assert german != body(client, "/")
    assert "The front page" not in german


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ("/trending/", "/trending"),
        ("/search/?q=ferry+%26", "/search?q=ferry+%26"),
        ("/tag/f%C3%A4hre///", "/tag/f%C3%A4hre"),
        ("/api/clips/", "/api/clips"),
    ],
)
def test_a_stroke_too_many_at_the_end_leads_to_the_page(client, asked, place):
    answer = client.get(asked)
    assert (answer.status_code, answer["Location"]) == (301, place)


@pytest.mark.parametrize("asked", ["/nothing/", "//trending.example/", "//trending/", "/no/such/page/"])
def test_strokes_lead_to_no_page_that_is_not_there(client, asked):
    assert client.get("/", PATH_INFO=asked).status_code == 404
    assert client.post("/trending/").status_code == 404


def test_the_news_of_today_stands_among_the_orders_of_the_front_page(client):
    assert '<li><a href="/edition/today">Today</a></li>' in client.get("/").content.decode()


def test_a_feed_is_offered_once_at_the_foot_in_words_that_readers_know(client):
    clip = factories.ferry()
    for address in ("/category/general", "/tag/sabine", f"/s/{clip.story_id}", "/corrections", "/edition/today"):
        page = body(client, address).partition("<body")[2]
        assert page.count(">Feed</a>: ") == 1, address
        assert "Atom" not in page, address
        assert "JSON" not in page, address
        assert page.index("</main>") - page.index(">Feed</a>: ") < 400, address
