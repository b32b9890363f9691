"""What a heading may lose besides, since its whole sentence stands below it: never what makes the rest true."""

import pytest

from newsclip.adapters.embedded.spacy_parser import SpacyParser
from newsclip.evidence.document import Paragraph, Section, Sentence, SourceArticle
from newsclip.evidence.edits import DETAIL, OPENING, Omission
from newsclip.evidence.verifier import judge_heading, judge_sentence
from newsclip.kernel.spans import Passage, digest_of
from newsclip.writing.tests.stories import article

pytestmark = pytest.mark.slow
PARSER = SpacyParser()
NEXT = "Ferries sail at noon from the quay."
LICENSED = [
    "The council fined the captain[ in Orlo].",
    "The council fined the captain[ over the sinking of two ferries].",
    "The captain was taken to the port[ by the fishermen of Velm].",
    "The port bought a ferry[ from Velm].",
    "The storm closed the Velm Bridge[, which nobody had ever seen without cars].",
    "The ferry ran onto a reef[, where nobody looked for it].",
    "The council welcomed the plan of the mayor[, saying the port needed it].",
    "The crew of the ferry stayed aboard[, though nobody had told it to].",
    "[Because a second ferry sank, ]the port closed the quay.",
    "[While the mayor may stand again, ]the council has not named the day of the vote.",
    "[Despite the storm, ]the ferries sailed to the island.",
    "[On Tuesday, ]the council approved the harbour budget.",
]
REFUSED = [
    ("plan", "The council will fine the captain[ in Orlo]."),
    ("habit", "The council fines captains[ in Orlo]."),
    ("negation", "The council never fined the captain[ in Orlo]."),
    ("hedge", "The council may have fined the captain[ over the sinking]."),
    ("likeness", "The mayor behaved like a captain[ in Orlo]."),
    ("rank", "The ferry was hit by the worst storm[ in Norvale]."),
    ("rank", "The crew won its first race[ in Velm]."),
    ("restriction", "The drug killed the virus[ in mice]."),
    ("restriction", "The council fined every captain[ in Orlo]."),
    ("restriction", "The council closed the bridge[ in Velm] of the two."),
    ("restriction", "The storm hit the bridge[ near the mill]."),
    ("object", "The council put the money[ in Velm]."),
    ("object", "The mayor blamed the captain[ for the storm]."),
    ("object", "The captain was accused[ of theft]."),
    ("object", "The board stripped the captain[ of his rank]."),
    ("object", "The storm kept the ferry[ from Velm]."),
    ("work", "The captain killed the mayor of the film[ in Velm]."),
    ("work", "[In the play of Monday, ]the mayor stole two ferries."),
    ("attribution", "The captain took bribes[, the police said]."),
    ("attribution", "The captain took bribes[ in Orlo, according to the police]."),
    ("attribution", "[According to the police, ]the captain took bribes."),
    ("condition", "[If it rains, ]the ferries stay in port."),
    ("condition", "[Unless the council agrees, ]the bridge will close."),
    ("condition", "[When the tide rises, ]the port closes the quay."),
    ("condition", "The bridge will open in May[, assuming the council agrees]."),
    ("condition", "The bridge will open in May[, if the council agrees]."),
    ("condition", "The port closes the quay[ because the tide rises]."),
    ("restriction", "The port will pay any captain[, who brings in a wreck]."),
    ("setting", "[In one study, ]the drug killed the virus."),
    ("setting", "[In theory, ]the ferry sailed to the island."),
    ("time", "[On Tuesdays, ]the mayor never left the port."),
    ("contrast", "The firm won the tender[, but a court annulled the contract]."),
]  # fmt: skip


def fault(line: str, kind: str, *, below: str = "") -> str | None:
    """What the verifier has against the heading without what stands in brackets; None where it has nothing."""
    source = line.replace("[", "").replace("]", "")
    before, _, rest = line.partition("[")
    lost, _, behind = rest.partition("]")
    made = f"{before}{behind}".rstrip(".")
    given = article(1, "Harbour", f"{source}\n\n{NEXT}")
    heading = Sentence(made[:1].upper() + made[1:], (held(given, source),), (str(Omission(kind, lost.strip(" ,"))),))
    told = Sentence(below or source, (held(given, below or source),))
    verdict = judge_heading(Section(heading, (Paragraph((told,)),)), {("1", 1): given}, PARSER)
    assert verdict is not None
    return verdict.reason.code if verdict.reason else None


def held(given: SourceArticle, words: str) -> Passage:
    at = given.text.index(words)
    return Passage(given.id, given.revision, at, at + len(words), digest_of(words))


@pytest.mark.parametrize("line", LICENSED)
def test_a_heading_may_lose_what_its_sentence_tells_besides(line: str) -> None:
    assert fault(line, OPENING if line.startswith("[") else DETAIL) is None


@pytest.mark.parametrize(("what", "line"), REFUSED)
def test_a_heading_keeps_what_makes_it_true(what: str, line: str) -> None:
    assert fault(line, OPENING if line.startswith("[") else DETAIL) is not None, what


def test_what_a_heading_lost_stands_below_it() -> None:
    assert fault(LICENSED[0], DETAIL, below=NEXT) == "heading_elsewhere"


def test_the_sentence_below_has_lost_nothing_itself() -> None:
    given = article(1, "Harbour", f"The council fined the captain in Orlo.\n\n{NEXT}")
    lost = Sentence("The council fined the captain", (held(given, "The council fined the captain in Orlo."),),
                    (str(Omission(DETAIL, "in Orlo")),))  # fmt: skip
    verdict = judge_heading(Section(lost, (Paragraph((lost,)),)), {("1", 1): given}, PARSER)
    assert verdict is not None
    assert verdict.reason is not None
    assert verdict.reason.code == "heading_elsewhere"


def test_a_sentence_below_loses_none_of_it() -> None:
    given = article(1, "Harbour", "The council fined the captain in Orlo.")
    whole = held(given, given.text)
    said = Sentence("The council fined the captain.", (whole,), (str(Omission(DETAIL, "in Orlo")),))
    verdict = judge_sentence(said, {("1", 1): given}, PARSER)
    assert verdict.reason is not None
    assert verdict.reason.code == "not_apart"
