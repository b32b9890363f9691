"""The doctor names tables that are behind or ahead of the program."""

import pytest
from django.db import connection

from newsclip.health import database
from newsclip.health.doctor import examine
from newsclip.health.tests.test_doctor import wrong
from newsclip.worker.models import RequiredMigration

# The fast tests make their tables without migrations.
pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def test_tables_that_are_behind_and_tables_that_are_ahead():
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE name = '0007_explorations'")
    assert "newsclip migrate" in wrong([database.migrations()])["tables"]
    assert "tables" in wrong(examine())


def test_tables_of_a_newer_version_that_does_not_say_that_this_one_may_run():
    RequiredMigration.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('clips', '9999_new', '2026-11-24')")
    assert "clips 9999_new" in wrong([database.migrations()])["tables"]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="of PostgreSQL")
def test_a_replication_slot_that_nobody_reads_is_named_before_it_fills_the_disk(transactional_db):
    name = f"forgotten_{connection.settings_dict['NAME']}"
    assert [finding for finding in database.forgotten_slots(0) if name in finding.says] == []
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_create_physical_replication_slot(%s, true)", [name])
        try:
            (found,) = (finding for finding in database.forgotten_slots(0) if name in finding.says)
        finally:
            cursor.execute("SELECT pg_drop_replication_slot(%s)", [name])
    assert (found.ok, name in found.remedy) == (False, True)
