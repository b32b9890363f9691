"""Tick boxes for a reader's collections, one right after the other: a real browser."""

from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.community import actions


def test_of_two_ticks_in_a_row_both_are_saved_and_the_focus_stays(town):
    mara = Reader.objects.get(username="mara")
    ports, fog = (actions.make_collection(mara, title, now=timezone.now()) for title in ("Ports", "Fog"))
    page = town.open(town.pages["clip"], who="mara")
    page.get_by_text("Save in a collection").click()
    page.get_by_role("checkbox", name="Ports").check()
    page.get_by_role("checkbox", name="Fog").check()
    page.locator(".ticks [name=was][value=ports]").wait_for(state="attached")
    page.locator(".ticks [name=was][value=fog]").wait_for(state="attached")
    assert page.locator("#in-fog:focus").count() == 1
    assert ports.collected.exists()
    assert fog.collected.exists()
    with page.expect_response("**/collections"):
        page.get_by_role("checkbox", name="Ports").uncheck()
    assert not ports.collected.exists()
    assert fog.collected.exists()


def test_the_menu_of_a_collection_is_as_high_as_everywhere(town):
    mara = Reader.objects.get(username="mara")
    made = actions.make_collection(mara, "Ports", now=timezone.now(), public=True)
    heights = []
    for path in ("/", f"/collections/mara/{made.slug}"):
        heights.append(town.open(path, who="mara").locator("nav >> nth=0").bounding_box()["height"])
    assert heights[0] == heights[1]
