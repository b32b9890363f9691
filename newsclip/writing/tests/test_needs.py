"""A line is told where its reader knows whom and what it speaks of, and what it replies to."""

from dataclasses import replace

import pytest

from newsclip.evidence import verifier
from newsclip.writing.cleaning import leans, unfit, without_connective
from newsclip.writing.extractive.material import Material, ToldSoFar, lay_out
from newsclip.writing.extractive.needs import Known, Needs, needs_of
from newsclip.writing.extractive.parts import ending
from newsclip.writing.extractive.summary import summarize
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import article, embed

LEAD = "The harbour of Orlo was shut on Monday after a storm broke the quay."
MANAGER = "Bram Holm, who manages the harbour, told sailors to wait for a day."
POLICE = "The Orlo Harbour Police (OHP) sent two of its boats to the broken quay."


def read(*lines: str, title: str = "Storm shuts harbour", language: str = "en") -> tuple[Material, Needs]:
    given = replace(article(1, title, "\n\n".join(lines)), language=language)
    material = lay_out(Assigned("c1", "1", "", 1, (given,)), language, embed, verifier)
    return material, needs_of(material)


def last(*lines: str, title: str = "Storm shuts harbour", language: str = "en") -> dict[str, int]:
    """What the last line needs, and the line that has it."""
    return dict(read(*lines, title=title, language=language)[1].terms[-1])


@pytest.mark.parametrize(
    "line",
    [
        "Holm said so again in May.",
        "For Holm, it was late.",
        "But Holm had said so.",
        "Sailors of Orlo praised Holm's answer.",
        "Sailors of Orlo wrote to Holm.",
    ],
)
def test_a_last_name_needs_the_line_with_the_full_name(line: str) -> None:
    assert last(LEAD, MANAGER, line) == {"=Holm": 1}


@pytest.mark.parametrize(
    ("brought_in", "line", "needed"),
    [
        ("Sailors put up a poster at the town hall.", "The poster states that ships must wait.", {"poster"}),
        ("Some divers looked at the pillars of the quay.", "The divers first measured its stones.", {"diver"}),
        ("Some divers looked at the pillars of the quay.", "The divers linked to Velm measured its stones.", set()),
    ],
)
def test_a_verb_that_looks_like_a_noun_or_adjective_hides_no_need(brought_in: str, line: str, needed: set[str]) -> None:
    assert set(last(LEAD, brought_in, line)) == needed


@pytest.mark.parametrize(
    "line", ["Captain Holm said so again.", "The lawyer Holm said so.", "Bram Holm said so again."]
)
def test_a_name_that_the_line_explains_needs_nothing(line: str) -> None:
    assert last(LEAD, MANAGER, line) == {}


def test_a_last_name_that_is_a_common_word_needs_the_full_one() -> None:
    assert last(LEAD, "Joseph Sellers, a lawyer, came by boat.", "Sellers said that it was late.") == {"=Sellers": 1}


def test_a_name_that_may_be_a_word_is_somebodys_where_the_article_calls_him_mr() -> None:
    assert last(LEAD, "Jack Levin, who runs the port, came by boat.", "Mr. Levin said that it was late.") == {
        "=Levin": 1
    }


@pytest.mark.parametrize(
    "told",
    [
        "Tony Kilim was held on Tuesday.",  # "tony" is a word
        "The House Majority Whip Tamas Kilim came by boat.",
        "Sailors trust in Tamas Kilim.",
        "They waited for Tamas Kilim 10 minutes on the quay.",
    ],
)
def test_a_full_name_counts_whatever_stands_around_it(told: str) -> None:
    assert last(LEAD, told, "Sailors of the town praised Kilim's answer.") == {"=Kilim": 1}


def test_what_is_told_by_in_is_a_place() -> None:
    assert last(LEAD, "Barges of Tamas Kilim lay off Tern.", "Ships in Kilim left.", "Sailors left Kilim.") == {}


def test_mr_before_a_last_name_tells_nobody_who_it_is() -> None:
    assert last(LEAD, MANAGER, "Mr Holm said so again in May.") == {"=Holm": 1}


def test_the_last_name_may_stand_first() -> None:
    keeper = "Lim Ah Kow, who keeps the light of Orlo, shut the port."
    assert last(LEAD, keeper, "Mr Lim said that it was late.") == {"=Lim": 1}
    assert last(LEAD, keeper, "Sailors thanked Lim for it.", "Earlier this month, Lim made headlines.") == {"=Lim": 1}


def test_who_is_introduced_where_the_clip_cannot_say_it_is_not_named() -> None:
    lines = ["Will Bram Holm, the harbour master, shut it again?", LEAD, "Holm said so again in May."]
    assert last(*lines) == {"=Holm": -1}


def test_a_name_with_which_its_article_begins_is_known() -> None:
    assert last(LEAD, MANAGER, "Holm said so again in May.", title="Holm shuts harbour") == {}


def test_where_no_line_has_the_full_name_nothing_is_asked() -> None:
    assert last(LEAD, "Holm said so again in May.", "It fell to Bram Holm to shut it.") == {}


def test_the_headlines_first_name_tells_whose_last_name_it_is() -> None:
    _, needs = read(LEAD, MANAGER, "Holm said so again in May.")
    assert needs.unmet(2, Known(frozenset({"holm"}))) == ["=Holm"]
    assert needs.unmet(2, Known(frozenset({"bram", "holm"}))) == []


@pytest.mark.parametrize("line", ["Boats of the OHP were late.", "The OHP's boats were late."])
def test_a_short_form_needs_the_line_that_spells_it_out(line: str) -> None:
    assert last(LEAD, POLICE, line) == {"=OHP": 1}


def test_a_short_form_of_common_words_needs_the_line_that_spells_it_out() -> None:
    told = "The town wants an automated rapid transit (ART) line and pays skippers, pilots and mates (SPM) more."
    assert last(LEAD, told, "A firm proposed ART for the old town.") == {"=ART": 1}
    assert last(LEAD, told, "Boats of the SPM were late again.") == {"=SPM": 1}
    assert last(LEAD, "The town wants a rapid line (ART) soon.", "A firm proposed ART for the old town.") == {}


def test_a_short_form_in_the_title_still_needs_the_line_that_spells_it_out() -> None:
    assert last(LEAD, POLICE, "The OHP asked for help.", title="OHP sends boats") == {"=OHP": 1}


def test_a_short_form_that_is_spelt_out_later_waits_for_nothing_above() -> None:
    _, needs = read(LEAD, "The OHP asked for help on Tuesday.", POLICE)
    assert needs.terms[1] == {"=OHP": -1}


def test_what_retells_the_line_that_spells_it_out_does_not_explain_a_short_form() -> None:
    _, needs = read(LEAD, POLICE, "The OHP asked for help.")
    assert needs.unmet(2, Known(retold=frozenset({1}))) == ["=OHP"]
    _, needs = read(LEAD, MANAGER, "Holm said so again in May.")
    assert needs.unmet(2, Known(retold=frozenset({1}))) == []


def test_a_short_form_may_be_a_word() -> None:
    union = "The Association of Women for Action and Research (Aware) sent a letter."
    assert last(LEAD, union, "In 2010, Aware had called it unfair.") == {"=Aware": 1}


@pytest.mark.parametrize("spelt", ["The quay (OHP) is old and made of stone.", "Bram Holm of Orlo (OHP) came by boat."])
def test_brackets_behind_other_words_spell_nothing_out(spelt: str) -> None:
    assert last(LEAD, spelt, "Boats of the OHP were late.") == {}


@pytest.mark.parametrize(
    "line",
    [
        "Ships left under this rule.",
        "Sailors came to hate these rules.",
        "Sailors made this rule public in May.",
        "The announcement was met with anger in Orlo.",
        "The tired crews were met with anger in Orlo.",
        "After the announcement, crews went home.",
        "Ships that wait off Tern have also been told so.",
    ],
)
def test_a_line_that_sums_up_the_one_before_is_tied_to_it(line: str) -> None:
    assert read(LEAD, "Nobody may leave before noon.", line)[1].tied == {2}


@pytest.mark.parametrize(
    "line",
    [
        "This week the port is shut.",
        "This quay is old.",
        "Sailors said “this rule” was old.",
        "The decision to shut the port came late.",
        "After the decision to shut it, crews left.",
        "In the first half, crews had stayed at home.",
        "The government is glad of it.",
        "The harbour's gates were shut.",
        "The Orlo pilots were angry.",
        "Anger at the announcement was great in Orlo.",
        "The storm was the worst in years.",
        "Ada Quist, who also owns a boat, was angry.",
        "Bram Holm also told sailors to wait.",
        "Holm said the port was “also shut” to boats.",
    ],
)
def test_this_week_and_what_was_told_before_tie_nothing(line: str) -> None:
    assert not read(LEAD, "Nobody may leave before noon.", line)[1].tied


def test_a_tied_line_ends_no_clip() -> None:
    lines = [
        LEAD,
        MANAGER,
        POLICE,
        "Ships will wait until 12 March.",
        "The harbour of Orlo will open again in May under this levy.",
    ]
    material, needs = read(*lines)
    told, free = ToldSoFar().with_lines(material, [0, 1]), replace(needs, tied=frozenset())
    assert needs.tied == {4}
    assert 4 in ending(material, free, told, frozenset())[1]
    assert 4 not in ending(material, needs, told, frozenset())[1]


def test_a_line_that_needs_another_does_not_lead() -> None:
    material, needs = read("A paper on the old quay came out.", "The paper calls the old quay of Orlo unsafe and weak.")
    hungry = replace(needs, terms=({"paper": -1}, {"paper": -1}))
    assert summarize(material, hungry, "Old quay of Orlo is unsafe and weak", 0).lines[0] == 0


@pytest.mark.parametrize(
    "text",
    [
        "A new jury was called in May, but they, too, could not agree.",
        "Two more ports of the bay were shut for the day as well.",
        "Justice Anton Brenn was unconvinced.", "The union in Orlo disagreed.",
        "The mayor dismissed the criticism and said the quay was safe.",
        "Holm added: “He is a good skipper.”",
        "Holm added that it would open in May.", "“It can help,” Mr. Holm added.",
        "All four officers were awake when they were found.",
        "Over the next two days, the storm broke three more quays.", "Velm asked for the same.",
        "Ms Quist then shut the second quay to all ships.", "“He was found at noon,” the statement said.",
    ],
)  # fmt: skip
def test_a_reply_or_an_addition_needs_the_line_before_it(text: str) -> None:
    assert leans(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm disagreed with the mayor of Orlo on Monday.", "Too many boats were in the port.",
        "The mayor dismissed the criticism of the port's union.", "Orlo Ferries added 500 seats on Monday.",
        "Over the next two days, heavy rain will fall.", "Ms Quist wants more of the same.",
    ],
)  # fmt: skip
def test_what_says_to_whom_it_replies_stands_alone(text: str) -> None:
    assert not leans(text)


@pytest.mark.parametrize(
    "text",
    [
        "The harbour was shut for two reasons.", "There was only one other problem.",
        "Holm isn't the only skipper with plans for it.", "Other cab drivers focused on what people should do.",
        "The reasons are as follows, Holm said.", "The police told sailors the following.",
        "The case raises at least three questions: .",
    ],
)  # fmt: skip
def test_an_announcement_without_what_it_announces_is_not_told(text: str) -> None:
    assert unfit(text) == "announcement"


@pytest.mark.parametrize(
    "text",
    [
        "Ferries sailed again the following day.",
        "Holm is not the only skipper.",
        "The roof was not the only thing to be torn off at Orlo on Monday as a gust took the hat of mayor Ilse Brandt.",
    ],
)
def test_what_announces_nothing_is_told(text: str) -> None:
    assert not unfit(text)


def test_now_is_not_cut_from_the_front() -> None:
    assert without_connective("Now, crew may take two weeks of leave.")[1] is None


GERMAN = ("Der Hafen von Orlo ist gesperrt.", "Taucher fanden ein Grab und eine Person.")


@pytest.mark.parametrize(
    ("language", "lines", "term"),
    [
        ("de", (*GERMAN, "Der Name der bestatteten Person fehlt noch."), "person"),
        ("de", (*GERMAN, "Dieses Grab stammt aus der Frühzeit."), "grab"),
        ("fr", ("Le port est fermé.", "Un navire a coulé hier soir.", "Le navire venait alors du nord."), "navir"),
        ("es", ("El muelle cerró.", "Un barco se hundió ayer.", "El barco venía cargado ayer."), "barc"),
        ("it", ("Il molo chiuse.", "Un traghetto affondò ieri sera.", "Il traghetto veniva dal nord."), "traghett"),
        ("pt", ("O cais fechou.", "Um barco afundou ontem ali.", "O barco vinha bem carregado."), "barc"),
    ],
)  # fmt: skip
def test_nouns_of_other_languages_need_the_line_that_brought_them_in(
    language: str, lines: tuple[str, ...], term: str
) -> None:
    assert term in last(*lines, language=language)


def test_a_german_noun_that_is_explained_is_familiar_or_a_name_needs_nothing() -> None:
    line = "Die Person, die Polizei und der Holm von Orlo waren am Montag dort."
    assert last(*GERMAN, "Ada Holm kam mit der Polizei.", line, language="de") == {}
