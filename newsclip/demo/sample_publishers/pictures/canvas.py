"""The sheet that scenes are drawn on, and what they have in common: sky, sun, hills, water, lights."""

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1200, 675
_FINE = 2  # drawn at twice the size, so that slanted edges come out smooth
_FALL = Image.radial_gradient("L").point(
    [round(255 * max(0, 1 - at / 181) ** 2) for at in range(256)]
)  # 181 at the edge
type Colour = tuple[int, int, int]
type Point = tuple[float, float]
type Scene = Callable[["Canvas"], None]
type _Draw = Callable[[ImageDraw.ImageDraw, list[Point]], None]


@dataclass(frozen=True, slots=True)
class Palette:
    """`sky` from the top down to the horizon; `far` and `near` ends of the land; `light` of sun, lamps, windows."""

    sky: tuple[Colour, ...]
    far: Colour
    near: Colour
    light: Colour
    accent: Colour


def _palette(sky: str, far: str, near: str, light: str, accent: str) -> Palette:
    return Palette(tuple(_hex(stop) for stop in sky.split()), _hex(far), _hex(near), _hex(light), _hex(accent))


def _hex(digits: str) -> Colour:
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


PALETTES = {
    "dawn": _palette("3b5b8c 8d8fb5 e8b4a0 f8dcb0", "a9a0b8", "2c3550", "fff1cf", "d9734e"),
    "dusk": _palette("1d2350 54407d b45f7a f2a56b", "7d5f86", "17172f", "ffd08a", "e2604a"),
    "storm": _palette("2e3a45 51606b 7d8a90 aab3b2", "7b888d", "1c262d", "f2e3b6", "c98b3f"),
    "night": _palette("070b1e 0f1b3d 1c315c 34507a", "26406a", "060a18", "fff4d0", "7fb4e6"),
    "noon": _palette("3f86c0 7ab3d9 b5d6e6 e6efe6", "8fb3b8", "2f5b52", "fffbe6", "e0a02f"),
    "moss": _palette("6f9a9c a5c3b4 d6dfc0 f2ecd0", "98b39a", "23402f", "fff6d8", "b5803a"),
    "amber": _palette("8a5a3c c48a4f e9bd78 f8e3b0", "c49a6a", "3c2a22", "fff2c8", "a33b2a"),
    "teal": _palette("0f4c5c 2a7f86 74b5a8 cfe3cf", "5a9c98", "0c2e38", "fdf5d4", "e76f51"),
    "rose": _palette("5c4a72 a06f8e dea0a0 f6d8c6", "b58a9c", "332840", "fff0e0", "8a3a5a"),
    "frost": _palette("5d7893 93aec4 c9d9e4 eef3f5", "a9bccb", "34495c", "ffffff", "c25a4a"),
}


@dataclass(slots=True)
class Canvas:
    """Coordinates are pixels of the finished picture; `chance` decides the details."""

    palette: Palette
    chance: random.Random
    image: Image.Image = field(init=False)

    def __post_init__(self) -> None:
        self.image = Image.new("RGB", (WIDTH * _FINE, HEIGHT * _FINE))
        self.sky()

    def finished(self) -> Image.Image:
        """The picture at its size, with a little grain and darker corners."""
        pixels = np.asarray(self.image.reduce(_FINE), dtype=np.float32)
        y, x = np.mgrid[-1 : 1 : HEIGHT * 1j, -1 : 1 : WIDTH * 1j]
        corners = (1 - 0.16 * np.clip(x**2 + y**2 - 0.5, 0, None))[..., None]
        grain = np.random.default_rng(self.chance.randrange(2**32)).normal(0, 2.2, (HEIGHT, WIDTH, 1))
        return Image.fromarray(np.clip(pixels * corners + grain, 0, 255).astype(np.uint8))

    def sky(self, top: float = 0, bottom: float = HEIGHT, stops: Sequence[Colour] = ()) -> None:
        """A smooth vertical blend of `stops` (the palette's sky) between two heights."""
        colours = np.array(stops or self.palette.sky, dtype=np.float32)
        rows = int((bottom - top) * _FINE)
        place = np.linspace(0, len(colours) - 1, rows)
        column = np.stack([np.interp(place, range(len(colours)), colours[:, band]) for band in range(3)], axis=1)
        block = np.repeat(column[:, None, :], WIDTH * _FINE, axis=1).astype(np.uint8)
        self.image.paste(Image.fromarray(block), (0, int(top * _FINE)))

    def shape(self, points: Sequence[Point], colour: Colour, alpha: float = 1) -> None:
        """A filled polygon."""
        self._lay(points, colour, 0, lambda pen, corners: pen.polygon(corners, fill=_share(alpha)))

    def box(self, corners: tuple[float, float, float, float], colour: Colour, alpha: float = 1, r: float = 0) -> None:
        """A filled rectangle (left, top, right, bottom) with corners of radius `r`."""
        points = [corners[:2], corners[2:]]
        self._lay(points, colour, 0, lambda pen, ends: pen.rounded_rectangle(ends, r * _FINE, fill=_share(alpha)))

    def disc(self, centre: Point, radius: float, colour: Colour, alpha: float = 1, flat: float = 1) -> None:
        """A filled circle, or an ellipse whose height is `flat` of its width."""
        (x, y), tall = centre, radius * flat
        points = [(x - radius, y - tall), (x + radius, y + tall)]
        self._lay(points, colour, 0, lambda pen, ends: pen.ellipse(ends, fill=_share(alpha)))

    def line(self, points: Sequence[Point], colour: Colour, width: float, alpha: float = 1) -> None:
        """A line through the points."""
        wide = max(1, round(width * _FINE))
        self._lay(points, colour, wide, lambda pen, ends: pen.line(ends, fill=_share(alpha), width=wide, joint="curve"))

    def glow(self, centre: Point, radius: float, colour: Colour, strength: float = 1) -> None:
        """Light that falls off from a point, added to what is there."""
        reach = int(radius * _FINE)
        fall = _FALL.resize((2 * reach, 2 * reach), Image.Resampling.BICUBIC)
        bands = [
            fall.point([min(255, round(at * channel / 255 * strength)) for at in range(256)]) for channel in colour
        ]
        left, top = int(centre[0] * _FINE) - reach, int(centre[1] * _FINE) - reach
        under = self.image.crop((left, top, left + 2 * reach, top + 2 * reach))
        self.image.paste(ImageChops.screen(under, Image.merge("RGB", bands)), (left, top))

    def blur(self, radius: float) -> None:
        """Puts all that is there out of focus."""
        self.image = self.image.filter(ImageFilter.GaussianBlur(radius * _FINE))

    def mirror(self, line: float, alpha: float = 0.55) -> None:
        """What stands above the line comes back in the water under it, blurred and pulled sideways by ripples."""
        wide, row = self.image.size[0], int(line * _FINE)
        below = self.image.size[1] - row
        upper = self.image.crop((0, max(0, row - below), wide, row)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        image = np.asarray(upper.filter(ImageFilter.GaussianBlur(3 * _FINE)))
        rows = np.arange(image.shape[0])
        shift = (np.sin(rows / (5 + rows / 120)) * (1 + rows / 110) * _FINE).astype(int)
        rippled = np.stack([np.roll(image[at], shift[at], axis=0) for at in rows])
        under = self.image.crop((0, row, wide, row + rippled.shape[0]))
        self.image.paste(Image.blend(under, Image.fromarray(rippled), alpha), (0, row))

    def turn(self, wanted: bool) -> None:  # noqa: FBT001 (a throw of the dice)
        """Left becomes right, if wanted."""
        if wanted:
            self.image = self.image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)

    def mix(self, share: float) -> Colour:
        """A colour of the land: 0 is far away, 1 is near."""
        return blend(self.palette.far, self.palette.near, share)

    def ridge(self, height: float, swing: float, rough: float = 1) -> list[Point]:
        """The outline of hills about `height`, from the left edge to the right."""
        phases = [self.chance.uniform(0, math.tau) for _ in range(6)]
        waves = [(0.6, 1.0), (1.3, 0.55), (2.9, 0.3), (6.1, 0.14 * rough), (13.7, 0.07 * rough), (29.0, 0.035 * rough)]

        def at(x: float) -> float:
            turns = x / WIDTH * math.tau
            return sum(size * math.sin(pace * turns + phase) for (pace, size), phase in zip(waves, phases, strict=True))

        return [(x, height - swing * at(x)) for x in range(0, WIDTH + 4, 4)]

    def hills(self, top: float, bottom: float, count: int, swing: float, rough: float = 1) -> None:
        """Layers of hills, paler the farther away."""
        for layer in range(count):
            share = layer / max(1, count - 1)
            outline = self.ridge(top + (bottom - top) * share, swing * (0.7 + 0.5 * share), rough)
            self.shape([*outline, (WIDTH, HEIGHT), (0, HEIGHT)], self.mix(share))

    def water(self, line: float, deep: float = 0.75) -> None:
        """Open water from the line down, with glints that widen towards us."""
        self.sky(line, HEIGHT, [self.palette.sky[-1], self.mix(0.35), self.mix(deep)])
        for _ in range(260):
            depth = self.chance.random() ** 1.6
            y, length = line + 3 + depth * (HEIGHT - line), 10 + 90 * depth
            x = self.chance.uniform(-40, WIDTH)
            self.line([(x, y), (x + length, y)], self.palette.light, 0.6 + 1.6 * depth, 0.05 + 0.1 * (1 - depth))

    def sun(self, centre: Point, radius: float) -> None:
        """A sun or moon with its light round it."""
        self.glow(centre, radius * 7, self.palette.light, 0.55)
        self.disc(centre, radius, self.palette.light, 0.95)

    def clouds(self, count: int, top: float, bottom: float, alpha: float = 0.16) -> None:
        """Long soft clouds, flat below."""
        for _ in range(count):
            x, y = self.chance.uniform(-100, WIDTH), self.chance.uniform(top, bottom)
            for _ in range(9):
                spot = (x + self.chance.gauss(0, 90), y + self.chance.gauss(0, 9))
                self.disc(spot, self.chance.uniform(40, 120), self.palette.light, alpha * 0.4, 0.16)

    def _lay(self, points: Sequence[Point], colour: Colour, margin: int, draw: _Draw) -> None:
        """Lays a colour on the part of the sheet that the points span; `draw` says where in it, and how thickly."""
        fine = [(x * _FINE, y * _FINE) for x, y in points]
        left, top = (int(min(axis)) - margin - 1 for axis in zip(*fine, strict=True))
        right, bottom = (int(max(axis)) + margin + 2 for axis in zip(*fine, strict=True))
        left, top = max(left, 0), max(top, 0)
        right, bottom = min(right, self.image.size[0]), min(bottom, self.image.size[1])
        if right > left and bottom > top:
            mask = Image.new("L", (right - left, bottom - top))
            draw(ImageDraw.Draw(mask), [(x - left, y - top) for x, y in fine])
            self.image.paste(colour, (left, top, right, bottom), mask)


def _share(alpha: float) -> int:
    return round(255 * alpha)


def blend(one: Colour, other: Colour, share: float = 0.5) -> Colour:
    """A colour between two: 0 is the one, 1 is the other."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue
