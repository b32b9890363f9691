"""Clips in German, French, Spanish, Portuguese and Italian."""

import re
from dataclasses import replace

import pytest

from newsclip.evidence.verifier import verify_document
from newsclip.evidence.visitor import sentences
from newsclip.language.names import find_names
from newsclip.language.quotations import find_quotes
from newsclip.language.section_types import recognized
from newsclip.writing.cleaning import leans, unfit
from newsclip.writing.tests.foreign_stories import TITLES, foreign
from newsclip.writing.tests.stories import article, clip_of
from newsclip.writing.tests.test_writer import everything, said

PLEAS = {"de": "Newsletter", "fr": "newsletter", "es": "boletín", "pt": "newsletter", "it": "newsletter"}
SHE = {"de": "Sie ", "fr": "Elle ", "es": "Ella ", "pt": "Ela ", "it": "Lei "}


@pytest.mark.parametrize("language", TITLES)
def test_a_clip_begins_with_the_news_and_rests_on_its_passages(language: str) -> None:
    given = foreign(language)
    document = clip_of(given)
    assert document.headline.text == given.title
    assert document.summary[0].text == given.text.split("\n")[0]
    assert [v.text for v in verify_document(document, [given]) if not v.supported] == []


@pytest.mark.parametrize("language", TITLES)
def test_no_plea_is_published(language: str) -> None:
    assert PLEAS[language] not in everything(clip_of(foreign(language)))


@pytest.mark.parametrize("language", TITLES)
def test_a_pronoun_stands_only_behind_the_sentence_it_leans_on(language: str) -> None:
    texts = said(clip_of(foreign(language)))
    source = foreign(language).text.split("\n\n")
    for before, text in zip(["", *texts], texts, strict=False):
        if text.startswith(SHE[language]):
            assert source[source.index(text) - 1] == before


@pytest.mark.parametrize("language", TITLES)
def test_the_heading_of_the_end_is_in_the_clips_language(language: str) -> None:
    last = clip_of(foreign(language)).sections[-1]
    assert last.heading is not None
    assert ("what_comes_next", language, None) in recognized(last.heading.text)


@pytest.mark.parametrize("language", TITLES)
def test_hashtags_name_people_and_places_not_sentence_openings(language: str) -> None:
    tags = clip_of(foreign(language)).hashtags
    assert "#IlseBrandt" in tags
    assert all(re.fullmatch(r"#\w{3,32}", tag) for tag in tags)
    assert not {"#Prometimos", "#Prometemos", "#MillionenKronen", "#DOrloSurMer", "#Abonnez"} & set(tags)


@pytest.mark.parametrize("language", TITLES)
def test_the_frame_behind_a_quotation_names_its_speaker(language: str) -> None:
    (quote,) = find_quotes(foreign(language).text, language)
    assert (quote.speaker, quote.reliable) == ("Ilse Brandt", True)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("„Das geht so nicht weiter“, sagte er am Montag in Örlohafen.", "de"),
        ("« C'est fini », a-t-il dit lundi. Ilse Brandt a quitté le port.", "fr"),
        ("«Se acabó», dijo el lunes ante la prensa. Ilse Brandt dejó el puerto.", "es"),
    ],
)
def test_no_speaker_rather_than_a_guessed_one(text: str, language: str) -> None:
    assert [quote.speaker for quote in find_quotes(text, language)] == [None]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Dabei wurde niemand verletzt.", "de"),
        ("Toutefois, le bac reste à quai.", "fr"),
        ("Ese mismo día cerró el puerto.", "es"),
        ("Isso irritou o sindicato dos marinheiros.", "pt"),
        ("Questo ha fatto arrabbiare i marinai.", "it"),
        ("Small boats should leave the river mouth before then.", "en"),
        ("All three have been barred from the port.", "en"),
        ("On Monday that went wrong and nine people were hurt.", "en"),
    ],
)
def test_a_sentence_that_leans_on_another_is_known(text: str, language: str) -> None:
    assert leans(text, language)


def test_the_writer_of_a_page_does_not_speak_for_himself() -> None:
    assert unfit("Nous avons visité le pont lundi matin.", "fr") == "first person"
    assert unfit("Il ponte mi piace molto, dice la sindaca.", "it") == "first person"
    assert unfit("Die Stadt hat am Montag die Brücke eröffnet.", "de") == ""


def test_a_language_without_cues_is_written_by_lead_and_position_and_says_so() -> None:
    text = "Nový most v přístavu Orlo otevřeli v pondělí po devíti letech stavby.\n\nStavba stála 212 milionů korun."
    document = clip_of(article(1, "Nový most v přístavu Orlo", text, language="cs"))
    assert document.summary[0].text.startswith("Nový most")
    assert "lead and position" in document.receipt.category["chosen_by"]
    assert all(sentence.evidence for sentence in sentences(document))


@pytest.mark.parametrize("language", sorted(TITLES))
def test_a_clip_holds_where_nobody_says_what_language_it_is_in(language: str) -> None:
    given = replace(foreign(language), language="")
    document = clip_of(given)
    assert document.language == language
    assert all(verdict.supported for verdict in verify_document(document, [given]))


def test_pleas_and_openers_of_one_language_are_words_of_another() -> None:
    told = "Gewerbe müssen Händler in Örlohafen seit Montag beim neuen Amt anmelden."
    assert unfit(told, "de") == ""
    assert unfit("Lesen Sie auch: mehr über die neue Brücke von Örlohafen.", "de") == "plea"
    assert "Das Holm" in {name.text for name in find_names("Yesterday Tomas met Das Holm there.", "sv")}
