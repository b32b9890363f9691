"""What counts as a need that a clip leaves unmet, and what does not."""

from collections.abc import Sequence

import pytest

from benchmarks.reading.clip_sentences import Article, Said, read_clip
from benchmarks.reading.unmet import unmet_needs
from newsclip.adapters.embedded.spacy_parser import SpacyParser

pytestmark = pytest.mark.slow

PARSER = SpacyParser()
LEAD = "The harbour of Orlo was closed on Monday."


def found(told: Sequence[str], *texts: str, language: str = "en") -> list[tuple[str, str]]:
    """The needs of a clip that tells these sentences of these articles, the first of them as its summary."""
    articles = {str(n): Article(str(n), "", text, language) for n, text in enumerate(texts)}
    said = []
    for sentence in told:
        name = next(name for name, article in articles.items() if sentence in article.text)
        start = articles[name].text.index(sentence)
        part = "text" if said else "summary"
        said.append(Said(part, sentence, name, start, start + len(sentence)))
    return [(one.kind, one.term) for one in unmet_needs(said, articles, PARSER)]


@pytest.mark.parametrize(
    ("between", "torn", "kind", "term"),
    [
        ("A ferry hit the quay.", "Divers looked at the ferry.", "the", "the ferry"),
        ("A ferry hit the quay.", "This ferry had been mended in May.", "this", "This ferry"),
        ("The mayor wanted it open.", "Sailors wanted that, too, last year.", "additive", ", too"),
        ("Two sailors were hurt.", "Both were taken away.", "additive", "Both"),
        ("Bram Holm leads the port.", "Holm said so in May.", "surname", "Holm"),
        ("Bram Holm leads the port.", "The plan was Holm's.", "surname", "Holm"),
        ("The Harbour Police Authority (HPA) wrote.", "Orders of the HPA were kept.", "acronym", "HPA"),
        ("The mayor called it safe.", "Sailor Bram Holm was unconvinced.", "reply", "was unconvinced"),
        ("The mayor Ada Brandt spoke.", "She had warned of it.", "pronoun", "She"),
        ("Two cats were found on the quay.", "Nurses will keep the third cat.", "additive", "the third cat"),
        ("The crane can lift a ferry.", "Typically it stands on the quay.", "additive", "Typically it"),
        ("The Orlo Post spoke of thieves.", "The newspaper said so in May.", "additive", "The newspaper said"),
    ],
)  # fmt: skip
def test_a_torn_sentence_has_a_need_that_the_sentence_before_it_meets(
    between: str, torn: str, kind: str, term: str
) -> None:
    text = " ".join((LEAD, between, torn))
    assert (kind, term) in found([LEAD, torn], text)
    assert found([LEAD, between, torn], text) == []


@pytest.mark.parametrize(
    "announcing", ["There was one problem.", "It was closed for two reasons.", "She isn't the only one with a plan."]
)
def test_what_is_announced_must_follow(announcing: str) -> None:
    text = f"{LEAD} {announcing} The crane was old. Ships waited outside."
    assert [kind for kind, _ in found([LEAD, announcing], text)] == ["announces"]
    assert found([LEAD, announcing, "The crane was old."], text) == []


@pytest.mark.parametrize(
    "plain",
    [
        "Divers saw the ferry that sank in May.", "The government paid.", "They said this week that it sank.",
        "The harbour opened again on Friday.", "Mayor Holm said so.", "It is unclear why.", "Ships left in May.",
    ],
)  # fmt: skip
def test_what_everyone_understands_is_no_need(plain: str) -> None:
    text = f"{LEAD} A ferry hit the quay. Bram Holm leads the port. {plain}"
    assert [kind for kind, _ in found([LEAD, plain], text) if kind != "pronoun"] == []


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("The firm of Orlo ISCA came.", "ISCA is old and big."),
        ("A mill sells Orlo Wool to all. The best wool is white.", "Wool is old and soft."),
        ("ORM Holdings (ORM) wrote.", "Boats of the ORM were late."),
        ("It was a boat of the ferry firm in Tern.", "They looked at the ferry."),
        ("The car got an engine oil change.", "Nobody could start the engine."),
        ("Bram Holm leads the club.", "Former Orlo captain Holm felt pity."),
        ("The European Union (EU) wrote.", "Boats of the EU were late."),
    ],
)
def test_what_looks_like_a_name_or_was_never_brought_in_is_no_need(before: str, said: str) -> None:
    quay = "The quay is old."
    assert not {"surname", "acronym", "the"} & {
        kind for kind, _ in found([LEAD, said], f"{LEAD} {before} {quay} {said}")
    }


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("Velmar Police said so.", "Police are still searching for Ferguson, who failed to return on Monday."),
        ("A crane fell.", "The survey showed that awareness of tags among consumers in Orlo was low."),
        ("A crane fell.", "'Sailors are tired of these long hours,' the skipper said."),
    ],
)
def test_a_body_a_clause_and_words_in_single_marks_are_no_need(before: str, said: str) -> None:
    assert not {"surname", "this"} & {kind for kind, _ in found([LEAD, said], f"{LEAD} {before} It rained. {said}")}


@pytest.mark.parametrize(
    ("above", "torn"),
    [
        ("A volcanic eruption shut the port.", "Divers looked at the volcano."),
        ("The Harbour Aid Organization wrote.", "Orders of the HAO were kept."),
        ("A court will hear the case.", "At this stage of the lawsuit nobody may speak."),
        ("A mate was charged.", "Section 30 is for a blow that the sailor knows to be deadly."),
    ],
)
def test_kin_words_spellings_the_present_stage_and_laws_are_no_need(above: str, torn: str) -> None:
    between = "It rained. A sailor saw a volcano. The Harbour Aid Organisation (HAO) said so. A stage began."
    assert found([LEAD, above, torn], f"{LEAD} {above} {between} {torn}") == []


def test_in_this_way_needs_nothing_in_german() -> None:
    lead, said = "Der Hafen von Orlo ist geschlossen.", "Niemand will den Hafen auf diese Weise wieder öffnen."
    assert found([lead, said], f"{lead} Ein Kran fiel. Es regnete. {said}", language="de") == []


def test_a_first_name_behind_the_full_one_is_no_need() -> None:
    text = f"{LEAD} Bram Holm leads the port. His sister Bram came. Bram said so in May."
    assert found([LEAD, "Bram Holm leads the port.", "Bram said so in May."], text) == []


def test_a_name_that_the_lead_uses_is_known() -> None:
    lead = "The harbour of Orlo was closed by Holm on Monday as Holm's boat sank."
    assert found([lead, "Holm said so in May."], f"{lead} Bram Holm leads the port. Holm said so in May.") == []


def test_another_articles_full_name_counts() -> None:
    text, other = f"{LEAD} A crane fell. Kilim has been charged.", "Konrad Kilim, a welder, was there."
    assert found([LEAD, "Kilim has been charged."], text, other) == [("surname", "Kilim")]


def test_a_name_is_counted_once() -> None:
    text = f"{LEAD} Bram Holm leads it. Holm said so. A crane fell. Holm wept."
    assert found([LEAD, "Holm said so.", "Holm wept."], text) == [("surname", "Holm")]


@pytest.mark.parametrize(
    "plain",
    [
        "“It is wet,” said one, to which another added, “It is cold.”",
        "Her letter made the following claim — the quay is safe.",
    ],
)
def test_what_the_sentence_itself_answers_is_no_need(plain: str) -> None:
    assert found([LEAD, plain], f"{LEAD} The quay is old. {plain} Ships waited.") == []


def test_a_name_behind_it_says_which_president_is_meant() -> None:
    lead = "El puerto cerró el lunes."
    said = "Ships esperan a la presidenta madrileña, Ada Holm."
    assert found([lead, said], f"{lead} Habló una presidenta. El muelle cerró. {said}", language="es") == []


def test_german_needs_are_found_without_a_parser() -> None:
    lead = "Der Hafen von Orlo ist seit Montag gesperrt."
    text = f"{lead} Das Team fand ein Grab und eine Person. Ein Kran stand still. Der Name der Person fehlt."
    assert found([lead, "Der Name der Person fehlt."], text, language="de") == [("the", "der Person")]


def test_a_language_without_words_has_no_needs() -> None:
    text = "Havnen i Orlo er stengt. En ferge sank. Fergen var gammel."
    assert found(["Havnen i Orlo er stengt.", "Fergen var gammel."], text, language="no") == []


def test_an_opener_that_the_clip_cut_is_found() -> None:
    article = Article("1", "", f"{LEAD} Now, ships wait outside.", "en")
    start = article.text.index("Now")
    said = Said("text", "Ships wait outside.", "1", start, len(article.text))
    assert [one.kind for one in unmet_needs([said], {"1": article}, PARSER)] == ["opener"]


def test_a_clip_is_read_from_top_to_bottom() -> None:
    def passage(start: int, part: str = "text") -> list[dict[str, object]]:
        return [{"article": "1", "start": start, "end": start + 5, "part": part}]

    quote = {"kind": "quote", "text": "No", "speaker": "Ada", "role": "mayor", "evidence": passage(9)}
    bullets = {"kind": "bullets", "items": [{"text": "Five.", "evidence": passage(12)}]}
    clip = {
        "headline": {"text": "Shut", "evidence": passage(0, "title")},
        "summary": {"sentences": [{"text": "It shut.", "evidence": passage(0)}]},
        "sections": [{"heading": {"text": "Why", "evidence": passage(3)}, "blocks": [quote, bullets]}],
    }
    told = [(one.part, one.text, one.has_needs) for one in read_clip(clip)]
    assert told == [
        ("headline", "Shut", False), ("summary", "It shut.", True), ("heading", "Why", False),
        ("quote", "“No” Ada mayor", False), ("bullet", "Five.", True),
    ]  # fmt: skip
