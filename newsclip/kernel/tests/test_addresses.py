import pytest

from newsclip.kernel.addresses import LONGEST, are_of_one_site, domain_of, host_of, normalize, origin_of, port_of
from newsclip.kernel.reasons import Refused


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("HTTPS://Press.Example:443/A/../b#top", "https://press.example/b"),
        ("http://press.example.:80", "http://press.example/"),
        ("https://press.example/a?utm_source=x&id=3&fbclid=y", "https://press.example/a?id=3"),
        ("https://press.example/a?UTM_Medium=x", "https://press.example/a"),
        ("https://press.example/a?q=a+b&q=%2F", "https://press.example/a?q=a+b&q=%2F"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        (" https://press.example/\t", "https://press.example/"),
    ],
)
def test_one_address_is_written_one_way(written, normal):
    assert normalize(written) == normal
    assert normalize(normal) == normal


def test_a_relative_address_is_taken_from_its_base():
    assert normalize("../b?x=1#y", base="https://press.example/a/c/") == "https://press.example/a/b?x=1"
    assert normalize("//other.example/", base="https://press.example/") == "https://other.example/"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "not_a_url"),
        ("press.example/feed", "not_a_url"),
        ("https://", "not_a_url"),
        ("https://a..b/", "not_a_url"),
        ("https://.press.example/", "not_a_url"),
        ("https://./", "not_a_url"),
        ("https://press.example/\ud800", "not_a_url"),
        ("https://press.example/" + "x" * LONGEST, "not_a_url"),
        ("ftp://press.example/", "scheme_refused"),
        ("javascript:alert(1)", "scheme_refused"),
        ("https://name:word@press.example/", "credentials_refused"),
        ("https://name@press.example/", "credentials_refused"),
    ],
)
def test_what_is_no_web_address_is_refused_by_name(written, code):
    with pytest.raises(Refused) as refused:
        normalize(written)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://www.press.example/", "press.example"),
        ("https://news.press.co.uk/a", "press.co.uk"),
        ("http://courier.localhost:8070/", "courier.localhost"),
        ("http://north.courier.localhost/", "north.courier.localhost"),
        ("http://93.184.215.14/", "93.184.215.14"),
        ("http://[2606:4700::1]/", "2606:4700::1"),
        ("http://localhost/", "localhost"),
    ],
)
def test_the_domain_is_what_one_outlet_registers(url, domain):
    assert domain_of(url) == domain


def test_host_port_and_origin_of_an_address():
    assert host_of("https://[2606:4700::1]:8443/x") == "2606:4700::1"
    assert (port_of("https://press.example/"), port_of("http://press.example:8080/")) == (443, 8080)
    assert origin_of("https://press.example/a?b") == "https://press.example"


@pytest.mark.parametrize(
    ("other", "is_one"),
    [
        ("https://clips.example/a", True),
        ("http://clips.example/a", True),
        ("https://clips.example:8443/a", False),
        ("https://www.clips.example/a", False),
    ],
)
def test_another_port_of_a_host_is_another_site(other, is_one):
    assert are_of_one_site("https://clips.example/", other) is is_one
    assert are_of_one_site("http://localhost:8123/", "http://localhost:8124/") is False
