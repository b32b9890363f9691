"""Why something was refused or decided. Codes and parameters are stored; the sentence is chosen when it is shown."""

from newsclip.kernel.reasons.http_status import http_status, retry_after
from newsclip.kernel.reasons.messages import KEPT_IN_WORDS, MESSAGES
from newsclip.kernel.reasons.reason import PUT_BACK, Reason
from newsclip.kernel.reasons.refusals import OVER_LIMITS, Explanation, explain
from newsclip.kernel.reasons.refused import Refused
from newsclip.kernel.reasons.words import Translate, in_sentences, message, outline

__all__ = [
    "KEPT_IN_WORDS",
    "MESSAGES",
    "OVER_LIMITS",
    "PUT_BACK",
    "Explanation",
    "Reason",
    "Refused",
    "Translate",
    "explain",
    "http_status",
    "in_sentences",
    "message",
    "outline",
    "retry_after",
]  # fmt: skip
