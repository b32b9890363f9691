"""After the clock was ahead: reads planned for a time far in the future become due now."""

from datetime import datetime, timedelta

from newsclip.articles.models import Article, Picture

_LONGEST_PLAN = timedelta(days=7)
_SOON = timedelta(hours=1)


def wake(now: datetime) -> int:
    """For articles dated later than now: unread ones are due now, the others soon. Returns how many."""
    found = Article.objects.filter(found_at__gt=now).update(found_at=now)
    Article.objects.filter(published__gt=now).update(published=now)
    unread = Article.objects.filter(state=Article.State.FOUND, due_at__gt=now, failures=0).update(due_at=now)
    Article.objects.filter(looked_at__gt=now, due_at__gt=now + _SOON).update(due_at=now + _SOON, looked_at=now)
    Picture.objects.filter(due_at__gt=now + _LONGEST_PLAN).update(due_at=now)
    return max(found, unread)
