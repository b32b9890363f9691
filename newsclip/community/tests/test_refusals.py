"""What is refused, whoever asks and by whatever door, and with which code."""

from datetime import timedelta

import pytest

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community import actions
from newsclip.community.actions.collecting import MOST_COLLECTIONS, MOST_STORIES
from newsclip.community.actions.following import MOST
from newsclip.community.models import Collected, Collection, Comment, Follow, Mute, Suggestion, Vote
from newsclip.community.ports import Order
from newsclip.community.tests.conftest import NOW, person
from newsclip.kernel.reasons import Refused
from newsclip.stories.models import Story

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def code(act, *given, **named):
    """What it is refused with."""
    with pytest.raises(Refused) as refused:
        act(*given, now=NOW, **named)
    return refused.value.code


@pytest.fixture
def said(nils, story):
    return actions.comment(nils, story.pk, "The ferry is old.", now=NOW)


@pytest.fixture
def clip(story):
    return Clip.objects.create(story=story, slug="a", document={}, headline="A", published=NOW, updated=NOW)


def writings(reader, said, clip):
    """All by which somebody writes here, each ready to be done."""
    story, mine = said.story_id, Comment.objects.create(story_id=said.story_id, reader=reader, text="Mine.", at=NOW)
    idea = Suggestion.objects.create(story_id=story, kind="split", wanted={"articles": [1]}, at=NOW)
    return [
        lambda: actions.comment(reader, story, "Me too.", now=NOW),
        lambda: actions.edit(reader, mine, "Mine, too.", now=NOW),
        lambda: actions.vote_on_comment(reader, said, 1, now=NOW),
        lambda: actions.vote(reader, story, now=NOW),
        lambda: actions.flag(reader, "comment", str(said.pk), "spam", now=NOW),
        lambda: actions.suggest(reader, story, "headline", {"headline": "Ferry aground"}, now=NOW),
        lambda: actions.support(reader, idea, now=NOW),
        lambda: actions.challenge(reader, clip, "A.", now=NOW),
        lambda: actions.permit_link(reader, "a.example", new_here=False, now=NOW),
        lambda: actions.permit(reader, "known_links", now=NOW),
        lambda: actions.add_webhook(reader, "https://a.example/", ["clip"], now=NOW),
    ]


@pytest.mark.parametrize(
    ("given", "why"),
    [({"suspended_until": NOW + MINUTE}, "suspended"), ({"waits": Reader.Waits.MAIL}, "unconfirmed"), ({}, None)],
)
def test_who_may_only_read_writes_nothing(said, clip, given, why):
    came = []
    for write in writings(person("mara", is_moderator=True, **given), said, clip):
        try:
            write()
            came.append(None)
        except Refused as refused:
            came.append(refused.code)
    assert came == [why] * 11


def test_a_moderator_who_is_suspended_does_not_moderate(mara, moderator, said):
    done = actions.act(moderator, Order("warn", "reader", str(mara.pk), "Be kind."), now=NOW)
    asked = actions.appeal(mara, done, "I was.", now=NOW)
    pavel = person("pavel", is_moderator=True, suspended_until=NOW + MINUTE)
    assert code(actions.act, pavel, Order("remove", "comment", str(said.pk), "No.")) == "suspended"
    assert code(actions.answer, pavel, asked, "No.", upheld=True) == "suspended"
    assert code(actions.answer, person("quin"), asked, "No.", upheld=True) == "not_allowed"


def test_an_appeal_is_about_something_and_of_whom_it_concerns_and_is_answered_once(mara, moderator, story):
    locked = actions.act(moderator, Order("lock", "story", str(story.pk), "Circles."), now=NOW)
    assert code(actions.appeal, mara, locked, "Open it.") == "not_concerned"
    warned = actions.act(moderator, Order("warn", "reader", str(mara.pk), "Be kind."), now=NOW)
    assert code(actions.appeal, mara, warned, " \x00 ") == "empty"
    asked, pavel = actions.appeal(mara, warned, "I was.", now=NOW), person("pavel", is_moderator=True)
    assert code(actions.answer, pavel, asked, " \x00 ", upheld=True) == "empty"
    actions.answer(pavel, asked, "You were.", upheld=True, now=NOW)
    assert code(actions.answer, pavel, asked, "You were not.", upheld=False) == "already_gone"


@pytest.mark.parametrize(
    ("kind", "target", "key", "why"),
    [
        ("burn", "comment", "{}", "unknown"),
        ("warn", "burrow", "{}", "unknown"),
        ("restore", "comment", "{}", "already_gone"),
        ("unban", "domain", "a.example", "already_gone"),
    ],
)
def test_moderators_do_what_there_is_and_end_what_is_in_force(moderator, said, kind, target, key, why):
    assert code(actions.act, moderator, Order(kind, target, key.format(said.pk), "So.")) == why


@pytest.mark.parametrize("reason", ["", "because", "held"])
def test_nobody_flags_without_a_reason_or_in_the_name_of_a_rule(mara, said, reason):
    assert code(actions.flag, mara, "comment", str(said.pk), reason) == "unknown"


def test_a_reply_stands_under_what_is_there_in_this_discussion(mara, nils, moderator, said):
    other = Story.objects.create(started_at=NOW, last_at=NOW)
    assert code(actions.comment, mara, other.pk, "Is it?", parent=said) == "answered_gone"
    actions.act(moderator, Order("remove", "comment", str(said.pk), "No."), now=NOW)
    said.refresh_from_db()
    assert code(actions.comment, mara, said.story_id, "Is it?", parent=said) == "answered_gone"


def test_nobody_changes_what_is_others_closed_gone_or_nothing(mara, nils, moderator, said):
    assert code(actions.edit, mara, said, "The ferry is new.") == code(actions.withdraw, mara, said) == "not_yours"
    assert code(actions.edit, nils, said, " \x00 ") == "empty"
    actions.act(moderator, Order("lock", "story", str(said.story_id), "Circles."), now=NOW)
    assert code(actions.edit, nils, said, "The ferry is new.") == "locked"
    actions.act(moderator, Order("unlock", "story", str(said.story_id), "News."), now=NOW)
    actions.act(moderator, Order("remove", "comment", str(said.pk), "No."), now=NOW)
    assert code(actions.edit, nils, said, "The ferry is new.") == "too_late"
    assert code(actions.withdraw, nils, said) == "already_gone"


def test_a_vote_against_says_why(mara, story):
    for reason in ("", "because"):
        assert code(actions.vote, mara, story.pk, value=-1, reason=reason) == "reason_missing"
    assert not Vote.objects.exists()


@pytest.mark.parametrize(
    ("kind", "wanted", "why"),
    [
        ("burn", {"story": 7}, "unknown"),
        ("hashtags", {"hashtags": []}, "empty"),
        ("headline", {"headline": " \x00 "}, "empty"),
        ("merge", {"story": "x"}, "unknown"),
    ],
)
def test_what_says_nothing_is_no_suggestion(mara, story, kind, wanted, why):
    assert code(actions.suggest, mara, story.pk, kind, wanted) == why


def test_what_was_decided_is_neither_agreed_with_nor_refused(mara, story, clip):
    idea = Suggestion.objects.create(story=story, kind="split", wanted={"articles": [1]}, at=NOW, state="refused")
    assert code(actions.support, mara, idea) == code(actions.refuse, idea, by=mara, why="No.") == "already_gone"
    assert code(actions.challenge, mara, clip, " \x00 ") == "empty"


def test_a_newcomer_brings_no_new_site_in_and_has_no_program_told():
    pia = person("pia", days=1)
    assert code(actions.permit_link, pia, "a.example", new_here=True) == "newcomer"
    actions.permit_link(pia, "a.example", new_here=False, now=NOW)
    assert code(actions.add_webhook, pia, "https://a.example/", ["clip"]) == "newcomer"


@pytest.mark.parametrize(
    ("url", "events", "why"),
    [
        ("https://a.example/", [], "empty"),
        ("https://a.example/", ["clip", "rain"], "unknown"),
        ("http://a.example/", ["clip"], "scheme_refused"),
        ("http://localhost:8000/", ["clip"], None),
        ("http://127.0.0.1:8000/", ["clip"], None),
    ],
)
def test_a_program_is_told_of_what_there_is_and_in_secret(mara, url, events, why):
    if why:
        assert code(actions.add_webhook, mara, url, events) == why
    else:
        assert actions.add_webhook(mara, url, events, now=NOW)


def test_a_browser_is_told_in_secret_and_with_its_keys(mara):
    keys = {"p256dh": "A" * 87, "auth": "A" * 22}
    assert code(actions.add_browser, mara, "http://push.example/1", keys) == "scheme_refused"
    assert code(actions.add_browser, mara, "https://push.example/1", keys | {"auth": "A"}) == "unknown"
    assert code(actions.add_browser, mara, "https://push.example/1", {}) == "unknown"
    for number in range(10):
        actions.add_browser(mara, f"https://push.example/{number}", keys, now=NOW)
    assert code(actions.add_browser, mara, "https://push.example/10", keys) == "too_many"


def test_nobody_keeps_more_than_a_person_would(mara, story):
    Follow.objects.bulk_create(Follow(reader=mara, kind="hashtag", key=f"a{n}", at=NOW) for n in range(MOST))
    Mute.objects.bulk_create(Mute(reader=mara, kind="word", key=f"a{n}", at=NOW) for n in range(MOST))
    mine = [Collection(reader=mara, title=f"{n}", slug=f"{n}", made_at=NOW) for n in range(MOST_COLLECTIONS)]
    kept, *_ = Collection.objects.bulk_create(mine)
    full = Story.objects.bulk_create(Story(started_at=NOW, last_at=NOW) for _ in range(MOST_STORIES))
    Collected.objects.bulk_create(Collected(collection=kept, story=one, at=NOW) for one in full)
    assert code(actions.follow, mara, "hashtag", "b") == code(actions.mute, mara, "word", "b") == "too_many"
    assert code(actions.make_collection, mara, "Ferries") == code(actions.collect, mara, kept, story.pk) == "too_many"


def test_a_collection_is_filled_emptied_and_dropped_by_its_owner_alone(mara, nils, story):
    kept = actions.make_collection(mara, "Ferries", now=NOW)
    assert code(actions.collect, nils, kept, story.pk) == "not_yours"
    for act, given in ((actions.take_out, (story.pk,)), (actions.drop_collection, ())):
        with pytest.raises(Refused):
            act(nils, kept, *given)
    assert code(actions.make_collection, mara, " \x00 ") == "empty"


@pytest.mark.parametrize("row", ["ferry", ["hashtag", "ferry"], {"kind": "hashtag"}, {"kind": "hashtag", "key": 7}])
def test_a_row_that_is_none_of_ours_is_left_out(mara, row):
    taken, left = actions.take_in(mara, [row, {"kind": "hashtag", "key": "ferry"}], now=NOW)
    assert (taken, len(left), Follow.objects.get().key) == (1, 1, "ferry")


@pytest.mark.parametrize(
    ("kind", "key", "more"), [("burrow", "a", {}), ("word", "a", {"scope": "nowhere"}), ("hashtag", "", {})]
)
def test_what_there_is_not_is_not_muted(mara, kind, key, more):
    assert code(actions.mute, mara, kind, key, **more) in {"unknown", "empty"}
