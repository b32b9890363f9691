"""Scenes within doors: laboratory, wafer, parliament, museum, table, stage."""

import math

from newsclip.demo.sample_publishers.pictures.canvas import HEIGHT, WIDTH, Canvas, Colour, Scene, blend


def laboratory(canvas: Canvas) -> None:
    """Vials on a bench, with soft lights behind them."""
    canvas.sky(0, HEIGHT, [canvas.palette.sky[0], canvas.palette.sky[1], canvas.palette.sky[2]])
    for _ in range(26):
        spot = (canvas.chance.uniform(0, WIDTH), canvas.chance.uniform(30, 420))
        canvas.disc(spot, canvas.chance.uniform(18, 74), canvas.palette.light, canvas.chance.uniform(0.05, 0.16))
    canvas.blur(7)
    canvas.sky(505, HEIGHT, [canvas.mix(0.3), canvas.mix(0.85)])
    for number in range(9):
        x, tall = 110 + number * 122.0, canvas.chance.uniform(150, 205)
        _vial(canvas, x, 530, tall, canvas.palette.accent if number in {3, 6} else canvas.palette.far)
    canvas.mirror(532, 0.35)
    canvas.glow((canvas.chance.uniform(300, 900), 120), 460, canvas.palette.light, 0.3)


def _vial(canvas: Canvas, x: float, base: float, tall: float, liquid: Colour) -> None:
    white = (250, 252, 253)
    canvas.box((x - 34, base - tall, x + 34, base), white, 0.3, 12)
    level = base - tall * canvas.chance.uniform(0.4, 0.66)
    canvas.box((x - 30, level, x + 30, base - 4), liquid, 0.82, 9)
    canvas.disc((x, level), 30, white, 0.35, 0.18)
    canvas.box((x - 22, base - tall - 22, x + 22, base - tall + 3), white, 0.36)
    canvas.box((x - 26, base - tall - 46, x + 26, base - tall - 18), canvas.palette.near, 0.9, 5)
    canvas.box((x - 34, base - tall * 0.42, x + 34, base - tall * 0.18), white, 0.9)
    for row in range(3):
        y = base - tall * 0.38 + row * 9
        canvas.box((x - 24, y, x + 24 - row * 11, y + 3), canvas.mix(0.8), 0.7)
    canvas.box((x - 27, base - tall + 12, x - 22, base - 14), white, 0.5, 2)


def wafer(canvas: Canvas) -> None:
    """A silicon wafer with its rainbow of dies."""
    canvas.sky(0, HEIGHT, [canvas.palette.near, canvas.palette.sky[0], canvas.palette.near])
    x, y, radius = canvas.chance.uniform(500, 700), 345.0, 288.0
    canvas.glow((x, y), 560, canvas.palette.sky[1], 0.6)
    canvas.disc((x, y), radius, canvas.mix(0.35))
    wide, tall = 34, 26
    for row in range(-11, 12):
        for column in range(-9, 10):
            left, top = x + column * wide - wide / 2, y + row * tall - tall / 2
            if math.hypot(abs(column * wide) + wide / 2, abs(row * tall) + tall / 2) < radius - 8:
                turn = (column * 0.055 + row * 0.035 + 0.4) % 1
                canvas.box((left + 1, top + 1, left + wide - 1, top + tall - 1), _rainbow(canvas, turn), 0.85)
                canvas.box((left + 5, top + 5, left + 15, top + 12), canvas.palette.light, 0.25)
    canvas.shape([(x - 16, y + radius + 2), (x, y + radius - 14), (x + 16, y + radius + 2)], canvas.palette.near)
    canvas.glow((x - 110, y - 150), 300, (255, 255, 255), 0.42)


def _rainbow(canvas: Canvas, turn: float) -> Colour:
    stops = [canvas.palette.sky[1], canvas.palette.accent, canvas.palette.sky[-1], canvas.palette.far]
    at = turn * len(stops)
    first, second = stops[int(at) % 4], stops[(int(at) + 1) % 4]
    return blend(first, second, at % 1)


def hemicycle(canvas: Canvas) -> None:
    """A parliament's seats in their half circle."""
    canvas.sky(0, HEIGHT, [canvas.palette.sky[-1], canvas.palette.sky[2], canvas.palette.far])
    canvas.glow((WIDTH / 2, 90), 700, canvas.palette.light, 0.5)
    colours = [canvas.palette.accent, canvas.palette.sky[0], canvas.palette.near, canvas.mix(0.5)]
    split = sorted(canvas.chance.uniform(0.15, 0.9) for _ in range(3))
    for row in range(9):
        radius, seats = 190.0 + row * 45, 22 + row * 5
        for seat in range(seats):
            share = seat / (seats - 1)
            turn = math.pi * (1 - share)
            party = sum(share > edge for edge in split)
            size = 9.5 + row * 0.9
            x, y = WIDTH / 2 + radius * math.cos(turn), 612 - radius * math.sin(turn) * 0.86
            canvas.disc((x + 2, y + 3), size, canvas.palette.near, 0.25)
            canvas.disc((x, y), size, colours[party])
    canvas.box((WIDTH / 2 - 74, 560, WIDTH / 2 + 74, 626), canvas.palette.near, 1, 8)
    canvas.box((WIDTH / 2 - 60, 548, WIDTH / 2 + 60, 566), canvas.palette.accent, 1, 4)


def museum(canvas: Canvas) -> None:
    """A find in its glass case, between arches."""
    canvas.sky(0, HEIGHT, [canvas.mix(1), canvas.mix(0.75), canvas.mix(1)])
    for arch in range(5):
        x = 120 + arch * 240
        _arch(canvas, x, 84, 210, canvas.mix(0.55))
        _arch(canvas, x, 70, 216, blend(canvas.mix(0.55), canvas.palette.sky[1]))
        _arch(canvas, x, 52, 240, blend(canvas.mix(0.35), canvas.palette.sky[2]))
    canvas.sky(560, HEIGHT, [canvas.mix(0.85), canvas.mix(1)])
    canvas.glow((WIDTH / 2, 330), 420, canvas.palette.light, 0.9)
    canvas.box((500, 470, 700, 625), canvas.palette.near)
    canvas.box((488, 458, 712, 476), canvas.palette.accent)
    for ring in range(7, 0, -1):
        gold = (min(255, 130 + ring * 14), min(255, 96 + ring * 13), 40 + ring * 8)
        canvas.disc((WIDTH / 2, 345), 14 + ring * 12, gold if ring % 2 else canvas.palette.light, 0.95)
    for ray in range(24):
        turn = ray * math.tau / 24
        spot = (WIDTH / 2 + 84 * math.cos(turn), 345 + 84 * math.sin(turn))
        canvas.disc(spot, 5, canvas.palette.accent)
    canvas.shape([(520, 458), (680, 458), (676, 446), (524, 446)], canvas.palette.near)
    canvas.box((486, 214, 714, 458), (255, 255, 255), 0.09)
    canvas.line([(486, 458), (486, 214), (714, 214), (714, 458)], canvas.palette.light, 2, 0.6)
    canvas.shape([(510, 214), (560, 214), (486, 350), (486, 262)], (255, 255, 255), 0.1)


def _arch(canvas: Canvas, x: float, half: float, top: float, colour: Colour) -> None:
    canvas.disc((x, top), half, colour)
    canvas.box((x - half, top, x + half, 560), colour)


def table(canvas: Canvas) -> None:
    """Plates and bowls seen from above."""
    canvas.sky(0, HEIGHT, [canvas.palette.far, canvas.palette.sky[2]])
    for plank in range(7):
        canvas.line([(0, plank * 100), (WIDTH, plank * 100 + 6)], canvas.palette.near, 2, 0.16)
    foods = [(226, 143, 56), (188, 62, 48), (104, 148, 70), (236, 204, 112), (150, 96, 62), (240, 232, 214)]
    for number in range(8):
        x, y = 150 + (number % 4) * 300 + canvas.chance.uniform(-26, 26), 175 + (number // 4) * 335
        radius = canvas.chance.uniform(112, 136)
        canvas.disc((x + 7, y + 11), radius, canvas.palette.near, 0.28)
        canvas.disc((x, y), radius, (248, 246, 240))
        glaze = canvas.chance.choice([canvas.palette.accent, canvas.palette.sky[1], (240, 238, 230)])
        canvas.disc((x, y), radius * 0.8, glaze)
        for _ in range(34):
            turn, reach = canvas.chance.uniform(0, math.tau), radius * 0.64 * math.sqrt(canvas.chance.random())
            spot = (x + reach * math.cos(turn), y + reach * math.sin(turn))
            canvas.disc(spot, canvas.chance.uniform(9, 26), canvas.chance.choice(foods), 0.95)
        canvas.glow((x - radius * 0.4, y - radius * 0.5), radius, (255, 255, 255), 0.16)


def stage(canvas: Canvas) -> None:
    """A stage with its curtain open and one light on it."""
    canvas.sky(0, HEIGHT, [canvas.palette.near, canvas.palette.sky[0], canvas.palette.sky[1]])
    canvas.shape([(0, 520), (WIDTH, 520), (WIDTH, HEIGHT), (0, HEIGHT)], canvas.mix(0.8))
    canvas.shape([(560, -20), (640, -20), (850, 560), (350, 560)], canvas.palette.light, 0.2)
    canvas.disc((600, 560), 250, canvas.palette.light, 0.4, 0.16)
    canvas.blur(5)
    for fold in range(9):
        for side in (0, 1):
            inner = 40 + fold * 34
            x = inner - 40 if side == 0 else WIDTH - inner
            bend = (8 - fold) * 3
            shade = 0.45 + 0.55 * (fold % 2)
            red, green, blue = (round(channel * shade) for channel in canvas.palette.accent)
            canvas.shape([(x, 0), (x + 40, 0), (x + 40 - bend * (1 - 2 * side), 545), (x - bend * (1 - 2 * side), 545)],
                         (red, green, blue))  # fmt: skip
    canvas.disc((600, 455), 17, canvas.palette.near)
    canvas.shape([(584, 470), (616, 470), (626, 560), (574, 560)], canvas.palette.near)
    for seat in range(22):
        head = seat * 58 + canvas.chance.uniform(-8, 8)
        canvas.disc((head, 640), 25, (8, 8, 14))
        canvas.box((head - 30, 655, head + 30, HEIGHT), (8, 8, 14), 1, 14)


SCENES: dict[str, Scene] = {
    "laboratory": laboratory, "wafer": wafer, "hemicycle": hemicycle, "museum": museum, "table": table, "stage": stage,
}  # fmt: skip
