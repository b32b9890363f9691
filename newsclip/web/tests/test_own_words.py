"""Sentences in a language model's own words: one sign, explained once, and a reader may hide them."""

import pytest

from newsclip.clips.actions import writing
from newsclip.clips.models import Clip
from newsclip.evidence.serialization import from_json
from newsclip.kernel import canonical
from newsclip.stories import queries as stories
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
OWN = "The ferry grounded on its way in."


def judged(headline: str = "", settings: dict[str, object] | None = None, *, alone: bool = False) -> Clip:
    """The ferry's clip, with one sentence of its summary, and this headline, in a model's own words.

    `alone`: it says nothing else.
    """
    clip = factories.ferry()
    document = dict(clip.document)
    told = document["summary"]["sentences"]
    changed = [told[0] | {"text": OWN, "edits": ["judged"], "basis": "judged"}, *([] if alone else told[1:])]
    text = " ".join(sentence["text"] for sentence in changed)
    document["summary"] = document["summary"] | {"sentences": changed, "text": text}
    if headline:
        document["headline"] = document["headline"] | {"text": headline, "edits": ["judged"], "basis": "judged"}
    if alone:
        document.pop("glance", None)
        document |= {"sections": [], "timeline": [], "disagreements": []}
    document["writer"] = document["writer"] | {"settings": settings or {}}
    document["digest"] = canonical.digest({name: value for name, value in document.items() if name != "digest"})
    columns = writing._columns(from_json(document), stories.members(clip.story_id))  # as publication sets them
    Clip.objects.filter(pk=clip.pk).update(**columns)
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
    assert shown.count("In our words: a language model wrote this") == 1


def test_a_clip_of_publishers_words_has_no_sign(client):
    assert "own-words" not in page(client, factories.ferry())


def test_a_reader_without_an_account_hides_them_and_shows_them_again(client):
    clip = judged()
    asked = client.get("/muted", {"source": "_own_words", "back": f"/c/{clip.slug}"}).content.decode()
    assert "Hide what a language model has reworded?" in asked
    answer = client.post("/muted", {"source": "_own_words", "mute": "", "back": f"/c/{clip.slug}"})
    assert answer["Location"] == f"/c/{clip.slug}"
    shown = page(client, clip)
    assert OWN not in shown
    assert clip.headline in shown
    assert OWN not in page(client, clip, "/evidence")
    client.post("/muted", {"source": "_own_words", "unmute": ""})
    assert OWN in page(client, clip)


def test_where_they_are_hidden_the_page_says_how_many_and_leads_back(client):
    clip = judged()
    client.post("/muted", {"source": "_own_words", "mute": ""})
    for rest in ("", "/evidence"):
        shown = page(client, clip, rest)
        assert "1 sentence in our words is hidden." in shown
        assert f'href="/muted?back=/c/{clip.slug}"' in shown
    asked = client.get("/muted", {"back": f"/c/{clip.slug}"}).content.decode()
    assert f'name="back" value="/c/{clip.slug}"' in asked


def test_a_clip_of_which_nothing_is_left_says_why(client):
    clip = judged(alone=True)
    client.post("/muted", {"source": "_own_words", "mute": ""})
    assert "1 sentence in our words is hidden." in page(client, clip)


def test_the_text_of_a_card_is_in_publishers_words_alone(client):
    clip = judged()
    assert clip.summary
    for path in ("/newest", f"/edition/{clip.published:%Y-%m-%d}", "/feed.atom", "/feed.json", "/api/newest"):
        assert OWN not in client.get(path, follow=True).content.decode(), path


def test_a_headline_in_a_models_words_is_signed_wherever_it_is_listed(client):
    clip = judged("Grounded at the harbour")
    assert clip.headline_judged
    for path in ("/?order=new", f"/edition/{clip.published:%Y-%m-%d}"):
        assert 'Grounded at the harbour</a><span class="own-words"' in client.get(path).content.decode(), path
    feed = client.get("/feed.json").json()["items"][0]
    assert feed["title"] == "Grounded at the harbour°"
    assert "In our words: a language model put it so" in feed["content_html"]
    (card,) = (one for one in client.get("/api/newest").json()["clips"] if one["slug"] == clip.slug)
    assert card["headline_judged"]


def test_a_model_that_judged_its_own_words_is_not_called_another_one(client):
    shown = page(client, judged(settings={"model": "orlo-7b", "judge": {"model": "orlo-7b"}}))
    assert "the same model found nothing" in shown
    assert "another one" not in shown


def test_two_models_are_called_two(client):
    shown = page(client, judged(settings={"model": "orlo-7b", "judge": {"model": "velm-9b"}}))
    assert "another one" in shown


def test_the_rules_of_edits_tell_that_such_sentences_have_none(client):
    rules = client.get("/about/edits").content.decode()
    assert 'id="in-our-words"' in rules
    assert "no edits lead to it" in rules
