"""A publisher whose pages take more than one text may, again and again, rests until a day is over."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from newsclip.db.leases import OVERRUN
from newsclip.sources.models import Publisher


@transaction.atomic
def overran(publisher_id: int, *, now: datetime) -> None:
    """Something of this publisher took more than one text may."""
    publisher = Publisher.objects.select_for_update().get(pk=publisher_id)
    publisher.overran(now)
    publisher.save(update_fields=OVERRUN)


def end_rest(publisher_ids: Collection[int]) -> None:
    """The operator wants their pages to be tried now."""
    Publisher.objects.filter(pk__in=publisher_ids).update(overruns=0, overruns_since=None)
