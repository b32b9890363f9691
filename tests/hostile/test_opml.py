"""Lists of feeds as other readers, and no readers, write them."""

import ast
import contextlib
import re

from newsclip.kernel.reasons import Refused
from newsclip.sources.rules.opml import read_opml, write_opml
from tests.cpu_time import cpu_seconds
from tests.hostile.rows import body_of, rows

HEALTHY = b"<opml><body>%s</body></opml>" % b"".join(
    b'<outline type="rss" text="Paper %d" xmlUrl="https://press.example/%d"/>' % (n, n) for n in range(2_000)
)
COUNT = re.compile(r"len\(result\[['\"]feeds['\"]\]\) == (\d+)")
TITLE = re.compile(r"result\[['\"]feeds['\"]\]\[0\]\[['\"]title['\"]\] == (['\"].*['\"])")
FEED = re.compile(r"result\[['\"]feeds['\"]\]\[\d+\]\[['\"]url['\"]\] == (['\"].*['\"])")


def feeds(row) -> list[str]:
    with contextlib.suppress(Refused):
        return [outline.url for outline in read_opml(body_of(row))]
    return []


def test_every_list_gives_its_feeds_or_a_named_code_at_once(hostile_data):
    usual = cpu_seconds(lambda: read_opml(HEALTHY), 3)
    missing = []
    for row in rows(hostile_data, "opml"):
        found = feeds(row)
        assert cpu_seconds(lambda row=row: feeds(row)) < 10 * usual, row["id"]
        if row["id"].startswith("files/rdf/"):
            continue  # FOAF and its like are no OPML; they are refused by name
        wanted = {ast.literal_eval(match[1]) for check in row["expect"]["raw"] if (match := FEED.search(check))}
        counts = {int(match[1]) for check in row["expect"]["raw"] if (match := COUNT.search(check))}
        if wanted - set(found) or counts - {len(set(found))}:
            missing.append((row["id"], found))
    assert missing == []


def test_a_feed_has_the_title_that_its_row_wants(hostile_data):
    for row in rows(hostile_data, "opml"):
        titles = [ast.literal_eval(match[1]) for check in row["expect"]["raw"] if (match := TITLE.search(check))]
        if titles and not row["id"].startswith("files/rdf/"):
            assert read_opml(body_of(row))[0].title == titles[0], row["id"]


def test_what_was_read_is_read_again_from_what_we_write(hostile_data):
    for row in rows(hostile_data, "opml"):
        if found := feeds(row):
            assert feeds({"input": write_opml(read_opml(body_of(row)), "again")}) == found, row["id"]
