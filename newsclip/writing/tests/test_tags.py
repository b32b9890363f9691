"""Hashtags are a story's people, places, bodies and themes; one tag a concept."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclip.adapters.embedded.static_vectors import StaticVectors
from newsclip.writing.tags import ClipText, Tags, tag, tag_story
from newsclip.writing.tags.articles import Article
from newsclip.writing.tags.hashtags import camel
from newsclip.writing.tests.stories import article, clip_of

EMBEDDER = StaticVectors()
TITLE = "Kelmouth ferry subsidy ends"
TEXT = (
    "Harbour master Ilse Brandt told the Port Council on Monday that the ferry subsidy would end in March. "
    "“We cannot pay for empty boats,” Brandt said. The ferry subsidy costs 4 million crowns a year in Kelmouth. "
    "Ilse Brandt’s plan for Kelmouth cuts night ferries, and the ferry subsidy goes to the night buses."
)


def told(title: str = TITLE, text: str = TEXT, **given_: str) -> Tags:
    return tag(title, text, embedder=EMBEDDER, **given_)


@pytest.mark.parametrize(
    ("words", "tag_"),
    [
        ("U.S. relations", "USRelations"),
        ("Ilse Brandt’s", "IlseBrandt"),
        ("Jean-Luc O’Neal", "JeanLucONeal"),
        ("São Tomé", "SãoTomé"),
        ("drug trafficking", "DrugTrafficking"),
    ],
)
def test_a_hashtag_is_written_in_camel_case(words: str, tag_: str) -> None:
    assert camel(words) == tag_


def test_three_to_six_hashtags_name_people_places_and_themes() -> None:
    tags = told().hashtags
    assert 3 <= len(tags) <= 6
    assert {"#IlseBrandt", "#Kelmouth", "#FerrySubsidy"} <= set(tags)


def test_a_person_under_two_names_has_one_hashtag() -> None:
    assert sum("Brandt" in tag_ for tag_ in told().hashtags) == 1


def test_weekdays_months_and_numbers_are_no_hashtags() -> None:
    joined = " ".join(told().hashtags)
    assert not any(word in joined for word in ("Monday", "March", "4", "Million"))


def test_key_phrases_are_ten_at_most_and_say_what_it_is_about() -> None:
    phrases = told().keyphrases
    assert len(phrases) <= 10
    assert "ferry subsidy" in {phrase.lower() for phrase in phrases[:3]} or "ferry subsidy" in phrases[0].lower()


def test_a_name_that_more_publishers_share_comes_first() -> None:
    class Page:
        section = url = ""
        language = "en"
        title = ""

        def __init__(self, text: str) -> None:
            self.text = text

    pages = [
        Page("Reporters saw Tom Arrow near Dunholm. Tom Arrow waved. Ada Quist spoke."),
        Page("Ada Quist spoke about the new pier in Dunholm."),
        Page("The pier will be built, Ada Quist said in Dunholm."),
    ]
    tags = tag_story(pages, embedder=EMBEDDER).hashtags
    assert "#AdaQuist" in tags[:2]
    assert "#Dunholm" in tags[:2]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("STRASBOURG (CW) — The ferry talks of Ada Quist failed. Ada Quist left the ferry talks.", "#STRASBOURG"),
        ("Voters met Ada Quist. Many voters in Dunholm like Ada Quist.", "#Voters"),
        ("VIEW ALL OFFERS\n\nAda Quist left Dunholm. Ada Quist waved.", "#VIEWALLOFFERS"),
        ("He saw Norvale Ada Quist wave. Ada Quist loves Norvale, and Norvale her.", "#NorvaleAdaQuist"),
        ("Many Vellanders love Velland. Ada Quist left Velland to the Vellanders.", "#Vellanders"),
        ("The port lost R4bn. Where R4bn went, Ada Quist asked. Of R4bn, Ada Quist found none.", "#R4bn"),
        ("ROME (CW) — The ferry talks of Ada Quist failed. Ada Quist left the ferry talks.", "#ROME"),
        ("The Velland Crown Prince met Ada Quist. Ada Quist thanked the Velland Crown Prince.", "#VellandCrown"),
        ("Ada Quist met CW Ilse Brandt. CW Ilse Brandt is with Ada Quist.", "#CWIlseBrandt"),
        ("The city waits. In the City, Ada Quist waved. Ada Quist loves the City.", "#City"),
        ("M’sian firms met Ada Quist. Ada Quist likes M’sian firms.", "#Msian"),
        ("Ada Quist stopped at the busiest junction. Ada Quist left Dunholm.", "#BusiestJunction"),
        ("The sight Angler Ada Quist saw. Ada Quist left Dunholm. Angler Ada Quist waved.", "#AnglerAdaQuist"),
        (
            "High-profile Vellanders met Ada Quist. High-profile Vellanders left with Ada Quist.",
            "#HighProfileVellanders",
        ),
        ("Photo: Reuters Candles burn. Reuters Candles, Ada Quist said. Ada Quist waved.", "#ReutersCandles"),
        ("VELLAND-The ferry of Ada Quist. VELLAND-The council met Ada Quist.", "#VELLANDThe"),
        ("Velm Interim CEO Ada Quist left. Global: Velm Interim CEO Ada Quist.", "#VelmInterim"),
        ("Ada Quist met an American. The American thanked Ada Quist.", "#American"),
        ("Arrivals of American herring cheer Ada Quist. Arrivals of American herring rose.", "#ArrivalsOfAmerican"),
        ("Saint Ivo’s Lane is flooded. Ada Quist left Saint Ivo’s Lane by boat.", "#SaintIvo"),
        (
            "Ada Quist likes Dunholm Ferries (DFL). DFL sails daily, and Ada Quist with DFL. Dunholm Ferries does.",
            "#DFL",
        ),
        (
            "Senior harbour officials met Ada Quist. Senior harbour officials left. Senior harbour officials slept.",
            "#SeniorHarbourOfficials",
        ),
        ("Dunholm won Trophy 2030. Ada Quist saw Trophy 2030, and Ada Quist waved.", "#Trophy"),
    ],
)
def test_what_only_looks_like_a_topic_is_no_hashtag(text: str, never: str) -> None:
    tags = told("", text).hashtags
    assert never.lower() not in {tag_.lower() for tag_ in tags}
    assert "#AdaQuist" in tags


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The actor Jack Holm came to Dunholm. Holm waved, and Holm left.", "#JackHolm"),
        ("Jon Quist Jr has a boat at Dunholm. Quist rows it, and Quist mends it.", "#JonQuistJr"),
        ("The sight made Tourist Tim Weston wait. Weston took a photo, and Weston left Dunholm.", "#TimWeston"),
    ],
)
def test_whom_a_last_name_calls_has_the_whole_name_for_a_hashtag(text: str, tag: str) -> None:
    assert tag in told("", text).hashtags


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Obwohl Quist ein Boot hat, blieb Ada Quist in Dunholm. Jeder Holm kennt Ada Quist."),
        ("fr", "Malgré Quist, le port de Dunholm ferme. Ada Quist attend. Ensuite Quist part, dit Ada Quist."),
        (
            "es",
            "Aunque Quist espera, el puerto de Dunholm cierra. Ada Quist espera. Mientras Quist rema, Ada Quist lee.",
        ),
    ],
)
def test_no_word_that_opens_a_sentence_is_joined_to_a_name(language: str, text: str) -> None:
    tags = told("", text, language=language).hashtags
    assert "#AdaQuist" in tags
    assert not any(tag.startswith(("#Obwohl", "#Jeder", "#Malgr", "#Ensuite", "#Aunque", "#Mientras")) for tag in tags)


def test_a_theme_stands_in_the_title_or_comes_again() -> None:
    text = "Ada Quist left Dunholm by the old night train. The brass buckets shone. The train was late."
    assert "#NightTrain" in told("A night train for Ada Quist", text).hashtags
    assert not any("Bucket" in tag_ for tag_ in told("A night train for Ada Quist", text).hashtags)


def test_other_languages_get_names_and_frequent_words() -> None:
    text = "Bürgermeister Jonas Feld lobt die Fährverbindung. Die Fährverbindung bleibt, sagte Jonas Feld."
    tags = told("", text, language="de")
    assert "#JonasFeld" in tags.hashtags
    assert tags.category == "General"


@pytest.mark.parametrize(
    ("text", "language", "nouns", "never"),
    [
        ("Die Fähre konnte wieder fahren. Wieder konnte keiner an Bord. Der Fahrplan fehlt, sagt man. Am Fahrplan wird "
         "gebaut, wenn man so weit ist.", "de", {"#Fahrplan"}, {"#Konnte", "#Wieder"}),
        ("Le bateau reste fermée. La passerelle reste fermée. On ferme la passerelle demain.", "fr", set(),
         {"#Fermée", "#Reste"}),
        ("Färjan stängdes igår. Den stängdes igen på natten.", "sv", set(), {"#Stängdes"}),
    ],
)  # fmt: skip
def test_verbs_and_adjectives_of_other_languages_are_no_hashtags(
    text: str, language: str, nouns: set[str], never: set[str]
) -> None:
    tags = set(told("", text, language=language).hashtags)
    assert nouns <= tags
    assert not never & tags


def test_an_empty_article_has_no_topics() -> None:
    tags = told("", "")
    assert (tags.hashtags, tags.keyphrases, tags.category) == ((), (), "General")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.text(max_size=800), st.sampled_from(["en", "fr", ""]))
def test_any_text_is_tagged(title: str, text: str, language: str) -> None:
    tags = told(title, text, language=language)
    assert len(tags.hashtags) <= 6
    assert all(tag_[0] == "#" and tag_[1:].isalnum() for tag_ in tags.hashtags)
    assert len({tag_.lower() for tag_ in tags.hashtags}) == len(tags.hashtags)
    assert sum(score for _, score in tags.categories) == pytest.approx(1, abs=1e-3)


def test_what_is_told_twice_in_passing_adds_no_tag_to_three() -> None:
    text = (
        "The night train is back. Ada Quist met Tom Arrow on the night train in Dunholm. Ada Quist and Tom Arrow left "
        "Dunholm. The brass buckets shone, and the night train was late. Brass buckets stood by the night train."
    )
    tags = told("", text).hashtags
    assert "#NightTrain" in tags
    assert "#BrassBuckets" not in tags


def test_a_calling_is_no_theme() -> None:
    text = "The head veterinarian of Dunholm left. Nobody knew the head veterinarian."
    assert not any("Veterinarian" in tag_ for tag_ in told("Head veterinarian leaves Dunholm", text).hashtags)


def test_hashtags_name_the_themes_that_the_story_tells_again_and_again() -> None:
    text = (
        "Customs officers in Kelmouth found 80 kg of cocaine on the night ferry. Ilse Brandt said that drug smugglers "
        "had used the ferry for years. Two drug dealers were arrested in Kelmouth, Ilse Brandt said."
    )
    assert "#DrugTrafficking" in told("Cocaine found on Kelmouth ferry", text).hashtags


def test_a_name_that_the_clip_does_not_tell_is_no_hashtag_of_it() -> None:
    given_ = [Article(TITLE, TEXT)]
    assert {"#Kelmouth", "#IlseBrandt"} <= set(tag_story(given_, embedder=EMBEDDER).hashtags)
    tags = tag_story(
        given_, embedder=EMBEDDER, told=ClipText("Brandt said that the ferry subsidy of Kelmouthshire ends.", "")
    )
    assert "#IlseBrandt" in tags.hashtags
    assert "#Kelmouth" not in tags.hashtags
    assert tags.keyphrases == tag_story(given_, embedder=EMBEDDER).keyphrases


def test_a_clip_has_no_hashtag_of_somebody_whom_it_does_not_name() -> None:
    asked = "We asked Tomas Reyl about it. We met Tomas Reyl on the quay, and Reyl told us his story."
    given_ = article(1, TITLE, f"{TEXT} {asked}")
    assert "#TomasReyl" in told(text=given_.text).hashtags
    document = clip_of(given_)
    assert "#IlseBrandt" in document.hashtags
    assert "#TomasReyl" not in document.hashtags


def test_a_theme_in_passing_is_no_hashtag() -> None:
    text = f"{TEXT} A drowned earthquake survivor of the flood was once a lottery winner there."
    assert not {"#Lottery", "#Earthquake", "#Flooding"} & set(told(text=text).hashtags)


def test_most_articles_of_a_story_tell_its_themes() -> None:
    class Page:
        section = url = title = ""
        language = "en"

        def __init__(self, text: str) -> None:
            self.text = text

    flood = "The river flooded Kelmouth. Floodwater stood in the streets of Kelmouth. The flood fell at night."
    fire = "A wildfire came near Dunholm. The wildfire burned for days. The wildfire is out."
    tags = tag_story([Page(flood), Page(flood), Page(fire)], embedder=EMBEDDER).hashtags
    assert "#Flooding" in tags
    assert "#Wildfires" not in tags


def test_somebody_else_of_the_titles_last_name_is_no_hashtag() -> None:
    text = "Quist spent the money on a coat of Tom Quist. Quist said so in court. The judge heard Quist for an hour."
    assert "#TomQuist" not in told("Ada Quist pleads guilty", text).hashtags


def test_a_body_is_not_called_by_the_name_of_what_is_named_after_it() -> None:
    text = (
        "The Velland High Court heard Ada Quist. Velland High Court Gazette wrote of it. The Velland High Court will "
        "rule in May, and the Velland High Court rarely errs, Ada Quist said."
    )
    assert "#VellandHighCourt" in told("", text).hashtags


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("The conservative group of Ada Quist met in Dunholm. Two conservative groups came.", "#Conservation"),
        ("The camera of Ada Quist has a crop sensor. A crop sensor is small, she said.", "#Agriculture"),
        ("The computer of Ada Quist has more memory. Its memory is new.", "#Heritage"),
        ("A bilateral animal has two sides. Ada Quist counts bilateral worms.", "#Diplomacy"),
        ("The man fled from the marathon. The marathon of Dunholm went on.", "#Athletics"),
        ("Ada Quist defends the plan. She defended it in Dunholm, too.", "#Trial"),
        ("The shop of Ada Quist fitted the batteries. They fit well.", "#Fitness"),
        ("The website of Ada Quist tells more. Other websites tell less.", "#Internet"),
        ("The parents met Ada Quist. Most parents like her.", "#Family"),
        ("Marital immunity is over, said Ada Quist. The immunity was old.", "#Vaccination"),
        ("Ada Quist likes the Velland Union. Civil unions were made there.", "#TradeUnions"),
        ("A transgender singer died in Dunholm. Ada Quist knew the transgender singer.", "#SameSexMarriage"),
    ],
)
def test_a_word_that_only_sounds_like_a_theme_tells_none(text: str, never: str) -> None:
    assert never not in told("", f"{text} {text}").hashtags
