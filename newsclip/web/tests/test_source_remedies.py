"""What staff read of when a source is looked at again, and may do where none could be found."""

from datetime import timedelta

import pytest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.community.models import Action
from newsclip.sources.models import Source
from newsclip.web.sources.adding import remedy
from newsclip.web.tests.test_sources import HOME, a_home_page, a_source, the_worker_looks, words_of


@pytest.mark.parametrize("code", ["connection_failed", "gone", "name_unknown", "server_error", "timeout"])
def test_no_remedy_of_what_was_only_tried_speaks_of_a_source(code):
    assert "tried again" not in remedy(code)
    assert "Remove the source" not in remedy(code)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("ahead", "said"), [(-5, "soon"), (40, "in 40 min"), (200, "in 3 h"), (60 * 24 * 9, "fetched again <time")]
)
def test_when_a_source_is_fetched_again_is_said_as_people_say_it(client, ahead, said):
    client.force_login(Reader.objects.create(username="sten", is_staff=True))
    a_source(due_at=timezone.now() + timedelta(minutes=ahead))
    assert said in words_of(client.get("/staff/sources"))


@pytest.mark.django_db
def test_a_source_that_was_never_looked_at_is_not_fetched_again(client):
    client.force_login(Reader.objects.create(username="sten", is_staff=True))
    source = a_source(due_at=timezone.now(), outcome="")
    assert "Not looked at yet. It is fetched <time" in words_of(client.get(f"/staff/sources/{source.pk}"))


@pytest.mark.django_db
def test_what_staff_do_with_a_source_stands_in_the_public_log(client):
    client.force_login(Reader.objects.create(username="sten", is_staff=True))
    source = a_source()
    for given in ("pause", "pause", "resume"):
        client.post(f"/staff/sources/{source.pk}/change", {given: "1"})
    client.post(f"/staff/sources/{source.pk}/remove")
    log = words_of(client.get("/moderation"))
    for deed in ("paused a source of", "resumed a source of", "removed a source of"):
        assert deed in log
    assert {one.reason for one in Action.objects.all()} == {source.url}
    assert {one.label for one in Action.objects.all()} == {source.publisher.name}
    assert source.publisher.name in log
    assert Action.objects.count() == 3


@pytest.mark.django_db
def test_staff_have_a_source_looked_at_at_once_and_no_paused_one(client):
    client.force_login(Reader.objects.create(username="sten", is_staff=True))
    source = a_source(due_at=timezone.now() + timedelta(hours=3))
    assert ">Look now</button>" in words_of(client.get(f"/staff/sources/{source.pk}"))
    client.post(f"/staff/sources/{source.pk}/change", {"look": "1"})
    source.refresh_from_db()
    assert source.due_at <= timezone.now()
    client.post(f"/staff/sources/{source.pk}/change", {"pause": "1"})
    assert ">Look now</button>" not in words_of(client.get(f"/staff/sources/{source.pk}"))


@pytest.mark.django_db
def test_the_staff_page_lists_no_source_that_was_removed(client):
    client.force_login(Reader.objects.create(username="sten", is_staff=True))
    source = a_source(due_at=timezone.now())
    assert source.title in words_of(client.get("/staff/"))
    Source.objects.update(state=Source.State.REMOVED)
    assert source.title not in words_of(client.get("/staff/"))


@pytest.mark.django_db
def test_where_all_that_was_found_is_read_there_is_nothing_to_choose(client):
    client.force_login(Reader.objects.create(username="sten", is_staff=True))
    for path in "ab":
        a_source(path)
    there = client.post("/staff/sources/add", {"url": HOME})["Location"]
    the_worker_looks(a_home_page())
    said = words_of(client.get(there))
    assert "We read this source already." in said
    assert "Choose what to add" not in said
