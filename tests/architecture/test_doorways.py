"""Enter another stage through its doorway only."""

from collections.abc import Iterator

import grimp
from django.conf import settings

DOORS = {"actions", "queries", "models", "ports"}
# Libraries in their own right: useful without the framework, so filters may call their rules.
LIBRARIES = {"articles", "stories", "clips", "ranking"}
FILTERS = "newsclip.cli.filters."


def test_stages_are_entered_through_their_doorway():
    graph = grimp.build_graph("newsclip", cache_dir=None)
    assert sorted(trespasses(graph)) == []


def trespasses(graph: grimp.ImportGraph) -> Iterator[str]:
    for importer in graph.modules:
        if ".tests" in importer:
            continue
        for imported in graph.find_modules_directly_imported_by(importer):
            if _is_trespass(importer, imported):
                yield f"{importer} -> {imported}"


def _is_trespass(importer: str, imported: str) -> bool:
    stage = _package(imported)
    if stage not in settings.STAGES or stage == _package(importer):
        return False
    door = imported.split(".")[2:3]
    if door == ["rules"] and stage in LIBRARIES and _may_use_rules(importer):
        return False
    return not DOORS & set(door)


def _may_use_rules(importer: str) -> bool:
    return importer.startswith((FILTERS, "newsclip.adapters.", "newsclip.cli.grouping_tuning"))


def _package(module: str) -> str:
    return ".".join(module.split(".")[1:2])


def test_a_side_entrance_is_noticed():
    graph = grimp.ImportGraph()
    graph.add_import(importer="newsclip.web.pages", imported="newsclip.stories.rules.scoring")
    graph.add_import(importer="newsclip.web.pages", imported="newsclip.clips.queries")
    assert list(trespasses(graph)) == ["newsclip.web.pages -> newsclip.stories.rules.scoring"]
