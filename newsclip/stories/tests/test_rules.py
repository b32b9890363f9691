import json
from datetime import timedelta

import numpy as np
import pytest

from newsclip.stories.rules import background, near_duplicates, scoring, tuning
from newsclip.stories.rules.centroids import Centroid
from newsclip.stories.rules.contradictions import contradictions
from newsclip.stories.rules.headings import NOTHING, Heading, heading
from newsclip.stories.rules.languages import language
from newsclip.stories.rules.phase import phase, report_began, told_between, within_hours
from newsclip.stories.rules.store import Story
from newsclip.stories.rules.terms import terms
from newsclip.stories.rules.vectors import Vocabulary
from newsclip.stories.tests.invented import BRIDGE, BRIDGE_TOLD_AGAIN, BRUECKE, NOON, ORCHARD, PONT, PUENTE, incoming


def test_terms_are_words_without_the_commonest_and_without_their_plural():
    assert terms("The ferries of Velmora’s councils said 14,000 people may pay.") == [
        "ferry", "velmora", "council", "14,000", "people", "pay",
    ]  # fmt: skip


def test_terms_of_another_language_lose_its_own_common_words():
    assert terms("Die Brücke über der Schlucht und die Brücken", "de") == ["bruck", "schlucht", "bruck"]


def test_the_background_says_how_it_was_made_and_stays_small():
    shipped = background.read()
    assert shipped.texts > 10_000
    assert "from" in shipped.receipt
    assert background.TABLE.stat().st_size < 300_000


def test_tellings_of_one_event_are_closer_than_of_two():
    vocabulary = Vocabulary()
    bridge, again, orchard = (_dense(vocabulary, told) for told in (BRIDGE, BRIDGE_TOLD_AGAIN, ORCHARD))
    assert bridge @ again > 0.3
    assert bridge @ orchard < 0.05


def test_a_text_without_terms_has_an_empty_vector():
    assert len(Vocabulary().vector("", "of the and").numbers) == 0


def test_the_score_is_the_sum_of_its_parts_and_time_counts_only_between_dated_ones():
    near = scoring.parts(scoring.Likeness(0.5, 0.5, 0.1), scoring.shipped())
    far = scoring.parts(scoring.Likeness(0.5, 0.5, 3.0), scoring.shipped())
    undated = scoring.parts(scoring.Likeness(0.5, 0.5, None), scoring.shipped())
    assert sum(near.values()) > sum(far.values())
    assert "gap" not in undated


def test_the_receipt_of_the_weights_tells_of_none_that_was_set_by_hand():
    told = json.loads(scoring.SHIPPED.read_text())
    by_hand = told["by_hand"]["weights"]
    assert scoring.shipped().place == by_hand["place"]
    assert not by_hand.keys() & (told["weights"].keys() | told["receipt"]["began_at"].keys())


def test_what_is_like_many_stories_has_to_be_more_like_its_own():
    alone, crowded = scoring.crowd([0.5]), scoring.crowd([0.5, 0.4, 0.4, 0.4, 0.4, 0.4, 0.1])
    assert alone == [0.0]
    assert crowded[:2] == pytest.approx([0.4, 0.42])
    assert crowded[-1] == pytest.approx(0.42)
    there, here = (sum(scoring.parts(scoring.Likeness(0.5, 0.5, crowd=of[0]), scoring.shipped()).values())
                   for of in (alone, crowded))  # fmt: skip
    assert here < there


@pytest.mark.parametrize(
    "changed",
    [
        BRIDGE[1].upper().replace(",", " –"),
        "VELMORA (AP) — " + BRIDGE[1] + " Sign up for our newsletter to get the news of the day by mail.",
        BRIDGE[1].replace("routine ", "").replace("busy", "crowded").replace("vehicles", "cars"),
        BRIDGE[1][: int(len(BRIDGE[1]) * 0.6)],
        " ".join(sorted(BRIDGE[1].split(". "), key=len)),
    ],
    ids=["case", "boilerplate", "words", "cut", "moved"],
)
def test_an_edited_text_is_a_copy(changed):
    assert near_duplicates.is_copy(near_duplicates.fingerprint("", BRIDGE[1]), near_duplicates.fingerprint("", changed))


def test_another_telling_that_quotes_the_same_words_is_no_copy():
    quote = " “We will not let anybody drive over a bridge that we would not walk over ourselves,” she said."
    one, other = (
        near_duplicates.fingerprint("", BRIDGE[1] + quote),
        near_duplicates.fingerprint("", BRIDGE_TOLD_AGAIN[1] + quote),
    )
    assert not near_duplicates.is_copy(one, other)


def test_the_same_preamble_alone_is_no_copy():
    preamble = "This is the morning letter of the Velmora Lantern, in which our reporters tell what they found. " * 4
    one = near_duplicates.fingerprint("", preamble + BRIDGE[1] * 3)
    other = near_duplicates.fingerprint("", preamble + ORCHARD[1] * 3)
    assert one.opening == other.opening
    assert not near_duplicates.is_copy(one, other)


def test_the_longer_text_of_one_opening_is_as_much_a_copy_as_the_shorter():
    longer = " ".join(text for _, text in (BRIDGE, BRIDGE_TOLD_AGAIN, ORCHARD, PONT, PUENTE))
    one, other = near_duplicates.fingerprint("", BRIDGE[1]), near_duplicates.fingerprint("", longer)
    assert near_duplicates.likeness(one, other) < near_duplicates.ALIKE_IF_TIED
    assert near_duplicates.is_copy(one, other)
    assert near_duplicates.is_copy(other, one)


def test_a_text_of_white_space_alone_speaks_no_language():
    assert language(incoming("1", ("", "\n" * 400), language="de")) == "de"


def test_a_story_reaches_from_its_first_day_to_its_last():
    story = Story("1", Centroid(Vocabulary().vector("", "ferry")), 5.0, 5.0)
    for first, last in ((7.0, 8.0), (2.0, 3.0), (6.0, 6.0), (float("nan"), float("nan"))):
        story.reach(first, last)
    assert (story.first, story.last) == (2.0, 8.0)


def test_the_threshold_suggested_is_the_one_that_parts_the_pairs_best():
    found = tuning.suggest([(-2.0, False), (-1.0, False), (0.0, True), (1.0, False), (2.0, True), (3.0, True)])
    assert (found.threshold, found.precision, found.recall) == (1.5, 1.0, pytest.approx(2 / 3))


def test_a_story_is_ahead_of_the_next_best_or_of_what_any_is_alike():
    assert scoring.ahead([0.5]) == pytest.approx([0.4])
    assert scoring.ahead([0.5, 0.02]) == pytest.approx([0.4, -0.48])
    assert scoring.ahead([0.5, 0.3]) == pytest.approx([0.2, -0.2])


def test_the_language_is_the_given_one_else_the_texts():
    assert language(incoming("1", BRUECKE, language="de-AT")) == "de"
    assert language(incoming("1", BRUECKE, language="")) == "de"
    assert language(incoming("1", ("Hail!", ""), language="")) == "en"


def test_a_story_is_new_then_developing_then_quiet():
    assert phase(NOON, NOON, NOON) == "new"
    assert phase(NOON, NOON + timedelta(hours=13), NOON + timedelta(hours=14)) == "developing"
    assert phase(NOON, NOON + timedelta(hours=13), NOON + timedelta(days=3)) == "quiet"


def test_a_day_without_a_time_yields_to_a_time_that_lies_in_it():
    day, morning, evening = NOON - timedelta(hours=12), NOON - timedelta(hours=1), NOON + timedelta(hours=8)
    assert told_between((morning, evening), (day, day)) == (morning, evening)
    assert told_between((morning, evening), (None, None)) == (morning, evening)
    assert told_between((None, None), (day, day)) == (day, day)
    assert told_between((None, None), (None, None)) is None
    before, after = day - timedelta(days=1), day + timedelta(days=1)
    assert told_between((morning, evening), (before, after)) == (before, after)


def test_a_report_of_a_day_began_with_the_first_time_that_its_story_has_on_that_day():
    day, morning, evening = NOON - timedelta(hours=12), NOON - timedelta(hours=1), NOON + timedelta(hours=8)
    assert report_began(None, day, [evening, morning]) == morning
    assert report_began(evening, day, [evening, morning]) == evening
    assert report_began(None, day, [morning - timedelta(days=1)]) == day
    assert report_began(morning, day - timedelta(days=1), [morning]) == day - timedelta(days=1)
    assert report_began(None, None, []) is None


def test_what_a_day_without_a_time_leaves_open_is_not_said():
    day = NOON - timedelta(hours=12)
    assert within_hours(NOON, NOON + timedelta(hours=9)) is True
    assert within_hours(NOON, NOON + timedelta(hours=13)) is False
    assert within_hours(day, day + timedelta(hours=30)) is None
    assert within_hours(day, day + timedelta(hours=40)) is False
    assert phase(day, day + timedelta(hours=30), day + timedelta(hours=31)) == "new"
    assert within_hours(day, day) is True


def _dense(vocabulary, told):
    vector = vocabulary.vector(*told)
    dense = np.zeros(1 << 17)
    dense[vector.numbers] = vector.weights
    return dense


def test_a_vocabulary_forgets_rare_terms_that_nobody_uses_and_keeps_what_was_shipped():
    vocabulary = Vocabulary()
    shipped = len(vocabulary)
    before = vocabulary.vector("", "qua qub quc ferry")
    numbers = vocabulary.trim(before.numbers[:1])
    assert len(vocabulary) == shipped + 1
    assert vocabulary.terms([numbers[before.numbers[0]]])[0] in {"qua", "qub", "quc"}
    assert sorted(numbers[before.numbers[1:]])[:2] == [-1, -1]


def test_one_closure_is_not_another_in_a_different_town_on_a_different_day():
    def told(title, town, day):
        text = (
            f"The old bridge was closed in {town} on {day} March, the council said. " + "Lorries take the detour. " * 50
        )
        return vocabulary.vector(title, text, heading(title, text, "en"))

    vocabulary = Vocabulary()
    velland = told("Velland closes its old bridge", "Velland", 3)
    assert contradictions(velland, told("Harrowby traffic halted", "Harrowby", 12)) == ["names", "headline", "days"]
    assert contradictions(velland, told("Old bridge shut", "Velland", 3)) == []


def test_a_text_too_short_to_name_anything_contradicts_nothing():
    assert heading("Velland closes its bridge", "It was closed in Velland.", "en") == Heading(places={"velland"})
    assert heading("Velland closes its bridge", "It was closed on Monday.", "en") == NOTHING
