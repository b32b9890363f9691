"""A picture from anywhere made into one that is safe to show: decoded within bounds, encoded anew."""

import io
import warnings
from dataclasses import dataclass
from hashlib import sha256

from PIL import Image, ImageOps, UnidentifiedImageError

from newsclip.kernel.reasons import Refused

WIDEST, TALLEST = 1200, 2400
_SMALLEST = 100  # below this it is a logo or a tracking pixel
_MOST_PIXELS = 40_000_000
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
_QUALITY = 80


@dataclass(frozen=True, slots=True)
class Encoded:
    """`name` is made from the content, so that one name never means two pictures. Width and height in pixels."""

    name: str
    content: bytes
    width: int
    height: int


def encode(picture: bytes) -> Encoded:
    """The picture as WebP, at most 1200 wide, upright, without metadata. Raises Refused("picture_unreadable")."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            image = _opened(picture)
            image.thumbnail((WIDEST, TALLEST), Image.Resampling.LANCZOS)
            out = io.BytesIO()
            image.save(out, "WEBP", quality=_QUALITY, method=4)
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        Warning,
        Image.DecompressionBombError,
    ) as error:
        raise Refused("picture_unreadable", str(error)[:200]) from error
    content = out.getvalue()
    return Encoded(f"{sha256(content).hexdigest()[:40]}.webp", content, *image.size)


def _opened(picture: bytes) -> Image.Image:
    image: Image.Image = Image.open(io.BytesIO(picture), formats=_FORMATS)
    width, height = image.size
    if width * height > _MOST_PIXELS or min(width, height) < _SMALLEST:
        raise Refused("picture_unreadable", f"{width}×{height} pixels")
    image.draft("RGB", (WIDEST, TALLEST))
    upright = ImageOps.exif_transpose(image)
    return upright.convert("RGBA" if upright.has_transparency_data else "RGB")
