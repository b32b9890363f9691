"""Which quotations stand apart: those of whom readers are told something come first."""

import pytest

from newsclip.evidence import verifier
from newsclip.evidence.document import Paragraph, Quote, SourceArticle
from newsclip.kernel.spans import Passage, digest_of
from newsclip.writing.extractive.material import Material, ToldSoFar, lay_out
from newsclip.writing.extractive.needs import needs_of
from newsclip.writing.extractive.pull_quotes import PullQuote, behind_introductions, best_first, candidates, given, pull
from newsclip.writing.extractive.sections import with_quotations
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import BRIDGE, CROWD, article, embed

SAID = "“The new pier of Orlo has cost us more than the whole of the old harbour ever did,” said {}."


@pytest.mark.parametrize(
    ("first", "second"),
    [("Ada Quist", "Ilse Holm, the harbour master"), ("Petra", "Ilse Holm")],
)
def test_a_speaker_of_whom_more_is_told_comes_first(first: str, second: str) -> None:
    other = SAID.replace("pier of Orlo", "quay of Velm")
    given = article(1, "", f"{SAID.format(first)}\n{other.format(second)}", language="en")
    material = lay_out(Assigned("c1", "1", "", 1, (given,)), "en", embed, verifier)
    assert [one.quote.speaker for one in best_first(material, candidates(material))] == ["Ilse Holm", first]


def test_somebody_of_whom_the_clip_tells_comes_before_a_stranger() -> None:
    lead = "The council of Orlo closed its old pier on Monday, though Ilse Holm had spoken against it.\n\n"
    quay = SAID.replace("pier of Orlo", "quay of Velm")
    given = article(1, "", f"{lead}{quay.format('Ada Quist')}\n\n{SAID.format('Ilse Holm')}", language="en")
    material = lay_out(Assigned("c1", "1", "", 1, (given,)), "en", embed, verifier)
    told = ToldSoFar().with_lines(material, [0])
    assert [one.quote.speaker for one in pull(material, needs_of(material), told, most=1)] == ["Ilse Holm"]


def test_a_stranger_speaks_only_where_nobody_else_does() -> None:
    lead = "The council of Orlo closed its old pier on Monday, though Ilse Holm had spoken against it.\n\n"
    stranger = SAID.replace("pier of Orlo", "quay of Velm").format("Ada Quist")
    known = OURS.format("Ilse Holm")
    assert speakers(laid(f"{lead}{stranger}\n\n{known}"), 0) == ["Ilse Holm"]
    assert speakers(laid(f"{lead}{stranger}"), 0) == ["Ada Quist"]
    assert speakers(laid(f"{lead}{stranger[:-1]}, a pilot whose boats lie there.\n\n{known}"), 0) == [
        "Ada Quist",
        "Ilse Holm",
    ]


ONWARD = "“But nobody who lives on this quay has asked for a bridge of stone so far,” {} said."
PLAIN = "Ilse Holm said the harbour has 40 cranes on its western quay."
LEAD = "The council of Orlo closed its old pier on Monday, and the ferry stops.\n\n"
LONG = "“The speed at which {} leave the harbour of Orlo in the storm of Sunday night{}” said Ilse Holm."
OURS = "“We have to find a new way across this bay before the winter comes,” said {}."


def laid(*texts: str) -> Material:
    given = tuple(article(number, "", text, language="en") for number, text in enumerate(texts, 1))
    return lay_out(Assigned("c1", "1", "", 1, given), "en", embed, verifier)


def speakers(material: Material, *told: int) -> list[str | None]:
    before = ToldSoFar().with_lines(material, told)
    return [one.quote.speaker for one in pull(material, needs_of(material), before, most=2)]


@pytest.mark.parametrize(("end", "pulled"), [(".", []), (" frightens me,", ["Ilse Holm"])])
def test_half_a_thought_is_no_quotation(end: str, pulled: list[str]) -> None:
    assert speakers(laid(LEAD + LONG.format("boats", end)), 0) == pulled


@pytest.mark.parametrize(
    "said",
    [
        "We look forward to many more years of work with all of our friends in Orlo",
        "The safety of everybody who lives in this town is and will be our top priority",
        "We seek the patience and the cooperation of everybody who lives in this town",
        "You said that nobody who lives on this quay wants a fence around the harbour",
    ],
)
def test_what_anybody_may_say_is_not_printed_by_itself(said: str) -> None:
    assert speakers(laid(f"{LEAD}“{said},” said Ilse Holm."), 0) == []


def test_what_several_publishers_print_comes_first() -> None:
    pier, quay = SAID.format("Ada Quist"), OURS.format("Ilse Holm")
    alone, by_two = laid(f"{pier}\n{quay}"), laid(f"{pier}\n{quay}", f"{LEAD}{quay}")
    assert best_first(alone, candidates(alone))[0].quote.speaker == "Ada Quist"
    assert best_first(by_two, candidates(by_two))[0].quote.speaker == "Ilse Holm"


def test_one_speaker_whom_publishers_spell_differently_speaks_once() -> None:
    one, other = LEAD + SAID.format("Ada Quistski"), LEAD.replace("pier", "quay") + OURS.format("Ada Quistskij")
    material = laid(one, other)
    firsts = [i for i, line in enumerate(material.lines) if not line.place]
    assert len(speakers(material, *firsts)) == 1


def test_what_points_back_stands_right_behind_what_it_is_about() -> None:
    this = "“This is certainly not what the harbour of Orlo was hoping to get from us,” said Ilse Holm."
    assert speakers(laid(LEAD + this), 0) == ["Ilse Holm"]
    assert speakers(laid(LEAD + "Sailors sent a letter to the port on Sunday.\n\n" + this), 0) == []


def test_the_words_of_a_line_that_is_told_are_no_quotation_besides() -> None:
    of_few_words = "“It is what it is, and we are where we are,” said Ilse Holm."
    material = laid(LEAD + of_few_words + "\n\nThe boats of Orlo lay still on Sunday.")
    assert speakers(material, 0) == ["Ilse Holm"]
    assert speakers(material, 0, 1) == []


@pytest.mark.parametrize(
    ("before", "speaker", "role"),
    [
        ("Norvale volcanologist Ilse Holm came to Orlo on Monday.", "Holm", "Norvale volcanologist"),
        ("Velm University President Ilse Holm came to Orlo on Monday.", "Holm", "Velm University President"),
        ("On Monday the new harbour master, Ilse Holm, came to Orlo.", "Holm", "new harbour master"),
        ("Ilse Holm, author of When Rivers Rise, came to Orlo.", "Holm", "author of When Rivers Rise"),
        ("As we wrote in the local paper, Ilse Holm came to Orlo.", "Holm", None),
        ("The head of the Institute of Norvale Rivers President Ilse Holm came to Orlo.", "Holm", None),
        ("The centre's president, Ilse Holm, came to Orlo on Monday.", "Holm", None),
        ("It ended with a plea. Mr Ilse Holm came to Orlo on Monday.", "Holm", None),
        ("Rep. Ilse Holm came to Orlo on Monday.", "Holm", None),
        ("Volcanologist Ilse Holm met baker Jakob Holm in Orlo on Monday.", "Holm", None),
        ("Ilse Holm came to Orlo on Monday.", "Holm", None),
    ],
)
def test_a_speaker_has_the_role_that_the_first_mention_of_the_name_gives(
    before: str, speaker: str, role: str | None
) -> None:
    material = laid(f"{before}\n\n{OURS.format(speaker)}")
    (pulled,) = candidates(material)
    assert pulled.quote.role == role
    quote = given(pulled.quote, material.readings[0].article, verifier)
    assert quote
    assert quote.role == role


@pytest.mark.parametrize(
    ("between", "pulled"),
    [("", ["Ada Quist"]), ("“We wait,” said Ada Quist. ", [])],
)
def test_a_quotation_that_goes_on_stands_right_behind_what_it_goes_on_from(between: str, pulled: list[str]) -> None:
    assert speakers(laid(f"{LEAD}{PLAIN}\n\n{between}{ONWARD.format('Ada Quist')}"), 0, 1) == pulled


def test_a_paragraph_ends_for_a_quotation_that_goes_on_from_it() -> None:
    lines = [PLAIN, "A storm of Sunday broke nine boats.", "They lie in the bay.", "Divers of Velm come in May."]
    material = laid(LEAD + "\n\n".join(lines))
    here = Passage("1", 1, 0, 5, digest_of(material.readings[0].article.text[:5]))

    def kinds(behind: int, words: str) -> list[str]:
        quotation = PullQuote(Quote(words, "Ada", (here,)), 0, 0, behind=behind)
        told = [((1, 2, 3, 4), Paragraph(tuple(material.lines[i].told for i in (1, 2, 3, 4))))]
        return [block.kind for block in with_quotations(material, told, [quotation])]

    assert kinds(1, "But we wait") == ["paragraph", "quote", "paragraph"]
    assert kinds(1, "We wait") == ["paragraph", "quote"]
    assert kinds(2, "But we wait") == ["paragraph"]  # "They" would mean whoever speaks


OLIN = "The manager of the Velm cannery, Marta Olin, said sales of herring rose by 30 percent within a year."


@pytest.mark.parametrize(
    ("line", "behind"), [(OLIN, 1), (OLIN.replace("Marta Olin", "Ada Quist"), 0)], ids=["introduces her", "does not"]
)
def test_a_quotation_stands_behind_the_line_that_introduces_its_speaker(line: str, behind: int) -> None:
    material = laid(LEAD + OURS.format("Marta Olin"), line)
    told = (0, next(i for i, one in enumerate(material.lines) if one.told.text == line))
    pulled = pull(material, needs_of(material), ToldSoFar().with_lines(material, [0]), most=1)
    assert [one.quote.speaker for one in pulled] == ["Marta Olin"]
    assert [told.index(one.behind) for one in behind_introductions(material, pulled, told)] == [behind]


def pulled(*articles: SourceArticle) -> list[Quote]:
    """The quotations of articles of which the clip tells all else."""
    material = lay_out(Assigned("c1", "1", "", 1, articles), "en", embed, verifier)
    others = [i for i, line in enumerate(material.lines) if "“" not in line.told.text]
    told = ToldSoFar().with_lines(material, others)
    return [one.quote for one in pull(material, needs_of(material), told, most=2)]


def test_pull_quotes_have_their_speaker() -> None:
    speakers = [quote.speaker for quote in pulled(BRIDGE, CROWD)]
    assert len(set(speakers)) == len(speakers) == 2
    assert set(speakers) < {"Ilse Brandt", "Tomas Reyl", "Marta Olin"}


def test_every_quote_is_shown_without_its_marks() -> None:
    assert all(isinstance(q, Quote) and q.text[0] not in "“\"'" for q in pulled(BRIDGE, CROWD))


def test_one_saying_in_two_publishers_marks_is_pulled_once() -> None:
    said = "“It was like the dentist{}s drill, and it was for me,” said Marta Olin."
    texts = [f"The quake shook {what} on Monday.\n\n{said.format(mark)}" for what, mark in (
        ("Orlo Bay and its old harbour", "’"), ("the coast near Orlo Bay, the mayor said", "'"))]  # fmt: skip
    assert len(pulled(*(article(k, f"Quake shakes Orlo Bay {k}", text) for k, text in enumerate(texts, 1)))) == 1


def test_what_the_text_says_in_quotation_marks_is_not_pulled_too() -> None:
    material = laid(f"{LEAD}{PLAIN}\n\n{OURS.format('Ilse Holm')}")
    assert speakers(material, 0, 1) == ["Ilse Holm"]
    assert speakers(material, 0, 1, 2) == []
