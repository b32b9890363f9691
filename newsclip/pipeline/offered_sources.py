"""The catalogue of public sources that the operator chose (NEWSCLIP_CATALOGUE)."""

from datetime import datetime
from pathlib import Path

from newsclip.kernel.reasons import Refused
from newsclip.options import OPTIONS
from newsclip.pipeline.ports import Outcome
from newsclip.sources import actions, queries
from newsclip.sources.ports import Catalogue, CatalogueEntry


def offered(file: Path | None = None) -> Catalogue:
    """What this file offers, else the operator's; nothing if there is none. Raises Refused("not_a_catalogue")."""
    file = file or OPTIONS.catalogue
    if file is None:
        return Catalogue()
    try:
        if file.stat().st_size > queries.LARGEST_CATALOGUE:
            raise Refused("not_a_catalogue", "it is larger than 2 MiB")
        return queries.read_catalogue(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise Refused("not_a_catalogue", str(error)[:200]) from error


def follow(entries: list[CatalogueEntry], *, now: datetime) -> list[Outcome]:
    """Follow these entries; what is followed already stays as it is."""
    return [Outcome("sources", one.url, one.code, one.detail) for one in actions.follow_listed(entries, now=now)]
