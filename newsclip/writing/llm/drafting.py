"""The LLM writer without the model: asked anew with each answer, so that a process without a network can check them."""

from collections.abc import Sequence

from newsclip.evidence.document import Document, WriterMark
from newsclip.kernel.reasons import Refused
from newsclip.writing.llm import write
from newsclip.writing.llm.story import Means
from newsclip.writing.ports import Answered, Assigned, Drafted, Figures, Question


class _AskedError(Exception):
    """There is no answer to this question yet."""

    def __init__(self, question: Question) -> None:
        super().__init__(question.name)
        self.question = question


def draft(
    assigned: Assigned,
    base: Document,
    mark: WriterMark,
    answers: Sequence[Answered | None],
    /,
    *,
    means: Means,
) -> Drafted:
    """A Drafting (writing.ports). The same answers lead to the same question: what was checked is checked once more."""
    waiting = iter(answers)
    figures = Figures()

    def model(question: Question) -> Answered:
        for answer in waiting:
            if answer is None:
                raise Refused("answer_lost")
            return answer
        raise _AskedError(question)

    try:
        document = write(assigned, base, model=model, mark=mark, figures=figures, means=means)
        return Drafted(figures, document=document)
    except _AskedError as asked:
        return Drafted(figures, question=asked.question)
    except Refused as refused:
        return Drafted(figures, refused=(refused.code, refused.detail))
