"""The publishers' words, the rules of order, and what people brought in, for programs."""

import pytest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.articles.models import Article, Revision
from newsclip.community import actions
from newsclip.community.models import Submission
from newsclip.ranking import actions as ranking
from newsclip.sources.actions import submission
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def clip():
    found = factories.ferry(at=timezone.now())
    ranking.count(found, now=timezone.now())
    return found


def test_every_sentence_comes_with_the_words_it_rests_on(client, clip):
    told = client.get(f"/api/clips/{clip.slug}/evidence").json()
    assert len(told) > 5
    for claim in told:
        assert claim["passages"], claim
        for passage in claim["passages"]:
            row = Revision.objects.get(article=passage["article"], number=passage["revision"])
            whole = row.title if passage["part"] == "title" else row.text
            assert passage["words"] == whole[passage["start"] : passage["end"]]


def test_words_that_a_revision_no_longer_holds_are_not_shown(client, clip):
    Revision.objects.update(title="Something else", text="Something else entirely.")
    passages = [p for claim in client.get(f"/api/clips/{clip.slug}/evidence").json() for p in claim["passages"]]
    assert {(p["kept"], p["words"]) for p in passages} == {(False, "")}


def test_the_rules_of_order_and_the_front_page_as_it_is_now(client, clip):
    rules = client.get("/api/ranking").json()["rules"]
    assert rules["hot_hours"] == 6
    (place,) = client.get("/api/ranking/now").json()
    assert place["clip"]["slug"] == clip.slug
    assert sum(place["parts"].values()) == pytest.approx(place["points"])


def test_an_order_of_ones_own_goes_by_the_weights_that_are_given(client, clip):
    (first,) = client.get("/api/your-order?hot=0&fresh=0&reports=2").json()
    assert {name for name, points in first["parts"].items() if points} == {"reports"}
    assert client.get("/api/your-order?hot=nan").status_code == 422
    assert client.get("/api/your-order?hot=5").status_code == 422


def test_links_and_single_comments_can_be_asked_for(client, clip):
    now = timezone.now()
    mara = Reader.objects.create(username="mara")
    said = actions.comment(mara, clip.story_id, "I was aboard.", now=now)
    assert client.get(f"/api/comments/{said.pk}").json()["text"] == "I was aboard."
    actions.withdraw(mara, said, now=now)
    assert client.get(f"/api/comments/{said.pk}").status_code == 404
    article = Article.objects.first()
    Article.objects.filter(pk=article.pk).update(source=submission(now))
    Submission.objects.create(reader=mara, article=article, url=article.url, at=now)
    assert [one["slug"] for one in client.get("/api/people/mara/links").json()["clips"]] == [clip.slug]
