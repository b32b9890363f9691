from typing import Any

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class Worker(AppConfig):
    name = "newsclip.worker"
    label = "operations"  # the label of its first migrations, which its tables are named after

    def ready(self) -> None:
        post_migrate.connect(make_index_tables, sender=apps.get_app_config("clips"))


def make_index_tables(**_: Any) -> None:
    """Create the indexes' own storage for search and grouping, which migrations do not cover."""
    from newsclip.clips.models import Clip  # noqa: PLC0415 the stages have to be loaded first
    from newsclip.wiring import search_index, story_index, vector_index  # noqa: PLC0415 the same

    anew = [search_index().create(), vector_index().create()]
    if any(anew):
        Clip.objects.exclude(indexed_version=0).update(indexed_version=0)  # index everything again
    story_index().create()
