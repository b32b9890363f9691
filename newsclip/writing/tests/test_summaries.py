"""Summaries: what a reader of the headline learns besides."""

from datetime import timedelta

import pytest

from newsclip.writing.extractive import choosing
from newsclip.writing.extractive.lead_up import looks_back
from newsclip.writing.extractive.material import ToldSoFar
from newsclip.writing.extractive.needs import needs_of
from newsclip.writing.extractive.summary import _Beginning
from newsclip.writing.tests.stories import MONDAY, article, clip_of
from newsclip.writing.tests.test_choosing import body, material_of

LEAD = (
    "The ferry Halcyon ran aground off Orlo Bay on Monday night in the worst storm that the north coast has seen since "
    "lifeboat crews began to keep a log of the weather in 1911, and 30 people were brought ashore by lifeboat before "
    "the tide turned."
)
NEXT = (
    "Divers will look at the hull on Wednesday, and harbour master Ilse Brandt said that no oil had leaked from the "
    "tanks, which hold enough for nine crossings to Velm."
)
REST = (
    "Shops on the quay sold blankets until midnight to passengers who had left their luggage on board and waited there "
    "for the buses that the railway company had promised."
)
MOVED = [
    ("lamps", "swung"),
    ("sirens", "wailed"),
    ("gulls", "cried"),
    ("ropes", "sang"),
    ("bells", "rang"),
    ("dogs", "barked"),
]


def test_below_a_headline_in_the_leads_own_words_the_summary_tells_more() -> None:
    clip = clip_of(article(1, "", f"{LEAD}\n\n{NEXT}\n\n{REST}"))
    assert clip.headline.text == LEAD.rstrip(".")
    assert [said.text for said in clip.summary] == [LEAD, NEXT]


def test_below_a_headline_in_other_words_the_lead_alone_may_be_the_summary() -> None:
    clip = clip_of(article(1, "Ferry Halcyon runs aground off Orlo Bay", f"{LEAD}\n\n{NEXT}\n\n{REST}"))
    assert [said.text for said in clip.summary] == [LEAD]


def test_a_summary_tells_what_the_headline_says_though_its_article_says_so_late() -> None:
    scene = "The harbour board met on Monday night in the old pier hall for the first time since the storm of March."
    news = "Velm will buy the ferry Halcyon from Orlo Bay for nine million crowns and keep her crew of twelve on board."
    report = article(1, "Velm buys ferry Halcyon from Orlo Bay", f"{scene}\n\n{REST}\n\n{news}\n\n{NEXT}")
    other = article(2, "What did the harbour board do on Monday night?", f"{scene[:-1]} and the flood.\n\n{REST}")
    clip = clip_of(report, other)
    assert clip.headline.text == "Velm buys ferry Halcyon from Orlo Bay"
    assert clip.summary[0].text == news


def test_a_summary_leaves_nothing_out_that_may_be_told() -> None:
    material = material_of(
        "A storm kept the ferries of Orlo Bay in the harbour on Sunday night.\n\n"
        "Waves tore nine lamps from the pier and threw sand into the fish market.\n\n"
        "Teachers closed two schools because buses could not cross the dam.\n\n"
        "Bakers on the quay worked by candlelight until six in the morning."
    )
    rows = list(_Beginning(material, needs_of(material), frozenset()).rows(range(4), [0]))
    assert [0, 1, 2] in [row[:3] for row in rows]
    assert all(row == list(range(len(row))) for row in rows)


def test_the_text_does_not_go_back_before_the_summary() -> None:
    vote = "The council of Velm voted 11 to 4 on Friday to keep the ferry."
    fares = "Fares rise by 10 percent in May."
    absent = "Two members of the council did not come to the vote on Friday evening in the town hall."
    clip = clip_of(article(1, "Council of Velm keeps the ferry", f"{vote}\n\n{fares}\n\n{absent}\n\n{REST}"))
    assert [said.text for said in clip.summary] == [vote, absent]
    assert body(clip) == [REST]


@pytest.mark.parametrize(("listener", "back"), [("Holm", True), ("Fishermen", False)])
def test_the_text_goes_back_where_it_would_double_by_it(listener: str, back: bool) -> None:
    more = [f"{listener} heard how {thing} {verb} on the quay that night." for thing, verb in MOVED]
    lines = (LEAD, "Photographer Ada Holm saw the ferry leave the quay.", NEXT, *more)
    material = material_of("\n\n".join(lines))
    before = choosing.BeforeText((0, 2), frozenset(), ToldSoFar().with_lines(material, [0, 2]), None, frozenset())
    assert (1 in choosing.choose(choosing.Chooser(material, needs_of(material), before), 150)) is back


def test_an_articles_first_lines_lead_before_late_ones_that_explain_themselves() -> None:
    first = "OHP officers closed the old pier of Orlo Bay on Monday after a crane had fallen into the sea beside it."
    more = "\n\n".join(f"But {thing} {verb} all night, they said." for thing, verb in MOVED)
    late = "The old pier of Orlo Bay was built of oak in 1911 and carries the rails of the harbour's oldest crane."
    police = "The Orlo Harbour Police (OHP) will guard the old pier of Orlo Bay until Friday."
    clip = clip_of(article(1, "", f"Would you dive for a crane?\n\n{first}\n\n{more}\n\n{late}\n\n{police}"))
    assert clip.summary[0].text == first


def test_a_story_that_went_on_begins_with_the_news_of_its_headline() -> None:
    asked = (
        "Mayor Ilse Brandt of Orlo Bay faced calls on Monday to stop the harbour bill, which would close the pier "
        "of Orlo Bay to every boat without a motor."
    )
    shops = (
        "Shops and the boat club of Orlo Bay asked the mayor to veto the bill on the pier, which the council passed."
    )
    vetoed = (
        "Brandt said on Wednesday that she would not sign the rule on rowing boats, a veto that ends it in Orlo Bay."
    )
    early = article(
        1, "Orlo Bay's mayor is asked to stop harbour bill", f"{asked}\n\n{shops}\n\n{REST}", published=MONDAY
    )
    late = article(2, "Ilse Brandt announces veto in Orlo Bay", vetoed, published=MONDAY + timedelta(days=2))
    clip = clip_of(early, late)
    assert clip.headline.text == "Ilse Brandt announces veto in Orlo Bay"
    assert clip.summary[0].text == vetoed


def test_in_a_language_without_pack_a_short_first_sentence_leads() -> None:
    lines = (
        "Kaupunki aloittaa vanhan sillan korjauksen maanantaina.",
        "Silta suljetaan liikenteeltä kahdeksi viikoksi.",
        "Autoilijat ohjataan lautalle, joka kulkee puolen tunnin välein.",
        "Kaupunginjohtaja Aino Tamm sanoi, että korjaus maksaa kaksi miljoonaa euroa.",
    )
    clip = clip_of(article(1, "Sillan korjaus alkaa maanantaina", "\n\n".join(lines), language="fi"))
    assert [said.text for said in clip.summary] == list(lines)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The council had thrown out the plan of Ada Holm by three votes.", True),
        ("The ferry had not been seen since Monday.", True),
        ("The ferry had been at sea for two hours when it sank.", False),
        ("A man who had lived alone in Orlo died on Monday.", False),
        ("The council threw out the plan that Ada Holm had made.", False),
        ("“We had hoped for more,” Ada Holm said.", False),
    ],
)
def test_a_sentence_that_tells_only_what_was_before_is_known(sentence: str, told: bool) -> None:
    assert looks_back(sentence, "en") == told


def test_a_summary_does_not_open_with_what_was_before_the_news() -> None:
    back = "The council of Orlo Bay had thrown out the ferry bill of Otto Reim by three votes."
    text = (
        f"They had stood in the rain for eleven hours with bells, and at first they did not believe it.\n\n{back} "
        "There will be no ferry between Orlo Bay and the islands next autumn.\n\n"
        "The council of Orlo Bay sat until midnight, and the ferry bill fell by 50 votes to 47."
    )
    assert clip_of(article(1, "Bells in Orlo Bay as ferry bill falls", text)).summary[0].text != back
