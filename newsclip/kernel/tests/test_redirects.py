"""Judged by ada-url, which reads addresses as browsers do."""

import ada_url
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclip.kernel.redirects import is_own_path

HERE = "https://news.example/c/ferry?page=2"
LEADS_AWAY = (
    "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example", "/\n/evil.example",
    "\t//evil.example", " //evil.example", "//[::1]/", "//[::1]:8000/", "//localhost:9999/", "//127.0.0.1/", "//", "",
    "//user:word@evil.example/", "http://news.example:81/", "http:///evil.example", "http:evil.example", "///",
    "https:/evil.example", "https:evil.example", "javascript:alert(1)", "data:text/html,x", "/\r\n/evil.example",
    "//news.example@evil.example", "//evil%E3%80%82example", "//\u3002evil.example", "/\x00/evil.example",
    "\u2028//evil.example", "HTTPS://evil.example", "news.example", "?next=//evil.example", "//xn--/",
    "/\\/evil.example", "\x0b//evil.example",
)  # fmt: skip


def stays(address: str) -> bool:
    return ada_url.URL(address, base=HERE).origin == "https://news.example"


@pytest.mark.parametrize("address", LEADS_AWAY)
def test_nothing_but_a_path_is_our_own(address):
    assert not is_own_path(address)


@pytest.mark.parametrize("address", ["/", "/c/ferry#vote", "/tag/Über?page=2", "/%2f%2fevil.example", "/x//y", "/.//x"])
def test_a_path_is_our_own_and_stays_here(address):
    assert is_own_path(address)
    assert stays(address)


@given(st.text(st.sampled_from("/\\.:@[]%2f\t\n\r ?#ae1\u3002")).map(lambda tail: f"/{tail}"))
def test_whatever_is_taken_for_our_own_stays_here_for_a_browser(address):
    assert not is_own_path(address) or stays(address)
