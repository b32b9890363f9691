"""Scenes out of doors: hills, forest, river, sea, flood, night sky."""

import math

from newsclip.demo.sample_publishers.pictures.canvas import HEIGHT, WIDTH, Canvas, Point, Scene


def hills(canvas: Canvas) -> None:
    """Layered hills under a low sun."""
    canvas.clouds(5, 60, 230)
    canvas.sun((canvas.chance.uniform(300, 900), 250), 34)
    canvas.hills(300, 600, 6, 46)


def forest(canvas: Canvas) -> None:
    """Rows of firs that come out of the mist."""
    canvas.sun((canvas.chance.uniform(250, 950), 210), 38)
    canvas.hills(290, 340, 2, 40)
    for row in range(5):
        _firs(canvas, 380 + row * 75, 44 + row * 34, row / 4)
        if row < 4:
            canvas.shape([(0, 380 + row * 75), (WIDTH, 372 + row * 75), (WIDTH, HEIGHT), (0, HEIGHT)],
                         canvas.palette.sky[-1], 0.12)  # fmt: skip


def river(canvas: Canvas) -> None:
    """A river that winds down a valley."""
    canvas.clouds(4, 50, 180)
    canvas.sun((canvas.chance.uniform(350, 850), 190), 30)
    canvas.hills(250, 345, 3, 48)
    canvas.shape([*canvas.ridge(372, 16), (WIDTH, HEIGHT), (0, HEIGHT)], canvas.mix(0.62))
    swing, phase = canvas.chance.uniform(150, 230), canvas.chance.uniform(0, 3)
    left: list[Point] = []
    right: list[Point] = []
    for step in range(91):
        depth = step / 90
        y, half = 384 + depth**1.25 * (HEIGHT - 384), 5 + 210 * depth**1.8
        x = WIDTH / 2 + swing * math.sin(phase + 9.5 * (1 - depth) ** 1.6) * (0.35 + depth)
        left.append((x - half, y))
        right.append((x + half, y))
    canvas.shape([*left, *reversed(right)], canvas.palette.sky[-1], 0.95)
    shallow = [(x - (x - bank) * 0.62, y) for (x, y), (bank, _) in zip(right, left, strict=True)]
    canvas.shape([*left, *reversed(shallow)], canvas.palette.sky[1], 0.28)
    for row, y in enumerate((420, 500, 620)):
        _firs(canvas, y, 26 + row * 34, 0.75 + row * 0.12, gap=(180 + row * 70))


def sea(canvas: Canvas) -> None:
    """The open sea with an island and gulls."""
    canvas.clouds(6, 60, 260)
    centre = canvas.chance.uniform(350, 850)
    canvas.sun((centre, 262), 36)
    canvas.shape([*_island(canvas, 760, 330, 300, 70)], canvas.mix(0.25))
    canvas.shape([*_island(canvas, 240, 330, 190, 34)], canvas.mix(0.1))
    canvas.water(330)
    _glitter(canvas, centre, 330)
    for _ in range(5):
        _gull(canvas, canvas.chance.uniform(150, 1050), canvas.chance.uniform(90, 240))


def comet(canvas: Canvas) -> None:
    """A comet in the night sky over hills, with an observatory, a wood or nothing in front."""
    for _ in range(520):
        spot, size = (canvas.chance.uniform(0, WIDTH), canvas.chance.uniform(0, 520)), canvas.chance.uniform(0.5, 1.3)
        canvas.disc(spot, size, canvas.palette.light, canvas.chance.uniform(0.3, 1))
    x, y = canvas.chance.uniform(300, 560), canvas.chance.uniform(230, 360)
    reach, rise = canvas.chance.uniform(430, 640), canvas.chance.uniform(120, 260)
    for step in range(90, 0, -1):
        at = step / 90
        canvas.glow((x + reach * at, y - rise * at - 26 * at**2), 16 + 84 * at, canvas.palette.accent, 0.05)
    canvas.line([(x, y), (x + reach * 0.93, y - rise * 0.74)], canvas.palette.accent, 1.4, 0.5)
    canvas.glow((x, y), 62, canvas.palette.light, 0.9)
    canvas.disc((x, y), 6, canvas.palette.light)
    canvas.hills(500, 590, 3, 34)
    front = canvas.chance.randrange(3)
    if front == 0:
        canvas.box((842, 470, 952, 560), (10, 14, 28))
        canvas.disc((897, 470), 58, (22, 30, 52))
        canvas.shape([(892, 470), (868, 414), (884, 408), (908, 470)], canvas.palette.light, 0.75)
    if front == 1:
        _firs(canvas, 585, 130, 1)
    canvas.shape([*canvas.ridge(602, 18), (WIDTH, HEIGHT), (0, HEIGHT)], canvas.palette.near)
    canvas.turn(canvas.chance.random() < 0.5)


def flood(canvas: Canvas) -> None:
    """A street of gabled houses in high water under rain."""
    canvas.clouds(12, 20, 230, 0.22)
    canvas.hills(330, 380, 2, 26)
    x = -30.0
    while x < WIDTH:
        x += _house(canvas, x, 470, canvas.chance.uniform(100, 160), canvas.chance.uniform(120, 210))
    canvas.water(470, 0.6)
    canvas.mirror(470)
    for post in (190, 520, 930):
        canvas.line([(post, 560), (post, 360)], canvas.palette.near, 5)
        canvas.glow((post, 358), 80, canvas.palette.light, 0.8)
    for _ in range(420):
        x, y, fall = (
            canvas.chance.uniform(0, WIDTH + 80),
            canvas.chance.uniform(-20, HEIGHT),
            canvas.chance.uniform(14, 40),
        )
        canvas.line([(x, y), (x - fall * 0.28, y + fall)], canvas.palette.light, 0.7, 0.16)


def _firs(canvas: Canvas, base: float, size: float, share: float, gap: float | None = None) -> None:
    outline = canvas.ridge(base, 12)
    x = canvas.chance.uniform(-20, 0)
    while x < WIDTH + size:
        ground = outline[min(len(outline) - 1, max(0, int(x / 4)))][1]
        if gap is None or canvas.chance.random() < abs(x - WIDTH / 2) / WIDTH * 1.9 - gap / 900:
            tall = size * canvas.chance.uniform(0.7, 1.35)
            for part in range(4):
                half, top = tall * (0.1 + 0.055 * part), ground - tall * (1 - 0.22 * part)
                canvas.shape(
                    [(x, top), (x + half, top + tall * 0.36), (x - half, top + tall * 0.36)], canvas.mix(share)
                )
        x += size * canvas.chance.uniform(0.16, 0.42)
    if gap is None:
        canvas.shape([*outline, (WIDTH, HEIGHT), (0, HEIGHT)], canvas.mix(share))


def _island(canvas: Canvas, centre: float, base: float, half: float, tall: float) -> list[Point]:
    bumps = [canvas.chance.uniform(0.7, 1.1) for _ in range(25)]
    steps = [(step / 24, bumps[step]) for step in range(25)]
    crest = [(centre - half + 2 * half * at, base - tall * math.sin(math.pi * at) ** 1.3 * bump) for at, bump in steps]
    return [*crest, (centre + half, base + 3), (centre - half, base + 3)]


def _glitter(canvas: Canvas, centre: float, line: float) -> None:
    for _ in range(150):
        depth = canvas.chance.random()
        half = canvas.chance.gauss(0, 18 + 90 * depth)
        x, y, length = centre + half, line + 4 + depth * (HEIGHT - line), 12 + 50 * depth
        canvas.line([(x - length, y), (x + length, y)], canvas.palette.light, 1 + 1.5 * depth, 0.28)


def _gull(canvas: Canvas, x: float, y: float) -> None:
    wing = canvas.chance.uniform(9, 17)
    points = [(x - wing, y - wing * 0.35), (x - wing * 0.4, y - wing * 0.5), (x, y), (x + wing * 0.4, y - wing * 0.5),
              (x + wing, y - wing * 0.3)]  # fmt: skip
    canvas.line(points, canvas.palette.near, 1.6, 0.8)


def _house(canvas: Canvas, x: float, base: float, wide: float, tall: float) -> float:
    wall = canvas.mix(canvas.chance.uniform(0.5, 0.95))
    top = base - tall
    canvas.box((x, top, x + wide, base + 4), wall)
    canvas.shape([(x - 5, top + 1), (x + wide / 2, top - wide * 0.55), (x + wide + 5, top + 1)], canvas.mix(1))
    for row in range(int(tall // 62)):
        for column in range(2):
            left, up = x + wide * (0.2 + 0.36 * column), top + 20 + row * 60
            lit = canvas.chance.random() < 0.4
            canvas.box((left, up, left + wide * 0.2, up + 32), canvas.palette.light if lit else canvas.mix(1), 0.9)
    return wide + 6


SCENES: dict[str, Scene] = {
    "hills": hills, "forest": forest, "river": river, "sea": sea, "comet": comet, "flood": flood,
}  # fmt: skip
