"""What a database says leads to what an operator does."""

import pytest
from django.db import OperationalError

from newsclip.db.errors import explain_error


@pytest.mark.parametrize(
    ("says", "remedy"),
    [
        ("file is not a database", "newsclip restore"),
        ("unable to open database file", "account that runs"),
        ('password authentication failed for user "x"', "NEWSCLIP_DATABASE_URL"),
        ('database "news" does not exist', "createdb"),
        ('role "news" does not exist', "NEWSCLIP_DATABASE_URL"),
        ("sorry, too many clients already", "PgBouncer"),
        ("FATAL: no such database: news", "pgbouncer.ini"),
        ("database is locked", "Another program"),
        ("disk I/O error", "Make room"),
        ("connection refused", "Start the database"),
    ],
)
def test_each_fault_has_its_remedy(says, remedy):
    assert remedy in explain_error(OperationalError(says))[1]


@pytest.mark.parametrize(
    "says",
    [
        'relation "clips_clip" does not exist LINE 1: SELECT password FROM clips_clip',
        'table "clips_clip" does not exist',
        'column "slug" of relation "clips_clip" does not exist',
        "column clips_clip.slug does not exist",
        'constraint "one_role" of relation "accounts_role" does not exist',
        'index "clips_by_role" does not exist',
        "no such table: accounts_role",
        "no such column: clips_clip.slug",
    ],
)
def test_where_a_part_of_the_tables_is_gone_a_new_database_is_no_remedy(says):
    remedy = explain_error(OperationalError(says))[1]
    assert ("newsclip restore FILE" in remedy, "createdb" in remedy) == (True, False)
