"""A publisher that changes the line that says whose report it prints takes nothing back."""

import pytest

from newsclip.articles.models import Article
from newsclip.clips.models import Clip, Correction
from newsclip.clips.tests.test_actions import a_story, changed, revise, write_all
from newsclip.writing.tests.stories import BRIDGE

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("before", "after"),
    [("Report by Orlo Press.", "Report by Velland Wire."), ("(Orlo Press)", "(Velland Wire / own report)"),
     ("With material from Orlo Press.", "")],
)  # fmt: skip
def test_a_changed_credit_line_is_no_correction_and_leaves_the_clip_as_it_was(before, after):
    story = a_story(BRIDGE.title, f"{BRIDGE.text}\n\n{before}")
    write_all()
    told = Clip.objects.get()
    assert "Orlo Press" not in told.summary
    revise(Article.objects.get(), f"\n\n{before}", f"\n\n{after}")
    changed(story)
    write_all()
    clip = Clip.objects.get()
    assert not Correction.objects.exists()
    assert (clip.headline, clip.summary) == (told.headline, told.summary)
