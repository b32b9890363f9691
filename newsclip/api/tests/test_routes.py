import pytest

from newsclip.clips.models import Redirect
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


def test_the_front_page_is_given_a_page_at_a_time(client):
    for place in range(3):
        factories.ferry(place)
    first = client.get("/api/clips", {"limit": 2}).json()
    rest = client.get("/api/clips", {"limit": 2, "before": first["next"]}).json()
    assert len({clip["slug"] for clip in first["clips"] + rest["clips"]}) == 3
    assert rest["next"] == ""


@pytest.mark.parametrize("asked", ["/api/newest?", "/api/sources/ledger.example/clips?", "/api/search?q=ferry&"])
def test_lists_that_are_turned_by_number_say_the_next_one_until_their_end(client, asked):
    for place in range(3):
        factories.index(factories.ferry(place))
    first = client.get(f"{asked}limit=2").json()
    rest = client.get(f"{asked}limit=2&skip={first['next']}").json()
    assert len({clip["slug"] for clip in first["clips"] + rest["clips"]}) == 3
    assert rest["next"] == ""


def test_a_clip_is_given_as_its_document_at_every_address_it_had(client):
    clip = factories.ferry()
    Redirect.objects.create(slug="ferry-in-trouble", clip=clip)
    for slug in (clip.slug, "ferry-in-trouble"):
        assert client.get(f"/api/clips/{slug}").json() == clip.document


def test_search_finds_what_holds_all_the_words(client):
    clip = factories.ferry()
    factories.index(clip)
    assert [found["slug"] for found in client.get("/api/search", {"q": "ferry"}).json()["clips"]] == [clip.slug]
    assert client.get("/api/search", {"q": "zeppelin"}).json()["clips"] == []


@pytest.mark.parametrize("asked", ["limit=0", "limit=101", "skip=-1", "skip=x", f"skip={'9' * 30}"])
def test_bounds_are_named_instead_of_failing(client, asked):
    assert client.get(f"/api/search?q=ferry&{asked}").status_code == 422


def test_what_is_not_there_is_not_found(client):
    assert client.get("/api/clips/none").status_code == 404


def test_the_description_says_how_to_begin(client):
    assert "Authorization: Bearer" in client.get("/api/openapi.json").json()["info"]["description"]
