from datetime import timedelta
from pathlib import Path

import pytest
from django.core.cache import caches
from django.utils import timezone

from newsclip.accounts.models import Reader


@pytest.fixture(autouse=True)
def fresh(settings):
    """No test sees what another left in the cache; the folder of collected files exists, if empty."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    caches["process"].clear()


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def mara(now):
    return Reader.objects.create(username="mara", date_joined=now - timedelta(days=100))
