import sys
from typing import Any

from django.apps import AppConfig
from django.contrib.admin import apps as admin
from django.core.signals import got_request_exception


class Web(AppConfig):
    name = "newsclip.web"
    default = True  # of the two here

    def ready(self) -> None:
        from newsclip.db import sqlite_json  # noqa: PLC0415 once the stages are loaded
        from newsclip.web.accounts import auth_log, recovery_codes  # noqa: F401, PLC0415 the same

        sqlite_json.remember()
        got_request_exception.connect(notice_damage)


class StaffTables(admin.SimpleAdminConfig):
    """What stands in the tables is found by newsclip/urls.py: a command that shows no page does not load it."""

    default = False
    default_site = "newsclip.web.moderation.admin_site.Tables"


def notice_damage(**_: Any) -> None:
    """A page that could not be made since the database is spoilt is told to `/readyz`."""
    from newsclip.db import availability  # noqa: PLC0415 the stages have to be loaded first

    availability.HERE.is_damage(sys.exception())
