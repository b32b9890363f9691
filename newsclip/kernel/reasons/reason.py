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
