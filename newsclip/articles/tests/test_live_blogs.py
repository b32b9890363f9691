"""A live blog is a page of dated entries, the newest first; an article with a timeline is none."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

import pytest

from newsclip.articles.rules import extract
from newsclip.articles.rules.newest_entries import newest_entries, places_of

URL = "https://quill.example/news/ferry-at-marrow-point"
HOURS = list(range(8, 15))


def told(hour: int) -> str:
    return (
        f"At {hour} the lifeboat of pier {hour} brought {hour + 30} people ashore, the harbour master of Hollin said."
    )


def in_sections(hours: Sequence[int]) -> str:
    parts = (f"<section><h3><time>{hour}:05</time> Boat {hour}</h3><p>{told(hour)}</p></section>" for hour in hours)
    return f"<main><h1>Ferry aground</h1><div>{''.join(parts)}</div></main>"


def in_one_run(hours: Sequence[int]) -> str:
    parts = (f"<h3>{hour}.05 Uhr: Boat {hour}</h3><p>{told(hour)}</p><p>It was pier {hour}.</p>" for hour in hours)
    return f"<main><h1>Ferry aground</h1><article>{''.join(parts)}</article></main>"


def in_paragraphs(hours: Sequence[int]) -> str:
    parts = (f"<p><strong>{hour}:05</strong> {told(hour)}</p>" for hour in hours)
    return f"<main><h1>Ferry aground</h1><article>{''.join(parts)}</article></main>"


def in_a_list(hours: Sequence[int]) -> str:
    day = datetime(2026, 6, 7, tzinfo=UTC)
    stamps = {hour: (day + timedelta(hours=hour)).isoformat() for hour in hours}
    parts = (f'<li><div><time datetime="{stamps[hour]}">now</time></div><p>{told(hour)}</p></li>' for hour in hours)
    return f"<main><h1>Ferry aground</h1><ol>{''.join(parts)}</ol></main>"


LAYOUTS = [in_sections, in_one_run, in_paragraphs, in_a_list]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_timed_entries_the_newest_first_are_a_live_blog(layout: Callable[[Sequence[int]], str]) -> None:
    read = extract(layout(HOURS[::-1]), URL)
    assert (read.kind, len(read.entries)) == ("live_blog", len(HOURS))
    places = [read.text.index(told(hour)) for hour in HOURS[::-1]]
    assert places == sorted(places)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("title", ["Ferry aground: live", "Liveticker: Fähre", "Bac échoué : en direct"])
def test_a_live_blog_with_the_oldest_first_is_turned_round(layout: Callable[[Sequence[int]], str], title: str) -> None:
    read = extract(f"<title>{title}</title>{layout(HOURS)}", URL)
    assert read.kind == "live_blog"
    assert read.text.index(told(14)) < read.text.index(told(8))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_article_that_tells_hour_by_hour_what_happened_is_no_live_blog(
    layout: Callable[[Sequence[int]], str],
) -> None:
    read = extract(f"<title>How the ferry ran aground</title>{layout(HOURS)}", URL)
    assert (read.kind, read.entries) == ("article", ())
    assert read.text.index(told(8)) < read.text.index(told(14))


def test_an_article_with_a_timeline_in_it_is_no_live_blog() -> None:
    prose = "".join(f"<p>The ferry Sabine was built in {year} and has sailed to Hollin daily since.</p>" * 1
                    for year in range(1950, 1985))  # fmt: skip
    body = in_sections(HOURS[::-1]).removeprefix("<main><h1>Ferry aground</h1>").removesuffix("</main>")
    html = f"<title>Ferry aground: live</title><main><h1>Ferry aground</h1><article>{prose}{body}</article></main>"
    assert extract(html, URL).kind == "article"


def test_a_chronicle_of_years_is_no_live_blog() -> None:
    parts = (
        f'<section><time datetime="{year}-03-01">{year}</time><p>In {year} the lifeboat saved {year - 1900} people, '
        "the book of the harbour says.</p></section>"
        for year in range(2020, 1990, -1)
    )
    assert extract(f"<main><h1>The lifeboat: live history</h1>{''.join(parts)}</main>", URL).kind == "article"


def test_readers_comments_under_an_article_are_no_entries() -> None:
    article = f"<article><h1>Ferry aground</h1>{''.join(f'<p>{told(hour)}</p>' for hour in HOURS)}</article>"
    said = "".join(
        f'<li><time datetime="2026-06-07T{hour}:05">{hour}:05</time><p>I stood on pier {hour} and saw nothing of it, '
        "for the fog was thick.</p></li>"
        for hour in range(23, 10, -1)
    )
    for named in ('class="comments"', ""):
        read = extract(f"<main>{article}<ul {named}>{said}</ul></main>", URL)
        assert (read.kind, "I stood on pier" in read.text and bool(read.entries)) == ("article", False)


def test_a_list_of_articles_with_their_times_is_no_live_blog() -> None:
    parts = (
        f'<article><h3><a href="/news/boat-{hour}">Boat {hour} brings people ashore</a></h3><time>{hour}:05</time>'
        f"<p>{told(hour)}</p></article>"
        for hour in HOURS[::-1]
    )
    assert extract(f"<main><h1>News of Hollin</h1>{''.join(parts)}</main>", URL).kind != "live_blog"


BOATS = [f"{hour}:{minute:02}" for hour in range(22, 6, -1) for minute in (50, 20)]
TIMETABLES = ["Hollin pier 3 to Orlo Bay, calls at Marrow Point and Salt Quay on days of the market", "Hollin, pier 3."]


@pytest.mark.parametrize("line", TIMETABLES)
def test_a_timetable_in_falling_order_is_no_live_blog(line: str) -> None:
    times = "".join(f"<p><strong>{at}</strong> {line}</p>" for at in BOATS)
    assert extract(f"<main><h1>Last boats first</h1><article>{times}</article></main>", URL).kind != "live_blog"


def test_a_live_blog_of_which_every_other_entry_is_a_cry_is_one() -> None:
    parts = (
        f"<p><strong>{20 - n // 60}:{59 - n % 60:02}</strong> {'Goal!' if n % 2 else told(n)}</p>" for n in range(40)
    )
    assert extract(f"<main><h1>Orlo v. Hollin</h1><article>{''.join(parts)}</article></main>", URL).kind == "live_blog"


def test_the_sentences_of_a_live_blog_may_have_no_spaces() -> None:
    parts = (
        f"<p><strong>{hour}:05</strong> 港長によると、第{hour}埠頭の救命艇が{hour + 30}人を岸まで運んだ。</p>"
        for hour in HOURS[::-1]
    )
    assert extract(f"<main><h1>連絡船が座礁</h1><article>{''.join(parts)}</article></main>", URL).kind == "live_blog"


def test_what_stands_above_the_entries_stays_above_them() -> None:
    summary = "<p>All 212 people are safe, says the harbour master. The ferry lies on a sandbank off Marrow Point.</p>"
    read = extract(in_sections(HOURS[::-1]).replace("<div>", f"{summary}<div>"), URL)
    assert read.text.startswith("All 212 people are safe")
    assert read.entries[0] == "Boat 14"


def declared(updates: Sequence[tuple[str, str]], body: str = "<p>Please wait.</p>") -> str:
    thing = {
        "@type": "LiveBlogPosting", "headline": "Ferry aground", "datePublished": "2026-06-07T08:00:00Z",
        "liveBlogUpdate": [{"datePublished": at, "articleBody": words} for at, words in updates],
    }  # fmt: skip
    data = f'<script type="application/ld+json">{json.dumps(thing)}</script>'
    return f"<title>Ferry aground</title>{data}<main><h1>Ferry aground</h1>{body}</main>"


def test_entries_that_only_the_pages_data_hold_are_read_the_newest_first() -> None:
    read = extract(declared([(f"2026-06-07T{hour:02}:05:00Z", told(hour)) for hour in (9, 11, 10)]), URL)
    assert read.kind == "live_blog"
    assert read.entries == (told(11), told(10), told(9))
    assert read.text.endswith(told(9))


def test_entries_in_the_pages_data_may_have_markup() -> None:
    updates = [(f"2026-06-07T{hour:02}:05:00Z", f"<p>{told(hour)}</p><p>It was &lt;calm&gt;.</p>") for hour in (9, 11)]
    read = extract(declared(updates), URL)
    assert read.entries == (told(11), told(9))
    assert "<p>" not in read.text


def test_a_page_that_declares_itself_a_live_blog_and_has_one_entry_is_an_article() -> None:
    body = f"<article>{''.join(f'<p>{told(hour)}</p>' for hour in HOURS)}</article>"
    assert extract(declared([], body), URL).kind == "article"


def test_an_article_that_names_a_live_blog_beside_it_keeps_its_own_text() -> None:
    own = {"@type": "NewsArticle", "headline": "Bridge shut", "datePublished": "2026-06-07T08:00:00Z"}
    other = {"@type": "LiveBlogPosting", "headline": "Ferry aground", "url": "https://quill.example/live/ferry"}
    data = f'<script type="application/ld+json">{json.dumps([own, other])}</script>'
    article = f"<article><h1>Bridge shut</h1>{''.join(f'<p>{told(hour)}</p>' for hour in HOURS)}</article>"
    teasers = in_a_list(range(20, 16, -1)).replace("lifeboat", "newspaper").replace("<h1>Ferry aground</h1>", "")
    read = extract(f"<title>Bridge shut</title>{data}<main>{article}</main>{teasers}", URL)
    assert (read.kind, read.entries) == ("article", ())
    assert told(8) in read.text
    assert "newspaper" not in read.text


def test_the_newest_entries_are_the_beginning_of_the_text() -> None:
    entries = [f"{told(hour)} {'It was calm. ' * 30}".strip() for hour in range(40, 10, -1)]
    text = "\n\n".join(["All are safe.", *entries])
    newest = newest_entries(text, places_of(entries, text))
    assert text.startswith(newest)
    assert newest.startswith("All are safe.")
    assert told(40) in newest
    assert newest.endswith("It was calm.")
    assert len(newest) <= 4_000
    assert newest_entries(text, None) == text


def test_a_live_blog_of_long_entries_tells_at_least_three() -> None:
    entries = [f"{told(hour)} {'It was calm. ' * 900}".strip() for hour in range(15, 10, -1)]
    text = "\n\n".join(entries)
    newest = newest_entries(text, places_of(entries, text))
    assert newest == "\n\n".join(entries[:3])
