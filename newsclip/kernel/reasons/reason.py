"""The reason for a decision, as stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was decided: a message code and its parameters.

    Parameters are JSON values: texts, numbers, lists of them, or other reasons as `as_json` gives them.
    """

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """`{code, params}`."""
        return {"code": self.code, "params": dict(self.params)}

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> "Reason":
        """The inverse of `as_json`."""
        return cls(stored["code"], stored["params"])

    def masked(self) -> "Reason":
        """The same reason without the texts among its parameters, so that explaining a redaction does not repeat the
        text.
        """
        return Reason(self.code, {name: _masked(value) for name, value in self.params.items()})


# the former release knows this code and says that the sentence stands; see words.message
PUT_BACK = Reason("sentence_stands", {"put_back": True})


def _masked(value: Any) -> Any:
    """References, numbers and other reasons are kept: they quote nobody."""
    if isinstance(value, list):
        return [_masked(one) for one in value]
    return "…" if isinstance(value, str) else value
