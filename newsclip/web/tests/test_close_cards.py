"""Clips of one matter have one card in a list, with links to the others."""

from copy import copy
from dataclasses import replace
from datetime import timedelta

import pytest
from lxml import html

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community import actions
from newsclip.ranking.models import Standing
from newsclip.web.cards.close_cards import gathered
from newsclip.web.cards.queries import cards
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
LISTS = ("/", "/?order=new", "/category/general", "/tag/sabine")


def shown(client, path: str) -> list[list[str]]:
    """The headlines of each card, that of its own clip first."""
    page = html.fromstring(client.get(path).content.decode())
    return [[link.text for link in card.cssselect(".card-title a, .card-also a")] for card in page.cssselect(".card")]


@pytest.fixture
def sides():
    """Three clips, the newest first, of which the first and the last are of one matter."""
    made = [
        factories.ferry(n, at=factories.NOON - timedelta(hours=n), headline=f"Side {n}", picture=False)
        for n in range(3)
    ]
    for clip, points in zip(made, (3.0, 2.0, 1.0), strict=True):
        Standing.objects.filter(clip=clip).update(hot=points)
    factories.one_matter(made[0], made[2])
    return made


@pytest.mark.parametrize("path", LISTS)
def test_clips_of_one_matter_share_a_card_and_every_clip_is_named_once(client, sides, path):
    assert shown(client, path) == [["Side 0", "Side 2"], ["Side 1"]]


@pytest.mark.parametrize("path", LISTS)
def test_the_clip_with_the_most_independent_reports_leads_where_the_first_of_them_stands(client, sides, path):
    Clip.objects.filter(pk=sides[2].pk).update(reports=sides[0].reports + 1)
    assert shown(client, path) == [["Side 2", "Side 0"], ["Side 1"]]


def test_of_clips_with_as_many_reports_the_one_that_ranks_highest_leads(client, sides):
    Standing.objects.filter(clip=sides[2]).update(hot=9.0)
    assert shown(client, "/") == [["Side 2", "Side 0"], ["Side 1"]]


@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize(
    ("vote_says", "students_say", "outcome"),
    [
        (
            "Tuition bill falls by three votes",
            "Bells and pans: students celebrate",
            "The plan to charge students 2,400 crowns was defeated in Velm.",
        ),
        (
            "Chamber of Velm defeats tuition bill by three votes after nine hours of debate",
            "Students celebrate in Velm",
            "The plan to charge students was defeated, and they celebrate all over Velm.",
        ),
    ],
)
def test_of_clips_with_as_many_reports_the_one_whose_headline_the_others_tell_leads(
    vote_says, students_say, outcome, first
):
    told = [
        (vote_says, outcome),
        (students_say, "The Chamber of Velm had thrown out the tuition bill by three votes."),
    ]
    made = cards([factories.ferry(n, picture=False) for n in range(2)])
    for card, (headline, summary) in zip(made, told, strict=True):
        card.clip.headline, card.clip.summary = headline, summary
    vote, students = (card.clip.pk for card in made)
    close = {vote: {students}, students: {vote}}
    shown = [made[first], made[1 - first]]
    assert [[card.clip.pk, *(one.pk for one in card.also)] for card in gathered(shown, close)] == [[vote, students]]


def test_what_is_close_to_a_clip_below_alone_keeps_its_card():
    made = cards([factories.ferry(n, picture=False) for n in range(3)])
    first, middle, last = (card.clip.pk for card in made)
    last_leads = [made[0], made[1], replace(made[2], clip=copy(made[2].clip))]
    last_leads[2].clip.reports += 1
    close = {first: {middle}, middle: {first, last}, last: {middle}}
    assert [[card.clip.pk, *(one.pk for one in card.also)] for card in gathered(last_leads, close)] == [
        [first],
        [last, middle],
    ]


def test_who_mutes_the_first_of_a_matter_sees_the_next_in_its_place(client, sides, now):
    mara = Reader.objects.create_user("mara", password="x" * 12)
    actions.mute(mara, "word", "side 0", now=now)
    client.force_login(mara)
    assert shown(client, "/") == shown(client, "/category/general") == [["Side 1"], ["Side 2"]]


def test_a_link_below_a_card_says_whether_its_clip_was_read(client, sides, now):
    mara = Reader.objects.create_user("mara", password="x" * 12)
    actions.mark_as_read(mara, {sides[2].pk: 1}, now=now)
    client.force_login(mara)
    page = html.fromstring(client.get("/").content.decode())
    marks = {
        where: page.cssselect(f".card:first-child {where} [data-clip]")[0] for where in (".card-title", ".card-also")
    }
    assert {where: mark.get("data-read") for where, mark in marks.items()} == {
        ".card-title": None,
        ".card-also": "read",
    }


def test_a_card_has_three_links_at_most_and_what_is_more_keeps_a_card_of_its_own():
    made = cards([factories.ferry(n, picture=False) for n in range(6)])
    close = {card.clip.pk: {other.clip.pk for other in made} for card in made}
    assert [1 + len(card.also) for card in gathered(made, close)] == [4, 2]
