"""The clip's page shows what people make of it: how to take part at its head, best comments, and who speaks of what."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsclip.accounts.models import Reader
from newsclip.community import actions, queries
from newsclip.community.models import Comment, Flag, Mute
from newsclip.kernel.spans import digest_of
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
SENTENCE = "Its inspectors will listen to the bridge recordings first."


@pytest.fixture
def page(client, clip):
    def read() -> str:
        return client.get(f"/c/{clip.slug}").content.decode()

    return read


def part(shown: str, opens: str, closes: str) -> str:
    return shown.partition(opens)[2].partition(closes)[0]


def acts(shown: str) -> str:
    return part(shown, 'class="clip-acts"', "</header>")


def voices(shown: str) -> str:
    return part(shown, 'class="voices"', "</section>")


def say(story: int, name: str, text: str, **more: object) -> Comment:
    author, _ = Reader.objects.get_or_create(
        username=name, defaults={"date_joined": factories.NOON - timedelta(days=30)}
    )
    values = {"at": factories.NOON, "digest": digest_of(text)} | more
    return Comment.objects.create(story_id=story, reader=author, text=text, **values)


def anchored(clip, text: str = SENTENCE) -> dict[str, object]:
    return {"text": text, "digests": [digest_of(text)]}


class TestAtTheHead:
    def test_strangers_find_how_to_vote_discuss_and_follow_before_the_first_paragraph(self, page, clip):
        head = acts(page())
        assert f"/accounts/login/?next=/c/{clip.slug}%23vote" in head
        assert f'href="/s/{clip.story_id}/discussion"' in head
        assert head.count("/accounts/login/") == 2
        assert f'href="/s/{clip.story_id}/save?next=' in head
        assert "Share on X" in head
        assert head.index("Vote") < head.index("Discuss") < head.index("Follow") < head.index("Share on X")

    def test_numbers_stand_on_the_buttons(self, page, clip, mara, nils, now):
        actions.vote(mara, clip.story_id, now=now)
        actions.follow(nils, "story", str(clip.story_id), now=now)
        say(clip.story_id, "olin", "I was aboard.")
        head = acts(page())
        assert "Vote (1)" in head
        assert "Discuss (1)" in head
        assert "Follow this story (1)" in head

    def test_a_reader_sees_what_they_voted_and_that_they_follow(self, page, signed_in, mara, clip, now):
        actions.vote(mara, clip.story_id, now=now)
        actions.follow(mara, "story", str(clip.story_id), now=now)
        head = acts(page())
        assert "You voted (1)" in head
        assert "Following this story (1)" in head

    def test_nothing_of_it_stands_at_the_foot_as_well(self, page, signed_in):
        foot = page().partition('class="clip-foot"')[2].partition("<section")[0]
        assert page().count('id="vote"') == page().count('id="follow-story"') == 1
        assert "vote-button" not in foot
        assert "Vote against" in page().partition('class="clip-foot"')[2]

    def test_following_in_place_counts_the_follower(self, signed_in, clip):
        asked = {"kind": "story", "key": str(clip.story_id), "next": f"/c/{clip.slug}"}
        answer = signed_in.post("/follow", asked, headers={"HX-Request": "true"}).content.decode()
        assert "Following this story (1)" in answer

    def test_a_vote_in_place_takes_the_vote_against_away(self, signed_in, clip):
        answer = signed_in.post(f"/s/{clip.story_id}/vote", headers={"HX-Request": "true"}).content.decode()
        assert '<div id="vote-against" hx-swap-oob="true"></div>' in answer

    def test_who_may_not_write_sees_numbers_and_the_discussion(self, page, signed_in, mara, nils, clip, now):
        actions.vote(nils, clip.story_id, now=now)
        Reader.objects.filter(pk=mara.pk).update(suspended_until=now + timedelta(days=1))
        head = acts(page())
        assert re.findall(r"<button[^>]*>([^<]+)", head.partition('class="share"')[0]) == ["Share"]
        assert "1 vote" in head
        assert f'href="/s/{clip.story_id}/discussion"' in head


class TestBestComments:
    def test_the_three_best_are_shown_with_a_way_to_each(self, page, clip):
        said = [say(clip.story_id, f"reader{n}", f"Thought number {n}.", score=n) for n in range(5)]
        shown = voices(page())
        assert re.findall(r"Thought number (\d)", shown) == ["4", "3", "2"]
        assert f'href="/s/{clip.story_id}/discussion#c{said[4].pk}"' in shown
        assert 'href="/u/reader4"' in shown
        assert "5 comments" in shown

    def test_where_all_is_shown_there_is_neither_more_to_read_nor_an_invitation(self, page, clip):
        say(clip.story_id, "olin", "I was aboard.")
        shown = voices(page())
        assert "The whole discussion" not in shown
        assert "Nobody has said anything" not in shown

    def test_what_answers_another_is_poor_held_removed_or_withdrawn_is_not(self, page, clip):
        first = say(clip.story_id, "olin", "Mine stands.")
        say(clip.story_id, "vera", "An answer.", parent=first, depth=1, score=9)
        say(clip.story_id, "vera", "Poor.", score=-1)
        for state in ("held", "removed", "withdrawn"):
            say(clip.story_id, "vera", f"It is {state}.", state=state, score=9)
        assert re.findall(r'class="voice"[^>]*>([^<]*)<', voices(page())) == ["Mine stands."]

    def test_marks_and_quotations_are_left_out_and_long_ones_cut(self, page, clip):
        say(clip.story_id, "olin", "> They say so.\n\nIt is *not* so. " + "And on it goes. " * 60)
        (words,) = re.findall(r'class="voice"[^>]*>([^<]*)<', voices(page()))
        assert words.startswith("It is not so. And on it goes.")
        assert words.endswith("…")
        assert len(words) < 300

    def test_nothing_that_they_say_becomes_markup(self, page, clip):
        say(clip.story_id, "olin", "<script>alert(1)</script> & so on")
        assert "<script>alert" not in voices(page())
        assert "&lt;script&gt;" in voices(page())

    def test_where_nobody_spoke_there_is_an_invitation(self, page, clip):
        shown = voices(page())
        assert "Start the discussion" in shown
        assert f'href="/s/{clip.story_id}/discussion"' in shown

    def test_nobody_is_invited_where_they_may_not_speak(self, page, signed_in, mara, now):
        Reader.objects.filter(pk=mara.pk).update(suspended_until=now + timedelta(days=1))
        assert "Start the discussion" not in voices(page())

    def test_a_reader_hears_nobody_whom_they_mute(self, page, signed_in, mara, clip, now):
        say(clip.story_id, "olin", "Loud and wrong.", score=5, anchor=anchored(clip))
        say(clip.story_id, "vera", "Calm and right.")
        Mute.objects.create(reader=mara, kind="person", key="olin", at=now)
        assert "Loud" not in page()
        assert "Calm and right." in voices(page())
        assert 'class="spoken"' not in page()

    def test_the_words_of_somebody_who_left_stay_without_a_name(self, page, clip):
        Comment.objects.filter(pk=say(clip.story_id, "olin", "I was aboard.").pk).update(reader=None)
        assert "Someone who left" in voices(page())


class TestSentences:
    def test_a_sentence_says_how_many_comments_speak_of_it_and_leads_to_the_first(self, page, clip):
        first = say(clip.story_id, "olin", "Which ones?", anchor=anchored(clip))
        say(clip.story_id, "vera", "All of them.", anchor=anchored(clip))
        shown = page()
        there = f"/s/{clip.story_id}/discussion?sentence={digest_of(SENTENCE)}#c{first.pk}"
        assert shown.count('class="spoken"') == 1
        assert f'<a class="spoken" href="{there}" lang="en"><span aria-hidden="true">2 comments</span>' in shown
        assert '<span class="unseen">2 comments on this sentence</span>' in shown
        assert f'<a href="{there}">Discuss it (2)</a>' in shown
        after = shown.partition(f">{SENTENCE}")[2]
        assert after.index('class="spoken"') < after.index("</p>")

    def test_comments_stay_with_a_sentence_that_was_written_anew_from_the_same_passage(self, page, clip):
        say(clip.story_id, "olin", "Which ones?", anchor=anchored(clip) | {"text": "Inspectors will listen first."})
        assert page().count('class="spoken"') == 1

    def test_what_the_clip_no_longer_says_is_spoken_of_nowhere(self, page, clip):
        say(clip.story_id, "olin", "Did it?", anchor=anchored(clip, "The ferry flew."))
        assert 'class="spoken"' not in page()
        assert "Discuss it</a>" in page()


def test_five_thousand_comments_cost_as_many_queries_as_one_and_the_page_stays_small(page, clip):
    say(clip.story_id, "olin", "Which ones?", anchor=anchored(clip))
    page()

    def asked() -> int:
        with CaptureQueriesContext(connection) as done:
            page()
        return len(done)

    one, small = asked(), len(page())
    author = Reader.objects.create(username="n" * 150)
    Comment.objects.bulk_create(
        Comment(
            story_id=clip.story_id, reader=author, text=f"{n} " + "word " * 100, at=factories.NOON, digest=str(n),
            anchor=anchored(clip), score=n % 7,
        )
        for n in range(5000)
    )  # fmt: skip
    assert asked() == one
    assert len(page()) < small + 4000
    assert "Discuss (5001)" in page()


def test_counts_of_stories_that_are_not_there_are_none():
    assert queries.counts_of([1, 2]) == {1: queries.StoryCounts(), 2: queries.StoryCounts()}


def test_accounts_without_weight_take_no_comment_off_the_best(page, clip, now):
    said = say(clip.story_id, "nell", "I was aboard.")
    for name, weight in (("new", 0.01), ("other", 0.01), ("discounted", 0.0)):
        reader = Reader.objects.create(username=name)
        Flag.objects.create(reader=reader, kind="comment", key=str(said.pk), reason="spam", at=now, weight=weight)
    assert "I was aboard" in voices(page())
    known = Reader.objects.create(username="known")
    Flag.objects.create(reader=known, kind="comment", key=str(said.pk), reason="spam", at=now, weight=0.5)
    assert "I was aboard" not in voices(page())


def test_what_is_flagged_is_not_among_the_best_until_a_moderator_looked(page, clip, now):
    said = say(clip.story_id, "nell", "Cheap watches at my shop.")
    flag = Flag.objects.create(kind="comment", key=str(said.pk), reason="spam", at=now)
    assert "Cheap watches" not in voices(page())
    flag.closed_at = now
    flag.save()
    assert "Cheap watches" in voices(page())


def test_a_comment_of_a_brand_new_account_is_quoted_once_somebody_found_it_helpful(page, clip):
    first = say(clip.story_id, "pim", "You are all lazy.")
    Reader.objects.filter(username="pim").update(date_joined=first.at - timedelta(hours=2))
    say(clip.story_id, "tove", "Fog again.")
    assert "You are all lazy." not in voices(page())
    assert "Fog again." in voices(page())
    Comment.objects.filter(pk=first.pk).update(score=1)
    assert "You are all lazy." in voices(page())


def test_what_is_quoted_on_the_clip_can_be_reported_there(page, clip):
    said = say(clip.story_id, "tove", "Fog again.")
    assert f'href="/flag/comment/{said.pk}"' in voices(page())
