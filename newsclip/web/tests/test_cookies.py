"""Every cookie that somebody meets on the way through the site (ASVS 5.0, 3.3)."""

from http.cookies import Morsel
from pathlib import Path

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
STATIC = Path(__file__).parents[1] / "static"
PASSWORD = "a long and quiet phrase"


class Recorder(Client):
    """Remembers every cookie that any answer set."""

    def __init__(self) -> None:
        super().__init__()
        self.met: dict[str, Morsel[str]] = {}

    def request(self, **request):
        answer = super().request(**request)
        self.met.update({name: cookie for name, cookie in answer.cookies.items() if cookie.value})
        return answer


@pytest.fixture
def met(settings, clip) -> dict[str, "Morsel[str]"]:
    settings.MIDDLEWARE = settings.PROVEN
    domain = clip.document["sources"][0]["domain"]
    browser = Recorder()
    browser.post("/language", {"language": "de", "next": "/"})
    browser.post("/appearance", {"theme": "dark"})
    browser.post("/muted", {"source": domain})
    for path in ("/", "/accounts/login/", "/accounts/signup/", f"/c/{clip.slug}", "/search?q=x", "/no-such"):
        browser.get(path)
    browser.post("/accounts/signup/", {"username": "mara", "email": "mara@people.example", "password1": PASSWORD})
    browser.post(f"/s/{clip.story_id}/comment", {"text": "A word."})
    browser.post("/settings", {"about": "x"})
    browser.post("/accounts/logout/")
    browser.post("/accounts/login/", {"login": "mara", "password": PASSWORD})
    browser.get("/settings")
    return browser.met


def test_every_cookie_of_a_readers_whole_way_is_out_of_reach_of_scripts(met):
    assert set(met) >= {"sessionid", "csrftoken", "django_language", "muted", "appearance", "messages"}
    assert [name for name, cookie in met.items() if not cookie["httponly"]] == []


def test_every_cookie_stays_on_this_site(met):
    assert {cookie["samesite"] for cookie in met.values()} == {"Lax"}
    assert {cookie["domain"] for cookie in met.values()} == {""}


def test_no_script_of_ours_reads_a_cookie():
    scripts = list(STATIC.rglob("*.js"))
    assert scripts
    assert [path.name for path in scripts if "document.cookie" in path.read_text()] == []
