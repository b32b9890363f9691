from datetime import UTC, datetime, timedelta

import pytest

from newsclip.accounts.models import Reader
from newsclip.stories.models import Story

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)


def person(name: str, *, days: int = 100, **more: object) -> Reader:
    return Reader.objects.create(username=name, date_joined=NOW - timedelta(days=days), **more)


@pytest.fixture
def story():
    return Story.objects.create(started_at=NOW, last_at=NOW)


@pytest.fixture
def mara():
    return person("mara")


@pytest.fixture
def nils():
    return person("nils")


@pytest.fixture
def moderator():
    return person("orla", is_moderator=True)
