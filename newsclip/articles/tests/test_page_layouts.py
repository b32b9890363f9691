"""Parts of an article that look like what stands beside one, and the other way round."""

import pytest

from newsclip.articles.rules import extract, extract_text

BODY = "".join(
    f"<p>The {nth} bridge of Tarnmouth closes for repairs, and the ferry carries people across until spring.</p>"
    for nth in ("first", "second", "third", "fourth", "fifth", "sixth")
)
MORE = "<p>The town pays for the ferry, and the council of Tarnmouth wants the county to bear half of it.</p>"


def text(part: str) -> str:
    return extract_text(f"<body><div><div>{BODY}{part}{MORE}</div></div></body>")


def test_a_heading_that_is_a_link_stays():
    assert "\n\nThe Osprey Ferry\n\n" in text('<h3><a href="/osprey">The Osprey Ferry</a></h3>')


def test_an_item_that_is_mostly_a_link_stays_in_its_list():
    items = "<li>It sails at noon and at six, each day but Sunday.</li><li><a href='/osprey'>The Osprey Ferry</a></li>"
    assert "The Osprey Ferry" in text(f"<ul>{items}</ul>")


def test_a_paragraph_that_is_only_a_link_is_left_out():
    assert "Osprey" not in text('<p><a href="/osprey">How the Osprey Ferry was saved</a></p>')


def test_a_table_in_a_figure_is_read_and_its_caption_is_not():
    table = "<table><tr><td>Osprey</td><td>carries forty people across the river</td></tr></table>"
    found = text(f"<figure>{table}<figcaption>Boats of the town</figcaption></figure>")
    assert "carries forty people across the river" in found
    assert "Boats of the town" not in found


def test_what_a_picture_holds_is_left_out():
    assert "Boats" not in text("<figure><div>Boats of the town lie idle in the harbour all winter long.</div></figure>")


@pytest.mark.parametrize(
    "names",
    [
        'class="overflow-hidden"', 'class="field label-hidden"', 'class="cs-sidebar-enabled"',
    ],
)  # fmt: skip
def test_names_of_layouts_and_of_headings_tell_nothing_of_the_text(names: str):
    assert "the county to bear half" in text(f"<div {names}>{MORE}</div>")
    assert "A question of money" in text(f"<h3 {names}>A question of money</h3>")


@pytest.mark.parametrize("name", ["hidden", "sidebar", "share-bar", "contributor-list", "post-info"])
def test_names_of_what_stands_beside_an_article_still_count(name: str):
    note = "<p>Tove Quist has told of ferries for thirty years, and of bridges.</p>"
    assert "Quist" not in text(f'<div class="{name}">{note}</div>')


def test_the_end_of_a_page_around_the_article_is_left_out():
    about = "<p>The Ledger has been printed in Tarnmouth since the harbour was dug, and its readers own it.</p>" * 8
    found = extract_text(f"<body><div><div>{BODY * 8}</div><div>{about}</div></div></body>")
    assert "across until spring" in found
    assert "its readers own it" not in found


def test_a_long_first_paragraph_is_not_the_whole_article():
    last = "<p>The Osprey sails again at noon.</p>"
    assert "sails again at noon" in extract_text(
        f"<body><article><p>{'The ferry carries them over. ' * 20}</p>{last}</article></body>"
    )


def test_teasers_with_linked_headings_are_an_index():
    teaser = (
        "The town of Tarnmouth pays for the ferry until the sixth bridge is open again in the spring of next year …"
    )
    headings = (f"Six bridges of Tarnmouth are closing for the {nth} time since the war" for nth in ("2nd", "3rd"))
    linked = "".join(f'<h2><a href="/{n}">{head}</a></h2><p>{n} {teaser}</p>' for n, head in enumerate([*headings] * 5))
    assert (
        extract(f"<h1>All on the harbour</h1>{linked}", "https://ledger.example/topics/harbour/").kind == "index_page"
    )


def titled(heading: str, announced: str, head: str = "") -> str:
    shared = f'<meta property="og:title" content="{announced}">'
    return extract(f"<head>{shared}{head}</head><h1>{heading}</h1>{BODY}").title


def test_the_only_heading_is_the_title_if_search_engines_get_another_wording():
    shown = "Six bridges of Tarnmouth are closing: how to cross the river"
    assert titled(shown, "Tarnmouth bridges 2026: ferry times and prices") == shown


def test_a_heading_of_something_else_is_no_title():
    announced = "Tarnmouth bridges 2026: ferry times and prices"
    assert titled("Welcome to our new reading room", announced) == announced


def test_the_headline_that_a_publisher_declares_goes_before_another_wording():
    declared = "Tarnmouth closes bridges for ferry times"
    linked = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{declared}"}}</script>'
    assert titled("Six bridges of Tarnmouth are closing: how to cross the river", declared, linked) == declared
