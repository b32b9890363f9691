"""What a scripted model is asked to write, and what it answers."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from newsclip import wiring
from newsclip.adapters.llm.writer import Budget
from newsclip.evidence.document import Document, SourceArticle
from newsclip.evidence.serialization import clip_id
from newsclip.stories.models import Story
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import BRIDGE
from tests.chat_server import asked_of, completion, material_of

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
FREE = Budget(0, Decimal(0), (Decimal(0), Decimal(0)))
type Request = Mapping[str, Any]
type Answer = Callable[[Request], Any]


def assigned(*articles: SourceArticle, at: datetime = NOON) -> Assigned:
    story = str(Story.objects.create(started_at=NOON, last_at=NOON).pk)
    return Assigned(clip_id(story), story, "", 1, articles or (BRIDGE,), at=at)


def said(passage, text: str = "") -> dict:
    return {"text": text or passage["text"], "passages": [passage["number"]]}


def plan_of(request: Request, **changed) -> dict:
    """The first clusters in the summary, the others in one section without a heading."""
    clusters = material_of(request)["clusters"]
    numbers = [cluster["number"] for cluster in clusters]
    plan = {
        "headline": said(clusters[0]["passages"][0]),
        "summary": numbers[:2],
        "sections": [{"heading": None, "type": "", "clusters": numbers[2:10]}],
    }
    return plan | changed


def section_of(request: Request, **changed) -> dict:
    """Each cluster in the words of its first passage; those that hold a quotation by its number."""
    material = material_of(request)
    firsts = [cluster["passages"][0] for cluster in material["clusters"]]
    told = [said(one) for one in firsts if "“" not in one["text"]]
    quotations = [one["number"] for one in material["quotations"]]
    return {"sentences": told, "facts": [], "quotations": quotations} | changed


def model(plan: Answer = plan_of, section: Answer = section_of, repair: Answer = lambda _: {}):
    """A model that answers each kind of question in its way."""

    def answer(request: Request) -> bytes:
        return completion({"plan": plan, "section": section, "repair": repair}[asked_of(request)](request))

    return answer


honest = model()


def saying(text: str, about: str, repair: Answer = lambda _: {}):
    """A model that says this for the passage with the words `about`, and is honest besides."""

    def section(request: Request) -> dict:
        told = section_of(request)
        for one in told["sentences"]:
            one["text"] = text if about in one["text"] else one["text"]
        return told

    return model(section=section, repair=repair)


def extractive(task: Assigned) -> Document:
    return wiring.extractive_writer()(task)
