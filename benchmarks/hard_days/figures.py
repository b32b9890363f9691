"""The figures of a hard day, each with its target."""

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Figure:
    """One measured number; `most` or `least` is the target it must keep."""

    day: str
    name: str
    value: float
    most: float | None = None
    least: float | None = None
    note: str = ""

    @property
    def met(self) -> bool:
        return (self.most is None or self.value <= self.most) and (self.least is None or self.value >= self.least)

    def tell(self) -> None:
        told = {key: value for key, value in asdict(self).items() if value not in (None, "")}
        print(json.dumps(told | {"met": self.met}), flush=True)


class Day:
    """What one scenario found so far; every figure is told at once."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.found: list[Figure] = []

    def most(self, name: str, value: float, most: float, note: str = "") -> None:
        self._keep(Figure(self.name, name, round(value, 3), most=most, note=note))

    def least(self, name: str, value: float, least: float, note: str = "") -> None:
        self._keep(Figure(self.name, name, round(value, 3), least=least, note=note))

    def tells(self, name: str, value: float, note: str = "") -> None:
        """A figure without a target: how much was tried."""
        self._keep(Figure(self.name, name, round(value, 3), note=note))

    def _keep(self, figure: Figure) -> None:
        self.found.append(figure)
        figure.tell()

    @property
    def met(self) -> bool:
        return bool(self.found) and all(figure.met for figure in self.found)
