from pathlib import Path

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def fresh(settings):
    """No test sees what another left in the cache; the folder of collected files exists, if empty."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    cache.clear()
