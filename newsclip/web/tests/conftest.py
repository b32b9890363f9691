from pathlib import Path

import pytest
from django.core.cache import caches


@pytest.fixture(autouse=True)
def fresh(settings):
    """No test sees what another left in the cache; the folder of collected files exists, if empty."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    caches["process"].clear()
