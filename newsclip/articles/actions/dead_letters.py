"""An article whose page takes more than it may, or kills who reads it, is set aside until asked for or changed."""

from collections.abc import Collection
from datetime import datetime

from newsclip.articles.actions.results import ReadResult
from newsclip.articles.models import Article
from newsclip.db.leases import OVERRUN
from newsclip.sources.actions import end_rest

RESTS = "tried_too_often"


def set_aside(article: Article, code: str, detail: str = "", *, now: datetime) -> ReadResult:
    """Nobody reads it until it is retried, or its source shows it changed. What was read of it stays."""
    article.dead_letter, article.due_at, article.looked_at = code, None, now
    if article.revisions:
        article.detail = f"Last look: {code} {detail}".strip()[:500]
    else:
        article.state, article.code, article.detail = Article.State.REFUSED, code, detail[:500]
    changed = ["state", "failures", "code", "detail", "dead_letter", "due_at", "looked_at", "leased_until"]
    changed += OVERRUN
    article.save(update_fields=changed)
    return ReadResult(article.pk, article.url, code, detail)


def let_rest(article: Article, until: datetime) -> ReadResult:
    """It, or much else of its publisher, took too much today: nobody asks for it before, whatever it says now."""
    article.dead_letter, article.due_at, article.leased_until = RESTS, until, None
    article.save(update_fields=["dead_letter", "due_at", "leased_until"])
    return ReadResult(article.pk, article.url, article.dead_letter)


def retry(articles: Collection[int], *, now: datetime, afresh: bool = False) -> int:
    """Read these again, those that are set aside; returns how many. `afresh`: as if nothing of them took too much."""
    spent = Article.objects.filter(pk__in=articles).exclude(dead_letter="")
    if afresh:
        end_rest(set(spent.values_list("publisher_id", flat=True)))
        spent.update(overruns=0)
    spent.filter(state=Article.State.REFUSED).update(state=Article.State.FOUND)
    return spent.update(dead_letter="", tries=0, failures=0, due_at=now)
