"""A stored reason holds no words: it says where they stand, and they are looked up when it is shown."""

from dataclasses import replace
from importlib import import_module

import pytest

from newsclip.evidence.reason_spans import referring
from newsclip.kernel.reasons import Reason, message
from newsclip.kernel.spans import Passage
from newsclip.writing.tests.stories import BRIDGE

TEXT = BRIDGE.text
FIRST = Passage(BRIDGE.id, 1, 0, TEXT.index("\n\n"), "")
SENTENCE = "The bridge cost 9 crowns, the mayor’s friends lied."


def places(*words: str) -> list[object]:
    reason = Reason("antecedent_differs", {"old": "x", "new": "y", "names": list(words)})
    return list(referring(reason, SENTENCE, (FIRST,), (BRIDGE,)).params["names"])


def test_words_of_a_passage_stand_in_its_revision() -> None:
    words = TEXT.split()[3:6]
    [place] = places(" ".join(words).upper())
    assert TEXT[place["start"] : place["end"]].split() == words
    assert (place["article"], place["revision"], place["part"]) == (int(BRIDGE.id), 1, "text")


def test_an_article_of_a_filter_has_any_id() -> None:
    named = replace(BRIDGE, id="paper-7")
    reason = referring(
        Reason("not_said", {"said": TEXT.split()[0]}), "", (replace(FIRST, article="paper-7"),), (named,)
    )
    assert reason.params["said"]["article"] == "paper-7"


@pytest.mark.parametrize("words", ["9 crowns", "mayor's friends", "friends lied"])
def test_what_only_the_sentence_says_stands_there(words: str) -> None:
    [place] = places(words)
    assert SENTENCE[place["start"] : place["end"]].replace("’", "'") == words


@pytest.mark.parametrize("words", ["bribes", "riends lied", "", "—", "x" * 301])
def test_what_stands_nowhere_is_kept_nowhere(words: str) -> None:
    assert places(words) == [None]
    assert "no longer shown" in message(Reason("not_said", {"said": None}))


def test_days_and_numbers_are_nobodys_words() -> None:
    reason = Reason("day_differs", {"day": "2026-11-24", "days": ["2026-11", "2026-W48"], "held": 3})
    assert referring(reason, "", (), ()) == reason


@pytest.mark.parametrize("app", ["clips.migrations.0013", "community.migrations.0021"])
def test_what_was_stored_with_words_keeps_none(app: str) -> None:
    without_words = import_module(f"newsclip.{app}_no_words_in_reasons").without_words
    stored = [{"code": "says_instead", "params": {"said": "9", "held": "212 million", "names": ["Ada"], "count": 2}}]
    [cleaned] = without_words(stored, SENTENCE)
    assert cleaned["params"] == {"said": {"start": 16, "end": 17}, "held": None, "names": [None], "count": 2}
