"""The log says for ever which headline or hashtags were changed, from what to what, and whose reason is whose."""

import html
import re
from datetime import timedelta

import pytest
from django.utils import timezone
from lxml.html import fromstring

from newsclip.accounts.models import Reader
from newsclip.articles.models import Article, Revision
from newsclip.clips.models import Clip
from newsclip.community import actions, queries
from newsclip.community.models import Action, Notice, Suggestion
from newsclip.stories.models import Membership, StoryEvent
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
WANTED = "Lifeboats empty stranded ferry in fog"


def page(client, path: str = "/moderation") -> str:
    return html.unescape(client.get(path).content.decode())


@pytest.fixture
def idea(clip) -> Suggestion:
    """A headline that pia suggests, which an article bears."""
    pia = Reader.objects.create(username="pia")
    given = {"wanted": {"headline": WANTED}, "why": "It is calmer.", "at": clip.published}
    return Suggestion.objects.create(reader=pia, story=clip.story, kind="headline", **given)


def carry_out(client, idea: Suggestion, **more: str) -> Action:
    client.post(f"/suggestions/{idea.pk}/decide", more)
    return Action.objects.latest("pk")


def test_both_headlines_stand_in_the_log_whatever_the_story_is_called_later(client, clip, orla, idea):
    before = clip.headline
    carry_out(client, idea)
    Clip.objects.filter(pk=clip.pk).update(headline="Something else by now")
    assert f"from “{before}” to “{WANTED}”" in page(client)
    listed = client.get("/api/moderation").json()[0]
    assert listed["change"] == f"another headline, from “{before}” to “{WANTED}”"
    assert WANTED in page(client, "/moderation/feed.atom")


def test_the_suggesters_reason_is_theirs_and_the_moderators_is_not_invented(client, clip, orla, idea):
    carry_out(client, idea)
    shown = page(client)
    assert "Suggested by" in shown
    assert '>pia</a>: “<span dir="auto">It is calmer.</span>”' in shown
    assert "No reason given." in shown


def test_a_moderators_own_change_says_which_it_is_and_why(client, clip, orla):
    ask = {"kind": "headline", "headline": WANTED, "why": "It says more.", "at_once": "1"}
    before = clip.headline
    client.post(f"/s/{clip.story_id}/suggest", ask)
    shown = page(client)
    assert "changed the headline of" in shown
    assert "changed the headline or the hashtags of" not in shown
    assert f'</a>: <span dir="auto">from “{before}” to “{WANTED}”' in shown
    assert "It says more." in shown
    assert "Suggested by" not in shown


def test_hashtags_are_told_from_what_to_what(client, clip, orla):
    before = " ".join(clip.document["hashtags"])
    ask = {"kind": "hashtags", "hashtags": "#Sabine #Fog", "why": "It is a ferry.", "at_once": "1"}
    client.post(f"/s/{clip.story_id}/suggest", ask)
    shown = page(client)
    assert "changed the hashtags of" in shown
    assert f"from “{before}” to “#Sabine #Fog”" in shown


def test_what_was_declined_stands_there_too(client, clip, orla, idea):
    carry_out(client, idea, refuse="1", why="It says less.")
    shown = page(client)
    assert f"another headline: “{WANTED}”" in shown
    assert "It says less." in shown


def test_rows_of_before_are_read_as_they_were(client, clip, orla, now):
    Action.objects.create(
        name="orla", kind="apply", target="story", key=str(clip.story_id), reason="another headline: Shorter.", at=now
    )
    Action.objects.create(
        name="orla", kind="change", target="story", key=str(clip.story_id), reason="another headline: Calm.", at=now
    )
    shown = page(client)
    assert "another headline: Shorter." in shown
    assert "changed the headline or the hashtags of" in shown


def test_the_history_of_the_story_tells_of_its_headlines(client, clip, orla, idea):
    before = clip.headline
    carry_out(client, idea)
    history = page(client, f"/s/{clip.story_id}").partition('id="history"')[2]
    assert f"from “{before}” to “{WANTED}”" in history


def test_the_history_of_the_story_begins_with_what_was_done_last(client, clip, orla, idea, now):
    StoryEvent.objects.create(story=clip.story, kind="started", at=now - timedelta(days=1))
    carry_out(client, idea)
    StoryEvent.objects.create(story=clip.story, kind="joined", at=timezone.now() + timedelta(hours=1))
    history = page(client, f"/s/{clip.story_id}").partition('id="history"')[2]
    assert history.index("An article joined") < history.index(f"to “{WANTED}”") < history.index("The story began")


def test_the_log_leads_from_a_split_to_what_was_split_off(client, clip, orla):
    articles = [str(row.article_id) for row in Membership.objects.filter(story=clip.story)[:1]]
    client.post(f"/s/{clip.story_id}/split", {"articles": articles, "sure": "1", "why": "Another ferry."})
    deed = page(client).partition("split <a")[2]
    assert f'(<a href="/s/{clip.story_id}#history">see its history</a>)' in deed.partition("</p>")[0]


def test_an_account_that_is_gone_is_named_no_more(client, clip, orla, idea):
    carry_out(client, idea)
    Reader.objects.filter(username="pia").delete()
    assert "pia" not in page(client)


def test_the_words_go_with_a_takedown(clip, now, orla, idea, client):
    carry_out(client, idea)
    actions.redact(clip, lambda text: text == WANTED)
    (row,) = queries.named([Action.objects.get()])
    assert WANTED not in row.change
    assert clip.headline in row.change


def test_what_pia_was_told_stays_where_its_headline_may_be_shown(client, clip, orla, idea):
    carry_out(client, idea, refuse="1", why="It says too little.")
    assert Notice.objects.filter(reader__username="pia").count() == 1
    actions.redact(clip, lambda text: text not in {WANTED, clip.headline})
    assert Notice.objects.filter(reader__username="pia").count() == 1
    actions.redact(clip, lambda text: text in {WANTED, clip.headline})
    assert not Notice.objects.filter(reader__username="pia").exists()


def test_a_headline_is_undone_from_the_log_with_a_reason(client, clip, orla, idea):
    carry_out(client, idea)
    assert f'action="/suggestions/{idea.pk}/decide"' in page(client)
    carry_out(client, idea, undo="1", why="The other says more.", next="/moderation")
    shown = page(client)
    assert f"another headline, no longer “{WANTED}”" in shown
    assert "The other says more." in shown
    assert "No longer in force." in shown
    assert f'action="/suggestions/{idea.pk}/decide"' not in shown
    idea.refresh_from_db()
    assert idea.state == Suggestion.State.UNDONE


def test_a_merge_is_undone_from_the_log(client, clip, other, orla):
    client.post(f"/s/{clip.story_id}/merge", {"into": str(other.story_id), "sure": "1", "why": "One ferry."})
    undo = re.search(r'action="(/s/undo/\d+)"', page(client))
    assert undo
    client.post(undo[1], {"why": "Two ferries."})
    assert undo[1] not in page(client)


def test_who_does_not_moderate_is_offered_no_undo(client, clip, other, orla, idea):
    carry_out(client, idea)
    client.post(f"/s/{clip.story_id}/merge", {"into": str(other.story_id), "sure": "1", "why": "One ferry."})
    client.logout()
    assert "Undo" not in page(client)


def test_only_the_newest_headline_counts_as_applied_and_an_earlier_one_says_until_when(client, clip, orla, idea):
    carry_out(client, idea)
    ask = {"kind": "headline", "headline": clip.headline, "why": "It says more.", "at_once": "1"}
    client.post(f"/s/{clip.story_id}/suggest", ask)
    listed = page(client, f"/s/{clip.story_id}/suggestions").partition("<main")[2]
    assert listed.count("Applied.") == 1
    assert "when another took its place." in listed
    assert listed.count(">Undo</button>") == 1
    assert listed.count("The clip gets this headline when it is written next") == 1


def test_no_undo_is_offered_for_a_headline_that_another_replaced(client, clip, orla, idea):
    carry_out(client, idea)
    ask = {"kind": "headline", "headline": clip.headline, "why": "It says more.", "at_once": "1"}
    client.post(f"/s/{clip.story_id}/suggest", ask)
    newest = Suggestion.objects.latest("pk")
    shown = page(client)
    assert re.findall(r'action="/suggestions/(\d+)/decide"', shown) == [str(newest.pk)]
    assert shown.count("No longer in force.") == 1
    carry_out(client, newest, undo="1", why="It says less.")
    assert re.findall(r'action="/suggestions/(\d+)/decide"', page(client)) == [str(idea.pk)]


@pytest.mark.parametrize("what", ["move", "split", "merge"])
def test_of_stories_that_are_as_before_the_log_says_that_the_change_holds_no_more(client, clip, other, orla, what):
    article = clip.story.memberships.values_list("article", flat=True)[0]
    ask = {"articles": article, "into": str(other.story_id), "sure": "1", "why": "One ferry."}
    client.post(f"/s/{clip.story_id}/{what}", ask)
    undo = re.search(r'action="(/s/undo/\d+)"', page(client))
    assert undo
    assert "No longer in force." not in page(client)
    client.post(undo[1], {"why": "Two ferries."})
    assert page(client).count("No longer in force.") == 1


def test_who_mutes_a_person_reads_no_words_of_theirs_in_the_log(client, clip, orla, idea, now):
    carry_out(client, idea)
    actions.mute(orla, "person", "pia", now=now)
    shown = page(client)
    assert "It is calmer." not in shown
    assert ">pia</a>" not in shown
    assert f"to “{WANTED}”" in shown


def test_a_closed_account_that_suggested_it_is_no_link(client, clip, orla, idea):
    carry_out(client, idea)
    Reader.objects.filter(username="pia").update(is_active=False)
    shown = page(client)
    assert '"/u/pia"' not in shown
    assert "It is calmer." in shown


@pytest.mark.parametrize("gone", [{"hidden": True}, {"state": "withdrawn"}])
def test_the_history_of_a_story_whose_clip_is_gone_tells_none_of_its_headlines(client, clip, orla, idea, gone):
    carry_out(client, idea)
    Clip.objects.filter(pk=clip.pk).update(**gone)
    shown = page(client, f"/s/{clip.story_id}")
    assert f"“{WANTED}”" not in shown
    assert f"“{clip.headline}”" not in shown


def test_the_log_tells_no_words_of_a_clip_that_was_withdrawn(client, clip, orla, idea):
    before = clip.headline
    carry_out(client, idea)
    Clip.objects.filter(pk=clip.pk).update(state="withdrawn")
    for path in ("/moderation", "/api/moderation", "/moderation/feed.atom"):
        shown = page(client, path)
        assert WANTED not in shown, path
        assert before not in shown, path


def test_who_decides_a_second_time_is_not_told_that_it_failed(client, clip, orla, idea):
    carry_out(client, idea)
    again = client.post(f"/suggestions/{idea.pk}/decide")
    assert again.status_code == 410
    assert "It could not be carried out." not in page(client, f"/s/{clip.story_id}/suggestions")
    idea.refresh_from_db()
    assert idea.state == Suggestion.State.APPLIED


def test_a_story_has_in_the_log_the_headline_that_it_had_then(client, clip, other, orla, now):
    one, another = clip.headline, other.headline
    client.post(f"/s/{clip.story_id}/merge", {"into": str(other.story_id), "sure": "1", "why": "One ferry."})
    factories.say_in_headline(other, one)
    assert f"merged “{one}” into “{another}”" in page(client, "/moderation/feed.atom")
    deed = fromstring(client.get("/moderation").content).cssselect(".ledger li p")[1]
    assert f"merged “{one}” into “{another}”" in " ".join(deed.text_content().split())
    led = {link.text_content(): link.get("href") for link in deed.cssselect("a[dir=auto]")}
    assert led == {f"“{one}”": f"/s/{clip.story_id}", f"“{another}”": f"/s/{other.story_id}"}
    there = client.get(f"/s/{clip.story_id}", follow=True)
    assert there.request["PATH_INFO"] == f"/s/{other.story_id}"


def test_whoever_undoes_a_merge_reads_what_each_story_was_called(client, clip, other, orla):
    client.post(f"/s/{clip.story_id}/merge", {"into": str(other.story_id), "sure": "1", "why": "One ferry."})
    factories.say_in_headline(other, clip.headline)
    undo = re.search(r'action="(/s/undo/\d+)"', page(client))
    assert undo
    pairs = page(client, undo[1]).partition('<dl class="pairs">')[2].partition("</dl>")[0]
    assert pairs.count(clip.headline) == 1
    assert pairs.count(other.headline) == 1


def test_a_headline_of_then_goes_with_the_words_it_rested_on(client, clip, other, orla):
    client.post(f"/s/{clip.story_id}/merge", {"into": str(other.story_id), "sure": "1", "why": "One ferry."})
    before = other.headline
    factories.say_in_headline(other, "Sabine: 209 passengers ashore, inquiry opened")
    Revision.objects.update(title="", text="")
    assert before not in page(client)


def test_the_log_names_an_article_that_was_kept_in_its_story_as_long_as_it_is_there(client, clip, orla):
    member = clip.story.memberships.latest("pk")
    Article.objects.filter(pk=member.article_id).update(entry_title="Tugs free the ferry")
    given = {"target": "story", "key": str(clip.story_id), "label": str(member.article_id), "at": clip.published}
    Action.objects.create(name="orla", kind="keep_in", **given)
    assert "Tugs free the ferry" in page(client)
    member.delete()
    assert "Tugs free the ferry" not in page(client)
