"""The exception for refusals."""

from newsclip.kernel.reasons.reason import Reason
from newsclip.kernel.reasons.refusals import Explanation, explain
from newsclip.kernel.reasons.words import message


class Refused(Exception):
    """Something was refused. `code` names the reason; `because` is the decision behind it, if a rule made one."""

    def __init__(self, code: str, detail: str = "", *, because: Reason | None = None) -> None:
        self.reason: Explanation = explain(code)
        self.detail = detail
        self.because = because
        told = detail or (message(because) if because else "")
        super().__init__(f"{self.reason.sentence} {told}".strip())

    @property
    def code(self) -> str:
        return self.reason.code

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The reasons to store: the code, and the decision behind it."""
        return (Reason(self.code), *([self.because] if self.because else ()))
