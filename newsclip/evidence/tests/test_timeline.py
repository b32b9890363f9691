"""The timeline tells a day only where the sentence's own words give it."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from benchmarks import dating
from newsclip.evidence import verifier
from newsclip.evidence.document import Moment, Sentence, SourceArticle
from newsclip.evidence.serialization import to_json
from newsclip.evidence.tests import dated_events, mentioned_days
from newsclip.evidence.tests.mentioned_days import DID, rows
from newsclip.evidence.verifier import judge_moment
from newsclip.evidence.verifier.happenings import happened
from newsclip.kernel.reasons import Reason
from newsclip.kernel.spans import Passage, digest_of
from newsclip.language.days import days
from newsclip.language.years_told import is_of_another_year
from newsclip.writing import extractive
from newsclip.writing.extractive.material import ToldSoFar, lay_out
from newsclip.writing.extractive.timeline import day_of, tells_that_day, timeline
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import article, clip_of, embed

TUESDAY = date(2026, 11, 24)
OPENINGS = {"de": "Die ", "fr": "Le ", "es": "La ", "pt": "A câmara"}
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def moments(*articles: SourceArticle) -> tuple[Moment, ...]:
    """The timeline of these articles where nothing else tells them."""
    return timeline(lay_out(Assigned("c1", "1", "", 1, articles), "en", embed, verifier), ToldSoFar())


def test_other_news_on_the_page_is_no_day_of_the_story() -> None:
    lock = (
        "The council of Orlo shut its lock on Sunday. Divers from Velm mended a boat for the council on Monday. "
        "The gates of the lock at Orlo had cracked on Saturday."
    )
    given = article(1, "Lock", lock, published=NOON)
    material = lay_out(Assigned("c1", "1", "", 1, (given,)), "en", embed, verifier)
    assert len(timeline(material, ToldSoFar())) == 3
    assert timeline(material, ToldSoFar(stems=(frozenset({"council", "orlo", "lock"}),))) == ()


def test_what_the_text_tells_is_not_told_again_on_the_timeline() -> None:
    days = " ".join(f"The council of Orlo shut lock {n} on {day}." for n, day in enumerate(("Sunday", "Monday")))
    document = clip_of(article(1, "Council shuts locks", days, published=NOON))
    assert document.summary
    assert document.timeline == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Two trams collided on Tuesday in the centre of Lindmere.", "2026-11-24"),
        ("The quay was closed on Monday.", "2026-11-23"),
        ("The first hearing is set for 15 December.", "2026-12-15"),
        ("The bridge opened on 9 June 1962.", "1962-06-09"),
        ("Line 11 will run its normal route on Wednesday.", "2026-11-25"),
        ("The board met yesterday.", "2026-11-23"),
        ("In a Nov. 20 letter the board turned it down.", "2026-11-20"),
        ("The board met on 4 oct. in Orlo.", "2026-10-04"),
        ("A câmara decidiu em 12 out. 2026.", "2026-10-12"),
        ("La junta se reunió el 4 de mayo de 2026.", "2026-05-04"),
        ("THE BOARD MET ON OCT 4.", "2026-10-04"),
        ("In an interview, to be shown on Wednesday, the mayor spoke of the quay.", "2026-11-25"),
        ("The board met after the September 11, 2001 attacks.", "2001-09-11"),
        ("The plan was drawn on Dec. 3, 1998.", "1998-12-03"),
        ("The council will vote on March 16.", "2027-03-16"),
        ("Police arrested two men last week.", "2026-11-16/2026-11-22"),
        ("Le maire a démissionné mardi dernier.", "2026-11-17"),
        ("Die Straße wurde am Montag gesperrt.", "2026-11-23"),
        ("A tug sank in Vell on Jan 14 last year.", "2025-01-14"),
        ("Die Straße wurde am 3. Mai des vergangenen Jahres gesperrt.", "2025-05-03"),
        ("Le maire a démissionné le 3 mai de l’année dernière.", "2025-05-03"),
    ],
)
def test_a_day_that_the_words_give_is_told(text: str, day: str) -> None:
    language = next((code for code in ("de", "fr", "es", "pt") if text.startswith(OPENINGS[code])), "en")
    assert day_of(text, TUESDAY, language) == day


@pytest.mark.parametrize(
    "text",
    [
        "The government meets on Thursday.",
        "The market opens on Fridays.",
        "The kitchen gave out 1,700 hot meals in a day.",
        "The police carried out 14 raids in the harbour.",
        "They had to march 5 miles to the harbour, and they did.",
        "In 20 out of 30 towns the water rose.",
        "The runners set 3 records, and up to 12 may start again.",
        "The minister likened the flood to the September 11 attacks.",
        "The post-Sept. 11 law allowed much of it.",
        "The choir sang every week on Friday.",
        "A family that has Sunday lunch on the quay was not hurt.",
        "The ferry left earlier than it does today.",
        "Today, such fires are rare, but they happened.",
        "He was told on Monday that it will close on Friday.",
        "It opened on Monday and closed on Sunday.",
        "“We met on Monday,” she said.",
        "The 31 February meeting was called off.",
        "The mayor said on Wednesday that the quay was closed.",
        "It opened on 29 February last year.",
    ],
)
def test_a_day_that_would_have_to_be_guessed_is_not_told(text: str) -> None:
    assert day_of(text, TUESDAY, "en") == ""


@pytest.mark.parametrize(
    "words", ["de cette année-là", "de cette année là", "de cette année‑là", "de cette même année"]
)
def test_that_year_is_not_read_as_this_year(words: str) -> None:
    assert day_of(f"Le maire a démissionné le 10 juin {words}.", TUESDAY, "fr") == ""
    assert day_of("Le maire a démissionné le 10 juin de cette année.", TUESDAY, "fr") == "2026-06-10"


def test_the_labelled_suite_is_resolved_as_well_as_promised() -> None:
    found = dating.figures(show=False)
    assert found["precision"] >= dating.LEAST_PRECISION
    assert found["recall"] >= dating.LEAST_RECALL


@pytest.mark.parametrize(
    "text",
    [
        "Orlo's mayor hinted that she would speak to the harbour council on Friday about the wages of pilots.",
        "Since the storm on 20 November the pilots of Orlo have worked without a harbour light or a tower.",
        "The council thanked the families of the victims of the explosion on 20 November for their patience.",
        "Memorial walks by 20 November survivors were planned by the harbour council of Orlo for the summer.",
        "The pilots praised Ada Quist, who left the harbour council on 20 November, for the wages they have.",
    ],
)
def test_the_day_of_what_is_only_mentioned_is_no_entry(text: str) -> None:
    told = "The harbour council of Orlo raised the wages of its pilots on Tuesday. The pilots struck on Monday. "
    told += "A tug sank in Vell on Sunday. "
    days = {m.sentence.text: m.when for m in moments(article(1, "", told + text, published=NOON))}
    assert len(days) == 3
    assert text not in days


def test_a_day_has_at_most_two_entries_and_no_fact_twice() -> None:
    first = (
        "Orlo's pilots struck on Monday over wages. The council shut the lower lock on Monday. A tug sank in Vell on "
        "Monday. The mayor of Orlo called the strike a mistake on Tuesday. Rain closed the upper lock on Sunday."
    )
    again = "The pilots of Orlo went on strike over their wages on Monday."
    told = moments(article(1, "", first, published=NOON), article(2, "", again, published=NOON))
    assert [m.when for m in told] == ["2026-11-22", "2026-11-23", "2026-11-23", "2026-11-24"]
    assert sum("wages" in m.sentence.text for m in told) == 1


def test_a_day_announced_that_is_over_is_told_no_more() -> None:
    before = "The pilots of Orlo struck over wages. The harbour council will vote on the wages on Thursday."
    after = "The pilots of Orlo work again. Nine ships had waited outside the lock, and two had sailed on to Vell."
    told = to_json(
        clip_of(article(1, "", before, published=NOON), article(2, "", after, published=NOON + timedelta(days=4)))
    )
    assert "will vote" not in str(told)
    assert "will vote" in str(to_json(clip_of(article(1, "", before, published=NOON))))


@pytest.mark.parametrize(("language", "text"), dated_events.pairs(dated_events.HAPPENED))
def test_what_happened_on_a_day_may_stand_in_the_timeline(language: str, text: str) -> None:
    assert happened(text, TUESDAY, language)


@pytest.mark.parametrize(("language", "text"), dated_events.pairs(dated_events.DID_NOT))
def test_what_was_planned_spoken_of_or_compared_may_not(language: str, text: str) -> None:
    assert not happened(text, TUESDAY, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "Die Ministerin war hier."), ("en", "The ayer of Orlo met."), ("es", "El señor Hier dimitió."),
     ("fr", "Le chat de May est parti."), ("pl", "Most zamknięto w Monday.")],
)  # fmt: skip
def test_words_of_one_language_are_read_in_it_alone(language: str, text: str) -> None:
    assert days(text, TUESDAY, language) == []


def test_a_moment_must_have_happened_on_its_day() -> None:
    given = article(1, "", "The quay of Orlo has been closed since 20 November.", published=NOON, language="en")
    here = Passage(given.id, given.revision, 0, len(given.text), digest_of(given.text))
    known = {(given.id, given.revision): given}
    verdict = judge_moment(Moment("2026-11-20", Sentence(given.text, (here,))), known)
    assert verdict.reason == Reason("day_not_of_event", {"day": "2026-11-20"})


@pytest.mark.parametrize(("language", "text"), rows(mentioned_days.DID_NOT))
def test_writer_and_verifier_each_refuse_a_day_on_which_it_did_not_happen_for_sure(language: str, text: str) -> None:
    assert not happened(text, TUESDAY, language)
    assert not tells_that_day(text, TUESDAY, language)


@pytest.mark.parametrize(
    "text",
    [
        "The port of Orlo, in a paper put out on Monday, noted that two of its cranes were old.",
        "The port should pay for the quay, Brandt said, adding that she met its owners on Monday.",
    ],
)
def test_the_day_of_an_aside_is_not_that_of_its_sentence(text: str) -> None:
    assert not tells_that_day(text, TUESDAY, "en")


@pytest.mark.parametrize(("language", "text"), rows(DID))
def test_writer_and_verifier_each_take_the_day_on_which_it_happened(language: str, text: str) -> None:
    assert happened(text, TUESDAY, language)
    assert tells_that_day(text, TUESDAY, language)


def test_a_day_beside_a_verb_of_saying_is_told_in_dutch_though_no_word_opens_what_is_said() -> None:
    assert happened("De raad heeft op maandag bevestigd dat de brug dicht is.", TUESDAY, "nl")


def test_the_writer_takes_no_rule_of_the_verifier_for_days() -> None:
    folder = Path(extractive.__file__).parent
    assert not any("verifier.happenings" in path.read_text() for path in folder.glob("*.py"))


ARRESTED = "Police arrested the pilot on 10 September."


@pytest.mark.parametrize(
    "before",
    [
        "The tug sank off Orlo on 8 September 2020.",
        "In 2020 the pilot sailed a tug into the quay of Orlo.",
        "The pilot fled to Orlo last year.",
        "In May last year the pilot fled to Orlo.",
        "The pilot fled to Orlo two years ago.",
        "The pilot fled to Orlo in May 2020, a report of 2026 says.",
    ],
)
def test_a_day_without_its_year_may_be_of_the_year_told_before(before: str) -> None:
    given = article(1, "", f"{before} {ARRESTED}", published=NOON, language="en")
    start, end = len(before) + 1, len(given.text)
    here = Passage(given.id, given.revision, start, end, digest_of(ARRESTED))
    moment = Moment("2026-09-10", Sentence(ARRESTED, (here,)))
    verdict = judge_moment(moment, {(given.id, given.revision): given})
    assert verdict.reason == Reason("day_not_told", {"day": "2026-09-10"})
    told = "The lock at Orlo shut on Sunday. The board of Orlo met on Monday. A tug sank at Orlo on Saturday. "
    assert ARRESTED in [m.sentence.text for m in moments(article(1, "", told + ARRESTED, published=NOON))]
    assert ARRESTED not in [m.sentence.text for m in moments(article(1, "", told + given.text, published=NOON))]


@pytest.mark.parametrize(
    ("language", "text", "before"),
    [
        ("en", "The board met on 20 November.", "The quay was built in 2020."),
        ("en", "The board met on 10 September last year.", "The quay was built in 2020."),
        ("en", "The board met on 10 September 2026.", "The quay was built in 2020."),
        ("en", "The board met on 10 September.", "The budget of 2026 was read on Monday."),
        ("en", "The board met on Monday.", "The quay was built in 2020."),
        ("nb", "2026-09-10", "2020"),
    ],
)
def test_a_day_of_last_week_or_with_its_year_is_of_that_year(language: str, text: str, before: str) -> None:
    assert not any(is_of_another_year(day, text, before, TUESDAY, language) for day in days(text, TUESDAY, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "Am 10. September schloss der Rat die Brücke."), ("fr", "Le pont a été fermé le 10 septembre."),
     ("es", "El puente se cerró el 10 de septiembre."), ("it", "Il ponte è stato chiuso il 10 settembre."),
     ("pt", "A ponte foi fechada em 10 de setembro.")],
)  # fmt: skip
def test_the_year_told_before_is_asked_in_other_languages_too(language: str, text: str) -> None:
    (day,) = days(text, TUESDAY, language)
    assert is_of_another_year(day, text, "2020", TUESDAY, language)
    assert not is_of_another_year(day, text, "2026", TUESDAY, language)


@pytest.mark.parametrize(
    ("language", "text", "before"),
    [("de", "Am 10. September schloss der Rat die Brücke.", "Vor zwei Jahren floh Holm."),
     ("fr", "Le pont a été fermé le 10 septembre.", "L’an dernier, Holm a quitté Velm."),
     ("es", "El puente se cerró el 10 de septiembre.", "Hace dos años Holm huyó."),
     ("it", "Il ponte è stato chiuso il 10 settembre.", "Due anni fa Holm è fuggito."),
     ("pt", "A ponte foi fechada em 10 de setembro.", "No ano passado Holm fugiu."),
     ("nl", "De brug werd op 10 september gesloten.", "Vorig jaar vluchtte Holm.")],
)  # fmt: skip
def test_words_that_name_another_year_leave_a_day_undated(language: str, text: str, before: str) -> None:
    for day in days(text, TUESDAY, language):
        assert is_of_another_year(day, text, before, TUESDAY, language)
        assert not is_of_another_year(day, text, "", TUESDAY, language)
