"""What a rule of extraction gives is judged on sites that had no say in it."""

from dataclasses import fields

import pytest

from benchmarks.extraction_by_host import (
    NEVER,
    OFF,
    PATTERNS,
    Read,
    SavedPage,
    fold_of,
    judged,
    names_of,
    rules_of,
    verdict,
    without_pattern,
)
from newsclip.articles.rules import extract_text
from newsclip.articles.rules.page_patterns import page_patterns
from newsclip.articles.rules.text_rules import RULES, TextRules

pytestmark = pytest.mark.slow

PAGES = [SavedPage(b"", "", "", f"site-{n}.example", fold) for n, fold in enumerate((0, 0, 1, 1, 2, 2))]


def read(*shares: float) -> Read:
    """Pages of which so much was found, and nothing else."""
    return Read([""] * len(shares), [(share, share) for share in shares])


NOW = read(0.9, 0.9, 0.9, 0.9, 0.9, 0.9)


def test_all_pages_of_a_site_are_in_one_fold_and_sites_in_all_folds():
    assert fold_of("velm.example", 5) == fold_of("velm.example", 5)
    assert {fold_of(f"site-{number}.example", 5) for number in range(100)} == set(range(5))


def test_a_rule_that_helps_in_all_folds_is_kept_and_gives_the_same_on_sites_left_out():
    found = judged(PAGES, NOW, read(0.8, 0.9, 0.8, 0.9, 0.8, 0.9), {})
    assert (found["folds"], found["gain"], found["left_out"], found["verdict"]) == ([0.05] * 3, 0.05, 0.05, "keep")
    assert (found["better"], found["worse"]) == (3, 0)


def test_a_rule_that_fits_the_pages_of_one_fold_gives_nothing_on_the_others():
    found = judged(PAGES, NOW, read(0.5, 0.5, 0.91, 0.91, 0.91, 0.91), {})
    assert found["gain"] > 0.1
    assert found["left_out"] < 0
    assert found["verdict"] == "doubtful"


def test_a_value_counts_where_the_other_folds_chose_it():
    found = judged(PAGES, NOW, read(0.8, 0.8, 0.8, 0.8, 0.8, 0.8), {"7": read(1, 1, 1, 1, 0.7, 0.7)})
    assert found["others"] == {"7": 0.0}
    assert found["left_out"] == pytest.approx((0.1 + 0.1 - 0.1) / 3, abs=1e-4)


@pytest.mark.parametrize(
    ("folds", "said"),
    [
        ((0.1, 0.1, 0.0), "keep"),
        ((0.1, 0.0, 0.0), "rare"),
        ((0.1, 0.0, -0.1), "doubtful"),
        ((0.1, 0.1, -0.3), "doubtful"),
        ((-0.1, 0.0, 0.0), "drop"),
        ((0.0, 0.0, 0.0), "drop"),
    ],
)
def test_the_verdict_is_by_folds(folds, said):
    assert verdict(folds) == said


def test_every_rule_can_be_switched_off():
    told = {name.partition(":")[0] for name, *_ in rules_of([])}
    assert {field.name for field in fields(TextRules)} - told == {"names", "foreign"}
    assert {"is_credit", "is_junk", "is_byline"} <= told
    assert all(getattr(RULES, name) not in values for name, values in OFF.items())


def test_every_name_can_be_left_out():
    found = {name: rules for name, rules, _ in names_of(["promo*"])}
    assert list(found) == ["beside: promo*", "in_paragraph: promo*"]
    words = "The ferry to Hollin sails again at noon, after a winter of repairs in the yard of Tarn. " * 4
    page = f"<body><div><p>{words}</p><p>{words[:-4]}more.</p><div class='promo-box'><p>{words[4:]}</p></div></div>"
    assert words[4:90] in extract_text(page, rules=found["beside: promo*"]).replace(words[:90], "")
    assert words[4:90] not in extract_text(page).replace(words[:90], "")


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_that_is_switched_off_finds_nothing_until_it_is_back(name):
    pattern = getattr(page_patterns(), name)
    with without_pattern(name):
        assert getattr(page_patterns(), name) is NEVER
    assert getattr(page_patterns(), name) is pattern
