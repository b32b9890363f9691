"""What a publisher's note of a correction takes back is known, and nothing else."""

import pytest

from newsclip.language.withdrawn_words import withdrawn_words

BODY = "\n\n".join(f"Paragraph {n} of the report." for n in range(12))


def takes_back(note: str, sentence: str, language: str = "en") -> bool:
    found = withdrawn_words(f"{BODY}\n\n{sentence}\n\n{note}", language)
    return any(one.is_told_by(sentence, language) for one in found)


TURNED = "A tram of line 4 ran into another tram, which was turning towards the river."
DRIVER = "The driver, who has been in service for 22 years, was treated for shock."


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        ("Correction: an earlier version of this article said that the tram was turning towards the river.", TURNED),
        (
            "Correction: An earlier version of this story said that nine people were hurt and that the other tram was "
            "turning towards the river, and gave the wrong age. Eleven people were hurt.",
            TURNED,
        ),
        ("In an earlier version of this article, the tram was turning towards the river.", TURNED),
        ("An earlier version of this report, published on Monday, wrongly stated that the tram was turning towards the "
         "river. It was standing.", TURNED),
        ("Correction: The tram was turning towards the square, not towards the river.", TURNED),
        ("An earlier version of this article misstated where the tram was turning: the square, not the river.",
         TURNED),
        ("This article was amended on 3 May to say that the driver had been in service for 12 years, not 22.", DRIVER),
        ("Correction (3 May): The driver has 12 years of service rather than 22.", DRIVER),
        ("Due to a reporting error, a previous version of this story stated the tram was turning towards the river.",
         TURNED),
        ("An earlier version of this article said that nine people were hurt.", "Nine people were hurt in Orlo."),
        ("Correction: 12 people were hurt in Orlo, not nine.", "In Orlo, nine people were hurt."),
        ("Correction: Ada Holm is not the owner of the ferry.", "The owner of the ferry, Ada Holm, was in Orlo."),
    ],
)  # fmt: skip
def test_a_sentence_that_says_what_the_note_takes_back_is_known(note: str, sentence: str) -> None:
    assert takes_back(note, sentence)


@pytest.mark.parametrize(
    ("language", "note", "sentence"),
    [
        ("de", "Korrektur: In einer früheren Version dieses Artikels hieß es, die Fähre habe 121 Plätze.",
         "Die Fähre, die seit Mai fährt, hat 121 Plätze."),
        ("de", "Korrektur: Die Fähre hat 212 Plätze, nicht 121.", "Die Fähre hat 121 Plätze."),
        ("fr", "Une première version de cet article indiquait que le ferry avait 121 places.",
         "Le ferry, neuf, a 121 places."),
        ("fr", "Rectificatif : le ferry a 212 places, et non 121.", "Le ferry a 121 places."),
        ("es", "Una versión anterior de este artículo decía que el barco tiene 121 plazas.",
         "El barco tiene 121 plazas."),
        ("es", "Fe de errores: el barco tiene 212 plazas, y no 121.", "El barco tiene 121 plazas."),
        ("it", "Una versione precedente di quest’articolo diceva che il traghetto ha 121 posti.",
         "Il traghetto ha 121 posti."),
        ("it", "Rettifica: il traghetto ha 212 posti, non 121.", "Il traghetto ha 121 posti."),
        ("pt", "Uma versão anterior desta reportagem dizia que a balsa tem 121 lugares.", "A balsa tem 121 lugares."),
        ("pt", "Errata: a balsa tem 212 lugares, e não 121.", "A balsa tem 121 lugares."),
    ],
)  # fmt: skip
def test_so_are_notes_in_other_languages(language: str, note: str, sentence: str) -> None:
    assert takes_back(note, sentence, language)


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        # the correction itself
        ("Correction: an earlier version of this article said that nine people were hurt.", "Eleven people were hurt."),
        ("An earlier version of this article said that the tram was turning.", "The tram was not turning at all."),
        ("Correction: The driver has 12 years of service, not 22.", "The driver has 12 years of service."),
        # other things
        ("Correction: The driver has 12 years of service, not 22.", "Line 22 stopped at noon."),
        ("An earlier version of this article said that the tram was turning to the river.", "The tram was standing."),
        # a note that names only what it put right
        ("An earlier version of this article misstated the age of the driver.", DRIVER),
        ("This article was corrected on 3 May to say that the tram was turning towards the river.", TURNED),
        # no note
        ("An earlier version of the bill said that the tram was turning towards the river.", TURNED),
        ("The driver said the tram was turning towards the square, not towards the river.", TURNED),
    ],
)  # fmt: skip
def test_what_the_note_does_not_take_back_holds(note: str, sentence: str) -> None:
    assert not takes_back(note, sentence)


def test_a_text_without_a_note_takes_nothing_back() -> None:
    assert withdrawn_words(f"{BODY}\n\n{TURNED}", "en") == ()
