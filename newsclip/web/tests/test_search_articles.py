"""A search finds what articles quote and clips do not, and shows it; nothing of muted publishers."""

import pytest
from lxml import html

from newsclip import wiring
from newsclip.clips import actions, queries
from newsclip.stories.models import Membership
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


def tell() -> None:
    actions.index(list(queries.to_index()), index=wiring.search_index(), vectors=wiring.vector_index())


@pytest.fixture
def clip():
    found = factories.ferry()
    tell()
    return found


def body(client, **asked: str) -> str:
    return client.get("/search", asked).content.decode()


def words_of(shown: str, path: str) -> list[str]:
    """The words of the elements at this path."""
    return [" ".join(one.text_content().split()) for one in html.fromstring(shown).cssselect(path)]


def test_whom_an_article_quotes_and_the_clip_does_not_is_shown_with_role_publisher_and_the_way_there(client, clip):
    said = "“Nobody walked the wharf <at> night”, said Tomasa Quill, the night warden."
    url = "https://ledger.example/wharf"
    row = factories.article("Northern Ledger", "ledger.example", "The wharf", said, url=url, at=factories.NOON)
    Membership.objects.create(article=row, story=clip.story, revision=1, report=9, at=factories.NOON, receipt={})
    actions.index_again(clip.story_id)
    tell()
    shown = body(client, q="ferry warden Quill")
    assert words_of(shown, ".card-found") == [
        "“Nobody walked the wharf <at> night” — Tomasa Quill, night warden · Northern Ledger"
    ]
    assert words_of(shown, ".card-found mark") == ["Quill", "warden"]
    assert html.fromstring(shown).cssselect(".card-found a")[0].get("href") == url
    assert not words_of(body(client, q="ferry warden Quill", mute="ledger.example"), ".card-found")


def test_no_words_of_a_muted_publisher_are_shown(client, clip):
    assert words_of(body(client, q="osgood"), ".card-found")
    assert not words_of(body(client, q="osgood", mute="ledger.example"), ".card-found")
