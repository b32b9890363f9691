"""Rules that took four times as long for twice the text, each with the shape that showed it."""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from newsclip.articles.rules import extract
from newsclip.evidence import verifier
from newsclip.evidence.document import Amended, SourceArticle
from newsclip.evidence.reader_edits import borne
from newsclip.evidence.verifier.claims import verify_claim
from newsclip.kernel.reasons import Refused
from newsclip.language.pos_tagger import tag_words
from newsclip.language.quotations import find_quotes
from newsclip.sources.rules.discovery import read_page
from newsclip.writing.candidates import Reading, read
from newsclip.writing.disagreements import disagreements
from newsclip.writing.extractive.growing_counts import outgrown
from tests.cpu_time import MOST_GROWTH, dearer, growth
from tests.pathological.driving import endless, growing
from tests.pathological.entry_points import call
from tests.pathological.test_patterns import FOUND, suspects
from tests.pathological.test_rules import ORDINARY, RULES

pytestmark = [pytest.mark.slow, pytest.mark.once]

SLOW = [
    ("articles.rules.boilerplate.without_boilerplate", "paragraphs of a sentence"),
    ("articles.rules.page.extract_text", "one domain"),
    ("clips.rules.corrections.in_its_place", "commas and spaces"),
    ("language.days.days", "days"),
    ("writing.disagreements.facts.facts", "decimal fractions"),
    ("writing.disagreements.facts.facts", "exponents"),
    ("language.quotations.find_quotes", "low quotes"),
    ("language.quotations.roles.role_in_front", "one letter words"),
    ("writing.tags.hashtags.theme", "titled names"),
    ("evidence.verifier.differences.describe_difference", "opening and a word"),
    ("language.tokens.sentences", "question marks"),
    ("language.tokens.stem", "days"),
    ("community.rules.comment_text.sites_in", "capitals"),
    ("community.rules.comment_text.sites_in", "one domain"),
    ("sources.rules.discovery.read_page", "exponents"),
    ("sources.rules.discovery.read_page", "divisions"),
    ("sources.rules.links.read_links", "divisions"),
    ("web.pages.share_links.share_links", "flags"),
]
PLACES = [f"{side} {part}" for side in ("north", "south", "east", "west", "old") for part in ("quay", "dock")]
BURNED = "In the {} of Orlo {} boats and {} houses burned on Monday, the council said."
SLOW_PATTERNS = [
    ("evidence.verifier.omissions._LABEL_MARK", "spaces"),
    ("evidence.verifier.speaking._ALSO_SAYS", "capitals with apostrophes"),
    ("server.log_redaction._FORMS[5]", "underscores"),
    ("sources.rules.links._OWN_NAME", "small letters"),
]


@pytest.mark.parametrize(("name", "shape"), SLOW)
def test_it_grows_with_its_text_and_no_faster(name, shape):
    assert growing(partial(call, RULES[name]), [shape]) == []
    assert endless(partial(call, RULES[name]), [shape]) == []


@pytest.mark.parametrize(("name", "shape"), SLOW_PATTERNS)
def test_a_pattern_grows_with_its_text_and_no_faster(name, shape):
    assert suspects(name, FOUND[name], [shape]) == []


def test_an_ordinary_article_with_many_quotations_is_read_in_time_that_grows_with_it():
    assert growth(lambda many: find_quotes(ORDINARY * many), 200, 400) <= MOST_GROWTH


def test_signs_cost_no_more_than_words_do():
    assert dearer(lambda: tag_words("e" + "\u0301" * 2_000), than=lambda: tag_words("ferry " * 2_000)) < 3


def test_openings_of_tags_in_a_described_body_cost_no_more_than_words_do():
    def page(body: str) -> str:
        return f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{body}"}}</script>'

    assert dearer(lambda: extract(page("<!" * 20_000)), than=lambda: extract(page("a " * 20_000))) < 3


def test_counts_of_a_story_cost_a_look_at_each_pair_and_no_more():
    def story(articles: int) -> list[Reading]:
        return read([report(number) for number in range(articles)], "en", verifier)

    def report(number: int) -> SourceArticle:
        text = " ".join(
            BURNED.format(place, 7 * at + number + 3, 3 * at + number + 2) for at, place in enumerate(PLACES)
        )
        when = datetime(2026, 3, 3, 1, tzinfo=UTC) + timedelta(hours=7 * number)
        return SourceArticle(
            str(number), 1, "Boats burn", text, "", f"Paper {number}", when, str(number), language="en"
        )

    for rule in (outgrown, lambda readings: disagreements(readings, "en")):
        assert growth(rule, story(4), story(12)) <= 3**2


@pytest.mark.parametrize(
    "link", ["<a href=https://b.example/feed>x</a>", "<link rel=alternate type=application/rss+xml href=/x>"]
)
def test_links_of_a_page_cost_the_same_wherever_they_start_from(link):
    page = (link * 1_000 + "<p>x" * 20_000).encode()
    home = "https://gazette.example/"
    assert dearer(lambda: read_page(page, home), than=lambda: read_page(b"<base href=/>" + page, home)) < 3


@pytest.mark.parametrize("wish", [("headline", ("Ferry " * 100,)), ("hashtags", ("Ferry", "F" * 400))])
def test_a_wish_that_is_compared_with_every_sentence_is_bounded(wish):
    with pytest.raises(Refused) as refused:
        borne(Amended(*wish, ""), [])
    assert refused.value.code == "too_long"


def test_a_claim_that_is_compared_with_every_sentence_is_bounded():
    with pytest.raises(Refused) as refused:
        verify_claim(ORDINARY, "a" * 200_000)
    assert refused.value.code == "too_long"
