"""Pairs of articles for a person to label, stored in a file beside the data, and the threshold they suggest."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from newsclip.articles import queries as articles
from newsclip.options import OPTIONS
from newsclip.stories.models import Membership
from newsclip.stories.rules import scoring, tuning

_LOOKED_AT = 2_000


def to_label(most: int) -> list[dict[str, Any]]:
    """Articles with the nearest one at their placement; newest first, spread over scores around the threshold."""
    known = {pair["article"] for pair in _kept()}
    recent = Membership.objects.filter(copy_of=None).order_by("-pk")[:_LOOKED_AT]
    found = [one for one in recent if one.receipt.get("nearest") and one.article_id not in known]
    threshold = _threshold()
    found.sort(key=lambda one: abs(float(one.receipt["score"]) - threshold))
    pairs = [_pair(one) for one in found[:most]]
    return [pair for pair in pairs if pair]


def keep(pair: dict[str, Any], *, same: bool) -> None:
    """Append a label to the file."""
    with _file().open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(pair | {"same": same}, ensure_ascii=False) + "\n")


def figures() -> dict[str, Any] | None:
    """Precision and recall of the current and the best threshold on all labels; None if there are too few."""
    labelled = [(float(pair["score"]), bool(pair["same"])) for pair in _kept()]
    best = tuning.suggest(labelled)
    if best is None:
        return None
    return {"pairs": len(labelled), "now": asdict(tuning.at(_threshold(), labelled)), "best": asdict(best)}


def _pair(member: Membership) -> dict[str, Any]:
    ids = [member.article_id, int(member.receipt["nearest"])]
    texts = articles.newest(ids)
    if len(texts) < len(set(ids)):
        return {}
    one, other = (texts[pk] for pk in ids)
    return {
        "article": one.id,
        "score": member.receipt["score"],
        "title": one.title,
        "publisher": one.publisher,
        "nearest": other.id,
        "nearest_title": other.title,
        "nearest_publisher": other.publisher,
    }


def _threshold() -> float:
    given = OPTIONS.grouping_threshold
    return scoring.shipped().threshold if given is None else given


def _kept() -> list[dict[str, Any]]:
    if not _file().exists():
        return []
    return [json.loads(line) for line in _file().read_text(encoding="utf-8").splitlines() if line.strip()]


def _file() -> Path:
    return OPTIONS.home / "same-event.jsonl"
