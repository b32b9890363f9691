"""Which article of a story gives the headline: one that tells what the others do, not what it alone tells.

And which title that stands at the top of its text, or behind a label, is one.
"""

import pytest

from newsclip.writing.tests.stories import article, clip_of

EVACUATED = article(
    1,
    "Hundreds leave houses in Velm after Storm Alma",
    "Nine hundred people left their houses in Velm on Monday after Storm Alma flooded the lower town.\n\n"
    "The river rose to six metres, and the pumping station switched itself off.\n\n"
    "Firefighters brought 214 people out by boat, and nobody died.",
)
RAILWAY = article(
    2,
    "Storm Alma cuts railway line, soldiers sent",
    "Storm Alma flooded Velm on Monday and drove about 900 people out of their houses.\n\n"
    "The storm cut the railway line to the hills, and repairs will take twelve days.\n\n"
    "The ministry sent 320 soldiers, and firefighters brought people out by boat.",
)
ROWERS = article(
    3,
    "Orlo Bay rowers take skiffs to flooded Velm after Storm Alma",
    "Rowers of Orlo Bay took eleven skiffs to flooded Velm after Storm Alma.\n\n"
    "The rowers took the skiffs of Orlo Bay down the main street and heard an accordion.\n\n"
    "A tortoise of Velm was taken to the skiffs by rowers of Orlo Bay.",
)


def test_a_title_that_only_its_own_article_bears_out_is_no_headline_of_the_story() -> None:
    assert clip_of(ROWERS, EVACUATED, RAILWAY).headline.text in (EVACUATED.title, RAILWAY.title)


def test_of_two_titles_that_say_the_same_that_of_the_fuller_article_is_the_headline() -> None:
    short = article(0, "After Storm Alma hundreds leave houses in Velm", EVACUATED.text.partition("\n")[0])
    assert clip_of(short, EVACUATED, RAILWAY).headline.text == EVACUATED.title


@pytest.mark.parametrize("stop", ["", "."])
def test_a_title_with_which_its_text_begins_as_a_line_of_its_own_is_the_headline(stop: str) -> None:
    clip = clip_of(article(1, EVACUATED.title, f"{EVACUATED.title}{stop}\n\n{EVACUATED.text}"))
    assert clip.headline.text == EVACUATED.title
    assert clip.summary[0].text.startswith("Nine hundred people left")


def test_the_beginning_of_a_first_sentence_is_no_title() -> None:
    cut = EVACUATED.text.partition(" after")[0]
    assert clip_of(article(1, cut, EVACUATED.text)).headline.text != cut


@pytest.mark.parametrize("label", ["The Latest", "LIVE", "Just in"])
def test_a_label_in_front_of_a_title_is_no_part_of_the_headline(label: str) -> None:
    assert clip_of(article(1, f"{label}: {EVACUATED.title}", EVACUATED.text)).headline.text == EVACUATED.title


def test_what_only_begins_like_a_label_stays() -> None:
    title = f"The latest storm leaves {EVACUATED.title.lower()}"
    assert clip_of(article(1, title, EVACUATED.text)).headline.text == title
