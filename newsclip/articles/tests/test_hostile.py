from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclip.articles.rules import extract
from newsclip.kernel.reasons import Refused
from tests.cpu_time import MOST_GROWTH, growth

pytestmark = pytest.mark.slow

_TAG_NAMES = (
    "div p a b h1 h2 ul li table tr td article main script style title meta figure img form svg math br template"
)
TAGS = st.sampled_from(_TAG_NAMES.split())
ATTRIBUTES = st.sampled_from([
    "", ' class="comments"', ' itemprop="articleBody"', ' href="http://[bad"', ' content="\x00"', " hidden", " lang",
    ' style="display: none"', ' type="application/ld+json"', ' property="og:image" content="http://[::1"',
    ' name="date" content="0000-99-99"',
])  # fmt: skip
PROSE = "<p>The ferry left at noon with forty people and two goats on board, said the master of the harbour.</p>"
LINE = "<p>A line of the text, and more of it to come.</p>"
THING = '{"@type":"NewsArticle","headline":[{}],"author":{"name":[1]}}'
PIECES = st.one_of(
    st.builds(lambda tag, attributes: f"<{tag}{attributes}>", TAGS, ATTRIBUTES),
    st.builds(lambda tag: f"</{tag}>", TAGS),
    st.text(max_size=30),
    st.sampled_from(["<!--", "-->", "<![CDATA[", THING, "&#0;", "&#xD800;"]),
)


@given(st.binary(max_size=400))
@settings(max_examples=60, deadline=None)
def test_no_bytes_break_the_reader(content: bytes) -> None:
    with suppress(Refused):
        extract(content, "https://a.example/").text.encode()


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(max_examples=80, deadline=None)
def test_no_markup_breaks_the_reader(html: str) -> None:
    read = extract(html, "https://a.example/2026/13/45/")
    for value in (read.title, read.text, read.image, read.site, *read.authors):
        value.encode()
        assert "\x00" not in value


@pytest.mark.parametrize(
    "page",
    [
        lambda n: "<div>" * (2 * n) + "deep",
        lambda n: "<div>" * (100 * n) + "deep" + "</div>" * (100 * n),
        lambda n: "<b>" * (5 * n) + "<p>deep" * (2 * n),
        lambda n: "<ul><li>" * (50 * n),
        lambda n: '<script type="application/ld+json">' + "[" * (100 * n) + "</script>",
        lambda n: '<script type="application/ld+json">' + '{"a":' * (100 * n) + "</script>",
        lambda n: "<a href=x>" * (30 * n),
        lambda n: "<p>" + "a " * (500 * n),
        lambda n: "<p " + " ".join(f"a{m}" for m in range(300 * n)),
        lambda n: "<p " + " ".join(f"a{m}='>'" for m in range(300 * n)),
        lambda n: ("<p " + " ".join(f"a{m}=1" for m in range(299)) + ">") * (300 * n // 1000),
        lambda n: (LINE * 3 + "<h2>Read more</h2><p>of it all</p>" * 10) * n,
        lambda n: '<div class="' + " ".join(f"a{m}" for m in range(300 * n)) + '">',
        lambda n: "<title>" + "page " * (300 * n) + "</title><h1>" + "page " * (300 * n),
        lambda n: PROSE * (45 * n),
        lambda n: "<aside class=related>" * 1_400 + LINE * (20 * n),
        lambda n: "".join(f'<div class="{" ".join(f"c{k}-{m}" for m in range(50))}">A.</div>' for k in range(6 * n)),
    ],
    ids=[
        "nested", "deeply nested", "bold", "lists", "json lists", "json things", "links", "one paragraph",
        "attributes", "attributes with values", "many with attributes", "headings", "classes", "titles",
        "5 MB of prose", "asides in asides", "names",
    ],
)  # fmt: skip
def test_a_page_twice_as_long_takes_twice_as_long_at_most(page: Callable[[int], str]) -> None:
    extract("<p>So that what is loaded once is loaded.</p>")
    assert growth(lambda html: extract(html, "https://a.example/"), page(500), page(1_000)) <= MOST_GROWTH


def test_what_cannot_be_stored_is_taken_out_of_every_field() -> None:
    told = r'{"@type":"NewsArticle","headline":"A \ud800 title \u0000 here","author":"Ann\u0000 Roe"}'
    read = extract(f'<script type="application/ld+json">{told}</script>')
    assert (read.title, read.authors) == ("A ? title  here", ("Ann Roe",))


def test_a_live_blog_of_days_is_read_up_to_a_bound() -> None:
    post = "<div class=post><h3>At the bridge, hour {n}</h3><p>The crane lifted pier {n} at noon, all said.</p></div>"
    html = "<main><h1>The bridge, live</h1>" + "".join(post.format(n=n) for n in range(5_000)) + "</main>"
    text = extract(html, "https://a.example/live/bridge").text
    assert 150_000 < len(text) <= 200_000
    assert "pier 0 at noon" in text
    assert text.rpartition("\n\n")[2].startswith(("The crane lifted", "At the bridge"))
