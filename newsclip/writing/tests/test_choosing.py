"""What the running text tells: each line with what it needs, nothing twice, no publisher alone."""

from collections.abc import Sequence

import pytest

from newsclip.evidence import verifier
from newsclip.evidence.document import Document, Paragraph
from newsclip.writing.extractive import _budget, _running, _running_within, choosing
from newsclip.writing.extractive.forward_needs import turned_lines
from newsclip.writing.extractive.material import Material, ToldSoFar, lay_out
from newsclip.writing.extractive.needs import Known, met, needs_of, unit
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import BRIDGE, CROWD, SHORT_BRIDGE, article, clip_of, embed

RESCUE = (
    "The coastguard of Orlo Bay sent two boats to a false alarm on Monday night.\n\n"
    "A man who called himself Captain Reed had asked for help by radio at ten o'clock.\n\n"
    "Boats searched the bay until dawn and found nobody, said harbour master Ilse Brandt.\n\n"
    "The caller spoke with the accent of the islands and gave no position.\n\n"
    "Brandt asked skippers to write down whatever they heard on the radio.\n\n"
    "The government pays for every search of this kind."
)


def material_of(text: str) -> Material:
    return lay_out(Assigned("c1", "1", "", 1, (article(1, "Boats search bay", text),)), "en", embed, verifier)


def wanted(text: str) -> dict[str, set[str]]:
    material = material_of(text)
    return {
        line.told.text: set(terms)
        for line, terms in zip(material.lines, needs_of(material).terms, strict=True)
        if terms
    }


def body(document: Document) -> list[str]:
    blocks = [block for section in document.sections for block in section.blocks if isinstance(block, Paragraph)]
    return [sentence.text for block in blocks for sentence in block.sentences]


def test_a_thing_and_a_last_name_need_the_sentence_that_brought_them_in() -> None:
    text = RESCUE.replace("A man who", "A caller who")
    found = {line[:14]: terms for line, terms in wanted(text).items()}
    assert found == {"Boats searched": {"bay"}, "The caller spo": {"caller"}, "Brandt asked s": {"=Brandt", "radio"}}


def test_what_nothing_brought_in_is_known_to_every_reader() -> None:
    assert not any(line.startswith("The government") for line in wanted(RESCUE))


def test_a_line_comes_with_the_line_that_it_needs() -> None:
    material = material_of(RESCUE.replace("A man who", "A caller who"))
    needs = needs_of(material)
    assert unit(material, needs, 3, (), Known()) == (1, 3)
    assert unit(material, needs, 3, (), Known(frozenset({"caller"}))) == (3,)


def test_what_needs_something_that_is_left_out_is_not_told() -> None:
    material = material_of(RESCUE.replace("A man who", "A caller who"))
    needs = needs_of(material)
    assert met(material, needs, [0, 3], Known()) == [0]
    assert met(material, needs, [0, 1, 3], Known()) == [0, 1, 3]


def test_things_that_no_line_brings_in_are_asked_for_no_more_where_little_would_be_told() -> None:
    text = (
        "Thieves came to the pier of Orlo Bay on Monday night and left by boat, the harbour police said.\n\n"
        "A brass lantern (pictured) was stolen from the pier's northern tower.\n\n"
        "Guards noticed at dawn that the lantern was gone from its hook, harbour master Ilse Brandt said.\n\n"
        "Sailors had steered by the lantern since 1904, when the tower was built for the fishing fleet."
    )
    assert [line[:7] for line in body(clip_of(article(1, "Thieves at the pier", text)))] == ["Guards ", "Sailors"]


def test_whom_only_a_caption_names_in_full_is_left_out_where_enough_else_is_told() -> None:
    material = material_of(
        "Thieves came to the pier of Orlo Bay on Monday night and left by boat, the harbour police said.\n\n"
        "A brass lantern of Tamas Kilim (pictured) was stolen from the pier's northern tower.\n\n"
        "Guards noticed at dawn that the lantern was gone from its hook, harbour master Ilse Brandt said.\n\n"
        "Kilim offered 300 crowns for any news of the boat and its crew."
    )
    before = choosing.BeforeText((0,), frozenset(), ToldSoFar().with_lines(material, [0]), None, frozenset())
    chooser = choosing.Chooser(material, needs_of(material), before)
    assert choosing.choose(chooser, 30) == (1,)
    assert choosing.choose(chooser, 60) == (1, 2)


def test_a_line_that_leans_stands_behind_the_one_that_it_leans_on() -> None:
    material = material_of("The quay was shut on Monday by the port of Orlo.\n\nIt opened again. " + RESCUE)
    leaning = next(i for i, line in enumerate(material.lines) if line.alone is None)
    assert met(material, needs_of(material), [leaning], Known()) == []
    assert met(material, needs_of(material), [leaning], Known(), [leaning - 1]) == [leaning]


def test_a_first_sentence_whose_pronoun_is_explained_behind_it_may_lead() -> None:
    text = "As she seeks a fifth term, Ada Holm promised the port of Orlo Bay a second crane on Monday."
    assert clip_of(article(1, "Holm promises crane", text)).summary[0].text == text


def test_the_first_sentence_does_not_speak_of_somebody_as_if_he_were_known() -> None:
    known = "The driver, who had lived in Orlo Bay for nine years, was fined for driving his bus into the harbour."
    unknown = "A driver of Orlo Bay was fined on Monday for driving his bus into the harbour in January."
    about = "\n\nThe bus belonged to a school. Divers found it below the pier on Tuesday morning."
    title, other = "Driver fined for driving bus into harbour", "Bus in harbour: a fine"
    assert clip_of(article(1, title, known + about), article(2, other, unknown + about)).summary[0].text == unknown
    assert clip_of(article(1, title, known + about)).summary[0].text == known


def test_the_first_sentence_tells_nothing_besides_what_the_reader_does_not_know() -> None:
    besides = "A judge of Orlo Bay also fined Ada Holm of Velm 500 crowns on Monday for taking forty shells from it."
    news = "Ada Holm of Velm, who took forty shells from Orlo Bay, must go to jail for 15 days and pay 500 crowns."
    about = "\n\nThe shells of Orlo Bay may be taken only where they are empty, the harbour office said."
    one, other = article(1, "Holm fined for taking shells", besides + about), article(2, "Holm jailed", news + about)
    assert clip_of(one, other).summary[0].text == news
    assert clip_of(one).summary[0].text == besides


def test_what_a_later_sentence_tells_besides_opens_no_clip() -> None:
    text = (
        "A visitor who took forty shells is going to jail for 15 days.\n\n"
        "A judge also fined Ada Holm of Velm 500 crowns on Monday for taking living shells from Orlo Bay.\n\n"
        "Ada Holm said she did not know that the shells of Orlo Bay were living when she took them to Velm."
    )
    title = "Ada Holm of Velm fined 500 crowns for taking living shells from Orlo Bay on Monday"
    assert clip_of(article(1, title, text)).summary[0].text.startswith("A visitor")


@pytest.mark.parametrize("opening", ["She promised", "It promised", "They promised"])
def test_a_first_sentence_that_opens_with_a_pronoun_leads_nothing(opening: str) -> None:
    assert material_of(f"{opening} the port of Orlo Bay a second crane on Monday.").lines[0].alone is None


def test_two_publishers_that_tell_the_news_tell_it_once() -> None:
    document = clip_of(SHORT_BRIDGE, CROWD)
    assert not any(text.startswith("Thousands crossed") for text in body(document))
    assert {p.article for section in document.sections for b in section.blocks for p in _evidence(b)} == {"1", "2"}


def _evidence(block):
    if isinstance(block, Paragraph):
        return [p for sentence in block.sentences for p in sentence.evidence]
    return getattr(block, "evidence", ())


def test_another_articles_first_line_does_not_begin_the_story_anew() -> None:
    first = article(1, "Boats search bay", RESCUE)
    anew = "A false alarm cost the coastguard sleep, paint, tar, rope, petrol, soup and the ladder of its old cutter."
    fresh = "Fuel for the search was paid for by a lottery that the fishermen hold each winter."
    second = article(2, "False alarm", f"{anew}\n\n{fresh}")
    third = article(3, "Fuel of the coastguard", f"{fresh}\n\n{anew}")
    for other, told in [(second, [True, False]), (third, [False, False])]:
        material = lay_out(Assigned("c1", "1", "", 1, (first, other)), "en", embed, verifier)
        before = choosing.BeforeText((0, 1), frozenset(), ToldSoFar().with_lines(material, [0, 1]), None, frozenset())
        chooser = choosing.Chooser(material, needs_of(material), before)
        assert [chooser.tells(i, []) for i, line in enumerate(material.lines) if line.article == 1] == told


PAINT = "The boat of the coastguard was painted blue by children of Tern last spring."
MAST = "A second mast of steel costs the harbour 900 crowns, the builder Jakob Trent said."


def chooser_below(told_articles: Sequence[int]) -> choosing.Chooser:
    """Of five articles on one search, below a summary of the first line of each of these."""
    given = [article(number, "", text) for number, text in enumerate((RESCUE, ASKED, MAST, PAINT, ASKED + MAST), 1)]
    material = lay_out(Assigned("c1", "1", "", 1, tuple(given)), "en", embed, verifier)
    told = tuple(next(i for i, line in enumerate(material.lines) if line.article == one) for one in told_articles)
    before = choosing.BeforeText(told, frozenset(), ToldSoFar().with_lines(material, told), None, frozenset())
    return choosing.Chooser(material, needs_of(material), before)


def test_the_article_of_the_summary_counts_more_until_it_tells_three_quarters() -> None:
    for told, more in (([0, 1, 2], choosing._LEADING), ([0], 1.0)):
        assert chooser_below(told)._part_of(0, ()) == more


def test_an_article_that_tells_nothing_yet_counts_less_and_a_fourth_one_hardly() -> None:
    parts = [chooser_below(told)._part_of(4, ()) for told in ([0, 4], [0, 1], [0, 1, 2])]
    assert parts == [1.0, choosing._OPENING, choosing._OPENING * choosing._ONE_MORE]


ANNOUNCED = "The harbour council of Orlo later released a brief statement about the lighthouse."


def test_a_line_that_only_announces_words_is_told_with_them_or_not_at_all() -> None:
    said = "It told skippers from Tern to keep away from the lighthouse of Orlo until the mast is up again."
    for behind, offered in ((f"{said}\n\n", (6, 7)), ("", ())):
        material = material_of(f"{RESCUE}\n\n{ANNOUNCED}\n\n{behind}")
        before = choosing.BeforeText((0,), frozenset(), ToldSoFar().with_lines(material, [0]), None, frozenset())
        chooser = choosing.Chooser(material, needs_of(material), before)
        offers = chooser.offers(chooser.able(), ())
        assert offers.get(6, ()) == offered


ASKED = "Skippers from Tern asked the council of Orlo for a second radio mast beside the lighthouse."
TURNS = [
    "But no money is left for masts.",
    "However, no money is left for masts.",
    "“Yet we have no money for masts,” she said.",
]


@pytest.mark.parametrize("turn", TURNS)
def test_a_line_that_the_next_one_turns_is_told_with_it_or_not_at_all(turn: str) -> None:
    material = material_of(f"{RESCUE}\n\n{ASKED}\n\n{turn}\n\nButter and fish are sold at the pier of Orlo on Mondays.")
    assert turned_lines(material) == {6: 7}
    before = choosing.BeforeText((0,), frozenset(), ToldSoFar().with_lines(material, [0]), None, frozenset())
    chooser = choosing.Chooser(material, needs_of(material), before)
    able = chooser.able()
    known = chooser.known(0, ())
    assert chooser.offer(6, able, (), known) == (6, 7)
    assert chooser.offer(6, able - {7}, (), known) == (6,)
    assert chooser.offer(8, able, (), known) == (8,)


def test_the_text_goes_on_with_the_line_that_turns_the_summary() -> None:
    material = material_of(f"{ASKED}\n\n{TURNS[0]}\n\n{RESCUE}")
    before = choosing.BeforeText((0,), frozenset(), ToldSoFar().with_lines(material, [0]), None, frozenset())
    assert choosing.choose(choosing.Chooser(material, needs_of(material), before), 40)[0] == 1


def test_the_text_holds_no_more_words_than_it_may() -> None:
    material = material_of(RESCUE)
    told = ToldSoFar().with_lines(material, [0])
    before = choosing.BeforeText((0,), frozenset(), told, None, frozenset())
    chosen = choosing.choose(choosing.Chooser(material, needs_of(material), before), 30)
    assert 0 < material.words_in(chosen) <= 30
    assert list(chosen) == sorted(chosen)


def test_a_line_that_repeats_a_short_one_and_adds_the_reason_is_told() -> None:
    short = "The harbour of Orlo Bay closed its gates and its office on Monday."
    longer = "The gates of Orlo harbour closed because a storm had torn the lamps off the northern breakwater."
    again = "The harbour closed its gates, and sailors had to wait."
    material = material_of("\n\n".join([short, longer, again]))
    told = ToldSoFar().with_lines(material, [0])
    assert [told.tells(material, i) for i in (1, 2)] == [False, True]
    assert ToldSoFar().with_lines(material, [1]).tells(material, 0)


def test_a_clip_is_no_shorter_because_captions_cannot_be_told() -> None:
    captions = "".join(
        f"Pictured: one of {n} boats of the coastguard in Orlo Bay on Monday night.\n\n" for n in range(20)
    )
    material = material_of(captions + RESCUE)
    assert material.words_in(range(len(material.lines))) < 100
    words, _ = _budget(material, ToldSoFar(), ())
    assert words == 220


def test_the_ending_takes_its_words_from_the_text() -> None:
    material = material_of(RESCUE * 8)
    words, _ = _budget(material, ToldSoFar(), (1,))
    assert words == 220 - material.lines[1].size


def test_quotations_count_as_words_of_the_clip() -> None:
    material = lay_out(Assigned("c1", "1", "", 1, (BRIDGE,)), "en", embed, verifier)
    before = choosing.BeforeText((0,), frozenset(), ToldSoFar().with_lines(material, [0]), None, frozenset())
    chooser = choosing.Chooser(material, needs_of(material), before)
    assert _running(chooser, "", 80, 2).words_in(material) > 80
    assert _running_within(chooser, "", (80, 80), 2).words_in(material) <= 80


def test_of_several_articles_a_fuller_sentence_comes_first() -> None:
    storm = (
        "A storm hit the harbour of Orlo Bay on Monday night, the harbour board said.\n\n"
        "The storm took the harbour's flag.\n\n"
        "The storm sank four boats at the quay, tore the roof off a net store and left 300 houses on the north shore "
        "without heat."
    )
    other = "The ferry to Velm stays in port until the wind drops, its captain Tamas Kilim told passengers."
    articles = (article(1, "Storm hits harbour", storm), article(2, "Ferry stays in port", other))
    material = lay_out(Assigned("c1", "1", "", 1, articles), "en", embed, verifier)
    before = choosing.BeforeText((0,), frozenset(), ToldSoFar().with_lines(material, [0]), None, frozenset())
    chosen = choosing.choose(choosing.Chooser(material, needs_of(material), before), 26)
    assert [material.lines[i].told.text[:14] for i in chosen] == ["The storm sank"]
