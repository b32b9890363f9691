"""The rules by which a page's text is found: one record, which `benchmarks.extraction_by_host` varies."""

from collections.abc import Callable
from dataclasses import dataclass

from newsclip.articles.rules.boilerplate_lines import is_byline, is_credit, is_junk
from newsclip.articles.rules.element_names import NAMES, Names


@dataclass(frozen=True, slots=True)
class TextRules:
    """Shares are of 1, lengths in characters. A rule is off where its share or length can never be reached."""

    # Which blocks stand beside the body (block_tree, body)
    names: Names = NAMES
    skipped_roles: frozenset[str] = frozenset(
        {"navigation", "complementary", "search", "banner", "contentinfo", "dialog", "menu", "form"}
    )
    skipped_properties: frozenset[str] = frozenset(
        {"author", "datePublished", "headline", "image", "publisher", "dateModified"}
    )
    slug_words: int = 5  # words of a heading that make an id, which is no name
    unnamed_most: float = 0.45  # of the prose: a block that holds as much is not beside the body, whatever its names
    firm_most: float = 0.9  # the same for one whose names are hardly ever those of a body
    firm_likely_most: float = 0.6  # the same for one that is also named like a body
    second_look: float = 0.3  # of the prose: with less, names are taken to mislead
    # Which block is the body (body)
    sentence: int = 80  # letters of a line without a full stop that is prose
    short_sentence: int = 25  # of one with a full stop
    marked_body: float = 0.3  # of the prose: a block that the page marks as the body is, from there on
    clutter: float = 0.6  # how much links count against prose
    label_clutter: float = 0.3  # how much of that labels count
    named_body: float = 0.15  # how much names and landmarks count for a block
    deeper: float = 0.5  # how much each level counts for a block
    one_article: float = 0.5  # of the prose: one <article> with more is the body
    several_articles: float = 0.7  # the same for several: the first of them is the body
    tail: float = 0.8  # of the prose: an inner block that begins the body and has more is the body
    tail_chars: int = 1_500  # the most that it may leave behind
    # Which lines of the body are the article's (body, paragraphs)
    teaser: int = 350  # the most prose of a teaser
    teasers: float = 0.35  # of the body's prose: the most in a run of teasers
    away_titles: float = 1.0  # how much a title that leads to another site counts as none
    link_list: float = 0.7  # a list with more of its characters in links leads around the site
    away_list: float = 0.5  # not if more of these lead to other sites
    link_box: float = 0.5  # the same for a box without prose
    links_are_content: frozenset[str] = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th"})
    mostly_link: float = 0.8  # a label that is more of a link
    short_link: int = 160  # a line that is nothing but a link, and shorter
    foreign: tuple[Callable[[str], bool], ...] = (is_credit, is_junk, is_byline)
    repeated_title: int = 300  # the longest line that repeats the title
    tail_from: float = 0.9  # of the text: a heading that opens what follows an article stands behind it
    last_label: int = 60
    first_label: int = 60
    # What is asked beside the elements (text, page)
    linked_text: int = 2_500  # JSON-LD's text counts only for a shorter one
    other_reader: float = 0.5  # of the prose: with less, trafilatura is asked
    profiles: int = 2  # last paragraphs that may tell of the author


RULES = TextRules()
