"""Re-encodes untrusted pictures so that they are safe to show: decoded within limits, written as new files."""

import io
import warnings
from hashlib import sha256

from PIL import Image, ImageOps, UnidentifiedImageError

from newsclip.articles.ports import Encoded
from newsclip.kernel.reasons import Refused

WIDEST, TALLEST = 1200, 2400  # pixels; larger pictures are scaled down
_SMALLEST = 100  # below this it is a logo or a tracking pixel
_MOST_PIXELS = 20_000_000  # four bytes each, and some decoders hold two copies
_MOST_PIXELS_OF_JPEG = 40_000_000  # a JPEG is decoded at a fraction of its size
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
_QUALITY = 80  # Pillow's default for WebP


def encode(picture: bytes) -> Encoded:
    """The picture as WebP, at most 1200 wide, upright, without metadata. Raises Refused("picture_unreadable")."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            image = _opened(picture)
            image.thumbnail((WIDEST, TALLEST))
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
    most = _MOST_PIXELS_OF_JPEG if image.format == "JPEG" else _MOST_PIXELS
    if width * height > most or min(width, height) < _SMALLEST:
        raise Refused("picture_unreadable", f"{width}×{height} pixels")
    image.draft("RGB", (WIDEST, WIDEST * height // width))
    if image.mode == "P":
        image = image.convert("RGBA")
    image.thumbnail((TALLEST, TALLEST))  # before rotating, which would copy the full-size image
    upright = ImageOps.exif_transpose(image)
    return upright.convert("RGBA" if upright.has_transparency_data else "RGB")
