from datetime import timedelta

import pytest

from newsclip.articles.models import Article
from newsclip.leases import LEASE
from newsclip.operations import following
from newsclip.operations.clock import now
from newsclip.sources.models import Publisher, Source

pytestmark = pytest.mark.django_db


def test_a_refresh_says_what_another_process_holds():
    publisher = Publisher.objects.create(domain="a.example", name="A")
    soon = now() + LEASE
    source = Source.objects.create(
        url="https://a.example/feed", publisher=publisher, added_at=now(), due_at=soon, kind="feed", state="gone"
    )
    Article.objects.create(
        url="https://a.example/1", source=source, publisher=publisher, found_at=now(), due_at=now(), leased_until=soon
    )
    (outcome,) = following.refresh()
    assert (outcome.code, outcome.subject, outcome.good) == ("held", "articles: 1", False)


def test_the_history_of_a_source_tells_each_look_in_words():
    publisher = Publisher.objects.create(domain="a.example", name="A")
    url = "https://a.example/feed"
    source = Source.objects.create(url=url, publisher=publisher, added_at=now(), due_at=now(), kind="feed")
    source.looks.create(at=now() - timedelta(hours=1), code="timeout")
    source.looks.create(at=now(), code="looked", shown=9, new=2)
    assert [row["message"] for row in following.history(url)] == [
        "The source was read.",
        "The host did not answer in time.",
    ]
    assert following.history("https://b.example/") == []
    assert following.listing()[0]["told_by_hub"] == ""
