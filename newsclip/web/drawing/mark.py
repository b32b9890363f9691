"""The site's mark as a picture of any size. Its shapes are those of `favicon.svg`, read from there."""

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from PIL import Image, ImageDraw

STATIC = Path(__file__).parents[1] / "static" / "web"
PAPER, MARKER, INK = "#fbfaf6", "#ffdc5e", "#1d1b17"
_UNITS = 32  # of the favicon's view box
_FINER = 4  # drawn so many times larger, then made smaller: Pillow draws edges without shades
_STEP = re.compile(r"([MhvHVl])([-\d. ]+)")
_NUMBER = re.compile(r"-?[\d.]+")


class Shape(NamedTuple):
    """A polygon in the units of the view box."""

    fill: str
    points: tuple[tuple[float, float], ...]


class Icon(NamedTuple):
    """`size` in pixels; `of_it`: how much of the square the view box takes; `round`: with the favicon's own corners.

    iOS and Android cut corners themselves; the second asks that all that matters is within 80% of the square.
    """

    name: str
    size: int
    of_it: float = 1.0
    round: bool = False


ICONS = (
    Icon("apple-touch-icon.png", 180),
    Icon("icon-192.png", 192, round=True),
    Icon("icon-512.png", 512, round=True),
    Icon("icon-maskable-512.png", 512, 0.76),
)


@lru_cache(1)
def shapes() -> tuple[Shape, ...]:
    """The mark's polygons, from the favicon."""
    root = ElementTree.fromstring((STATIC / "favicon.svg").read_bytes())  # noqa: S314  our own file
    paths = root.findall("{http://www.w3.org/2000/svg}path")
    return tuple(Shape(path.get("fill", INK), _points(path.get("d", ""))) for path in paths)


def _points(path: str) -> tuple[tuple[float, float], ...]:
    x = y = 0.0
    found = []
    for step, numbers in _STEP.findall(path):
        match step, [float(number) for number in _NUMBER.findall(numbers)]:
            case "M", [x, y]:
                pass
            case "l", [right, down]:
                x, y = x + right, y + down
            case "h", [right]:
                x += right
            case "v", [down]:
                y += down
            case "H", [x]:
                pass
            case "V", [y]:
                pass
        found.append((x, y))
    return tuple(found)


def draw_mark(canvas: Image.Image, left: int, top: int, size: int) -> None:
    """The mark alone, on what is there, its view box in a square of `size` pixels."""
    large = Image.new("L", (size * _FINER, size * _FINER))
    for shape in shapes():
        large.paste(0, (0, 0, *large.size))
        scaled = [(x * large.width / _UNITS, y * large.width / _UNITS) for x, y in shape.points]
        ImageDraw.Draw(large).polygon(scaled, fill=255)
        canvas.paste(shape.fill, (left, top), large.resize((size, size), Image.Resampling.BOX))


def draw_icon(icon: Icon) -> Image.Image:
    """The mark on its paper."""
    canvas = Image.new("RGB", (icon.size, icon.size), PAPER)
    inner = round(icon.size * icon.of_it)
    draw_mark(canvas, (icon.size - inner) // 2, (icon.size - inner) // 2, inner)
    if icon.round:
        corners = Image.new("L", (icon.size * _FINER, icon.size * _FINER))
        box, radius = (0, 0, corners.width - 1, corners.height - 1), corners.width * 6 // _UNITS
        ImageDraw.Draw(corners).rounded_rectangle(box, radius, fill=255)
        canvas.putalpha(corners.resize(canvas.size, Image.Resampling.BOX))
    return canvas
