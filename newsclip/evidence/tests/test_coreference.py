"""Behind another sentence of the clip, "he" and "it" must mean whom or what they mean in the article."""

from dataclasses import replace

import pytest

from newsclip.evidence import verifier
from newsclip.evidence.document import Bullets, Document, Paragraph, Quote, Section, Sentence, SourceArticle
from newsclip.evidence.muting import without
from newsclip.evidence.serialization import seal
from newsclip.evidence.verifier import RunningText, judge_apart, verify_document
from newsclip.evidence.verifier.gate import supported_only
from newsclip.kernel.reasons import Reason
from newsclip.kernel.spans import Span
from newsclip.language.tokens import sentences
from newsclip.writing.candidates import passage, read
from newsclip.writing.tests.stories import BRIDGE, article, clip_of

TEXTS = {
    "en": "Minister Tomas Reyl opened the bridge on Monday. He will resign in June."
    "\n\n"
    "Mayor Ilse Brandt visited the mill of Velm on Tuesday. She will vote against it.",
    "de": "Minister Tomas Reyl eröffnete am Montag die Brücke. Er will im Juni gehen."
    "\n\n"
    "Ministerin Ilse Brandt besuchte am Dienstag die Mühle. Ihre Partei ist dagegen.",
    "fr": "Le ministre Tomas Reyl a inauguré le pont lundi. Il veut partir en juin."
    "\n\n"
    "La ministre Ilse Brandt a visité le moulin mardi. Elle votera contre.",
    "es": "El ministro Tomas Reyl inauguró el puente el lunes. Él quiere irse en junio."
    "\n\n"
    "La ministra Ilse Brandt visitó el molino el martes. Ella votará en contra.",
    "it": "Il ministro Tomas Reyl aprì il ponte lunedì. Lui vuole andarsene a giugno."
    "\n\n"
    "La ministra Ilse Brandt ha visitato il mulino martedì. Lei voterà contro.",
    "pt": "O ministro Tomas Reyl abriu a ponte na segunda-feira. Ele quer sair em junho."
    "\n\n"
    "A ministra Ilse Brandt visitou o moinho na terça-feira. Ela votará contra.",
    "nl": "Minister Tomas Reyl opende de brug op maandag. Hij wil in juni vertrekken."
    "\n\n"
    "Minister Ilse Brandt bezocht de molen op dinsdag. Zij zal tegen stemmen.",
}  # fmt: skip


def told(text: str, language: str = "en") -> tuple[SourceArticle, list[Sentence]]:
    given = article(1, "Orlo", text, language=language)
    return given, [Sentence(span.of(text), (passage(given, span),)) for span in sentences(text)]


def reads_on(given: SourceArticle, *said: Sentence | Quote) -> Reason | None:
    """Why the last of these cannot stand behind the others."""
    text = RunningText({(given.id, given.revision): given})
    for one in said[:-1]:
        text.add(one)
    assert isinstance(said[-1], Sentence)
    return text.judge(said[-1]).reason


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize(("one", "other"), [(1, 2), (3, 0)])
def test_a_sentence_does_not_stand_behind_one_about_another(language: str, one: int, other: int) -> None:
    given, lines = told(TEXTS[language], language)
    reason = reads_on(given, lines[other], lines[one])
    assert reason
    assert reason.code == "antecedent_other"


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("one", [1, 3])
def test_it_stands_behind_what_it_stands_behind_in_its_article(language: str, one: int) -> None:
    given, lines = told(TEXTS[language], language)
    assert reads_on(given, *lines[: one + 1]) is None
    assert reads_on(given, lines[one - 1], lines[one]) is None


def test_a_pronoun_may_stand_behind_another_sentence_about_the_same_person() -> None:
    given, lines = told("Tomas Reyl came. It rained in Orlo all day. He left at noon. He slept.")
    assert reads_on(given, lines[0], lines[2]) is None
    assert reads_on(given, lines[2])


def test_a_person_with_the_same_last_name_is_another() -> None:
    given, lines = told("Ilse Holm came. Tomas Holm spoke. He left at noon. Holm slept.")
    assert reads_on(given, lines[0], lines[2])
    assert reads_on(given, lines[3], lines[2]) is None


@pytest.mark.parametrize(
    ("language", "said", "word"),
    [
        ("en", "“We won,” he said.", "he"),
        ("en", "“We won,” said her lawyer.", "her"),
        ("en", "In March, after a long illness, she left the party.", "she"),
        ("en", "He’s ill.", "he"),
        ("en", "It is the oldest bridge of Velland.", "it"),
        ("de", "„Wir haben gewonnen“, sagte er.", "er"),
        ("fr", "« Nous avons gagné », a-t-elle dit.", "elle"),
        ("it", "Il suo partito ha perso.", "il suo"),
        ("pt", "Os seus partidos perderam.", "os seus"),
    ],
)
def test_who_is_meant_behind_a_quotation_or_a_day_must_be_told_before(language: str, said: str, word: str) -> None:
    text = f"{TEXTS[language]} {said}"
    given = article(1, "Orlo", text, language=language)
    own, other = Span(len(text) - len(said), len(text)), sentences(text)[0]
    row = [Sentence(span.of(text), (passage(given, span),)) for span in (other, own)]
    assert reads_on(given, *row) == Reason("antecedent_other", {"word": word})


@pytest.mark.parametrize(
    "said",
    [
        "It is unclear who pays.",
        "It was not immediately known whether the bridge holds.",
        "This year’s harvest was poor.",
        "When he came to Orlo, Jan Holm was ill.",
        "“Juice,” as he is known, was ill.",
        "In March the mayor said he was ill.",
        "In March police said he was ill.",
        "In March Jan Holm and the firm he runs lost.",
    ],
)
def test_what_means_nobody_before_stands_anywhere(said: str) -> None:
    text = f"{TEXTS['en']} {said}"
    given = article(1, "Orlo", text, language="en")
    spans = sentences(text)
    row = [Sentence(span.of(text), (passage(given, span),)) for span in (spans[0], spans[-1])]
    assert row[-1].text == said
    assert reads_on(given, *row) is None


def test_a_last_name_alone_is_somebody_too() -> None:
    given, lines = told("Tomas Holm spoke to Ilse Quist. Quist waved. He left at noon. It rained. He slept.")
    assert reads_on(given, lines[0], lines[2])
    assert reads_on(given, lines[1], lines[4]) is None


def test_what_means_a_thing_stands_behind_its_own_sentence_alone() -> None:
    given, lines = told("The bridge of Orlo opened. It cost 212 million crowns. The mill of Velm closed on Monday.")
    assert reads_on(given, lines[2], lines[1]) == Reason("antecedent_other", {"word": "it"})
    assert reads_on(given, lines[0], lines[1]) is None


def test_a_bullet_follows_nothing() -> None:
    given, lines = told(TEXTS["en"])
    known = {(given.id, given.revision): given}
    assert [judge_apart(line, known).supported for line in lines[:3]] == [True, False, True]


def test_a_quotation_set_apart_names_whom_a_pronoun_behind_it_may_mean() -> None:
    given, lines = told("“We won,” said Ilse Brandt. Tomas Reyl came. It rained. He left.")
    quote = Quote("We won,", "Ilse Brandt", lines[0].evidence)
    assert reads_on(given, lines[1], lines[3]) is None
    assert reads_on(given, lines[1], quote, lines[3]) == Reason("antecedent_other", {"word": "he"})


def with_text(document: Document, *said: Sentence) -> Document:
    return seal(replace(document, summary=said[:1], sections=(Section(None, (Paragraph(said[1:]),)),)))


def test_the_gate_and_the_verdict_on_a_clip_follow_its_order() -> None:
    text = f"{BRIDGE.text}\n\n{TEXTS['en']}"
    given = replace(BRIDGE, text=text)
    lines = {span.of(text): Sentence(span.of(text), (passage(given, span),)) for span in sentences(text)}
    names = ("Minister Tomas", "Mayor Ilse", "He will")
    minister, mayor, he = (next(line for words, line in lines.items() if words.startswith(name)) for name in names)
    right, wrong = (with_text(clip_of(given), *row) for row in ((minister, he, mayor), (minister, mayor, he)))
    assert supported_only(right, [given]).sections[0].blocks == (Paragraph((he, mayor)),)
    assert supported_only(wrong, [given]).sections[0].blocks == (Paragraph((mayor,)),)
    assert [v.text for v in verify_document(wrong, [given]) if not v.supported] == [he.text]
    listed = replace(right, sections=(Section(None, (Bullets((he, mayor)),)),))
    assert supported_only(listed, [given]).sections[0].blocks == (Bullets((mayor,)),)


@pytest.mark.parametrize("parted", [False, True])
def test_what_follows_a_muted_sentence_goes_where_it_would_mean_another(parted: bool) -> None:
    mill, (visited,) = told("Mayor Ilse Brandt visited the mill of Velm on Tuesday.")
    given = replace(
        article(2, "Orlo", "Tomas Reyl came to Orlo on Monday. He left at noon."), report="2", language="en"
    )
    came, left = (Sentence(span.of(given.text), (passage(given, span),)) for span in sentences(given.text))
    muted = replace(mill, id="3")
    gone = replace(came, evidence=tuple(replace(p, article="3") for p in visited.evidence))
    blocks = [Paragraph((visited, gone)), Paragraph((left,))] if parted else [Paragraph((visited, gone, left))]
    document = replace(with_text(clip_of(given), came), sources=clip_of(given, mill).sources)
    document = replace(document, sections=(Section(None, tuple(blocks)),))
    kept = without(document, {"3"}, [given, mill, muted])
    assert kept
    assert kept.sections == (Section(None, (Paragraph((visited,)),)),)


def test_the_writer_tells_a_sentence_that_opens_with_a_day_and_a_pronoun_behind_its_own_alone() -> None:
    text = "Jan Holm opened the bridge of Orlo on Monday. Two years later he left the party with a loud bang."
    (reading,) = read([article(1, "Orlo", text, language="en")], "en", verifier)
    assert [line.alone is None for line in reading.lines] == [False, True]


NEUTER = (
    "Die Stadt Orlo sperrt den Kai. Das Gericht hob die Sperre auf. Das neue Gesetz gilt ab Mai."
    " Das beklagte Ilse Brandt. Das Schiff liegt fest."
)


@pytest.mark.parametrize("line", [1, 2, 4])
def test_a_german_article_before_its_noun_means_nothing_before_it(line: int) -> None:
    given, lines = told(NEUTER, "de")
    assert reads_on(given, lines[0 if line > 1 else 3], lines[line]) is None


@pytest.mark.parametrize(
    "said", ["Das beklagte Ilse Brandt.", "Das habe Ilse Brandt gewusst.", "Das ist neu.", "Dieses Gesetz gilt ab Mai."]
)
def test_a_pronoun_that_looks_like_one_does(said: str) -> None:
    given, lines = told(f"Die Stadt Orlo sperrt den Kai. Ein Schiff liegt fest. {said}", "de")
    reason = reads_on(given, lines[0], lines[2])
    assert reason
    assert reason.code == "antecedent_other"
