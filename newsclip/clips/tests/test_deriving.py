"""A stored clip is derived anew from its inputs, settings and version."""

import pytest

from newsclip.articles.models import Article, Revision
from newsclip.clips import queries
from newsclip.clips.models import Clip
from newsclip.clips.tests.test_actions import Extractive, a_story, add_article, changed, revise, write_all
from newsclip.evidence.serialization import to_json
from newsclip.kernel.reasons import Refused
from newsclip.sources.models import Publisher
from newsclip.writing.tests.stories import CROWD, MONDAY

pytestmark = pytest.mark.django_db


def derive(clip: Clip) -> bool:
    told = queries.document(clip)
    return to_json(queries.written_again(told, Extractive())) == clip.document


def test_the_same_inputs_settings_and_version_give_the_same_document() -> None:
    story = a_story()
    add_article(story, CROWD.title, CROWD.text, MONDAY)
    write_all()
    assert derive(Clip.objects.get())


def test_what_changed_since_does_not_matter() -> None:
    story = a_story()
    write_all()
    revise(Article.objects.get(), "4,000", "5,000")
    Publisher.objects.update(name="Renamed")
    assert derive(Clip.objects.get())
    changed(story)
    write_all()
    assert derive(Clip.objects.get())


def test_a_clip_that_was_tampered_with_is_another() -> None:
    a_story()
    write_all()
    clip = Clip.objects.get()
    clip.document["headline"]["text"] = "Harbour bridge falls into Orlo Bay"
    assert not derive(clip)


@pytest.mark.parametrize("change", [{"text": "Something else."}, {"number": 99}])
def test_a_clip_whose_inputs_are_lost_cannot_be_derived(change: dict[str, object]) -> None:
    a_story()
    write_all()
    Revision.objects.update(**change)
    with pytest.raises(Refused) as refused:
        derive(Clip.objects.get())
    assert refused.value.code == "inputs_lost"
