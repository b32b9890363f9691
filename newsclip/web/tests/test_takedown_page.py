"""Staff take an article down in the browser: they see what goes, say why, and it is gone."""

from http import HTTPStatus

import pytest

from newsclip.accounts.models import Reader
from newsclip.articles.models import Article
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
PATH = "/staff/takedown"


@pytest.fixture
def staff(client):
    client.force_login(Reader.objects.create(username="sten", is_staff=True))
    return client


@pytest.fixture
def article():
    clip = factories.ferry()
    factories.index(clip)
    return Article.objects.filter(url__contains="harbourtimes.example").order_by("pk").first()


def test_what_goes_is_shown_before_anything_goes(staff, article):
    page = staff.get(PATH, {"url": article.url}).content.decode()
    assert "This cannot be undone." in page
    assert 'href="/c/ferry-aground-off-marrow-point"' in page
    assert Article.objects.get(pk=article.pk).code != "taken_down"


def test_an_address_that_is_not_known_is_told_so(staff):
    page = staff.get(PATH, {"url": "https://harbourtimes.example/nothing"}).content.decode()
    assert "No article is known at “https://harbourtimes.example/nothing”." in page
    assert staff.post(PATH, {"url": "https://harbourtimes.example/nothing", "why": "So."}).status_code != HTTPStatus.OK


def test_nothing_is_taken_down_without_a_reason(staff, article):
    said = staff.post(PATH, {"url": article.url, "why": " "}).content.decode()
    assert "Say who asked for it, and why." in said
    assert Article.objects.get(pk=article.pk).code != "taken_down"


def test_it_is_taken_down_at_once_and_the_reason_is_kept_with_who_did_it(staff, article):
    said = staff.post(PATH, {"url": article.url, "why": "Its publisher wrote to us."}, follow=True).content.decode()
    assert "Taken down." in said
    gone = Article.objects.get(pk=article.pk)
    assert (gone.code, gone.detail) == ("taken_down", "sten: Its publisher wrote to us.")
    assert "This article was taken down already." in staff.get(PATH, {"url": article.url}).content.decode()
