"""The history of a clip says who gave it another headline or other hashtags, and who took them back."""

import pytest
from lxml.html import fromstring

from newsclip.clips.models import ClipVersion
from newsclip.community.models import Action, Suggestion
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def clip():
    return factories.ferry()


def suggestion(clip, **decided) -> Suggestion:
    return Suggestion.objects.create(
        story=clip.story, kind="headline", wanted={"headline": "The Sabine"}, at=clip.published, state="applied",
        **decided,
    )  # fmt: skip


def deed(clip, kind: str, about: Suggestion, name: str) -> Action:
    return Action.objects.create(
        name=name, kind=kind, target="story", key=str(clip.story_id), reason="It is shorter.", at=clip.published,
        detail={"suggestion": about.pk, "what": "headline"},
    )  # fmt: skip


def version(clip, number: int, code: str, *wishes: Suggestion) -> None:
    wanted = [{"kind": "headline", "words": ["The Sabine"], "by": f"suggestion {one.pk}"} for one in wishes]
    document = clip.document | {"receipt": clip.document["receipt"] | {"amendments": wanted}}
    ClipVersion.objects.create(
        clip=clip, version=number, document=document, digest="", reasons=factories.reasons(code), at=clip.published
    )


def lines(client, clip) -> list[str]:
    shown = fromstring(client.get(f"/c/{clip.slug}").content)
    return [" ".join(one.text_content().split()).partition(": ")[2] for one in shown.cssselect(".versions li")]


WHO = "Who wanted it, and why"


def test_readers_who_voted_are_told_from_a_moderator_whom_the_log_names(client, clip):
    voted, decided = suggestion(clip), suggestion(clip, by_moderator=True)
    deed(clip, "change", decided, "orla")
    version(clip, 2, "headline_by_readers", voted)
    version(clip, 3, "headline_by_readers", voted, decided)
    newest, before, _ = lines(client, clip)
    assert newest == f"orla, a moderator, gave it another headline. {WHO}"
    assert before == f"Readers gave it another headline: enough of them agreed. {WHO}"


def test_a_moderator_whom_the_log_does_not_name_is_a_moderator(client, clip):
    version(clip, 2, "headline_by_readers", suggestion(clip, by_moderator=True))
    assert lines(client, clip)[0] == f"A moderator gave it another headline. {WHO}"


def test_who_took_a_headline_back_is_named_where_the_log_does(client, clip):
    one, other = suggestion(clip, by_moderator=True), suggestion(clip)
    deed(clip, "undo", one, "mara")
    version(clip, 2, "headline_by_readers", one)
    version(clip, 3, "headline_taken_back")
    version(clip, 4, "headline_by_readers", other)
    version(clip, 5, "headline_taken_back")
    newest, _, taken_back, *_ = lines(client, clip)
    assert taken_back == "mara, a moderator, took back the headline that it had been given."
    assert newest == "The headline that readers or a moderator gave it was taken back."


def test_a_version_whose_words_were_taken_down_tells_what_is_stored(client, clip):
    version(clip, 2, "headline_by_readers")
    ClipVersion.objects.filter(version=2).update(document={})
    assert lines(client, clip)[0].startswith("Readers or a moderator gave it another headline.")
