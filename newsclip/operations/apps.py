from typing import Any

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class Operations(AppConfig):
    name = "newsclip.operations"

    def ready(self) -> None:
        post_migrate.connect(make_search_tables, sender=apps.get_app_config("clips"))


def make_search_tables(**_: Any) -> None:
    """Search keeps words in tables of its engine's own kind, beside those that migrations make."""
    from newsclip.wiring import search_index  # noqa: PLC0415 the stages have to be loaded first

    search_index().create()
