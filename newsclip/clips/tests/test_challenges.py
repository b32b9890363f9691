"""A doubted sentence that does not stand is corrected in words, and goes with the next version."""

from datetime import timedelta

import pytest

from newsclip.articles.models import Revision
from newsclip.clips import actions, queries
from newsclip.clips.actions.reader_edits import write_again
from newsclip.clips.models import Amendment, Clip, ClipVersion, Correction
from newsclip.clips.tests.test_actions import NOW, a_story, add_article, write_all
from newsclip.evidence.visitor import sentences_and_quotations
from newsclip.kernel.reasons import PUT_BACK, Reason, Refused
from newsclip.kernel.spans import digest_of
from newsclip.language.tokens import sentences
from newsclip.stories.models import Membership, Story
from newsclip.writing.tests.stories import CROWD, MONDAY

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(minutes=5)
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


def longer_clip() -> Clip:
    """A clip of two reports, whose text says more than its first sentence."""
    story = a_story()
    add_article(story, CROWD.title, CROWD.text, MONDAY)
    write_all()
    return Clip.objects.get()


def test_what_a_moderator_takes_out_no_later_version_says():
    clip = longer_clip()
    said = queries.document(clip).summary[-1].text
    assert len(queries.document(clip).summary) > 1
    actions.take_out(clip, said, by="doubt 1", now=NOW)
    [one] = queries.corrections()
    assert (one.kind, one.sentences) == ("challenged", [{"before": said, "after": ""}])
    write_all()
    write_again(clip.story_id)
    write_all()
    clip.refresh_from_db()
    assert said not in [one.text for one in sentences_and_quotations(queries.document(clip))]


@pytest.mark.parametrize("what", ["headline", "nothing of it"])
def test_its_headline_or_what_a_clip_does_not_say_is_not_taken_out(what):
    clip = longer_clip()
    said = {"headline": queries.document(clip).headline.text, "nothing of it": "The bridge was sold."}[what]
    with pytest.raises(Refused):
        actions.take_out(clip, said, by="doubt 1", now=NOW)
    assert not Correction.objects.exists()


def said_by(clip: Clip) -> list[str]:
    clip.refresh_from_db()
    return [one.text for one in sentences_and_quotations(queries.document(clip))]


def test_after_two_doubts_were_right_neither_sentence_is_said():
    clip = longer_clip()
    one, other = [sentence.text for sentence in queries.document(clip).summary[-2:]]
    actions.take_out(clip, one, by="doubt 1", now=NOW)
    actions.take_out(clip, other, by="doubt 2", now=NOW)
    write_all()
    assert {one, other}.isdisjoint(said_by(clip))


def test_what_would_leave_nothing_is_refused_with_all_that_was_taken_out_before():
    clip = longer_clip()
    with pytest.raises(Refused, match="nothing is left"):
        _take_out_all(clip)
    write_all()
    assert len(said_by(clip)) > 1


def _take_out_all(clip: Clip) -> None:
    for number, sentence in enumerate(said_by(clip)[1:]):
        actions.take_out(clip, sentence, by=f"doubt {number}", now=NOW)


def test_what_was_taken_out_stays_out_in_the_story_that_its_article_moves_to():
    clip = longer_clip()
    said = queries.document(clip).summary[-1]
    actions.take_out(clip, said.text, by="doubt 1", now=NOW)
    other = Story.objects.create(started_at=NOW, last_at=NOW, articles=2, reports=2)
    Membership.objects.filter(story=clip.story_id).update(story=other)
    write_all()
    moved = Clip.objects.get(story=other)
    assert said.text not in said_by(moved)


@pytest.mark.parametrize("written", [True, False], ids=["after it was written", "before"])
def test_what_is_put_back_later_versions_say_again(written):
    clip = longer_clip()
    said = queries.document(clip).summary[-1].text
    actions.take_out(clip, said, by="doubt 1", now=NOW)
    if written:
        write_all()
    actions.put_back(clip.story_id, taken_out=NOW)
    assert [one.called for one in Correction.objects.all()] == ["A sentence was taken out and put back"] * written
    assert [one.reasons[-1] for one in Correction.objects.all()] == [PUT_BACK.as_json()] * written
    write_all()
    assert said in said_by(clip)
    assert (PUT_BACK.as_json() in ClipVersion.objects.latest("version").reasons) is written
    assert not Amendment.objects.exists()  # the former release takes it out again only so
    with pytest.raises(Refused, match="already been removed"):
        actions.put_back(clip.story_id, taken_out=NOW)


def test_what_was_put_back_can_be_taken_out_again():
    clip = longer_clip()
    said = queries.document(clip).summary[-1].text
    actions.take_out(clip, said, by="doubt 1", now=NOW)
    actions.put_back(clip.story_id, taken_out=NOW)
    actions.take_out(clip, said, by="doubt 1", now=LATER)
    write_all()
    assert said not in said_by(clip)


def test_one_sentence_is_put_back_and_the_other_stays_out():
    clip = longer_clip()
    one, other = [sentence.text for sentence in queries.document(clip).summary[-2:]]
    actions.take_out(clip, one, by="doubt 1", now=NOW)
    actions.take_out(clip, other, by="doubt 2", now=LATER)
    actions.put_back(clip.story_id, taken_out=NOW)
    write_all()
    assert (one in said_by(clip), other in said_by(clip)) == (True, False)


def test_two_that_rest_on_the_same_words_are_put_back_together():
    clip = longer_clip()
    said = queries.document(clip).summary[-1].text
    actions.take_out(clip, said, by="doubt 1", now=NOW)
    actions.take_out(clip, said, by="doubt 2", now=LATER)
    assert actions.put_back(clip.story_id, taken_out=NOW) == {NOW, LATER}
    write_all()
    assert said in said_by(clip)


def test_what_was_taken_out_no_copy_brings_back():
    clip = longer_clip()
    said = queries.document(clip).summary[-1]
    source = Revision.objects.get(article=said.evidence[0].article)
    add_article(clip.story, source.title, source.text, NOW)
    actions.take_out(clip, said.text, by="doubt 1", now=NOW)
    write_all()
    other = Story.objects.create(started_at=NOW, last_at=NOW, articles=1, reports=1)
    Membership.objects.filter(article=source.article).update(story=other)
    write_again(clip.story_id)
    write_all()
    assert said.text not in said_by(clip)
    assert PUT_BACK.as_json() not in ClipVersion.objects.latest("version").reasons
    actions.put_back(clip.story_id, taken_out=NOW)
    write_all()
    assert said.text in said_by(clip)


def test_what_is_put_back_stands_again_in_the_story_that_its_article_moved_to():
    clip = longer_clip()
    said = queries.document(clip).summary[-1]
    actions.take_out(clip, said.text, by="doubt 1", now=NOW)
    other = Story.objects.create(started_at=NOW, last_at=NOW, articles=2, reports=2)
    Membership.objects.filter(story=clip.story_id).update(story=other)
    write_all()
    actions.put_back(clip.story_id, taken_out=NOW)
    write_all()
    assert said.text in said_by(Clip.objects.get(story=other))


def test_a_clip_of_which_all_was_taken_out_is_withdrawn():
    clip = longer_clip()
    for article in clip.document["sources"]:
        text = Revision.objects.get(article=article["article"]).text
        digests = [digest_of(span.of(text)) for span in sentences(text)]
        Amendment.objects.create(
            story_id=clip.story_id,
            article_id=article["article"],
            kind="sentence",
            words=digests,
            by=article["article"],
            at=NOW,
        )
    write_again(clip.story_id)
    write_all()
    clip.refresh_from_db()
    assert (clip.state, clip.code) == (Clip.State.WITHDRAWN, "too_thin")
