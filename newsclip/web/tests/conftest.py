from datetime import timedelta
from pathlib import Path

import pytest
from django.core.cache import caches
from django.utils import timezone, translation

from newsclip.accounts.models import Reader
from newsclip.web.caching import list_cache
from newsclip.web.caching.cache_version import Unknown
from newsclip.web.tests import factories
from newsclip.web.tests.somebody import did_everything


@pytest.fixture(autouse=True)
def fresh(settings):
    """No test sees what another left in the cache, or its language; the folder of collected files exists, if empty."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    for name in ("process", "text_checks"):
        caches[name].clear()
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture
def sharing(settings, monkeypatch):
    """For the whole test it is the same second."""
    settings.SHARES_LISTS = True
    monkeypatch.setattr(list_cache.for_all, "_clock", lambda: 1000.5)
    monkeypatch.setattr(list_cache.for_all, "_version", Unknown)
    list_cache.for_all._kept.clear()
    yield
    list_cache.for_all._kept.clear()


@pytest.fixture
def clip():
    return factories.ferry(at=timezone.now() - timedelta(hours=1))


@pytest.fixture
def mara():
    return Reader.objects.create(username="mara", date_joined=timezone.now() - timedelta(days=100))


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def nils(now):
    return Reader.objects.create(username="nils", date_joined=now - timedelta(days=50), is_moderator=True)


@pytest.fixture
def orla(client):
    """A moderator, signed in."""
    found = Reader.objects.create(username="orla", is_moderator=True)
    client.force_login(found)
    return found


@pytest.fixture
def other():
    """The clip of another story."""
    return factories.ferry(1, headline="Tugs refloat the Sabine")


@pytest.fixture
def somebody(nils, now):
    """Who did everything that can be done here."""
    return did_everything(nils, now)


@pytest.fixture
def signed_in(client, mara):
    client.force_login(mara)
    return client
