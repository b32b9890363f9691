"""The plan of a clip: asked for, and asked for again where it does not begin with the news."""

from newsclip.evidence.document import Document, Refusal
from newsclip.kernel.reasons import Refused, message
from newsclip.writing.llm import prompt
from newsclip.writing.llm.answers import Plan, read_plan
from newsclip.writing.llm.conversation import Conversation
from newsclip.writing.llm.plan import BURIES_NEWS, Wanted, checked, merged
from newsclip.writing.llm.story import Cluster, Story

_REPAIRS = 2  # of a plan, as of a sentence


def ask_for_plan(
    story: Story, base: Document, conversation: Conversation, basis: str, size: int
) -> tuple[Plan, tuple[Refusal, ...]]:
    """The plan of the whole story, and what was wrong with what the model planned, told or put right.

    `base`: the extractive clip, which begins with the news. `size`: characters of passages of one question.
    """
    news = story.citing((*base.headline.evidence, *(passage for said in base.summary[:1] for passage in said.evidence)))
    disputes = [story.citing(p for claim in told.claims for p in claim.evidence) for told in base.disagreements]
    wanted = Wanted(frozenset(story.clusters), news, tuple(disputes), story.articles)
    plan = _whole(story, conversation, basis, size)
    told, faults = checked(plan, wanted)
    found = {fault.code: fault for fault in faults}
    for _ in range(_REPAIRS):
        buried = next((fault for fault in faults if fault.code == BURIES_NEWS), None)
        if told is None or buried is None:
            break
        rows = sorted(next(story.portions((*news, *(n for n in story.clusters if n not in news)), size)), key=_number)
        answer = conversation.ask(prompt.ask_for_plan_again(story, rows, basis, plan, message(buried), news))
        if answer is None:
            break
        plan = merged(plan, read_plan(answer.text)) or plan
        told, faults = checked(plan, wanted)
        found |= {fault.code: fault for fault in faults}
    if told is None:
        raise Refused("bad_draft")
    return told, tuple(Refusal("The plan of the language model.", fault) for fault in found.values())


def _number(cluster: Cluster) -> int:
    return cluster.number


def _whole(story: Story, conversation: Conversation, basis: str, size: int) -> Plan:
    """What the model plans, asked for in as many questions as the story takes."""
    plan: Plan | None = None
    for clusters in story.portions(story.clusters, size):
        answer = conversation.ask(prompt.ask_for_plan(story, clusters, basis, plan))
        if answer is None and plan is None:
            raise conversation.lost or Refused("answer_lost")
        found = read_plan(answer.text) if answer else None
        if answer and found is None and plan is None:
            raise Refused("answer_cut" if answer.cut else "bad_draft")
        plan = merged(plan, found)
    if plan is None:
        raise Refused("bad_draft")
    return plan
