"""What is asked beside the news: the operator's own servers, and the hosts that they point to."""

import asyncio

import pytest

from newsclip.adapters.egress import make_call, make_fetch
from newsclip.adapters.egress.resolver import GuardedResolver
from newsclip.kernel.fetching import Request


def test_what_a_provider_points_to_is_asked_encrypted_or_not_at_all():
    call = make_call(user_agent="N", named="https://id.people.example/", loopback_ports=frozenset(), seconds=1)
    assert call("http://keys.people.example/", {}).code == "not_encrypted"
    assert call("https://keys.people.example:22/", {}).code == "port_refused"


def test_of_a_name_with_countless_addresses_eight_are_tried():
    addresses = [f"93.184.216.{number}" for number in range(1, 200)]
    resolver = GuardedResolver(lambda host, port: addresses)
    assert [one["host"] for one in asyncio.run(resolver.resolve("many.example", 443))] == addresses[:8]


def test_a_fault_in_the_crew_is_raised_where_the_answers_are_taken():
    def broken(host: str, port: int) -> list[str]:
        raise RuntimeError("a defect")

    fetch = make_fetch(user_agent="N", loopback_ports=frozenset(), lookup=broken)
    with pytest.raises(BaseException) as raised:
        next(iter(fetch([Request("https://press.example/")])))
    assert "a defect" in repr(
        raised.value.__cause__ or raised.value.__context__ or getattr(raised.value, "exceptions", raised.value)
    )
