"""A timeline that loses entries at the gate is shown while it still spans three days."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newsclip.evidence.document import Moment, Sentence, SourceArticle
from newsclip.evidence.verifier.gate import supported_only
from newsclip.kernel.spans import Passage, digest_of
from newsclip.writing.tests.stories import article, clip_of

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def entry(given: SourceArticle, words: str, when: str) -> Moment:
    start = given.text.index(words)
    return Moment(when, Sentence(words, (Passage(given.id, 1, start, start + len(words), digest_of(words)),)))


@pytest.mark.parametrize(("told", "left"), [(3, 0), (4, 3)])
def test_two_days_are_no_timeline(told: int, left: int) -> None:
    said = [f"The council of Orlo shut lock {day} on {day} November." for day in range(16, 16 + told)]
    given = article(1, "Council shuts locks", " ".join(said), published=NOON)
    entries = [entry(given, words, f"2026-11-{day}") for day, words in enumerate(said, start=16)]
    wrong = replace(entries[0], when="2026-11-02")
    written = replace(clip_of(given), timeline=(wrong, *entries[1:]))
    assert len(supported_only(written, [given]).timeline) == left
