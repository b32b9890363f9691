"""A clip's coverage for programs."""

from dataclasses import asdict
from typing import Any

from newsclip.evidence.coverage import Coverage
from newsclip.evidence.document import Claim, Disagreement, Document
from newsclip.evidence.event_coverage import CommonEvent
from newsclip.evidence.fact_finder import CoveredFact, Telling


def coverage_json(told: Coverage, document: Document) -> dict[str, Any]:
    """The facts, who tells each and in which passage, and the values about which they disagree.

    Tellers are named by their number, from 0. As docs/reference/api.md describes it.
    """
    return {
        "tellers": [
            {
                "publisher": one.publisher,
                "domain": one.domain,
                "articles": list(one.articles),
                "copies": list(one.copies),
            }
            for one in told.tellers
        ],
        "event": _event(told.event) if told.event else None,
        "facts": [_fact(fact) for fact in told.facts],
        "beyond": [_fact(fact) for fact in told.beyond],
        "disagreements": [_disagreement(one, told) for one in document.disagreements],
        "unread_reports": told.more,
        "other_languages": dict(told.elsewhere),
    }


def _event(event: CommonEvent) -> dict[str, Any]:
    return {
        "said": event.text,
        "teller": event.teller,
        "told_by": list(event.told_by),
        "passages": [
            _telling(Telling(one.teller, one.passage, one.text, one.how, one.difference)) for one in event.tellings
        ],
    }


def _fact(fact: CoveredFact) -> dict[str, Any]:
    return {
        "said": [one.text for one in fact.said],
        "told_by": list(fact.told_by),
        "alone": fact.alone,
        "unclear": list(fact.unclear),
        "passages": [_telling(one) for one in fact.tellings],
    }


def _telling(one: Telling) -> dict[str, Any]:
    return {
        "teller": one.teller,
        "how": one.how,
        "text": one.text,
        "count": one.difference.told if one.difference and one.difference.kind == "people" else "",
        "difference": asdict(one.difference) if one.difference else None,
        "evidence": [asdict(one.passage)],
    }


def _disagreement(entry: Disagreement, told: Coverage) -> dict[str, Any]:
    return {"about": entry.about, "values": [{"value": c.value, "tellers": _tellers(c, told)} for c in entry.claims]}


def _tellers(claim: Claim, told: Coverage) -> list[int]:
    found = {told.teller_of(passage.article) for passage in claim.evidence}
    return sorted(number for number in found if number is not None)
