"""What the service worker relies on in pages: it fills them without a parser of its own."""

import pytest

from newsclip.web.drawing.mark import STATIC

pytestmark = pytest.mark.django_db
WORKER = (STATIC / "sw.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_every_page_holds_the_line_that_says_one_is_offline_and_hides_it(client, language):
    page = client.get("/about", headers={"accept-language": language}).content.decode()
    for told in ("read", "anybody"):
        assert page.count(f'data-as="{told}" hidden>') == 1
    assert page.count("<time></time>") == 2
    assert '<html lang="' in page


def test_the_page_of_what_is_kept_has_a_place_for_the_list(client):
    page = client.get("/offline").content.decode()
    for place in ('<ul class="kept plain"></ul>', 'data-as="lost" hidden>'):
        assert page.count(place) == 1
        assert place in WORKER


def test_the_worker_knows_by_the_page_who_reads(client, django_user_model):
    known = 'class="own-name"><bdi>'
    assert known in WORKER
    assert known not in client.get("/about").content.decode()
    client.force_login(django_user_model.objects.create(username="mara"))
    assert client.get("/about").content.decode().count(f"{known}mara<") == 1
