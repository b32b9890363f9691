"""More than can be taken, and more often than is let: told before it is read, with what to do."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.community.models import Comment
from newsclip.stories.models import Story
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    factories.ferry()
    return Reader.objects.create(username="orla", date_joined=timezone.now() - timedelta(days=100))


def test_more_than_can_be_taken_is_told_so_and_not_read(client, town):
    client.force_login(town)
    before = Comment.objects.count()
    much = "word " * 600_000
    answer = client.post(f"/s/{Story.objects.get().pk}/comment", {"text": much})
    assert answer.status_code == 413
    assert "At most 2.5 MiB" in answer.content.decode()
    assert "Go back with your browser" in answer.content.decode()
    assert Comment.objects.count() == before
    file = SimpleUploadedFile("list.opml", b"<opml>" + b" " * 3_000_000)
    assert client.post("/following.json", {"file": file}).status_code == 413
    told = client.post("/api/submissions", {"url": much}, content_type="application/json")
    assert (told.status_code, told.json()["error"]["code"]) == (413, "too_large")


@pytest.mark.parametrize("length", ["", "-1", "many", "٣", "1e9"])
def test_a_length_that_is_none_is_taken_for_none(client, length):
    assert client.get("/about", headers={"content-length": length}).status_code == 200


def test_a_form_with_thousands_of_fields_is_told_so(client, town):
    client.force_login(town)
    answer = client.post(f"/s/{Story.objects.get().pk}/comment", {f"field{n}": "x" for n in range(2_000)})
    assert answer.status_code == 400
    assert "more fields than any form here" in answer.content.decode()
    assert "Skip to the content" in answer.content.decode()


def test_a_button_that_is_asked_for_as_a_page_says_where_it_belongs(client, town):
    client.force_login(town)
    answer = client.get("/follow")
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "go back to the page that has it" in answer.content.decode()


def test_whoever_signs_in_too_often_is_told_what_to_do(client):
    for _ in range(40):
        answer = client.post("/accounts/password/reset/", {"email": "nobody@harbour.example"})
        if answer.status_code == 429:
            break
    assert "wait a few minutes" in answer.content.decode()
    assert "Skip to the content" in answer.content.decode()


def test_an_address_that_is_none_is_told_to_people_and_to_programs(client):
    told = client.get("/api/no/such/thing")
    assert told.status_code == 404
    assert told.json()["error"]["code"] == "unknown"
    assert "Page not found" in client.get("/no/such/thing").content.decode()
