"""Who challenges a sentence learns what the page says will come of it: rules decide, and moderators read the words."""

import pytest
from django.utils import timezone
from lxml import html

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community import actions, queries
from newsclip.community.models import Action, Challenge, Flag, Target
from newsclip.community.ports import Order
from newsclip.kernel.spans import digest_of
from newsclip.web.pages.clip_document import as_stored
from newsclip.web.tests import factories
from newsclip.web.tests.test_queue import queue

pytestmark = pytest.mark.django_db


@pytest.fixture
def clip():
    return factories.ferry()


def challenge(client, clip, by: str, why: str) -> str:
    """The page that answers."""
    client.force_login(Reader.objects.get_or_create(username=by)[0])
    said = {"sentence": digest_of(clip.headline), "why": why}
    return client.post(f"/c/{clip.slug}/challenge", said, follow=True).content.decode()


def test_the_answer_and_the_list_say_that_a_moderator_is_to_read_it(client, orla, clip):
    page = challenge(client, clip, "pia", "Is it so?")
    assert "A moderator will read what you wrote." in page
    assert "waiting for a moderator" in page
    Flag.objects.update(closed_at=timezone.now())
    assert "waiting for a moderator" not in client.get(f"/s/{clip.story_id}/suggestions").content.decode()


def test_while_it_waits_nobody_is_told_that_they_were_wrong(client, orla, clip):
    page = challenge(client, clip, "pia", "Is it so?")
    assert "Until then the sentence stays, because it says what the publisher wrote." in page
    assert "Whether that is clear or right, this check cannot tell." in page
    assert "nothing wrong" not in page


def mark(client, clip) -> list[str]:
    page = html.fromstring(client.get(f"/c/{clip.slug}").content.decode())
    return [one.text_content() for one in page.cssselect(".doubt-mark")]


def test_everybody_sees_which_sentence_is_challenged_until_a_moderator_decides(client, orla, clip):
    sentence = next(one for one in as_stored(clip).claims if one.text != clip.headline)
    client.force_login(Reader.objects.create(username="pia"))
    client.post(f"/c/{clip.slug}/challenge", {"sentence": sentence.key, "why": "Is it so?"})
    assert mark(client, clip) == ["you challenged this"]
    client.logout()
    assert mark(client, clip) == ["challenged"]
    act(orla, clip, Action.Kind.DISMISS)
    assert mark(client, clip) == []


def test_who_writes_nothing_is_told_that_the_rules_alone_decided(client, orla, clip):
    page = challenge(client, clip, "pia", " ")
    assert "Whether that is right, the check cannot tell: to have a moderator look, say what is wrong." in page
    assert "waiting for a moderator" not in page
    assert not Flag.objects.exists()
    assert "A moderator will read what you wrote." in challenge(client, clip, "pia", "Is it so?")


def test_what_a_second_person_writes_about_the_same_sentence_waits_too(client, orla, clip):
    challenge(client, clip, "pia", "Is it so?")
    assert "A moderator will read what you wrote." in challenge(client, clip, "nils", "It never left.")
    client.force_login(orla)
    page = queue(client)
    assert "Is it so?" in page
    assert "It never left." in page


def test_who_says_nothing_new_is_led_to_the_answer(client, orla, clip):
    challenge(client, clip, "pia", "Is it so?")
    challenge(client, clip, "pia", "Is it really so?")
    challenge(client, clip, "nils", "")
    assert Challenge.objects.count() == 1


def test_beside_the_evidence_one_link_leads_to_the_answer_and_others_may_still_challenge(client, orla, clip):
    challenge(client, clip, "pia", "Is it so?")
    for who, may in (("pia", False), ("nils", True)):
        client.force_login(Reader.objects.get_or_create(username=who)[0])
        page = html.fromstring(client.get(f"/c/{clip.slug}/evidence").content.decode())
        (proof,) = [one for one in page.cssselect(".proof-says") if "Challenged on" in one.text_content()]
        assert len(proof.cssselect("a[href*='/suggestions']")) == 1
        assert ("Challenge it" in proof.text_content()) is may


def test_the_form_promises_no_more(client, clip):
    client.force_login(Reader.objects.create(username="pia"))
    page = client.get(f"/c/{Clip.objects.get().slug}/challenge").content.decode()
    assert "If the rules find nothing wrong, a moderator reads what you write here." in page
    assert "Leave the box empty, and the rules alone decide." in page


def act(orla, clip, kind: str) -> None:
    actions.act(orla, Order(kind, Target.STORY, str(clip.story_id), "Seen."), now=timezone.now())


def test_a_report_by_the_same_reader_does_not_swallow_what_they_challenged_before(client, orla, clip):
    challenge(client, clip, "pia", "Is it so?")
    pia = Reader.objects.get(username="pia")
    actions.flag(pia, Target.STORY, str(clip.story_id), "wrong", now=timezone.now())
    client.force_login(orla)
    assert "Is it so?" in queue(client)
    assert queries.waits_for_a_moderator(Challenge.objects.all(), pia) == {Challenge.objects.get().pk}


def test_a_challenge_does_not_take_the_place_of_a_report_that_was_decided(client, orla, clip):
    pia = Reader.objects.create(username="pia")
    actions.flag(pia, Target.STORY, str(clip.story_id), "wrong", now=timezone.now(), words="Half of it is old.")
    act(orla, clip, Action.Kind.DISMISS)
    challenge(client, clip, "pia", "Is it so?")
    (report,) = queries.reports_of(pia)
    assert (report.reason, report.words) == ("wrong", "Half of it is old.")
    client.force_login(orla)
    assert "Is it so?" in queue(client)


def test_what_was_decided_waits_no_more_when_its_author_challenges_something_else(client, orla, clip):
    challenge(client, clip, "pia", "Is it so?")
    act(orla, clip, Action.Kind.DISMISS)
    first, pia = Challenge.objects.get(), Reader.objects.get(username="pia")
    second = Challenge.objects.create(
        reader=pia, clip=clip, clip_version=1, sentence="Two.", why="No.", upheld=False, at=timezone.now()
    )
    assert actions.refer_doubt(second, now=second.at)
    assert queries.waits_for_a_moderator([first, second], pia) == {second.pk}
    assert queries.doubts_to_decide(clip) == [second]


def test_to_lock_a_discussion_is_no_answer_to_a_challenge(client, orla, clip):
    challenge(client, clip, "pia", "Is it so?")
    act(orla, clip, Action.Kind.LOCK)
    assert Flag.objects.get().closed_at is None


def test_the_log_keeps_a_reason_of_one_line_without_signs_that_turn_it_round(orla, clip):
    order = Order(
        Action.Kind.KEEP_IN,
        Target.STORY,
        str(clip.story_id),
        "Seen.",
        detail={"why": "a\0b\u202etxt\nc"},
        leaves_flags=True,
    )
    assert actions.act(orla, order, now=timezone.now()).detail == {"why": "abtxt c"}


def test_the_form_shows_the_publishers_words_below_the_sentence(client, clip):
    sentence = next(one for one in as_stored(clip).claims if one.text != clip.headline)
    client.force_login(Reader.objects.create(username="pia"))
    page = html.fromstring(client.get(f"/c/{clip.slug}/challenge?sentence={sentence.key}").content.decode())
    assert [one.text_content() for one in page.cssselect("form .passage mark")] == [one.text for one in sentence.words]
    assert page.cssselect("form .passage a[href^='http']")
    assert not html.fromstring(client.get(f"/c/{clip.slug}/challenge").content.decode()).cssselect(".passage")


def test_what_the_sources_disagree_about_stands_in_its_sentence(client, clip):
    client.force_login(Reader.objects.create(username="pia"))
    form = html.fromstring(client.get(f"/c/{clip.slug}/challenge").content)
    offered = {one.text_content().strip() for one in form.cssselect(".choice")}
    assert not offered & {"212 people", "209 passengers"}
    assert any("212 people aboard" in one for one in offered)
    evidence = html.fromstring(client.get(f"/c/{clip.slug}/evidence").content)
    (said,) = [one for one in evidence.cssselect(".proof-says") if one.cssselect("strong:contains('209 passengers')")]
    assert "209 passengers coming ashore" in said.text_content()
    assert "Where the sources disagree" in said.text_content()


def test_the_form_offers_sentences_and_no_headings(client, clip):
    client.force_login(Reader.objects.create(username="pia"))
    stored = as_stored(clip)
    headings = {one.heading.text for one in stored.document.sections if one.heading}
    page = html.fromstring(client.get(f"/c/{clip.slug}/challenge").content.decode())
    offered = {one.text_content().strip() for one in page.cssselect("label.choice")}
    assert clip.headline in offered
    assert headings
    assert not headings & offered
