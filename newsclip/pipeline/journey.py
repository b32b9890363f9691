"""Every step of an article's journey, in order.

A step finds its work by a query, claims a batch of rows, does one thing with each and yields the outcomes. It may be
interrupted anywhere and repeated safely: the next turn finds what was not finished.
"""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from django.db.models import QuerySet

from newsclip.accounts import queries as accounts_queries
from newsclip.articles import actions as articles
from newsclip.articles import queries as articles_queries
from newsclip.articles.models import Article, Picture
from newsclip.clips import actions as clips
from newsclip.clips import queries as clips_queries
from newsclip.clips.models import Assignment
from newsclip.clock import Clock
from newsclip.community import actions as community
from newsclip.community import queries as community_queries
from newsclip.db.leases import held, kept
from newsclip.options import OPTIONS
from newsclip.pipeline.contributions import follow_merges, take_in
from newsclip.pipeline.ports import WAITING, Outcome
from newsclip.pipeline.source_suggestions import settle
from newsclip.pipeline.steps import Step, shared
from newsclip.ranking import actions as ranking
from newsclip.ranking import queries as ranking_queries
from newsclip.sources import actions as sources
from newsclip.sources import queries as sources_queries
from newsclip.sources.models import Discovery, Push, Source
from newsclip.stories import actions as stories
from newsclip.stories import queries as stories_queries
from newsclip.wiring import Tools

BATCH = 50
DISCOVERIES = 25  # looked at per turn: a few requests each
SOURCES = 250  # polled per turn: many hosts in parallel
# Articles found together are placed in order of publication, so they are read together while that is cheap.
PAGES = 200
# A language model may need most of a lease for one story.
STORIES = 1 if OPTIONS.writer == "llm" else 50


@shared(lambda _: sources_queries.discoveries(), limit=DISCOVERIES, share=5)
def discover_sources(waiting: list[Discovery], tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Look which sources there are at the addresses that people named; nothing is followed by it."""
    for row in kept(waiting, sources.answer_discoveries(waiting, fetch=tools.fetch, now=now), now=now):
        if row is None:
            yield WAITING
            continue
        settle(row, now=now)
        yield Outcome("discoveries", row.url, row.code, row.detail, len(row.found))


@shared(sources_queries.due, limit=SOURCES, share=25)
def look_at_sources(due: list[Source], tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Poll the sources that are due; their new entries become articles to read."""
    take, limits = partial(take_in, now=now), OPTIONS.polling
    looks = sources.look(due, fetch=tools.fetch, now=now, take=take, limits=limits)
    for result in kept(due, looks, now=now):
        yield Outcome("sources", result.url, result.code, result.detail, result.new) if result else WAITING


@shared(lambda _: sources_queries.pushes(), limit=BATCH, share=10)
def take_what_hubs_sent(sent: list[Push], tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Read what hubs pushed, as if it had been polled."""
    for result in sources.read_pushes(sent, now=now, take=partial(take_in, now=now)):
        yield Outcome("sources", result.url, result.code, result.detail, result.new)


def ask_hubs(tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Subscribe to the hubs that sources name; only if hubs can reach this site."""
    if not tools.callback:
        return
    with held(sources_queries.hubs_to_ask(now), now=now, limit=BATCH) as rows:
        asked = sources.ask_hubs(rows, callback=tools.callback, fetch=tools.fetch, now=now)
        for result in kept(rows, asked, now=now):
            yield Outcome("hubs", result.topic, result.code, result.detail) if result else WAITING


@shared(articles_queries.to_read, limit=PAGES, share=50)
def read_articles(waiting: list[Article], tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Fetch pages; each gives a revision or a reason for having none."""
    for result in kept(waiting, articles.read(waiting, fetch=tools.fetch, extract=tools.extract, now=now), now=now):
        yield Outcome("articles", result.url, result.code, result.detail) if result else WAITING


@shared(articles_queries.pictures_to_keep, limit=BATCH, share=10)
def keep_pictures(waiting: list[Picture], tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Fetch lead pictures and store them in a safe form."""
    pictures = articles.keep_pictures(
        waiting, fetch=tools.fetch, encode=tools.encode_picture, store=tools.pictures, now=now
    )
    for result in kept(waiting, pictures, now=now):
        yield Outcome("pictures", result.url, result.code, result.detail) if result else WAITING


def place_in_stories(tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Put each read article into its story."""
    for result in stories.place(index=tools.stories, now=now, limit=PAGES, trial=tools.trial):
        yield Outcome("stories", f"article {result.article_id}", result.code, f"story {result.story_id}")
    stories.age_phases(now)


def _to_write(now: datetime) -> "QuerySet[Assignment]":
    return clips.assign(clips_queries.to_write(now, limit=STORIES), limit=STORIES)


def _languages_read() -> tuple[str, ...]:
    """The languages of the site's readers, the most read first: as the operator says, or as they chose themselves."""
    chosen = OPTIONS.clip_languages or (accounts_queries.language_of_most_readers(),)
    return tuple(filter(None, chosen))


@shared(_to_write, limit=STORIES, share=min(STORIES, 10), lease=clips.HOLD)
def write_clips(given: list[Assignment], tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Write the clip of every changed story; unsupported sentences are not published."""
    written = clips.write(given, writer=tools.writer, gate=tools.gate, now=now, readers=_languages_read())
    for result in kept(given, written, now=now):
        yield Outcome("clips", f"story {result.story_id}", result.code, result.detail)


def find_chains(tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Find which earlier story each new or changed one goes on from."""
    for story, links in stories.chain(stories_queries.to_chain()[:BATCH], now=now):
        if links:
            yield Outcome("chains", f"story {story.pk}", "counted", count=links)


def weigh_votes(tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Weigh new votes and comments; move what belongs to merged stories."""
    follow_merges(now=now)
    for vote in community.weigh(community_queries.to_weigh()[:BATCH], now=now):
        yield Outcome("votes", f"story {vote.story_id}", "counted")
    for said in community.weigh_comments(community_queries.comments_to_weigh()[:BATCH], now=now):
        yield Outcome("votes", f"story {said.story_id}", "counted")
    for given in community.weigh_comment_votes(community_queries.comment_votes_to_weigh()[:BATCH], now=now):
        yield Outcome("votes", f"comment {given.comment_id}", "counted")


def rank_clips(tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Recount the activity of stories and rank their clips."""
    for clip in ranking_queries.to_count(limit=BATCH):
        ranking.count(clip, now=now)
        yield Outcome("ranking", clip.headline, "counted")


def know_names(tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Keep whom the newest version of every clip quotes and what its hashtags name; tell those who follow a name."""
    for clip, new in clips.name(clips_queries.to_name()[:BATCH]):
        community.tell_of_names(clip, new, now=now)
        yield Outcome("names", clip.headline, "counted", count=len(new))


def tell_followers(tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Notify followers of a story about new facts, corrections and independent reports in its clip; of a chain about
    the story that it goes on with."""
    for clip, notices in community.announce(community_queries.to_announce()[:BATCH], now=now):
        yield Outcome("notices", clip.headline, "counted", count=notices)
    for clip, notices in community.tell_of_chains(community_queries.chains_to_tell(now)[:BATCH], now=now):
        yield Outcome("notices", clip.headline, "counted", count=notices)


def find_trends(tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Every few minutes, compute which hashtags and stories are mentioned more than usual."""
    if ranking_queries.are_due(now):
        trends = ranking_queries.find_trends(now=now)
        if OPTIONS.review_tags:
            trends = ranking.only_reviewed(trends, now=now)
        ranking.keep_trends(trends, now=now)
        ranking.keep_story_trends(ranking_queries.find_story_trends(now=now))
        if trends:
            yield Outcome("trends", f"{len(trends)} hashtags", "counted")


def learn_from_readers(tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Learn from what readers open on their own pages."""
    for weights in ranking.learn(now=now):
        yield Outcome("learning", str(weights), "counted")


def make_searchable(tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Index the newest version of every clip for search."""
    for clip in clips_queries.to_index()[:BATCH]:
        clips.index([clip], index=tools.search, vectors=tools.vectors)
        yield Outcome("search", clip.headline, "indexed")


JOURNEY: tuple[Step, ...] = (
    discover_sources,
    look_at_sources,
    take_what_hubs_sent,
    ask_hubs,
    read_articles,
    keep_pictures,
    place_in_stories,
    find_chains,
    write_clips,
    weigh_votes,
    rank_clips,
    know_names,
    tell_followers,
    find_trends,
    learn_from_readers,
    make_searchable,
)


def turn(tools: Tools, clock: Clock) -> Iterator[Outcome]:
    """One batch of every step, in order."""
    for step in JOURNEY:
        yield from (outcome for outcome in step(tools, clock()) if outcome is not WAITING)


def until_idle(tools: Tools, clock: Clock) -> Iterator[Outcome]:
    """Repeat turns until one finds nothing to do."""
    busy = True
    while busy:
        busy = False
        for outcome in turn(tools, clock):
            busy = True
            yield outcome
