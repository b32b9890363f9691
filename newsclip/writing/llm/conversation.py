"""The questions to a language model and its answers, as many as a clip may cost."""

from dataclasses import dataclass, field

from newsclip.kernel.reasons import Refused
from newsclip.writing.ports import Answered, LanguageModel, Question

# A story of 22 articles needs 12 plans, seven sections of 12 sentences as many rulings, and a repair now and then.
MOST_QUESTIONS = 160


@dataclass(slots=True)
class Conversation:
    """Asks, and keeps what receipts call the answers; "" for one that was lost. `lost`: why the last one was."""

    model: LanguageModel
    digests: list[str] = field(default_factory=list)
    lost: Refused | None = None

    def ask(self, question: Question) -> Answered | None:
        """None where no answer came, or too much was asked already."""
        if len(self.digests) >= MOST_QUESTIONS:
            return None
        try:
            answer = self.model(question)
        except Refused as refused:
            self.digests.append("")
            self.lost = refused
            return None
        self.digests.append(answer.digest)
        return answer
