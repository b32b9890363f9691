"""Sentences that an ill-willed writer takes from true passages: cut, in other letters, without their day or marks."""

import pytest

from newsclip.evidence.document import Quote, Sentence
from newsclip.evidence.edits import CLOSE, LOWERED, Edit
from newsclip.evidence.tests.test_omissions import accepted
from newsclip.evidence.verifier import judge_quote, judge_sentence
from newsclip.kernel.spans import Passage, digest_of
from newsclip.writing.tests.stories import article

AROUND = {
    "en": "Many people came to the market. The shops were open, and it was a fine day for everyone in the town.",
    "de": "Viele Leute kamen auf den Markt. Die Läden waren offen, und es war ein schöner Tag für alle in der Stadt.",
    "fr": "Beaucoup de gens sont venus au marché. Les boutiques étaient ouvertes, et il faisait beau dans la ville.",
    "es": "Mucha gente vino al mercado. Las tiendas estaban abiertas, y hacía buen tiempo para todos en la ciudad.",
    "it": "Molta gente è venuta al mercato. I negozi erano aperti, e faceva bel tempo per tutti nella città.",
    "pt": "Muita gente veio ao mercado. As lojas estavam abertas, e fazia bom tempo para todos na cidade.",
    "nl": "Veel mensen kwamen naar de markt. De winkels waren open, en het was mooi weer voor iedereen in de stad.",
}


def cited(line: str, language: str = "en") -> tuple[str, bool]:
    """The words in [brackets], and whether they stand as a sentence where they alone are the passage."""
    words = line[line.index("[") + 1 : line.index("]")]
    given = article(1, "", f"{AROUND[language]}\n\n{line.replace('[', '').replace(']', '')}\n\n{AROUND[language]}")
    at = given.text.index(words, len(AROUND[language]))
    here = Passage("1", 1, at, at + len(words), digest_of(words))
    return words, judge_sentence(Sentence(words, (here,)), {("1", 1): given}).supported


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "It is untrue that [Holm took money]."), ("en", "[Holm took money], a rival says."),
        ("en", "The un[able mayor left]."), ("en", "If [the dam bursts], Orlo drowns."),
        ("en", "“[Holm took money],” a rival said."), ("en", "[The dam burst] in a film."),
        ("de", "Es stimmt nicht, dass [Holm Geld nahm]."), ("de", "[Holm nahm Geld], sagt ein Rivale."),
        ("fr", "Il est faux que [Holm a pris de l’argent]."), ("es", "Es falso que [Holm tomó dinero]."),
        ("it", "È falso che [Holm ha preso soldi]."), ("pt", "É falso que [Holm recebeu dinheiro]."),
        ("en", "“I know him well. [Holm took money.] I saw it,” said Brandt."),
        ("en", "‘I know him well. [Holm took money.] I saw it,’ said Brandt."),
        ("en", "Brandt said: 'I know him well. [Holm took money.] I saw it.'"),
        ("en", "Brandt said: 'I know him well. [Holm took money.] 'I saw it.'"),
        ("en", "Brandt said: ‘I know him well. [Holm took money.]\n\n‘I saw it.’"),
        ("en", 'Brandt said: "I know him well. [Holm took money.] "I saw it."'),
        ("en", "Brandt said: “I know him well. [Holm took money.]\n\n“I saw it.”"),
        ("en", "Brandt said: “I know him well.\n\n[Holm took money.]\n\nI saw it.”"),
        ("en", "Brandt said: “I know him well. [Holm took money.]"),
        ("en", "Brandt said: 'I know him well. ['Holm took money.] 'I saw it.'"),
        ("en", "[Brandt said: 'Holm took money.] 'I saw it.'"),
        ("en", "Brandt said: 'I know him well. [Holm took money,' and left.]"),
        ("en", "Rivals say:\n[Holm took money.]"),
        ("de", "„Ich kenne ihn. [Holm nahm Geld.] Ich sah es“, sagte Brandt."),
        ("de", "»Ich kenne ihn. [Holm nahm Geld.] Ich sah es«, sagte Brandt."),
        ("fr", "« Je le connais. [Holm a pris de l’argent.] Je l’ai vu », a dit Brandt."),
        ("es", "«Lo conozco. [Holm tomó dinero.] Lo vi», dijo Brandt."),
        ("it", "«Lo conosco. [Holm ha preso soldi.] L’ho visto», ha detto Brandt."),
        ("pt", "“Eu o conheço. [Holm recebeu dinheiro.] Eu vi”, disse Brandt."),
        ("nl", "“Ik ken hem. [Holm nam geld.] Ik zag het”, zei Brandt."),
        ("nl", "Het is niet waar dat [Holm geld nam]."), ("nl", "[Holm nam geld], zegt een rivaal."),
    ],
)  # fmt: skip
def test_a_passage_that_is_cut_says_what_its_whole_sentence_says(language: str, line: str) -> None:
    assert not cited(line, language)[1]


@pytest.mark.parametrize(
    "line",
    ["The mayor left. [Holm took money.] Brandt saw it.",
     "“I know him,” said Brandt. [Holm took money.] “Yes,” she said.",
     "'I know him,' said Brandt. [Holm took money.] 'Yes,' she said.",
     "The 'Petrel' sank. [Holm took money.] It rained.",
     "Brandt said: 'I know. [Holm said: 'It rained.'] Reyl said: 'Yes.'",
     "The clerks’ boat sank. [Holm took money.]", "Here is the list:\n[Holm took money.]"],
)  # fmt: skip
def test_a_sentence_beside_quotations_and_lists_stands(line: str) -> None:
    assert cited(line)[1]


@pytest.mark.parametrize("language", AROUND)
def test_a_passage_that_is_a_sentence_stands(language: str) -> None:
    assert cited(f"[{AROUND[language].split('. ')[0]}.]", language)[1]


def test_a_quotation_whose_passage_ends_within_it_is_cut() -> None:
    given = article(1, "", "“I took the money, say my rivals, and they lie,” said Ilse Brandt.")
    here = Passage("1", 1, 0, 17, digest_of(given.text[:17]))
    assert not judge_quote(Quote("I took the money", None, (here,)), {("1", 1): given}).supported


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("They caught AIDS in Orlo.", "They caught aids in Orlo."),
        ("They told us to leave Orlo.", "They told US to leave Orlo."),
        ("The Polish boat sank.", "The polish boat sank."),
        ("The mayor, May said, left.", "The mayor, may said, left."),
    ],
)
def test_other_letters_are_another_word(source: str, text: str) -> None:
    assert accepted(source, source)
    assert not accepted(text, source)


def test_german_keeps_its_capitals() -> None:
    assert not accepted("Man soll Sie in Orlo wählen.", "Man soll sie in Orlo wählen.", language="de")
    assert not accepted("Sie kauften bei den armen Leuten.", "Sie kauften bei den Armen Leuten.", language="de")


def test_where_a_sentence_begins_and_where_a_title_shouts_letters_may_change() -> None:
    assert accepted("The toll rises.", "However, the toll rises.")
    assert accepted("Orlo bridge opens", "ORLO BRIDGE OPENS", LOWERED)
    assert accepted("On Monday, the council closed the quay.", "The council closed the quay on Monday.", CLOSE)
    assert not accepted("Orlo Bridge opens", "Orlo bridge opens", LOWERED)


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "[And]rews robbed Holm."), ("en", "[But]ler robbed Holm."), ("fr", "[Et]ienne a volé Holm."),
     ("it", "[E]va ha derubato Holm."), ("de", "[Aber]kennung der Titel ist falsch.")],
)  # fmt: skip
def test_no_part_of_a_word_is_left_out(language: str, line: str) -> None:
    lost, rest = line[1:].split("]")
    assert not accepted(rest[0].upper() + rest[1:], lost + rest, str(Edit(lost)), language=language)


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        ("en", "Holm came. Reyl stayed. He robbed Brandt.", "Holm came. He robbed Brandt."),
        ("en", "Holm came. Reyl was away. This pleased Brandt.", "Holm came. This pleased Brandt."),
        ("de", "Holm kam. Reyl blieb. Er bestahl Brandt.", "Holm kam. Er bestahl Brandt."),
        ("fr", "Holm est venu. Reyl est resté. Il a volé Brandt.", "Holm est venu. Il a volé Brandt."),
        ("es", "Holm vino. Reyl se quedó. Robó a Brandt.", "Holm vino. Robó a Brandt."),
        ("it", "Holm è venuto. Reyl è rimasto. Ha derubato Brandt.", "Holm è venuto. Ha derubato Brandt."),
        ("pt", "Holm veio. Reyl ficou. Roubou Brandt.", "Holm veio. Roubou Brandt."),
        ("nl", "Holm kwam. Reyl bleef. Hij beroofde Brandt.", "Holm kwam. Hij beroofde Brandt."),
    ],
)
def test_what_leans_on_a_sentence_does_not_stand_without_it(language: str, source: str, text: str) -> None:
    assert accepted(source, source, language=language)
    assert not accepted(text, source, language=language)


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "Mayor took bribes[ - Orlo Times columnist]"), ("en", "Mayor took bribes[ – rival in Orlo Times]"),
     ("en", "Mayor took bribes[ | Letters]"), ("en", "Dam burst[ | Theatre]"),
     ("en", "Cream cures cancer[ | Promoted]"),
     ("de", "Bürgermeisterin ist korrupt[ | Leserbrief]"), ("de", "Creme heilt Krebs[ | Anzeige]"),
     ("fr", "Le maire est corrompu[ | Billet]"), ("es", "El alcalde es corrupto[ | Columna]"),
     ("it", "Il sindaco è corrotto[ | Lettere]"), ("pt", "O prefeito é corrupto[ | Coluna]"),
     ("nl", "Burgemeester is corrupt[ | Ingezonden]")],
)  # fmt: skip
def test_a_title_keeps_what_says_that_it_reports_nothing(language: str, line: str) -> None:
    source, text = line.replace("[", "").replace("]", ""), line[: line.index("[")]
    assert not accepted(text, source, language=language, publisher="Orlo Times")
    assert accepted(text, f"{text} | Orlo Times", language=language, publisher="Orlo Times")


@pytest.mark.parametrize(
    ("language", "source"),
    [("en", "Holm, said Brandt, lied."), ("de", "Holm, sagte Brandt, log."), ("fr", "Holm, dit Brandt, a menti.")],
)
def test_marks_are_left_out_by_no_record(language: str, source: str) -> None:
    comma = str(Edit(","))
    assert not accepted(source.replace(",", ""), source, comma, comma, language=language)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "No ferry sailed[, on Monday,] from Orlo."), ("en", "The mayor never worked[, on Monday,] in Orlo."),
        ("en", "All shops were closed[, on Sunday,] in Orlo."), ("en", "The port closes[, on Sunday,] at noon."),
        ("en", "The strike[, on Monday,] failed and that on Friday won."),
        ("en", "Only[, on Monday,] the ferry sailed."),
        ("en", "The mayor was alive[, on Monday,] doctors said."),
        ("de", "Die Fähre fuhr[, am Montag,] nicht ab Orlo."), ("fr", "Aucun ferry n’est parti[, lundi,] d’Orlo."),
        ("fr", "Le port est fermé[, dimanche,] aux camions."), ("es", "El puerto cierra[, el domingo,] en Orlo."),
        ("it", "Il porto chiude[, domenica,] a Orlo."), ("pt", "O porto fecha[, no domingo,] em Orlo."),
        ("nl", "De haven sluit[, zondag,] in Orlo."),
    ],
)  # fmt: skip
def test_a_day_stays_where_the_rest_would_be_true_of_that_day_alone(language: str, line: str) -> None:
    source, text = line.replace("[", "").replace("]", ""), f"{line[: line.index('[')]}{line[line.index(']') + 1 :]}"
    assert accepted(source, source, language=language)
    assert not accepted(text, source, language=language)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Holm burned the mill | Fiction", "Holm burned the mill"),
        ("The mayor took bribes | Peter Holm", "The mayor took bribes"),
        ("The mayor took bribes | Quist", "The mayor took bribes"),
        ("Then, the mayor will resign.", "The mayor will resign."),
        ("Elsewhere, ferries sank.", "Ferries sank."),
    ],
)
def test_a_title_keeps_who_says_it_and_a_sentence_where_and_when(source: str, text: str) -> None:
    assert not accepted(text, source, around="Minister Quist met the council. The council met.")
