"""What a publisher asked not to be shown is shown nowhere: not in what is said now, nor in what was said before."""

import json

import pytest
from django.test import Client

from newsclip import wiring
from newsclip.accounts.models import Reader
from newsclip.articles import actions as articles
from newsclip.articles import queries
from newsclip.articles.models import Article, Picture, Revision
from newsclip.articles.tests.fakes import MemoryStore
from newsclip.cli import admin_commands
from newsclip.clips import actions as clips
from newsclip.clips.models import Answer, Clip, ClipVersion, Correction
from newsclip.kernel.fetching import Page, Request
from newsclip.options import OPTIONS
from newsclip.pipeline import retention, takedown
from newsclip.sources import actions as sources
from newsclip.sources.models import Source
from newsclip.sources.ports import Entry
from newsclip.web.tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.once]
NOON = factories.NOON
# Words that the Marrow Harbour Times alone wrote, in text, title and about its picture.
THEIRS = ("bruises at the harbour clinic", "ran aground off Marrow Point", "We felt a long scrape", "Tove Lindqvist")
LISTS = (
    *("/", "/?order=new", "/category/general", "/tag/sabine", "/source/ledger.example", "/search?q=bruises"),
    *("/search?q=sabine", "/trending", "/corrections", "/corrections.atom", "/feed.atom", "/feed.json", "/feed.rss"),
    *("/api/clips", "/sitemap-news.xml", "/edition/2026-11-24", "/s/{story}", "/s/{story}.json"),
    *("/s/{story}/feed.atom", "/c/{slug}", "/c/{slug}.json", "/c/{slug}/evidence", "/api/clips/{slug}", "/staff/"),
    *(
        "/people",
        "/name/ilse-varga",
        "/name/ilse-varga/feed.atom",
        "/name/marrow-point",
        "/name/marrow-point/feed.json",
    ),
)


@pytest.fixture
def clip() -> Clip:
    made = factories.ferry()
    factories.index(made)
    list(clips.name([made]))
    Correction.objects.create(
        clip=made, version=1, kind="revised", reasons=factories.reasons("article_changed"), at=NOON,
        sentences=[{"before": THEIRS[0], "after": THEIRS[0]}],
    )  # fmt: skip
    media = OPTIONS.home / "media"
    media.mkdir(parents=True, exist_ok=True)
    (media / "sabine-0.jpg").write_bytes(b"picture")
    Revision.objects.filter(article__publisher__domain="harbourtimes.example").update(
        image="https://harbourtimes.example/pictures/0.jpg"
    )
    return made


def shown(clip: Clip) -> str:
    """All that anybody can see, staff too."""
    staff = Client(raise_request_exception=False)
    staff.force_login(
        Reader.objects.get_or_create(username="ada", is_staff=True)[0],
        "allauth.account.auth_backends.AuthenticationBackend",
    )
    pages = [staff.get(path.format(story=clip.story_id, slug=clip.slug), follow=True) for path in LISTS]
    assert not [page for page in pages if page.status_code >= 500]
    return "".join(page.content.decode() for page in pages)


def test_the_test_sees_the_words_before_they_are_taken_down(clip):
    assert all(words in shown(clip) for words in THEIRS)


def test_an_article_that_is_taken_down_is_shown_nowhere_and_the_story_is_told_from_the_others(clip):
    admin_commands.take_down("https://harbourtimes.example/news/0/sabine", "They asked.")
    seen = shown(clip)
    assert [words for words in THEIRS if words in seen] == []
    assert "Its inspectors will listen to the bridge recordings first." in seen
    clip.refresh_from_db()
    assert (clip.state, clip.version, clip.image) == ("published", 2, "")
    assert not (OPTIONS.home / "media" / "sabine-0.jpg").exists()


def test_a_picture_whose_store_is_away_is_deleted_when_it_is_back(clip):
    store = MemoryStore({"sabine-0.jpg": b"picture"}, away="It does not answer.")
    indexes = takedown.Indexes(wiring.search_index(), wiring.vector_index(), wiring.story_index())
    what = "https://harbourtimes.example/news/0/sabine"
    done = takedown.take_down(what, reason="They asked.", indexes=indexes, forget=store.forget, now=NOON)
    assert done.pictures_left == 1
    store.away = ""
    list(retention.tidy(OPTIONS.keep, forget=store.forget, now=NOON))
    assert store.kept == {}
    assert not Picture.objects.filter(code="taken_down").exclude(name="").exists()


def test_what_retention_dropped_before_is_left_to_the_worker(clip):
    Picture.objects.create(url="https://ledger.example/old.jpg", code="forgotten", name="old.jpg")
    store = MemoryStore({"sabine-0.jpg": b"picture", "old.jpg": b"picture"})
    indexes = takedown.Indexes(wiring.search_index(), wiring.vector_index(), wiring.story_index())
    what = "https://harbourtimes.example/news/0/sabine"
    done = takedown.take_down(what, reason="They asked.", indexes=indexes, forget=store.forget, now=NOON)
    assert (done.pictures_left, list(store.kept)) == (0, ["old.jpg"])


def test_a_picture_that_another_article_shows_too_stays(clip):
    Picture.objects.create(url="https://ledger.example/same.jpg", code="kept", name="sabine-0.jpg")
    admin_commands.take_down("https://harbourtimes.example/news/0/sabine", "They asked.")
    assert (OPTIONS.home / "media" / "sabine-0.jpg").exists()


def test_nothing_of_it_is_left_in_the_tables(clip):
    Answer.objects.create(request="q", digest="d", model="m", text=THEIRS[0], at=NOON)
    document = clip.document | {"receipt": {**clip.document["receipt"], "answers": ["d"]}}
    Clip.objects.filter(pk=clip.pk).update(document=document)
    admin_commands.take_down("harbourtimes.example", "They asked.")
    rows = [json.dumps(list(model.objects.values()), default=str) for model in
            (Clip, ClipVersion, Correction, Revision, Article, Answer, Picture)]  # fmt: skip
    assert [words for words in THEIRS if words in "".join(rows)] == []


def test_a_clip_that_rested_on_it_alone_is_withdrawn_without_a_word(clip):
    for domain in ("harbourtimes.example", "ledger.example", "radiokelling.example"):
        admin_commands.take_down(domain, "They asked.")
    answer = Client().get(f"/c/{clip.slug}", follow=True)
    assert answer.status_code == 410
    assert "Its publisher asked that it be taken down." in answer.content.decode()
    assert Client().get(f"/c/{clip.slug}.json", follow=True).json()["code"] == "taken_down"
    assert "bridge recordings" not in shown(clip)
    assert wiring.search_index().search("sabine", limit=5) == []


def test_repeating_it_changes_nothing(clip):
    first = admin_commands.take_down("harbourtimes.example", "They asked.")
    before = Clip.objects.values().get(pk=clip.pk)
    admin_commands.take_down("harbourtimes.example", "They asked.")
    assert first.startswith("Taken down: 1 articles. 1 clips")
    assert Clip.objects.values().get(pk=clip.pk) == before


def test_its_sources_are_asked_no_more_and_its_articles_refused_whoever_brings_them(clip):
    admin_commands.take_down("harbourtimes.example", "They asked.")
    assert set(Source.objects.filter(publisher__domain="harbourtimes.example").values_list("state", flat=True)) == {
        "paused"
    }
    address = "https://harbourtimes.example/news/tomorrow"
    articles.admit(sources.submission(NOON), [Entry(address)], now=NOON)
    page = (
        "<html><title>New</title><article><h1>A new day</h1>"
        + "<p>"
        + "Words of a new day in the harbour. " * 40
        + "</p></article>"
    )

    def fetch(asks: list[Request]):
        for ask in asks:
            yield ask, Page(ask.url, 200, page.encode(), {"content-type": "text/html"})

    results = list(articles.read(Article.objects.filter(url=address), fetch=fetch, now=NOON))
    assert [result.code for result in results] == ["taken_down"]
    row = Article.objects.get(url=address)
    assert (row.state, row.due_at) == ("refused", None)
    assert not Revision.objects.filter(article=row).exists()


def test_an_article_that_was_on_its_way_when_it_was_taken_down_stays_down(clip):
    row = Article.objects.get(publisher__domain="harbourtimes.example")
    admin_commands.take_down(row.url, "They asked.")

    def fetch(asks):
        for ask in asks:
            yield ask, Page(ask.url, 200, b"<p>words</p>", {"content-type": "text/html"})

    assert [result.code for result in articles.read([row], fetch=fetch, now=NOON)] == ["taken_down"]
    assert Revision.objects.get(article=row).text == ""


def test_an_address_that_is_the_same_article_takes_that_article_down(clip):
    row = Article.objects.get(publisher__domain="harbourtimes.example")
    sources_of = {"source": row.source, "publisher": row.publisher, "found_at": NOON, "state": "refused"}
    printed = Article.objects.create(url=f"{row.url}?print=1", code="same_article", detail=row.url, **sources_of)
    admin_commands.take_down(printed.url, "They asked.")
    row.refresh_from_db()
    assert (row.code, Revision.objects.get(article=row).text) == ("taken_down", "")


def test_a_page_of_another_host_takes_down_no_article_that_it_claims_to_be(clip):
    row = Article.objects.get(publisher__domain="harbourtimes.example")
    claims = "https://rival.harbourtimes.example/x"
    sources_of = {"source": row.source, "publisher": row.publisher, "found_at": NOON, "state": "refused"}
    Article.objects.create(url=claims, code="same_article", detail=row.url, **sources_of)
    with pytest.raises(admin_commands.CommandError, match=f"same article as one .*{row.url}"):
        admin_commands.take_down(claims, "They asked.")
    row.refresh_from_db()
    assert (row.state, row.code) == ("read", "read")


@pytest.mark.parametrize("what", ["https://nobody.example/x", "nobody.example"])
def test_what_is_not_known_is_said_to_be_unknown(what):
    with pytest.raises(admin_commands.CommandError, match="could not find"):
        admin_commands.take_down(what, "They asked.")


def test_at_most_so_many_words_of_a_publisher_are_shown_at_once_and_after_the_clip_is_written_anew(clip):
    admin_commands.limit_excerpts("harbourtimes.example", 20)
    seen = Client().get(f"/c/{clip.slug}").content.decode() + Client().get(f"/c/{clip.slug}/evidence").content.decode()
    assert "shortly after seven on Tuesday morning" in seen
    assert [words for words in ("bruises at the harbour clinic", "We felt a long scrape") if words in seen] == []
    clip.story.refresh_from_db()
    assert clip.story.version == 2, "a worker writes it anew"


def test_a_writer_is_given_no_more_than_may_be_shown(clip):
    admin_commands.limit_excerpts("harbourtimes.example", 20)
    row = Article.objects.get(publisher__domain="harbourtimes.example")
    read = queries.newest([row.pk])[row.pk]
    assert len(read.shown.split()) == 20
    assert read.text.startswith(read.shown)
    assert len(read.text.split()) > 20, "grouping still knows all of it"
    assert len(queries.revisions([(row.pk, 1)])[row.pk, 1].text.split()) == 20


def test_a_limit_for_nobody_is_refused():
    with pytest.raises(admin_commands.CommandError):
        admin_commands.limit_excerpts("nobody.example", 20)
