"""A publisher may name itself with characters that turn the direction of text; they turn that name and nothing else."""

import pytest
from django.utils.http import urlencode
from lxml import html

from newsclip.accounts.models import Reader
from newsclip.articles.models import Article
from newsclip.sources.models import Publisher
from newsclip.sources.tests.fakes import Web
from newsclip.web.tests import factories
from newsclip.web.tests.test_source_suggestions import suggested, the_worker_looks
from newsclip.web.tests.test_sources import HOME, a_source

pytestmark = pytest.mark.django_db
TURNED = "\u202eettezaG"


def leaks(answer) -> list[str]:
    """Texts that turn, and that nothing keeps apart from the text around them (`bdi`, or any element with `dir`)."""
    assert answer.status_code == 200
    body = html.document_fromstring(answer.content.decode()).find("body")
    turned = body.xpath(".//text()[contains(., '\u202e')]")
    assert turned
    return [text for text in turned if not text.getparent().xpath("ancestor-or-self::*[self::bdi or @dir]")]


def test_the_names_of_sources_turn_nothing_else_on_staff_pages(client):
    client.force_login(Reader.objects.create(username="sten", is_staff=True))
    source = a_source(title=TURNED)
    source.publisher.name = TURNED + " Press"
    source.publisher.save()
    for page in ("/staff/sources", f"/staff/sources/{source.pk}", f"/staff/sources/{source.pk}/remove"):
        assert leaks(client.get(page)) == [], page


def test_nor_do_those_that_readers_suggest(signed_in):
    there = suggested(signed_in)
    link = f'<link rel=alternate type=application/rss+xml href=/a title="{TURNED}">'
    (web := Web()).put(
        HOME, f'<!doctype html><meta property="og:site_name" content="{TURNED}">{link}'.encode(), "text/html"
    )
    the_worker_looks(web)
    signed_in.force_login(Reader.objects.create(username="orla", is_moderator=True))
    for page in ("/moderation/queue", there):
        assert leaks(signed_in.get(page)) == [], page


def test_nor_do_publishers_of_articles_that_were_refused_or_are_taken_down(client):
    client.force_login(Reader.objects.create(username="sten", is_staff=True))
    factories.ferry()
    article = Article.objects.order_by("pk").first()
    Publisher.objects.filter(pk=article.publisher_id).update(name=TURNED + " Press")
    Article.objects.filter(pk=article.pk).update(state="refused", code="index_page", entry_title=TURNED)
    for page in ("/staff/", f"/staff/takedown?{urlencode({'url': article.url})}"):
        assert leaks(client.get(page)) == [], page
