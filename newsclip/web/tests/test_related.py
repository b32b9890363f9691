"""What is related, on pages: with its reason, and without what the reader mutes."""

import pytest
from django.utils import timezone

from newsclip import wiring
from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip, Hashtag
from newsclip.community import actions
from newsclip.ranking.queries import Related
from newsclip.ranking.tests.test_related import Near
from newsclip.stories.models import Relation, StoryActor
from newsclip.web.pages.related_groups import related_groups
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def clips(monkeypatch):
    made = [factories.ferry(0, picture=False), factories.ferry(1, picture=False, headline="Tugs free the Sabine")]
    Hashtag.objects.filter(clip=made[1]).delete()
    monkeypatch.setattr(wiring, "vector_index", lambda: Near(*((clip.pk, 0.714) for clip in made)))
    return made


def related(client, path):
    """The part of the page that lists what is related."""
    page = client.get(path).content.decode()
    return page.partition('<section class="related')[2].partition("</section>")[0]


def test_the_clip_s_page_says_how_alike_a_related_clip_is_and_never_names_itself(client, clips):
    shown = related(client, f"/c/{clips[0].slug}")
    assert "Tugs free the Sabine" in shown
    assert "similar in meaning" in shown
    assert f'"/c/{clips[0].slug}"' not in shown


def test_the_story_s_page_and_json_say_it_too(client, clips):
    assert "similar in meaning" in related(client, f"/s/{clips[0].story_id}")
    told = client.get(f"/s/{clips[0].story_id}.json").json()["related"]
    assert [(one["headline"], one["likeness"]) for one in told] == [("Tugs free the Sabine", 0.714)]


def test_search_shows_what_is_alike_beside_what_holds_the_words(client, clips):
    factories.index(clips[0])
    shown = related(client, "/search?q=lifeboat+ferry")
    assert "Tugs free the Sabine" in shown
    assert related(client, "/search?q=lifeboat+ferry&page=2") == ""


def test_without_vectors_the_reason_is_hashtags_in_common(client, clips, monkeypatch):
    monkeypatch.undo()
    other = factories.ferry(2, picture=False)
    shown = related(client, f"/c/{clips[0].slug}")
    assert other.slug in shown
    assert "3 hashtags in common" in shown
    assert related(client, "/search?q=lifeboat") == ""


def test_what_a_reader_mutes_is_not_related_either(client, clips):
    mara = Reader.objects.create(username="mara")
    actions.mute(mara, "word", "tugs", now=timezone.now())
    assert "Tugs" in related(client, f"/s/{clips[0].story_id}")
    client.force_login(mara)
    assert "Tugs" not in related(client, f"/c/{clips[0].slug}")
    assert "Tugs" not in related(client, f"/s/{clips[0].story_id}")
    assert "Tugs" not in related(client, "/search?q=lifeboat")


def test_a_story_near_its_own_is_linked_both_ways_on_page_story_api_and_feed(client, clips):
    Relation.objects.create(story=clips[0].story, other=clips[1].story, score=-0.6)
    for one, other in (clips, reversed(clips)):
        for path in (f"/c/{one.slug}", f"/s/{one.story_id}"):
            shown = related(client, path)
            assert "Closely related" in shown
            assert "Both mention" in shown
        (told,) = client.get(f"/api/stories/{one.story_id}/related").json()
        assert (told["story"], told["clip"]["slug"]) == (other.story_id, other.slug)
        assert "Marrow Point" in told["shared"]
    items = client.get("/feed.json").json()["items"]
    assert {one["_newsclip"]["also"][0]["url"] for one in items} == {one["url"] for one in items}
    assert client.get("/feed.atom").content.decode().count('rel="related"') == 2


def test_names_that_few_stories_have_come_before_likeness_and_are_the_reason(client, clips):
    far = factories.ferry(2, picture=False, headline="A dredger for the strait")
    Hashtag.objects.filter(clip=far).delete()
    for clip in (clips[0], far):
        for name in ("Odile Brandt", "Nordbay Dredging"):
            StoryActor.objects.create(
                story=clip.story, key=name.lower(), name=name, counts=1, leads=False, opens=True, at=clip.published
            )
    for path in (f"/c/{clips[0].slug}", f"/s/{clips[0].story_id}"):
        shown = related(client, path)
        assert "Both mention Odile Brandt, Nordbay Dredging." in shown
        assert "Closely related" not in shown
        assert shown.index("More about Odile Brandt") < shown.index("A dredger for the strait")
        assert shown.index("A dredger for the strait") < shown.index("Tugs free the Sabine")
    told = client.get(f"/api/stories/{clips[0].story_id}/related").json()
    assert told[0]["names"] == ["Odile Brandt", "Nordbay Dredging"]
    StoryActor.objects.filter(story=far.story, name="Odile Brandt").delete()
    assert "Both mention" not in related(client, f"/c/{clips[0].slug}")


def test_stories_near_each_other_by_names_alone_are_more_about_them_not_close(client, clips):
    told = clips[1].document | {"summary": {"text": "", "evidence": [], "sentences": []}, "sections": []}
    told["headline"] = told["headline"] | {"text": "Otters swim off Marrow Point"}
    Clip.objects.filter(pk=clips[1].pk).update(document=told, digest="another")
    Relation.objects.create(story=clips[0].story, other=clips[1].story, score=-0.6)
    shown = related(client, f"/c/{clips[0].slug}")
    assert "<h3>More about Marrow Point</h3>" in shown
    assert "Closely related" not in shown
    (near,) = client.get(f"/api/stories/{clips[0].story_id}/related").json()
    assert (near["close"], near["shared"]) == (False, ["Marrow Point"])


def test_stories_of_one_town_are_from_there_and_of_one_river_about_it(clips):
    Clip.objects.filter(pk=clips[1].pk).update(summary="The Orlo rose in Velm on Sunday, and people left Velm.")
    other = Clip.objects.get(pk=clips[1].pk)
    town, river = Related(other, names=("Velm",)), Related(other, names=("River Orlo", "Velm"))
    close, alike = Related(clips[0], shared=("Velm", "harbour")), Related(clips[0], likeness=0.7)
    groups = [(one.close, one.name, one.town, len(one.all)) for one in related_groups([town, close, alike, river])]
    assert groups == [(True, "", False, 1), (False, "Velm", True, 2), (False, "", False, 1)]
    assert [(one.name, one.town) for one in related_groups([river])] == [("River Orlo", False)]
