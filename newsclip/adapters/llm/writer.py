"""The LLM writer: asks the model once or twice a story within a budget, keeps every answer, counts what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from newsclip.adapters.llm.chat import ChatServer
from newsclip.clips import actions, queries
from newsclip.evidence.document import Document, WriterMark
from newsclip.kernel import canonical
from newsclip.kernel.reasons import Refused
from newsclip.writing.llm import CLOSE, VERSION, write
from newsclip.writing.llm.drafting import draft
from newsclip.writing.ports import Answered, Assigned, Drafting, Figures, LanguageModel, Question, Writer

_MILLION = 1_000_000
_MOST_QUESTIONS = 2  # a clip, and what was wrong with it


@dataclass(frozen=True, slots=True)
class Budget:
    """What a day (UTC) may cost: tokens in and out together, and money; 0 of a kind: no bound of that kind.

    `prices`: of a million tokens in, and of a million out, in any one currency.
    """

    tokens: int
    cost: Decimal
    prices: tuple[Decimal, Decimal]

    def check(self, at: datetime) -> None:
        """Raises Refused("over_budget") where the day's is spent."""
        tokens, cost = queries.spent(since=at.replace(hour=0, minute=0, second=0, microsecond=0))
        if (self.tokens and tokens >= self.tokens) or (self.cost and cost >= self.cost):
            raise Refused("over_budget", f"{tokens} tokens, {cost:f} spent today.")

    def cost_of(self, used: Figures) -> Decimal:
        return (self.prices[0] * used.tokens_in + self.prices[1] * used.tokens_out) / _MILLION


class LlmWriter:
    """A Writer (clips.ports). Where the model gives no clip that stands, the other writer's is published.

    `drafting` checks what the model said: text of a stranger, as a page is, and read where pages are.
    """

    def __init__(
        self,
        server: ChatServer,
        otherwise: Writer,
        *,
        size: int,
        budget: Budget,
        closeness: str = "strict",
        drafting: Drafting = draft,
    ) -> None:
        self.mark = mark_of(server.model, size, otherwise.mark, closeness)
        self._server = server
        self._otherwise = otherwise
        self._budget = budget
        self._drafting = drafting

    def __call__(self, assigned: Assigned) -> Document:
        base = self._otherwise(assigned)
        if assigned.at is None:
            raise ValueError("what costs something must know the day")
        figures = Figures()
        model = _Keeping(self._server, self._budget, figures, assigned.at)
        outcome = ("written", "")
        try:
            document = self._written(assigned, base, model, figures)
        except Refused as refused:
            document, outcome = base, (refused.code, refused.detail)
        cost = self._budget.cost_of(figures)
        story = int(assigned.story)
        actions.keep_attempt(story, self._server.model, figures, outcome=outcome, cost=cost, at=assigned.at)
        return document

    def _written(self, assigned: Assigned, base: Document, model: LanguageModel, figures: Figures) -> Document:
        """Raises Refused where the base is to be published. `figures` is filled in as far as the work came."""
        answers: list[Answered | None] = []
        for _ in range(_MOST_QUESTIONS + 1):
            drafted = self._drafting(assigned, base, self.mark, answers)
            _count(drafted.figures, figures)
            if drafted.document:
                return drafted.document
            if drafted.question is None:
                raise Refused(*(drafted.refused or ("bad_draft",)))
            answers.append(_answer(drafted.question, model, again=bool(answers)))
        raise Refused("bad_draft")


class AgainWriter:
    """Writes once more what a model wrote, from its kept answers; no network. Raises Refused("answer_lost")."""

    def __init__(self, mark: WriterMark, answers: Sequence[str], otherwise: Writer) -> None:
        self.mark = mark
        self._answers = answers
        self._otherwise = otherwise

    def __call__(self, assigned: Assigned) -> Document:
        base = self._otherwise(assigned)
        return write(assigned, base, model=_repeating(self._answers), mark=self.mark, figures=Figures())


def mark_of(model: str, size: int, otherwise: WriterMark, closeness: str = "strict") -> WriterMark:
    """Both versions count: hashtags, category and timeline are the other writer's. Strict is not told."""
    settings = {"model": model, "passages": size} | ({"closeness": CLOSE} if closeness == CLOSE else {})
    return WriterMark("llm", f"{VERSION}+{otherwise.version}", settings)


class _Keeping:
    """A LanguageModel that asks nothing twice, keeps every answer, and stops where the day's budget is spent."""

    def __init__(self, server: ChatServer, budget: Budget, used: Figures, at: datetime) -> None:
        self._server = server
        self._budget = budget
        self._used = used
        self._at = at

    def __call__(self, question: Question) -> Answered:
        request = _request(question, self._server.model)
        known = queries.answer_to(request)
        if known is None:
            self._budget.check(self._at)
            reply = self._server(question)
            self._used.tokens_in += reply.tokens_in
            self._used.tokens_out += reply.tokens_out
            known = actions.keep_answer(request, self._server.model, reply.text, cut=reply.cut, at=self._at)
        return known


def _answer(question: Question, model: LanguageModel, *, again: bool) -> Answered | None:
    """None where the model does not mend what it said. Raises Refused where it says nothing at all."""
    try:
        return model(question)
    except Refused:
        if again:
            return None
        raise


def _count(drafted: Figures, figures: Figures) -> None:
    """Tokens are counted here, sentences there."""
    for name in ("said", "refused", "repaired", "replaced"):
        setattr(figures, name, getattr(drafted, name))


def _repeating(digests: Sequence[str]) -> LanguageModel:
    """A LanguageModel that gives the kept answers of these digests, one after the other."""
    waiting = iter(digests)

    def answer(question: Question) -> Answered:
        known = queries.answer(next(waiting, ""))
        if known is None:
            raise Refused("answer_lost")
        return known

    return answer


def _request(question: Question, model: str) -> str:
    messages = [[message.role, message.content] for message in question.messages]
    return canonical.digest([model, question.name, messages, dict(question.schema)])
