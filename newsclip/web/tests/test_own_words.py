"""Sentences in a language model's own words: one sign, explained once, and a reader may hide them."""

import pytest

from newsclip.clips.models import Clip
from newsclip.kernel import canonical
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
OWN = "The ferry grounded on its way in."


def judged() -> Clip:
    """The ferry's clip, with one sentence of its summary in a model's own words."""
    clip = factories.ferry()
    document = dict(clip.document)
    told = document["summary"]["sentences"]
    changed = [told[0] | {"text": OWN, "edits": ["judged"], "basis": "judged"}, *told[1:]]
    text = " ".join(sentence["text"] for sentence in changed)
    document["summary"] = document["summary"] | {"sentences": changed, "text": text}
    document["digest"] = canonical.digest({name: value for name, value in document.items() if name != "digest"})
    Clip.objects.filter(pk=clip.pk).update(document=document, digest=document["digest"])
    clip.refresh_from_db()
    return clip


def page(client, clip, rest=""):
    answer = client.get(f"/c/{clip.slug}{rest}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_judged_sentence_has_a_sign_that_is_explained_once(client):
    shown = page(client, judged())
    assert OWN in shown
    assert shown.count("(in our words)") == 1
    assert shown.count("In our words: a language model put it so") == 1


def test_a_clip_of_publishers_words_has_no_sign(client):
    assert "own-words" not in page(client, factories.ferry())


def test_a_reader_without_an_account_hides_them_and_shows_them_again(client):
    clip = judged()
    asked = client.get("/muted", {"source": "_own_words", "back": f"/c/{clip.slug}"}).content.decode()
    assert "Leave out what a language model put into its own words?" in asked
    answer = client.post("/muted", {"source": "_own_words", "mute": "", "back": f"/c/{clip.slug}"})
    assert answer["Location"] == f"/c/{clip.slug}"
    shown = page(client, clip)
    assert OWN not in shown
    assert clip.headline in shown
    assert OWN not in page(client, clip, "/evidence")
    client.post("/muted", {"source": "_own_words", "unmute": ""})
    assert OWN in page(client, clip)
