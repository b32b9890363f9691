"""What moderators see first is not for those to say who flag most."""

from datetime import timedelta

import pytest

from newsclip.community import actions, queries
from newsclip.community.models import Comment, Flag
from newsclip.community.rules import trust
from newsclip.community.rules.flags import OpenFlag, in_order
from newsclip.community.tests.conftest import NOW, person

MINUTE = timedelta(minutes=1)


def flood(accounts, each, matters):
    """So many accounts of the first day flag so many things each, spread over `matters`."""
    return [
        OpenFlag(("comment", str((account * each + number) % matters)), account, 0.01, NOW, newcomer=True)
        for account in range(accounts)
        for number in range(each)
    ]


@pytest.mark.parametrize("matters", [2000, 500, 100, 20])
def test_two_hundred_accounts_of_the_first_day_hide_neither_a_member_nor_newcomers(matters):
    """However they spread their 2,000 flags, and though they came first."""
    serious = OpenFlag(("story", "1"), 900, 0.5, NOW + MINUTE)
    newcomers = [OpenFlag(("story", f"{n}"), 900 + n, 0.01, NOW + n * MINUTE, newcomer=True) for n in range(2, 7)]
    shown = in_order([*flood(200, 10, matters), serious, *newcomers], limit=100)
    assert shown[0] == serious.matter
    assert {one.matter for one in newcomers} <= set(shown)


def test_the_weightiest_come_first_then_those_that_wait_longest():
    flags = [
        OpenFlag(("story", "late"), 1, 0.5, NOW + MINUTE),
        OpenFlag(("story", "early"), 2, 0.5, NOW),
        OpenFlag(("story", "both"), 3, 0.3, NOW + 2 * MINUTE),
        OpenFlag(("story", "both"), 4, 0.3, NOW + 2 * MINUTE),
    ]
    assert [key for _, key in in_order(flags, limit=9)] == ["both", "early", "late"]


def test_who_flags_everything_flags_nothing():
    busy = [OpenFlag(("comment", f"{n}"), 1, 1.0, NOW) for n in range(40)]
    assert in_order([*busy, OpenFlag(("story", "1"), 2, 0.3, NOW + MINUTE)], limit=9)[0] == ("story", "1")


def test_who_flags_one_thing_counts_no_more_than_who_flags_a_few():
    few = [OpenFlag(("comment", f"{n}"), 1, 0.6, NOW) for n in range(5)]
    assert in_order([OpenFlag(("story", "1"), 2, 0.5, NOW), *few], limit=10)[-1] == ("story", "1")


def test_a_matter_waits_since_its_first_flag_in_whatever_order_they_are_read():
    old, new = OpenFlag(("story", "1"), 1, 0.2, NOW), OpenFlag(("story", "1"), 2, 0.2, NOW + 2 * MINUTE)
    other = OpenFlag(("story", "2"), 3, 0.4, NOW + MINUTE)
    assert in_order([new, old, other], limit=9)[0] == in_order([other, old, new], limit=9)[0] == ("story", "1")


def test_what_also_a_busy_account_flags_is_heard_as_what_a_quiet_one_does():
    heavy = [OpenFlag(("story", f"{n}"), n, 1.0, NOW) for n in range(4)]
    busy = [OpenFlag(("comment", f"{n}"), 9, 0.01, NOW + n * MINUTE, newcomer=True) for n in range(6)]
    quiet = OpenFlag(("comment", "5"), 10, 0.0, NOW + 9 * MINUTE, newcomer=True)
    assert (
        in_order([*heavy, *busy, quiet], limit=5)[-1] == in_order([quiet, *busy, *heavy], limit=5)[-1] == quiet.matter
    )


def test_every_matter_is_on_one_page_and_the_weightiest_come_first():
    flags = [OpenFlag(("story", f"{n}"), n, (n % 97) / 97, NOW + n * MINUTE) for n in range(250)]
    pages = [in_order(flags, limit=100, page=number) for number in (1, 2, 3)]
    assert [len(page) for page in pages] == [100, 100, 50]
    assert len({one for page in pages for one in page}) == 250
    assert pages[0] == in_order(flags, limit=100)
    assert in_order(flags, limit=100, page=4) == in_order(flags, limit=100, page=10**12) == []


def test_nothing_is_shown_where_nothing_waits():
    assert in_order([], limit=100) == []


@pytest.mark.slow
@pytest.mark.django_db
def test_a_flood_of_held_comments_hides_no_flag(mara, nils, story):
    said = actions.comment(nils, story.pk, "You fool.", now=NOW)
    spammers = [person(f"new{n}", days=0, valued=0) for n in range(8)]
    for number, reader in enumerate(spammers * trust.NEWCOMER.comments):
        text = f"https://a.example https://b.example {number}"
        actions.comment(reader, story.pk, text, now=NOW)
    actions.flag(mara, "comment", str(said.pk), "abuse", now=NOW + MINUTE)
    assert Comment.objects.filter(state="held").count() == 160
    assert (queries.queue(10)[0].kind, queries.queue(10)[0].key) == ("comment", str(said.pk))


@pytest.mark.django_db
def test_a_flag_weighs_what_its_account_weighs_when_it_is_given(mara, story):
    said = actions.comment(mara, story.pk, "You fool.", now=NOW)
    for name, days in (("pia", 0), ("quin", 100)):
        actions.flag(person(name, days=days, valued=0), "comment", str(said.pk), "abuse", now=NOW)
    assert sorted(Flag.objects.values_list("weight", flat=True)) == [pytest.approx(0.01), 0.5]
