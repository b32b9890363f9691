"""An article that does not belong to its story moves to another one, after a look at both; logged, undone as one."""

import pytest

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community.models import Action, Flag
from newsclip.stories import queries
from newsclip.stories.models import Membership, StoryEvent
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def clip() -> Clip:
    return factories.ferry()


def of(clip: Clip) -> list[int]:
    """The articles of the clip's story."""
    return list(Membership.objects.filter(story=clip.story).order_by("pk").values_list("article", flat=True))


def test_each_article_leads_moderators_alone_to_where_it_is_moved(client, clip, orla):
    ways = [f"/s/{clip.story_id}/move?article={article}" for article in of(clip)]
    page = client.get(f"/s/{clip.story_id}").content.decode()
    assert [way in page for way in ways] == [True] * 3
    form = client.get(ways[1]).content.decode()
    assert form.count(" checked>") == 1
    assert f'value="{of(clip)[1]}" checked>' in form
    client.force_login(Reader.objects.create(username="mara"))
    assert "/move?" not in client.get(f"/s/{clip.story_id}").content.decode()
    assert client.get(ways[1]).status_code == 403


def test_both_stories_are_shown_before_an_article_moves(client, clip, other, orla):
    odd = of(clip)[1]
    page = client.post(f"/s/{clip.story_id}/move", {"articles": odd, "into": f"/c/{other.slug}"}).content.decode()
    stays, joins = page.partition("What stays")[2].partition("<form")[0].split("What the other story will be")
    assert (stays.count("<li>"), joins.count("<li>"), joins.count("joins it")) == (2, 4, 1)
    assert len(of(clip)) == 3


def test_a_move_is_logged_with_its_reason_and_undone_as_one(client, clip, other, orla):
    odd = of(clip)[1]
    sure = {"articles": odd, "into": other.story_id, "sure": "1", "why": "It tells of the tugs."}
    assert client.post(f"/s/{clip.story_id}/move", sure)["Location"] == f"/s/{other.story_id}"
    assert (len(of(clip)), odd in of(other)) == (2, True)
    done = Action.objects.get()
    assert (done.kind, done.gone, done.key) == ("move", str(clip.story_id), str(other.story_id))
    log = client.get("/moderation").content.decode()
    assert "moved articles:" in log
    assert "It tells of the tugs." in log
    event = StoryEvent.objects.filter(story=other.story, kind="merged").latest("pk")
    assert f'href="/s/undo/{event.pk}">Undo</a>' in client.get(f"/s/{other.story_id}").content.decode()
    client.post(f"/s/undo/{event.pk}", {"why": "It was right."})
    assert (len(of(clip)), len(of(other))) == (3, 3)
    log = client.get("/moderation").content.decode()
    assert f'(a move of articles, <a href="/s/{clip.story_id}#history">see its history</a>)' in log


@pytest.mark.parametrize("wrong", [{"articles": ""}, {"into": ""}, {"into": "itself"}, {"why": " "}])
def test_what_is_not_said_moves_nothing(client, clip, other, orla, wrong):
    sure = {"articles": of(clip)[1], "into": other.story_id, "sure": "1", "why": "It tells of the tugs."} | wrong
    sure["into"] = clip.story_id if sure["into"] == "itself" else sure["into"]
    assert client.post(f"/s/{clip.story_id}/move", sure).status_code == 422
    assert (len(of(clip)), len(of(other))) == (3, 3)


def test_where_all_articles_move_the_stories_are_one(client, clip, other, orla):
    sure = {"articles": of(clip), "into": other.story_id, "why": "One event."}
    assert "these are all its articles" in client.post(f"/s/{clip.story_id}/move", sure).content.decode()
    client.post(f"/s/{clip.story_id}/move", sure | {"sure": "1"})
    assert (len(of(other)), Action.objects.get().kind) == (6, "merge")


def test_words_find_the_story_that_an_article_belongs_to(client, clip, other, orla):
    factories.index(other)
    page = client.post(f"/s/{clip.story_id}/move", {"articles": of(clip)[1], "into": "tugs refloat"}).content.decode()
    assert f'name="into" value="{other.story_id}"' in page
    assert page.count(" checked>") == 1


def test_an_article_is_added_by_its_address(client, clip, other, orla):
    article = Membership.objects.filter(story=clip.story).first().article
    page = client.post(f"/s/{other.story_id}/add", {"url": article.url}).content.decode()
    assert f'action="/s/{clip.story_id}/move"' in page
    assert f'name="into" value="{other.story_id}"' in page
    there = client.post(f"/s/{clip.story_id}/add", {"url": article.url}).content.decode()
    assert "This article is in this story already." in there
    for nowhere in ("https://nowhere.example/1", "fog", "https://[", "/s/1"):
        page = client.post(f"/s/{other.story_id}/add", {"url": nowhere}).content.decode()
        assert "No article from that address" in page


def test_what_is_wrong_with_a_story_is_not_what_is_wrong_with_a_comment(client, clip, orla):
    page = client.get(f"/flag/story/{clip.story_id}").content.decode()
    assert ('value="foreign"' in page, 'value="same_event"' in page, 'value="off_topic"' in page) == (True, True, False)
    page = client.get(f"/flag/reader/{orla.pk}").content.decode()
    assert ('value="foreign"' in page, 'value="off_topic"' in page) == (False, True)
    assert page.index('value="illegal"') < page.index('value="other"')
    client.post(f"/flag/story/{clip.story_id}", {"flag": "foreign"})
    assert Flag.objects.get().reason == "foreign"
    assert client.post(f"/flag/reader/{orla.pk}", {"flag": "foreign"}).status_code == 404


def test_articles_that_grouping_was_unsure_of_are_pointed_out_to_moderators_alone(client, clip, orla):
    there = f"/s/{clip.story_id}"
    assert "with little in common" not in client.get(there).content.decode()
    odd = Membership.objects.get(article=of(clip)[1])
    odd.receipt = {"score": 0.1, "joined": True}
    odd.save()
    assert f'href="{there}/move?article={odd.article_id}">1 article joined' in client.get(there).content.decode()
    for form in ("split", "move"):
        assert client.get(f"{there}/{form}").content.decode().count("joined with little in common") == 1
    client.logout()
    assert "with little in common" not in client.get(there).content.decode()


@pytest.mark.parametrize(
    ("receipt", "unsure"),
    [({}, False), ({"score": 0.1, "joined": False}, False), ({"score": 0.1}, True), ({"score": 3.0}, False)],
)
def test_what_began_a_story_or_joined_it_surely_is_not_doubtful(clip, receipt, unsure):
    first = Membership.objects.filter(story=clip.story).first()
    first.receipt = receipt
    assert bool(queries.doubtful([first])) == unsure
