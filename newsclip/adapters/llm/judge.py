"""A judge behind an OpenAI-compatible endpoint: in the exam, and with canaries in daily work."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from random import Random
from typing import Any

import structlog

from newsclip.adapters.llm.chat import ChatServer
from newsclip.clips import actions, queries
from newsclip.kernel.reasons import Refused
from newsclip.writing.judging.canaries import canary, like
from newsclip.writing.judging.licence import JudgeModel, Licence, is_licensed
from newsclip.writing.judging.question import read_ruling
from newsclip.writing.ports import Answered, LanguageModel, Question

# Questions before which a canary goes: it costs a twentieth more, and a judge that lets one wrong sentence in ten pass
# is found within 460 questions, nine times in ten.
_SHARE = 1 / 20
log = structlog.get_logger()


@dataclass(slots=True)
class ExaminedJudge:
    """A LanguageModel (writing.ports) that may use so many `tokens`, 0 for no limit. `used`: in and out together.

    Nothing is kept of what it answers, and nothing is answered twice. It is asked all along in the form that its server
    took first.
    """

    judge: JudgeModel
    server: ChatServer
    tokens: int
    used: int = field(default=0, init=False)

    def __call__(self, question: Question) -> Answered:
        """Raises Refused: as the server does, and "over_budget"."""
        if self.tokens and self.used >= self.tokens:
            raise Refused("over_budget", f"{self.used:,} tokens used.")
        reply = self.server(question, self.judge.form)
        self.judge = replace(self.judge, form=reply.form)
        self.used += reply.tokens_in + reply.tokens_out
        return Answered(reply.text, reply.cut, "")


@dataclass(frozen=True, slots=True)
class JudgeAtWork:
    """A LanguageModel that rules on the sentences of one clip, and on a canary now and then, by `chance`.

    `model` keeps its answers, `unkept` asks anew each time: a canary is no canary where its answer is known. Both ask
    in the form of its exam. Before each question it must have its licence still: another clip's canary may have ended
    it.
    """

    judge: JudgeModel
    model: LanguageModel
    unkept: LanguageModel
    chance: Random
    at: datetime

    def __call__(self, question: Question) -> Answered:
        """Raises Refused: as the model does, and "judge_failed" where it let a canary pass, which ends its licence."""
        if licence_now(self.judge, self.at) is None:
            raise Refused("judge_failed", "Its licence ended meanwhile.")
        if self.chance.random() < _SHARE:
            self._try_canary(question)
        return self.model(question)

    def _try_canary(self, question: Question) -> None:
        item = canary(self.chance)
        passed = read_ruling(self.unkept(like(question, item, self.chance))) == "yes"
        if actions.keep_canary(self.judge, item.id, passed=passed, at=self.at):
            log.error("judge_failed", model=self.judge.model, canary=item.id)
        if passed:
            raise Refused("judge_failed", f"canary {item.id}")


def licence_now(judge: JudgeModel, at: datetime) -> Licence | None:
    """The judge's licence, where it has one now."""
    licence = queries.licence_of(judge)
    return licence if is_licensed(licence, judge, at) else None


def judge_settings(licence: Licence) -> Mapping[str, Any]:
    """What the receipt of a clip says of its judge: which model, which question, and what it showed when."""
    result = licence.result
    return {
        "model": licence.judge.model,
        "question": licence.judge.prompt,
        "examined": licence.at.date().isoformat(),
        "true_accepted": f"{result.true_accepted}/{result.true}",
        "wrong_passed": f"{result.wrong_passed}/{result.wrong}",
    }
