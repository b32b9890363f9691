"""The lead pictures of the sample publishers, as files: "bridge-dawn-1"; those of a gallery are numbered.

Our own drawings, generated deterministically from their names: scene, palette, number.
"""

from pathlib import Path

NAMES = frozenset(path.stem for path in Path(__file__).parent.glob("*.webp"))


def picture(name: str) -> bytes:
    """A WebP of 1200 by 675 pixels. `name` is one of `NAMES`."""
    return (Path(__file__).parent / f"{name}.webp").read_bytes()
