import gc
from collections.abc import Iterator

import pytest
import structlog
from django.utils import timezone, translation
from hypothesis import settings

from newsclip.db import availability

gc.disable()  # while tests are found: a tenth of what that takes, and nothing is left behind
settings.register_profile("house", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("house")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What asks the tables by a fixture alone bears the mark, too: `-m "django_db or integration"` leaves none out."""
    for item in items:
        asks = {"db", "transactional_db"} & set(getattr(item, "fixturenames", ()))
        if asks and not item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.django_db)


def pytest_collection_finish() -> None:
    """What was found lives to the end: the garbage collector no longer walks through it, a sixth of the CPU."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)  # tests leave little: Python's own figures make it look ten times as often
    gc.enable()


@pytest.fixture(autouse=True)
def _nobody_asked_yet() -> Iterator[None]:
    """A page that was asked for in German leaves its thread German, a command its logs quiet, and it remembers a full
    disk; they run in any order.
    """
    yield
    structlog.reset_defaults()
    availability.HERE.forget()
    translation.deactivate()
    timezone.deactivate()
