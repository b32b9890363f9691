"""What becomes of a link that a reader submits, in words that say what happened."""

from datetime import timedelta

import pytest
from django.utils import timezone
from lxml import html

from newsclip.accounts.models import Reader
from newsclip.articles.models import Article
from newsclip.options import OPTIONS

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def body(answer) -> str:
    return answer.content.decode()


def test_a_link_that_is_here_already_leads_to_its_clip(signed_in, clip):
    url = clip.document["sources"][0]["url"]
    answer = signed_in.post("/submit", {"url": url}, follow=True)
    assert answer.redirect_chain[-1][0] == f"/c/{clip.slug}"


def test_what_would_be_refused_again_is_shown_as_text_and_back_leads_to_the_form_that_holds_it(client, clip):
    client.force_login(Reader.objects.create(username="new", date_joined=timezone.now() - HOUR))
    answer = client.post("/submit", {"url": "https://village.example/fair"})
    assert answer.status_code == 403
    page = html.fromstring(body(answer))
    assert not page.cssselect("#refused textarea, #refused input:not([type=hidden])")
    assert "https://village.example/fair" in page.cssselect("#refused blockquote")[0].text_content()
    (back,) = page.cssselect("#refused a.button")
    form = html.fromstring(body(client.get(back.get("href"))))
    assert form.cssselect("#url")[0].get("value") == "https://village.example/fair"


def test_a_new_link_waits_in_front_of_the_readers_eyes(signed_in, clip):
    answer = signed_in.post("/submit", {"url": "https://harbourtimes.example/second-ferry"}, follow=True)
    assert "Your link is on its way" in body(answer)


def test_a_link_that_could_not_be_read_yet_says_why(signed_in, clip):
    answer = signed_in.post("/submit", {"url": "https://harbourtimes.example/second-ferry"}, follow=True)
    path = answer.redirect_chain[-1][0]
    assert "could not" not in body(answer)
    Article.objects.filter(url="https://harbourtimes.example/second-ferry").update(code="not_found")
    shown = body(signed_in.get(path))
    assert "There is no page at this address." in shown
    assert "every 30s" in shown
    assert shown.count("Your link could not be read so far") == 2  # the title and the heading
    assert "on its way" not in shown
    assert shown.count("less and less often") == 1
    assert "The next try is under way." in shown
    Article.objects.filter(url="https://harbourtimes.example/second-ferry").update(due_at=timezone.now() + HOUR)
    assert "The next try is on" in body(signed_in.get(path))


def test_a_link_that_gives_no_clip_is_titled_so(signed_in, clip):
    answer = signed_in.post("/submit", {"url": "https://harbourtimes.example/second-ferry"}, follow=True)
    Article.objects.filter(url="https://harbourtimes.example/second-ferry").update(state="refused", code="index_page")
    shown = body(signed_in.get(answer.redirect_chain[-1][0]))
    assert shown.count("No clip could be made from this link") == 2
    assert "http-equiv" not in shown


def test_the_sites_own_pages_are_no_articles(signed_in, clip):
    answer = signed_in.post("/submit", {"url": f"{OPTIONS.site_url}/c/{clip.slug}"})
    assert answer.status_code == 422
    assert "This address is of this site itself." in body(answer)
