"""Readers' contributions: links, and changes to stories that enough readers support."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction

from newsclip.accounts.models import Reader
from newsclip.articles import actions as articles
from newsclip.articles import queries as articles_queries
from newsclip.articles.models import Article
from newsclip.clips import actions as clips
from newsclip.clips.models import Clip
from newsclip.community import actions as community
from newsclip.community import queries as community_queries
from newsclip.community.models import Action, Challenge, Submission, Suggestion, Target
from newsclip.community.ports import Order
from newsclip.kernel.addresses import are_of_one_site, domain_of, normalize, with_scheme
from newsclip.kernel.reasons import Reason, Refused
from newsclip.language.syntax import NO_PARSER, Parser
from newsclip.options import OPTIONS
from newsclip.pipeline.suggestion_log import log, order_of
from newsclip.ranking import actions as ranking_actions
from newsclip.ranking import queries as ranking
from newsclip.sources import actions as sources
from newsclip.sources.models import Source
from newsclip.sources.ports import Entry
from newsclip.stories import actions as stories
from newsclip.stories import queries
from newsclip.stories.models import Membership, Story
from newsclip.stories.ports import Note


def submit(url: str, reader: Reader, *, now: datetime) -> Submission:
    """Submit a link; the pipeline reads it next. A known link has a rate limit of its own and leads to the existing
    article.

    Submitting it again returns the same submission. Raises Refused("not_a_url", "of_ours", "banned", "newcomer",
    "suspended", "too_fast", …).
    """
    address = normalize(with_scheme(url))
    if are_of_one_site(address, OPTIONS.site_url):
        raise Refused("of_ours")
    domain = domain_of(address)
    known = articles_queries.known_at(address)
    if known is None:
        new_here = not Article.objects.filter(publisher__domain=domain).exists()
        community.permit_link(reader, domain, new_here=new_here, now=now)
        articles.admit(sources.submission(now), [Entry(address)], now=now)
        known = articles_queries.known_at(address)
    else:
        again = Submission.objects.filter(reader=reader, article=known).order_by("pk").first()
        if again:
            return again
        community.permit(reader, "known_links", now=now)
    return Submission.objects.create(reader=reader, url=address, article=known, at=now, code="submitted")


def take_in(shown: Sequence[tuple[Source, Sequence[Entry]]], *, now: datetime) -> Mapping[int, int]:
    """Admit entries as articles. Returns the number of new ones by source (see articles.admit_all).

    If a source lists an article that a reader submitted, its story is recounted: the submitter's weight no longer
    applies.
    """
    taken = articles.take_over(shown)
    if taken:
        community.recount(queries.stories_of(taken), now=now)
    return articles.admit_all(shown, now=now)


def clip_of(given: Submission) -> Clip | None:
    """The clip of a submitted link's article, or of the one that it turned out to be; None until there is one."""
    article = given.article
    if article and article.code == "same_article":
        article = articles_queries.known_at(article.url)
    membership = Membership.objects.filter(article=article).first() if article else None
    return Clip.objects.defer("document").filter(story=membership.story_id).first() if membership else None


def suggest(  # noqa: PLR0913 each comes from outside
    reader: Reader,
    story: Story,
    kind: str,
    wanted: dict[str, Any],
    *,
    now: datetime,
    why: str = "",
    parser: Parser = NO_PARSER,
) -> Suggestion:
    """Suggest a change. Raises Refused; at once if it could not be carried out now."""
    with transaction.atomic():
        idea = community.suggest(reader, story.pk, kind, wanted, now=now, why=why)
        if idea.kind == Suggestion.Kind.HEADLINE:
            clips.borne_now(story.pk, kind, [idea.wanted["headline"]], parser=parser)
        elif idea.kind == Suggestion.Kind.HASHTAGS:
            clips.borne_now(story.pk, kind, idea.wanted["hashtags"])
        elif idea.kind == Suggestion.Kind.SPLIT:
            _splittable(story, idea.wanted["articles"])
        else:
            _mergeable(story, idea.wanted["story"])
    return idea


def _splittable(story: Story, articles: list[int]) -> None:
    there = set(story.memberships.values_list("article_id", flat=True))
    if not there & set(articles) or there <= set(articles):
        raise Refused("not_splittable")


def _mergeable(story: Story, into_id: int) -> None:
    if _there(into_id) == story:
        raise Refused("not_mergeable")


def _there(story_id: int) -> Story:
    """The story with this ID, or the one it was merged into."""
    if not Story.objects.filter(pk=story_id).exists():
        raise Refused("unknown", f"/s/{story_id}")
    return queries.story(story_id)


def support(reader: Reader, suggestion: Suggestion, *, now: datetime, parser: Parser = NO_PARSER) -> bool:
    """Support a suggestion; with enough support it is carried out or referred to a moderator. Returns whether it was
    carried out.

    What readers carry out is logged publicly and queued for a moderator's review.
    """
    came = _outcome(suggestion, community.support(reader, suggestion, now=now))
    if came == "referred":
        community.refer(suggestion, now=now)
    if came != "carried_out" or not community.decide(suggestion, now=now, carry_out=partial(carry_out, parser=parser)):
        return False
    community.log_of_readers(order_of(Action.Kind.APPLY, suggestion), look=_shapes(suggestion), now=now)
    return True


def _outcome(suggestion: Suggestion, agreed: Sequence[float]) -> str:
    if not _shapes(suggestion) or community_queries.outcome(agreed) == "waits":
        return community_queries.outcome(agreed)
    if suggestion.kind == Suggestion.Kind.SPLIT:
        likely, others = queries.in_doubt(suggestion.story_id, suggestion.wanted["articles"]), set()
    else:
        into = _there(suggestion.wanted["story"]).pk
        likely, others = queries.alike(suggestion.story_id, into), {into}
    about = {suggestion.story_id, *others}
    whole = {part for story in about for part in queries.parts(story)}
    in_front = ranking.in_front(about)
    settled = queries.shaped_by_moderators(whole) or community_queries.moderators_kept(whole)
    return community_queries.outcome(agreed, likely=likely, in_front=in_front, settled=settled)


def _shapes(suggestion: Suggestion) -> bool:
    """Whether it changes which articles are in a story."""
    return suggestion.kind in {Suggestion.Kind.SPLIT, Suggestion.Kind.MERGE}


def carry_out(
    suggestion: Suggestion, *, decided_by: str = "", why: str = "", turned: bool = False, parser: Parser = NO_PARSER
) -> tuple[Reason, dict[str, Any]]:
    """Carry a suggestion out. Returns the outcome's reason and the data that undoes it.

    `decided_by`: the moderator who decided; readers alone do not change stories that a moderator split or merged.
    `why`: what the history of merged stories says. `turned`: the story that was to be merged is the one that stays.
    """
    at = suggestion.decided_at or suggestion.at
    by = f"suggestion {suggestion.pk}"
    match suggestion.kind:
        case Suggestion.Kind.SPLIT:
            apart = stories.split(suggestion.wanted["articles"], suggestion.story, now=at, by=decided_by or by)
            return Reason("story_split", {"story": apart.pk}), {"apart": apart.pk}
        case Suggestion.Kind.MERGE:
            both = suggestion.story, _there(suggestion.wanted["story"])
            gone, into = reversed(both) if turned else both
            moved = list(gone.memberships.values_list("article_id", flat=True))
            stories.merge(gone, into, now=at, by=decided_by or by, note=Note(why) if why else None)
            return Reason("story_merged", {"story": into.pk}), {"articles": moved, "into": into.pk, "gone": gone.pk}
        case Suggestion.Kind.HEADLINE:
            words = [suggestion.wanted["headline"]]
            clips.amend(suggestion.story_id, "headline", words, by=by, now=at, parser=parser)
            return Reason("headline_wanted"), {"by": by}
        case Suggestion.Kind.HASHTAGS:
            clips.amend(suggestion.story_id, "hashtags", suggestion.wanted["hashtags"], by=by, now=at)
            return Reason("hashtags_wanted"), {"by": by}
    raise Refused("unknown", suggestion.kind)


@transaction.atomic
def take_back(suggestion: Suggestion, *, by: str, now: datetime) -> None:
    """Undo a suggestion, once under concurrency. Raises Refused if it was not carried out.

    `by`: who is named in the story's history.
    """
    applied = Suggestion.objects.filter(pk=suggestion.pk, state=Suggestion.State.APPLIED)
    if not applied.update(state=Suggestion.State.UNDONE):
        raise Refused("already_gone")
    if suggestion.kind == Suggestion.Kind.SPLIT:
        stories.merge(Story.objects.get(pk=suggestion.undo["apart"]), suggestion.story, now=now, by=by)
    elif suggestion.kind == Suggestion.Kind.MERGE:
        into = Story.objects.get(pk=suggestion.undo["into"])
        gone = Story.objects.get(pk=suggestion.undo.get("gone", suggestion.story_id))
        stories.split(suggestion.undo["articles"], into, now=now, by=by, revive=gone)
    else:
        clips.take_back(suggestion.story_id, suggestion.undo["by"], now=now)
    community.value([suggestion.reader_id], now=now)


def decide(
    moderator: Reader,
    suggestion: Suggestion,
    *,
    now: datetime,
    why: str = "",
    turned: bool = False,
    parser: Parser = NO_PARSER,
) -> bool:
    """A moderator carries a suggestion out; logged publicly. Returns whether it could be carried out.

    `why`: the moderator's reason, which the log then has instead of the suggestion's. `turned`: see `carry_out`.
    Raises Refused("not_allowed", …).
    """
    how = partial(carry_out, decided_by=moderator.username, why=why, turned=turned, parser=parser)
    done = community.decide(suggestion, now=now, carry_out=how, by=moderator)
    if done:
        own = suggestion.reader_id == moderator.pk and not _shapes(suggestion)
        log(moderator, Action.Kind.CHANGE if own else Action.Kind.APPLY, suggestion, now=now, why=why)
    return done


def refuse(moderator: Reader, suggestion: Suggestion, *, why: str, now: datetime) -> None:
    """A moderator declines a suggestion and says why, to its author and in the public log.

    Raises Refused("already_gone", "not_allowed", …).
    """
    with transaction.atomic():
        community.refuse(suggestion, by=moderator, why=why, now=now)
        log(moderator, Action.Kind.REFUSE, suggestion, now=now, why=why)


@transaction.atomic
def undo(moderator: Reader, suggestion: Suggestion, *, now: datetime, why: str = "") -> None:
    """A moderator undoes a suggestion; logged publicly, with their reason.

    Raises Refused("already_gone", "not_allowed", …).
    """
    take_back(suggestion, by=moderator.username, now=now)
    log(moderator, Action.Kind.UNDO, suggestion, now=now, why=why)
    community.tell_of_undone_suggestion(suggestion, by=moderator, why=why, now=now)


def act(moderator: Reader, order: Order, *, now: datetime) -> Action:
    """A moderator's action, under the name that its target has now; of a hashtag it also says whether it may trend.

    If it discounts an account, what was carried out because of it is undone too. What cannot be undone any more stays.
    """
    named = replace(order, label=str(community_queries.called(order.target, order.key)))
    done = community.act(moderator, named, now=now)
    if done.target == Target.HASHTAG:
        ranking_actions.review(done.key, allowed=done.kind == Action.Kind.APPROVE, now=now)
    if done.kind == Action.Kind.DISCOUNT:
        community.refuse_open(int(done.key), now=now)
        for one in community.suggestions_by(int(done.key)):
            with suppress(Refused), transaction.atomic():
                take_back(one, by=f"suggestion {one.pk} taken back", now=now)
                log(moderator, Action.Kind.UNDO, one, now=now)
                community.tell_of_undone_suggestion(one, by=moderator, why="", now=now)
                community.allow_again(one)
        follow_merges(now=now)
    return done


def reverify(challenge: Challenge, *, now: datetime, parser: Parser = NO_PARSER) -> Challenge:
    """Let the verifier check a challenged sentence again, and publish the result."""
    found = clips.recheck(challenge.clip, challenge.sentence, now=now, parser=parser)
    challenge.upheld, challenge.reasons, challenge.decided_at = not found.stands, [found.outcome.as_json()], now
    challenge.save(update_fields=["upheld", "reasons", "decided_at"])
    return challenge


def follow_merges(*, now: datetime) -> int:
    """Move comments, votes and so on of merged stories to the remaining one, and back when a merge is undone. Returns
    the number of stories.
    """
    stranded = {story.pk: story for story in (*queries.moved(50), *community_queries.left_behind())}
    for story in stranded.values():
        with transaction.atomic():
            if story.moved and not stories.mark_followed(story):
                continue  # it was merged again just now
            clips.index_again(story.pk)
            community.carry(story.pk, now=now)
            community.move_comments(story.pk, now=now)
    return len(stranded)
