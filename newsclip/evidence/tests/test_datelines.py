"""A dateline is cut from the front of a sentence, however the line goes on; who says it and that it is not so stay."""

import pytest

from newsclip.evidence.tests.test_omissions import accepted
from newsclip.evidence.verifier.datelines import is_dateline
from newsclip.writing.cleaning import without_dateline
from tests.cpu_time import MOST_GROWTH, growth


@pytest.mark.parametrize("piece", ["A", "AB ", "AB-", "AB, ", "AB/", "Ab ", "A. ", "AB AB: "])
def test_a_run_of_capitals_twice_as_long_takes_twice_as_long(piece):
    assert growth(lambda many: without_dateline(piece * many), 50_000, 100_000) <= MOST_GROWTH


def test_a_place_without_the_form_of_a_dateline_is_none() -> None:
    texts = ["It rained in Orlo."]
    assert is_dateline("Orlo, May 3 (AP) —", "en", (), texts)
    assert not is_dateline("Orlo May 3, Orlo", "en", (), texts)


PLACED = {
    "en": "It rained in Velm and near Orlo. Mayor Ada Quist of Sund said that Holm lied.",
    "de": "Es regnete in Velm und in Orlo. Frau Quist kam nach Hause, sagte Holm.",
    "es": "Llovió en Velm y en Orlo. La señora Quist llegó tarde, dijo Holm.",
    "fr": "Il a plu à Velm et à Orlo. Mme Quist est venue tard.",
    "it": "Pioveva in Velm e in Orlo. La sindaca ha parlato.",
    "pt": "Choveu em Velm e em Orlo. A prefeita falou.",
    "nl": "Het regende in Velm en in Orlo. De burgemeester sprak.",
}


@pytest.mark.parametrize(
    ("language", "front"),
    [
        ("en", "HARBOURTON, Norvale, Nov. 3 (NNA) — "), ("en", "VELM — "), ("en", "Velm/Orlo — "), ("en", "ORLO — "),
        ("en", "VELM (Reuters) — "), ("en", "TARNSUND (AP) — "), ("en", "Velm (dpa) - "), ("en", "(AP) — "),
        ("en", "NEW VELM — "), ("en", "ORLO BAY — "), ("en", "Velm, Nov. 3 (Orlo Times) — "), ("en", "VELM, May 3 — "),
        ("en", "SEOUL—"), ("en", "SEOUL (May 3): "), ("en", "KARACHI, Pakistan (May 3): "),
        ("en", "VELM (ANN/Straits Times) — "), ("en", "VELM (Orlo Times/AP): "),
        ("en", "VELM, Orlo County (KPIX 5) - "), ("en", "VELM (WRDW/WAGT) - "), ("en", "SEOUL/KARACHI: "),
        ("en", "(CBS/AP) SEOUL - "), ("en", "VELM, Jan 21, 2031 - (PR Newswire) - "),
        ("en", "(Vatican Radio) "), ("en", "VELM (CBSLA) - "), ("en", "March 4 (Reuters) - "),
        ("de", "VELM, 3.5.2031 — "), ("de", "Velm (dpa) - "), ("de", "Orlo, 12.5. – "), ("de", "Velm/Orlo — "),
        ("es", "VELM (EFE) — "), ("fr", "VELM (AFP) — "), ("fr", "VELM — "), ("it", "VELM (ANSA) — "),
        ("pt", "VELM (Lusa) — "), ("en", "VELM (MarketWatch) -- "), ("nl", "VELM (ANP) — "),
    ],
)  # fmt: skip
def test_a_dateline_goes_where_the_place_can_be_told_from_a_person_and_a_word(language: str, front: str) -> None:
    told = "Xo 12 Holm."
    around = PLACED[language]
    assert accepted(told, front + told, language=language, publisher="Orlo Times", around=around)


@pytest.mark.parametrize(
    "called",
    [
        "Ada Holm, MD", "Holm, MD", "HOLM, M.D.", "Ada Holm, PhD", "Ada Holm, Jr.", "Ada Holm, MP", "Apple, AI",
        "Nokia, Inc.", "NOKIA, Inc.", "Velm Lines, Ltd.", "Orlo United, FC", "Holm, II", "Velm Steel, Co.",
    ],
)  # fmt: skip
@pytest.mark.parametrize("mark", [" —", " –", ":", " (AP) —", " (Reuters) -", ", May 3 (AP) —"])
def test_a_degree_or_the_form_of_a_firm_makes_no_dateline(called: str, mark: str) -> None:
    text = "It won a prize on Monday. Velm Lines makes phones."
    assert not is_dateline(f"{called}{mark}", "en", ("The Orlo Times",), [text])


@pytest.mark.parametrize("stamp", ["09:14", "9.14 –"])
def test_the_time_before_each_line_of_a_live_page_is_none_of_its_words(stamp: str) -> None:
    lines = [f"{stamp} Polls are open in Velm.", "09:02 Good morning.", "08:40 The mayor has voted."]
    assert is_dateline(stamp, "en", (), ["\n\n".join(lines)])
    assert not is_dateline(stamp, "en", (), ["\n\n".join(lines[:2])])
    assert not is_dateline("09:14 Holm", "en", (), ["\n\n".join(lines)])


@pytest.mark.parametrize("office", ["the mayor of Velm", "the council of Velm", "People of Velm"])
def test_an_office_tells_the_place(office: str) -> None:
    assert is_dateline("VELM —", "en", (), [f"VELM — Ada Holm is to meet {office}."])
    assert not is_dateline("VELM —", "en", (), ["VELM — Ada Holm is to meet the lawyer of Velm."])


@pytest.mark.parametrize("front", ["ORLO, Md. —", "Baltimore, MD —", "NEW YORK, NY —", "FERGUSON, Mo. (AP) —"])
def test_a_region_may_look_like_a_degree(front: str) -> None:
    assert is_dateline(front, "en", (), ["It won a prize on Monday."])


@pytest.mark.parametrize(
    ("language", "front"),
    [
        # who says it
        ("en", "QUIST — "), ("en", "HOLM — "), ("en", "Rival Quist (Orlo) — "), ("en", "Witness Quist (Orlo) — "),
        ("en", "QUIST (AP) — "), ("en", "MAYOR QUIST (AP) — "), ("en", "ADA QUIST (Reuters) — "), ("en", "VELMA — "),
        ("en", "OTTERLY — "), ("en", "Quist, May 3 (AP) — "), ("en", "HOLM/QUIST (AP) — "), ("en", "Velm/Quist — "),
        ("de", "QUIST (dpa) — "), ("de", "HOLM — "), ("es", "QUIST (EFE) — "), ("es", "TARNSUND — "),
        # that it is not so
        ("en", "DRILL (Reuters) — "), ("en", "Fabricated (Reuters) — "), ("en", "HOAX (AP) — "),
        ("en", "SATIRE (AP): "),
        ("en", "QUIST (May 3): "), ("en", "DRILL (May 3): "), ("en", "VELM (AP/HOAX) — "), ("en", "VELM (KILL) — "),
        ("en", "HOAX—"), ("en", "DRILL-"), ("en", "QUIST-"), ("en", "VELM (Quist/AP) — "), ("en", "(AP) QUIST — "),
        ("en", "EXERCISE, May 3 — "), ("en", "SIMULATION, May 3 — "), ("en", "REENACTMENT (AP) — "),
        ("de", "ÜBUNG (dpa) — "), ("de", "UNFUG, 3.5.2031 — "), ("es", "MENTIRA (EFE) — "), ("es", "BULO (EFE) — "),
        ("fr", "INTOX (AFP) — "), ("fr", "EXERCICE (AFP) — "), ("it", "BUFALA (ANSA) — "), ("pt", "BOATO (Lusa) — "),
        ("nl", "KLETSKOEK (ANP) — "), ("nl", "OEFENING (ANP) — "),
        # no agency
        ("en", "VELM (Orlo) — "), ("en", "VELM (Opposition) — "), ("en", "VELM (Drill) — "), ("en", "VELM (HOAX) — "),
        ("en", "VELM (Quist) — "), ("de", "VELM (Opposition) — "), ("fr", "VELM (Intox) — "),
    ],
)  # fmt: skip
def test_who_says_it_and_that_it_is_not_so_are_no_dateline(language: str, front: str) -> None:
    told = "Xo 12 Holm."
    around = PLACED[language]
    assert not accepted(told, front + told, language=language, publisher="Orlo Times", around=around)
    assert not accepted(told, front + told, f"dropped: {front.strip()}", language=language, around=around)


@pytest.mark.parametrize("words", ["SEOUL —", "KARACHI, Pakistan:", "JAKARTA:", "NEW YORK, New York -", "WIMBLEDON —"])
def test_known_places_alone_are_a_dateline(words: str) -> None:
    assert is_dateline(words, "en", (), ["It rained all night."])


@pytest.mark.parametrize("words", ["QUIST:", "SEOUL, Quist:", "PARIS:"])
def test_a_name_and_a_colon_are_none(words: str) -> None:
    assert not is_dateline(words, "en", (), ["Mr Paris said so. Quist agreed."])


@pytest.mark.parametrize("text", ["Paris said she was sorry. Paris Hilton left.", "Mr Paris said so."])
def test_a_known_place_with_an_agency_is_one_though_somebody_has_its_name(text: str) -> None:
    """The agency tells it. Without one, the word may say who does."""
    assert is_dateline("PARIS (AP) —", "en", (), [text])
    assert not is_dateline("PARIS —", "en", (), [text])
    assert not is_dateline("PARIS (Orlo) —", "en", (), [text])


@pytest.mark.parametrize(
    "words",
    [
        "FERGUSON, Mo. —", "IZIUM, Ukraine:", "AMHERST, N.H. —", "PALM BEACH, Fla., May 3 (AP) —", "AP -", "AFP —",
        "SIOUX FALLS, S.D. –", "DUBAI, United Arab Emirates —", "Tarnsund, Ill. —", "New York, NY –",
    ],
)  # fmt: skip
def test_a_town_with_its_region_and_an_agency_alone_are_a_dateline(words: str) -> None:
    assert is_dateline(words, "en", (), ["Mr Ferguson said so. Amherst agreed."])


@pytest.mark.parametrize(
    "words",
    [
        "QUIST, Orlo —", "DRILL, Texas —", "HOAX, Mo. —", "MAYOR, Texas —", "AP:", "QUIST -", "Drill, Ill. —",
        "Ada Tarnsund, Ill. —", "Tarnsund, NY —", "May 3 (Quist) -",
    ],
)  # fmt: skip
def test_a_word_or_a_person_before_a_comma_is_none(words: str) -> None:
    assert not is_dateline(words, "en", (), ["Quist agreed."])
    assert not is_dateline("Quist, Ill. —", "en", (), ["Mr Quist agreed."])


def test_a_town_is_told_by_its_articles() -> None:
    assert is_dateline("ORLO -", "en", (), ["It rained outside the town of Orlo."])
    assert is_dateline("ORLO -", "en", (), ["It rained, the fire service in Orlo said."])
    assert is_dateline("ORLO -", "en", (), ["They agreed to reopen the border crossing at Orlo."])
    assert not is_dateline("ORLO -", "en", (), ["They shouted at Orlo."])
    assert not is_dateline("ORLO -", "en", (), ["It rained on the friends of Orlo."])
    assert not is_dateline("ORLO -", "en", (), ["It rained in Orlo, Orlo said."])


def test_a_country_that_says_something_may_open_with_a_dash_but_with_no_colon() -> None:
    texts = ["Singapore said so. It rained in Singapore."]
    assert is_dateline("SINGAPORE –", "en", (), texts)
    assert not is_dateline("SINGAPORE:", "en", (), texts)
    assert not is_dateline("PARIS –", "en", (), ["Mr Paris said so."])


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("SINGAPORE:", "Singapore said so on Monday."),
        ("JOHOR BARU:", "Cameras hang on the quay."),
        ("LA VELM, Wis. (AP) —", "The path is clearer."),
        ("VATICAN CITY (AP) -", "The Vatican City said so."),
        ("VELM (ISLAMABAD/Asia News Network) -", ""),
    ],
)
def test_a_place_may_stand_before_a_colon_or_an_agency_at_the_top_of_an_article(words: str, text: str) -> None:
    assert is_dateline(words, "en", ("Islamabad",), [f"Cameras hang\n{words} {text} It rained in Velm."])


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("QUIST:", "Minister Holm took money."),
        ("PARIS:", "Minister Holm took money. Mr Paris said so."),
        ("PARIS:", "Minister Holm took money. Ada Paris said so."),
        ("DRILL:", "The dam burst."),
        ("HOAX, Wis. (AP) —", "The dam burst."),
        ("MUSK:", "Minister Holm took money. Faith in Musk fell."),
        ("FACEBOOK:", "Minister Holm took money. They met in Facebook groups."),
        ("ORLO BARU:", "Cameras hang in Orlo Baru."),
        ("LEBANON:", "It hit nothing.\nISRAEL: It hit a mill."),
        ("RUSSIA:", "The missile hit nothing. Russia said so.\nUKRAINE: It hit a mill."),
    ],
)
def test_who_says_it_may_not_at_the_top_of_an_article(words: str, text: str) -> None:
    assert not is_dateline(words, "en", (), [f"{words} {text}"])


def test_a_place_before_a_colon_further_down_is_none() -> None:
    assert not is_dateline(
        "SINGAPORE:", "en", (), ["Two states spoke. Singapore said so.\n" * 20 + "SINGAPORE: We do."]
    )


def test_a_known_place_goes_though_a_hyphen_glues_it_to_the_sentence() -> None:
    told = "Behind the barge twelve people waited."
    assert accepted(told, f"SEOUL-{told}", "dropped: SEOUL-", around="It rained.")
    assert not accepted(told, f"HOAX-{told}", "dropped: HOAX-", around="It rained.")
    assert without_dateline(f"SEOUL-{told}")[0] == told
    assert without_dateline(f"US-{told}")[1] is None


def test_what_a_button_says_in_capitals_goes_from_the_front_of_a_text_and_nothing_like_it() -> None:
    told = "The mill of Velm burned on Monday."
    assert accepted(told, f"CLOSE {told}", "dropped: CLOSE")
    assert not accepted(told, f"Close {told}", "dropped: Close")
    assert not accepted(told, f"FALSE {told}", "dropped: FALSE")
    assert not accepted(told, f"CLOSE {told}", "dropped: CLOSE", around=f"It rained. CLOSE {told}")
    assert not accepted("THE MILL BURNS.", "CLOSE THE MILL BURNS.", "dropped: CLOSE")


TOLD = "The ferry ran aground on Monday, and 30 people were brought ashore."


@pytest.mark.parametrize(
    "subject",
    [
        "Ada Holm, MD —", "Ada Holm, M.D. —", "Holm, M.D. —", "Ada Holm, PA —", "Ada Holm, MP –", "Ada Holm, Jr. –",
        "Tarnsund, AI —", "Orlo United, FC –", "Velm Lines, Inc. —", "Velm Lines, Co. —", "Tarnsund, P.A. –",
    ],
)  # fmt: skip
def test_a_degree_a_firm_and_an_abbreviation_are_no_region(subject: str) -> None:
    assert without_dateline(f"{subject} {TOLD}")[1] is None
    assert not is_dateline(subject, "en", (), ["It rained in Velm."])


@pytest.mark.parametrize("front", ["Tarnsund, Ill. —", "New York, NY –", "Tarnsund, S.D. –", "Tarnsund, W.Va. —"])
def test_a_town_with_its_region_goes(front: str) -> None:
    assert without_dateline(f"{front} {TOLD}")[0] == TOLD
    assert is_dateline(front, "en", (), ["It rained in Velm."])
