"""What a person takes along."""

import json
import os
import tracemalloc

import pytest

from newsclip.clips.models import Clip
from newsclip.community.models import Notice
from newsclip.community.queries import personal_data
from newsclip.pipeline import data_export
from newsclip.web.tests.somebody import MARK, of_readers

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


# Tables of an account under the name that the export gives them; what is missing here must be given by its own name.
NAMED = {
    "reader.invited_by": "invited", "invitation.reader": "invitations", "token.reader": "tokens",
    "emailaddress.user": "addresses", "authenticator.user": "second_factors", "socialaccount.user": "sign_ins",
    "usersession.user": "sessions",
    "logentry.user": "staff_changes", "action.moderator": "action", "appeal.answered_by": "answered",
    "invitation.used_by": "invited_by",
}  # fmt: skip


def test_the_export_holds_every_table_that_knows_the_person(client, somebody):
    client.force_login(somebody)
    given = json.loads(client.get("/settings/export").getvalue())
    found = given | given["account"]
    empty = [
        f"{model.__name__}.{field}"
        for model, field in of_readers()
        if not found.get(NAMED.get(f"{model._meta.model_name}.{field}", model._meta.model_name))
        if model.__name__ not in {"LogEntry"} and f"{model.__name__}.{field}" != "Appeal.answered_by"
    ]
    assert empty == []


def test_the_export_tells_no_secret(client, somebody):
    client.force_login(somebody)
    given = client.get("/settings/export").getvalue().decode()
    assert "digest" not in given
    assert "secret" not in given
    assert "password" not in given


# Columns that the export leaves out, and why.
LEFT_OUT = {
    "reader": "the person themselves", "id": "where no other row names it",
    "weight": "what the site makes of it",
    "Vote": {"weighed_at"},  # the same
    "Comment": {"digest", "depth", "said_on"},  # made of the others
    "Notice": {"key", "given", "to_mail"},  # what was told already, and what is to be mailed
    # How a moderator takes it back, since when one is to decide, who did, and whether others may suggest it.
    "SourceSuggestion": {"discovery", "decided_by"},
    "Suggestion": {"undo", "referred_at", "decided_by", "by_moderator", "may_return"},
    "Subscription": {"secret", "keys", "of_clips", "seen_at", "woken_at"},  # secrets, and what is to be sent
    "Appeal": {"answered_by"},  # another person
}  # fmt: skip


def test_the_export_holds_every_column_of_what_somebody_wrote_and_did():
    missing = {
        f"{model.__name__}.{field.name}"
        for model, given in personal_data.FIELDS.items()
        for field in model._meta.concrete_fields
        if field.name not in {*given, *LEFT_OUT, *LEFT_OUT.get(model.__name__, ())}
    }
    assert missing == set()


def test_the_export_is_the_same_json_whether_it_is_short_or_long(somebody, nils, now):
    story = Clip.objects.get().story_id
    Notice.objects.bulk_create(
        Notice(reader=somebody, key=f"{n}", words=f"“New”\n{n}", at=now, story_id=story) for n in range(1001)
    )
    for reader in (somebody, nils):
        text = "".join(data_export.everything_of(reader))
        read = json.loads(text)
        assert text == json.dumps(read, ensure_ascii=False, indent=1)
    whole = json.loads("".join(data_export.everything_of(somebody)))
    assert [row["words"] for row in whole["notice"]][-1001:] == [f"“New”\n{n}" for n in range(1001)]
    assert [row["text"] for row in whole["comment"]] == [f"I was aboard. {MARK}", f"Cold. {MARK}"]


def test_a_long_export_is_held_in_a_file(somebody, now, tmp_path):
    """However much somebody did: what is held at once is a part of it."""
    Notice.objects.bulk_create(Notice(reader=somebody, key=f"{n}", words="x" * 400, at=now) for n in range(5000))
    tracemalloc.start()
    with data_export.file_of(somebody, tmp_path) as file:
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        size = file.seek(0, os.SEEK_END)
    assert size > 2_500_000
    assert most < size
