"""An article whose page takes more than it may, or kills who reads it, is set aside until asked for or changed."""

from collections.abc import Collection
from datetime import datetime

from newsclip.articles.actions.results import ReadResult
from newsclip.articles.models import Article


def set_aside(article: Article, code: str, detail: str = "", *, now: datetime) -> ReadResult:
    """Nobody reads it until it is retried, or its source shows it changed. What was read of it stays."""
    article.dead_letter, article.due_at, article.looked_at = code, None, now
    if article.revisions:
        article.detail = f"Last look: {code} {detail}".strip()[:500]
    else:
        article.state, article.code, article.detail = Article.State.REFUSED, code, detail[:500]
    changed = ["state", "failures", "code", "detail", "dead_letter", "due_at", "looked_at", "leased_until"]
    article.save(update_fields=changed)
    return ReadResult(article.pk, article.url, code, detail)


def retry(articles: Collection[int], *, now: datetime) -> int:
    """Read these again, those that are set aside; returns how many."""
    spent = Article.objects.filter(pk__in=articles).exclude(dead_letter="")
    spent.filter(state=Article.State.REFUSED).update(state=Article.State.FOUND)
    return spent.update(dead_letter="", tries=0, failures=0, due_at=now)
