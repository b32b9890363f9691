"""A sentence in a few words: a clause that happened, never one that the words left out made true."""

import pytest

from newsclip.adapters.embedded.spacy_parser import SpacyParser
from newsclip.evidence import verifier
from newsclip.evidence.document import Sentence
from newsclip.evidence.origin import Origin
from newsclip.kernel.spans import Passage, digest_of
from newsclip.language.content_words import content_stems
from newsclip.language.syntax import NO_PARSER, Parser
from newsclip.writing.extractive import write
from newsclip.writing.ports import Assigned, HeadlineShortener, Shorteners, no_headline_shortening
from newsclip.writing.shortening.headline_shortening import SyntacticHeadlineShortener
from newsclip.writing.tests.stories import MARK, article, embed

pytestmark = pytest.mark.slow
PARSER = SpacyParser()
AGROUND = "The ferry Halcyon ran aground on a reef in the strait of Orlo after the captain fell asleep at the wheel."


def shortened(
    text: str,
    longest: int = 60,
    *,
    parser: Parser = PARSER,
    edits: tuple[str, ...] = (),
    repeated: frozenset[str] = frozenset(),
) -> str | None:
    said = Sentence(text, (Passage("1", 1, 0, len(text), digest_of(text)),), edits)
    stands = SyntacticHeadlineShortener(
        parser, lambda one: verifier.verify_sentence(one, [text], Origin("en", ()), parser).supported
    )
    made = stands(said, "en", longest, repeated)
    return made.text if made else None


def test_what_happened_stays_and_upon_what_goes() -> None:
    assert shortened(AGROUND, 65) == "The ferry Halcyon ran aground on a reef in the strait of Orlo"


def test_several_parts_go_until_it_is_short_enough() -> None:
    text = "Ada Holm, the mayor of Orlo, opened the new ferry terminal on Tuesday, ending the long delays."
    assert shortened(text, 45) == "Ada Holm opened the new ferry terminal"


def test_who_says_so_stays_behind_what_is_left() -> None:
    text = "The ferry Halcyon ran aground on a reef after the captain fell asleep, according to the police of Orlo."
    assert shortened(text, 80) == "The ferry Halcyon ran aground on a reef, according to the police of Orlo"


def test_which_boat_it_was_and_what_was_done_besides_may_go() -> None:
    assert shortened("Divers of Orlo found a small boat that sank in the storm of May.", 40) == (
        "Divers of Orlo found a small boat"
    )
    text = "Ada Holm admitted the theft of two ferries in Orlo and agreed to pay the port for what it lost."
    assert shortened(text) == "Ada Holm admitted the theft of two ferries in Orlo"


def test_after_what_somebody_says_so_may_go() -> None:
    text = "Ada Holm says the port of Orlo must close the quay of Velm to ferries after admitting that it is sinking."
    assert shortened(text, 70) == "Ada Holm says the port of Orlo must close the quay of Velm to ferries"


@pytest.mark.parametrize(
    "text",
    [
        "The police of Orlo have arrested Ada Holm over a stolen ferry, who was later released.",
        "The ferry Halcyon has caught fire in the strait of Orlo, but all of the crew was saved on Monday.",
    ],
)
def test_what_takes_the_news_back_stays(text: str) -> None:
    assert shortened(text) is None


def test_what_most_of_the_story_repeats_stays_though_it_says_upon_what() -> None:
    text = "A captain has praised the work of her crew after a thief took the bell of the ferry."
    left = "A captain has praised the work of her crew"
    assert shortened(text, repeated=content_stems("captain crew", "en")) == left
    assert shortened(text, repeated=content_stems("captain thief bell", "en")) is None


def test_what_the_words_of_somebody_tell_stays() -> None:
    text = "The port of Orlo confirmed claims by the union that it bought 360 broken boats in December."
    assert shortened(text, 40) in (
        None,
        "The port of Orlo confirmed claims by the union that it bought 360 broken boats",
    )


def test_which_one_the_subject_is_may_go_from_the_middle() -> None:
    text = "A captain who slept through the storm, a police report says, has been fined by the council of Orlo."
    assert shortened(text) is None
    text = "A captain accused of sinking a ferry in the strait of Velm has been fined by the council of Orlo."
    assert shortened(text) == "A captain has been fined by the council of Orlo"
    text = "A crew led by Ada Holm of Velm, Norvale, has repaired the old crane of the fishing port of Orlo."
    assert shortened(text) == "A crew has repaired the old crane of the fishing port of Orlo"


def test_what_it_was_done_for_may_go() -> None:
    text = "The council of Orlo closed the bridge across the strait to protect the ferries from the storm."
    assert shortened(text, 62) == "The council of Orlo closed the bridge across the strait"


def test_what_the_story_is_about_stays_with_which_one_and_what_for() -> None:
    text = "The council of Orlo closed the bridge across the strait to protect the ferries from the storm."
    assert shortened(text, 62, repeated=frozenset({"ferri"})) is None
    assert (
        shortened("Divers of Orlo found a small boat that sank in the storm of May.", 40, repeated=frozenset({"sank"}))
        is None
    )


def test_it_becomes_as_short_as_it_can() -> None:
    text = "Ada Holm, the mayor of Orlo, opened the ferry terminal and the new bridge across the strait of Velm."
    assert shortened(text, 40) == "Ada Holm opened the ferry terminal and the new bridge across the strait of Velm"


def test_a_quotation_goes_with_its_marks() -> None:
    text = "The council of Orlo fined the captain of the ferry after claiming his logs were 'beyond belief'."
    assert shortened(text) == "The council of Orlo fined the captain of the ferry"


@pytest.mark.parametrize(
    "text",
    [
        "The ferry Halcyon will not sail to the islands in the strait of Orlo after the captain fell asleep.",
        "Police hope the ferry Halcyon ran aground on a reef in the strait after the captain fell asleep.",
        "The first ferry of the year ran aground on a reef in the strait after the captain fell asleep.",
    ],
)
def test_what_the_end_may_restrict_has_no_short_form(text: str) -> None:
    assert shortened(text) is None


def test_what_is_left_when_the_news_is_gone_is_none() -> None:
    assert shortened("Ada Holm wept after the harbour board had dismissed the captain of the Halcyon.", 60) is None


@pytest.mark.parametrize("text", ["", ".", "Ferry. Bridge. Port.", "x" * 2_000])
def test_what_is_no_sentence_has_no_short_form(text: str) -> None:
    assert shortened(text, 5) is None


def test_without_a_parser_and_with_a_name_put_in_there_is_none() -> None:
    assert shortened(AGROUND, 65, parser=NO_PARSER) is None
    assert shortened(AGROUND, 65, edits=("replaced: It → The ferry Halcyon",)) is None


def written(text: str, shorten: HeadlineShortener) -> str:
    clip = write(
        Assigned("c1", "1", "", 1, (article(1, "", text),)),
        embedder=embed,
        judge=verifier,
        mark=MARK,
        shorten=Shorteners(headline=shorten),
    )
    return clip.headline.text


def by_syntax(text: str) -> SyntacticHeadlineShortener:
    given = article(1, "", text)
    known = {(given.id, given.revision): given}
    return SyntacticHeadlineShortener(PARSER, lambda one: verifier.judge_sentence(one, known, PARSER).supported)


@pytest.mark.parametrize(("is_parsed", "size"), [(True, 61), (False, len(AGROUND) - 1)])
def test_a_headline_from_the_text_is_short_where_it_may_be(is_parsed: bool, size: int) -> None:
    assert written(AGROUND, by_syntax(AGROUND) if is_parsed else no_headline_shortening) == AGROUND[:size]


def test_a_headline_stays_longer_where_a_short_one_loses_what_the_story_is_about() -> None:
    text = (
        f"{AGROUND}\n\nThe captain had been on duty for twenty hours. The board suspended the captain on Monday. "
        "A second captain will take over the route. Passengers asked why nobody relieved the captain."
    )
    assert written(text, by_syntax(text)) == AGROUND[:-1]
