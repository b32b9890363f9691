"""What only one of several publishers tells ends with its name, where the text passes to it."""

from dataclasses import replace

import pytest

from newsclip.evidence.document import Document, Paragraph, Section, Sentence, SourceArticle, by_revision
from newsclip.evidence.slugs import slug_of
from newsclip.evidence.verifier import judge_headline, judge_sentence
from newsclip.kernel.spans import Span
from newsclip.writing.attribution import attribute
from newsclip.writing.candidates import passage
from newsclip.writing.tests.stories import article, clip_of

TIMES = replace(
    article(
        1,
        "Barge hits bridge",
        "A barge hit the bridge. Divers inspect the pillars. The school opens late. Brandt said the ferry runs. It "
        "carries cars.",
    ),
    publisher="Orlo Times",
)
POST = replace(
    article(
        2,
        "Barge strikes bridge",
        "The bridge carries trams. Divers inspect the old pillars. The motorway adds miles. It is full. "
        "“We wait,” said Olin. A barge hit the bridge at night.",
    ),
    publisher="Velm Post",
)


def said(words: str, of: SourceArticle = POST) -> Sentence:
    at = of.text.index(words)
    return Sentence(words, (passage(of, Span(at, at + len(words))),))


def clip(*told: Sentence, language: str = "en", kind: str = "") -> Document:
    made = clip_of(article(1, "The ferry sails", "The ferry sails at noon from the quay."))
    summary = (said("A barge hit the bridge.", TIMES),)
    sections = (Section(None, (Paragraph(told),), type=kind),)
    return replace(made, language=language, summary=summary, sections=sections, timeline=())


def texts(*told: Sentence, language: str = "en", stands: bool = True, kind: str = "", alone: bool = False) -> list[str]:
    known = by_revision([replace(one, publisher="Orlo Times") if alone else one for one in (TIMES, POST)])
    made = attribute(clip(*told, language=language, kind=kind), known, lambda _: stands)
    assert made.summary[0].text == "A barge hit the bridge."
    return [one.text for block in made.sections[0].blocks if isinstance(block, Paragraph) for one in block.sentences]


TRAMS, MOTORWAY, FULL = "The bridge carries trams.", "The motorway adds miles.", "It is full."
HIT = "A barge hit the bridge at night."
NAMED = "The bridge carries trams, according to Velm Post."


def test_the_first_sentence_of_another_publisher_names_it_and_the_next_does_not():
    assert texts(said(TRAMS), said(MOTORWAY)) == [NAMED, MOTORWAY]


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("velmpost.example", False),
        ("vpo", False),
        ("Velm Post | News of the bay", False),
        ("Velm Post, the home of news from the bay", False),
        ("Velm.Post", True),
        ("VelmPost.example", True),
    ],
)
def test_a_publisher_of_which_no_proper_name_is_known_is_not_named(name, named):
    known = by_revision([TIMES, replace(POST, publisher=name)])
    made = attribute(clip(said(TRAMS)), known, lambda _: True)
    told = next(one for block in made.sections[0].blocks if isinstance(block, Paragraph) for one in block.sentences)
    assert told.text == (f"The bridge carries trams, according to {name}." if named else TRAMS)


def test_it_is_named_again_after_a_sentence_of_another():
    late = "The school opens late."
    assert texts(said(TRAMS), said(late, TIMES), said(MOTORWAY)) == [
        NAMED,
        "The school opens late, according to Orlo Times.",
        "The motorway adds miles, according to Velm Post.",
    ]


def test_what_the_publisher_of_the_summary_alone_tells_names_it_once():
    late, ferry = "The school opens late.", "The ferry runs from Monday."
    of = replace(TIMES, text=f"{TIMES.text} {ferry}")
    made = attribute(clip(said(late, of), said(ferry, of)), by_revision([of, POST]), lambda _: True)
    assert [one.text for one in made.sections[0].blocks[0].sentences] == [
        f"{late[:-1]}, according to Orlo Times.",
        ferry,
    ]


def test_a_summary_names_who_alone_tells_something():
    late, hit = "The school opens late.", "A barge hit the bridge."
    told = replace(clip(said(MOTORWAY)), summary=(said(hit, TIMES), said(late, TIMES)))
    made = attribute(told, by_revision([TIMES, POST]), lambda _: True)
    assert [one.text for one in made.summary] == [hit, "The school opens late, according to Orlo Times."]


def test_a_name_that_the_first_sentence_could_not_bear_ends_the_next():
    assert texts(said("“We wait,” said Olin."), said(MOTORWAY)) == [
        "“We wait,” said Olin.",
        "The motorway adds miles, according to Velm Post.",
    ]


def test_what_another_publisher_tells_too_is_nobody_s_alone():
    assert texts(said("Divers inspect the old pillars.")) == ["Divers inspect the old pillars."]


def test_what_somebody_is_named_as_saying_is_not_the_publisher_s():
    assert texts(said("“We wait,” said Olin.")) == ["“We wait,” said Olin."]
    ferry = "Brandt said the ferry runs."
    assert texts(said(TRAMS), said(ferry, TIMES)) == [NAMED, ferry]


def test_a_sentence_that_the_next_leans_on_keeps_its_end():
    assert texts(said(MOTORWAY), said(FULL)) == [MOTORWAY, "It is full, according to Velm Post."]


def test_no_word_of_the_next_sentence_could_mean_the_publisher():
    of = replace(POST, text="The motorway adds miles. On Friday, it apologised.")
    made = attribute(
        clip(said(MOTORWAY, of), said("On Friday, it apologised.", of)), by_revision([TIMES, of]), lambda _: True
    )
    assert made.sections[0].blocks[0].sentences[0].text == MOTORWAY


def test_what_an_agency_tells_is_not_the_publisher_s_alone():
    for text in (f"ORLO (AP) — {TRAMS} {HIT}", f"{TRAMS} {HIT}\n\nReporting by the Associated Press"):
        of = replace(POST, text=text)
        assert attribute(clip(said(TRAMS, of)), by_revision([TIMES, of]), lambda _: True) == clip(said(TRAMS, of))


def test_an_abbreviation_keeps_its_stop():
    of = replace(POST, text=f"The barge is owned by Velm Lines Inc. {TRAMS} A barge hit the bridge.")
    told = said("The barge is owned by Velm Lines Inc.", of)
    assert attribute(clip(told), by_revision([TIMES, of]), lambda _: True) == clip(told)


def test_below_the_heading_of_a_section_type_words_stay_as_they_are():
    assert texts(said(TRAMS), kind="background") == [TRAMS]


def test_a_sentence_that_the_verifier_would_not_let_pass_stays_as_it_is():
    assert texts(said(TRAMS), stands=False) == [TRAMS]


def test_of_one_publisher_or_in_a_language_without_the_phrase_nobody_is_named():
    assert texts(said(TRAMS), alone=True) == [TRAMS]
    assert texts(said(TRAMS), language="pl") == [TRAMS]


def test_a_long_sentence_gets_no_longer():
    long = f"The motorway adds {'very ' * 30}many miles."
    of = replace(POST, text=long)
    made = attribute(clip(said(long, of)), by_revision([TIMES, of]), lambda _: True)
    assert made.sections[0].blocks[0].sentences[0].text == long


REVIEW = replace(
    article(
        1,
        "Salt Road is a triumph",
        "“Salt Road” is the most beautiful film of the year. The music is dreadful.",
    ),
    publisher="Orlo Times",
)


def view(*told: Sentence, title: str = REVIEW.title, pages: str = "review", stands: bool = True) -> Document:
    made = clip_of(article(1, "The ferry sails", "The ferry sails at noon from the quay."))
    of = replace(REVIEW, title=title)
    top = Sentence(title, (passage(of, Span(0, len(title)), title=True),))
    receipt = replace(made.receipt, category={"by": "model", "reasons": [], "pages": pages})
    slug = slug_of(title, "en")
    made = replace(
        made, language="en", headline=top, summary=told, sections=(), timeline=(), receipt=receipt, slug=slug
    )
    return attribute(made, by_revision([of]), lambda _: stands)


FILM, MUSIC = "“Salt Road” is the most beautiful film of the year.", "The music is dreadful."


def test_a_view_told_alone_names_its_publisher_in_headline_and_summary():
    made = view(said(FILM, REVIEW), said(MUSIC, REVIEW))
    assert made.headline.text == "Salt Road is a triumph, according to Orlo Times"
    assert [one.text for one in made.summary] == [f"{FILM[:-1]}, according to Orlo Times.", MUSIC]
    assert made.slug == slug_of(made.headline.text, "en")
    assert judge_headline(made.headline, by_revision([REVIEW])).supported
    assert all(judge_sentence(one, by_revision([REVIEW])).supported for one in made.summary)


def test_a_view_that_somebody_is_named_for_stays_as_it_is():
    made = view(said(MUSIC, REVIEW), title="Salt Road is a triumph, says Ida Storm")
    assert made.headline.text == "Salt Road is a triumph, says Ida Storm"


def test_the_address_of_a_clip_that_is_out_stays():
    made = view(said(MUSIC, REVIEW))
    out = replace(made, version=2, headline=replace(made.headline, text=REVIEW.title, edits=()), slug="salt-road")
    assert attribute(out, by_revision([REVIEW]), lambda _: True).slug == "salt-road"


def test_news_of_one_publisher_and_what_the_verifier_refuses_stay_as_they_are():
    assert view(said(MUSIC, REVIEW), pages="").headline.text == REVIEW.title
    assert view(said(MUSIC, REVIEW), stands=False).summary[0].text == MUSIC
