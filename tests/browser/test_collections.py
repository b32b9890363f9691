"""Tick boxes for a reader's collections, made faster than the network: a real browser."""

from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.community import actions


def test_a_tick_made_while_another_is_being_saved_is_saved_too_and_keeps_the_focus(town):
    mara = Reader.objects.get(username="mara")
    ports, fog = (actions.make_collection(mara, title, now=timezone.now()) for title in ("Ports", "Fog"))
    page = town.open(town.pages["clip"], who="mara")
    held = []
    page.route("**/collections", lambda route: route.continue_() if held else held.append(route))
    page.get_by_text("Save in a collection").click()
    page.get_by_role("checkbox", name="Ports").check()
    page.get_by_role("checkbox", name="Fog").check()
    page.wait_for_function("document.querySelectorAll('.ticks.htmx-request').length")
    with page.expect_response(lambda answer: answer.request is not held[0].request and "/collections" in answer.url):
        held[0].continue_()
    page.locator(".ticks [name=was][value=fog]").wait_for(state="attached")
    assert page.locator("#in-fog:focus").count() == 1
    assert ports.collected.exists()
    assert fog.collected.exists()
    with page.expect_response("**/collections"):
        page.get_by_role("checkbox", name="Ports").uncheck()
    assert not ports.collected.exists()
    assert fog.collected.exists()
