"""What waited when the tables were changed is found by the marks that they have since."""

from importlib import import_module

import pytest
from django.db import connection

from newsclip.accounts.models import Reader
from newsclip.community import actions
from newsclip.community.models import Notice, Subscription
from newsclip.community.ports import News
from newsclip.push.tests.told import LATER, NOW

pytestmark = pytest.mark.django_db
STEP = import_module("newsclip.community.migrations.0009_find_work_of_people_by_index")


def test_notices_to_mail_and_subscriptions_to_look_for_are_marked(mara):
    nils = Reader.objects.create(username="nils", date_joined=mara.date_joined, notices_by_mail=True)
    for reader, events in ((mara, ["notice"]), (nils, ["correction", "notice"])):
        actions.add_webhook(reader, "https://programs.example/", events, now=NOW)
        actions.notice(reader, News("fact", "told", "fact 1"), now=LATER)
    actions.notice(nils, News("fact", "read", "fact 0"), now=NOW)
    Notice.objects.filter(words="read").update(read_at=LATER)
    actions.follow_hub("https://hub.example/", now=NOW)
    Notice.objects.update(to_mail=False)
    Subscription.objects.update(of_clips=False, woken_at=None)
    with connection.cursor() as cursor:
        for statement in (STEP.TO_MAIL, STEP.OF_CLIPS, STEP.WOKEN):
            cursor.execute(statement)
    assert list(Notice.objects.filter(to_mail=True).values_list("reader", "words")) == [(nils.pk, "told")]
    marks = Subscription.objects.order_by("pk").values_list("reader", "of_clips", "woken_at")
    assert list(marks) == [(mara.pk, False, NOW), (nils.pk, True, NOW), (None, False, None)]
