"""While hostile input is read, nothing but the one way out may open a connection: libraries are watched too."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import newsclip

PRODUCT = str(Path(newsclip.__file__).parent)
OWN = Path(__file__).parent / "own"
EGRESS = f"{PRODUCT}/adapters/egress"
_OUTWARD = frozenset({"socket.connect", "socket.getaddrinfo", "urllib.Request", "http.client.connect"})
_seen: list[str] = []


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event in _OUTWARD and not _is_ours():
        _seen.append(f"{event} {arguments[1:2] or arguments[:1]}")


def _is_ours() -> bool:
    """Whether the egress is on the stack, or a test's own server or browser and nothing of the product."""
    frame, product = sys._getframe(2), False
    while frame is not None:
        name = frame.f_code.co_filename
        if name.startswith(EGRESS):
            return True
        product = product or (name.startswith(PRODUCT) and "/tests/" not in name)
        frame = frame.f_back
    return not product


sys.addaudithook(_watch)


@pytest.fixture
def outward() -> list[str]:
    """What went outward by another way since the test began."""
    _seen.clear()
    return _seen


@pytest.fixture(autouse=True)
def _one_way_out(outward: list[str]) -> Iterator[None]:
    yield
    assert outward == []


@pytest.fixture(scope="session", params=["own", pytest.param("shared", marks=pytest.mark.shared)])
def hostile_data(request: pytest.FixtureRequest) -> Path:
    """The folder that holds the sets `hostile-NAME`: ours, then the public ones. NEWSCLIP_SHARED names another."""
    return OWN if request.param == "own" else request.getfixturevalue("shared_data")
