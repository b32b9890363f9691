"""What a page says of itself, its pictures and its reporters is no news."""

import pytest

from newsclip.writing.cleaning import unfit
from newsclip.writing.tests.stories import article, clip_of

AGROUND = "The ferry Halcyon ran aground off Orlo Bay on Monday, and 30 people were brought ashore by lifeboat."


@pytest.mark.parametrize(
    "text",
    [
        "Orlo News 7 had the chance to speak with a diver of the harbour board on Tuesday.",
        "The Orlo Gazette spoke to the harbour master on when the ferry could sail again.",
        "Here Orlo Sport assesses the chances of the two rowing clubs.",
        "As Velm Radio previously reported, Holm left the harbour board in May.",
        "Mrs. Holm said, her voice rising.",
    ],
)
def test_a_reporter_of_himself_and_who_spoke_without_the_words_are_not_told(text: str) -> None:
    assert unfit(text) == "first person"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Tomas Reyl contributed to the writing of this article.", "en"),
        ("An earlier version of this article named another pier of Orlo Bay.", "en"),
        ("Parts of this story were taken from the harbour board.", "en"),
        ("Ropes of this kind are shown in the picture at the top of this story.", "en"),
        ("It will be worth watching how this story plays out in Orlo.", "en"),
        ("Click through the gallery to see the ferry Halcyon at sea.", "en"),
        ("Readers seeking help can turn to the harbour chaplain of Orlo.", "en"),
        ("Ships of Orlo premieres Sunday at 9/8c on the harbour channel.", "en"),
        ("In einer früheren Version dieses Artikels hieß der Hafen anders.", "de"),
        ("Une version précédente de cet article nommait un autre quai.", "fr"),
        ("Una versión anterior de este artículo nombraba otro muelle.", "es"),
        ("Una versione precedente di questo articolo parlava di un altro molo.", "it"),
        ("The prices on ropes hold affiliate links to a shop in Orlo.", "en"),
        ("In diesem Artikel sind Affiliate-Links zu Seilen enthalten.", "de"),
        ("Toutes les infos de ce jeudi sont à suivre ici.", "fr"),
        ("Uma versão anterior desta reportagem citava outro cais.", "pt"),
    ],
)
def test_an_article_that_speaks_of_itself_is_not_told(text: str, language: str) -> None:
    assert unfit(text, language) == "plea"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Ada Holm is brought into court for a hearing last month.", "caption"),
        ("Below are some of the pictures that passengers took on the quay.", "caption"),
        ("Visitors can see the pictures below, from the museum of Orlo Bay.", "caption"),
    ],
)
def test_labels_and_what_pictures_show_are_not_told(text: str, fault: str) -> None:
    assert unfit(text) == fault


@pytest.mark.parametrize(
    "text",
    [
        "Holm said the ferry would sail again in May.",
        "The film about the ferry Halcyon premieres on Sunday in Orlo.",
        "The board will vote on an earlier version of the story of Orlo that pupils read.",
        "Tomas Reyl contributed to the report of the harbour board.",
        "Tomas Reyl spoke to the harbour master on Monday.",
        "The harbour board met with the crew on Tuesday.",
        "Ada Holm is brought to court over last year's wreck of the Halcyon.",
        "Here are the names of the two rowing clubs that won in Orlo.",
        "Below the bridge lie the rocks that the ferry struck on Monday.",
    ],
)
def test_people_who_speak_and_things_that_lie_below_are_told(text: str) -> None:
    assert unfit(text) == ""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Was es mit der Fähre von Orlo auf sich hat.", "de"),
        ("Wie das funktionieren kann, zeigt ein Beispiel aus Orlo.", "de"),
        ("Die wichtigsten Fragen zur neuen Fähre von Orlo.", "de"),
        ("Pourquoi le bac de la ville ne part plus.", "fr"),
        ("Cómo llegar en barco al puerto de Orlo.", "es"),
        ("Ecco come cambia il traghetto di Orlo da lunedì.", "it"),
        ("Saiba como chegar de barco ao porto de Orlo.", "pt"),
    ],
)
def test_what_only_announces_the_text_is_not_told(text: str, language: str) -> None:
    assert unfit(text, language) == "plea"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Was die Fähre kostet, steht seit Montag fest: neun Millionen Kronen.", "de"),
        ("Wer mit der Fähre fährt, zahlt ab Montag zwei Kronen mehr.", "de"),
        ("Wie die Polizei mitteilte, zeigt ein Video den Brand.", "de"),
        ("Comment la ville paiera le bac, personne ne le sait.", "fr"),
    ],
)
def test_a_sentence_that_opens_like_a_question_and_answers_it_is_told(text: str, language: str) -> None:
    assert unfit(text, language) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Watch the harbour of Orlo come to life in spring.",
        "Listen for free every weekday on the harbour channel.",
        "Follow the Orlo Gazette on Facebook for photos and more.",
        "Share the best of Orlo with friends, family or colleagues.",
        "See why a million readers pay to read the Orlo Gazette.",
        "Read the full story of the ferry in the attachment.",
        "Please register to view the plans of the harbour board.",
        "The writer teaches in Orlo, and the views expressed here are her own.",
    ],
)
def test_what_a_page_asks_its_reader_to_do_is_not_told(text: str) -> None:
    assert unfit(text) == "plea"


@pytest.mark.parametrize(
    "text",
    [
        "Watch makers in Orlo sold a third less than last year.",
        "Share prices in Orlo fell by a tenth on Monday.",
        "Check the ropes of the boat before the storm.",
        "Follow the signs to the high ground when the siren sounds.",
        "Visit numbers at the harbour museum rose by a third.",
    ],
)
def test_advice_and_nouns_that_look_like_a_request_are_told(text: str) -> None:
    assert unfit(text) == ""


@pytest.mark.parametrize("marker", ["C.", ">"])
def test_the_mark_of_an_item_is_no_part_of_it(marker: str) -> None:
    item = "The change of the tide lifts the hull of the ferry Halcyon by two metres."
    assert item in [said.text for said in clip_of(article(1, "", f"{AGROUND}\n\n{marker} {item}")).summary]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ada Holm, 13 boats (Herring) 2. Piet Osgood, 11 boats (Cod) 3. The Varga family, 9 boats (Mussels) 4.", "en"),
        (
            "Ada Holm: 13 Boote im Hafen von Orlo (Hering) 2. Piet Osgood: 11 Boote (Dorsch) 3. Ilse Varga: 9 Boote 4.",
            "de",
        ),
    ],
)
def test_items_of_a_numbered_list_in_a_row_are_not_told(text: str, language: str) -> None:
    assert unfit(text, language) == "list"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Am 3. März und am 4. April tagt der Rat von Orlo im alten Hafen.", "de"),
        ("The board of Orlo moved the ferry from pier 2. The new one is pier 3.", "en"),
        ("The board of Orlo raised the fare from 2.50 crowns to 3.50 crowns on line 4.", "en"),
    ],
)
def test_days_and_figures_are_no_list(text: str, language: str) -> None:
    assert unfit(text, language) != "list"
