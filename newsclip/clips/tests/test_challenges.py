"""A doubted sentence that does not stand is corrected in words, and goes with the next version."""

import pytest

from newsclip.clips import actions, queries
from newsclip.clips.models import Clip, Correction
from newsclip.clips.tests.test_actions import NOW, a_story, write_all
from newsclip.evidence.visitor import sentences_and_quotations
from newsclip.kernel.reasons import Reason, Refused

pytestmark = pytest.mark.django_db
FALSE = "The bridge fell into the bay on Monday."


@pytest.fixture
def clip():
    """A clip that says what its passage does not."""
    a_story()
    write_all()
    clip = Clip.objects.get()
    clip.document["summary"]["sentences"][0]["text"] = FALSE
    clip.save()
    return clip


def test_a_sentence_that_stands_is_no_correction(clip):
    said = queries.document(clip).headline.text
    assert actions.recheck(clip, said, now=NOW).stands
    assert not Correction.objects.exists()


def test_what_the_clip_does_not_say_cannot_be_doubted(clip):
    with pytest.raises(Refused) as refused:
        actions.recheck(clip, "The bridge was sold.", now=NOW)
    assert refused.value.code == "unknown"


def test_one_that_does_not_stand_is_listed_with_the_verifiers_words(clip):
    found = actions.recheck(clip, FALSE, now=NOW)
    actions.recheck(clip, FALSE, now=NOW)
    [one] = queries.with_words(queries.corrections())
    assert (one.kind, one.clip_id, one.version) == ("challenged", clip.pk, 2)
    assert one.reasons == [Reason("sentence_doubted").as_json(), found.outcome.as_json()]
    said, held = (found.outcome.params[name] for name in ("said", "held"))
    assert FALSE[said["start"] : said["end"]] == one.told[1].params["said"]
    assert held["article"] in {int(source["article"]) for source in clip.document["sources"]}
    assert one.sentences == [{"before": FALSE, "after": ""}]


def test_its_story_is_written_anew_without_it(clip):
    actions.recheck(clip, FALSE, now=NOW)
    [result] = write_all()
    clip.refresh_from_db()
    assert (result.code, clip.version) == ("rewritten", 2)
    assert FALSE not in [one.text for one in sentences_and_quotations(queries.document(clip))]
    assert FALSE not in clip.summary
