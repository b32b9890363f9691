"""Below its headline a clip does not tell the same sentence again."""

import re

import pytest
from django.test import Client

from newsclip.clips.models import Clip
from newsclip.evidence.serialization import from_json
from newsclip.kernel import canonical
from newsclip.web.cards.queries import cards
from newsclip.web.pages.clip_document import ready
from newsclip.web.pages.standfirst import standfirst
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
NEWS = "The operator, Strait Line, said the Sabine had left Kelling at 06.20"


def told_by_its_first_sentence() -> Clip:
    """The ferry's clip, whose headline is the first of its summary's two sentences."""
    clip = factories.ferry()
    body = {name: value for name, value in clip.document.items() if name != "digest"}
    news, summary = body["timeline"][0]["sentence"], body["summary"]
    sentences = [news, *summary["sentences"]]
    body["headline"] = news | {"text": NEWS}
    body["summary"] = {
        "text": " ".join(one["text"] for one in sentences),
        "evidence": [passage for one in sentences for passage in one["evidence"]],
        "sentences": sentences,
    }
    clip.digest = canonical.digest(body)
    clip.document = body | {"digest": clip.digest}
    clip.headline, clip.summary = NEWS, body["summary"]["text"]
    clip.save()
    return clip


def test_the_page_goes_on_below_the_headline_with_what_that_does_not_say(client: Client) -> None:
    clip = told_by_its_first_sentence()
    body = client.get(f"/c/{clip.slug}").content.decode()
    head = re.search(r'<h1.*?<p class="standfirst".*?</p>', body, re.DOTALL).group()  # type: ignore[union-attr]
    assert head.count("had left Kelling") == 1
    assert 'id="s0"' in head
    assert 'id="s1"' in head
    assert "All passengers were brought ashore" in head


def test_feeds_and_programs_get_the_whole_summary(client: Client) -> None:
    clip = told_by_its_first_sentence()
    page = client.get(f"/c/{clip.slug}").content.decode()
    assert re.search(rf'og:description" content="{re.escape(NEWS)}', page)
    assert NEWS + ". All passengers" in client.get("/feed.atom").content.decode()


def test_its_card_does_not_say_the_headline_twice() -> None:
    [card] = cards([told_by_its_first_sentence()])
    assert card.html().count("had left Kelling") == 1
    assert "All passengers were brought ashore" in card.html()


def test_framed_on_another_site_a_clip_does_not_say_its_headline_twice(client: Client) -> None:
    clip = told_by_its_first_sentence()
    body = client.get(f"/c/{clip.slug}/embed").content.decode()
    summary = re.search(r'<p class="summary".*?</p>', body, re.DOTALL).group()  # type: ignore[union-attr]
    assert "had left Kelling" not in summary
    assert "All passengers were brought ashore" in summary


def test_a_sentence_that_bears_a_mark_stays() -> None:
    reading = ready(from_json(told_by_its_first_sentence().document), {})
    assert len(standfirst(reading, (), ())["standfirst"]) == 1
    assert len(standfirst(reading, {f"{NEWS}."}, ())["standfirst"]) == 2
    assert len(standfirst(reading, (), {1})["standfirst"]) == 2
