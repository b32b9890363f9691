"""What staff do with sources stands in the public log."""

from collections.abc import Iterable
from datetime import datetime

from newsclip.accounts.models import Reader
from newsclip.community import actions as community
from newsclip.community.models import Action, Target
from newsclip.community.ports import Order
from newsclip.sources import queries
from newsclip.sources.models import Source


def log(staff: Reader, kind: Action.Kind, source: Source, *, now: datetime) -> None:
    """One entry, under the publisher's address; the source's name stands where others have a reason."""
    said = (source.title or source.url)[:500]
    community.act(staff, Order(kind, Target.DOMAIN, source.publisher.domain, said, leaves_flags=True), now=now)


def log_added(staff: Reader, source_ids: Iterable[int], *, now: datetime) -> None:
    """An entry for each source that was added."""
    for source in queries.all_sources().filter(pk__in=list(source_ids)).order_by("pk"):
        log(staff, Action.Kind.ADD_SOURCE, source, now=now)
