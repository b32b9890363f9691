from datetime import UTC, datetime

import pytest

from newsclip.sources import queries
from newsclip.sources.actions import stop
from newsclip.sources.models import Publisher, Source

NOW = datetime(2026, 11, 1, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def test_a_source_that_is_followed_no_more_is_never_due() -> None:
    publisher = Publisher.objects.create(domain="quill.example", name="Quill")
    url = "https://quill.example/feed"
    Source.objects.create(url=url, kind="feed", publisher=publisher, added_at=NOW, due_at=NOW)
    assert stop(url, now=NOW)
    assert not queries.due(NOW).exists()
    assert not stop(url, now=NOW)
