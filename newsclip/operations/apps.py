import sys
from typing import Any

from django.apps import AppConfig, apps
from django.contrib.admin import apps as admin
from django.core.signals import got_request_exception
from django.db.models.signals import post_migrate


class Operations(AppConfig):
    name = "newsclip.operations"
    default = True  # of the two here

    def ready(self) -> None:
        from newsclip.operations import signing_in  # noqa: F401, PLC0415 it listens once the stages are loaded
        from newsclip.web import recovery_codes  # noqa: F401, PLC0415 the same

        got_request_exception.connect(notice_damage)
        post_migrate.connect(make_index_tables, sender=apps.get_app_config("clips"))


class StaffTables(admin.SimpleAdminConfig):
    """What stands in the tables is found by newsclip/urls.py: a command that shows no page does not load it."""

    default = False
    default_site = "newsclip.operations.tables.Tables"


def notice_damage(**_: Any) -> None:
    """A page that could not be made since the database is spoilt is told to `/readyz`."""
    from newsclip.operations import outage  # noqa: PLC0415 the stages have to be loaded first

    outage.HERE.is_damage(sys.exception())


def make_index_tables(**_: Any) -> None:
    """Search and grouping keep what they know in tables of their engine's own kind, beside those of migrations."""
    from newsclip.clips.models import Clip  # noqa: PLC0415 the stages have to be loaded first
    from newsclip.wiring import search_index, story_index, vector_index  # noqa: PLC0415 the same

    anew = [search_index().create(), vector_index().create()]
    if any(anew):
        Clip.objects.exclude(indexed_version=0).update(indexed_version=0)  # all are told to it again
    story_index().create()
