"""The timeline tells the days that the clip has not told yet, in any words."""

from datetime import timedelta

from newsclip.writing.extractive.material import ToldSoFar
from newsclip.writing.extractive.timeline import timeline
from newsclip.writing.tests.stories import MONDAY, article
from newsclip.writing.tests.test_several_publishers import material_of

OPENED = "The harbour bridge of Orlo Bay opened on Monday after nine years of delays."
AGAIN = "On Monday the bridge over the harbour of Orlo Bay was opened after delays of nine years."
TOWED = "Two tugs from Kestrel Point towed an old dredger into dock on Tuesday, below the harbour bridge."
SIGNED = "Mayor Ilse Brandt signed the contract for a second harbour bridge on Wednesday."
STRUCK = "A barge with gravel from Velm struck a pillar of the harbour bridge on Thursday."
MATERIAL = material_of(
    article(1, "Bridge opens", OPENED, published=MONDAY + timedelta(days=1)),
    article(2, "Bridge is open", f"{AGAIN}\n\n{TOWED}\n\n{SIGNED}\n\n{STRUCK}", published=MONDAY + timedelta(days=4)),
)
NOTHING = ToldSoFar()
LEAD = NOTHING.with_lines(MATERIAL, [0])


def moments(told: ToldSoFar) -> list[str]:
    return [moment.sentence.text for moment in timeline(MATERIAL, told)]


def test_each_day_is_told_by_its_date() -> None:
    assert moments(NOTHING) == [OPENED, TOWED, SIGNED, STRUCK]


def test_what_the_text_tells_in_other_words_is_not_told_again() -> None:
    assert moments(LEAD) == [TOWED, SIGNED, STRUCK]


def test_what_headline_or_quotation_tells_is_not_told_again() -> None:
    told = NOTHING.with_words("Mayor Ilse Brandt signs contract for second harbour bridge", "en")
    assert moments(told) == [OPENED, TOWED, STRUCK]


def test_two_days_make_no_timeline() -> None:
    told = LEAD.with_words("Mayor Ilse Brandt signs contract for second harbour bridge", "en")
    assert moments(told) == []
