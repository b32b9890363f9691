"""A moderator decides at the queue knowing what is wanted; who is turned away is told so in their own language."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community import queries
from newsclip.community.models import Action, Comment, Flag, Suggestion, Support
from newsclip.kernel.reasons import Reason
from newsclip.web.moderation import targets
from newsclip.web.pages import pagination
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


def refer(kind: str, **wanted) -> Suggestion:
    """A suggestion for the ferry's story that one reader agrees with, which waits for a moderator."""
    now, story = timezone.now(), factories.ferry().story
    idea = Suggestion.objects.create(story=story, kind=kind, wanted=wanted, at=now, referred_at=now)
    Support.objects.create(suggestion=idea, reader=Reader.objects.create(username="pia"), at=now)
    return idea


def queue(client) -> str:
    return client.get("/moderation/queue").content.decode()


def test_the_queue_shows_the_headline_that_is_wanted_and_who_agrees(client, orla):
    refer("headline", headline="Lifeboats empty stranded ferry")
    page = queue(client)
    assert "Lifeboats empty stranded ferry" in page
    assert "1 agrees so far: <bdi>pia</bdi>. Enough readers agree.</p>" in page


def test_the_queue_shows_the_hashtags_that_are_wanted(client, orla):
    refer("hashtags", hashtags=["Kelling", "Fog"])
    assert "#Kelling #Fog" in queue(client)


def test_of_a_suggestion_that_was_undone_nobody_reads_that_it_was_done(client, orla):
    idea = refer("hashtags", hashtags=["Fog"])
    told = [Reason("hashtags_wanted").as_json()]
    Suggestion.objects.filter(pk=idea.pk).update(state="undone", decided_at=timezone.now(), reasons=told)
    page = client.get(f"/s/{idea.story_id}/suggestions").content.decode()
    assert "Undone.</p>" in page


def test_who_decided_on_a_suggestion_is_told_beside_it(client, orla):
    idea = refer("hashtags", hashtags=["Fog"])
    Suggestion.objects.filter(pk=idea.pk).update(state="applied", by_moderator=True, decided_by=orla)
    assert "Decided by orla, a moderator." in client.get(f"/s/{idea.story_id}/suggestions").content.decode()


def test_nothing_waits_stands_only_where_nothing_does(client, orla):
    assert "Nothing to review." in queue(client)
    refer("hashtags", hashtags=["Fog"])
    assert "Nothing to review." not in queue(client)


@pytest.mark.parametrize(("language", "words"), [("de", "Bis 20"), ("fr", "Jusqu’au 20"), ("en", "Until 20")])
def test_a_suspended_person_reads_until_when_in_their_own_language(client, orla, language, words):
    Reader.objects.filter(pk=orla.pk).update(suspended_until=timezone.now() + timedelta(days=1))
    said = client.post("/submit", {"url": "https://ledger.example/a"}, headers={"accept-language": language})
    assert (said.status_code, words in said.content.decode()) == (403, True)
    assert 'href="/moderation"' in said.content.decode().partition("<footer")[0]


def test_who_is_not_of_the_staff_gets_a_whole_page(client, orla):
    said = client.get("/staff/")
    assert said.status_code == 403
    assert 'href="/"' in said.content.decode()


def test_what_a_moderator_refuses_is_not_carried_out(client, orla):
    idea = refer("headline", headline="Lifeboats empty stranded ferry")
    client.post(f"/suggestions/{idea.pk}/decide", {"refuse": "", "why": "Not what happened."})
    idea.refresh_from_db()
    assert idea.state == "refused"


def test_a_suspended_moderator_does_not_see_the_queue(client, orla):
    Reader.objects.filter(pk=orla.pk).update(suspended_until=timezone.now() + timedelta(days=1))
    assert client.get("/moderation/queue").status_code == 403


def test_the_queue_shows_so_many_accounts_that_wait(client, orla, monkeypatch):
    monkeypatch.setattr(pagination, "PAGE", 2)
    for name in ("quin", "rolf", "wilma"):
        Reader.objects.create(username=name, waits="approval")
    page = queue(client)
    assert [name in page for name in ("quin", "rolf", "wilma")] == [True, True, False]


def test_a_moderator_does_what_can_be_chosen_alone(client, orla):
    story = factories.ferry(picture=False).story_id
    told = client.post(f"/moderation/story/{story}", {"action": "apply", "reason": "So it is."})
    assert (told.status_code, Action.objects.count()) == (404, 0)


def test_who_flags_a_comment_sees_its_words_and_afterwards_that_they_did(client, orla):
    said = Comment.objects.create(story=factories.ferry().story, text="Cheap <b>ferries</b> here", at=timezone.now())
    client.force_login(Reader.objects.create(username="pia"))
    form = client.get(f"/flag/comment/{said.pk}").content.decode()
    assert "Cheap &lt;b&gt;ferries" in form
    assert "Spam or advertising" in form
    address = f"/s/{said.story_id}/discussion"
    assert "You reported this" not in client.get(address).content.decode()
    client.post(f"/flag/comment/{said.pk}", {"flag": "spam"})
    client.post(f"/flag/story/{said.story_id}", {"flag": "wrong"})
    assert "You reported this" in client.get(address).content.decode()
    assert "You reported this" in client.get(f"/flag/comment/{said.pk}").content.decode()
    assert "You reported this" in client.get(f"/c/{Clip.objects.get().slug}").content.decode()


def test_what_waits_for_a_moderator_is_not_shown_to_who_would_flag_it(client, orla):
    held = Comment.objects.create(story=factories.ferry().story, text="Buy!", at=timezone.now(), state="held")
    assert client.get(f"/flag/comment/{held.pk}").status_code == 404


@pytest.mark.parametrize("some", [slice(0), slice(None)], ids=["nothing", "everything"])
def test_a_split_of_nothing_or_of_everything_is_refused_before_anybody_says_why(client, orla, some):
    story = factories.ferry(picture=False).story
    chosen = list(story.memberships.values_list("article", flat=True))[some]
    assert client.post(f"/s/{story.pk}/split", {"articles": chosen}).status_code == 422


@pytest.mark.parametrize("why", ["x" * 501, "\u0958" * 300])
def test_nothing_is_split_for_a_reason_that_is_too_long_for_the_log(client, orla, why):
    story = factories.ferry(picture=False).story
    sure = {"sure": "1", "articles": [story.memberships.first().article_id], "why": why}
    assert client.post(f"/s/{story.pk}/split", sure).status_code == 422
    assert story.memberships.count() == 3


def flagged(number: int) -> list[Comment]:
    """So many comments that somebody flagged, the first one first."""
    now, story = timezone.now(), factories.ferry().story
    pia = Reader.objects.create(username="pia")
    said = Comment.objects.bulk_create(
        Comment(story=story, reader=pia, text=f"Words {n} of pia.", at=now, digest=f"{n}") for n in range(number)
    )
    Flag.objects.bulk_create(
        Flag(kind="comment", key=str(one.pk), reason="abuse", at=now + timedelta(seconds=n), weight=0.5)
        for n, one in enumerate(said)
    )
    return said


@pytest.mark.slow
def test_more_than_a_hundred_matters_are_on_further_pages(client, orla):
    flagged(130)
    first, second = queue(client), client.get("/moderation/queue?page=2").content.decode()
    assert (first.count("Words "), second.count("Words ")) == (100, 30)
    assert 'href="?page=2"' in first
    assert "?page=3" not in second


@pytest.mark.parametrize("page", ["0", "-1", "x", "", "٣", "99999999999999999999", "999999999"])
def test_a_page_that_is_none_is_the_first_or_empty(client, orla, page):
    flagged(1)
    answer = client.get(f"/moderation/queue?page={page}")
    assert answer.status_code == 200
    assert ("Words 0" in answer.content.decode()) is (page != "999999999")


def test_the_queue_tells_who_said_it_on_what_and_in_answer_to_what(client, orla):
    [first, second] = flagged(2)
    first.parent, first.anchor = second, {"text": "The ferry ran aground.", "digests": []}
    first.save()
    Comment.objects.filter(pk=second.pk).update(text="It was the fog.")
    Comment.objects.create(story=first.story, reader=first.reader, text="Gone.", at=first.at, state="removed")
    page = queue(client)
    assert "3 comments" in page
    assert "1 earlier decision against them" in page
    assert "On:" in page
    assert "About the sentence:" in page
    assert "The ferry ran aground." in page
    assert page.count("It was the fog.") == 2  # its own words, and what the other answers


def test_one_reason_decides_about_all_that_are_marked(client, orla):
    said = flagged(3)
    marked = [f"comment:{one.pk}" for one in said[:2]]
    answer = client.post("/moderation/queue", {"item": marked, "action": "remove", "reason": "It attacks pia."})
    assert answer["Location"] == "/moderation/queue"
    assert [Comment.objects.get(pk=one.pk).state for one in said] == ["removed", "removed", "shown"]
    assert {(one.kind, one.reason) for one in Action.objects.all()} == {("remove", "It attacks pia.")}
    page = queue(client)
    assert "2 done, and written to the public log." in page
    assert page.count("Words ") == 1


def test_what_a_decision_would_not_change_is_left_and_said(client, orla):
    [said, held] = flagged(2)
    Comment.objects.filter(pk=held.pk).update(state="held")
    marked = [f"comment:{said.pk}", f"comment:{held.pk}", "comment:999999", "nothing:1", "comment", ""]
    client.post("/moderation/queue", {"item": marked, "action": "approve", "reason": "It is fair."})
    assert [one.key for one in Action.objects.all()] == [str(held.pk)]
    assert "5 left as they are" in queue(client)


@pytest.mark.parametrize(
    "ask",
    [{"action": "remove"}, {"item": "comment:1"}, {"item": "comment:1", "action": "suspend"}],
    ids=["nothing is marked", "nothing is chosen", "not for many"],
)
def test_a_decision_about_nothing_is_refused(client, orla, ask):
    assert client.post("/moderation/queue", ask | {"reason": "So it is."}).status_code == 404


def test_without_a_reason_nothing_is_decided(client, orla):
    [said] = flagged(1)
    ask = {"item": f"comment:{said.pk}", "action": "remove", "reason": " "}
    assert client.post("/moderation/queue", ask).status_code == 422
    assert Comment.objects.get(pk=said.pk).state == "shown"


def test_the_log_leads_moderators_to_what_takes_an_action_back(client, orla):
    [said] = flagged(1)
    client.post(f"/moderation/comment/{said.pk}", {"action": "remove", "reason": "It attacks pia."})
    page = client.get("/moderation").content.decode()
    assert f'action="/moderation/comment/{said.pk}"' in page
    assert 'name="action" value="restore"' in page
    assert (
        'value="restore" required checked'
        in client.get(f"/moderation/comment/{said.pk}?action=restore").content.decode()
    )
    client.logout()
    assert 'value="restore"' not in client.get("/moderation").content.decode()


def test_the_context_of_a_page_costs_the_same_however_long_it_is(orla):
    few = flagged(2)
    with CaptureQueriesContext(connection) as of_few:
        assert len(queries.contexts(queries.queue())) == 2
    more = Comment.objects.bulk_create(
        Comment(story=few[0].story, reader=orla, text=f"More {n}.", at=few[0].at, digest=f"m{n}") for n in range(9)
    )
    Flag.objects.bulk_create(Flag(kind="comment", key=str(one.pk), reason="abuse", at=few[0].at) for one in more)
    with CaptureQueriesContext(connection) as of_many:
        assert len(queries.contexts(queries.queue())) == 11
    assert len(of_many) == len(of_few)


def test_the_queue_says_how_much_waits_of_each_kind_and_leads_there(client, orla):
    flagged(3)
    Reader.objects.create(username="quin", waits="approval")
    page = queue(client)
    for name, words in (("flagged", "Reported and held (3)"), ("newcomers", "Accounts that wait for approval (1)")):
        assert f'<a href="#{name}">{words}</a>' in page
        assert f'id="{name}"' in page
    assert "Appeals (" not in page


def test_the_queue_shows_words_as_they_are_shown_and_what_can_be_done_at_once(client, orla):
    [said, held] = flagged(2)
    Comment.objects.filter(pk=said.pk).update(text="They **knew** it.")
    Comment.objects.filter(pk=held.pk).update(state="held")
    page = queue(client)
    assert "They <strong>knew</strong> it." in page
    for one, ways in ((said, {"remove", "dismiss"}), (held, {"approve", "remove"})):
        offered = {way for way in ("remove", "dismiss", "approve") if f"/comment/{one.pk}?action={way}&amp;" in page}
        assert offered == ways


def test_the_same_words_of_one_person_stand_once_with_where_they_stood_first(client, orla):
    first, *said = flagged(3)
    Flag.objects.filter(key=str(first.pk)).delete()
    Comment.objects.update(text="Buy!", digest="b")
    Comment.objects.filter(pk__in=[one.pk for one in said]).update(state="held")
    marked = ",".join(f"comment:{one.pk}" for one in said)
    page = queue(client)
    assert page.count("Buy!") == 1
    assert f'value="{marked}"' in page
    assert f'href="/comments/{first.pk}">First posted here' in page
    client.post("/moderation/queue", {"item": marked, "action": "remove", "reason": "Advertising."})
    assert {one.key for one in Action.objects.all()} == {str(one.pk) for one in said}


def test_addresses_ask_the_database_about_people_alone_and_lead_to_no_closed_account(orla, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert targets.address("story", str(orla.pk)) == f"/s/{orla.pk}"
        assert targets.address("comment", str(orla.pk)) == f"/comments/{orla.pk}"
    assert targets.address("reader", str(orla.pk)) == "/u/orla"
    Reader.objects.update(is_active=False)
    assert targets.address("reader", str(orla.pk)) == "/moderation"
