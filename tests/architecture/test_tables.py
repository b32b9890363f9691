"""Foreign keys are imports that the import linter cannot see: check them too."""

from types import SimpleNamespace

from django.apps import apps
from django.conf import settings
from django.db.models import Model

ORDER = {name: place for place, name in enumerate(settings.STAGES)}


def test_tables_point_up_the_list():
    assert [wrong for model in _ours() for wrong in pointing_down(model)] == []


def test_no_stage_reaches_back_by_a_reverse_name():
    """related_name="+": a story must not grow a `.votes` behind its back."""
    leaks = [
        f"{relation.model.__name__}.{relation.get_accessor_name()}"
        for model in _ours()
        for relation in model._meta.related_objects
        if not relation.hidden and relation.related_model._meta.app_label != model._meta.app_label
        if relation.related_model._meta.app_label in ORDER
    ]
    assert leaks == []


def test_a_table_that_points_down_is_noticed():
    clip = SimpleNamespace(__name__="Clip", _meta=SimpleNamespace(app_label="clips"))
    field = SimpleNamespace(name="clip", is_relation=True, auto_created=False, related_model=clip)
    source = SimpleNamespace(__name__="Source", _meta=SimpleNamespace(app_label="sources", get_fields=lambda: [field]))
    assert pointing_down(source) == ["Source.clip -> Clip"]


def pointing_down(model: type[Model]) -> list[str]:
    here = ORDER[model._meta.app_label]
    return [
        f"{model.__name__}.{field.name} -> {field.related_model.__name__}"
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created
        if ORDER.get(field.related_model._meta.app_label, -1) > here
    ]


def _ours() -> list[type[Model]]:
    return [model for model in apps.get_models() if model._meta.app_label in ORDER]
