"""How it came to a story, and what came after: on its pages, in the API, and told to those who follow it."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsclip.clips.models import Clip, Hashtag
from newsclip.community import actions as community
from newsclip.community import queries as community_queries
from newsclip.community.models import Follow, Notice
from newsclip.kernel.reasons import Refused
from newsclip.stories import queries as stories
from newsclip.stories.models import ChainLink, Story
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db

HEADLINES = ("Ferry crews walk out", "A mediator for the ferries", "Ferry crews accept the deal")


@pytest.fixture
def clips(now):
    """Of a chain, the oldest first; they share no hashtag."""
    made = [
        factories.ferry(place, picture=False, headline=headline, at=now - timedelta(days=20 * (3 - place)))
        for place, headline in enumerate(HEADLINES)
    ]
    Hashtag.objects.all().delete()
    for earlier, later in pairwise(made):
        link(earlier, later, now)
    return made


def link(earlier, later, at):
    shared = ["Dora Quist", "deckhands"]
    return ChainLink.objects.create(earlier=earlier.story, later=later.story, score=0.5, shared=shared, at=at)


def section(client, path):
    page = client.get(path).content.decode()
    return page.partition('<section class="chain"')[2].partition("</section>")[0]


def pages_of(clip):
    return (f"/c/{clip.slug}", f"/s/{clip.story_id}")


def test_the_pages_say_how_it_came_to_this_and_what_came_after_in_the_order_of_time(client, clips):
    for path in pages_of(clips[1]):
        shown = section(client, path)
        places = [
            shown.index(words) for words in ("The story so far", HEADLINES[0], "This story", "What happened next")
        ]
        assert places == sorted(places)
        assert shown.index("What happened next") < shown.index(HEADLINES[2])
        assert 'aria-current="true"' in shown
        assert "Both mention Dora Quist, deckhands." in shown
        assert shown.count("<time ") == 3


def test_both_sides_agree(client, clips):
    for path in pages_of(clips[0]):
        shown = section(client, path)
        assert "The story so far" not in shown
        assert shown.index("What happened next") < shown.index(HEADLINES[1]) < shown.index(HEADLINES[2])
    assert HEADLINES[0] in section(client, f"/c/{clips[2].slug}")


def test_a_story_in_no_chain_shows_none(client, clip):
    assert section(client, f"/c/{clip.slug}") == ""
    assert section(client, f"/s/{clip.story_id}") == ""


def test_what_is_in_the_chain_is_not_listed_as_related_again(client, clips):
    for place in (0, 1):
        for number, key in enumerate(("quay", "crew")):
            Hashtag.objects.create(clip=clips[place], name=key, key=key, place=number)
    for path in pages_of(clips[1]):
        assert 'class="related"' not in client.get(path).content.decode()


@pytest.mark.parametrize("gone", [{"state": Clip.State.WITHDRAWN}, {"hidden": True}])
def test_what_was_withdrawn_or_taken_out_is_passed_over_and_the_chain_goes_on(client, clips, gone):
    Clip.objects.filter(pk=clips[1].pk).update(**gone)
    shown = section(client, f"/c/{clips[2].slug}")
    assert HEADLINES[1] not in shown
    assert HEADLINES[0] in shown


def test_a_story_without_a_clip_is_passed_over(client, clips):
    clips[1].delete()
    assert HEADLINES[0] in section(client, f"/c/{clips[2].slug}")


def test_what_a_reader_mutes_is_not_in_the_chain(client, clips, mara, now):
    community.mute(mara, "word", "mediator", now=now)
    client.force_login(mara)
    shown = section(client, f"/c/{clips[2].slug}")
    assert "mediator" not in shown
    assert HEADLINES[0] in shown


def test_a_chain_does_not_quote_a_publisher_that_a_reader_mutes(client, clips):
    client.cookies["muted"] = factories.TOLD[0][1]
    shown = section(client, f"/c/{clips[2].slug}")
    assert f"/c/{clips[0].slug}" in shown
    assert HEADLINES[0] not in shown


def test_a_story_that_only_muted_publishers_tell_is_not_in_the_chain(client, clips):
    client.cookies["muted"] = "!".join(domain for _, domain, *_ in factories.TOLD)
    assert section(client, f"/s/{clips[2].story_id}") == ""


def test_programs_get_the_chain_with_its_reasons(client, clips):
    told = client.get(f"/api/stories/{clips[1].story_id}/chain").json()
    assert [one["clip"]["headline"] for one in told["earlier"]] == [HEADLINES[0]]
    assert [one["story"] for one in told["later"]] == [clips[2].story_id]
    assert told["later"][0]["shared"] == ["Dora Quist", "deckhands"]
    in_json = client.get(f"/s/{clips[1].story_id}.json").json()["chain"]
    assert [one["headline"] for one in in_json["earlier"]] == [HEADLINES[0]]
    assert in_json["later"][0]["began"].startswith(f"{clips[2].story.started_at:%Y-%m-%d}")
    assert client.get("/api/stories/999/chain").status_code == 404


def tell(now):
    return list(community.tell_of_chains(community_queries.chains_to_tell(now), now=now))


def fourth(now):
    """A story that the chain goes on with."""
    return factories.ferry(3, picture=False, headline="Ferries strike again", at=now)


def test_who_follows_a_chain_by_any_of_its_stories_is_told_once_how_it_went_on(client, clips, mara, now):
    client.force_login(mara)
    client.post("/follow", {"kind": "chain", "key": str(clips[0].story_id)})
    Follow.objects.update(at=now - timedelta(days=1))
    assert [told for _, told in tell(now)] == [0, 0]  # was there before
    new = fourth(now)
    link(clips[2], new, now)
    assert [told for _, told in tell(now)] == [1]
    notice = Notice.objects.get()
    assert (notice.reader, notice.story_id, notice.kind) == (mara, new.story_id, "chain")
    assert notice.words == "What happened next: Ferries strike again"
    ChainLink.objects.update(told=False)
    tell(now)
    assert Notice.objects.count() == 1


def test_a_link_counts_as_told_only_when_its_followers_were(clips, mara, now):
    community.follow(mara, "chain", str(clips[0].story_id), now=now - timedelta(days=1))
    ChainLink.objects.update(told=True)
    link(clips[2], fourth(now), now)
    with CaptureQueriesContext(connection) as asked:
        tell(now)
    changes = [query["sql"] for query in asked if query["sql"].startswith(("INSERT", "UPDATE"))]
    assert "community_notice" in changes[0]
    assert "stories_chainlink" in changes[-1]


def test_nobody_is_told_before_there_is_a_clip_nor_of_one_that_was_withdrawn(clips, mara, now):
    community.follow(mara, "chain", str(clips[0].story_id), now=now - timedelta(days=1))
    ChainLink.objects.update(told=True)
    new = fourth(now)
    link(clips[2], new, now)
    Clip.objects.filter(pk=new.pk).update(state=Clip.State.WITHDRAWN)
    assert tell(now) == []
    assert stories.links_to_tell()
    assert tell(now + timedelta(days=8)) == []
    assert not stories.links_to_tell()
    assert not Notice.objects.exists()


def test_a_headline_that_is_taken_down_goes_from_what_the_followers_were_told(clips, mara, now):
    community.follow(mara, "chain", str(clips[0].story_id), now=now - timedelta(days=1))
    new = fourth(now)
    link(clips[2], new, now)
    tell(now)
    community.redact(new, lambda words: words != new.headline)
    assert Notice.objects.exists()
    community.redact(new, lambda words: words == new.headline)
    assert not Notice.objects.exists()


def test_stories_that_wait_for_a_clip_keep_no_other_from_being_told(clips, now):
    ChainLink.objects.update(told=True)
    bare = Story.objects.create(started_at=now, last_at=now)
    ChainLink.objects.create(earlier=clips[2].story, later=bare, score=0.5, shared=[], at=now)
    new = fourth(now)
    link(clips[2], new, now)
    assert [one.later_id for one in community_queries.chains_to_tell(now)] == [new.story_id]
    assert len(community_queries.chains_to_tell(now + timedelta(days=8))) == 2


def test_who_mutes_what_it_goes_on_with_is_not_told(clips, mara, now):
    community.follow(mara, "chain", str(clips[0].story_id), now=now - timedelta(days=1))
    community.mute(mara, "word", "strike", now=now)
    link(clips[2], fourth(now), now)
    assert sum(told for _, told in tell(now)) == 0


def test_the_mutes_of_all_who_follow_a_chain_are_read_at_once(clips, mara, nils, now):
    for reader in (mara, nils):
        community.follow(reader, "chain", str(clips[0].story_id), now=now - timedelta(days=1))
    community.mute(nils, "word", "strike", now=now)
    ChainLink.objects.update(told=True)
    link(clips[2], fourth(now), now)
    with CaptureQueriesContext(connection) as asked:
        assert sum(told for _, told in tell(now)) == 1
    assert sum("community_mute" in query["sql"] for query in asked) == 1
    assert Notice.objects.get().reader == mara


def test_the_button_says_whether_one_follows_whichever_story_one_is_at(signed_in, clips):
    assert 'aria-pressed="false">Follow what comes next</button>' in section(signed_in, f"/c/{clips[2].slug}")
    signed_in.post("/follow", {"kind": "chain", "key": str(clips[0].story_id)})
    for clip in clips:
        for path in pages_of(clip):
            assert 'aria-pressed="true">Following what comes next' in section(signed_in, path)
    signed_in.post("/follow", {"kind": "chain", "key": str(clips[2].story_id), "undo": "1"})
    assert not Follow.objects.exists()


def test_strangers_are_asked_to_sign_in(client, clips):
    assert "/accounts/login/?next=/c/" in section(client, f"/c/{clips[0].slug}")


def test_a_followed_chain_is_listed_and_exported_and_cannot_be_muted(signed_in, mara, clips, now):
    signed_in.post("/follow", {"kind": "chain", "key": str(clips[0].story_id)})
    shown = signed_in.get("/following").content.decode()
    assert f'href="/s/{clips[0].story_id}" dir="auto">{HEADLINES[0]}</a>' in shown
    assert "Follow-ups to a story" in shown
    assert {"kind": "chain", "key": str(clips[0].story_id)} in community_queries.listed_for(mara)
    with pytest.raises(Refused):
        community.mute(mara, "chain", str(clips[0].story_id), now=now)
    with pytest.raises(Refused):
        community.follow(mara, "chain", "999999", now=now)


def test_after_a_merge_one_follows_the_chain_of_the_other_story(clips, mara, nils, now):
    into = factories.ferry(5, picture=False)
    for reader in (mara, nils):
        community.follow(reader, "chain", str(clips[0].story_id), now=now)
    community.follow(nils, "chain", str(into.story_id), now=now)
    community.follow(nils, "story", str(into.story_id), now=now)
    Story.objects.filter(pk=clips[0].story_id).update(merged_into=into.story)
    community.carry(clips[0].story_id, now=now)
    assert Follow.objects.filter(reader=mara, kind="chain", key=str(into.story_id)).exists()
    for reader in (mara, nils):
        community.unfollow(reader, "chain", str(into.story_id))
    assert list(Follow.objects.values_list("reader__username", "kind")) == [("nils", "story")]
