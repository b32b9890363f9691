from datetime import UTC, datetime, timedelta

import pytest

from newsclip.accounts.models import Reader
from newsclip.community.rules.account_weight import FULL_VALUE
from newsclip.stories.models import Story

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)


def person(name: str, *, days: int = 100, valued: float = FULL_VALUE, **more: object) -> Reader:
    """Somebody whose contributions others valued, unless said otherwise."""
    return Reader.objects.create(username=name, date_joined=NOW - timedelta(days=days), valued=valued, **more)


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
