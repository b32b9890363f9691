from datetime import timedelta

import pytest

from newsclip.accounts.models import Reader
from newsclip.adapters.egress import make_fetch
from newsclip.adapters.egress.bounds import Bounds
from newsclip.push.tests.told import NOW
from tests.loopback import reply, serving


@pytest.fixture
def mara():
    return Reader.objects.create(username="mara", date_joined=NOW - timedelta(days=100))


@pytest.fixture
def receiver():
    with serving() as server:
        server.answers["/hook"] = reply(204)
        yield server


@pytest.fixture
def send(receiver):
    return make_fetch(
        user_agent="Newsclip/0 (+test)",
        loopback_ports=frozenset({receiver.port}),
        bounds=Bounds(connect=10, silence=10, total=20, hops=2),  # a busy machine answers late, too
    )
