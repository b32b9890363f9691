from typing import Any

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class Worker(AppConfig):
    name = "newsclip.worker"
    label = "operations"  # its tables have had that name since they were made

    def ready(self) -> None:
        post_migrate.connect(make_index_tables, sender=apps.get_app_config("clips"))


def make_index_tables(**_: Any) -> None:
    """Search and grouping keep what they know in tables of their engine's own kind, beside those of migrations."""
    from newsclip.clips.models import Clip  # noqa: PLC0415 the stages have to be loaded first
    from newsclip.wiring import search_index, story_index, vector_index  # noqa: PLC0415 the same

    anew = [search_index().create(), vector_index().create()]
    if any(anew):
        Clip.objects.exclude(indexed_version=0).update(indexed_version=0)  # all are told to it again
    story_index().create()
