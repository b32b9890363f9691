from collections.abc import Iterator

import pytest
from django.utils import timezone, translation


@pytest.fixture(autouse=True)
def _nobody_asked_yet() -> Iterator[None]:
    """A page that was asked for in German leaves its thread German; tests run in any order."""
    yield
    translation.deactivate()
    timezone.deactivate()
