"""The LLM writer: asks the model within a budget until the clip is told, stores every answer, counts the outcome."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from random import Random
from typing import Any

from newsclip.adapters.llm.chat import ChatServer
from newsclip.adapters.llm.judge import JudgeAtWork, judge_settings, licence_now
from newsclip.clips import actions, queries
from newsclip.evidence.document import Document, WriterMark
from newsclip.kernel import canonical
from newsclip.kernel.reasons import Refused
from newsclip.writing.judging.licence import JudgeModel
from newsclip.writing.judging.question import NAME
from newsclip.writing.llm import DEFAULT_BASIS, VERSION
from newsclip.writing.llm.conversation import MOST_QUESTIONS
from newsclip.writing.ports import Answered, Assigned, Drafting, Figures, LanguageModel, Question, Writer

_MILLION = 1_000_000
_JUDGED = "judged"


@dataclass(frozen=True, slots=True)
class Budget:
    """What a day (UTC) may cost: tokens in and out together, and money; 0 means no limit.

    `prices`: per million tokens in, and per million out, in any one currency.
    """

    tokens: int
    cost: Decimal
    prices: tuple[Decimal, Decimal]

    def check(self, at: datetime, used: Figures) -> None:
        """Raises Refused("over_budget") if the day's budget is spent. `used`: for the clip that is being written."""
        tokens, cost = queries.spent(since=at.replace(hour=0, minute=0, second=0, microsecond=0))
        tokens, cost = tokens + used.tokens_in + used.tokens_out, cost + self.cost_of(used)
        if (self.tokens and tokens >= self.tokens) or (self.cost and cost >= self.cost):
            raise Refused("over_budget", f"{tokens} tokens, {cost:f} spent today.")

    def cost_of(self, used: Figures) -> Decimal:
        return (self.prices[0] * used.tokens_in + self.prices[1] * used.tokens_out) / _MILLION


@dataclass(frozen=True, slots=True)
class JudgeServer:
    """Who judges what has no proof, the server that it is asked at, and `chance`, by which canaries come."""

    judge: JudgeModel
    server: ChatServer
    chance: Random


class LlmWriter:
    """A Writer (writing.ports). If the model gives no acceptable clip, the other writer's is published.

    `drafting` checks the model's answer, which is untrusted text like a page, and is read in the same process as pages.
    `basis`: what is enough for a sentence, or the judge that may say so. It is asked only while it has a licence;
    without one the basis is the default.
    """

    def __init__(
        self,
        server: ChatServer,
        otherwise: Writer,
        *,
        size: int,
        budget: Budget,
        drafting: Drafting,
        basis: str | JudgeServer = DEFAULT_BASIS,
    ) -> None:
        self._judge = None if isinstance(basis, str) else basis
        self.mark = writer_mark(server.model, size, otherwise.mark, basis if isinstance(basis, str) else DEFAULT_BASIS)
        self._server = server
        self._otherwise = otherwise
        self._budget = budget
        self._drafting = drafting

    def __call__(self, assigned: Assigned) -> Document:
        base = self._otherwise(assigned)
        if assigned.at is None:
            raise ValueError("what costs something must know the day")
        figures = Figures()
        mark, model = self._asked(figures, assigned.at)
        outcome = ("written", "")
        try:
            document = self._written(assigned, base, mark, model, figures)
        except Refused as refused:
            document, outcome = base, (refused.code, refused.detail)
        cost = self._budget.cost_of(figures)
        story = int(assigned.story)
        actions.keep_attempt(story, self._server.model, figures, outcome=outcome, cost=cost, at=assigned.at)
        return document

    def _asked(self, figures: Figures, at: datetime) -> tuple[WriterMark, LanguageModel]:
        """The mark of a clip that is written now, and who answers its questions."""
        model = _RecordingModel(self._server, self._budget, figures, at)
        licence = licence_now(self._judge.judge, at) if self._judge else None
        if self._judge is None or licence is None:
            return self.mark, model
        kept = _RecordingModel(
            self._judge.server, self._budget, figures, at, licence.at.isoformat(), form=licence.judge.form
        )
        judge = JudgeAtWork(licence.judge, kept, replace(kept, keeps=False), self._judge.chance, at)
        return judged_mark(self.mark, judge_settings(licence)), _WithJudge(model, judge)

    def _written(
        self, assigned: Assigned, base: Document, mark: WriterMark, model: LanguageModel, figures: Figures
    ) -> Document:
        """Raises Refused if the base clip is to be published. `figures` is filled in as far as the work got."""
        answers: list[Answered | None] = []
        lost: Refused | None = None
        for _ in range(MOST_QUESTIONS + 1):
            drafted = self._drafting(assigned, base, mark, answers)
            _count(drafted.figures, figures)
            if drafted.document:
                return drafted.document
            if drafted.question is None:
                refused = Refused(*(drafted.refused or ("bad_draft",)))
                raise lost if lost and refused.code == "answer_lost" else refused
            try:
                answers.append(model(drafted.question))
            except Refused as refused:
                if refused.code == "judge_failed":
                    raise  # what it said of this clip before is worth nothing
                answers.append(None)
                lost = refused
        raise Refused("bad_draft")


def replayed(document: Document, extractive: Writer, drafting: Drafting) -> "ReplayWriter":
    """The writer that reproduces a model's clip without the network. Raises Refused("other_version")."""
    mark = document.writer
    settings = mark.settings
    judge, basis = settings.get("judge"), settings.get("basis", DEFAULT_BASIS)
    known = writer_mark(
        settings.get("model", ""), settings.get("passages", 0), extractive.mark, DEFAULT_BASIS if judge else basis
    )
    if mark != (judged_mark(known, judge) if judge else known):
        raise Refused("other_version", f"{mark.name} {mark.version}")
    return ReplayWriter(mark, document.receipt.answers, extractive, drafting)


@dataclass
class ReplayWriter:
    """Rewrites a model's clip from its stored answers, without the network. Raises Refused("answer_lost")."""

    mark: WriterMark
    answers: Sequence[str]
    otherwise: Writer
    drafting: Drafting

    def __call__(self, assigned: Assigned) -> Document:
        base = self.otherwise(assigned)
        answers = [queries.answer(digest) for digest in self.answers]
        if any(digest and answer is None for digest, answer in zip(self.answers, answers, strict=True)):
            raise Refused("answer_lost")
        drafted = self.drafting(assigned, base, self.mark, answers)
        if drafted.document is None:
            raise Refused(*(drafted.refused or ("answer_lost",)))
        return drafted.document


def writer_mark(model: str, size: int, otherwise: WriterMark, basis: str = DEFAULT_BASIS) -> WriterMark:
    """Both versions count: hashtags, category and timeline come from the other writer.

    So does what it parses with: proofs are found by it. The default basis is omitted.
    """
    settings = {"model": model, "passages": size} | ({"basis": basis} if basis != DEFAULT_BASIS else {})
    settings |= {"syntax": otherwise.settings["syntax"]} if "syntax" in otherwise.settings else {}
    return WriterMark("llm", f"{VERSION}+{otherwise.version}", settings)


def judged_mark(mark: WriterMark, judge: Mapping[str, Any]) -> WriterMark:
    """The mark of a writer that has this judge (adapters.llm.judge.judge_settings)."""
    return replace(mark, settings={**mark.settings, "basis": _JUDGED, "judge": dict(judge)})


@dataclass(frozen=True, slots=True)
class _WithJudge:
    """A LanguageModel that leaves rulings to the judge."""

    model: LanguageModel
    judge: LanguageModel

    def __call__(self, question: Question) -> Answered:
        return self.judge(question) if question.name == NAME else self.model(question)


@dataclass(frozen=True, slots=True)
class _RecordingModel:
    """A LanguageModel with a cache that stores every answer, and stops when the day's budget is spent.

    `examined`: of which exam the judge is, whose answers before it count no more. Not where it `keeps` none. `form`:
    the one in which it is asked, "" for the one that the server takes.
    """

    server: ChatServer
    budget: Budget
    used: Figures
    at: datetime
    examined: str = ""
    keeps: bool = True
    form: str = ""

    def __call__(self, question: Question) -> Answered:
        request = _request(question, f"{self.server.model} {self.examined}".rstrip())
        known = queries.answer_to(request) if self.keeps else None
        if known is None:
            self.budget.check(self.at, self.used)
            reply = self.server(question, self.form)
            self.used.tokens_in += reply.tokens_in
            self.used.tokens_out += reply.tokens_out
            if not self.keeps:
                return Answered(reply.text, reply.cut, "")
            known = actions.keep_answer(request, self.server.model, reply.text, cut=reply.cut, at=self.at)
        return known


def _count(drafted: Figures, figures: Figures) -> None:
    """Tokens are counted here, sentences in `drafted`."""
    for name in ("said", "refused", "repaired", "replaced", "bases", "kinds"):
        setattr(figures, name, getattr(drafted, name))


def _request(question: Question, model: str) -> str:
    messages = [[message.role, message.content] for message in question.messages]
    return canonical.digest([model, question.name, messages, dict(question.schema)])
