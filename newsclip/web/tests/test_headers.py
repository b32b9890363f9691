import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client

from newsclip.accounts.models import Reader
from newsclip.options import OPTIONS
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parents[2]
SLUG = "ferry-aground-off-marrow-point"
PICTURE = f"{'0c' * 20}.webp"
KINDS = [
    "/", f"/c/{SLUG}", f"/c/{SLUG}.json", f"/c/{SLUG}/evidence", f"/c/{SLUG}/share/mastodon", "/s/{story}",
    "/category/general", "/tag/sabine", "/source/ledger.example", "/search?q=ferry", "/trending", "/corrections",
    "/disagreements",
    "/about", "/about/ranking", "/feed.atom", "/feed.json", "/sitemap.xml", "/sitemap-news.xml", "/robots.txt",
    "/opensearch.xml", "/manifest.webmanifest", "/accounts/login/", "/accounts/signup/", "/accounts/password/reset/",
    "/staff/", "/staff/tables/", "/api/clips", "/api/openapi.json", "/no-such-page", "/c/no-such-clip", "/favicon.svg",
    f"/media/{PICTURE}",
]  # fmt: skip


@pytest.fixture
def story() -> int:
    clip = factories.ferry(at=factories.NOON - timedelta(hours=1))
    factories.index(clip)
    folder = OPTIONS.home / "media"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / PICTURE).write_bytes(b"<script>alert(1)</script>")
    return clip.story_id


@pytest.fixture
def staff() -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(Reader.objects.create_user("staff", password="x", is_staff=True, is_superuser=True))
    return client


@pytest.mark.parametrize("path", KINDS)
def test_every_answer_tells_browsers_to_trust_nothing(staff, story, path):
    answer = staff.get(path.format(story=story))
    answer.close()
    headers = answer.headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert not re.search(r"unsafe-|https?:|data:|blob:|\*", policy)
    assert (headers["X-Content-Type-Options"], headers["X-Frame-Options"]) == ("nosniff", "DENY")
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Cross-Origin-Opener-Policy"] == headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_the_policy_of_pages_takes_in_nothing_from_elsewhere_and_cannot_be_framed_or_rebased(client):
    policy = dict(part.split(" ", 1) for part in client.get("/about")["Content-Security-Policy"].split("; "))
    none = {"default-src", "object-src", "frame-ancestors", "base-uri"}
    assert {policy.pop(name) for name in none} == {"'none'"}
    assert set(policy.values()) == {"'self'"}


def test_a_file_of_the_media_folder_is_a_picture_in_a_sandbox_whatever_it_holds(client, story):
    answer = client.get(f"/media/{PICTURE}")
    answer.close()
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/webp", "nosniff")


def test_over_https_browsers_are_told_to_stay_there(client, settings):
    settings.SECURE_HSTS_SECONDS = 31_536_000
    assert client.get("/about", secure=True)["Strict-Transport-Security"] == ("max-age=31536000; includeSubDomains")


def test_no_template_holds_a_script_or_style_of_its_own():
    """What the policy would refuse must not be written in the first place."""
    inline = re.compile(
        r"<script(?![^>]*\bsrc=)(?![^>]*ld\+json)|<style|\sstyle=|\son[a-z]+=[\"']|javascript:", re.IGNORECASE
    )
    pages = [*ROOT.glob("web/templates/**/*.html"), *ROOT.glob("health/templates/**/*.html")]
    assert len(pages) > 20
    found = [path.name for path in pages if inline.search(path.read_text(encoding="utf-8"))]
    assert found == []


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/search", "/healthz", "/api/clips", "/accounts/login/", "/no-such-page"])
@pytest.mark.parametrize("method", ["TRACE", "TRACK", "CONNECT"])
def test_nobody_is_told_what_they_asked(client, method, path):
    answer = client.generic(method, path, headers={"X-Secret": "canary"})
    assert answer.status_code == 405
    assert b"canary" not in answer.content


@pytest.mark.parametrize(
    "path", ["/", "/sitemap.xml", "/sitemap-clips.xml", "/robots.txt", "/feed.atom", "/opensearch.xml"]
)
def test_no_page_names_the_host_that_a_browser_made_up(client, story, path):
    answer = client.get(path, headers={"host": "localhost:6666"})
    assert answer.status_code == 200
    assert b":6666" not in answer.content


@pytest.mark.parametrize(
    "path",
    ["/settings", "/settings/tokens", "/settings/webhooks", "/settings/export", "/notices", "/following",
     "/following.json", "/for-you", "/welcome", "/submit", "/accounts/email/", "/accounts/2fa/", "/accounts/sessions/",
     "/flag/story/1", "/check?text=mine"],
)  # fmt: skip
def test_nothing_keeps_a_page_that_concerns_one_person(client, story, path):
    client.force_login(Reader.objects.create_user("mara", "mara@people.example", "a long and quiet phrase"))
    answer = client.get(path)
    assert "no-store" in answer["Cache-Control"]
    answer.getvalue()  # what is a file is closed at its end
