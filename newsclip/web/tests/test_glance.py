"""The glance on a clip's page: above the text, each answer leading to the words it rests on."""

import json
import re

import pytest
from django.test import Client

from newsclip.articles.models import Revision
from newsclip.clips.models import Clip
from newsclip.kernel import canonical
from newsclip.kernel.spans import digest_of
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
LINE = "The ferry Sabine ran aground off Marrow Point shortly after seven on Tuesday morning with 212 people aboard."


def with_glance() -> Clip:
    """The ferry's clip with two answers in the first article's words."""
    clip = factories.ferry()
    article = clip.document["sources"][0]["article"]
    passage = {"article": article, "revision": 1, "start": 0, "end": len(LINE), "digest": digest_of(LINE)}
    body = {name: value for name, value in clip.document.items() if name != "digest"}
    body["glance"] = [
        {"slot": "when", "value": "Tuesday", "day": "2026-11-24", "evidence": [passage]},
        {"slot": "how_many", "value": "212 people", "evidence": [passage]},
    ]
    clip.digest = canonical.digest(body)
    clip.document = body | {"digest": clip.digest}
    clip.save()
    return clip


def glance(client: Client, clip: Clip, language: str = "en") -> str:
    body = client.get(f"/c/{clip.slug}", headers={"accept-language": language}).content.decode()
    found = re.search(r'<section class="glance".*?</section>', body, re.DOTALL)
    return found.group() if found else ""


def test_questions_and_answers_are_a_list_of_terms_above_the_picture(client):
    clip = with_glance()
    shown, body = glance(client, clip), client.get(f"/c/{clip.slug}").content.decode()
    assert body.index("standfirst") < body.index(shown) < body.index("lead-picture") < body.index("Calm aboard")
    assert "At a glance</h2>" in shown
    assert re.findall(r"<dt[^>]*>(.*?)</dt>", shown) == ["When", "How many"]
    assert '<time datetime="2026-11-24">24 November 2026</time>' in shown


@pytest.mark.parametrize(("language", "words"), [("de", ["Wann", "Wie viele"]), ("fr", ["Quand", "Combien"])])
def test_the_questions_are_in_the_readers_language(client, language, words):
    assert re.findall(r"<dt[^>]*>(.*?)</dt>", glance(client, with_glance(), language)) == words


def test_each_answer_leads_to_the_sentence_it_stands_in(client):
    clip = with_glance()
    panel = re.search(r'href="#(p\d+)">212 people', glance(client, clip))
    assert panel
    body = client.get(f"/c/{clip.slug}").content.decode()
    assert "ran aground off Marrow Point" in body.split(f'id="{panel[1]}"')[1].split("panel-foot")[0]


def test_the_document_has_it_for_programs(client):
    clip = with_glance()
    body = json.loads(client.get(f"/c/{clip.slug}.json").content)
    assert [slot["value"] for slot in body["glance"]] == ["Tuesday", "212 people"]


def test_a_clip_without_one_shows_none(client):
    assert glance(client, factories.ferry()) == ""


def test_an_answer_whose_words_are_gone_is_not_shown(client):
    clip = with_glance()
    article = clip.document["sources"][0]["article"]
    Revision.objects.filter(article=article).update(text="Nothing of that.")
    assert glance(client, clip) == ""
