"""The lead pictures of the sample press, as files: "bridge-dawn-1", and in a gallery one number more.

We drew them, by a program that made the same picture from the same name: scene, palette, number.
"""

from pathlib import Path

NAMES = frozenset(path.stem for path in Path(__file__).parent.glob("*.webp"))


def picture(name: str) -> bytes:
    """A WebP of 1200 by 675 pixels. `name` is one of `NAMES`."""
    return (Path(__file__).parent / f"{name}.webp").read_bytes()
