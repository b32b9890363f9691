"""Entries name the reports of their story in other languages, as its page and the API do."""

import feedparser
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader
from newsclip.community import actions
from newsclip.web.tests import factories
from newsclip.web.tests.other_languages import told_in

pytestmark = pytest.mark.django_db
URL, TITLE = "https://le-phare.example/sabine", "La Sabine reste à quai"


@pytest.fixture
def clip():
    return factories.ferry()


def test_json_feed_tells_what_the_api_tells(client, clip):
    told_in(clip, "fr", "Le Phare", TITLE)
    (item,) = client.get("/feed.json").json()["items"]
    told = client.get(f"/api/stories/{clip.story_id}").json()["other_languages"]
    assert item["_newsclip"]["other_languages"] == told
    assert [one["language"] for one in told] == ["fr"]


@pytest.mark.parametrize("form", ["atom", "rss"])
def test_atom_and_rss_link_each_report_with_its_language(client, clip, form):
    told_in(clip, "fr", "Le Phare", TITLE)
    (entry,) = feedparser.parse(client.get(f"/feed.{form}").content).entries
    (link,) = (one for one in entry.links if one.href == URL)
    assert (link.rel, link.hreflang, link.title) == ("related", "fr", f"{TITLE} (Le Phare)")


@pytest.mark.parametrize("form", ["atom", "rss", "json"])
def test_the_text_of_an_entry_names_them_for_readers_that_know_no_such_links(client, clip, form):
    assert "Also reported in other languages" not in client.get(f"/feed.{form}").content.decode()
    told_in(clip, "fr", "Le Phare", TITLE)
    feed = feedparser.parse(client.get(f"/feed.{form}").content) if form != "json" else None
    text = feed.entries[0] if feed else client.get("/feed.json").json()["items"][0]
    said = text["content_html"] if feed is None else text.content[0].value if form == "atom" else text.summary
    assert "Also reported in other languages:" in said
    assert f">{TITLE}</a> (Le Phare)" in said


def test_one_more_of_them_is_news_and_a_copy_of_it_is_not(client, clip):
    before = client.get("/feed.atom")["ETag"]
    told_in(clip, "fr", "Le Phare", TITLE, report=20)
    after = client.get("/feed.atom")["ETag"]
    assert after != before
    told_in(clip, "fr", "La Vigie", TITLE, report=20)
    assert client.get("/feed.atom")["ETag"] == after


def test_a_private_feed_names_none_of_a_publisher_that_its_reader_mutes(client, clip):
    told_in(clip, "fr", "Le Phare", TITLE)
    mara, now = Reader.objects.create(username="mara"), timezone.now()
    address = f"/following/feed.json?token={accounts.make_token(mara, 'my reader', ['feed'], now=now)}"
    actions.follow(mara, "story", str(clip.story_id), now=now)
    assert TITLE in client.get(address).content.decode()
    actions.mute(mara, "source", "le-phare.example", now=now)
    assert TITLE not in client.get(address).content.decode()


def test_stories_of_one_language_cost_one_question_however_many_they_are(client):
    def asked():
        with CaptureQueriesContext(connection) as found:
            client.get("/feed.json")
        return sum('"stories_membership"."language"' in query["sql"] for query in found)

    factories.ferry(0)
    assert asked() == 1
    for place in range(1, 6):
        factories.ferry(place)
    assert asked() == 1


@pytest.mark.parametrize("path", ["/feed.json", "/source/ledger.example/feed.json"])
def test_stories_of_several_languages_cost_as_many_questions_as_one_also_where_nothing_is_new(client, path):
    def place(number):
        clip = factories.ferry(number)
        told_in(clip, "fr", f"Le Phare {number}", f"{TITLE} {number}", report=100 + number)
        told_in(clip, "de", f"Der Bote {number}", f"Die Sabine bleibt {number}", report=200 + number)

    def asked(mark=""):
        with CaptureQueriesContext(connection) as found:
            answer = client.get(path, headers={"if-none-match": mark})
        return len(found), answer

    place(0)
    asked()  # what is asked once in a process
    one, answer = asked()
    unchanged, _ = asked(answer["ETag"])
    for number in range(1, 6):
        place(number)
    six, answer = asked()
    assert {len(item["_newsclip"]["other_languages"]) for item in answer.json()["items"]} == {2}
    assert len(answer.json()["items"]) == 6
    again, nothing = asked(answer["ETag"])
    assert (nothing.status_code, six, again) == (304, one, unchanged)


def test_a_language_of_three_letters_has_its_own_name(client, clip):
    told_in(clip, "fil", "Ang Parola", "Nakatigil ang Sabine", text="Nakatigil pa rin ang Sabine sa pantalan ng bayan.")
    text = client.get("/feed.json").json()["items"][0]["content_html"]
    assert "In Filipino:" in text
    assert "Finnish" not in text
