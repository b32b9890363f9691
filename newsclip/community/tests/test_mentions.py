from datetime import timedelta

import pytest

from newsclip.community import actions, queries
from newsclip.community.models import Comment, Notice
from newsclip.community.ports import Order
from newsclip.community.rules import comment_text
from newsclip.community.tests.conftest import NOW, person
from newsclip.kernel import markdown

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def told(reader):
    return [(row.kind, row.words) for row in queries.news_for(reader)]


def html(said):
    return queries.html_of([said], now=NOW, site="https://news.example")[0]


def test_who_is_mentioned_is_told_once_and_linked(mara, nils, story):
    nils.notices_by_mail = True
    nils.save()
    said = actions.comment(mara, story.pk, "As @nils said, and @nils. knows: *old*.", now=NOW)
    assert told(nils) == [("mention", "mara mentioned you: As @nils said, and @nils. knows: old.")]
    assert queries.news_for(nils).get().to_mail
    assert html(said).count('<a href="https://news.example/u/nils">@nils</a>') == 2


def test_whom_a_comment_answers_hears_of_the_answer_alone(mara, nils, story):
    first = actions.comment(mara, story.pk, "The ferry is old.", now=NOW)
    actions.comment(nils, story.pk, "@mara, is it?", now=NOW, parent=first)
    assert [kind for kind, _ in told(mara)] == ["reply"]


def test_nobody_mentions_themselves_or_who_is_not_there(mara, nils, story):
    person("gone", is_active=False)
    person("away", suspended_until=NOW + MINUTE)
    said = actions.comment(mara, story.pk, "@mara @gone @away @nobody nils@people.example `@nils` \n\n> @nils", now=NOW)
    assert not Notice.objects.exists()
    assert html(said).count("/u/") == 1  # her own name is a link, and tells nobody


@pytest.mark.parametrize(("kind", "key"), [("person", "mara"), ("word", "ferry")])
def test_nobody_is_told_of_a_mention_that_they_muted(mara, nils, story, kind, key):
    actions.mute(nils, kind, key, now=NOW)
    actions.comment(mara, story.pk, "@nils, the fer*ry* is old.", now=NOW)
    assert told(nils) == []


def test_a_mention_that_waits_is_told_once_it_is_shown_and_goes_with_the_comment(mara, nils, moderator, story):
    pia = person("pia", days=1)
    links = " ".join(f"https://harbour{n}.example/" for n in range(4))
    said = actions.comment(pia, story.pk, f"@nils {links}", now=NOW)
    assert said.state == Comment.State.HELD
    assert told(nils) == []
    actions.act(moderator, Order("approve", "comment", str(said.pk), "Good links."), now=NOW + MINUTE)
    assert [kind for kind, _ in told(nils)] == ["mention"]
    actions.act(moderator, Order("remove", "comment", str(said.pk), "Bad links."), now=NOW + MINUTE)
    assert told(nils) == []


def test_an_edited_mention_says_what_the_comment_says_and_tells_nobody_twice(mara, nils, moderator, story):
    said = actions.comment(mara, story.pk, "@nils, it is old.", now=NOW)
    actions.seen(nils, now=NOW)
    actions.edit(mara, said, "@orla, it is new.", now=NOW + MINUTE)
    actions.edit(mara, said, "@nils and @orla, it is new.", now=NOW + 2 * MINUTE)
    for reader in (nils, moderator):
        assert told(reader) == [("mention", "mara mentioned you: @nils and @orla, it is new.")]
    assert queries.unread(nils) == 0


def test_a_comment_mentions_a_few_members_however_often_it_is_edited(mara, story):
    people = [person(f"p{n}") for n in range(2 * comment_text.MOST_MENTIONED)]
    names = [f"@{one.username}" for one in people]
    said = actions.comment(mara, story.pk, " ".join(names), now=NOW)
    assert html(said).count("/u/") == comment_text.MOST_MENTIONED
    actions.edit(mara, said, " ".join(reversed(names)), now=NOW + MINUTE)
    assert Notice.objects.count() == comment_text.MOST_MENTIONED


def test_a_withdrawn_comment_leaves_no_mention(mara, nils, story):
    said = actions.comment(mara, story.pk, "@nils, it is old.", now=NOW)
    actions.withdraw(mara, said, now=NOW)
    assert told(nils) == []


@pytest.mark.parametrize("name", ["a.b", "a+b", "a-b", "a_b", "zoë@home"])
def test_a_name_may_have_any_letter_that_names_have(mara, story, name):
    reader = person(name)
    said = actions.comment(mara, story.pk, f"So says @{name}.", now=NOW)
    assert len(told(reader)) == 1
    assert f">@{name}</a>." in html(said)


def test_what_is_only_previewed_takes_no_room_from_what_was_sent(mara, story):
    assert "<em>old</em>" in queries.preview("As nobody said: it is *old*, perhaps.", now=NOW)
    assert "As nobody said: it is *old*, perhaps." not in markdown.read_once.kept
    said = actions.comment(mara, story.pk, "As somebody said: it is *old*.", now=NOW)
    assert "<em>old</em>" in html(said)
    assert said.text in markdown.read_once.kept
