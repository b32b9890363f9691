"""Copies of one text are one report, independent accounts are not: our own edits of the sample press's texts."""

import random
import re
from collections.abc import Callable
from itertools import combinations

import pytest

from newsclip.stories.ports import IncomingArticle
from newsclip.stories.rules.near_duplicates import Fingerprint, fingerprint, is_copy
from tests.contracts.story_texts import told

pytestmark = pytest.mark.slow

SEEDS = range(3)
LEAST_WORDS = 120  # a brief of a few sentences has too few 3-grams to lose any
BOILERPLATE = (
    "Sign up for our newsletter and read the news of the valley every morning.",
    "This article may contain links to our shop, from whose sales we earn a small commission.",
    "Follow us wherever you are, and tell us what you saw: the desk reads every letter.",
)

type Edit = Callable[[str, random.Random], str]


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?”\"])\s+", text)


def changed_case(text: str, chance: random.Random) -> str:
    return chance.choice([text.upper(), text.lower(), text.title()]).replace(",", " –")


def with_boilerplate(text: str, chance: random.Random) -> str:
    return " ".join(["KELMOUTH (Dispatch) —", chance.choice(BOILERPLATE), text, *chance.sample(BOILERPLATE, 2)])


def edited(share: float) -> Edit:
    """One word in so many is replaced, dropped, or has another put before it."""

    def edit(text: str, chance: random.Random) -> str:
        words = text.split()
        for place in chance.sample(range(len(words)), round(share * len(words))):
            other = chance.choice(words).strip(".,") or "so"
            words[place] = chance.choice([other, "", f"{other} {words[place]}"])
        return " ".join(words)

    return edit


def cut(text: str, chance: random.Random) -> str:
    """The first 60 % of the sentences, as papers cut from the end."""
    found = sentences(text)
    return " ".join(found[: max(1, round(0.6 * len(found)))])


def moved(text: str, chance: random.Random) -> str:
    found = sentences(text)
    chance.shuffle(found)
    return " ".join(found)


EDITS = {
    "case": (changed_case, 0.99),
    "boilerplate": (with_boilerplate, 0.99),
    "5 % of the words": (edited(0.05), 0.99),
    "cut to 60 %": (cut, 0.99),
    "moved sentences": (moved, 0.99),
    "15 % of the words": (edited(0.15), 0.95),
}


def texts() -> list[tuple[IncomingArticle, str]]:
    return [(one, event) for one, event in told() if len(one.text.split()) >= LEAST_WORDS]


@pytest.mark.parametrize("name", EDITS)
def test_an_edited_text_is_known_as_a_copy(name: str) -> None:
    edit, least = EDITS[name]
    found = [
        is_copy(fingerprint(one.title, one.text), fingerprint("", edit(one.text, random.Random(f"{seed} {one.id}"))))
        for one, _ in texts()
        for seed in SEEDS
    ]
    assert sum(found) / len(found) >= least, sum(found) / len(found)


@pytest.mark.parametrize("tie", ["", "owner", "agency"])
def test_independent_tellings_that_share_long_quotes_are_no_copies(tie: str) -> None:
    """Every pair of articles that are not copies, each with two long quotes of the other put into it.

    They are so as well where one group owns both papers, or where both name one agency.
    """

    def printed(text: str, paper: str) -> Fingerprint:
        text = f"KELMOUTH (AP) — {text}" if tie == "agency" else text
        return fingerprint("", text, paper, "Lantern Group" if tie == "owner" else "")

    false, pairs = [], 0
    for (one, event), (other, its) in combinations(texts(), 2):
        first, second = printed(one.text, "Velmora Lantern"), printed(other.text, "Hallisted Lantern")
        if event == its and is_copy(first, second):
            continue  # the sample's own wire copies, which the journey tests count
        pairs += 1
        quoting = with_quotes(other.text, one.text, random.Random(f"{one.id} {other.id}"))
        if is_copy(first, printed(quoting, "Hallisted Lantern")):
            false.append((one.id, other.id))
    assert pairs > 1_000
    assert len(false) <= 0.001 * pairs, (len(false), pairs, false[:5])


def with_quotes(text: str, quoted: str, chance: random.Random) -> str:
    """The text with two long utterances of another, of 25 to 45 words each, between its sentences."""
    found, words = sentences(text), quoted.split()
    for _ in range(2):
        start, length = chance.randrange(max(1, len(words) - 45)), chance.randint(25, 45)
        utterance = " ".join(words[start : start + length])
        found.insert(chance.randrange(len(found)), f"“{utterance},” the spokeswoman said.")
    return " ".join(found)
