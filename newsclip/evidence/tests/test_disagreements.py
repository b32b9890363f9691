"""A disagreement is published only where each side says what it is said to say, of the same matter."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from newsclip.evidence.document import Claim, Disagreement, SourceArticle, Verdict
from newsclip.evidence.tests.disputed import FALSE, FOREIGN, TRUE, Told
from newsclip.evidence.tests.disputed_too import FALSE_TOO
from newsclip.evidence.tests.test_hostile_sentences import AROUND
from newsclip.evidence.verifier import judge_disagreement
from newsclip.kernel.reasons import Reason
from newsclip.kernel.spans import Passage, digest_of
from newsclip.writing.tests.stories import article


def judged(told: Told, *, hours: int = 0, language: str = "en", **more: object) -> Verdict:
    """The verdict on it, its second side told so many hours later by another publisher."""
    articles = [article(n, "", side[1], language=language, **more) for n, side in enumerate(told[1:], 1)]
    if articles[1].published:
        articles[1] = replace(articles[1], published=articles[1].published + timedelta(hours=hours))
    claims = (Claim(side[0], (whole(one),)) for side, one in zip(told[1:], articles, strict=True))
    return judge_disagreement(Disagreement(told[0], tuple(claims)), {(one.id, 1): one for one in articles})


def whole(one: SourceArticle) -> Passage:
    return Passage(one.id, one.revision, 0, len(one.text), digest_of(one.text))


@pytest.mark.parametrize("told", [pytest.param(t, id=f"{kind}: {t[1][1]}") for kind, ts in FALSE.items() for t in ts])
def test_a_false_disagreement_is_refused(told: Told) -> None:
    assert not judged(told).supported


@pytest.mark.parametrize("told", FALSE_TOO, ids=lambda told: told[1][1])
def test_so_is_one_that_the_rules_were_not_made_for(told: Told) -> None:
    assert not judged(told).supported


def asked_plainly(told: Told) -> Told:
    """The same as a question without the words that the sides share."""
    about = re.sub(r"^How many (died|were injured|are missing|were arrested)$", r"How many people \1", told[0])
    of_all = {"How the vote ended": "How did the vote end", "The magnitude": "What was the magnitude"}
    about = re.sub(r"^(How much|What share|On which day|At what time|Where|How long in prison) \(.*", r"\1", about)
    about = re.sub(r"^How many (.+) \((.+)\)$", r"How many \2 \1", of_all.get(about, about))
    return (re.sub("^The age of", "What age is given for", about) + "?", *told[1:])


@pytest.mark.parametrize("told", [*(t for ts in FALSE.values() for t in ts), *FALSE_TOO], ids=lambda told: told[1][1])
def test_a_plain_question_lets_no_false_one_pass(told: Told) -> None:
    assert not judged(asked_plainly(told)).supported


@pytest.mark.parametrize("told", TRUE, ids=lambda told: told[1][1])
def test_a_plain_question_lets_a_true_one_pass(told: Told) -> None:
    assert judged(asked_plainly(told)).supported == judged(told).supported


@pytest.mark.parametrize(("language", "told"), [(language, t) for language, ts in FOREIGN.items() for t in ts])
def test_what_is_not_english_cannot_be_judged_and_is_refused(language: str, told: Told) -> None:
    assert not judged(told, language=language).supported


@pytest.mark.parametrize("told", TRUE, ids=lambda told: f"{told[0]}: {told[1][1]}")
def test_a_true_disagreement_stands(told: Told) -> None:
    verdict = judged(told)
    assert verdict.reason is None


def toll(first: str, second: str) -> Told:
    sides = ((number, f"In the storm off Orlo {number} people died.") for number in (first, second))
    one, other = sides
    return ("How many died", one, other)


def test_a_toll_that_grew_with_the_hours_is_news_and_one_that_fell_is_not() -> None:
    assert not judged(toll("12", "14"), hours=6).supported
    assert judged(toll("14", "12"), hours=6).supported


def test_what_changes_with_time_is_refused_where_nobody_knows_which_was_told_first() -> None:
    assert not judged(toll("12", "14"), published=None).supported


def test_one_publisher_does_not_disagree_with_itself() -> None:
    assert not judged(toll("14", "12"), publisher="Orlo Post").supported


def test_a_third_side_that_agrees_with_one_makes_no_disagreement_of_three() -> None:
    texts = [f"In the storm off Orlo {number} people died." for number in ("14", "12", "twelve")]
    articles = [article(n, "", text, language="en") for n, text in enumerate(texts, 1)]
    values = zip(("14", "12", "twelve"), articles, strict=True)
    claims = tuple(Claim(value, (whole(one),)) for value, one in values)
    known = {(one.id, 1): one for one in articles}
    assert judge_disagreement(Disagreement("How many died", claims[:2]), known).supported
    assert not judge_disagreement(Disagreement("How many died", claims), known).supported


STORM = [f"In the storm off Orlo {number} people died." for number in ("14", "12", "13")]
SAID = "We promised a crossing that would last"


def of_articles(about: str, *sides: tuple[str, list[SourceArticle]]) -> Verdict:
    known = {(one.id, one.revision): one for _, given in sides for one in given}
    claims = (Claim(value, tuple(whole(one) for one in given)) for value, given in sides)
    return judge_disagreement(Disagreement(about, tuple(claims)), known)


def test_one_side_two_revisions_and_a_heap_of_passages_disagree_about_nothing() -> None:
    one, other = article(1, "", STORM[0], language="en"), article(2, "", STORM[1], language="en")
    again, later = replace(one, id="3", publisher="Paper 3"), replace(other, id="1", revision=2)
    assert of_articles("How many died", ("14", [one]), ("12", [other])).supported
    assert of_articles("How many died", ("14", [one, again])).reason == Reason("one_value")
    assert of_articles("How many died", ("14", [one]), ("12", [later])).reason == Reason("one_article")
    assert of_articles("How many died", ("14", [one] * 20), ("12", [other])).reason == Reason("disagreement_unread")


def test_a_publisher_that_corrects_itself_lends_no_side_to_a_third() -> None:
    one, other = (article(n, "", STORM[n - 1], language="en", publisher="Orlo Post") for n in (1, 2))
    third = article(9, "", STORM[2], language="en")
    assert of_articles("How many died", ("14", [one]), ("13", [third])).supported
    assert not of_articles("How many died", ("14", [one]), ("12", [other]), ("13", [third])).supported


@pytest.mark.parametrize(
    ("about", "second", "publisher"),
    [(SAID, "Jan Falk", "Orlo Post"), ("We promised", "Jan Falk", ""), (SAID, "Holm", "")],
)
def test_one_saying_of_two_speakers_is_long_and_told_by_two(about: str, second: str, publisher: str) -> None:
    told = [article(n, "", f"“{SAID},” said {who}.", language="en") for n, who in ((1, "Mara Holm"), (2, second))]
    given = [replace(one, publisher=publisher or one.publisher) for one in told]
    assert not of_articles(f"Who said “{about} …”", ("Mara Holm", given[:1]), (second, given[1:])).supported


def test_what_the_judge_cannot_read_is_refused_as_unread() -> None:
    assert judged(("The storm", *toll("14", "12")[1:])).reason == Reason("disagreement_unread")
    one, other = article(1, "", STORM[0], language="en"), article(2, "", f"{STORM[1]} {AROUND['de'] * 3}")
    here = replace(whole(other), end=len(STORM[1]), digest=digest_of(STORM[1]))
    told = Disagreement("How many died", (Claim("14", (whole(one),)), Claim("12", (here,))))
    assert judge_disagreement(told, {("1", 1): one, ("2", 1): other}).reason == Reason("disagreement_unread")


@pytest.mark.parametrize(
    "told",
    [
        ("How the vote ended", ("eight to seven", "The harbour tax was rejected by eight to seven in Orlo."),
         ("nine to six", "The harbour tax was approved by nine to six in Orlo.")),
        ("How many jobs", ("300", "The tyre maker Grandell kept 300 jobs at its plant in Morsby."),
         ("450", "The tyre maker Grandell lost 450 jobs at its plant in Morsby.")),
        ("How many were injured", ("40", "In the fire at the mill of Velm 40 people fled the hospital."),
         ("50", "The fire left 50 people injured at the mill of Velm.")),
    ],
)  # fmt: skip
def test_another_outcome_verb_or_state_is_another_matter(told: Told) -> None:
    assert not judged(told).supported


def test_a_sum_behind_a_comma_is_of_the_whole_sentence() -> None:
    first = ("$2 million", "The bridge of Orlo was dear, $2 million to build, the mayor said.")
    second = ("$5 million", "The bridge of Orlo cost $5 million to build.")
    assert judged(("How much (bridge, Orlo)", first, second)).supported
