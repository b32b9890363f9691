"""Pictures of numbers, drawn here as SVG: bars that lie, with words before them, and columns that stand on days.

Only places and sizes are said in the drawing; colours are the style sheet's, so that they are right by day and night.
"""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 640
_ROW, _WORDS, _BAR = 30, 210, 340
_HEIGHT, _FOOT, _HEAD = 180, 24, 18
_LABELS = 7  # as many as have room on a narrow screen


@dataclass(frozen=True, slots=True)
class Number:
    """`parts`: (kind of the style sheet, height); `said`: what stands beside it."""

    label: str
    parts: tuple[tuple[str, float], ...]
    said: str = ""

    @property
    def total(self) -> float:
        return sum(value for _, value in self.parts)


@dataclass(frozen=True, slots=True)
class Box:
    kind: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Word:
    x: float
    y: float
    text: str
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Chart:
    """`sums`: one sentence that says what the picture shows, for those who do not see it and those in a hurry."""

    id: str
    title: str
    sums: str
    numbers: tuple[Number, ...]
    boxes: tuple[Box, ...]
    words: tuple[Word, ...]
    height: int
    kinds: tuple[tuple[str, str], ...] = ()
    width: int = WIDTH

    @property
    def empty(self) -> bool:
        return not any(number.total for number in self.numbers)

    @property
    def rows(self) -> list[tuple[str, list[str]]]:
        """The picture in numbers: what each is called, and a column for each of `kinds`, where there are any."""
        if not self.kinds:
            return [(number.label, [number.said]) for number in self.numbers]
        return [
            (number.label, [f"{dict(number.parts).get(kind, 0):,.0f}" for kind, _ in self.kinds])
            for number in self.numbers
        ]


def horizontal_bars(name: str, title: str, sums: str, numbers: Sequence[Number]) -> Chart:
    """A bar for each number, its words before it."""
    most = max((number.total for number in numbers), default=0) or 1
    boxes, words = [], []
    for place, number in enumerate(numbers):
        y, x = _ROW * place, float(_WORDS)
        for kind, value in number.parts:
            width = round(_BAR * value / most, 1)
            boxes.append(Box(kind, x, y + 6, width, _ROW - 12))
            x += width
        words += [Word(_WORDS - 10, y + 20, number.label, "end"), Word(round(x + 8, 1), y + 20, number.said)]
    return Chart(name, title, sums, tuple(numbers), tuple(boxes), tuple(words), _ROW * len(numbers))


def column_chart(
    name: str, title: str, sums: str, numbers: Sequence[Number], kinds: Sequence[tuple[str, str]] = ()
) -> Chart:
    """A column for each number; `kinds`: what the parts of a column are."""
    most = max((number.total for number in numbers), default=0) or 1
    step, every = WIDTH / max(1, len(numbers)), 1 + len(numbers) // (_LABELS + 1)
    boxes, words = [], []
    for place, number in enumerate(numbers):
        foot, middle = float(_HEIGHT - _FOOT), step * (place + 0.5)
        for kind, value in number.parts:
            height = round((_HEIGHT - _FOOT - _HEAD) * value / most, 1)
            foot = round(foot - height, 1)
            boxes.append(Box(kind, round(middle - step * 0.36, 1), foot, round(step * 0.72, 1), height))
        if (len(numbers) - 1 - place) % every == 0:  # the last one has its label
            words.append(Word(round(middle, 1), _HEIGHT - 7, number.label, "middle"))
        if number.total:
            words.append(Word(round(middle, 1), round(foot - 4, 1), number.said, "middle"))
    return Chart(name, title, sums, tuple(numbers), tuple(boxes), tuple(words), _HEIGHT, tuple(kinds))
