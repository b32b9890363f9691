"""A publisher whose pages exceed their limits again and again is left alone for the rest of the day."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from newsclip.db.leases import OVERRUN
from newsclip.sources.models import Publisher


@transaction.atomic
def overran(publisher_id: int, *, now: datetime) -> None:
    """Record that one of this publisher's texts exceeded its limits."""
    publisher = Publisher.objects.select_for_update().get(pk=publisher_id)
    publisher.overran(now)
    publisher.save(update_fields=OVERRUN)


def end_cooldown(publisher_ids: Collection[int]) -> None:
    """Lift the cooldown: the operator wants these publishers tried now."""
    Publisher.objects.filter(pk__in=publisher_ids).update(overruns=0, overruns_since=None)
