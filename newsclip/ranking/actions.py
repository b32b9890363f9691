from datetime import datetime

from newsclip.articles import queries as articles
from newsclip.clips.models import Clip
from newsclip.community import queries as community
from newsclip.ranking import rules
from newsclip.ranking.models import Standing
from newsclip.ranking.rules import Signal
from newsclip.stories import queries as stories


def count(clip: Clip, *, now: datetime) -> Standing:
    """Count what happened to the clip's story, and keep the score with its receipt; repeat it freely."""
    signals = _signals(clip)
    standing, _ = Standing.objects.update_or_create(
        clip=clip,
        defaults={
            "hot": rules.hot(signals),
            "clip_version": clip.version,
            "receipt": rules.receipt(signals, now),
            "counted_at": now,
        },
    )
    return standing


def _signals(clip: Clip) -> list[Signal]:
    members = stories.members(clip.story_id).members
    known = articles.newest([m.article_id for m in members])
    first_of_report: dict[int, datetime] = {}
    for member in members:
        article = known.get(member.article_id)
        if article:
            at = article.published or article.found_at
            first_of_report[member.report] = min(at, first_of_report.get(member.report, at))
    told = sorted(first_of_report.values())
    return [
        *[Signal("told" if place == 0 else "report", at) for place, at in enumerate(told)],
        *[Signal("vote", at) for at in community.votes_on(clip.story_id)],
    ]
