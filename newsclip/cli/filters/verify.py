"""newsclip verify: whether a clip is supported by its articles, or a claim by its source."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from newsclip.cli.filters.write import articles_of
from newsclip.evidence.document import Document, Verdict
from newsclip.evidence.serialization import derived_digest, from_json, to_json
from newsclip.evidence.verifier import verify_document
from newsclip.evidence.verifier.claims import verify_claim
from newsclip.kernel.reasons import Reason, Refused, message
from newsclip.wiring import parser


def make() -> Callable[[dict[str, Any]], dict[str, Any]]:
    """The filter: `{articles, clip}` or `{source, claim}` gives `supported`, `score` and a verdict per sentence.

    For a clip also `sealed`: whether its digest matches its content.
    """

    def verify(row: dict[str, Any]) -> dict[str, Any]:
        if "claim" in row:
            if not isinstance(row["claim"], str) or not isinstance(row.get("source"), str):
                raise Refused("bad_row", "source and claim must be texts")
            return _answer([verify_claim(row["source"], row["claim"])])
        clip = row.get("clip")
        if not isinstance(clip, dict):
            raise Refused("bad_row", "clip, or source and claim, is missing")
        document = from_json(clip)
        verdicts = [*verify_document(document, articles_of(row), parser()), _as_written(clip, document)]
        return _answer(verdicts) | {"sealed": clip["digest"] == derived_digest(clip)}

    return verify


def _as_written(clip: dict[str, Any], document: Document) -> Verdict:
    """A verdict on the JSON beyond its sentences: the summary's text, and fields that do not belong to a clip."""
    body = to_json(document)
    odd = [name for name in sorted({*body, *clip}) if body.get(name) != clip.get(name)]
    reason = Reason("json_differs", {"name": odd[0]}) if odd else None
    return Verdict("the JSON document", not odd, 0.0 if odd else 1.0, reason)


def _answer(verdicts: list[Verdict]) -> dict[str, Any]:
    return {
        "supported": all(verdict.supported for verdict in verdicts),
        "score": min(verdict.score for verdict in verdicts),
        "sentences": [_sentence(verdict) for verdict in verdicts],
    }


def _sentence(verdict: Verdict) -> dict[str, Any]:
    why = verdict.reason
    return asdict(verdict) | {"reason": why.as_json() | {"text": message(why)} if why else None}
