"""Addresses as people type them."""

import pytest

from newsclip.kernel.addresses import with_scheme


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (" gazette.example ", "https://gazette.example"),
        ("www.gazette.example:8443/news?a=1", "https://www.gazette.example:8443/news?a=1"),
        ("Gazette.localhost:8000/", "http://Gazette.localhost:8000/"),
        ("https://gazette.example/", "https://gazette.example/"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("ftp://gazette.example/", "ftp://gazette.example/"),
        ("somebody@gazette.example", "somebody@gazette.example"),
        ("gazette", "gazette"),
        ("", ""),
    ],
)
def test_the_scheme_that_people_leave_out_is_put_in_front(typed, meant):
    assert with_scheme(typed) == meant
