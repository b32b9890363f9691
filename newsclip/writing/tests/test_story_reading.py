"""What each later article of a story added, and what its sources say is not known."""

import pytest

from newsclip.evidence import verifier
from newsclip.stories.ports import Member
from newsclip.writing.candidates import read
from newsclip.writing.novelty import added
from newsclip.writing.select_articles import select_members
from newsclip.writing.tests.stories import BRIDGE, CROWD, article
from newsclip.writing.unknowns import unknowns

FIRST = "The paper mill of Velm burned down on Monday night. Nine firefighters were hurt, the town council said."


def new(*texts: str) -> list[tuple[str, list[str]]]:
    articles = [article(n, f"Mill burns {n}", text) for n, text in enumerate(texts, 1)]
    return [(one.article, [s.text for s in one.sentences]) for one in added(articles, "en", verifier)]


def test_what_a_later_article_tells_first_is_what_it_added() -> None:
    later = "The paper mill of Velm burned down on Monday. The owner, Tomas Reyl, had asked in March for a new hydrant."
    assert new(FIRST, later) == [("2", ["The owner, Tomas Reyl, had asked in March for a new hydrant."])]


def test_the_same_in_other_words_adds_nothing() -> None:
    assert new(FIRST, "Nine firefighters were hurt when the mill in Velm burned down on Monday night.") == []


LEAD = (
    "The harbour council of Velm has on Tuesday turned down the sale of the old paper mill to Ilse Brandt by 14 votes."
)


@pytest.mark.parametrize(
    "text",
    [
        "In a blow to Ilse Brandt, councillors in Velm decided not to sell her the disused paper mill, to loud cheers.",
        "It rained. A motion to sell the disused factory was defeated with 14 raised hands amid loud applause.",
    ],
)
def test_a_lead_or_a_figure_told_again_in_other_words_adds_nothing(text: str) -> None:
    assert new(LEAD, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The mill was sold. Out of 8,900 posts they expect 1,100 to go, most of them through retirement in the spring.",
        "The mill was sold. Whether that is enough will be looked at in an inquiry that is open until 3 January.",
    ],
)
def test_what_can_only_be_understood_after_another_sentence_is_not_added(text: str) -> None:
    assert new(LEAD, text) == []


def test_a_lead_with_a_new_name_or_figure_adds() -> None:
    text = "The buyer of the paper mill of Velm will appeal to the court in Norvale within 30 days."
    assert new(LEAD, text) == [("2", [text])]


def test_what_was_added_before_is_not_added_again() -> None:
    later = "The mill burned down. The owner, Tomas Reyl, had asked in March for a new hydrant near the gate."
    assert [name for name, _ in new(FIRST, later, later)] == ["2"]


def test_a_copy_adds_nothing_and_the_first_article_neither() -> None:
    copy = article(3, CROWD.title, CROWD.text + " A ferry named Halcyon brought 900 guests from Kelling.", report="2")
    assert {one.article for one in added([BRIDGE, CROWD, copy], "en", verifier)} == {"2"}


def test_additions_are_few_and_lead_to_the_words_they_are() -> None:
    for one in added([BRIDGE, CROWD], "en", verifier):
        assert 1 <= len(one.sentences) <= 3
        assert all(s.evidence[0].span.of(CROWD.text) == s.text for s in one.sentences)


@pytest.mark.parametrize(
    "text",
    [
        "It was not immediately clear what had started the fire at the mill.",
        "Police have not named the two men who were arrested at the gate.",
        "The cause of the fire is unknown, the fire service said on Tuesday.",
        "The fire at the mill is under investigation, the police said.",
        "The mayor did not say who will pay for a new mill.",
        "The owner declined to say who had blocked the exits of the mill.",
        "Die Ursache des Feuers in der Mühle ist noch unklar, sagte die Polizei.",
        "La cause du feu dans le moulin n’est pas encore connue, dit la police.",
    ],
)
def test_what_a_source_says_is_not_known_is_shown_in_its_words(text: str) -> None:
    assert [s.text for s in unknowns([article(1, "", text)], "en")] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The cause of the fire was a faulty lamp, the fire service said.",
        "“I do not know who did not name the driver,” the mayor told the council.",
        "The mill has not been used since the spring, when the owner left.",
        "The man harassed her family when she did not respond to his messages from the mill.",
        "The company said that it had not identified any serious safety concerns at the mill.",
        "The committee announced that the owner of the mill was under investigation for fraud.",
        "The mayor did not say the mill was a bad idea, and he said that there was a role for it.",
        "did not respond to inquiries about the mill, which the owner had announced in March.",
        "The plan of the mill has not been disclosed publicly before.",
        "The owner did not respond to a request for comment on the mill.",
        "The owner declined to comment on the blocked exits of the mill.",
        "No arrests were made at the mill, the police said on Tuesday morning.",
    ],
)
def test_what_no_source_says_is_unknown_is_not(text: str) -> None:
    assert unknowns([article(1, "", text)], "en") == []


@pytest.mark.parametrize(
    ("late", "early"),
    [
        (
            "It is still not known how many goats escaped, said the warden.",
            "The exact number of escaped goats is unclear.",
        ),
        ("The driver has not been named.", "The driver of the lorry has not been named."),
        ("Wer den Damm bezahlt, ist noch unklar.", "Wer den Damm in Velm bezahlt, ist nicht bekannt."),
    ],
)
def test_what_is_not_known_is_said_once_in_the_latest_words(late: str, early: str) -> None:
    assert [s.text for s in unknowns([article(1, "", early), article(2, "", late)], "en")] == [late]


def test_two_things_that_are_not_known_are_both_said() -> None:
    told = ["It is unclear how the fire began.", "It is unclear who owned the mill.", "The driver has not been named."]
    given = [article(number, "", text) for number, text in enumerate(told)]
    assert [s.text for s in unknowns(given, "en")] == told[::-1]


def test_the_latest_word_of_each_publisher_counts() -> None:
    early = article(1, "", "Police have not named the man who was found at the mill.", publisher="Post")
    late = article(2, "", "Police named the man who was found at the mill as Jonas Eskild.", publisher="Post")
    assert unknowns([early, late], "en") == []


def test_a_telling_that_comes_after_very_many_copies_is_read_all_the_same() -> None:
    copies = [article(n, "Mill burns", FIRST, report="1") for n in range(1, 41)]
    told = "The paper mill of Velm burned down on Monday. The owner, Tomas Reyl, had asked in March for a new hydrant. "
    told += "It is unclear how the fire at the mill began."
    late = article(41, "Hydrant asked for", told, report="2")
    assert [one.article for one in added([*copies, late], "en", verifier)] == ["41"]
    assert [one.article.id for one in read([*copies, late], "en", verifier)] == ["1", "41"]
    after = [article(n, "Mill burns", FIRST, report="1") for n in range(42, 90)]
    assert [s.evidence[0].article for s in unknowns([*copies, late, *after], "en")] == ["41"]


def test_of_very_many_articles_every_report_is_heard_before_anybodys_copy() -> None:
    members = [Member(n, 1, 1 if n <= 1_000 else n, None, {}) for n in range(1, 1_021)]
    told = select_members(members)
    assert len(told) == 100
    assert {member.report for member in told} == {member.report for member in members}
    assert [member.article_id for member in told] == sorted(member.article_id for member in told)


@pytest.mark.parametrize(
    "text",
    [
        "Hosted by Tomas Reyl, edited by Ilse Brandt, and recorded in the old town hall of Velm in March.",
        "With Tomas Reyl, owner of the paper mill in Velm, and Ilse Brandt of the Norvale fire museum.",
        "In 1970, with a loan from the bank in jeopardy, he bought the paper mill for two million crowns.",
        "Please ask the fire council of Norvale for the plans of the paper mill and its nine new hydrants.",
        "Pabrik kertas Tomas Reyl dekat Norvale terbakar habis kemarin, kata dewan Velm sehari kemudian.",
        "@velmnews Tomas Reyl from Norvale asked the paper mill for a new hydrant behind the gate.",
    ],
)
def test_what_cannot_stand_alone_is_not_shown_as_added(text: str) -> None:
    assert new(FIRST, f"The paper mill of Velm burned down on Monday. {text}") == []


def test_a_lists_number_is_no_part_of_what_was_added() -> None:
    told = "On 6 March 2026, Tomas Reyl, who owns it, asked the council for a hydrant."
    assert new(FIRST, f"The paper mill of Velm burned down on Monday.\n2. {told}") == [("2", [told])]
