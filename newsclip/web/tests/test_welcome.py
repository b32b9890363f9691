"""Whoever signed up is asked what to follow, sees what it does, and may go on without."""

from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone
from lxml import html

from newsclip.accounts.models import Reader
from newsclip.community.models import Follow, Reading
from newsclip.ranking.models import Trend
from newsclip.web.pages.clip_document import as_stored
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
PASSWORD = "a long way to the harbour"
FORM = {"username": "mara", "email": "mara@people.example", "password1": PASSWORD}


@pytest.fixture
def news(clip, now):
    """A clip on the front page, and a hashtag that trends."""
    Trend.objects.create(key="sabine", name="Sabine", score=3, voices=4, usual=0, at=now)
    return clip


def page(client, path="/welcome") -> str:
    return client.get(path).content.decode()


def followed() -> set[tuple[str, str]]:
    return set(Follow.objects.values_list("kind", "key"))


def test_whoever_signs_up_is_welcomed_on_the_way_to_the_page_they_were_on(client, clip):
    there = client.post(f"/accounts/signup/?next=/c/{clip.slug}", FORM | {"next": f"/c/{clip.slug}"})["Location"]
    assert there == f"/welcome?next=%2Fc%2F{clip.slug}"
    assert f'href="/c/{clip.slug}">Skip this' in page(client, there)


def test_whoever_signed_up_to_challenge_a_sentence_sees_that_it_waits(client, clip):
    claim = as_stored(clip).claims[0]
    there = f"/c/{clip.slug}/challenge?sentence={claim.key}"
    shown = html.fromstring(client.post("/accounts/signup/", FORM | {"next": there}, follow=True).content.decode())
    (note,) = [one for one in shown.cssselect(".welcome .note") if "You wanted to challenge" in one.text_content()]
    assert claim.text in note.text_content()
    assert [one.get("href") for one in shown.cssselect(".welcome a.strong")][:1] == [there]


def test_whoever_came_from_another_page_sees_that_they_come_back_to_it(client, clip):
    shown = page(client, client.post("/accounts/signup/", FORM | {"next": "/c/none/challenge"})["Location"])
    assert "you come back to" in shown
    assert "wanted to challenge" not in shown


def test_whoever_signed_up_is_welcomed_once_and_whoever_signs_in_later_by_name(client):
    shown = client.post("/accounts/signup/", FORM, follow=True).content.decode()
    assert "Welcome to" in shown
    assert "Welcome, mara" not in shown
    client.logout()
    signed = client.post("/accounts/login/", {"login": "mara", "password": PASSWORD}, follow=True)
    assert "Welcome, mara." in signed.content.decode()


def test_whoever_was_nowhere_goes_on_to_their_own_page(client, clip):
    assert client.post("/accounts/signup/", FORM)["Location"] == "/welcome"
    assert 'href="/for-you">Skip this' in page(client)


def test_whoever_signs_in_later_is_not_asked_again(client, clip):
    Reader.objects.create_user("mara", password=PASSWORD)
    there = client.post("/accounts/login/", {"login": "mara", "password": PASSWORD, "next": "/about"})["Location"]
    assert there == "/about"


def test_it_offers_categories_what_trends_and_who_tells_the_front_page(signed_in, news):
    shown = unescape(page(signed_in))
    assert f'value="category:{news.category}"' in shown
    assert 'value="hashtag:sabine"' in shown
    assert 'value="source:harbourtimes.example"' in shown
    assert "Marrow Harbour Times" in shown
    assert "“For you”" in shown


def test_what_is_ticked_is_followed_and_shows_on_the_own_page(signed_in, news):
    chosen = [f"category:{news.category}", "hashtag:sabine", "source:harbourtimes.example"]
    answer = signed_in.post("/welcome", {"follow": chosen}, follow=True)
    assert followed() == {("category", news.category), ("hashtag", "sabine"), ("source", "harbourtimes.example")}
    assert answer.redirect_chain[-1][0] == "/for-you"
    shown = answer.content.decode()
    assert "You follow 3 things now" in shown
    assert "ecause you follow" in shown


def test_it_leads_back_to_pages_of_ours_alone(signed_in, news):
    for back, there in (("/about", "/about"), ("https://evil.example/", "/for-you"), ("//evil.example", "/for-you")):
        assert signed_in.post("/welcome", {"follow": "hashtag:sabine", "next": back})["Location"] == there


def test_what_is_followed_is_not_offered_again_but_counted(signed_in, news):
    signed_in.post("/welcome", {"follow": "hashtag:sabine"})
    shown = page(signed_in)
    assert "hashtag:sabine" not in shown
    assert "You follow 1 thing already" in shown


def test_a_form_with_nothing_ticked_says_so(signed_in, news):
    answer = signed_in.post("/welcome", {"next": "/about"})
    assert answer.status_code == 422
    assert "Nothing is ticked yet" in answer.content.decode()
    assert 'name="next" value="/about"' in answer.content.decode()


@pytest.mark.parametrize("forged", ["word:ferry", "person:nils", "category:Nothing like it", "source:x", "sabine", ":"])
def test_what_is_not_offered_is_not_followed(signed_in, news, forged):
    assert signed_in.post("/welcome", {"follow": forged}).status_code >= 400
    assert followed() == set()


@pytest.mark.parametrize("waits", ["mail", "approval"])
def test_who_waits_to_be_let_in_may_follow_at_once(signed_in, mara, news, waits):
    Reader.objects.filter(pk=mara.pk).update(waits=waits)
    assert 'name="follow"' in page(signed_in)
    signed_in.post("/welcome", {"follow": "hashtag:sabine"})
    assert followed() == {("hashtag", "sabine")}


@pytest.mark.parametrize("waits", ["", "mail"])
def test_who_is_suspended_sees_why_and_no_boxes(signed_in, mara, news, waits):
    until = timezone.now() + timedelta(days=1)
    Reader.objects.filter(pk=mara.pk).update(suspended_until=until, waits=waits)
    shown = page(signed_in)
    assert 'name="follow"' not in shown
    assert "read but not write" in shown or waits
    signed_in.post("/welcome", {"follow": "hashtag:sabine"})
    assert followed() == set()


def test_with_no_news_yet_it_says_so(signed_in):
    shown = page(signed_in)
    assert "There is no news yet to choose from" in shown
    assert "Follow these" not in shown


def test_the_same_news_costs_the_same_however_many_publishers_tell_it(signed_in, news, django_assert_max_num_queries):
    for place in range(1, 6):
        factories.ferry(place)
    with django_assert_max_num_queries(16):
        page(signed_in)


def test_what_the_browser_remembers_as_read_can_be_taken_over(signed_in, mara, clip):
    shown = page(signed_in)
    assert "take-over.js" in shown
    assert "data-take-over hidden" in shown
    signed_in.post("/read", {"clips": f"{clip.pk}@{clip.version}", "next": "/welcome"})
    assert Reading.objects.get(reader=mara).clip == clip
