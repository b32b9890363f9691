"""How many clips came out when."""

from datetime import UTC, date, datetime

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncDate

from newsclip.clips.models import Clip


def published_by_day(rows: "QuerySet[Clip]", *, since: datetime) -> dict[date, int]:
    """How many of these clips were published on each day (UTC) since then, days without any left out."""
    day = TruncDate("published", tzinfo=UTC)
    counted = rows.filter(published__gte=since).order_by().values_list(day).annotate(number=Count("pk"))
    return dict(counted)
