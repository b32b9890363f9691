"""Draws the lead pictures of the sample press: the same name gives the same picture.

A name is `SCENE-PALETTE-NUMBER` and, in a gallery, one number more: "bridge-dawn-1", "river-moss-3-2".
"""

import random
from io import BytesIO

from newsclip.demo.sample_publishers.pictures import indoors, landscapes, towns
from newsclip.demo.sample_publishers.pictures.canvas import PALETTES, Canvas

_SCENES = landscapes.SCENES | towns.SCENES | indoors.SCENES
_LONGEST_NAME = 60


def is_name(name: str) -> bool:
    """Whether there is a picture of this name."""
    scene, _, rest = name.partition("-")
    palette, _, number = rest.partition("-")
    numbered = number.replace("-", "").isdigit() and len(name) < _LONGEST_NAME
    return scene in _SCENES and palette in PALETTES and numbered


def draw(name: str) -> bytes:
    """The picture as a JPEG of 1200 by 675 pixels. `name` is one that `is_name` accepts."""
    scene, palette, _ = name.split("-", 2)
    canvas = Canvas(PALETTES[palette], random.Random(name))  # noqa: S311 (a picture keeps no secret)
    _SCENES[scene](canvas)
    out = BytesIO()
    canvas.finished().save(out, "JPEG", quality=84, optimize=True, progressive=True)
    return out.getvalue()
