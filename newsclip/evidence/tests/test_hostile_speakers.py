"""Who did not say it: a denier, a reader, an actor, a namesake; and words in marks that nobody said at all."""

import pytest

from newsclip.evidence.document import Quote
from newsclip.evidence.tests.test_hostile_sentences import AROUND
from newsclip.evidence.verifier import judge_quote
from newsclip.evidence.verifier.speaking import is_speech
from newsclip.kernel.spans import Passage, digest_of
from newsclip.writing.tests.stories import article

WORDS = "I took the money of the port"


def given_to(text: str, speaker: str | None, words: str = WORDS, language: str = "en") -> bool:
    given = article(1, "", f"{AROUND[language]}\n\n{text}\n\n{AROUND[language]}")
    at = given.text.index(text)
    here = Passage("1", 1, at, at + len(text), digest_of(text))
    return judge_quote(Quote(words, speaker, (here,)), {("1", 1): given}).supported


@pytest.mark.parametrize(
    "text",
    [
        f"Ilse Brandt denied saying “{WORDS}.”",
        f"“{WORDS},” Ilse Brandt allegedly said.",
        f"“{WORDS},” Ilse Brandt never said.",
        f"“{WORDS},” Ilse Brandt says in the film.",
        f"“{WORDS},” Ilse Brandt quoted Jan Holm as saying.",
        f"“{WORDS},” Ilse Brandt recalled him saying.",
        f"Ilse Brandt read from Holm's letter: “{WORDS}.”",
        f"Mayor Ilse Brandt came. “{WORDS},” said President Brandt.",
        f"Ilse Brandt came. “{WORDS},” said Brandt Sr.",
        f"Ilse Brandt Jr came. Ilse Brandt Sr stayed. “{WORDS},” Brandt said.",
        f"“{WORDS},” Ilse Brandt said, according to Jan Holm.",
        f"“{WORDS},” Ilse Brandt said, Jan Holm claims.",
        f"“{WORDS},” Ilse Brandt said in a forged letter.",
        f"“{WORDS},” said Ilse Brandt, quoting Jan Holm.",
        f"“{WORDS},” said a fake Ilse Brandt.",
        f"In the film, Ilse Brandt says: “{WORDS}.”",
        f"It is false that Ilse Brandt said: “{WORDS}.”",
        f"Ilse Brandt and his wife came. “{WORDS},” Mrs Brandt said.",
    ],
)
def test_words_that_are_denied_read_played_or_a_namesakes_are_not_the_speakers(text: str) -> None:
    assert not given_to(text, "Ilse Brandt")


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "„Wir öffnen im Juni“, sagt Ilse Brandt im Film."),
     ("fr", "« Nous ouvrons », dit Ilse Brandt dans le film."),
     ("es", "«Abrimos en junio», dice Ilse Brandt en la película."),
     ("it", "«Apriamo a giugno», dice Ilse Brandt nel film."),
     ("pt", "“Abrimos em junho”, diz Ilse Brandt no filme."),
     ("nl", "“We openen in juni”, zegt Ilse Brandt in de film."),
     ("de", "„Wir öffnen im Juni“, sagte Ilse Brandt, behauptet Jan Holm."),
     ("fr", "« Nous ouvrons », dit Ilse Brandt, selon Jan Holm."),
     ("es", "«Abrimos en junio», dijo Ilse Brandt, según Jan Holm."),
     ("it", "«Apriamo a giugno», ha detto Ilse Brandt, secondo Jan Holm."),
     ("pt", "“Abrimos em junho”, disse Ilse Brandt, segundo Jan Holm."),
     ("nl", "“We openen in juni”, zei Ilse Brandt, volgens Jan Holm.")],
)  # fmt: skip
def test_what_is_said_in_a_film_or_told_by_another_nobody_says(language: str, text: str) -> None:
    words = text[1 : next(at for at, mark in enumerate(text) if mark in "”“»" and at)].strip()
    behind = text.replace("Ilse Brandt", "Ilse Brandt |").split(" |")[0] + "."
    assert given_to(behind, "Ilse Brandt", words, language)
    assert not given_to(text, "Ilse Brandt", words, language)


@pytest.mark.parametrize(
    "text",
    [
        f"“{WORDS},” said Prof Brandt. Professor Ilse Brandt laughed.",
        f"“{WORDS},” Ilse Brandt told the crowd, saying she was sorry.",
        f"Mayor Ilse Brandt came. “{WORDS},” said Mayor Brandt.",
        f"Mayor Ilse Brandt came. “{WORDS},” said Ms Brandt.",
        f"“{WORDS},” Ilse Brandt later told the council.",
    ],
)
def test_a_speaker_of_ones_own_words_stays_one(text: str) -> None:
    assert given_to(text, "Ilse Brandt")


@pytest.mark.parametrize(
    "text",
    [
        f"The film “{WORDS}” pleased Ilse Brandt.",
        f"A book called “{WORDS}” came out.",
        f"The band played “{WORDS}” on Monday.",
    ],
)
def test_a_title_in_marks_is_no_saying(text: str) -> None:
    assert not given_to(text, None)
    assert given_to(f"“{WORDS},” a guest said.", None)


def test_an_english_verb_of_saying_says_nothing_in_another_language() -> None:
    words = "J’ai pris l’argent du port"
    assert given_to(f"« {words} », a déclaré un invité.", None, words, "fr")
    assert not given_to(f"« {words} », un carnet plein de notes, est paru.", None, words, "fr")


def test_without_guards_nobody_speaks() -> None:
    text = "„Wzięłam pieniądze”, powiedziała Ilse Brandt."
    assert not is_speech(text, 1, text.index("”"), "pl")


@pytest.mark.parametrize(
    "text",
    [
        f"“{WORDS}? That is absurd,” said Ilse Brandt.",
        f"“They say this: {WORDS},” said Ilse Brandt.",
    ],
)
def test_a_question_keeps_its_mark_and_what_leads_in_stays(text: str) -> None:
    assert not given_to(text, "Ilse Brandt")
