"""In languages without a tagger an article is told as it stands: nothing out of its middle, nothing that leans."""

from dataclasses import replace

import pytest

from newsclip.evidence.document import Document, Paragraph
from newsclip.writing.cleaning import leans, unfit
from newsclip.writing.tests.stories import article, clip_of

TITLE = "Sturm beschädigt den Kai von Orlo"
TOP = (
    "Ein Sturm hat am Montag den Kai im Hafen von Orlo beschädigt, die Stadt sperrte ihn für Schiffe.",
    "Der Hafen von Orlo bleibt nach Angaben der Stadt mindestens bis Freitag für alle Schiffe geschlossen.",
    "Auf den Schiffen vor Orlo warten seit dem Abend rund dreihundert Seeleute auf einen freien Liegeplatz.",
)
REST = (
    "Taucher sollen in den kommenden Tagen prüfen, wie tief die Risse in den alten Pfeilern reichen.",
    "Die Fähre nach Velm fährt in dieser Zeit von einem Steg am südlichen Ufer der Bucht ab.",
    "Im Lager eines Händlers standen die Kisten mit Getreide am Morgen bis zum Deckel im Wasser.",
    "Versicherer rechnen mit Schäden von mehreren Millionen Kronen an Gebäuden, Booten und Kränen.",
    "Fischer klagten über zerrissene Netze, die sie vor dem Winter kaum noch ersetzen können.",
)
BELOW = (
    "Werften in Velm melden volle Auftragsbücher, seit dort im Frühjahr zwei neue Docks eröffnet wurden.",
    "Rund vierzig Arbeiter haben in den Docks von Velm seit April eine neue Stelle gefunden.",
)


def told(*paragraphs: str, language: str = "de") -> list[str]:
    """The sentences of the clip in order."""
    given = replace(article(1, TITLE, "\n\n".join(paragraphs)), language=language)
    return sentences(clip_of(given))


def sentences(clip: Document) -> list[str]:
    blocks = [block for section in clip.sections for block in section.blocks if isinstance(block, Paragraph)]
    return [said.text for said in (*clip.summary, *(one for block in blocks for one in block.sentences))]


def test_the_sentences_follow_each_other_as_in_the_article() -> None:
    given = [*TOP, *REST]
    assert told(*given) == given[: len(told(*given))]


@pytest.mark.parametrize("place", ["Orlo.", "Bad Orlo."])
def test_the_place_on_top_takes_no_first_sentence_away(place: str) -> None:
    assert told(f"{place} {TOP[0]} Was kommt danach?", *TOP[1:], *REST)[0] == TOP[0]


def test_what_has_no_room_is_at_the_end_not_in_the_middle() -> None:
    given = [*TOP, *REST, *BELOW, *(f"{line[:-1]}, wie es aus der Stadt hieß." for line in REST)]
    clip = told(*given)
    assert clip == given[: len(clip)]
    assert len(clip) < len(given)


def test_a_stretch_may_begin_below_a_subheading() -> None:
    long = [f"{line[:-1]}, wie die Stadt Orlo am Dienstag in einer langen Mitteilung schrieb." for line in REST]
    given = [*TOP, *long, *REST[::-1], "Neue Stellen in Velm", *BELOW]
    clip = replace(article(1, TITLE, "\n\n".join(given)), language="de")
    made = clip_of(clip)
    assert [s.heading.text for s in made.sections if s.heading] == ["Neue Stellen in Velm"]
    assert sentences(made)[-2:] == list(BELOW)


def test_one_sentence_below_a_subheading_is_not_told_alone() -> None:
    long = [f"{line[:-1]}, wie die Stadt Orlo am Dienstag in einer langen Mitteilung schrieb." for line in REST]
    given = [*TOP, *long, *REST[::-1], "Neue Stellen in Velm", BELOW[0]]
    assert BELOW[0] not in told(*given)


def test_what_stands_below_a_subheading_is_told_from_its_first_line() -> None:
    given = [*TOP, "Neue Stellen in Velm", "Melden Sie sich hier für den Newsletter der Stadt Orlo an.", *BELOW]
    assert not set(BELOW) & set(told(*given))


def test_what_follows_a_line_that_says_the_news_once_more_goes_on_from_it() -> None:
    again = "Am Montag hat ein Sturm den Kai im Hafen von Orlo beschädigt, teilte Ilse Brandt mit."
    clip = told(TOP[0], TOP[1], f"{again} {REST[0]} {REST[1]}")
    assert again not in clip
    assert clip == [TOP[0], TOP[1], REST[0], REST[1]]


def test_what_somebody_says_behind_a_dash_is_not_told_without_what_leads_to_it() -> None:
    said = "– For min del er jeg bare takknemlig for det som skjedde i Orlo i går."
    assert said not in told(*TOP, "Melden Sie sich hier für den Newsletter an, sagt Velm.", said, language="no")


def test_our_country_is_not_the_journalists_alone() -> None:
    assert not unfit("La reunión de los ministros se celebra este domingo en nuestro país.", "es")
    assert unfit("La reunión de nuestro periódico se celebra este domingo.", "es")


def test_behind_a_line_that_is_not_told_goes_on_only_a_paragraph_that_stands_alone() -> None:
    clip = told(*TOP, "Melden Sie sich hier für den Newsletter der Stadt Orlo an. " + REST[0], REST[1])
    assert REST[0] not in clip
    assert REST[1] in clip


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Den will die Stadt bis Freitag reparieren.", "de"),
        ("Das lässt die Stadt nicht gelten.", "de"),
        ("Der Kai habe dem Sturm nicht standgehalten.", "de"),
        ("Warum niemand gewarnt wurde, könne er nicht sagen.", "de"),
        ("Nicht nur wegen der farbigen Boote, die er baut.", "de"),
        ("Sondern vor allem durch das, was er tut.", "de"),
        ("Die Stadt Orlo sperrte den Kai 40 Minuten später.", "de"),
        ("Zwei Tage danach kamen Taucher.", "de"),
        ("La ville a fermé le quai deux heures plus tard.", "fr"),
        ("La ciudad cerró el muelle dos horas después.", "es"),
        ("Il comune ha chiuso il molo due ore dopo.", "it"),
        ("A cidade fechou o cais duas horas depois.", "pt"),
        ("Ce dernier a promis de réparer le quai.", "fr"),
        ("Pour autant, le port reste fermé.", "fr"),
        ("Sin embargo, el puerto sigue cerrado.", "es"),
        ("Añadió que el muelle se abrirá pronto.", "es"),
        ("Tuttavia il porto resta chiuso.", "it"),
        ("No entanto, o porto continua fechado.", "pt"),
        ("Dessutom är hamnen stängd.", "sv"),
        ("Jednak port pozostaje zamknięty.", "pl"),
    ],
)
def test_a_sentence_that_goes_on_from_another_leans(line: str, language: str) -> None:
    assert leans(line, language)


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Das Landgericht Orlo hat den Plan der Stadt gestoppt.", "de"),
        ("Die Stadt hat den Plan gestoppt.", "de"),
        ("Der Kai sei alt, sagte Bürgermeisterin Ilse Brandt.", "de"),
        ("Nach Angaben der Stadt sei der Kai alt.", "de"),
        ("Le port reste fermé jusqu'à vendredi.", "fr"),
        ("Der Kai brach im Mai und wurde zwei Tage später gesperrt.", "de"),
        ("Die Stadt rechnet damit, dass der Kai zwei Jahre später öffnet.", "de"),
        ("Le quai a cédé lundi et fut fermé deux heures plus tard.", "fr"),
        ("La ciudad cerró el muelle dos horas después de la tormenta.", "es"),
        ("La città di Orlo ha chiuso il molo due ore dopo la tempesta.", "it"),
        ("El puerto sigue cerrado hasta el viernes.", "es"),
    ],
)
def test_a_sentence_that_stands_alone_does_not(line: str, language: str) -> None:
    assert not leans(line, language)


def test_a_german_sentence_may_go_on_behind_a_colon() -> None:
    line = "Nicht alle haben den Sturm gut überstanden: Manche Fischer verloren ihr Boot."
    assert not unfit(line, "de")
    assert unfit("Foto der Redaktion: Manche Fischer verloren ihr Boot.", "de")


def test_marks_that_point_inward_are_closed() -> None:
    assert not unfit("Die Stadt nannte den Sturm »ein Unglück« und versprach Hilfe.", "de")
    assert unfit("Die Stadt nannte den Sturm »ein Unglück und versprach Hilfe.", "de")
    assert unfit("Die Stadt sah ein Unglück« und versprach »Hilfe« für Fischer.", "de")


def test_a_quotation_that_opens_below_closes_above_in_either_way() -> None:
    assert not unfit("Burmistrz Orlo nazwał sztorm „nieszczęściem” i obiecał pomoc.", "pl")
    assert not unfit("Die Stadt nannte den Sturm „ein Unglück“ und versprach Hilfe.", "de")
    assert unfit("Burmistrz Orlo nazwał sztorm „nieszczęściem i obiecał pomoc.", "pl")
    assert unfit("Burmistrz Orlo nazwał sztorm „nieszczęściem” i” obiecał pomoc.", "pl")
