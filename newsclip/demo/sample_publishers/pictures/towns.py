"""Scenes of what people build: bridge, ferry, skyline, stadium, rails, border gate."""

import math

from newsclip.demo.sample_publishers.pictures.canvas import HEIGHT, WIDTH, Canvas, Scene


def bridge(canvas: Canvas) -> None:
    """A suspension bridge across a harbour."""
    canvas.clouds(6, 50, 240)
    centre = canvas.chance.uniform(420, 780)
    canvas.sun((centre, 300), 40)
    canvas.hills(352, 385, 3, 24)
    canvas.water(405)
    _span(canvas, 360, [(250, 150), (950, 150)])
    canvas.mirror(405, 0.4)


def _span(canvas: Canvas, deck: float, towers: list[tuple[float, float]]) -> None:
    dark = canvas.palette.near
    (left, top), (right, _) = towers
    canvas.box((0, deck, WIDTH, deck + 11), dark)
    for start, end in ((left, right), (left - 700, left), (right, right + 700)):
        cable = []
        for step in range(61):
            at = step / 60
            sag = 4 * at * (1 - at)
            x, y = start + (end - start) * at, top + (deck - 12 - top) * sag
            cable.append((x, y))
            if step % 2 == 0:
                canvas.line([(x, y), (x, deck)], dark, 1.2, 0.75)
        canvas.line(cable, dark, 4)
    for x, height in towers:
        canvas.box((x - 17, height - 10, x - 8, 420), dark)
        canvas.box((x + 8, height - 10, x + 17, 420), dark)
        for beam in (height, height + 70, deck - 30):
            canvas.box((x - 17, beam, x + 17, beam + 9), dark)
        canvas.glow((x, height - 14), 26, canvas.palette.accent, 0.9)


def ferry(canvas: Canvas) -> None:
    """A car ferry on its way, or at rest."""
    canvas.clouds(7, 50, 250)
    canvas.sun((canvas.chance.uniform(700, 1000), 235), 32)
    canvas.hills(345, 370, 2, 34)
    canvas.water(385)
    x = canvas.chance.uniform(250, 390)
    hull, dark = canvas.palette.accent, canvas.palette.near
    canvas.box((x + 70, 330, x + 400, 372), (244, 243, 238))
    canvas.box((x + 110, 296, x + 340, 332), (234, 233, 228))
    canvas.box((x + 130, 268, x + 230, 298), (244, 243, 238))
    canvas.shape([(x + 262, 300), (x + 272, 232), (x + 318, 232), (x + 322, 300)], hull)
    canvas.box((x + 271, 232, x + 319, 246), dark)
    for row, (first, last, y) in enumerate(((90, 390, 343), (125, 330, 306), (140, 220, 276))):
        for left in range(first, last, 22 if row < 2 else 18):
            canvas.box((x + left, y, x + left + 12, y + 10), dark, 0.75, 2)
    canvas.line([(x + 180, 268), (x + 180, 206)], dark, 3)
    canvas.shape([(x - 10, 372), (x + 470, 372), (x + 432, 424), (x + 26, 424)], hull)
    canvas.shape([(x + 12, 402), (x + 448, 402), (x + 432, 424), (x + 26, 424)], dark)
    for puff in range(7):
        canvas.disc((x + 290 - puff * 26, 218 - puff * 11), 11 + puff * 5, canvas.palette.light, 0.12)
    canvas.mirror(424, 0.34)
    canvas.line([(x - 60, 425), (x + 520, 425)], canvas.palette.light, 3, 0.5)


def skyline(canvas: Canvas) -> None:
    """A city at the hour of its first lights, with a river before it."""
    canvas.clouds(5, 40, 220)
    canvas.sun((canvas.chance.uniform(250, 950), 330), 44)
    for row in range(3):
        x = -20.0
        while x < WIDTH:
            wide = canvas.chance.uniform(44, 104)
            middle = 1 - abs(x - WIDTH / 2) / WIDTH
            tall = canvas.chance.uniform(60, 190) * (0.5 + middle) * (1.25 - row * 0.25)
            _tower(canvas, x, 520, wide, tall, 0.25 + row * 0.35)
            x += wide + canvas.chance.uniform(0, 16)
    canvas.water(520)
    canvas.mirror(520)


def _tower(canvas: Canvas, x: float, base: float, wide: float, tall: float, share: float) -> None:
    canvas.box((x, base - tall, x + wide, base), canvas.mix(share))
    if canvas.chance.random() < 0.18:
        canvas.shape([(x + wide * 0.3, base - tall), (x + wide / 2, base - tall - 62), (x + wide * 0.7, base - tall)],
                     canvas.mix(share))  # fmt: skip
    if share < 0.5:
        return
    for up in range(14, int(tall) - 8, 17):
        for left in range(8, int(wide) - 10, 13):
            if canvas.chance.random() < 0.32:
                spot = (x + left, base - up - 8, x + left + 6, base - up)
                canvas.box(spot, canvas.palette.light, canvas.chance.uniform(0.5, 0.95))


def stadium(canvas: Canvas) -> None:
    """A football ground under floodlights."""
    canvas.sky(0, 330, [canvas.palette.near, canvas.palette.sky[0], canvas.palette.sky[1]])
    canvas.shape([(0, 215), (WIDTH / 2, 268), (WIDTH, 215), (WIDTH, 430), (0, 430)], canvas.palette.near)
    for _ in range(2600):
        x, depth = canvas.chance.uniform(0, WIDTH), canvas.chance.random()
        top = 226 + 44 * (1 - abs(x - WIDTH / 2) / (WIDTH / 2))
        colour = canvas.chance.choice(
            [canvas.palette.accent, canvas.palette.light, canvas.palette.far, canvas.mix(0.6)]
        )
        canvas.disc((x, top + depth * (410 - top)), 1.6 + depth * 1.6, colour, 0.6)
    for stripe in range(10):
        green = (46, 122, 66) if stripe % 2 else (56, 138, 76)
        top, bottom = 410 + (stripe / 10) ** 1.4 * 265, 410 + ((stripe + 1) / 10) ** 1.4 * 265
        canvas.box((0, top, WIDTH, bottom + 1), green)
    canvas.box((0, 396, WIDTH, 412), canvas.palette.accent, 0.85)
    white = (240, 246, 240)
    canvas.line([(0, 470), (WIDTH, 470)], white, 2.5, 0.8)
    canvas.line([(WIDTH / 2, 412), (WIDTH / 2, HEIGHT)], white, 3, 0.8)
    ring = [(WIDTH / 2 + 260 * math.cos(turn / 30), 590 + 62 * math.sin(turn / 30)) for turn in range(190)]
    canvas.line(ring, white, 3, 0.8)
    canvas.disc((WIDTH / 2, 590), 8, white)
    for x in (130, 420, 780, 1070):
        canvas.line([(x, 270), (x, 92)], canvas.mix(0.8), 6)
        for lamp in range(8):
            spot = (x - 30 + 20 * (lamp % 4), 84 + 16 * (lamp // 4))
            canvas.disc(spot, 6, (255, 255, 245))
        canvas.glow((x, 92), 240, canvas.palette.light, 0.75)


def rails(canvas: Canvas) -> None:
    """A train that comes towards us with its lights on."""
    canvas.clouds(5, 40, 200)
    canvas.sun((canvas.chance.choice([260, 930]), 240), 32)
    canvas.hills(285, 345, 3, 34)
    canvas.shape([(0, 372), (WIDTH, 372), (WIDTH, HEIGHT), (0, HEIGHT)], canvas.mix(0.72))
    eye, line = 640.0, 352.0
    canvas.shape([(eye - 10, line), (eye + 10, line), (1010, HEIGHT), (110, HEIGHT)], canvas.mix(0.9))
    for step in range(1, 26):
        depth = (step / 25) ** 2.4
        y, half = line + depth * (HEIGHT - line), 12 + 390 * depth
        middle = eye - 80 * depth
        canvas.line([(middle - half, y), (middle + half, y)], canvas.mix(0.4), 1 + 13 * depth, 0.8)
    for side in (-1, 1):
        canvas.line([(eye + side * 4, line), (560 + side * 255, HEIGHT)], canvas.palette.light, 5, 0.8)
    for mast in range(5):
        depth = (mast + 1) ** 2 / 25
        x, base = eye + 80 + 640 * depth, line + 190 * depth
        canvas.line([(x, base + 20), (x, base - 60 - 330 * depth)], canvas.palette.near, 2 + 8 * depth)
        canvas.line([(x, base - 50 - 300 * depth), (x - 50 - 190 * depth, base - 50 - 300 * depth)],
                    canvas.palette.near, 1.5 + 5 * depth)  # fmt: skip
    _engine(canvas, eye - 14, 250, 1.0)


def _engine(canvas: Canvas, x: float, y: float, size: float) -> None:
    front = [(x - 74, y + 200), (x - 78, y + 60), (x - 52, y), (x + 52, y), (x + 78, y + 60), (x + 74, y + 200)]
    canvas.shape([(px, y + (py - y) * size) for px, py in front], canvas.palette.accent)
    canvas.shape([(x - 56, y + 70), (x - 44, y + 18), (x + 44, y + 18), (x + 56, y + 70)], canvas.palette.near)
    canvas.box((x - 76, y + 150, x + 76, y + 200), canvas.palette.near)
    for side in (-46, 46):
        canvas.disc((x + side, y + 128), 9, (255, 255, 245))
        canvas.glow((x + side, y + 128), 130, canvas.palette.light, 0.9)


def gate(canvas: Canvas) -> None:
    """A road that leads to a border gate in the mountains."""
    canvas.clouds(5, 40, 190)
    canvas.sun((canvas.chance.uniform(300, 900), 170), 30)
    canvas.hills(240, 380, 4, 62, 1.6)
    canvas.shape([(0, 430), (WIDTH, 420), (WIDTH, HEIGHT), (0, HEIGHT)], canvas.mix(0.75))
    canvas.shape([(585, 425), (625, 425), (900, HEIGHT), (210, HEIGHT)], canvas.mix(0.35))
    for step in range(7):
        near, far = (step / 7) ** 1.8, ((step + 0.5) / 7) ** 1.8
        canvas.shape([(604 - 48 * near - 1, 430 + 245 * near), (604 - 48 * far - 1, 430 + 245 * far),
                      (608 - 40 * far, 430 + 245 * far), (608 - 40 * near, 430 + 245 * near)],
                     canvas.palette.light, 0.85)  # fmt: skip
    canvas.box((690, 350, 800, 490), canvas.mix(1))
    canvas.shape([(676, 352), (814, 352), (800, 330), (690, 330)], canvas.palette.accent)
    canvas.box((706, 380, 784, 424), canvas.palette.light, 0.9)
    canvas.glow((745, 402), 90, canvas.palette.light, 0.5)
    for part in range(10):
        left = 676 - (part + 1) * 34
        canvas.shape([(left, 470 - part), (left + 34, 471 - part), (left + 34, 483 - part), (left, 482 - part)],
                     canvas.palette.accent if part % 2 else (246, 244, 240))  # fmt: skip
    canvas.box((668, 455, 684, 520), canvas.palette.near)


SCENES: dict[str, Scene] = {
    "bridge": bridge, "ferry": ferry, "skyline": skyline, "stadium": stadium, "rails": rails, "gate": gate,
}  # fmt: skip
