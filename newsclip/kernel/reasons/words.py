"""Reasons as sentences, in the reader's language."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from newsclip.kernel.reasons.messages import A_PUBLISHER, AND, GONE, KEPT_IN_WORDS, MESSAGES
from newsclip.kernel.reasons.reason import Reason

type Translate = Callable[[str], str]


def message(reason: Reason, translate: Translate = str) -> str:
    """The message of a reason, translated. Raises KeyError for an unknown code, which is a defect."""
    told = MESSAGES["sentence_put_back" if "put_back" in reason.params else reason.code]
    given = {name: _told(value, translate) for name, value in reason.params.items()}
    if "%(who)s" in told:
        given["who"] = given.get("who") or translate(A_PUBLISHER)
    return (told if reason.code == KEPT_IN_WORDS else translate(told)) % given


def in_sentences(reasons: Iterable[Reason], translate: Translate = str) -> str:
    """The messages of several reasons, joined."""
    return " ".join(message(reason, translate) for reason in reasons)


def outline(code: str, translate: Translate = str) -> str:
    """The message of a code with “…” in place of each parameter."""
    return translate(MESSAGES[code]) % defaultdict(lambda: "…")


def _told(value: Any, translate: Translate) -> str:
    if isinstance(value, Reason):
        return message(value, translate)
    if value is None or (isinstance(value, Mapping) and "code" not in value):  # words that nobody looked up, or found
        return translate(GONE)
    if isinstance(value, Mapping):
        return message(Reason.read(value), translate)
    if isinstance(value, list | tuple):
        *first, last = [_told(one, translate) for one in value] or [""]
        return translate(AND) % {"first": ", ".join(first), "last": last} if first else last
    return f"{value:g}" if isinstance(value, float) else str(value)
