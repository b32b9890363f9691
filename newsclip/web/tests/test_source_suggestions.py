"""Members suggest sources; the worker looks, a moderator decides, and everybody concerned is told."""

from datetime import timedelta

import pytest
from django.utils import timezone
from lxml import html

from newsclip.accounts.models import Reader
from newsclip.community.actions import act
from newsclip.community.models import Action, Notice, SourceSuggestion
from newsclip.community.ports import Order
from newsclip.community.queries import suggested_sources, waiting
from newsclip.options import OPTIONS
from newsclip.pipeline import source_suggestions
from newsclip.pipeline.tests.test_finding_work import needs_sqlite, plans_of
from newsclip.sources import actions, queries
from newsclip.sources.models import Source
from newsclip.sources.tests.fakes import Web, item, rss
from newsclip.web.tests.test_sources import FEED, HOME, a_home_page, a_source, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def orla(client):
    return Reader.objects.create(username="orla", is_moderator=True)


def the_worker_looks(web: Web) -> None:
    now = timezone.now()
    for looked in actions.answer_discoveries(list(queries.discoveries()), fetch=web, now=now):
        if looked:
            source_suggestions.settle(looked, now=now)


def suggested(client, url: str = HOME, why: str = "It writes about Fernby.") -> str:
    answer = client.post("/sources/suggest", {"url": url, "why": why})
    assert answer.status_code == 302, answer.content
    return answer["Location"]


def test_a_link_that_lists_articles_leads_to_the_page_for_suggestions(signed_in, mara, clip):
    article = clip.story.memberships.first().article
    article.state, article.code = "refused", "index_page"
    article.save()
    clip.story.memberships.all().delete()
    there = signed_in.post("/submit", {"url": article.url})["Location"]
    assert f"/sources/suggest?url={article.url.replace(':', '%3A')}" in words_of(signed_in.get(there))


def test_a_suggestion_is_looked_at_then_waits_then_is_accepted_and_told(signed_in, mara, orla):
    there = suggested(signed_in)
    assert "Looking at the address" in words_of(signed_in.get(there))
    assert waiting(limit=9) == 0
    the_worker_looks(a_home_page())
    assert "A moderator will decide" in words_of(signed_in.get(there))
    assert waiting(limit=9) == 1
    assert not Source.objects.exists()

    signed_in.force_login(orla)
    assert HOME in words_of(signed_in.get("/moderation/queue"))
    assert "It writes about Fernby." in words_of(signed_in.get(there))
    signed_in.post(f"{there}/decide", {"choose": HOME + "a"})
    assert Source.objects.get().url == HOME + "a"
    logged = Action.objects.get()
    assert (logged.kind, logged.target, logged.key, logged.name) == ("add_source", "domain", "gazette.example", "orla")

    signed_in.force_login(mara)
    assert "The source that you suggested is read from now on: Gazette" in words_of(signed_in.get("/notices"))
    said = words_of(signed_in.get(there))
    assert "We read this source now" in said
    assert "/source/gazette.example" in said


def test_whoever_is_declined_reads_why_and_so_does_everybody(signed_in, mara, orla):
    there = suggested(signed_in)
    the_worker_looks(a_home_page())
    signed_in.force_login(orla)
    assert signed_in.post(f"{there}/decide", {"decline": "1", "reason": " "}).status_code == 422
    signed_in.post(f"{there}/decide", {"decline": "1", "reason": "It copies others."})
    assert "It copies others." in words_of(signed_in.get("/moderation"))
    signed_in.force_login(mara)
    assert "It copies others." in words_of(signed_in.get(there))
    assert "was declined: It copies others." in words_of(signed_in.get("/notices"))
    assert suggested(signed_in) == there
    assert SourceSuggestion.objects.get().state == "declined"


def test_one_decision_answers_everybody_who_suggested_it(client, mara, orla):
    nell = Reader.objects.create(username="nell", date_joined=mara.date_joined)
    for person in (mara, nell):
        client.force_login(person)
        there = suggested(client)
    the_worker_looks(a_home_page())
    assert waiting(limit=9) == 1
    client.force_login(orla)
    client.post(f"{there}/decide", {"choose": HOME + "a"})
    assert set(Notice.objects.values_list("reader__username", flat=True)) == {"mara", "nell"}
    assert waiting(limit=9) == 0
    assert client.post(f"{there}/decide", {"choose": HOME + "a"}).status_code == 410


@needs_sqlite
def test_an_address_is_found_however_many_were_suggested_and_looked_at(signed_in, orla):
    there = suggested(signed_in)
    the_worker_looks(a_home_page())
    plans = plans_of(lambda: (actions.look_for_sources(HOME, now=timezone.now()), list(suggested_sources())))
    signed_in.force_login(orla)
    plans += plans_of(lambda: signed_in.post(f"{there}/decide", {"choose": HOME + "a"}))
    assert any("discovery_url" in line for line in plans)
    assert any("source_suggestion_url" in line for line in plans)


def test_what_is_followed_already_leads_to_its_publisher(signed_in):
    a_source()
    assert suggested(signed_in, FEED) == "/source/gazette.example"
    assert not SourceSuggestion.objects.exists()


def test_a_home_page_whose_feeds_are_all_followed_by_then_needs_no_decision(signed_in):
    there = suggested(signed_in)
    for name in "ab":
        a_source(name)
    the_worker_looks(a_home_page())
    said = words_of(signed_in.get(there))
    assert "We read this source already." in said
    assert "/source/gazette.example" in said
    assert "is read already." in words_of(signed_in.get("/notices"))
    assert waiting(limit=9) == 0


def test_where_nothing_can_be_followed_it_says_why_and_can_be_tried_anew(signed_in, mara):
    there = suggested(signed_in)
    web = Web()
    web.fail(HOME, "timeout")
    the_worker_looks(web)
    assert "The website did not answer in time." in words_of(signed_in.get(there))
    page = signed_in.get(there)
    assert "Correct the address and try again" in words_of(page)
    (again,) = html.fromstring(page.content.decode()).cssselect("a[href*='/sources/suggest?']")
    form = html.fromstring(signed_in.get(again.get("href")).content.decode())
    assert form.cssselect("#why")[0].text.strip() == SourceSuggestion.objects.get().why, "the reason stays, too"
    assert page.content.decode().count('href="/sources/suggest?url=') == 1, "one way on, named once"
    assert "cannot be read" in words_of(signed_in.get("/notices"))
    Reader.objects.filter(pk=mara.pk).update(is_staff=True)
    seen = words_of(signed_in.get("/staff/sources"))
    assert "did not answer in time" in seen.partition("Suggested, but they cannot be read")[2]
    SourceSuggestion.objects.get().discovery.delete()
    assert suggested(signed_in) == there
    assert SourceSuggestion.objects.get().state == "waiting"


def test_new_accounts_suggest_sources_on_new_sites_within_their_daily_limit(client, clip):
    client.force_login(Reader.objects.create(username="new", date_joined=timezone.now() - timedelta(hours=1)))
    assert "Your account is new" not in words_of(client.get("/sources/suggest"))
    for number in range(3):
        assert suggested(client, f"https://new-{number}.example/").startswith("/sources/suggested/")
    answer = client.post("/sources/suggest", {"url": HOME, "why": "Our village."})
    assert answer.status_code == 429
    (back,) = html.fromstring(answer.content.decode()).cssselect("#refused a.button")
    form = client.get(back.get("href")).content.decode()
    assert f'value="{HOME}"' in form, "the form, with what was written"
    assert "Our village.</textarea>" in form


@pytest.mark.parametrize("url", ["javascript:alert(1)", "", "ftp://a.example/"])
def test_an_address_that_is_none_is_refused(signed_in, url):
    assert signed_in.post("/sources/suggest", {"url": url}).status_code == 422
    assert not SourceSuggestion.objects.exists()


def test_a_banned_site_is_refused(signed_in, orla):
    act(orla, Order("ban", "domain", "gazette.example", "Advertising."), now=timezone.now())
    assert signed_in.post("/sources/suggest", {"url": HOME}).status_code == 403


def test_members_do_not_decide_and_do_not_see_what_others_suggested(client, mara):
    client.force_login(mara)
    there = suggested(client)
    the_worker_looks(a_home_page())
    assert client.post(f"{there}/decide", {"choose": HOME + "a"}).status_code == 403
    client.force_login(Reader.objects.create(username="nell"))
    assert client.get(there).status_code == 404


def test_what_one_suggested_is_found_from_the_settings_with_its_reason_and_what_became_of_it(signed_in):
    there = suggested(signed_in)
    the_worker_looks(a_home_page())
    known = suggested(signed_in, HOME + "news")
    assert 'href="/sources/suggest#yours"' in words_of(signed_in.get("/settings"))
    assert "It writes about Fernby." in words_of(signed_in.get(there))
    SourceSuggestion.objects.filter(url=HOME + "news").update(state="declined", code="already_followed")
    listed = words_of(signed_in.get("/sources/suggest"))
    assert known in listed
    assert "We read this source already." in listed
    assert "A moderator will decide" in listed, "in the words of its own page"
    assert "declined" not in listed


def test_who_suggests_the_home_page_of_a_publisher_that_is_read_is_led_there(signed_in):
    a_source()
    home = HOME.rstrip("/")
    answer = signed_in.post("/sources/suggest", {"url": home}, follow=True)
    assert answer.redirect_chain[0][0].startswith("/source/")
    assert "We read this source already." in words_of(answer)
    assert "A moderator will decide" not in words_of(signed_in.get(suggested(signed_in, f"{home}/other.xml")))


def test_a_moderator_reads_that_it_was_followed_and_removed_before(client, signed_in, orla):
    there = suggested(signed_in)
    a_source("a", state="removed")
    the_worker_looks(a_home_page())
    client.force_login(orla)
    assert "read before, not now" in words_of(client.get(there))


def test_of_this_site_itself_nothing_is_suggested(signed_in):
    answer = signed_in.post("/sources/suggest", {"url": f"{OPTIONS.site_url}/nothing-here"})
    assert answer.status_code == 422
    assert "Give the address of a publisher." in answer.content.decode()


def test_a_refused_form_calls_its_boxes_as_before(signed_in):
    page = words_of_refused(signed_in.post("/sources/suggest", {"url": "no address", "why": "It writes about Fernby."}))
    for label, typed in (
        ("Address of the source", "no address"),
        ("Why it should be here, if you like", "It writes about Fernby."),
    ):
        assert f"{label}</label>" in page
        assert f">{typed}</textarea>" in page
    assert "(url)" not in page


def words_of_refused(answer) -> str:
    assert answer.status_code == 422, answer.content
    return " ".join(answer.content.decode().split())


def test_a_moderator_sees_what_a_suggested_source_brings_and_who_else_wants_it(client, mara, orla):
    nell = Reader.objects.create(username="nell", date_joined=mara.date_joined)
    for person, why in ((mara, "It writes about Fernby."), (nell, "")):
        client.force_login(person)
        there = suggested(client, why=why)
    web = a_home_page()
    web.put(HOME + "a", rss(item("/1", "Bridge opens"), item("/2", "Ferry sinks"), head="<language>sv</language>"))
    the_worker_looks(web)
    Reader.objects.filter(pk=orla.pk).update(is_staff=True)
    client.force_login(orla)
    for page in ("/moderation/queue", "/staff/sources", there):
        said = words_of(client.get(page)).partition("<main")[2]
        assert "Gazette" in said
        assert "feed, 2 entries now, Swedish" in said
        assert '“<span dir="auto">Bridge opens</span>”' in said
        assert "mara" in said
        assert "nell" in said
        assert "It writes about Fernby." in said
    assert "Bridge opens" not in words_of(client.get("/staff/sources?state=paused"))
