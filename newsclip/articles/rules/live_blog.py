"""Finds a live blog's dated entries: a page that is written on for hours, each part with its time.

A page declares itself one (schema.org LiveBlogPosting), or its text is a run of timed entries: the newest first, or the
other way round where title or address says "live". An article that has a timeline, or is one, is none; nor is a
timetable.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborNode

from newsclip.articles.rules.block_tree import ends_sentence
from newsclip.articles.rules.body import part_text
from newsclip.articles.rules.element_names import hints
from newsclip.articles.rules.head import Head
from newsclip.articles.rules.jsonld import Thing, body_of, text_of, types_of
from newsclip.articles.rules.page_patterns import page_patterns
from newsclip.articles.rules.paragraphs import own_paragraphs
from newsclip.language.dates import parse_date
from newsclip.language.unspaced import count_words

_DECLARED = "LiveBlogPosting"
_TIMED = "time, h2, h3, h4, strong, b, dt"
_MOST_MARKS, _MOST_ENTRIES, _LEVELS = 2_000, 400, 8  # bound the work
_LONGEST_MARK = 160  # characters: a time, and perhaps a headline
_FEWEST, _FEWEST_DECLARED = 5, 2  # entries
_MOSTLY = 0.6  # of the text is entries, and of what stands in a row is in order
_LONGEST_RUN = timedelta(days=4)  # a list of dates that goes over more is a chronicle
_HALF = 0.5
_SENTENCE = 8  # words: what a timetable or a list of programmes says of a time has fewer, or no full stop
_CLOCK = re.compile(r"\W{0,3}([01]?\d|2[0-3])\s?[:.h]\s?([0-5]\d)(?![\d.])\s{0,3}([ap])?(?:\.?m\b)?", re.IGNORECASE)

_CLOCKS = re.compile(rb">\s{0,40}+\d{1,2}\s?[:.h]\s?\d\d(?!\d)")

type _Time = datetime | int  # minutes of the day, of a clock without a date


@dataclass(frozen=True, slots=True)
class LiveBlog:
    """`text`: what stands before the entries, then the entries, the newest first. `entries`: how each begins: its first
    paragraph.
    """

    text: str
    entries: tuple[str, ...]


def read_live_blog(head: Head, source: bytes, text: str, title: str) -> LiveBlog | None:
    """The page's entries; None if it is no live blog. `text`: as an article's text is found on it."""
    declared = _declares_itself(head)
    timed = source.count(b"<time") >= _FEWEST_DECLARED or len(_CLOCKS.findall(source)) >= _FEWEST
    if not declared and not timed:
        return None
    found = _shown(head, title, _FEWEST_DECLARED if declared else _FEWEST)
    if declared:
        told = _told(head.linked.things, title)
        texts = _newest_first(found) if len(found) >= max(_FEWEST_DECLARED, len(told)) else told
        return _put_together(text, texts) if len(texts) >= _FEWEST_DECLARED else None
    texts = [told for _, told in found]
    if len(found) < _FEWEST or not _is_run(head, found) or not _are_the_text(texts, text) or not _are_told(texts):
        return None
    return _put_together(text, _newest_first(found))


def _declares_itself(head: Head) -> bool:
    """Articles name other pages that are live blogs, too, but do not repeat their entries."""
    blogs = (thing for thing in head.linked.things if _DECLARED in types_of(thing))
    return _DECLARED in types_of(head.article) or any(map(_parts, blogs))


def _told(things: Iterable[Thing], title: str) -> list[str]:
    """The entries that the page's data hold, for search engines, the newest first."""
    updates = [update for thing in things if _DECLARED in types_of(thing) for update in _parts(thing)]
    dated = [(parse_date(text_of(one.get("datePublished"))), one) for one in updates[:_MOST_ENTRIES]]
    if all(when for when, _ in dated):
        dated.sort(key=lambda pair: str(pair[0]), reverse=True)
    bodies = (own_paragraphs(body_of(one).splitlines(), title) for _, one in dated)
    return [body for body in bodies if body]


def _parts(thing: Thing) -> list[Thing]:
    given = thing.get("liveBlogUpdate")
    return [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []


def _shown(head: Head, title: str, fewest: int) -> list[tuple[_Time, str]]:
    """The entries that the page shows, in its order: time and text. Fewer than `fewest` are not read."""
    body = head.page.body
    marks = body.css(_TIMED)[:_MOST_MARKS] if body is not None else []
    timed = [(node, when) for node in marks if (when := _time_of(node)) is not None]
    if len(timed) < fewest:
        return []
    parent, starts = _in_a_row(timed)
    if parent is None or len(starts) < fewest or _is_beside(parent) or _lead_elsewhere(parent, head.url):
        return []
    parts: list[tuple[_Time, list[LexborNode]]] = []
    node = parent.first_child
    while node is not None:
        if (when := starts.get(node.mem_id)) is not None:
            parts.append((when, []))
        if parts and node.tag != "-text":
            parts[-1][1].append(node)
        node = node.next
    texts = [(when, "\n\n".join(filter(None, (part_text(one, title) for one in nodes)))) for when, nodes in parts]
    return [(when, text) for when, text in texts if text]


def _time_of(node: LexborNode) -> _Time | None:
    """What a time element, or a heading that begins with a clock, says."""
    if node.tag == "time" and (when := parse_date(node.attributes.get("datetime") or "")) is not None:
        return when
    shown = node.text(strip=True)
    clock = _CLOCK.match(shown) if len(shown) <= _LONGEST_MARK else None
    if clock is None:
        return None
    half = 12 * 60 if (clock[3] or "").lower() == "p" and int(clock[1]) < 12 else 0
    return int(clock[1]) * 60 + int(clock[2]) + half


def _in_a_row(timed: Sequence[tuple[LexborNode, _Time]]) -> tuple[LexborNode | None, dict[int, _Time]]:
    """The element with the most children that each hold a time, and which these are."""
    rows: dict[int, dict[int, _Time]] = {}
    parents: dict[int, LexborNode] = {}
    for node, when in timed[:_MOST_ENTRIES]:
        child = node
        for _ in range(_LEVELS):
            parent = child.parent
            if parent is None or parent.tag == "html":
                break
            parents[parent.mem_id] = parent
            rows.setdefault(parent.mem_id, {}).setdefault(child.mem_id, when)
            child = parent
    best = max(rows, key=lambda key: len(rows[key]), default=None)
    return (None, {}) if best is None else (parents[best], rows[best])


def _is_beside(parent: LexborNode) -> bool:
    """Whether the row is of readers' comments, or stands in a margin."""
    node: LexborNode | None = parent
    for _ in range(_LEVELS):
        if node is None or node.tag in {"body", "html"}:
            return False
        told = hints(f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}", in_paragraph=False)
        if told.comments or told.firm or node.tag in {"aside", "nav", "footer"}:
            return True
        node = node.parent
    return False


def _lead_elsewhere(parent: LexborNode, url: str) -> bool:
    """Whether its parts are headed by links to other pages: a list of articles."""
    here = urlsplit(url).path.rstrip("/")
    linked = Counter(
        urlsplit(urljoin(url, link.attributes.get("href") or "")).path.rstrip("/") != here
        for link in parent.css("h2 a[href], h3 a[href], h4 a[href], a[href] h2, a[href] h3, a[href] h4")[:_MOST_ENTRIES]
    )
    return linked[True] >= _FEWEST and linked[True] > linked[False]


def _is_run(head: Head, found: Sequence[tuple[_Time, str]]) -> bool:
    """Whether the times are in order as in a page that grows: the newest first, or else it says that it does."""
    times = [when for when, _ in found]
    dated = [when for when in times if isinstance(when, datetime)]
    if dated and (len(dated) < len(times) or max(dated) - min(dated) > _LONGEST_RUN):
        return False
    falling, rising = _steps(times)
    if falling > _MOSTLY * (len(times) - 1):
        return True
    said = (head.title_element, *head.headings[:1], urlsplit(head.url).path.replace("/", " "))
    return rising > _MOSTLY * (len(times) - 1) and any(page_patterns().live.search(one) for one in said)


def _steps(times: Sequence[_Time]) -> tuple[int, int]:
    """How often the next time is earlier, and how often later."""
    steps = [(one, other) for one, other in pairwise(times) if type(one) is type(other) and one != other]
    falling = sum(one > other for one, other in steps)  # type: ignore[operator]
    return falling, len(steps) - falling


def _newest_first(found: Sequence[tuple[_Time, str]]) -> list[str]:
    falling, rising = _steps([when for when, _ in found])
    texts = [text for _, text in found]
    return texts[::-1] if rising > falling else texts


def _are_the_text(entries: Iterable[str], text: str) -> bool:
    """Whether most of what was found as the article's text is these entries."""
    known = {part for entry in entries for part in entry.split("\n\n")}
    parts = text.split("\n\n")
    inside = sum(len(part) for part in parts if part in known)
    return inside >= _MOSTLY * sum(map(len, parts)) > 0


def _are_told(entries: Sequence[str]) -> bool:
    """Whether half of the entries hold a sentence. A timetable read backwards has times in falling order, too."""
    told = sum(
        any(ends_sentence(part) and count_words(part) >= _SENTENCE for part in entry.split("\n\n")) for entry in entries
    )
    return told >= _HALF * len(entries)


def _put_together(text: str, entries: Sequence[str]) -> LiveBlog:
    known = {part for entry in entries for part in entry.split("\n\n")}
    before: list[str] = []
    parts = text.split("\n\n")
    for part in parts:
        if part in known:
            break
        before.append(part)
    # Where no entry is in the text that was found, that is another telling of the same, or what stands above them.
    if len(before) == len(parts) and len(text) > _HALF * sum(map(len, entries)):
        before = []
    once = list(dict.fromkeys(entries))
    whole = "\n\n".join([*(part for part in before if part), *once])
    return LiveBlog(whole, tuple(entry.partition("\n\n")[0] for entry in once))
