"""While the disk is full nothing can be kept; everything can be read, and nothing that was typed is lost."""

from collections.abc import Iterator

import pytest
from django.db import connection

from newsclip.community.models import Comment, SourceSuggestion
from newsclip.sources.models import Discovery

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite's size can be bounded from here"),
]
LONG = (
    "The tugs came too late, as everybody at the harbour had said. " * 150
)  # more than the last page of a table holds


@pytest.fixture
def full(clip) -> Iterator[None]:
    """No page can be added to the database."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        [pages] = cursor.fetchone()
        cursor.execute(f"PRAGMA max_page_count = {pages}")
        yield
        cursor.execute("PRAGMA max_page_count = 1073741823")


def test_a_comment_that_finds_no_room_comes_back_to_be_sent_again(signed_in, clip, full):
    answer = signed_in.post(f"/s/{clip.story_id}/comment", {"text": LONG, "next": f"/c/{clip.slug}"})
    page = answer.content.decode()
    assert (answer.status_code, answer["Retry-After"]) == (503, "600")
    assert "This site&#x27;s disk is full" in page
    assert LONG.strip() in page
    assert "Send it again" in page
    assert not Comment.objects.exists()


def test_a_suggested_source_that_finds_no_room_comes_back_too(signed_in, clip, full):
    url = "https://gazette.example/" + "a" * 1900
    answer = signed_in.post("/sources/suggest", {"url": url, "why": LONG[:400]})
    assert answer.status_code == 503
    assert LONG[:400].strip() in answer.content.decode()
    assert not Discovery.objects.exists()
    assert not SourceSuggestion.objects.exists()


def test_what_is_here_can_be_read_while_the_disk_is_full(signed_in, clip, full):
    for path in ("/", f"/c/{clip.slug}", "/for-you", f"/s/{clip.story_id}/discussion"):
        assert signed_in.get(path).status_code == 200
