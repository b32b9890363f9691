"""Pictures that are none, are more than they seem, or never end: none is served as it came."""

import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from newsclip.adapters.embedded.picture_process import PictureProcess
from newsclip.kernel.reasons import Refused
from tests.hostile.rows import body_of, rows

pytestmark = pytest.mark.slow

SCRIPT = b"<script>alert(1)</script>"


@pytest.fixture(scope="module")
def process() -> PictureProcess:
    return PictureProcess()


def drawn(form: str = "JPEG", size: tuple[int, int] = (400, 300), mode: str = "RGB", **options: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, form, **options)
    return out.getvalue()


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack("!I", len(content)) + name + content + struct.pack("!I", zlib.crc32(name + content))


def png(width: int, height: int, *chunks: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack("!IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + chunk(b"IEND", b"")


REFUSED = {
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "html": b"<!doctype html>" + SCRIPT,
    "script that begins as a GIF": b"GIF89a/*" + b"\0" * 40 + b"*/=1;alert(1)//",
    "many pixels, few bytes": png(60_000, 60_000, chunk(b"IDAT", zlib.compress(b"\0" * 1000))),
    "a line that never ends": png(2_000_000_000, 1, chunk(b"IDAT", zlib.compress(b"\0"))),
    "truncated": drawn()[:200],
    "TIFF": drawn("TIFF"),
    "ICO": drawn("ICO", (256, 256)),
    "PDF": b"%PDF-1.7\n" + SCRIPT,
    "PostScript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 400 300\nquit\n",
    "nothing": b"",
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_picture_of_a_known_kind_is_refused(process, name):
    with pytest.raises(Refused, match="could not be read"):
        process.encode(REFUSED[name])


def test_text_that_unpacks_to_100_mb_is_refused(process):
    text = b"Comment\0\0" + zlib.compress(b"x" * 100_000_000)  # made here: it takes half a second
    with pytest.raises(Refused, match="could not be read"):
        process.encode(png(300, 300, chunk(b"zTXt", text), chunk(b"IDAT", b"")))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "GIF", "WEBP"])
def test_nothing_of_the_file_but_its_picture_is_carried_over(process, form):
    encoded = process.encode(drawn(form) + SCRIPT).content
    assert b"script" not in encoded
    with Image.open(io.BytesIO(encoded)) as image:
        assert (image.format, image.size, image.info.get("exif"), image.info.get("icc_profile")) == (
            "WEBP", (400, 300), None, None,
        )  # fmt: skip


def test_colour_profiles_places_and_comments_are_not_carried_over(process):
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (59.0, 20.0, 1.0)}
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    note = PngImagePlugin.PngInfo()
    note.add_text("Comment", "a secret note")
    for picture in (
        drawn(exif=exif, icc_profile=profile, comment=b"a secret note"),
        drawn("PNG", pnginfo=note, exif=exif),
    ):
        encoded = process.encode(picture).content
        assert not [part for part in (b"EXIF", b"ICCP", b"XMP ", b"secret") if part in encoded]


def test_an_animation_becomes_its_first_picture(process):
    frames = [Image.new("RGB", (300, 200), (shade, 0, 0)) for shade in (10, 120, 240)]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    with Image.open(io.BytesIO(process.encode(out.getvalue()).content)) as image:
        assert getattr(image, "n_frames", 1) == 1


def test_a_decoder_that_takes_too_long_is_ended_and_the_next_picture_has_another():
    process = PictureProcess(seconds=0)
    with pytest.raises(Refused, match="More than 0 CPU seconds") as refused:
        process.encode(drawn("PNG", (4000, 4000)))
    assert refused.value.code == "picture_unreadable"
    process._seconds = 20
    assert process.encode(drawn()).width == 400


def test_a_decoder_that_wants_too_much_memory_does_not_get_it(process):
    large = drawn("WEBP", (4400, 4400))
    assert process.encode(large)
    narrow = PictureProcess(memory=200 * 1024 * 1024)
    with pytest.raises(Refused, match="could not be read"):
        narrow.encode(large)
    assert narrow.encode(drawn()).width == 400


def test_the_decoder_ends_with_the_process_that_uses_it():
    decoder = PictureProcess()
    decoder.encode(drawn())
    child = decoder.process._process
    del decoder
    assert child.poll() is not None


def test_no_svg_or_xml_is_taken_for_a_picture(process, hostile_data):
    for row in rows(hostile_data, "files-svg-xml"):
        with pytest.raises(Refused):
            process.encode(body_of(row))
