"""An answer of the glance stands only where its sentence gives it plainly, as a fact of what it tells."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newsclip.evidence.document import Question, Slot, SourceArticle, Verdict
from newsclip.evidence.verifier import judge_slot
from newsclip.kernel.spans import Passage, digest_of

TUESDAY = datetime(2026, 11, 24, 12, tzinfo=UTC)
GIVEN = SourceArticle("1", 1, "", "", "", "The Orlo Post", TUESDAY, "1", language="en")
FIRE = "A fire broke out at a shop in Velmsund on Monday."


def judged(question: Question, value: str, text: str, *, day: str = "", **more: object) -> Verdict:
    """A verdict on an answer that rests on the first line of an article in English."""
    article = replace(GIVEN, text=text, **more)  # type: ignore[arg-type]
    line = text.partition("\n")[0]
    slot = Slot(value, (Passage("1", 1, 0, len(line), digest_of(line)),), question, day)
    return judge_slot(slot, {("1", 1): article})


def code(verdict: Verdict) -> str:
    return verdict.reason.code if verdict.reason else ""


@pytest.mark.parametrize(
    ("question", "value", "text"),
    [
        ("who", "Mayor Ilse Brandt", "Mayor Ilse Brandt opened the quay."),
        ("who", "Ilse Brandt, the mayor", "Ilse Brandt, the mayor, opened the quay.\n\nBrandt waved."),
        ("who", "Kelling goalkeeper Ilse Dorvane", "Kelling goalkeeper Ilse Dorvane left the club.\n\nDorvane waved."),
        ("who", "Ilse Dorvane", "Ilse Dorvane left the club.\n\nThen Dorvane waved."),
        ("who", "John Dorvane", "John Dorvane left the club."),
        ("who", "Mayor Brandt", "Mayor Brandt opened the quay."),
        ("who", "Mayor K Dorvane", "Mayor K Dorvane opened the quay."),
        ("who", "Rep. Ilse Brandt", "Rep. Ilse Brandt (R-Velm.) on Monday (Nov 23) opened the quay."),
        ("who", "12-year-old boy", "A 12-year-old boy swam to the quay."),
        ("who", "Orlo Harbour Board", "The Orlo Harbour Board closed the quay."),
        ("who", "Orlo Harbour Board", "The Orlo Harbour Board (OHB) closed the quay."),
        ("where", "Velmsund", FIRE),
        ("where", "Velmsund", "Last night, a fire broke out in Velmsund."),
        ("where", "Velmsund", "A clinic in Velmsund lost its licence."),
        ("where", "Velmsund", "A fire broke out in Velmsund near Dornvik."),
        ("where", "Velmsund", "After a long search, the boat was found in Velmsund."),
        ("how_many", "12 people were killed", "In the night 12 people were killed on the quay."),
        ("how_many", "12 people were killed", "In the night 12 people were killed near a bar, the “Maybe”."),
        ("how_many", "about 60 residents", "The crew led about 60 residents to the quay."),
        ("how_many", "Two sailors", "Two sailors were lifted off the rocks."),
        ("how_many", "more than 12 people were killed", "In the night more than 12 people were killed on the quay."),
        ("why", "because of a gas leak", "The school closed because of a gas leak."),
        ("why", "after a vote", "The mayor resigned on Monday after a vote."),
    ],
)
def test_what_a_sentence_tells_plainly_answers(question: Question, value: str, text: str) -> None:
    assert code(judged(question, value, text)) == ""


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Mayor Ilse Brandt", "On the quay Mayor Ilse Brandt waved."),  # not whom it begins with
        ("Mayor Ilse Brandt", "Mayor Ilse Brandt and her clerk waved."),  # she is not alone
        ("Mayor Ilse Brandt", "Mayor Ilse Brandt: the quay opened."),
        ("Mayor Ilse Brandt", "Mayor Ilse Brandt “of the iron hand” won."),
        ("Mayor Ilse Brandt", "Mayor Ilse Brandt on the quay opened it."),
        ("12-year-old", "A 12-year-old swam to the quay."),  # a ship?
        ("12-year-old alleged thief", "A 12-year-old alleged thief swam to the quay."),
        ("12-year-old boys", "The 12-year-old boys swam to the quay."),
        ("Dorvane", "Dorvane left the club.\n\nThen Dorvane waved."),
        ("Ilse Brandt", "Old Ilse Brandt waved.\n\nBrandt left."),
        ("Ilse Brandt, a mother", "Ilse Brandt, a mother who waved, left.\n\nBrandt left."),  # a part of it
        ("Ilse Brandt,", "Ilse Brandt, opened the quay.\n\nBrandt left."),  # who is she?
        ("Ilse Brandt, who waved", "Ilse Brandt, who waved, left.\n\nBrandt left."),
        ("Ilse Brandt, once a clerk", "Ilse Brandt, once a clerk, opened the quay.\n\nBrandt left."),
        ("Ilse Brandt, the mayor", "Ilse Brandt, the mayor opened the quay.\n\nBrandt left."),
        ("Velm Dorvane, the mayor", "Velm Dorvane, the mayor, opened the quay."),
        ("Alleged thief Ilse Dorvane", "Alleged thief Ilse Dorvane left.\n\nDorvane waved."),
        ("If Mayor Ilse Brandt", "If Mayor Ilse Brandt left, nobody saw it."),
        ("Shouting Ilse Dorvane", "Shouting Ilse Dorvane left.\n\nDorvane waved."),
        ("Seen off by clerk Ilse Dorvane", "Seen off by clerk Ilse Dorvane left.\n\nDorvane waved."),
        ("Very old Ilse Dorvane", "Very old Ilse Dorvane left.\n\nDorvane waved."),
        ("Velm Gear", "Velm Gear has won.\n\nThen Gear sang."),
        ("Mayor Ilse Brandt’s", "Mayor Ilse Brandt’s waved."),
        ("Mayor Orlo Street", "Mayor Orlo Street closed."),  # a place
        ("Crystal Palace", "Crystal Palace have won.\n\nThe Palace won."),  # a club, by a word for something else
        ("Velm Dorvane", "Velm Dorvane has won.\n\nNobody was sad."),  # nothing says that it is somebody
        ("Velm Dorvane", "Velm Dorvane has won.\n\nVelm Dorvane was sad."),
        ("Orlo Harbour", "The Orlo Harbour closed the quay."),  # no body
    ],
)
def test_whom_a_sentence_does_not_plainly_name_is_no_who(value: str, text: str) -> None:
    assert code(judged("who", value, text)) == "glance_not_told"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Velmsund", "A fire broke out in Velmsund and at Dornvik."),  # two places
        ("Velmsund", "A fire broke out after a day in Velmsund."),  # another clause
        ("Velmsund", "The mayor, a nurse in Velmsund, waved."),
        ("Velmsund", "The old mayor of Orlo, a nurse, waved in Velmsund."),
        ("Velmsund", "With a new shop in Velmsund, the firm grew."),
        ("Velmsund", "A Paris firm opened a shop in Velmsund."),
        ("Velmsund", "A fire broke out in Velmsund, not far from Paris."),
        ("Velmsund", "A fire broke out in Velmsund 4."),
        ("Velmsund", "A fire may have broken out in Velmsund."),
        ("Velmsund", "No fire broke out in Velmsund."),
        ("Ilse", "The nurses put faith in Ilse."),
        ("Velmsund", "The road to Velmsund is closed."),
        ("Velmsund", "A fire broke out in a village near Velmsund."),
        ("Velmsund", "A fire broke out at a farm outside Velmsund."),
    ],
)
def test_a_place_that_may_be_of_something_else_is_no_where(value: str, text: str) -> None:
    assert code(judged("where", value, text)) == "glance_not_told"


@pytest.mark.parametrize(
    ("value", "day", "text"),
    [
        ("Monday", "2026-11-23", FIRE),
        ("Monday", "2026-11-23", "The mayor resigned Monday after a vote."),
        ("Monday", "2026-11-23", "The mayor said on Monday (Nov 23) that the quay will close."),
    ],
)
def test_the_day_of_what_happened_answers_when(value: str, day: str, text: str) -> None:
    assert code(judged("when", value, text, day=day)) == ""


@pytest.mark.parametrize(
    ("value", "day", "text"),
    [
        ("Monday", "2026-11-22", FIRE),
        ("on Monday", "2026-11-23", FIRE),
        ("Monday", "2026-11-23", "A fire on Monday broke out before Sunday 22 November ended."),  # two days
        ("Monday", "2026-11-23", "The mayor will resign on Monday."),
        ("Monday", "2026-11-23", "Nobody left the quay on Monday."),
        ("Monday", "2026-11-23", "The shop that burned on Monday closed."),  # another clause
        ("Monday", "2026-11-23", "The quay has closed, it emerged on Monday."),
    ],
)
def test_a_day_that_may_be_of_something_else_is_no_when(value: str, day: str, text: str) -> None:
    assert code(judged("when", value, text, day=day)) == "glance_not_told"


def test_nothing_is_dated_by_an_article_without_a_date() -> None:
    assert code(judged("when", "Monday", FIRE, day="2026-11-23", published=None)) == "glance_not_told"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("12 people", "In the night at least 12 people were killed."),  # cut
        ("12", "The crew counted 12 in the night."),
        ("killing about 12", "A storm passed killing about 12 million birds."),
        ("12", "In the night 12 people were killed."),  # of what?
        ("12 people and 3", "In the night 12 people and 3 dogs were killed."),
        ("killed nobody", "The fire killed nobody on the quay."),
        ("14 shipping", "The crew bought 14 shipping containers."),
        ("Three trophies", "Three trophies later, the club is lost."),
        ("12 people", "In the night 12 people were killed, rebels claimed."),
        ("12 people", "In the night 12 people may have been killed."),
    ],
)
def test_a_figure_that_is_cut_claimed_or_doubted_is_no_how_many(value: str, text: str) -> None:
    assert code(judged("how_many", value, text)) == "glance_not_told"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("two guests died", "The death toll of the fire rose to 11 after two guests died in hospital."),
        ("Two more guests died", "Two more guests died in hospital on the quay."),
        ("two people died", "In the night another two people died on the quay."),
        ("killed two others", "The blast on the quay killed two others in the night."),
    ],
)
def test_a_part_of_the_toll_is_no_how_many(value: str, text: str) -> None:
    assert code(judged("how_many", value, text)) == "glance_not_told"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("because of a gas", "The school closed because of a gas leak."),  # cut
        ("because of a leak, a fire", "The school closed because of a leak, a fire and smoke."),
        ("because of a leak, smoke", "The school closed because of a leak, smoke."),
        ("after a long day", "The crew sang after a long day."),  # no reason
        ("with a smile", "The mayor resigned with a smile."),
        ("closed because of a leak", "The school closed because of a leak."),
        ("because of a leak", "The school that closed because of a leak."),
        ("because of a leak", "The school closed because of a leak, the mayor said."),
        ("because of a leak", "The school may close because of a leak."),
    ],
)
def test_what_is_not_plainly_a_reason_is_no_why(value: str, text: str) -> None:
    assert code(judged("why", value, text)) == "glance_not_told"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Dornvik", FIRE),
        ("Velm", FIRE),  # a part of a word
        (" ", FIRE),
        ("Velmsund", "A nurse was clear: “It burned in Velmsund,” she said."),
        ("Velmsund", "VELMSUND, Norvale (AP) — The shop is closed."),
        ("Velmsund", "Ilse was clear: ‘It burned in Velmsund.’"),
    ],
)
def test_an_answer_is_the_journalists_own_words(value: str, text: str) -> None:
    assert code(judged("where", value, text)) == "value_not_held"


def test_where_an_article_was_written_is_not_where_it_happened() -> None:
    told = "DORNVIK, Norvale (Reuters) — A fire broke out at a shop in Velmsund."
    assert code(judged("where", "Velmsund", told)) == ""
    assert code(judged("where", "Norvale", told)) == "value_not_held"


@pytest.mark.parametrize(
    "dateline", ["DORNVIK (AP) — ", "DORNVIK (Reuters) ", "(CNN)", "PARIS: ", "LONDON -- ", "WASHINGTON - "]
)
def test_a_sentence_begins_behind_its_dateline(dateline: str) -> None:
    assert code(judged("who", "Mayor Brandt", f"{dateline}Mayor Brandt opened the quay.")) == ""


def test_what_no_rule_can_read_is_refused() -> None:
    assert code(judged("where", "Velmsund", FIRE, language="de")) == "glance_unread"
    assert code(judged("what", "Velmsund", FIRE)) == "glance_unread"  # type: ignore[arg-type]


def test_what_is_too_long_for_a_glance_is_refused() -> None:
    long = "because of a gas leak" + " and a gas leak" * 10
    assert code(judged("why", long, f"The school closed {long}.")) == "glance_unread"


def test_an_answer_rests_on_one_passage_that_is_still_there() -> None:
    whole = Passage("1", 1, 0, len(FIRE), digest_of(FIRE))
    known = {("1", 1): replace(GIVEN, text=FIRE)}
    assert code(judge_slot(Slot("Velmsund", (whole, whole), "where"), known)) == "glance_unread"
    assert code(judge_slot(Slot("Velmsund", (replace(whole, digest="0"),), "where"), known)) == "passage_lost"
    assert code(judge_slot(Slot("Velmsund", (), "where"), known)) == "passage_lost"
