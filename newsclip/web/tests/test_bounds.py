"""What a page shows of something long, and what an address and a cookie may hold, is bounded."""

from http.cookies import SimpleCookie

from django.http import HttpResponse

from newsclip.web.muted_publishers import COOKIE, keep, muted_by
from newsclip.web.pages.clip_document import Words

MANY = [f"p{number:03}.example" for number in range(150)]


def test_the_words_around_a_passage_are_cut_between_words():
    near = Words(None, text="It rained.", before="yesterday " * 100, after="tomorrow " * 100)
    assert near.near_before.split() == ["…", *["yesterday"] * (len(near.near_before.split()) - 1)]
    assert near.near_after.split() == [*["tomorrow"] * (len(near.near_after.split()) - 1), "…"]
    assert len(near.near_after) < 150


def test_an_address_and_a_cookie_name_a_hundred_publishers(rf):
    assert len(muted_by(rf.get("/", {"mute": MANY}))) == 100
    answer = HttpResponse()
    keep(answer, MANY)
    cookie = SimpleCookie(answer.cookies.output(header="")).get(COOKIE)
    assert len(cookie.value.split("!")) == 100
