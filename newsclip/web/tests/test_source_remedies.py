"""What staff read of when a source is looked at again, and may do where none could be found."""

from datetime import timedelta

import pytest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.web.sources.adding import remedy
from newsclip.web.tests.test_sources import a_source, words_of


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
