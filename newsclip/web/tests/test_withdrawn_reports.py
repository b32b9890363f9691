"""A reader takes back what they reported or challenged, while it waits for a moderator."""

import pytest

from newsclip.accounts.models import Reader
from newsclip.community import actions
from newsclip.community.models import Challenge, Flag, Target
from newsclip.community.ports import Order
from newsclip.kernel.reasons import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def doubt(clip, mara, now):
    return doubted(clip, mara, now, clip.headline)


def doubted(clip, who, now, sentence: str) -> Challenge:
    made = actions.challenge(who, clip, sentence, now=now, why="Is it so?")
    made.upheld, made.decided_at = False, now
    made.save()
    actions.refer_doubt(made, now=now)
    return made


def report(clip, who, now) -> Flag:
    actions.flag(who, Target.STORY, str(clip.story_id), "wrong", now=now, words="Half of it is old.")
    return Flag.objects.get(reader=who)


def body(client, path: str) -> str:
    return client.get(path).content.decode()


def test_a_report_that_waits_is_withdrawn_by_its_author_alone(signed_in, mara, clip, now):
    other = report(clip, Reader.objects.create(username="nell"), now)
    mine = report(clip, mara, now)
    assert f'name="report" value="{mine.pk}"' in body(signed_in, "/reported")
    assert signed_in.post("/reported", {"report": other.pk}).status_code == 403
    assert "You took it back." in signed_in.post("/reported", {"report": mine.pk}, follow=True).content.decode()
    assert list(Flag.objects.all()) == [other]


def test_what_was_decided_is_not_withdrawn(signed_in, mara, clip, now):
    mine = report(clip, mara, now)
    moderator = Reader.objects.create(username="orla", is_moderator=True)
    actions.act(moderator, Order("dismiss", Target.STORY, str(clip.story_id), "It is fine."), now=now)
    assert 'name="report"' not in body(signed_in, "/reported")
    with pytest.raises(Refused, match="already"):
        actions.withdraw_report(mara, mine)


def test_a_challenge_is_withdrawn_where_it_stands_in_public(signed_in, clip, doubt):
    page = f"/s/{clip.story_id}/suggestions"
    assert f'name="doubt" value="{doubt.pk}"' in body(signed_in, page)
    signed_in.post("/reported", {"doubt": doubt.pk, "next": page})
    assert "Is it so?" not in body(signed_in, page)
    assert not Flag.objects.exists()


def test_another_challenge_of_the_same_story_still_waits(mara, clip, doubt, now):
    left = doubted(clip, mara, now, "Two.")
    actions.withdraw_doubt(mara, doubt)
    assert Flag.objects.get().words == "“Two.” Is it so?"
    assert list(Challenge.objects.all()) == [left]


def test_a_report_withdrawn_leaves_the_challenge_that_came_before_it(mara, clip, doubt, now):
    actions.withdraw_report(mara, report(clip, mara, now))
    assert Flag.objects.get().reason == Flag.Reason.DOUBT


def test_nobody_withdraws_what_another_challenged(clip, doubt):
    with pytest.raises(Refused, match="Only its author"):
        actions.withdraw_doubt(Reader.objects.create(username="nell"), doubt)


def test_the_form_says_that_the_name_is_public_and_the_list_who_sees_what(signed_in, clip):
    assert "Everybody can read what you write, with your name" in body(signed_in, f"/c/{clip.slug}/challenge")
    assert "What you challenge stands with your name beside the story." in body(signed_in, "/reported")
