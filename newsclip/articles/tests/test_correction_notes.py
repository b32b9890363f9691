"""A publisher's own note that it corrected an article is found in it, whatever language it is in."""

import pytest

from newsclip.articles.rules.correction_notes import LONGEST, correction_note

BODY = [f"Paragraph {n} of the report on the harbour." for n in range(20)]


def with_note(note: str, at: int = 20) -> str:
    return "\n\n".join([*BODY[:at], note, *BODY[at:]])


@pytest.mark.parametrize(
    "note",
    [
        "Correction: This article gave the wrong year of the storm.",
        "CORRECTION (3 May): The ferry has 212 seats.",
        "[Correction] The ferry has 212 seats.",
        "Correction – We gave the wrong number of seats.",
        "Correction (3 May) — The headline of an earlier version named another captain.",
        "Korrektur – In diesem Artikel stand die falsche Zahl der Plätze.",
        "Rectificatif – Nous avons donné un mauvais nombre de places.",
        "Fe de errores – En este texto se daba otro número de plazas.",
        "Errata corrige – In questo articolo i posti erano 121.",
        "Correção – Nesta reportagem, a balsa tinha 121 lugares.",
        "This article was corrected on 3 May 2026 to say that the ferry has 212 seats.",
        "Editor’s note: An earlier version of this story misspelt the name of the captain.",
        "In an earlier version of this article, the ferry had 121 seats.",
        "A previous version of this story said that the ferry had 121 seats.",
        "Because of an editing error, an earlier version of this post said that the ferry had 121 seats.",
        "This story has been updated to correct the number of seats.",
        "Korrektur: Die Fähre hat 212 Plätze.",
        "Anmerkung der Redaktion: In einer früheren Version dieses Artikels hieß es, die Fähre habe 121 Plätze.",
        "Dieser Artikel wurde am 3. Mai korrigiert.",
        "Rectificatif : le ferry a 212 places.",
        "Une première version de cet article indiquait que le ferry avait 121 places.",
        "Cet article a été corrigé le 3 mai.",
        "Fe de errores: el barco tiene 212 plazas.",
        "Una versión anterior de este artículo decía que el barco tiene 121 plazas.",
        "Este texto fue corregido el 3 de mayo.",
        "Rettifica: il traghetto ha 212 posti.",
        "Una versione precedente di quest’articolo parlava di 121 posti.",
        "Errata: a balsa tem 212 lugares.",
        "Uma versão anterior desta reportagem dizia que a balsa tem 121 lugares.",
    ],
)
def test_a_note_of_a_correction_is_found_at_the_head_and_at_the_foot(note):
    assert correction_note(with_note(note)) == correction_note(with_note(note, at=0)) == note
    assert correction_note(with_note(note, at=10)) == ""  # a report may quote one


@pytest.mark.parametrize(
    "said",
    [
        "An earlier version of this bill said otherwise.",
        "A previous version of the law said otherwise.",
        "This story has been updated with the words of the captain.",
        "Correction – markets fell 10% in a day, as brokers had warned.",
        "Correction — Western states count their dead.",
        "Correzione – la borsa perde il 10 per cento.",
        "Korrektur – die Börse verliert zehn Prozent.",
        "Correction officers went on strike at noon.",
        "The market’s correction was long expected.",
        "Die Korrektur am Aktienmarkt war erwartet worden.",
        "La correction des copies commence lundi.",
    ],
)
def test_what_a_report_says_of_other_corrections_is_no_note(said):
    assert correction_note(with_note(said)) == ""


def test_a_long_note_is_cut_at_a_word():
    note = correction_note(with_note("Correction: " + "seats " * 500))
    assert note.endswith("seats…")
    assert len(note) <= LONGEST
