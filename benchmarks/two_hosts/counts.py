"""What was lost or doubled."""

from collections import Counter
from pathlib import Path

from benchmarks.hard_days.product import BACKLOG, WRONG
from benchmarks.two_hosts.load import Load
from benchmarks.two_hosts.servers import ADDRESSES, HOSTS, SITE_PORT
from benchmarks.two_hosts.site import Site

_TWICE = {
    "articles read twice": "SELECT article_id FROM articles_revision GROUP BY 1 HAVING count(*) > 1",
    "notices given twice": "SELECT reader_id, kind, story_id, comment_id, words FROM community_notice"
    " GROUP BY 1, 2, 3, 4, 5 HAVING count(*) > 1",
    "votes counted twice": "SELECT reader_id, story_id FROM community_vote GROUP BY 1, 2 HAVING count(*) > 1",
    "clips of one headline": "SELECT slug FROM clips_clip WHERE slug ~ '-2$'",
}


def is_done(site: Site) -> bool:
    """Whether all that the press published is read, placed, written about and in search."""
    waiting = backlog(site)
    if waiting["articles to find"]:
        site.make_due()
    return not any(waiting.values())


def backlog(site: Site) -> dict[str, int]:
    """Step → how many wait for it."""
    waiting = {step: int(site.rows(query)[0][0]) for step, query in BACKLOG.items()}
    return waiting | {"articles to find": _lost(site)}


def are_weighed(site: Site) -> bool:
    """Whether nothing waits that members did."""
    return not site.count("community_vote WHERE weight IS NULL")


def _lost(site: Site) -> int:
    return len(set(site.press()["articles"]) - {row[0] for row in site.rows("SELECT url FROM articles_article")})


def faults(site: Site, load: Load) -> dict[str, int]:
    """Each must be 0."""
    found = {name: len(site.rows(query)) for name, query in (WRONG | _TWICE).items()}
    found["articles lost"] = _lost(site)
    found["articles not read"] = site.count("articles_article WHERE url LIKE 'http://paper-%' AND state <> 'read'")
    found |= dict(zip(("votes lost", "votes doubled"), _votes(site, load), strict=True))
    found |= dict(zip(("comments lost", "comments doubled"), _comments(site, load), strict=True))
    found["pictures not shown by both hosts"] = _pictures(site)
    return found


def _votes(site: Site, load: Load) -> tuple[int, int]:
    """A story may have become part of another since; its votes went along."""
    into = dict(site.rows("SELECT id, merged_into_id FROM stories_story"))

    def final(story: int) -> int:
        while into.get(story):
            story = into[story]
        return story

    kept = site.rows(
        "SELECT r.username, v.story_id FROM community_vote v JOIN accounts_reader r ON r.id = v.reader_id"
        " WHERE v.value <> 0"
    )
    there = {(name, final(story)) for name, story in kept}
    unsure = {(one.name, final(story)) for one in load.members for story in one.unsure_votes}
    cast = {(one.name, final(story)) for one in load.members for story, is_cast in one.votes.items() if is_cast}
    return len(cast - there - unsure), len(there - cast - unsure)


def _comments(site: Site, load: Load) -> tuple[int, int]:
    there = Counter(text for (text,) in site.rows("SELECT text FROM community_comment"))
    said = {words for one in load.members for words in one.words}
    return len(said - set(there)), sum(times - 1 for times in there.values())


def pictures(site: Site) -> list[str]:
    return [name for (name,) in site.rows("SELECT DISTINCT name FROM articles_picture WHERE name <> ''")]


def _pictures(site: Site) -> int:
    return sum(
        any(site.status(f"http://{ADDRESSES[host]}:{SITE_PORT}/media/{name}") != 200 for host in HOSTS)
        for name in pictures(site)
    )


def fetched_again(site: Site) -> int:
    """Pages that a worker asked for a second time because the first one died or was cut off."""
    return sum(times - 1 for times in site.press()["asked"].values() if times > 1)


def said(log: Path, event: str) -> int:
    return log.read_text(errors="replace").count(f'"{event}"') if log.exists() else 0
