import html
import re
from urllib.parse import parse_qs, urlsplit

import pytest
import regex

from newsclip.accounts.models import Reader
from newsclip.options import OPTIONS
from newsclip.web.pages.share_links import instance_link, share_links
from newsclip.web.tests import factories

_HREF = re.compile(r'href="((?:https|mailto):.*?)"(?: target| rel|>)')
URL = "https://news.example/c/ferry"
HARD = 'نبأ 🚢 "50 %" & #1 + it’s'
HARD_ENCODED = "%D9%86%D8%A8%D8%A3%20%F0%9F%9A%A2%20%2250%20%25%22%20%26%20%231%20%2B%20it%E2%80%99s"
URL_ENCODED = "https%3A%2F%2Fnews.example%2Fc%2Fferry"


def links(title: str = HARD, hashtags=("#Sabine", "#Fog")) -> dict[str, str]:
    return {link.name: link.url for link in share_links(URL, title, hashtags)}


def test_of_an_endless_title_as_much_is_shared_as_any_network_shows():
    assert {link.url.count("a" * 3_001) for link in share_links(URL, "a" * 9_000)} == {0}
    assert any("a" * 3_000 in url for url in links("a" * 9_000).values())


def test_whatsapp_x_facebook_and_linkedin_come_first():
    assert list(links())[:4] == ["WhatsApp", "X", "Facebook", "LinkedIn"]


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("X", f"https://x.com/intent/tweet?text={HARD_ENCODED}&url={URL_ENCODED}&hashtags=Sabine%2CFog"),
        ("Facebook", f"https://www.facebook.com/sharer/sharer.php?u={URL_ENCODED}"),
        ("LinkedIn", f"https://www.linkedin.com/sharing/share-offsite/?url={URL_ENCODED}"),
        ("Bluesky", f"https://bsky.app/intent/compose?text={HARD_ENCODED}%20{URL_ENCODED}"),
        ("Threads", f"https://www.threads.com/intent/post?text={HARD_ENCODED}&url={URL_ENCODED}"),
        ("Reddit", f"https://www.reddit.com/submit?url={URL_ENCODED}&title={HARD_ENCODED}"),
        ("WhatsApp", f"https://wa.me/?text={HARD_ENCODED}%20{URL_ENCODED}"),
        ("Telegram", f"https://t.me/share/url?url={URL_ENCODED}&text={HARD_ENCODED}"),
        ("Email", f"mailto:?subject={HARD_ENCODED}&body={HARD_ENCODED}%0D%0A%0D%0A{URL_ENCODED}"),
    ],
)
def test_a_link_is_right_to_the_byte(name, url):
    assert links()[name] == url


@pytest.mark.parametrize(
    ("network", "url"),
    [
        ("mastodon", f"https://a.example/share?text={HARD_ENCODED}%20{URL_ENCODED}"),
        ("lemmy", f"https://a.example/create_post?url={URL_ENCODED}&title={HARD_ENCODED}"),
    ],
)
def test_the_link_to_a_readers_own_server_is_right_to_the_byte(network, url):
    assert instance_link(network, "a.example", URL, HARD) == url


@pytest.mark.django_db
def test_a_page_shows_every_link_as_it_is(client):
    """Eleven of them; the twelfth way to share is the device's own, tried in a browser."""
    clip = factories.ferry(headline=HARD)
    page = f"{OPTIONS.site_url}/c/{clip.slug}"
    tags = [f"#{tag.name}" for tag in clip.tags.all()]
    wanted = {link.url for link in share_links(page, HARD, tags)}
    found = set(_HREF.findall(html.unescape(client.get(f"/c/{clip.slug}").content.decode())))
    assert wanted <= found
    assert len(wanted) == 9
    for network in ("mastodon", "lemmy"):
        shown = html.unescape(client.get(f"/c/{clip.slug}/share/{network}?instance=a.example").content.decode())
        assert instance_link(network, "a.example", page, HARD) in set(_HREF.findall(shown))


@pytest.mark.parametrize(
    "shared",
    [
        "url=https://ledger.example/ferry",
        "text=Ferry aground! https://ledger.example/ferry (read it)",
        "url=&text=https://ledger.example/ferry",
    ],
)
@pytest.mark.django_db
def test_what_another_app_shares_with_us_is_ready_to_be_submitted(client, shared):
    client.force_login(Reader.objects.create(username="mara"))
    target = client.get("/manifest.webmanifest").json()["share_target"]
    assert (target["action"], target["method"]) == ("/submit", "GET")
    shown = client.get(f"{target['action']}?{shared}").content.decode()
    assert 'value="https://ledger.example/ferry"' in shown


def test_bluesky_gets_300_characters_as_readers_count_and_never_half_of_one():
    family = "👩‍👩‍👧"
    text = parse_qs(urlsplit(links(family * 400)["Bluesky"]).query)["text"][0]
    assert len(regex.findall(r"\X", text)) == 300
    assert text.endswith(f"{family}… {URL}")


def test_x_gets_280_with_address_and_hashtags_counted():
    text = parse_qs(urlsplit(links("a" * 400)["X"]).query)["text"][0]
    assert len(text) + 1 == 280 - 23 - 1 - len(" #Sabine #Fog")
    assert text.endswith("a…")


def test_without_hashtags_x_gets_no_empty_list():
    assert "hashtags" not in links(hashtags=())["X"]


def test_a_readers_own_server_is_taken_as_people_write_it():
    wanted = f"https://example.social/share?text=Fog%20{URL_ENCODED}"
    for written in ["example.social", "https://Example.social/", "@kim@example.social"]:
        assert instance_link("mastodon", written, URL, "Fog") == wanted
    assert (
        instance_link("lemmy", "a.example", URL, "Fog") == f"https://a.example/create_post?url={URL_ENCODED}&title=Fog"
    )


@pytest.mark.parametrize(
    "written", ["", "example", "javascript:alert(1)", "a.example/../x", "a.example?x", "a b.example"]
)
def test_what_is_no_server_is_refused(written):
    with pytest.raises(ValueError, match=r"^"):
        instance_link("mastodon", written, URL, "Fog")
