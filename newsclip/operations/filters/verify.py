"""newsclip verify: whether a clip rests on its articles, or a claim on its source."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from newsclip.clips.ports import Verdict
from newsclip.clips.rules.document import from_json
from newsclip.clips.rules.verifier import verify_claim, verify_document
from newsclip.kernel.canonical import digest
from newsclip.kernel.reasons import Refused
from newsclip.operations.filters.write import articles_of


def make() -> Callable[[dict[str, Any]], dict[str, Any]]:
    """The filter: `{articles, clip}` or `{source, claim}` gives `supported`, `score` and a verdict a sentence.

    For a clip also `sealed`: whether its digest is that of everything it says.
    """

    def verify(row: dict[str, Any]) -> dict[str, Any]:
        if "claim" in row:
            if not isinstance(row["claim"], str) or not isinstance(row.get("source"), str):
                raise Refused("bad_row", "source and claim must be texts")
            return _answer([verify_claim(row["source"], row["claim"])])
        clip = row.get("clip")
        if not isinstance(clip, dict):
            raise Refused("bad_row", "clip, or source and claim, is missing")
        verdicts = verify_document(from_json(clip), articles_of(row))
        return _answer(verdicts) | {"sealed": clip["digest"] == _derived(clip)}

    return verify


def _derived(clip: dict[str, Any]) -> str:
    """The digest of all that the document says, derived anew; "" where it could not have one."""
    try:
        return digest({name: value for name, value in clip.items() if name != "digest"})
    except TypeError:
        return ""


def _answer(verdicts: list[Verdict]) -> dict[str, Any]:
    return {
        "supported": all(verdict.supported for verdict in verdicts),
        "score": min(verdict.score for verdict in verdicts),
        "sentences": [asdict(verdict) for verdict in verdicts],
    }
