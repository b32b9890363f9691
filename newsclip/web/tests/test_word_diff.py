"""A correction of one word strikes that word through, and not its whole sentence."""

import pytest

from newsclip.clips.models import Correction
from newsclip.web.tests import factories
from newsclip.web.word_diff import word_diff


def test_of_a_sentence_that_mostly_stayed_the_words_that_changed_are_told():
    assert word_diff("Nine people were treated on Friday.", "Eleven people were treated on Friday.") == (
        ("gone", "Nine"), ("new", "Eleven"), ("same", "people were treated on Friday."),
    )  # fmt: skip


@pytest.mark.parametrize("after", ["It rained.", "", "so " * 400])
def test_another_sentence_is_not_told_word_by_word(after):
    assert word_diff("Nine people were treated.", after) == ()


@pytest.mark.django_db
def test_the_clip_and_the_list_of_corrections_strike_through_what_changed_alone(client):
    clip = factories.ferry()
    pair = {"before": "Nine people were treated.", "after": "Eleven people were treated."}
    Correction.objects.create(clip=clip, version=1, kind="revised", reasons=[], at=factories.NOON, sentences=[pair])
    for path in (f"/c/{clip.slug}", "/corrections"):
        page = client.get(path).content.decode()
        assert "<del>Nine</del> <ins>Eleven</ins> people were treated." in page
