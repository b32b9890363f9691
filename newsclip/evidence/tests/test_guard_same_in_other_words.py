"""The same in another form, which guards once refused: a country's people, a date in full; beside it, the lie."""

import pytest

from newsclip.evidence.document import Sentence, SourceArticle, by_revision
from newsclip.evidence.tests.test_guard_contradictions import INSTALLED, PUBLISHED, code, fault
from newsclip.evidence.verifier.hard_guards import guard_fault
from newsclip.kernel.reasons import Reason
from newsclip.kernel.spans import Passage, digest_of

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("text", "lie", "passage"),
    [
        (  # what "and" joins stands behind the same modal
            "Holm could be fined and jailed for a year.",
            "Holm will be fined and jailed for a year.",
            "Ada Holm could be jailed for a year and fined.",
        ),
        (
            "Holm could be jailed for a year.",
            "Holm was jailed for a year.",
            "Ada Holm could be fined or jailed for a year.",
        ),
        (  # what a charge says is told as a charge
            "The other charge concerns a statement that he gave at his home.",
            "The council read a statement that he gave at his home.",
            "Holm was charged with theft in May. He is also accused of giving a statement at his home.",
        ),
        (  # what "as" opens is not denied
            "Holm told the council that the plan was based on a lie.",
            "Holm told the council that the plan was not based on a lie.",
            "Ada Holm dismissed the plan as being based on a lie when she spoke to the council.",
        ),
        (  # nor what somebody did before
            "Holm sought help in May.",
            "Holm did not seek help in May.",
            "Holm has avoided a trial for years after seeking help in May.",
        ),
        (  # nor what tells which thing it is
            "Two boats were in a car driven by Ada Holm.",
            "Two boats were in a car that was not driven by Ada Holm.",
            "Officers stopped a car driven by Ada Holm and found two boats.",
        ),
        (
            "The storm hit above all the port.",
            "The storm hit all of the port.",
            "The storm hit mainly the port.",
        ),
        ("Nobody knew of the storm.", "Nobody knew of any storm at all times.", "No one knew of the storm."),
        (
            "The aide said on Wednesday, March 4, that the port would close.",
            "The aide said on Wednesday, March 11, that the port would close.",
            "The port would close, the aide said Wednesday.",
        ),
        (
            "Holm will make trips to six towns in the coming months, the port announced.",
            "Holm will make trips to nine towns in the coming months, the port announced.",
            "The port announced on Monday that she would make fund-raising trips to Orlo, Velm, Quist, Brask, Norvale "
            "and Tarn in the coming months. Ada Holm leads the port.",
        ),
        (
            "Holm came from Orlo in June 2011, when Ada Reyl was mayor, in a deal worth £16million.",
            "Holm came from Orlo in June 2011, when Ada Reyl was mayor, in a deal worth £11million.",
            "Holm came from Orlo in a £16million deal in June 2011, when Ada Reyl was mayor.",
        ),
        ("Two Americans sailed.", "Two Germans sailed.", "Two US citizens sailed."),
        ("The Britons were freed.", "The Danes were freed.", "The British nationals were freed."),
        ("Two sailors met us and the Danes.", "Two Americans met the Danes.", "Two sailors met us and the Danes."),
        (
            "Holm was released in April and sentenced to pay for the boat.",
            "Reyl was released in April and sentenced to pay for the boat.",
            "Ada Holm denies it. The 48-year-old Australian was released in April and sentenced to pay for the boat.",
        ),
        (
            "The hall is named after Brask Lines, which donated the ferry.",
            "The hall is named after Jan Reyl, who donated the ferry.",
            "The hall is named after Brask. Brask Lines donated the ferry.",
        ),
        (
            "The chief executive, Ada Holm, called the port “a gift” and said that it would stay open.",
            "The chief engineer, Jan Reyl, called the port “a gift” and said that it would stay open.",
            "CEO Ada Holm said that the port would stay open. “It is a gift,” Holm said.",
        ),
        (
            "“I knew it,” said Ada Holm, who said the letter was not from Reyl.",
            "“I knew it,” said Jan Reyl, who said the letter was not from Holm.",
            "“I knew it,” Ada Holm said. “And this was not from Reyl.”",
        ),
        (
            "The ferry had carried visitors.",
            "The ferry had carried smugglers.",
            "The ferry had carried people visiting the bay.",
        ),
        (
            "Officers arrested the driver of the car.",
            "Officers arrested the owner of the car.",
            "A man drove the car. Officers arrested the man.",
        ),
        (
            "Brask Lines gave 50 million crowns in 2021.",
            "Brask Lines gave 50 billion crowns in 2021.",
            "Brask Lines, which is headquartered in Velm, gave 50 million crowns in 2021.",
        ),
        (
            "Reyl has told the port of the leak, according to the Orlo News Agency.",
            "Reyl has told the port of the leak, according to Brask Radio.",
            "The Orlo News Agency in a report cited the crew as saying that Jan Reyl has told the port of the leak.",
        ),
        (  # nor what somebody says beside what he tries
            "Holm says that the talk was about boats.",
            "Holm says that the talk was about 9 boats.",
            "Ada Holm on Sunday tried to clarify her comment that the mill was sold, saying the talk was about boats.",
        ),
        (  # nor is anything doubted by what stands behind the same small word
            "The port is building a quay in case one is needed, and the mill works on a boat for the crew.",
            "The port is building a quay in case one is needed, and the mill works on a ferry for the crew.",
            "“We are prepared for the possibility,” Ada Holm added. The port is building a quay in case one is needed. "
            "The mill works on a boat for the crew.",
        ),
        (
            "Its caption read: “Donation Day now at the quay”.",
            "Its smuggler said: “Donation Day now at the quay”.",
            "The post was captioned, “Donation Day now at the quay”.",
        ),
        ("Troops left the port.", "Sailors left the port.", "Soldiers left the port."),
    ],
)
def test_other_words_pass_and_the_lie_does_not(text: str, lie: str, passage: str) -> None:
    assert fault(text, passage) is None
    assert code(lie, passage)


def judged(text: str, article_text: str, *cited: str) -> Reason | None:
    """The fault of a sentence that cites these passages of an article."""
    article = SourceArticle(
        "1", 1, "Quay", article_text, "https://orlo.example/1", "Orlo Post", PUBLISHED, "1", language="en"
    )
    spans = ((article_text.index(one), one) for one in cited)
    evidence = tuple(Passage("1", 1, start, start + len(one), digest_of(one)) for start, one in spans)
    return guard_fault(Sentence(text, evidence), "", (), by_revision([article]), INSTALLED)


def test_a_first_name_with_an_initial_behind_it_may_be_another_passages() -> None:
    sails = "Holm sailed to Velm in May."
    article = f"{sails} The captain, Karl L. Holm, is 48."
    assert judged("Karl L. Holm sailed to Velm.", article, sails) is None
    assert judged("Tom L. Holm sailed to Velm.", article, sails)


def test_a_day_in_the_words_of_a_passage_is_its_day() -> None:
    lists = ("The list is due March 12.", "The report must be returned March 15.")
    article = " ".join(lists)
    assert judged("The list is due on March 12 and the report on March 15.", article, *lists) is None
    assert judged("The list is due on March 12 and the report on March 19.", article, *lists)
    assert judged("The list is due on March 12 and the report on March 15.", f"{article[:-1]}, 2031.", lists[0])


def test_beside_a_quotation_a_thing_of_somebodys_speaks_for_nobody() -> None:
    says = "Ada Holm said that she referred to the quay, and not to the harbour, when she spoke of “a phony port”."
    article = f"{says} The charge was grave. A smuggler heard it."
    assert judged("Holm said that her charge of “a phony port” had referred to the quay.", article, says) is None
    assert judged("A smuggler said that the talk of “a phony port” had referred to the quay.", article, says)
