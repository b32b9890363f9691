"""A clip is looked at again when it is read: what lost its ground is not shown."""

import pytest

from newsclip.articles.models import Revision
from newsclip.clips.models import Clip
from newsclip.evidence.serialization import derived_digest
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


def body(client, path):
    return client.get(path).content.decode()


@pytest.fixture
def clip():
    return factories.ferry()


def quote_of(document):
    blocks = [block for section in document["sections"] for block in section["blocks"]]
    return next(block for block in blocks if block["kind"] == "quote")


def test_a_sentence_whose_words_are_gone_is_not_shown(client, clip):
    said = quote_of(clip.document)
    assert said["text"] in body(client, f"/c/{clip.slug}")
    revision = Revision.objects.get(article=said["evidence"][0]["article"])
    Revision.objects.filter(pk=revision.pk).update(text=revision.text.replace(said["text"][:20], "#" * 20))
    for path in (f"/c/{clip.slug}", f"/c/{clip.slug}/evidence"):
        assert said["text"] not in body(client, path)


def test_a_clip_that_was_changed_in_storage_is_not_shown(client, clip):
    document = {**clip.document, "summary": {**clip.document["summary"], "text": "Invented."}}
    Clip.objects.filter(pk=clip.pk).update(document=document)
    answer = client.get(f"/c/{clip.slug}")
    assert answer.status_code == 410
    assert "Invented." not in answer.content.decode()


def test_a_section_of_which_nothing_stands_leaves_no_empty_place(client, clip):
    shown = body(client, f"/c/{clip.slug}").count("<section")
    (said,) = clip.document["sections"][3]["blocks"][0]["sentences"]
    revision = Revision.objects.get(article=said["evidence"][0]["article"])
    Revision.objects.filter(pk=revision.pk).update(text=revision.text.replace(said["text"], "#" * len(said["text"])))
    assert body(client, f"/c/{clip.slug}").count("<section") == shown - 1


def test_what_is_no_document_is_not_shown_however_well_it_is_sealed(client, clip):
    document = {**clip.document, "schema": "newsclip/clip/99"}
    document["digest"] = derived_digest(document)
    Clip.objects.filter(pk=clip.pk).update(document=document)
    assert client.get(f"/c/{clip.slug}").status_code == 410


def test_a_clip_whose_headline_lost_its_ground_is_not_shown(client, clip):
    passage = clip.document["headline"]["evidence"][0]
    Revision.objects.filter(article=passage["article"]).update(title="Something else", text="Something else.")
    assert client.get(f"/c/{clip.slug}").status_code == 410
