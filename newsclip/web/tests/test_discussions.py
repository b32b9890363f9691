"""One page leads to what people talk about: the newest comment on each story, and the most discussed of the week."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community import actions, queries
from newsclip.community.models import Comment, Flag, Target
from newsclip.web.pages.pagination import PAGE
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def olin(now):
    return Reader.objects.create(username="olin", date_joined=now - timedelta(days=400))


def page(client) -> str:
    return client.get("/discussions").content.decode()


def newest(client) -> str:
    """The list of the newest comments."""
    return page(client).partition('<ul class="ledger">')[2].partition("</ul>")[0]


def test_each_story_stands_there_once_with_its_newest_comment_the_newest_first(client, clip, other, mara, olin, now):
    actions.comment(mara, clip.story_id, "I was aboard.", now=now - timedelta(hours=3))
    actions.comment(mara, other.story_id, "The tugs came late.", now=now - timedelta(hours=2))
    said = actions.comment(olin, clip.story_id, "So was I.\n\n> I was aboard.\n\nAll night.", now=now)
    shown = newest(client)
    assert shown.index("So was I.") < shown.index("The tugs came late.")
    assert "I was aboard." not in shown
    assert shown.count("<li>") == 2
    assert f'<a href="/comments/{said.pk}">Read and reply' in shown
    assert '<a href="/u/olin"><bdi>olin</bdi></a>' in shown
    assert f'<h3><a href="/s/{clip.story_id}/discussion"' in shown
    assert "2 comments" in shown


def test_stories_that_more_people_talk_about_stand_above_those_with_more_comments(client, clip, other, mara, olin, now):
    for reader in (mara, olin):
        actions.comment(reader, clip.story_id, f"I was aboard, says {reader}.", now=now)
    for words in ("One tug.", "Two tugs.", "Three tugs."):
        actions.comment(mara, other.story_id, words, now=now)
    most = page(client).partition("Most discussed this week")[2].partition("</ol>")[0]
    assert most.index("2 comments by 2 readers") < most.index("3 comments by 1 reader")
    Comment.objects.filter(story=clip.story_id).update(at=now - timedelta(days=8))
    assert "by 2 readers" not in page(client)


@pytest.mark.parametrize("state", ["held", "removed", "withdrawn"])
def test_what_is_not_shown_in_its_discussion_is_not_shown_here(client, clip, mara, now, state):
    actions.comment(mara, clip.story_id, "I was aboard.", now=now)
    Comment.objects.update(state=state)
    assert "I was aboard." not in page(client)
    assert "Nobody has said anything yet" in page(client)
    assert client.get("/discussions/feed.json").json()["items"] == []


def test_in_place_of_what_flags_of_some_weight_are_open_on_the_one_before_stands_there(client, clip, mara, olin, now):
    actions.comment(mara, clip.story_id, "I was aboard.", now=now - timedelta(hours=1))
    said = actions.comment(olin, clip.story_id, "Buy my boat.", now=now)
    Flag.objects.create(kind=Target.COMMENT, key=str(said.pk), reader=mara, reason="spam", at=now, weight=1)
    assert "I was aboard." in newest(client)
    assert "Buy my boat." not in page(client)


def test_what_more_people_find_poor_is_not_put_forward(client, clip, mara, now):
    actions.comment(mara, clip.story_id, "I was aboard.", now=now)
    Comment.objects.update(score=-1)
    assert "I was aboard." not in page(client)


@pytest.mark.parametrize("muted", [("person", "olin"), ("word", "boat*")])
def test_of_a_reader_who_mutes_the_newest_that_is_left_is_shown(signed_in, clip, mara, olin, now, muted):
    nils = Reader.objects.create(username="nils", date_joined=now - timedelta(days=400))
    actions.comment(nils, clip.story_id, "I was aboard.", now=now - timedelta(hours=1))
    actions.comment(olin, clip.story_id, "Whose boats?", now=now)
    assert "Whose boats?" in newest(signed_in)
    actions.mute(mara, *muted, now=now)
    assert "Whose boats?" not in page(signed_in)
    assert "I was aboard." in newest(signed_in)


def test_where_only_muted_people_talk_the_story_is_not_among_the_newest(signed_in, clip, mara, olin, now):
    actions.comment(olin, clip.story_id, "I was aboard.", now=now)
    actions.mute(mara, "person", "olin", now=now)
    assert clip.headline not in newest(signed_in)


def test_a_story_that_is_muted_taken_out_or_withdrawn_is_not_there(signed_in, clip, other, mara, now):
    for one in (clip, other):
        actions.comment(mara, one.story_id, f"About {one.headline}.", now=now)
    actions.mute(mara, "story", str(clip.story_id), now=now)
    Clip.objects.filter(pk=other.pk).update(hidden=True)
    shown = page(signed_in)
    for one in (clip, other):
        assert one.headline not in shown.partition("<main")[2]
    assert "1 clip hidden because you muted" in shown
    assert len(signed_in.get("/discussions/feed.json").json()["items"]) == 1


def test_the_feed_has_every_comment_that_answers_nobody_the_newest_first(client, clip, mara, olin, now):
    actions.comment(mara, clip.story_id, "I was aboard.", now=now - timedelta(hours=1))
    actions.comment(olin, clip.story_id, "So was I.", now=now)
    items = client.get("/discussions/feed.json").json()["items"]
    assert ["So was I." in one["content_html"] for one in items] == [True, False]


def test_the_head_of_every_page_leads_there(client, clip):
    assert '<li><a href="/discussions">Discussions</a></li>' in client.get("/").content.decode()
    assert '<a href="/discussions" aria-current="page">' in page(client)


def test_many_discussions_cost_as_many_queries_as_one(client, mara, now):
    def asked(stories: int) -> int:
        with CaptureQueriesContext(connection) as found:
            assert newest(client).count("<li>") == stories
        return len(found)

    def add(place: int) -> None:
        clip = factories.ferry(place, at=now - timedelta(hours=place))
        actions.comment(mara, clip.story_id, f"I was aboard the {place}th.", now=now - timedelta(minutes=place))

    add(1)
    page(client)
    one = asked(1)
    for place in range(2, 9):
        add(place)
    assert asked(8) == one


def test_a_story_with_many_comments_hides_no_other(clip, other, mara, now):
    actions.comment(mara, other.story_id, "The tugs came late.", now=now - timedelta(hours=2))
    for number in range(3):
        actions.comment(mara, clip.story_id, f"I was aboard {number}.", now=now)
    assert [row.story_id for row in queries.newest_by_story()[:2]] == [clip.story_id, other.story_id]


def test_what_answers_a_hidden_comment_is_put_forward_nowhere(signed_in, clip, mara, olin, nils, now):
    first = actions.comment(olin, clip.story_id, "I was aboard.", now=now - timedelta(hours=1))
    actions.comment(nils, clip.story_id, "Were you?", parent=first, now=now)
    assert "Were you?" in newest(signed_in)
    actions.mute(mara, "person", "olin", now=now)
    assert "Were you?" not in newest(signed_in)
    actions.unmute(mara, "person", "olin")
    Comment.objects.filter(pk=first.pk).update(state="held")
    assert "Were you?" not in newest(signed_in)
    assert signed_in.get("/discussions/feed.json").json()["items"] == []


def test_a_reply_is_the_newest_comment_of_its_story_while_all_that_it_answers_is_shown(client, clip, mara, olin, now):
    first = actions.comment(olin, clip.story_id, "I was aboard.", now=now - timedelta(hours=3))
    second = actions.comment(mara, clip.story_id, "Were you?", parent=first, now=now - timedelta(hours=2))
    actions.comment(olin, clip.story_id, "All night.", parent=second, now=now - timedelta(hours=1))
    assert "All night." in newest(client)
    Comment.objects.filter(pk=first.pk).update(state="held")
    assert newest(client) == ""


def test_whom_a_reader_mutes_is_not_counted_among_those_who_talk(signed_in, clip, other, mara, olin, now):
    for words in ("I was aboard.", "All night."):
        actions.comment(mara, clip.story_id, words, now=now)
    for one in (clip, other):
        actions.comment(olin, one.story_id, f"About {one.headline}.", now=now)
    actions.mute(mara, "person", "olin", now=now)
    most = page(signed_in).partition("Most discussed this week")[2].partition("</ol>")[0]
    assert "2 comments by 1 reader" in most
    assert other.headline not in most


def test_where_a_story_is_most_discussed_somebody_has_said_something(client, clip, mara, now):
    said = actions.comment(mara, clip.story_id, "I was aboard.", now=now)
    for words in ("All night.", "And the day."):
        actions.comment(mara, clip.story_id, words, parent=said, now=now)
    Comment.objects.filter(pk=said.pk).update(state="removed")
    shown = page(client)
    assert "Most discussed this week" in shown
    assert "Newest comments" not in shown
    assert "Nobody has said anything yet" not in shown


def test_where_all_that_is_talked_about_is_muted_nobody_is_said_to_be_silent(signed_in, clip, mara, now):
    actions.comment(mara, clip.story_id, "I was aboard.", now=now)
    actions.mute(mara, "story", str(clip.story_id), now=now)
    assert "1 clip hidden because you muted" in page(signed_in)
    assert "Nobody has said anything yet" not in page(signed_in)


def talk_about(stories: int, mara, now) -> list[Clip]:
    """Clips, each with one comment; the later in the list, the older."""
    made = [factories.ferry(place, at=now - timedelta(hours=place)) for place in range(stories)]
    for place, clip in enumerate(made):
        actions.comment(mara, clip.story_id, f"I was aboard the {place}th.", now=now - timedelta(minutes=place))
    return made


def test_older_discussions_are_a_page_away_whatever_is_said_meanwhile(client, mara, olin, now):
    made = talk_about(PAGE + 2, mara, now)
    first = client.get("/discussions")
    assert len(first.context["newest"]) == PAGE
    assert f"before={first.context['older'][:10]}" in first.content.decode()
    actions.comment(olin, made[-1].story_id, "So was I.", now=now)
    second = client.get("/discussions", {"before": first.context["older"]})
    assert [one.clip.story_id for one in second.context["newest"]] == [made[PAGE].story_id]
    assert not second.context["older"]
    assert "Most discussed this week" not in second.content.decode()


def test_a_page_is_full_though_stories_between_have_no_clip_that_lists_show(client, mara, now):
    made = talk_about(PAGE + 2, mara, now)
    Clip.objects.filter(pk__in=[made[0].pk, made[5].pk]).update(hidden=True)
    page = client.get("/discussions")
    assert len(page.context["newest"]) == PAGE
    assert not page.context["older"]


def test_behind_the_last_page_nobody_is_said_to_be_silent(client, clip, mara, now):
    actions.comment(mara, clip.story_id, "I was aboard.", now=now)
    assert (
        "Nobody has said anything yet"
        not in client.get("/discussions?before=1990-01-01T00:00:00%2B00:00_1").content.decode()
    )


def test_where_only_muted_people_talk_the_page_says_that_a_mute_hides_them(signed_in, clip, mara, olin, now):
    actions.comment(olin, clip.story_id, "I was aboard.", now=now)
    actions.mute(mara, "person", "olin", now=now)
    assert "1 comment hidden because you muted" in page(signed_in)
    assert "Nobody has said anything yet" not in page(signed_in)


def test_what_one_comment_was_written_about_is_not_most_discussed(client, clip, mara, now):
    actions.comment(mara, clip.story_id, "I was aboard.", now=now)
    assert "Most discussed this week" not in page(client)
    assert "I was aboard." in newest(client)
