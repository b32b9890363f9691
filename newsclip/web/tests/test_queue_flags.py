"""What is flagged stands once at the queue, with all its flags, and with what each decision does."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.community import queries
from newsclip.community.models import Action, Challenge, Comment, Flag
from newsclip.kernel.spans import digest_of
from newsclip.web.moderation.effects import effect
from newsclip.web.tests import factories
from newsclip.web.tests.test_queue import flagged, queue

pytestmark = pytest.mark.django_db


def test_all_flags_of_one_thing_stand_together_with_how_often_each_reason_was_given(client, orla):
    [said] = flagged(1)
    now = timezone.now()
    for name, reason, words in (("quin", "abuse", ""), ("rolf", "off_topic", "It is about cricket.")):
        reader = Reader.objects.create(username=name)
        Flag.objects.create(reader=reader, kind="comment", key=str(said.pk), reason=reason, words=words, at=now)
    page = " ".join(queue(client).split())
    assert page.count('class="matter"') == 1
    assert "3 reports</strong>" in page
    assert "it attacks somebody (2 ×: <bdi>quin</bdi>), off topic (<bdi>rolf</bdi>)" in page
    assert '<a href="/u/rolf"><bdi>rolf</bdi></a>: “<span dir="auto">It is about cricket.</span>”' in page


def say(said: list[Comment], text: str) -> None:
    """These comments say the same, each of somebody else."""
    for one, name in zip(said, ("quin", "rolf", "wilma"), strict=True):
        writer = Reader.objects.create(username=name)
        Comment.objects.filter(pk=one.pk).update(reader=writer, text=text, digest="b")


@pytest.mark.parametrize("text", ["Cheap: ferries.example.", "The ferry company gives away cabins to everybody."])
def test_the_same_words_of_several_people_wait_once_with_all_their_flags(client, orla, text):
    said = flagged(3)
    say(said, text.replace(": ", ": https://"))
    other = factories.ferry(1, headline="Tugs refloat the Sabine")
    Comment.objects.filter(pk=said[1].pk).update(story=other.story_id)
    page = " ".join(queue(client).split())
    assert page.count('class="matter"') == 1
    assert (
        f'href="/comments/{said[1].pk}">2 (<bdi>rolf</bdi>)</a>, On: <span dir="auto">Tugs refloat the Sabine' in page
    )
    assert "the buttons below decide about the first one only" in page
    assert "3 reports</strong>" in page
    marked = ",".join(f"comment:{one.pk}" for one in said)
    client.post("/moderation/queue", {"item": marked, "action": "remove", "reason": "Advertising."})
    assert set(Comment.objects.values_list("state", flat=True)) == {"removed"}


def test_short_words_that_several_people_write_by_chance_wait_apart(client, orla):
    said = flagged(3)
    say(said, "Yes.")
    page = queue(client)
    assert page.count('class="matter"') == 3
    for one in said:
        assert f'name="item" value="comment:{one.pk}"' in page


def test_a_moderator_sees_neither_who_flagged_what_is_their_own_nor_their_words(client, orla):
    [said, other] = flagged(2)
    Comment.objects.filter(pk=said.pk).update(reader=orla)
    quin, now = Reader.objects.create(username="quin"), timezone.now()
    for kind, key in (("comment", said.pk), ("reader", orla.pk), ("comment", other.pk)):
        words = f"About {kind} {key}."
        Flag.objects.create(reader=quin, kind=kind, key=str(key), reason="abuse", words=words, at=now)
    page = " ".join(queue(client).split())
    assert page.count("<bdi>quin</bdi>") == 2  # the flag on the comment of somebody else, and its words
    for kind, key in (("comment", said.pk), ("reader", orla.pk)):
        alone = client.get(f"/moderation/{kind}/{key}").content.decode()
        for shown in (page, alone):
            assert f"About {kind} {key}." not in shown
        assert "quin" not in alone
        assert "flag" in alone
    assert "quin" in client.get(f"/moderation/comment/{other.pk}").content.decode()


def test_where_the_same_words_wait_together_flags_on_ones_own_stay_without_names(client, orla):
    said = flagged(3)
    say(said, "The ferry company gives away cabins to everybody.")
    Comment.objects.filter(pk=said[2].pk).update(reader=orla)
    for one, name in ((said[0], "pim"), (said[2], "tess")):
        by = Reader.objects.create(username=name)
        Flag.objects.create(reader=by, kind="comment", key=str(one.pk), reason="spam", at=timezone.now())
    page = queue(client)
    assert "<bdi>pim</bdi>" in page
    assert "<bdi>tess</bdi>" not in page


def test_the_queue_says_what_each_button_does_and_what_the_author_gets_to_see(client, orla):
    [said] = flagged(1)
    page = queue(client)
    assert "In their place stands that a moderator removed it" in page
    assert "Its author is told, with your name and reason, and can appeal." in page
    assert "It stays as it is; the reports about it are closed.</dd>" in page
    assert page.count("<dt>Dismiss the reports <kbd") == 1
    asked = client.get(f"/moderation/comment/{said.pk}").content.decode()
    assert "Its author is told, with your name and reason, and can appeal." in asked


def test_a_flagged_account_can_be_warned_or_its_flags_dismissed_at_once(client, orla):
    pia = Reader.objects.create(username="pia")
    Flag.objects.create(kind="reader", key=str(pia.pk), reason="spam", at=timezone.now())
    page = queue(client)
    assert f"/moderation/reader/{pia.pk}?action=warn&amp;" in page
    assert f"/moderation/reader/{pia.pk}?action=dismiss&amp;" in page


def test_each_decision_that_can_be_offered_says_what_it_does():
    for kind, deeds in queries.CHOICES.items():
        for deed in deeds:
            assert str(effect(kind, deed).means)


def test_a_comment_can_be_left_and_its_author_warned(client, orla):
    [said] = flagged(1)
    page = queue(client)
    assert f"/moderation/reader/{said.reader_id}?action=warn&amp;" in page
    assert "All choices" not in page  # what they would lead to is on the page already


def test_a_comment_is_removed_and_its_author_warned_in_one_step(client, orla):
    [said] = flagged(1)
    page = client.get(f"/moderation/comment/{said.pk}?action=remove").content.decode()
    assert '<input type="checkbox" name="warn">' in page
    client.post(f"/moderation/comment/{said.pk}", {"action": "remove", "reason": "An advertisement.", "warn": "on"})
    done = Action.objects.order_by("pk").values_list("kind", "target", "key", "reason")
    assert list(done) == [
        ("remove", "comment", str(said.pk), "An advertisement."),
        ("warn", "reader", str(said.reader_id), "An advertisement."),
    ]


def test_a_warning_with_a_decision_about_a_comment_leaves_flags_on_the_account_open(client, orla):
    [said] = flagged(1)
    about, now = str(said.reader_id), timezone.now()
    Flag.objects.create(kind="reader", key=about, reason="spam", at=now)
    client.post(f"/moderation/comment/{said.pk}", {"action": "remove", "reason": "An ad.", "warn": "on"})
    assert Action.objects.filter(kind="warn").exists()
    assert Flag.objects.filter(kind="reader", key=about, closed_at=None).exists()
    assert not Flag.objects.filter(kind="comment", closed_at=None).exists()
    client.post(f"/moderation/reader/{about}", {"action": "warn", "reason": "Advertisements."})
    assert not Flag.objects.filter(kind="reader", key=about, closed_at=None).exists()


def test_where_the_author_cannot_be_warned_the_comment_stays(client, orla):
    [said] = flagged(1)
    Comment.objects.filter(pk=said.pk).update(reader=None)
    answer = client.post(f"/moderation/comment/{said.pk}", {"action": "remove", "reason": "An ad.", "warn": "on"})
    assert answer.status_code >= 400
    assert not Action.objects.exists()


def test_what_the_buttons_do_does_not_stand_between_a_moderator_and_the_queue(client, orla):
    flagged(1)
    page = queue(client)
    assert '<details class="buttons-mean"><summary>What the buttons do</summary>' in page


def test_the_page_of_staff_says_how_much_waits_for_a_decision(client, orla):
    Reader.objects.filter(pk=orla.pk).update(is_staff=True)
    flagged(2)
    page = client.get("/staff/").content.decode()
    assert 'Waiting for a decision in the <a href="/moderation/queue">review queue</a>: 2.' in page


def doubt(client, clip) -> None:
    client.post(f"/c/{clip.slug}/challenge", {"sentence": digest_of(clip.headline), "why": "Is it so?"})


def test_who_doubted_a_sentence_may_still_tell_a_moderator(client):
    clip = factories.ferry()
    client.force_login(Reader.objects.create(username="pia"))
    doubt(client, clip)
    assert [one.reason for one in Flag.objects.all()] == ["doubt"]
    shown = client.get(f"/c/{clip.slug}").content.decode()
    assert "You reported this" not in shown
    assert f'<a href="/flag/story/{clip.story_id}">Report</a>' in shown


def test_what_they_tell_then_is_one_open_flag_without_the_words_of_their_doubt(client):
    clip = factories.ferry()
    client.force_login(Reader.objects.create(username="pia"))
    doubt(client, clip)
    Flag.objects.update(closed_at=timezone.now())
    client.post(f"/flag/story/{clip.story_id}", {"flag": "private", "words": "It names a child."})
    (told,) = Flag.objects.all()
    assert (told.reason, told.closed_at, told.words) == ("private", None, "It names a child.")
    assert "You reported this" in client.get(f"/c/{clip.slug}").content.decode()


def test_nobody_flags_as_a_doubt(client):
    clip = factories.ferry()
    client.force_login(Reader.objects.create(username="pia"))
    assert client.post(f"/flag/story/{clip.story_id}", {"flag": "doubt"}).status_code == 404
    assert not Flag.objects.exists()


def test_a_doubt_after_one_that_was_closed_waits_for_a_moderator_again(client):
    clip = factories.ferry()
    pia = Reader.objects.create(username="pia")
    earlier = {"reader": pia, "kind": "story", "key": str(clip.story_id), "at": factories.NOON, "words": "Earlier."}
    Flag.objects.create(reason="doubt", closed_at=factories.NOON, **earlier)
    client.force_login(pia)
    doubt(client, clip)
    (told,) = Flag.objects.all()
    assert (told.reason, told.closed_at) == ("doubt", None)
    assert told.words.endswith("Is it so?")


@pytest.mark.parametrize("reason", ["doubt", "private"])
def test_a_doubt_beside_a_report_that_waits_changes_no_word_of_it_and_waits_with_it(client, orla, reason):
    clip = factories.ferry()
    pia = Reader.objects.create(username="pia")
    earlier = {"reader": pia, "kind": "story", "key": str(clip.story_id), "at": factories.NOON, "words": "Earlier."}
    Flag.objects.create(reason=reason, **earlier)
    client.force_login(pia)
    doubt(client, clip)
    assert list(Flag.objects.values_list("reason", "closed_at", "words")) == [(reason, None, "Earlier.")]
    assert "waiting for a moderator" in client.get("/reported").content.decode()
    client.force_login(orla)
    assert '“<span dir="auto">Is it so?</span>”' in queue(client)


def test_a_doubt_after_a_report_that_a_moderator_closed_waits_in_the_queue(client, orla):
    clip = factories.ferry()
    pia = Reader.objects.create(username="pia")
    earlier = {"reader": pia, "kind": "story", "key": str(clip.story_id), "at": factories.NOON, "words": "Earlier."}
    Flag.objects.create(reason="private", closed_at=factories.NOON, **earlier)
    client.force_login(pia)
    doubt(client, clip)
    assert "waiting for a moderator" in client.get("/reported").content.decode()
    client.force_login(orla)
    assert '“<span dir="auto">Is it so?</span>”' in queue(client)


def test_a_report_and_a_challenge_of_one_reader_are_told_apart(client, orla):
    clip = factories.ferry()
    client.force_login(Reader.objects.create(username="pia"))
    doubt(client, clip)
    client.post(f"/flag/story/{clip.story_id}", {"flag": "private", "words": "It names a child."})
    reported = client.get("/reported").content.decode()
    client.force_login(orla)
    for page in (queue(client), client.get(f"/moderation/story/{clip.story_id}").content.decode()):
        assert '“<span dir="auto">Is it so?</span>”' in page
        assert '“<span dir="auto">It names a child.</span>”' in page
        assert page.count("Is it so?") == 1
    assert '<p dir="auto">“It names a child.”</p>' in reported
    assert reported.count("Is it so?") == 1


@pytest.mark.parametrize("address", ["/moderation/comment/{}", "/flag/comment/{}"])
def test_a_comment_is_read_as_it_is_shown_wherever_it_is_decided_on(client, orla, address):
    [said] = flagged(1)
    Comment.objects.filter(pk=said.pk).update(text="**Why** now?")
    assert "<strong>Why</strong> now?" in client.get(address.format(said.pk)).content.decode()


def test_doubts_are_looked_for_only_in_stories_that_have_one(client, orla):
    pia, now = Reader.objects.create(username="pia"), timezone.now()
    clips = [factories.ferry(number, headline=f"Ferry {number} aground") for number in range(3)]
    for clip in clips:
        Flag.objects.create(reader=pia, kind="story", key=str(clip.story_id), reason="wrong", at=now)
    with CaptureQueriesContext(connection) as asked:
        queue(client)
    assert len([one for one in asked.captured_queries if "community_challenge" in one["sql"]]) == 1
    assert not [one for one in asked.captured_queries if '"clips_clip"."document"' in one["sql"]]
    known = {"clip": clips[1], "clip_version": 1, "at": now, "decided_at": now, "upheld": False}
    Challenge.objects.create(reader=pia, sentence="Two people were treated.", why="Three were.", **known)
    assert queue(client).count("Three were.") == 1
