"""The icons of the installed site: those that iOS and Android take, in the favicon's shape."""

import pytest
from PIL import Image, ImageChops

from newsclip.web.drawing.mark import ICONS, STATIC, draw_icon, shapes


@pytest.mark.parametrize("icon", ICONS, ids=[icon.name for icon in ICONS])
def test_each_icon_is_the_favicons_shape(icon):
    """Whoever changes the favicon draws the icons anew: `python -m training icons`."""
    with Image.open(STATIC / icon.name) as kept:
        assert kept.size == (icon.size, icon.size)
        drawn = draw_icon(icon)
        assert kept.mode == drawn.mode
        assert ImageChops.difference(kept, drawn).getbbox() is None


def test_the_mark_is_all_that_the_favicon_draws_on_its_paper():
    assert len(shapes()) == (STATIC / "favicon.svg").read_text(encoding="utf-8").count("<path") == 2
    assert [len(shape.points) for shape in shapes()] == [4, 10]


def test_what_android_cuts_off_a_maskable_icon_is_paper():
    """A circle of four fifths of the square is left of it (W3C, web app manifest)."""
    (icon,) = (icon for icon in ICONS if "maskable" in icon.name)
    drawn, middle = draw_icon(icon), icon.size / 2
    paper = drawn.getpixel((0, 0))
    inked = [(x, y) for x in range(0, icon.size, 4) for y in range(0, icon.size, 4) if drawn.getpixel((x, y)) != paper]
    assert inked
    assert max((x - middle) ** 2 + (y - middle) ** 2 for x, y in inked) <= (0.4 * icon.size) ** 2


@pytest.mark.django_db
def test_the_manifest_has_all_that_a_browser_asks_of_a_site_it_installs(client):
    manifest = client.get("/manifest.webmanifest").json()
    assert manifest["display"] in {"standalone", "fullscreen", "minimal-ui"}
    assert manifest["name"]
    assert manifest["start_url"].startswith(manifest["scope"])
    pngs = {(icon["sizes"], icon["purpose"]) for icon in manifest["icons"] if icon["type"] == "image/png"}
    assert {("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")} <= pngs
    for icon in manifest["icons"]:
        assert (STATIC / icon["src"].rpartition("/")[2]).exists()


@pytest.mark.django_db
def test_ios_finds_its_icon_named_on_the_page_and_where_it_always_looks(client):
    assert '<link rel="apple-touch-icon" href="/static/web/apple-touch-icon.png">' in client.get("/").content.decode()
    assert client.get("/apple-touch-icon.png")["Location"] == "/static/web/apple-touch-icon.png"
