"""What moderators read before they change a story, and what they are told after it."""

import pytest

from newsclip.accounts.models import Reader
from newsclip.community.models import Action, Suggestion
from newsclip.stories.models import StoryActor, StoryProfile

pytestmark = pytest.mark.django_db
TWO_NAMES = ("Tern Rock", "Kelling")


@pytest.mark.parametrize(("names", "language", "warned"), [
    (TWO_NAMES, "en", True), (("Tern Rock", "Sabine"), "en", False), ((), "en", False), (TWO_NAMES, "de", False),
])  # fmt: skip
def test_before_a_merge_of_two_that_share_no_name_the_moderator_is_warned(client, clip, other, names, language, warned):
    client.force_login(Reader.objects.create(username="orla", is_moderator=True))
    for story, told, spoken in ((clip.story, ("Sabine",), "en"), (other.story, names, language)):
        StoryProfile.objects.create(story=story, at=story.started_at, language=spoken, words={})
        for name in told:
            StoryActor.objects.create(
                story=story, key=name.lower(), name=name, counts=1, leads=False, opens=True, at=story.started_at
            )
    shown = client.post(f"/s/{clip.story_id}/merge", {"into": str(other.story_id)}).content.decode()
    assert ("Are these one event?" in shown) is warned


def test_a_moderator_changes_a_headline_and_is_not_asked_to_suggest_it(client, clip, orla):
    page = client.get(f"/s/{clip.story_id}/suggest").content.decode()
    assert "<h1>Change a story</h1>" in page
    assert '<button class="button strong" name="at_once" value="1">Change the headline</button>' in page
    assert "Suggest the headline" not in page
    assert page.count("Why? Everybody can read this.") == 3


def test_whoever_changed_a_headline_is_led_to_its_entry_in_the_log_to_undo_it(client, clip, orla):
    ask = {"kind": "headline", "headline": "Lifeboats empty stranded ferry in fog", "why": "It is calmer."}
    shown = client.post(f"/s/{clip.story_id}/suggest", ask | {"at_once": "1"}, follow=True).content.decode()
    done = Action.objects.latest("pk")
    assert f'Done, and written to the public log. <a href="/moderation#deed-{done.pk}">Undo</a>' in shown
    undone = {"undo": "1", "why": "It says less.", "next": "/moderation"}
    shown = client.post(f"/suggestions/{Suggestion.objects.get().pk}/decide", undone, follow=True).content.decode()
    assert "Undone, and written to the public log." in shown
