"""What a scripted model is asked to write, and what it answers."""

from datetime import UTC, datetime
from decimal import Decimal

from newsclip import wiring
from newsclip.adapters.llm.writer import Budget
from newsclip.evidence.document import Document, SourceArticle
from newsclip.evidence.serialization import clip_id
from newsclip.stories.models import Story
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import BRIDGE
from tests.chat_server import completion, passages_of

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
FREE = Budget(0, Decimal(0), (Decimal(0), Decimal(0)))


def assigned(*articles: SourceArticle, at: datetime = NOON) -> Assigned:
    story = str(Story.objects.create(started_at=NOON, last_at=NOON).pk)
    return Assigned(clip_id(story), story, "", 1, articles or (BRIDGE,), at=at)


def said(passage, text: str = "") -> dict:
    return {"text": text or passage["text"], "passages": [passage["number"]]}


def honest(request) -> bytes:
    """Repeats its passages, as it was told; knows nothing better when it is asked again."""
    passages = passages_of(request)
    return completion(draft_of(passages) if passages else {"sentences": []})


def draft_of(passages, **changed) -> dict:
    plain = [p for p in passages if not any(mark in p["text"] for mark in '“"')]
    quoted = [p for p in passages if any(mark in p["text"] for mark in '“"')]
    quotations = [{"passage": p["number"], "first": 1, "last": 4} for p in quoted[:2]]
    draft = {
        "headline": said(plain[0]),
        "summary": [said(p) for p in plain[:2]],
        "sections": [{"heading": None, "sentences": [said(p) for p in plain[2:6]], "quotations": quotations}],
        "facts": [said(p) for p in plain[6:8]],
    }
    return draft | changed


def extractive(task: Assigned) -> Document:
    return wiring.extractive_writer()(task)
