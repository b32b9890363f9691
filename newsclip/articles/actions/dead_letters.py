"""Dead letters: articles that exceed limits or kill their worker are set aside until retried or changed."""

from collections.abc import Collection
from datetime import datetime

from newsclip.articles.actions.results import ReadResult
from newsclip.articles.models import Article
from newsclip.db.leases import OVERRUN
from newsclip.sources.actions import end_cooldown

RESTS = "tried_too_often"


def set_aside(article: Article, code: str, detail: str = "", *, now: datetime) -> ReadResult:
    """Stop reading it until it is retried or its source marks it as changed. Earlier revisions stay."""
    article.dead_letter, article.due_at, article.looked_at = code, None, now
    if article.revisions:
        article.detail = f"Last look: {code} {detail}".strip()[:500]
    else:
        article.state, article.code, article.detail = Article.State.REFUSED, code, detail[:500]
    changed = ["state", "failures", "code", "detail", "dead_letter", "due_at", "looked_at", "leased_until"]
    changed += OVERRUN
    article.save(update_fields=changed)
    return ReadResult(article.pk, article.url, code, detail)


def postpone(article: Article, until: datetime) -> ReadResult:
    """It, or much else of its publisher, exceeded limits too often today: wait until then, even if it changes."""
    article.dead_letter, article.due_at, article.leased_until = RESTS, until, None
    article.save(update_fields=["dead_letter", "due_at", "leased_until"])
    return ReadResult(article.pk, article.url, article.dead_letter)


def retry(articles: Collection[int], *, now: datetime, afresh: bool = False) -> int:
    """Make those that are set aside due again; returns how many. `afresh` also resets their counters."""
    spent = Article.objects.filter(pk__in=articles).exclude(dead_letter="")
    if afresh:
        end_cooldown(set(spent.values_list("publisher_id", flat=True)))
        spent.update(overruns=0)
    spent.filter(state=Article.State.REFUSED).update(state=Article.State.FOUND)
    return spent.update(dead_letter="", tries=0, failures=0, due_at=now)
