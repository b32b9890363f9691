"""A country is a hashtag where a story is of it, also by its people, and no part of another name."""

import pytest

from newsclip.adapters.embedded.static_vectors import StaticVectors
from newsclip.language.places import places
from newsclip.writing.tags import ClipText, tag, tag_story
from newsclip.writing.tags.articles import Article

EMBEDDER = StaticVectors()


def tags(title: str, text: str, language: str = "en") -> tuple[str, ...]:
    return tag(title, text, embedder=EMBEDDER, language=language).hashtags


def test_who_acts_is_told_by_the_word_for_the_people_where_the_country_is_named() -> None:
    skaters = (
        "The Norwegian skaters Ada Quist and Ole Brandt won in Orlo Bay on Friday. Norway sends four more. "
        "The Norwegian pair trained in Sweden for a year."
    )
    clip = ClipText("Norwegian pair wins in Orlo Bay", "The Norwegian skaters Ada Quist and Ole Brandt won on Friday.")
    chosen = tag_story([Article("Norwegian pair wins", skaters)], embedder=EMBEDDER, told=clip).hashtags
    assert "#Norway" in chosen
    assert "#Sweden" not in chosen


def test_of_a_country_that_is_not_named_its_people_make_no_hashtag() -> None:
    text = "A Norwegian tourist lost her bag in Orlo Bay. The Norwegian woman asked the harbour office in Orlo Bay."
    assert "#Norway" not in tags("Tourist loses bag", text)


def test_a_country_is_no_part_of_a_longer_name_that_is_told_once() -> None:
    text = (
        "The storm nears Malta. Rain fell on Malta, said the Malta Weather Service. Malta closed its schools. "
        "Ferries to Malta stay in the harbour."
    )
    assert "#Malta" in tags("Storm nears Malta", text)


@pytest.mark.parametrize("name", ["Jordan", "Israel"])
def test_a_person_who_is_called_like_a_country_is_none(name: str) -> None:
    text = f"Michael {name} opened the harbour. {name} spoke for an hour. “It is done,” {name} said in Orlo Bay."
    assert not [place for place in tags(f"{name} opens harbour", text) if place == f"#{name}"]


def test_where_all_nouns_have_capitals_a_country_of_one_word_is_found() -> None:
    text = (
        "Russische Schiffe liegen vor Orlo. Russland schickt drei weitere. Richtung Ukraine fährt keines. "
        "Die Ukraine warnt. Russlands Flotte übt bis Freitag."
    )
    chosen = tags("Russische Schiffe vor Orlo", text, "de")
    assert {"#Russland", "#Ukraine"} <= set(chosen)
    assert not {"#RichtungUkraine", "#RusslandsFlotte"} & set(chosen)


def test_the_country_that_most_papers_are_of_is_a_hashtag_only_where_a_headline_names_it() -> None:
    text = "In Deutschland kostet die Fähre mehr. Die Fähre nach Orlo fährt in Deutschland seit Mai."
    assert "#Deutschland" not in tags("Die Fähre wird teurer", text, "de")
    assert "#Deutschland" in tags("Deutschlands Fähren werden teurer", text, "de")


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("A North Korean ship left South Korea.", "en", ["North Korea", "South Korea"]),
        ("The UK-based firm is in the UK.", "en", ["United Kingdom"]),
        ("Die Ukraine-Hilfe kommt aus Österreichs Norden.", "de", ["Ukraine", "Österreich"]),
        (
            "Las tropas norcoreanas, EE. UU. y Corea del Norte.",
            "es",
            ["Corea del Norte", "Estados Unidos", "Corea del Norte"],
        ),
        ("A Coreia do Norte e os russos.", "pt", ["Coreia do Norte", "Rússia"]),
        ("Les soldats nord-coréens quittent l’Ukraine.", "fr", ["Corée du Nord", "Ukraine"]),
        ("Le navi russe lasciano gli USA.", "it", ["Russia", "Stati Uniti"]),
        ("Norway", "xx", []),
    ],
)
def test_places_are_found_by_name_by_people_and_as_owners(text: str, language: str, found: list[str]) -> None:
    assert [place.of for place in places(text, language)] == found


def test_ranks_and_states_in_short_are_no_hashtags() -> None:
    text = "The Duke came to Orlo, Minn., by ferry. The Duke met Ada Quist. Ada Quist lives in Orlo, Minn., too."
    assert not {"#Duke", "#Minn"} & set(tags("Duke visits Orlo, Minn.", text))


def test_a_last_name_alone_is_a_person_before_a_firm() -> None:
    text = (
        "Steve Quist sold a ferry on Friday. Quist had bought it in May. The buyer is unknown, said a spokesman for "
        "Quist Resorts Ltd. Quist keeps two more ferries, and Quist will sell them in June."
    )
    chosen = tags("Quist sells a ferry", text)
    assert "#SteveQuist" in chosen
    assert "#QuistResortsLtd" not in chosen


def test_a_saint_is_a_part_of_the_name_of_a_town() -> None:
    text = "The harbour of St. Orlo closed on Friday. Ships wait before St. Orlo. St. Orlo hopes for Monday."
    assert "#StOrlo" in tags("Harbour closes", text)


def test_a_noun_that_says_what_something_is_is_no_part_of_its_name_in_german() -> None:
    text = (
        "Das neue Zahlungssystem Orlopay startet im Mai. Läden nehmen das neue Zahlungssystem Orlopay. Orlopay ist da."
    )
    chosen = tags("Orlopay startet", text, "de")
    assert "#Orlopay" in chosen
    assert "#ZahlungssystemOrlopay" not in chosen


def test_a_noun_that_says_too_little_is_no_hashtag_in_german() -> None:
    text = "Die Gemeinde baut eine Seilbahn. Die Gemeinde will die Seilbahn im Mai eröffnen. Die Seilbahn ist neu."
    chosen = tags("Gemeinde baut Seilbahn", text, "de")
    assert "#Seilbahn" in chosen
    assert "#Gemeinde" not in chosen


@pytest.mark.parametrize(
    ("language", "chosen", "text"),
    [
        ("es", "#CoreaDelNorte", "Corea del Norte cierra el puerto. Tropas norcoreanas llegan al puerto."),
        ("pt", "#CoreiaDoNorte", "A Coreia do Norte fecha o porto. Tropas norte-coreanas chegam ao porto."),
        ("fr", "#CoréeDuNord", "La Corée du Nord ferme le port. Des soldats nord-coréens arrivent au port."),
        ("it", "#CoreaDelNord", "La Corea del Nord chiude il porto. Truppe nordcoreane arrivano al porto."),
    ],
)
def test_a_country_of_several_words_is_whole_in_other_languages(language: str, chosen: str, text: str) -> None:
    assert chosen in tags("", text, language)


def test_without_a_pack_what_may_be_two_names_or_a_form_of_one_is_no_hashtag() -> None:
    text = (
        "Открыт мост через залив, сообщила мэр Ада Квист. По мосту ездят машины, сказала Ада Квист. "
        "Речь произнесла глава Орлобея Мира Хольм. В праздник играл оркестр Вельмы Рут Брандт."
    )
    assert tags("В городе открыт мост", text, "ru") == ("#АдаКвист",)
