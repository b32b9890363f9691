"""Why a clip says what it says is told sentence by sentence, from the stored clip and the stored words alone."""

import pytest

from newsclip.articles.models import Revision
from newsclip.cli.explain import explain
from newsclip.cli.reproduce import NoSuchClip
from newsclip.clips.models import Clip
from newsclip.clips.tests.test_actions import a_story, write_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def slug() -> str:
    a_story()
    write_all()
    return Clip.objects.get().slug


def test_every_sentence_is_told_with_its_publisher_its_words_and_the_judgement(slug):
    lines = list(explain(slug))
    sentences = [line for line in lines if line[0].isdigit()]
    assert len(sentences) > 3
    assert sum("the verifier lets it stand" in line for line in lines) == len(sentences)
    assert any(line.startswith("    from ") for line in lines)


def test_one_sentence_is_told_alone(slug):
    [headline, *rest] = explain(slug, 1)
    assert headline.startswith("1. ")
    assert not any(line.startswith("2. ") for line in rest)


def test_what_is_not_there_is_named(slug):
    with pytest.raises(NoSuchClip):
        list(explain("nothing"))
    with pytest.raises(IndexError):
        list(explain(slug, 999))


def test_words_that_are_no_longer_kept_are_not_made_up(slug):
    Revision.objects.all().delete()
    lines = list(explain(slug))
    assert "    (these words are no longer kept)" in lines
    assert not any("lets it stand" in line for line in lines)
