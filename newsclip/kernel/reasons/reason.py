"""A decision's reason, as it is stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was decided: a code of the messages and its parameters, as they are stored.

    Parameters are JSON values: texts, numbers, lists of them, or other reasons as `as_json` gives them.
    """

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """`{code, params}`."""
        return {"code": self.code, "params": dict(self.params)}

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> "Reason":
        """What `as_json` gave."""
        return cls(stored["code"], stored["params"])

    def masked(self) -> "Reason":
        """The same without the texts among its parameters: what may be shown no more is not told by telling why."""
        return Reason(self.code, {name: _masked(value) for name, value in self.params.items()})


def _masked(value: Any) -> Any:
    """References, numbers and other reasons hold nobody's words."""
    if isinstance(value, list):
        return [_masked(one) for one in value]
    return "…" if isinstance(value, str) else value
