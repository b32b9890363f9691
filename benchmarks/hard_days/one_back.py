"""Reverts the last migrations of the articles' tables to an earlier version's schema."""

from django.core.management import call_command

from newsclip.server.setup import ready

ready()
from django.db.migrations.loader import MigrationLoader  # noqa: E402 the settings have to be loaded first

names = sorted(name for app, name in MigrationLoader(None).disk_migrations if app == "clips")
call_command("migrate", "clips", names[-2], verbosity=0)
