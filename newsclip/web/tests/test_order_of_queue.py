"""What is reported stands in the queue in one order, which the page tells."""

from datetime import timedelta

import pytest

from newsclip.accounts.models import Reader
from newsclip.community.models import Flag
from newsclip.web.tests.test_queue import queue
from newsclip.web.tests.test_queue_flags import flagged

pytestmark = pytest.mark.django_db
ORDER = "The one that waits longest comes first."


def test_what_waits_longest_comes_first_however_much_the_reports_weigh(client, orla, now):
    said = flagged(3)
    for number, weight in ((0, 0.1), (1, 1.0), (2, 0.5)):
        known = {"kind": "comment", "key": str(said[number].pk)}
        Flag.objects.filter(**known).update(at=now - timedelta(hours=3 - number), weight=weight)
    page = queue(client)
    assert page.index(ORDER) < page.index("Words 0") < page.index("Words 1") < page.index("Words 2")
    nils = Reader.objects.create(username="nils")
    Flag.objects.create(reader=nils, kind="comment", key=str(said[2].pk), reason="spam", at=now, weight=1.0)
    client.post("/moderation/queue", {"item": f"comment:{said[1].pk}", "action": "dismiss", "reason": "It is fair."})
    page = queue(client)
    assert page.index("Words 0") < page.index("Words 2")


def test_where_one_thing_waits_no_order_is_told(client, orla):
    flagged(1)
    assert ORDER not in queue(client)
