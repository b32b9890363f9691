"""What is flagged stands once at the queue, with all its flags, and with what each decision does."""

import pytest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.community import queries
from newsclip.community.models import Action, Comment, Flag
from newsclip.web.moderation.effects import effect
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
    assert "3 flags</strong>" in page
    assert "it attacks somebody (2 ×: <bdi>quin</bdi>), off topic (<bdi>rolf</bdi>)" in page
    assert '<a href="/u/rolf"><bdi>rolf</bdi></a>: “<span dir="auto">It is about cricket.</span>”' in page


def test_the_same_words_of_several_people_wait_once_with_all_their_flags(client, orla):
    said = flagged(3)
    for one, name in zip(said, ("quin", "rolf", "wilma"), strict=True):
        writer = Reader.objects.create(username=name)
        Comment.objects.filter(pk=one.pk).update(reader=writer, text="Cheap ferries!", digest="b")
    page = " ".join(queue(client).split())
    assert page.count("Cheap ferries!") == 1
    assert f'href="/comments/{said[1].pk}">2 (<bdi>rolf</bdi>)' in page
    assert "3 flags</strong>" in page
    marked = ",".join(f"comment:{one.pk}" for one in said)
    client.post("/moderation/queue", {"item": marked, "action": "remove", "reason": "Advertising."})
    assert set(Comment.objects.values_list("state", flat=True)) == {"removed"}


def test_the_queue_says_what_each_button_does_and_what_the_author_gets_to_see(client, orla):
    [said] = flagged(1)
    page = queue(client)
    assert "In their place stands that a moderator removed it" in page
    assert "Its author is told, with your name and reason, and can appeal." in page
    assert "It stays as it is; its flags are closed. Its author is told, with your name and reason." in page
    assert page.count("<dt>Dismiss the flags</dt>") == 1
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
