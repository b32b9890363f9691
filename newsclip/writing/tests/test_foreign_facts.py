"""What reports in other languages tell and a clip does not is quoted as it stands."""

from dataclasses import replace

import pytest

from newsclip.evidence.document import SourceArticle, SourceReference, by_revision
from newsclip.evidence.tests.documents import a_document, sentence
from newsclip.evidence.verifier import judge_sentence
from newsclip.writing.foreign_facts import ForeignFact, foreign_facts
from newsclip.writing.tests.stories import article

CLIP = replace(
    a_document(),
    summary=(
        sentence("The harbour bridge of Orlo Bay opened on Monday, and 4,000 people walked across it."),
        sentence("It cost 212 million crowns and took twelve years, Mayor Ilse Brandt of Geneva Point said."),
    ),
)
LEAD = "Die neue Hafenbrücke der Orlo-Bucht ist am Montag eröffnet worden."


def facts(text: str, language: str = "de", **more: object) -> list[ForeignFact]:
    return foreign_facts(CLIP, [article(7, "Die Brücke", text, **more)], language)


def told(text: str, language: str = "de") -> list[tuple[str, tuple[str, ...]]]:
    return [(one.sentence.text, one.new) for one in facts(text, language)]


def test_a_sentence_with_a_figure_that_the_clip_has_not_is_quoted() -> None:
    new = "Die Maut für Lastwagen bringt der Stadt im Jahr 37 Millionen Kronen ein."
    assert told(f"{LEAD}\n\n{new}") == [(new, ("37",))]


def test_a_sentence_with_a_name_that_the_clip_has_not_is_quoted() -> None:
    new = "Gegen die Brücke hatte Tomas Reyl bis zuletzt vor den Gerichten geklagt."
    assert told(f"{LEAD}\n\n{new}") == [(new, ("Tomas Reyl",))]


@pytest.mark.parametrize(
    "same",
    [
        "Am ersten Tag gingen 4.000 Menschen über die neue Brücke im Hafen.",
        "Der Bau der Brücke kostete 212 Millionen Kronen und war sehr umstritten.",
        "Der Bau der neuen Brücke hat am Ende 12 Jahre gedauert.",
        "Die Brücke hat Ilse Brandt am Montag mit vielen Gästen eröffnet.",
    ],
)
def test_what_the_clip_has_in_its_own_language_is_nothing_new(same: str) -> None:
    assert told(f"{LEAD}\n\n{same}") == [(LEAD, ())]


def test_a_name_that_another_language_spells_otherwise_is_the_same() -> None:
    first = "Le nouveau pont du port a été inauguré lundi devant une foule nombreuse."
    assert told(f"{first}\n\nLa mairie de Genève Point avait promis cette fête aux habitants.", "fr") == [(first, ())]


def test_a_report_with_nothing_of_that_kind_is_quoted_by_its_first_sentence() -> None:
    assert told(f"{LEAD}\n\nAlle Schulen der Stadt hatten an diesem Tag geschlossen.") == [(LEAD, ())]


def test_a_translation_of_what_the_clip_rests_on_is_not_quoted_for_its_first_sentence() -> None:
    source = SourceReference("1", "Ledger", "Bridge", "https://ledger.example/1", None, "r1")
    translated = article(7, "Die Brücke", LEAD, report="r1")
    assert foreign_facts(replace(CLIP, sources=(source,)), [translated], "de") == []


def test_two_sentences_of_an_article_and_three_of_a_language_are_enough() -> None:
    def text(first: int) -> str:
        return "\n\n".join(f"Die Stadt hat für die Brücke {n} Bäume im Hafen gefällt." for n in range(first, first + 4))

    articles = [article(number, "Die Brücke", text(30 * number)) for number in (7, 8, 9)]
    chosen = [one.sentence.evidence[0].article for one in foreign_facts(CLIP, articles, "de")]
    assert chosen == ["7", "8", "9"] or (len(chosen) == 3 and max(map(chosen.count, chosen)) <= 2)


def test_what_two_reports_tell_alike_is_quoted_once() -> None:
    one = article(7, "Die Brücke", f"{LEAD}\n\nFür die Brücke sind am Ufer 350 Bäume gefällt worden.")
    other = article(8, "Brücke auf", "Am Ufer wurden für die Brücke im Hafen 350 Bäume gefällt.")
    assert len(foreign_facts(CLIP, [one, other], "de")) == 1


@pytest.mark.parametrize(
    "unfit",
    [
        "Abonnieren Sie unseren Newsletter mit 37 Nachrichten am Tag!",
        "Er nannte dafür eine Summe von 37 Millionen Kronen im Jahr.",
        "Was kosten die 37 Pfeiler der Brücke die Stadt im Jahr?",
        "Foto: Die 37 Pfeiler der Brücke im Hafen | Archiv",
    ],
)
def test_what_is_no_news_or_cannot_stand_alone_is_not_quoted(unfit: str) -> None:
    assert unfit not in [text for text, _ in told(f"{LEAD}\n\n{unfit}")]


def test_in_another_script_figures_decide() -> None:
    lead = "افتتح الجسر الجديد في الميناء يوم الاثنين أمام حشد كبير من الناس."
    new = "وقالت البلدية إن الجسر يقوم على ٣٧ عمودا في قاع البحر."
    assert told(f"{lead}\n\n{new}", "ar") == [(new, ("37",))]


def test_chinese_is_read_without_blanks() -> None:
    assert told("新的海港大桥于星期一正式开放，许多市民前来参观。大桥共有37根桥墩，建设历时多年才完成。", "zh") == [
        ("大桥共有37根桥墩，建设历时多年才完成。", ("37",))
    ]


def test_a_quotation_leads_to_the_words_of_its_publisher_and_is_verbatim() -> None:
    text = f"ORLO (AP) - {LEAD}\n\nDie Maut für Lastwagen bringt der Stadt\nim Jahr 37 Millionen Kronen ein."
    source = article(7, "Die Brücke", text, language="de")
    for text_of in (text, text.partition("\n\n")[0]):
        (fact,) = foreign_facts(CLIP, [replace(source, text=text_of)], "de")
        (passage,) = fact.sentence.evidence
        assert " ".join(passage.span.of(text_of).split()) == fact.sentence.text
        assert not fact.sentence.text.startswith("ORLO")


def test_the_verifier_finds_every_quotation_in_its_article() -> None:
    source = article(7, "Die Brücke", f"{LEAD}\n\nFür die Brücke sind am Ufer 350 Bäume gefällt worden.", language="de")
    (fact,) = foreign_facts(CLIP, [source], "de")
    there = by_revision([source])
    assert judge_sentence(fact.sentence, there).supported


TOLL = "Die Maut für Lastwagen bringt der Stadt im Jahr 37 Millionen Kronen ein."


@pytest.mark.parametrize(
    "page",
    [
        {"section": "Meinung"},
        {"title": "Kommentar: Ein Skandal am Hafen"},
        {"title": "Liveticker zur Brücke"},
        {"url": "https://paper7.example/meinung/bruecke"},
        {"title": "Die besten Gutscheincodes der Woche"},
        {"text": f"Ich finde die neue Brücke im Hafen der Stadt schlicht hässlich.\n\n{TOLL}"},
    ],
)
def test_a_view_a_live_page_and_what_sells_are_not_quoted_as_a_report(page: dict[str, str]) -> None:
    source = article(7, "Die Brücke", f"{LEAD}\n\n{TOLL}", language="de")
    assert foreign_facts(CLIP, [source], "de")
    assert foreign_facts(CLIP, [replace(source, **page)], "de") == []


@pytest.mark.parametrize(
    "line",
    [
        "In einer früheren Version stand, die Maut bringe der Stadt 370 Millionen Kronen ein.",
        "Korrektur: Wir hatten die Zahl falsch genannt. Die Maut bringt der Stadt 370 Millionen Kronen ein.",
        "Hinweise nimmt die Polizei unter der Nummer 040 12345 entgegen.",
        "Hinweise nimmt die Polizei in Orlo unter (0471) 99-1234 entgegen.",
        "Hinweise nimmt die Polizei in Orlo unter +49 471 991234 entgegen.",
        "Hinweise nimmt die Polizei in Orlo unter 01 23 45 67 89 entgegen.",
        "Hinweise nimmt Tomas Reyl von der Polizei unter hinweise@polizei.example entgegen.",
        "Mehr zu den 350 Bäumen steht bei der Stadt unter www.orlo.example im Netz.",
    ],
)
def test_what_a_paper_corrected_and_how_to_reach_somebody_are_not_quoted(line: str) -> None:
    assert told(f"{LEAD}\n\n{line}") == [(LEAD, ())]


@pytest.mark.parametrize("figure", ["01.02.2031 kamen 350", "07.45 Uhr kamen 1 350 000", "Montag kamen 350"])
def test_a_day_an_hour_and_a_large_number_are_no_way_to_reach_somebody(figure: str) -> None:
    assert len(told(f"{LEAD}\n\nAm {figure} Menschen aus der ganzen Umgebung.")[0][1]) > 0


def test_an_empty_article_tells_nothing() -> None:
    empty: SourceArticle = article(7, "Die Brücke", "")
    assert foreign_facts(CLIP, [empty], "de") == []
