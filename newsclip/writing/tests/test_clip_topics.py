"""A clip's hashtags are of what its headline and summary name, or two of its sentences below."""

import pytest

from newsclip.adapters.embedded.static_vectors import StaticVectors
from newsclip.writing.tags import ClipText, tag_story
from newsclip.writing.tags.articles import Article
from newsclip.writing.tags.hashtags import Topics, choose

EMBEDDER = StaticVectors()
TEXT = (
    "The Harbour Council met Ada Quist in Dunholm. Quist wants a bridge. Tom Arrow of Velmouth spoke, too. "
    "Tom Arrow likes Velmouth. Velmouth has a bridge, and Tom Arrow built it."
)


def hashtags(told: ClipText | None, *articles: Article) -> tuple[str, ...]:
    return tag_story(articles, embedder=EMBEDDER, told=told).hashtags


def test_what_the_headline_names_comes_first() -> None:
    told = ClipText("Council hears Ada Quist", "Ada Quist spoke in Velmouth.", ["Tom Arrow spoke.", "Tom Arrow left."])
    assert hashtags(told, Article("", TEXT))[:3] == ("#AdaQuist", "#Velmouth", "#TomArrow")


def test_what_one_sentence_below_names_is_named_in_passing() -> None:
    told = ClipText("Ada Quist wants a bridge", "It is to stand in Dunholm.", ["Tom Arrow of Velmouth spoke, too."])
    assert not {"#TomArrow", "#Velmouth"} & set(hashtags(told, Article("", TEXT)))
    assert {"#TomArrow", "#Velmouth"} <= set(hashtags(None, Article("", TEXT)))


def test_a_last_name_in_the_headline_is_of_the_person_whom_the_article_names() -> None:
    text = "Am Hafen sprach Daniel Quist lange. Alle Boote blieben an diesem Tag im Hafen liegen."
    told = ClipText("Boote bleiben liegen: Quist warnt", "Alle Boote blieben liegen.")
    assert "#DanielQuist" in hashtags(told, Article("Quist warnt", text, language="de"))


def test_a_name_in_several_words_is_known_in_any_case() -> None:
    text = "They sell CDC Vouchers. Few use CDC Vouchers, and no shop takes CDC Vouchers in Dunholm."
    assert "#CDCVouchers" in hashtags(ClipText("Few use their CDC vouchers", ""), Article("", text))


def test_a_theme_of_one_sentence_is_told_in_passing() -> None:
    text = (
        "Journalists waited at the ferry. The newspaper says that Ada Quist came. Ada Quist waved at Dunholm. "
        "Tom Arrow came, too, and Tom Arrow spoke in Velmouth."
    )
    headline = "Ada Quist and Tom Arrow come to Dunholm"
    told = ClipText(headline, "Journalists waited there.")
    assert "#Journalism" not in hashtags(told, Article("", text))
    again = ClipText(headline, "Journalists waited there.", ["The newspaper says she came."])
    assert "#Journalism" in hashtags(again, Article("", text))


def test_where_there_are_few_hashtags_a_theme_of_one_sentence_and_a_name_of_one_below_are_some() -> None:
    text = (
        "The old pier opens in May. Journalists saw it. The newspaper calls it fine. Tom Arrow built it, so Tom Arrow."
    )
    told = ClipText("It opens in May", "Journalists saw it.", ["Tom Arrow built it."])
    assert {"#Journalism", "#TomArrow"} <= set(hashtags(told, Article("", text)))


def test_a_theme_that_the_clip_does_not_speak_of_is_no_hashtag() -> None:
    text = "The court sentenced a thief to prison. The prison is full. The ferry sank. A prison ship will come to Orlo."
    article_ = Article("Prison is full, prison ship to come", text)
    assert "#Prison" in tag_story([article_], embedder=EMBEDDER).hashtags
    assert (
        "#Prison"
        not in tag_story([article_], embedder=EMBEDDER, told=ClipText("The ferry sank off Orlo.", "")).hashtags
    )


def test_the_word_that_all_is_about_is_a_hashtag() -> None:
    text = "The crocodiles broke out at night. Nobody saw the crocodiles leave. Crocodiles swim far. Crocodiles bite."
    told = ClipText("Farm loses its crocodiles", "They broke out at night.")
    assert "#Crocodiles" in hashtags(told, Article("", text), Article("", text))
    assert "#Crocodiles" not in hashtags(ClipText("Animals break out", "They swam."), Article("", text))


def test_a_phrase_of_few_articles_is_no_hashtag() -> None:
    one = "A metal rod lay there. The metal rod was long. Ada Quist saw the metal rod in Dunholm."
    others = "Ada Quist left Dunholm. The boat was late."
    told = ClipText("Ada Quist sees a rod", "The metal rod was long.", ["A metal rod lay there."])
    assert "#MetalRod" in hashtags(told, Article("", one))
    assert "#MetalRod" not in hashtags(told, Article("", one), Article("", others), Article("", others))


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("#DoHolm", "Police look for the founder Do Holm. Holm left Dunholm. Holm has a boat."),
        ("#YooLinNeul", "The mayor Yoo Lin-neul came. Yoo Lin-neul waved. Then Yoo Lin-neul left."),
        ("#Copper5", "All wait for Copper 5 in Dunholm. The band Copper 5 sings, and so Copper 5 comes."),
        ("#CampQuarry", "They help after the Camp Quarry. The Camp Quarry burned near the Quarry House."),
        ("#Cork", "More boats left for Cork in May. They reach Cork at night, and so Cork sleeps."),
        ("#Facebook", "A page on Facebook went. Then Facebook said why. Few like Facebook."),
        ("#OrloCarCare", "At Orlo Car Care she waits. " * 5 + "The Orlo Car Care Centre Ltd has her keys."),
        ("#Holm", "They met in Holm. First Virginia Holm spoke, then all of Holm waved. In Holm they trust."),
        ("#VirginiaHolm", "First Virginia Holm spoke. They met in Holm, and Holm waved. In Holm they trust."),
    ],
)
def test_the_hashtag_is_the_whole_name(tag: str, text: str) -> None:
    headline = text.partition(". ")[0]
    assert tag in hashtags(ClipText(headline, ""), Article("", text))


@pytest.mark.parametrize(
    ("never", "text"),
    [
        ("#US", "The crash of US$40 hurt Dunholm. Some lost US$40. Nobody has US$40."),
        ("#US", "The next US rate hike hurts Dunholm. A US rate hike comes. No US rate hike helps."),
        ("#HarbourTalkFacebook", "It stood on Harbour Talk Facebook pages. The Harbour Talk Facebook page is old."),
        (
            "#VelmouthHarbourPassengerAssociation",
            "The Velmouth Harbour Passenger Association met. It is the Velmouth Harbour Passenger Association.",
        ),
        ("#ACRaub", "The AC Raub of Dunholm spoke. The AC Raub waved. They like Raub, an old town."),
        (
            "#FerrySafety",
            "The Office for Ferry Safety met. It is the Office for Ferry Safety.",
        ),
        ("#KIGeneriertesBild", "Es gab ein KI-generiertes Bild. Das KI-generiertes Bild ist schlecht."),
    ],
)
def test_no_hashtag_is_cut_from_a_sum_or_too_long(never: str, text: str) -> None:
    assert never not in hashtags(ClipText(text, text), Article("", text))


def test_no_two_hashtags_are_forms_of_one_word() -> None:
    text = "Velsko plays. In Velsko and Velská they sing. To Velsko, from Velská, by Velsko and Velská."
    tags = hashtags(ClipText("Velsko a Velská", "Velsko a Velská"), Article("", text, language="cs"))
    assert len({"#Velsko", "#Velská"} & set(tags)) == 1


def test_a_short_form_and_what_it_stands_for_are_one_hashtag() -> None:
    assert choose(Topics([], words=["AI"], themes=["ArtificialIntelligence", "Trade"])) == ("#AI", "#Trade")
    assert choose(Topics([], words=["Artificial Intelligence", "AI"])) == ("#ArtificialIntelligence",)


def test_a_short_form_whose_long_form_is_too_long_is_counted_as_one_name() -> None:
    long = "the Court of Ferries of the Velland Union (CFVU)"
    text = f"The case is at {long}. CFVU ruled. Few know CFVU. Lawyers like CFVU. Kelmouth is in it, and Dunholm."
    assert "#CFVU" in hashtags(ClipText("Ferries may sail", "CFVU ruled."), Article("", text))


def test_an_office_told_by_its_initials_again_and_again_leaves_room_for_whom_it_speaks_of() -> None:
    text = "The CFVU asked Smart Oars to close in Kelmouth. Smart Oars did. " + "The CFVU said so. " * 30
    assert "#SmartOars" in hashtags(ClipText("School in Kelmouth", "", text.split(". ")), Article("", text))
