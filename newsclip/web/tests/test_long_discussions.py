"""A discussion of thousands of comments has pages; each comment is on one of them, and its address leads there."""

from datetime import timedelta

import pytest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.community import queries
from newsclip.community.models import Comment

pytestmark = pytest.mark.django_db


@pytest.fixture
def said(clip, monkeypatch):
    """Seven comments, of which each page shows three; the fifth is answered."""
    monkeypatch.setattr("newsclip.community.queries.comment_pages.COMMENTS_ON_PAGE", 3)
    now, pia = timezone.now() - timedelta(hours=1), Reader.objects.create(username="pia")
    given = {"story": clip.story, "reader": pia}
    made = [Comment.objects.create(**given, text=f"Word {n}.", at=now + timedelta(minutes=n)) for n in range(7)]
    reply = Comment.objects.create(**given, text="An answer.", at=now, parent=made[4], depth=1)
    return [*made, Comment.objects.create(**given, text="An answer to it.", at=now, parent=reply, depth=2)]


def test_each_comment_is_on_one_page_with_its_replies(client, clip, said):
    pages = [client.get(f"/s/{clip.story_id}/discussion?page={n}").content.decode() for n in (1, 2, 3)]
    for number, page in enumerate(pages):
        assert [f"Word {n}." in page for n in range(7)] == [n // 3 == number for n in range(7)]
        assert f"Page {number + 1} of 3" in page
    assert "An answer to it." in pages[1]
    assert "?page=4" not in pages[2]


def test_the_address_of_a_comment_leads_to_its_page(client, clip, said):
    assert client.get(f"/comments/{said[0].pk}")["Location"].endswith(f"/discussion#c{said[0].pk}")
    for one in (said[5], said[-1]):
        assert client.get(f"/comments/{one.pk}")["Location"].endswith(f"/discussion?page=2#c{one.pk}")
    Comment.objects.filter(pk=said[6].pk).update(score=3)
    assert client.get(f"/comments/{said[6].pk}")["Location"].endswith(f"/discussion#c{said[6].pk}")


def test_who_answers_on_a_later_page_quotes_and_writes_there(signed_in, clip, said):
    there = f"/s/{clip.story_id}"
    assert "&gt; Word 4." in signed_in.get(f"{there}/discussion?quote={said[4].pk}").content.decode()
    written = signed_in.post(f"{there}/comment", {"text": "So it is.", "parent": said[4].pk})
    assert "?page=2#c" in written["Location"]


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999999999999"])
def test_a_page_that_is_none_is_the_first_or_the_last(client, clip, said, page):
    answer = client.get(f"/s/{clip.story_id}/discussion?page={page}").content.decode()
    assert ("Page 1 of 3" in answer) or ("Page 3 of 3" in answer)


def test_a_short_discussion_has_no_pages(client, clip):
    assert "Page 1" not in client.get(f"/s/{clip.story_id}/discussion").content.decode()
    assert queries.discussion_pages(clip.story_id) == 1
