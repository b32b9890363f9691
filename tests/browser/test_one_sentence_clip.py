"""A clip of one sentence is a whole page: it says so much, leads to its proof, and leaves no part empty."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from newsclip.clips.models import Clip
from newsclip.evidence.serialization import derived_digest
from newsclip.web.tests import factories

SAID = "All passengers were brought ashore by lifeboat within three hours, the coastguard said."


@pytest.fixture
def short(site):
    """The address of a clip with a headline and one sentence."""
    clip = factories.ferry(40, picture=False)
    document = clip.document | {"sections": [], "timeline": [], "disagreements": [], "image": None}
    document["digest"] = derived_digest(document)
    Clip.objects.filter(pk=clip.pk).update(document=document, digest=document["digest"], disagreements=0)
    return f"/c/{clip.slug}"


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_a_clip_of_one_sentence_leads_to_its_words_and_leaves_no_part_empty(site, short, width, scheme, javascript):
    page = site.open(short, width=width, scheme=scheme, javascript=javascript)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    headings = [one.inner_text() for one in page.locator("main :is(h2, h3)").all() if one.is_visible()]
    assert all(headings)
    page.get_by_role("link", name=SAID).first.click()
    panel = page.locator(".panel", has=page.locator("mark", has_text=SAID))
    panel.first.wait_for()
    assert panel.first.is_visible()


def test_axe_finds_nothing_wrong_with_it(site, short):
    assert Axe().run(site.open(short)).response["violations"] == []
