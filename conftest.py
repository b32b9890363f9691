from collections.abc import Iterator

import pytest
from django.utils import timezone, translation
from hypothesis import settings

settings.register_profile("house", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("house")


@pytest.fixture(autouse=True)
def _nobody_asked_yet() -> Iterator[None]:
    """A page that was asked for in German leaves its thread German; tests run in any order."""
    yield
    translation.deactivate()
    timezone.deactivate()
