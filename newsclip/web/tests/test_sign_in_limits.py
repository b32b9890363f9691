"""How often somebody may try a password, whichever process answers and however many tries come at once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from allauth.core.internal import ratelimit
from django.core.cache import caches
from django.db import connection
from django.test import RequestFactory

from newsclip.accounts import actions
from newsclip.accounts.models import CacheEntry, Reader
from newsclip.options import OPTIONS
from newsclip.web.tests.factories import NOON

PASSWORD = "a long way to the harbour"


@pytest.mark.django_db
def test_after_five_wrong_passwords_the_right_one_waits_too(client):
    Reader.objects.create_user("mara", password=PASSWORD)
    for _ in range(5):
        client.post("/accounts/login/", {"login": "mara", "password": "wrong words"})
    client.post("/accounts/login/", {"login": "mara", "password": PASSWORD})
    assert client.get("/settings").status_code == 302


@pytest.mark.django_db
@pytest.mark.parametrize("proxies", [0, 1])
def test_an_address_that_a_client_makes_up_counts_for_nothing(client, settings, proxies):
    """Tries for many names from one address are bounded, whatever it says of itself before what our proxies add."""
    assert OPTIONS.proxies == settings.ALLAUTH_TRUSTED_PROXY_COUNT, "as many as the operator says"
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    for number in range(40):
        said = f"198.51.100.{number}" + ", 203.0.113.9" * proxies
        client.post(
            "/accounts/login/", {"login": f"name{number}", "password": "wrong"}, headers={"X-Forwarded-For": said}
        )
    keys = CacheEntry.objects.filter(cache_key__contains="/ip:ip:").values_list("cache_key", flat=True)
    assert {key.rpartition(":")[2] for key in keys} == {"203.0.113.9" if proxies else "127.0.0.1"}


@pytest.mark.django_db
def test_tries_are_remembered_by_all_processes(client):
    """What one process keeps to itself another would not count."""
    client.post("/accounts/login/", {"login": "mara", "password": "wrong words"})
    caches["process"].clear()
    assert CacheEntry.objects.filter(cache_key__contains="allauth:rl").exists()


@pytest.mark.django_db
def test_what_no_longer_counts_is_forgotten(client):
    client.post("/accounts/login/", {"login": "mara", "password": "wrong words"})
    later = CacheEntry.objects.order_by("-expires").values_list("expires", flat=True).first()
    assert actions.forget_expired(NOON.replace(year=later.year + 1)) >= 1
    assert not CacheEntry.objects.exists()


def tries(number: int, limit: int) -> int:
    """How many of so many tries at once are let through."""

    def one(_: int) -> bool:
        request = RequestFactory().post("/accounts/login/", REMOTE_ADDR="192.0.2.7")
        try:
            rates = {"login": f"{limit}/m/ip"}
            return ratelimit.consume(request, app="allauth.account", action="login", config=rates) is not None
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as crowd:
        return sum(crowd.map(one, range(number)))


@pytest.mark.integration
@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite in memory has one connection for all threads")
def test_of_many_tries_at_once_no_more_than_the_limit_get_through():
    assert tries(40, limit=5) == 5
