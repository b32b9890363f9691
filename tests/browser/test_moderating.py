"""What moderators alone see: proposals in the queue, a sentence that is put back, a decline that is undone."""

import pytest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community import actions
from newsclip.community.models import Action, Challenge
from newsclip.pipeline import doubts, story_moderation
from newsclip.stories.models import Membership
from newsclip.web.tests import factories
from tests.browser.test_people import wrong


@pytest.fixture
def asked(town):
    """The site with likely merges and splits, one of each declined, and a sentence taken out. By name the pages."""
    mara, nils = (Reader.objects.get(username=name) for name in ("mara", "nils"))
    now, shown = timezone.now(), list(Clip.objects.filter(state="published").order_by("pk"))
    factories.one_matter(*shown[:3])
    odd = [Membership.objects.filter(story=clip.story_id).order_by("pk")[1] for clip in shown[3:5]]
    Membership.objects.filter(pk__in=[one.pk for one in odd]).update(receipt={"score": 0.1, "joined": True})
    story_moderation.keep_apart(mara, shown[0].story, shown[1].story, why="Two ferries.", now=now)
    story_moderation.keep_in(mara, odd[0].story, odd[0].article_id, why="The same ferry.", now=now)
    said = "The operator, Strait Line, said the Sabine had left Kelling at 06.20."
    doubt = actions.challenge(nils, shown[5], said, now=now, why="It left at seven.")
    Challenge.objects.update(upheld=False, decided_at=now)
    doubts.take_out(mara, doubt, shown[5], why="It left at seven.", now=now)
    undo = [f"/moderation/undo/{one.pk}" for one in Action.objects.filter(kind__startswith="keep_").order_by("pk")]
    out = Action.objects.get(kind="take_out")
    pages = {"queue": "/moderation/queue", "put back": f"/moderation/put-back/{out.pk}", "log": "/moderation"}
    return pages | {"kept apart": undo[0], "kept in": undo[1]}


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_the_pages_of_moderators_are_calm(town, asked, width, scheme):
    seen = {}
    for name, page in town.walk(asked, width=width, scheme=scheme, who="mara"):
        wide = page.evaluate("document.documentElement.scrollWidth")
        if (said := wrong(page)) or wide > width:
            seen[name] = (wide, said)
        if name == "queue":
            assert page.get_by_role("button", name="Compare and merge").count()
            assert page.get_by_role("button", name="Split it off").count()
        assert page.locator("main h1").count() == 1, name
    assert seen == {}


def test_what_is_reported_is_as_tall_as_its_words_beside_what_has_more_to_say(town):
    nils, words = Reader.objects.get(username="nils"), (" ".join(["It leaves out who pays."] * 20), "")
    for clip, said in zip(Clip.objects.filter(state="published").order_by("pk"), words, strict=False):
        actions.flag(nils, "story", str(clip.story_id), "other", now=timezone.now(), words=said)
    page = town.open("/moderation/queue", width=1500, who="mara")
    boxes = [box for one in page.locator("#flagged .matter").all() if (box := one.bounding_box())]
    beside = sorted(box["height"] for box in boxes if box["y"] == boxes[0]["y"])
    assert len(beside) == 2
    assert beside[1] - beside[0] > 100
