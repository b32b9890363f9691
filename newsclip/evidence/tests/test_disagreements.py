"""A disagreement is published only where each side says what it is said to say, of the same matter."""

from dataclasses import replace
from datetime import timedelta

import pytest

from newsclip.evidence.document import Claim, Disagreement, SourceArticle, Verdict
from newsclip.evidence.tests.disputed import FALSE, FOREIGN, TRUE, Told
from newsclip.evidence.tests.disputed_too import FALSE_TOO
from newsclip.evidence.verifier import judge_disagreement
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
    return Passage(one.id, 1, 0, len(one.text), digest_of(one.text))


@pytest.mark.parametrize("told", [pytest.param(t, id=f"{kind}: {t[1][1]}") for kind, ts in FALSE.items() for t in ts])
def test_a_false_disagreement_is_refused(told: Told) -> None:
    assert not judged(told).supported


@pytest.mark.parametrize("told", FALSE_TOO, ids=lambda told: told[1][1])
def test_so_is_one_that_the_rules_were_not_made_for(told: Told) -> None:
    assert not judged(told).supported


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
