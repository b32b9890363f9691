"""A judge behind an OpenAI-compatible endpoint, as the exam asks it: nothing is kept, and nothing is answered twice."""

from dataclasses import dataclass, field

from newsclip.adapters.llm.chat import ChatServer
from newsclip.kernel.reasons import Refused
from newsclip.writing.judging.licence import JudgeModel
from newsclip.writing.ports import Answered, Question


@dataclass(slots=True)
class ExaminedJudge:
    """A LanguageModel (writing.ports) that may use so many `tokens`, 0 for no limit. `used`: in and out together."""

    judge: JudgeModel
    server: ChatServer
    tokens: int
    used: int = field(default=0, init=False)

    def __call__(self, question: Question) -> Answered:
        """Raises Refused: as the server does, and "over_budget"."""
        if self.tokens and self.used >= self.tokens:
            raise Refused("over_budget", f"{self.used:,} tokens used.")
        reply = self.server(question)
        self.used += reply.tokens_in + reply.tokens_out
        return Answered(reply.text, reply.cut, "")
