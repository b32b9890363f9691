"""What a section does is told from its sentences, each of which meets the test of its type."""

import pytest

from newsclip.language.section_types import (
    TYPES,
    SectionType,
    compiled,
    fitting,
    fitting_type,
    known_types,
    meets,
    recognized,
)

FITS = {
    "the_sentence": "Holm was sentenced to six years in prison.",
    "the_charges": "Tomas Reyl was charged with arson.",
    "the_penalty": "Arson carries up to 20 years in prison.",
    "in_court": "Reyl pleaded not guilty at Orlo Bay Crown Court.",
    "the_goals": "Quist equalised from the penalty spot in the 70th minute.",
    "the_match": "Norvale beat Orlo Bay 3-1 at home.",
    "the_weather": "The Met Office issued a flood warning, and 40mm of rain fell.",
    "the_market": "Shares of the ferry line fell 4 per cent.",
    "the_vote": "The council voted 7-4.",
    "when_it_takes_effect": "The new fares take effect on 1 May.",
    "what_it_costs": "A day ticket costs £12.",
    "the_victims": "Two passengers were killed.",
    "the_injured": "Six others were taken to hospital with minor injuries.",
    "the_suspect": "A man of 40 was arrested at the pier.",
    "what_people_should_do": "Drivers are advised to avoid the harbour road.",
    "what_is_not_known": "It is not yet known why the ferry turned.",
    "the_damage": "The storm destroyed 30 homes.",
    "the_response": "Firefighters arrived within ten minutes.",
    "what_the_footage_shows": "A video taken from the pier shows smoke rising from the ferry.",
    "the_investigation": "Police are investigating the fire.",
    "what_police_say": "Police said the ferry had left too early.",
    "what_prosecutors_say": "Prosecutors said the fire was lit for the insurance.",
    "what_officials_say": "Health officials said the water of the bay is safe.",
    "what_experts_say": "Analysts expect fares to rise.",
    "what_politicians_say": "Lawmakers have accused the ferry line of saving on lifeboats.",
    "what_people_say": "Several residents complained about the noise of the pumps.",
    "critics": "Critics say the plan is too dear.",
    "support": "Mayor Ada Quist welcomed the plan.",
    "the_study": "The study found that gulls sleep on ferries.",
    "the_poll": "The poll found that most residents want a bridge.",
    "the_deal": "The two lines signed a contract for ten years.",
    "what_was_decided": "The council approved the bridge.",
    "what_changes": "Under the new rules, dogs travel free.",
    "the_plan": "The plan would move the market to the pier.",
    "the_money": "The village raised £40,000 for a new boat.",
    "by_the_numbers": "The bridge carries 40,000 cars and 9,000 people a day.",
    "why_it_matters": "It is the first bridge in Orlo Bay since 1874.",
    "how_it_came_to_this": "The vote comes days after a storm that sank two ferries.",
    "the_company": "The company employs 400 people.",
    "what_comes_next": "The council will vote on the ferry on 16 March.",
    "where_things_stand": "The search is continuing.",
    "reactions": "The union of Orlo Bay condemned the plan.",
    "background": "The first bridge was built in 1874 and fell in a storm.",
    "context": "The vote comes after a storm that sank two ferries.",
    "facts_and_figures": "The bridge is 900 metres long.",
}  # fmt: skip


@pytest.mark.parametrize("code", [code for code in TYPES if code in FITS])
def test_a_sentence_of_each_type_meets_its_test(code: str) -> None:
    assert fitting_type(code, [FITS[code]], "en") == SectionType(code, compiled("en")[code].heading)
    assert fitting_type(code, [FITS[code], "Gulls like herring."], "en") is None
    assert fitting_type(code, [], "en") is None


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("the_sentence", "Holm faces up to six years if she is sentenced."),
        ("the_charges", "Reyl takes charge of the ferry line."),
        ("the_penalty", "A penalty and a fine shot in the last minutes won the match."),
        ("what_the_footage_shows", "The music video shows a ferry in the rain."),
        ("what_prosecutors_say", "A former federal prosecutor said the case is weak."),
        ("what_prosecutors_say", "The attorney general said the ferry law is invalid."),
        ("what_experts_say", "Republican strategists said the ferry would cost votes."),
        ("what_officials_say", "A union official said the ferry is safe."),
        ("what_experts_say", "The line earned more than analysts expected."),
        ("what_politicians_say", "Holm told lawmakers that the ferry is safe."),
        ("what_people_say", "Some 40 per cent of residents said they use the ferry."),
        ("the_victims", "Nobody knows whether two passengers were killed."),
        ("the_injured", "No staff were injured."),
        ("the_vote", "The council should have voted 7-4."),
        ("what_it_costs", "The storm cost the town £12 million in damage."),
        ("facts_and_figures", "The council met in 2031, on 4 March, at 9:30."),
        ("facts_and_figures", "It opens on March 4."),
        ("what_comes_next", "“We will vote on Monday,” the mayor said."),
        ("support", "Nobody welcomed the plan."),
        ("background", "Was the first bridge built in 1874?"),
        ("background", "The first bridge was built in 1874.”"),
        ("reactions", "Ada Holm met a man who criticised the plan."),
    ],
)
def test_what_only_looks_like_it_is_refused(code: str, text: str) -> None:
    assert fitting_type(code, [text], "en") is None


SAYS = [
    "Harbour master Ada Holm said the pier is safe.",
    "“It was built of oak,” Holm added.",
    "She also told reporters that the beams were new.",
]


def test_who_says_all_of_it_stands_in_the_heading() -> None:
    assert SectionType("name_says", "What Ada Holm says", "Ada Holm") in fitting(SAYS, "en")
    assert fitting_type("name_says", [*SAYS, "Tomas Reyl said that is untrue."], "en") is None
    assert fitting_type("name_says", SAYS[2:], "en") is None


@pytest.mark.parametrize(
    "text",
    [
        "Holm’s lawyer said the pier is safe.",
        "A lawyer for Holm said the pier is safe.",
        "Holm was told the pier is safe.",
        "The mother of Ada Holm said the pier is safe.",
        "“The pier is safe,” said Holm and Brandt.",
    ],
)
def test_somebody_beside_the_name_is_not_who_says_it(text: str) -> None:
    assert fitting_type("name_says", [text], "en") is None


def test_a_body_says_something_too() -> None:
    said = ["The harbour board said on Monday that the pier is safe.", "It added that the beams are new."]
    assert fitting_type("name_says", said, "en") == SectionType("name_says", "What the harbour board says",
                                                                "the harbour board")  # fmt: skip
    assert fitting_type("name_says", [said[0], "She added that the beams are new."], "en") is None


def test_a_judge_asks_for_code_and_name() -> None:
    assert meets("name_says", "Ada Holm", SAYS, "en")
    assert not meets("name_says", "Tomas Reyl", SAYS, "en")
    assert not meets("nothing", None, SAYS, "en")
    assert not meets("background", None, ["Gulls like herring."], "xx")


def test_a_heading_is_recognized_in_any_language_whatever_its_capitals() -> None:
    assert ("what_comes_next", "en", None) in recognized("What Comes Next")
    assert ("what_comes_next", "de", None) in recognized("So geht es weiter")
    assert ("name_says", "en", "the harbour board") in recognized("What the harbour board says")
    assert recognized("The Council Failed") == []


def test_the_list_of_types_is_closed_and_long() -> None:
    assert len(known_types("en")) >= 25
    assert set(known_types("de")) <= set(TYPES)
    assert known_types("xx") == ()


GERMAN = {
    "the_sentence": "Der Kapitän wurde am Freitag zu zwei Jahren Haft auf Bewährung verurteilt.",
    "the_match": "Orlo gewann zu Hause 3:1.",
    "the_market": "Die Aktie der Reederei verlor 4 Prozent.",
    "when_it_takes_effect": "Die neuen Tarife gelten ab Montag.",
    "the_study": "Die Studie zeigt, dass Möwen auf Fähren schlafen.",
    "the_poll": "Laut einer Umfrage wollen die meisten eine Brücke.",
    "what_was_decided": "Der Stadtrat beschloss den Bau der Brücke.",
    "name_answers": "Bürgermeisterin Ilse Brandt wies die Vorwürfe zurück.",
    "in_court": "Das Landgericht entschied am Freitag, dass die Fähre zu früh ablegte.",
    "the_vote": "Für den Plan stimmten 13 Räte, dagegen 8.",
    "the_victims": "Bei dem Unglück kamen zwei Seeleute ums Leben.",
    "the_injured": "Sechs Fahrgäste wurden leicht verletzt.",
    "the_suspect": "Der Verdächtige soll den Brand im Hafen gelegt haben.",
    "what_is_not_known": "Wie der Brand entstand, ist noch unklar.",
    "the_damage": "Das Lagerhaus wurde von dem Feuer völlig zerstört.",
    "the_investigation": "Die Kriminalpolizei ermittelt zur Ursache des Brandes.",
    "what_police_say": "Laut Polizei fuhr das Schiff ohne Licht.",
    "name_says": "Das Schiff sei alt, sagte Bürgermeisterin Ilse Brandt.",
    "by_the_numbers": "Die Fähre befördert 4.000 Personen und 900 Fahrzeuge am Tag.",
    "what_comes_next": "Der Stadtrat wird am Montag über die Fähre entscheiden.",
    "where_things_stand": "Die Suche nach den Seeleuten dauert an.",
    "background": "Die Fähre wurde im Jahr 1974 gebaut.",
}


def test_german_tells_these_types() -> None:
    assert {*known_types("de")} == {*GERMAN, "facts_and_figures"}


@pytest.mark.parametrize("code", GERMAN)
def test_a_german_sentence_of_each_type_meets_its_test(code: str) -> None:
    found = fitting_type(code, [GERMAN[code]], "de")
    assert found is not None
    assert found.name == ("Ilse Brandt" if code.startswith("name_") else None)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("the_sentence", "Die Anklage forderte, dass er zu zwei Jahren Haft verurteilt wird."),
        ("the_sentence", "Dass er verurteilt wurde, weiß in Orlo jeder."),
        ("the_vote", "Die Räte könnten gegen den Plan stimmen."),
        ("the_victims", "In dem Film kamen zwei Seeleute ums Leben."),
        ("the_victims", "Etwa 18.600 Menschen sind dagegen arbeitslos gemeldet."),
        ("the_injured", "Der Stürmer wurde im Spiel am Knie verletzt."),
        ("the_injured", "Bei dem Sturm wurde niemand verletzt."),
        ("the_suspect", "Nach der Festnahme des Kapitäns im Jahr 2003 brach der Streit aus."),
        ("what_is_not_known", "Das Tor bleibt täglich bis 22 Uhr offen."),
        ("the_investigation", "Die Polizei sucht Fachkräfte für den Hafen."),
        ("what_police_say", "Die Gewerkschaft der Polizei teilte mit, dass Boote fehlen."),
        ("where_things_stand", "Bislang fuhren rund 900 Autos am Tag über die Brücke."),
        ("where_things_stand", "Derzeit sind die Fischer wieder in Orlo."),
        ("background", "Der frühere Hafenmeister fährt wieder zur See."),
        ("what_comes_next", "Der Stadtrat wird nicht am Montag über die Fähre entscheiden."),
    ],
)
def test_a_german_sentence_that_only_looks_like_one_does_not(code: str, text: str) -> None:
    assert fitting_type(code, [text], "de") is None
