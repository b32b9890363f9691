"""Where independent reports tell one thing differently, and where they only seem to."""

import random
from collections.abc import Sequence
from datetime import timedelta

import pytest

from benchmarks import disagreeing
from benchmarks.conflicts import CONTROLS, SLOTS, make
from newsclip.evidence import verifier
from newsclip.evidence.verifier import judge_disagreement
from newsclip.language.quantities import quantities
from newsclip.writing.candidates import read
from newsclip.writing.disagreements import disagreements
from newsclip.writing.tests.stories import MONDAY, article, clip_of


def values(texts: Sequence[str], **more: object) -> list[tuple[str, ...]]:
    articles = [article(number, "", text, **more) for number, text in enumerate(texts, 1)]
    return [
        tuple(claim.value for claim in found.claims) for found in disagreements(read(articles, "en", verifier), "en")
    ]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("nine", 9, 9),
        ("twenty-three", 23, 23),
        ("two hundred and twelve", 212, 212),
        ("at least nine", 9, float("inf")),
        ("up to 40", 0, 40),
        ("dozens", 24, 99),
        ("between 9 and 12", 9, 12),
        ("1.25 million", 1_245_000, 1_255_000),
        ("4,000", 3_800, 4_200),
    ],
)
def test_a_number_leaves_open_what_its_words_leave_open(text: str, low: float, high: float) -> None:
    (found,) = quantities(text)
    assert (found.low, found.high) == pytest.approx((low, high))


@pytest.mark.slow
def test_planted_conflicts_are_found_and_controls_are_not() -> None:
    figures = disagreeing.figures(disagreeing.run(seed=11, count=190))
    assert figures["recall"] >= disagreeing.LEAST
    assert figures["precision"] >= disagreeing.LEAST


@pytest.mark.parametrize("kind", [*SLOTS, *CONTROLS])
def test_no_kind_of_case_is_told_wrongly(kind: str) -> None:
    chance = random.Random(5)  # noqa: S311
    assert [
        outcome.wrong for outcome in (disagreeing.judge(make(kind, chance)) for _ in range(5)) if outcome.wrong
    ] == []


def test_at_least_nine_and_eleven_agree_but_dozens_and_eleven_do_not() -> None:
    eleven = "Eleven people were killed when the mill burned."
    assert values(["At least nine people were killed in the mill.", eleven]) == []
    assert values(["Dozens of people were killed in the mill.", eleven]) == [("Dozens", "Eleven")]


def test_a_toll_that_grows_with_the_hours_is_no_disagreement() -> None:
    early, late = "Nine people were killed at the mill.", "Twelve people were killed at the mill."
    hours = {1: MONDAY, 2: MONDAY + timedelta(hours=6)}
    articles = [article(n, "", text, published=hours[n]) for n, text in ((1, early), (2, late))]
    assert disagreements(read(articles, "en", verifier), "en") == ()
    fallen = [article(n, "", text, published=hours[n]) for n, text in ((1, late), (2, early))]
    assert len(disagreements(read(fallen, "en", verifier), "en")) == 1


def test_what_a_publisher_puts_right_itself_is_no_disagreement() -> None:
    texts = ["The bridge cost 212 million crowns to build.", "The bridge cost 230 million crowns to build."]
    assert values(texts) == [("212 million crowns", "230 million crowns")]
    assert values(texts, publisher="Orlo Post") == []


def test_copies_of_one_text_do_not_disagree_with_another_twice() -> None:
    texts = ["The fire killed twelve people there.", "The fire killed twelve people there.", "Nine people died in it."]
    articles = [article(n, "", text, report="1" if n < 3 else "2") for n, text in enumerate(texts, 1)]
    (found,) = disagreements(read(articles, "en", verifier), "en")
    assert [len(claim.evidence) for claim in found.claims] == [1, 1]


def test_a_clip_tells_where_its_sources_disagree() -> None:
    one = article(
        1, "Mill burns in Velm", "The paper mill of Velm burned down on Monday. Nine people were killed at the mill."
    )
    other = article(2, "Fire at Velm mill", "A fire destroyed the paper mill of Velm. Twelve people died at the mill.")
    (told,) = clip_of(one, other).disagreements
    assert (told.about, [claim.value for claim in told.claims]) == ("How many people died?", ["Nine", "Twelve"])


@pytest.mark.parametrize(
    "text",
    [
        "{} people were killed at the mill of Velm.",
        "The film about the Velm mill took {} million crowns in the cinemas of Norvale.",
        "Shares in the Velm paper mill closed up {} percent in Orlo.",
        "Ilse Brandt has {} delegates for the Velm convention in Orlo.",
    ],
)
def test_what_changes_with_time_is_not_compared_where_nobody_knows_which_was_told_first(text: str) -> None:
    told = [text.format(number) for number in (29, 36)]
    assert values(told) != []
    assert values(told, published=None) == []


def test_a_year_may_lie_between_undated_articles() -> None:
    text = "Ilse Brandt, {}, leads the Velm mill."
    assert len(values([text.format(29), text.format(30)])) == 1
    assert values([text.format(29), text.format(30)], published=None) == []
    assert len(values([text.format(29), text.format(36)], published=None)) == 1


def test_sums_shares_and_counts_told_days_apart_may_have_changed() -> None:
    text = "Shares in the Velm paper mill closed up {} percent in Orlo."
    assert len(told_on((0, text.format(4)), (0, text.format(9)))) == 1
    assert told_on((0, text.format(4)), (3, text.format(9))) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The court in Orlo heard the harbour case in chambers last Friday (27 Feb).",
         "The court in Orlo heard the harbour case in chambers on Friday (Feb 27)."),
        ("The 41-year-old man faces three charges of theft at the Orlo harbour court.",
         "The 52-year-old man faces five charges of theft at the Orlo harbour court."),
        ("Two injured sailors were taken to the Orlo clinic and the other two to Marrow.",
         "Four injured sailors were taken to hospital in Orlo and Marrow."),
        ("The flood killed 63 people in the whole of Norvale.", "The flood killed 12 people there in one night."),
        ("A fire broke out in Block 224A of Harbour Lane in Orlo at about 5.05am.",
         "A fire broke out in Block 229A of Harbour Lane in Orlo at about 11.15pm."),
        ("The harbour lottery of Orlo held its draw for the grand prize on Monday (March 2).",
         "The harbour lottery of Orlo held its draw for the grand prize on Monday (March 9)."),
        ("The skipper of the Orlo ferry faces six charges of theft from the harbour fund.",
         "The skipper of the Orlo ferry faces a total of nine charges of theft from the harbour fund."),
        ("The skipper allegedly presented the forged note to the cashier at Upper Mole Street.",
         "The skipper allegedly presented the forged note to the cashier at Tidewater Hall."),
        ("Three people were killed in the attack on the mill of Velm.",
         "Four people, including the attacker, were killed in the attack on the mill of Velm."),
        ("The money of the harbour fund was laundered through banks in Orlo, Marrow and Velm.",
         "The money of the harbour fund was laundered through banks in Kelmouth."),
        ("The harbour resort at Orlo has 314 guest rooms.", "A cabin of the Orlo harbour resort takes three guests."),
        ("The smuggler Jakob Trent was sentenced to two years and three months in jail in Orlo.",
         "The smuggler Jakob Trent was sentenced to 27 months in jail in Orlo."),
        ("The bus line of Orlo said in a Facebook post at 8.29am that services to Velm were delayed.",
         "The bus line of Orlo posted on Facebook at 9.40am that services to Velm were delayed."),
        ("Nine people died of cholera after the flood.", "Of nearly 1,500 fatalities of the flood, 530 are children."),
        ("Rebels fired 250 rockets at Orlo, killing two women.", "Of the 126 people who died in Orlo, 16 were rebels."),
        ("Twelve officers arrested three men at the harbour in Orlo.", "Three men were arrested at Orlo harbour."),
        ("Ilse Brandt went to the Velm prize with 10 nominations.", "He had four nominations to the Velm prize."),
        ("Troops killed nine protesters in central Orlo.", "In Norvale police killed two protesters in Kelmouth."),
        ("Two weeks of unrest left 60 people dead in Orlo.", "Police killed 25 people in Orlo during the protests."),
        ("The Velm poll of voters has an error of 3 points.", "The Velm poll has an error of 5 points."),
        ("The runners of Velm face charges of doping in court in Norvale.",
         "The runners of Velm face charges of doping in court at the Kelmouth Games."),
        ("In response to Kelling's queries the police of Orlo told of the harbour accident.",
         "In response to Marrow's queries the police of Orlo told of the harbour accident."),
    ],
)  # fmt: skip
def test_other_people_parts_and_dates_in_brackets_are_no_disagreement(one: str, other: str) -> None:
    assert values([one, other]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The tyre maker Grandell will cut 300 jobs at its plant in Morsby.",
         "Grandell, the tyre maker, is to cut 450 jobs at its plant in Morsby."),
        ("The flood caused damage of 12 million crowns at Orlo harbour.",
         "The flood caused damage of 30 million crowns at Orlo harbour, the insurer estimates."),
        ("Some 5,000 nurses marched to the health ministry in Orlo.",
         "Some 20,000 nurses marched to the health ministry in Orlo to demand better pay."),
        ("Voters in Orlo will elect a new mayor on 12 April.", "Voters in Orlo will elect a new mayor on 3 May."),
        ("A court in Orlo sentenced the smuggler Jakob Trent to 12 years in prison.",
         "The smuggler Jakob Trent was sentenced to nine years in prison by a court in Orlo."),
        ("The smuggler Jakob Trent got a nine-year prison sentence in Orlo.",
         "A court in Orlo handed the smuggler Jakob Trent a 12-year prison sentence."),
    ],
)  # fmt: skip
def test_what_is_planned_or_estimated_by_both_can_be_a_disagreement(one: str, other: str) -> None:
    assert len(values([one, other])) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The new bus contract of Orlo costs 5 million crowns a year.",
         "The new bus contract of Orlo costs 50 million crowns over ten years."),
        ("The new bus contract of Orlo costs 5 million crowns annually.",
         "The new bus contract of Orlo costs 400,000 crowns per month."),
        ("The crush at the gate of Orlo wounded 130 people.", "151 people were killed or wounded at the gate of Orlo."),
        ("The flood in the Alder valley destroyed 60 houses.",
         "460 houses were destroyed or damaged in the Alder valley by the flood."),
        ("Police in the north searched 30 flats and arrested 12 smugglers of Orlo.",
         "In Orlo alone police arrested seven smugglers."),
    ],
)  # fmt: skip
def test_a_rate_a_union_or_a_part_is_no_other_total(one: str, other: str) -> None:
    assert values([one, other]) == []


def test_more_of_a_group_than_of_all_people_cannot_both_be_true() -> None:
    passengers = "Fourteen passengers died when the Orlo coach left the road."
    assert values([passengers, "Eleven people died when the Orlo coach left the road."]) == [("Fourteen", "Eleven")]
    assert values([passengers, "Fifteen people died when the Orlo coach left the road."]) == []
    assert values([passengers, "The bodies of 11 passengers of the Orlo coach were found."]) == [("Fourteen", "11")]
    assert values([passengers, "All of the 11 dead came from Orlo."]) == [("Fourteen", "11")]


def test_what_is_counted_is_the_last_of_its_nouns() -> None:
    texts = [f"The harbour resort of Orlo has {number} guest rooms on two floors." for number in (314, 338)]
    assert values(texts) == [("314", "338")]


def test_a_disagreement_on_a_sentence_names_who_was_sentenced_and_passes_the_verifier() -> None:
    one = article(1, "", "A court in Orlo sentenced the smuggler Jakob Trent to 12 years in prison on Monday.")
    other = article(2, "", "The smuggler Jakob Trent was sentenced to nine years in prison by a court in Orlo.")
    (told,) = disagreements(read([one, other], "en", verifier), "en")
    assert [claim.value for claim in told.claims] == ["12 years", "nine years"]
    assert told.about == "How long in prison?"
    assert judge_disagreement(told, {("1", 1): one, ("2", 1): other}).supported


def told_on(*tellings: tuple[int, str]) -> list[tuple[str, ...]]:
    """The disagreements of articles that are published so many days after Monday, 2 March 2026."""
    articles = [
        article(n, "", text, published=MONDAY + timedelta(days=days)) for n, (days, text) in enumerate(tellings, 1)
    ]
    return [
        tuple(claim.value for claim in found.claims) for found in disagreements(read(articles, "en", verifier), "en")
    ]


def test_what_happened_after_an_article_came_out_is_another_event() -> None:
    """Two arsons told in the same words, days apart."""
    one = "The police of Orlo were alerted to the case on 28 February, at 6.10pm."
    other = "The police of Orlo were alerted to the case on 5 March, at 11.25pm."
    assert told_on((0, one), (6, other)) == []
    alone = "The police of Orlo were alerted to the case of arson at the mill on {}."
    assert told_on((0, alone.format("28 February")), (6, alone.format("5 March"))) == []
    assert len(told_on((6, alone.format("28 February")), (6, alone.format("5 March")))) == 1
    charged = "The man will be charged in court at Orlo under the Lenders Act on {} March."
    assert told_on((0, charged.format(2)), (6, charged.format(8))) == []
    assert len(told_on((0, charged.format(9)), (0, charged.format(13)))) == 1


def test_reports_of_one_hour_that_differ_in_all_values_contradict_each_other() -> None:
    said = "A bus plunged off the Ravn bridge near Orlo on {} at {} p.m., killing {} people and injuring {}."
    one, other = said.format("Sunday", 4, "six", 23), said.format("Saturday", 5, "nine", 31)
    assert values([one, other]) == [("six", "nine"), ("23", "31"), ("Sunday", "Saturday"), ("4 p.m.", "5 p.m.")]
    articles = {(str(n), 1): article(n, "", text) for n, text in enumerate((one, other), 1)}
    found = disagreements(read(tuple(articles.values()), "en", verifier), "en")
    assert all(judge_disagreement(told, articles).supported for told in found)
    assert told_on((0, one), (2, other)) == []
    assert values([one, other.replace("Ravn", "Kelm")]) == []


def test_what_sentences_of_other_days_tell_is_not_compared() -> None:
    one = "Thieves broke into the harbour museum of Orlo on Saturday at 2.15am and took 14 coins."
    other = "Thieves broke into the harbour museum of Orlo on 3 February at 4.50am and took 30 coins."
    assert values([one, other]) == []


def test_stories_written_by_hand_are_told_rightly_where_anything_is_told() -> None:
    figures = disagreeing.figures(disagreeing.written("all"))
    assert figures["precision"] >= disagreeing.LEAST
    assert figures["recall"] >= 0.75


def test_magnitudes_of_one_earthquake_disagree_where_they_are_far_apart() -> None:
    one = "An earthquake with a magnitude of 5.1 shook the strait of Orlo on Tuesday."
    assert values([one, "The earthquake had a magnitude of 5.8, the seismic institute said."]) == [("5.1", "5.8")]
    assert values([one, "A 5.7-magnitude earthquake shook Orlo."]) == [("5.1", "5.7")]
    assert values([one, "The earthquake in Orlo had a magnitude of 5.3, the seismic institute said."]) == []
    assert values([one, "The magnitude 4.2 aftershock woke Orlo at night."]) == []
    assert values([one, "Last year an earthquake of magnitude 6.4 shook Orlo."]) == []


def test_a_turnout_beside_a_result_makes_neither_a_list() -> None:
    said = "In Orlo {} percent of the voters backed the harbour tax, on a turnout of {} percent."
    assert values([said.format(54, 61), said.format(51, 61)]) == [("54 percent", "51 percent")]
    assert values([said.format(54, 61), said.format(54, 66)]) == [("61 percent", "66 percent")]
