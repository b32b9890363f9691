"""Why something was refused or decided: codes and parameters are stored, words are found when they are shown."""

from newsclip.kernel.reasons.messages import KEPT_IN_WORDS, MESSAGES, Translate, message, outline
from newsclip.kernel.reasons.reason import Reason
from newsclip.kernel.reasons.refusals import Explanation, Refused, explain

__all__ = [
    "KEPT_IN_WORDS",
    "MESSAGES",
    "Explanation",
    "Reason",
    "Refused",
    "Translate",
    "explain",
    "message",
    "outline",
]
