"""Parts of an article that look like what stands beside one, and the other way round."""

import pytest

from newsclip.articles.rules import extract, extract_text

BODY = "".join(
    f"<p>The {nth} bridge of Tarnmouth closes for repairs, and the ferry carries people across until spring.</p>"
    for nth in ("first", "second", "third", "fourth", "fifth", "sixth")
)
MORE = "<p>The town pays for the ferry, and the council of Tarnmouth wants the county to bear half of it.</p>"

PART = "<p>The county has paid for ferries before, when the old bridge of Tarnmouth was swept away by ice.</p>"


def text(part: str) -> str:
    return extract_text(f"<body><div><div>{BODY}{part}{MORE}</div></div></body>")


def test_a_heading_that_is_a_link_stays():
    assert "\n\nThe Osprey Ferry\n\n" in text('<h3><a href="/osprey">The Osprey Ferry</a></h3>')


def test_what_is_marked_as_a_name_is_read_and_what_is_marked_as_the_author_is_not():
    assert "swept away by ice" in text(f'<div itemprop="name">{PART}</div>')
    assert "swept away by ice" not in text(f'<div itemprop="author">{PART}</div>')


def test_an_item_that_is_mostly_a_link_stays_in_its_list():
    items = "<li>It sails at noon and at six, each day but Sunday.</li><li><a href='/osprey'>The Osprey Ferry</a></li>"
    assert "The Osprey Ferry" in text(f"<ul>{items}</ul>")


@pytest.mark.parametrize(("words", "stays"), [("and sails at noon", True), ("too", False)])
def test_a_list_leads_around_the_site_if_more_than_seven_tenths_of_it_are_links(words: str, stays: bool):
    item = f"<li><a href='/osprey'>The Osprey Ferry of Tarn</a> {words}</li>"
    assert ("The Osprey Ferry" in text(f"<ul>{item}{item.replace('Osprey', 'Petrel')}</ul>")) is stays


def with_list(
    *addresses: str, words: str = "The Osprey Ferry", page_at: str = "https://www.ledger.example/bridges"
) -> str:
    items = "".join(f'<li><a href="{address}">{words}</a></li>' for address in addresses)
    page = f"<body><div><div>{BODY}<ul>{items}</ul>{MORE}</div></div></body>"
    return extract_text(page, page_at)


def test_a_list_of_links_to_other_sites_is_of_the_article():
    assert "Osprey" in with_list("https://county.example/1", "//harbour.example/2", "/ferries")


def test_titles_that_lead_to_other_sites_are_no_teasers():
    words = "How the Osprey Ferry was saved"
    assert words in with_list(*(f"https://county.example/{n}" for n in range(3)), words=words)
    assert words not in with_list(*(f"/{n}" for n in range(3)), words=words)


@pytest.mark.parametrize(
    "address", ["/ferries", "ferries", "https://ledger.example/2", "http://www.ledger.example", "//", "a//b"]
)
def test_a_list_of_links_around_the_site_is_not(address: str):
    assert "Osprey" not in with_list("https://county.example/1", address, address)


@pytest.mark.parametrize(
    "address", ["https://www.ledger.example/2", "//ledger.example:8443", "http://sport.ledger.example"]
)
def test_nor_is_one_around_other_parts_of_the_site(address: str):
    assert "Osprey" not in with_list(*[address] * 3, page_at="https://news.ledger.example/bridges")


@pytest.mark.parametrize(
    "host", ["notledger.example", "ledger.example.tarnmouth.example", "[", "xn--a.example", "é\x00"]
)
def test_a_site_whose_name_ends_alike_is_another(host: str):
    assert "Osprey" in with_list(*[f"https://{host}/2"] * 3)


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
        'class="overflow-hidden"', 'class="box_overflow_hidden"', 'class="field label-hidden"',
        'class="cs-sidebar-enabled"', 'class="span12 widget-span widget-type-cell"',
        'class="hs_cos_wrapper hs_cos_wrapper_widget"',
    ],
)  # fmt: skip
def test_names_of_layouts_and_of_headings_tell_nothing_of_the_text(names: str):
    assert "swept away by ice" in text(f"<div {names}>{PART}</div>")
    assert "A question of money" in text(f"<h3 {names}>A question of money</h3>")


@pytest.mark.parametrize("name", ["hidden", "sidebar", "share-bar", "contributor-list", "post-info"])
def test_names_of_what_stands_beside_an_article_still_count(name: str):
    note = "<p>Tove Quist has told of ferries for thirty years, and of bridges.</p>"
    assert "Quist" not in text(f'<div class="{name}">{note}</div>')


def test_a_heading_stays_whatever_words_its_id_repeats():
    assert "Share of the county" in text('<h3 id="h-share-of-the-county">Share of the county</h3>')


def test_a_section_stays_whose_id_repeats_its_heading():
    heading = "<h3>Related costs that the county bears</h3>"
    assert "swept away by ice" in text(f'<div id="related-costs-that-the-county-bears">{heading}{PART}</div>')
    assert "swept away by ice" not in text(f'<div id="related-costs"><h3>Related costs</h3>{PART}</div>')


def test_a_dozen_sections_of_a_page_are_searched_for_their_heading_and_no_more():
    section = (
        '<div id="related-costs-that-the-county-bears"><h3>Related costs that the county bears</h3><p>{}</p></div>'
    )
    said = [f"In {year} the county paid for a ferry, and for the men who steered it." for year in range(1900, 1920)]
    found = text("".join(map(section.format, said)))
    assert sum(sentence in found for sentence in said) == 12


@pytest.mark.parametrize(
    "attributes",
    [
        'class="accordion-panel" hidden', 'id="faq-2" aria-hidden="true"', 'id="collapse-2" style="display: none"',
        'class="accordion-panel-hidden"', 'class="AccordionItem_hiddenAnswer"', 'class="accordion-panel hidden"',
        'role="region" aria-labelledby="question-2" hidden',
    ],
)  # fmt: skip
def test_an_answer_that_opens_with_its_question_is_read(attributes: str):
    assert "swept away by ice" in text(f"<h3>Who pays?</h3><div {attributes}>{PART}</div>")


@pytest.mark.parametrize("attributes", ["hidden", 'class="navbar-collapse" hidden', 'role="region" hidden'])
def test_what_else_is_hidden_is_not_read(attributes: str):
    assert "swept away by ice" not in text(f"<div {attributes}>{PART}</div>")


def test_several_articles_below_one_heading_are_one_text():
    parts = "".join(f"<article><h2>Part {n}</h2>{BODY.replace('bridge', f'bridge {n}')}</article>" for n in range(4))
    found = extract_text(f"<body><main><h1>Six bridges close</h1>{parts}</main></body>")
    assert "bridge 0 " in found
    assert "bridge 3 " in found


def test_of_several_articles_with_a_heading_each_the_first_is_the_pages_own():
    parts = "".join(f"<article><h1>Piece {n}</h1>{BODY.replace('bridge', f'bridge {n}')}</article>" for n in range(4))
    found = extract_text(f"<body><main>{parts}</main></body>")
    assert "bridge 0 " in found
    assert "bridge 3 " not in found


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


def test_a_heading_before_the_name_of_a_section_is_the_title():
    assert titled("Closed bridges", "Closed bridges • All on the harbour of Tarnmouth") == "Closed bridges"
    assert titled("Closed bridges", "Closed bridges: all on the harbour of Tarnmouth").endswith("Tarnmouth")


def test_a_heading_that_leads_to_the_front_page_is_no_title():
    page = f'<title>Six bridges close</title><h1><a href="/">The Tarnmouth Ledger of news</a></h1>{BODY}'
    assert extract(page, "https://ledger.example/bridges").title == "Six bridges close"
    absolute = page.replace('href="/"', 'href="https://ledger.example/"')
    assert extract(absolute, "https://ledger.example/bridges").title == "Six bridges close"


def ends_with(last: str, author: str = "Tove Quist") -> str:
    page = (
        f'<head><meta name="author" content="{author}"><meta property="og:site_name" content="Tarnmouth Ledger"></head>'
    )
    found = extract(f"{page}<body><article>{BODY}<p>{last}</p></article></body>").text
    return found.rpartition("\n\n")[2]


@pytest.mark.parametrize(
    "profile",
    [
        "Tove Quist is a reporter in Tarnmouth who has told of ferries for thirty years.",
        "Tove Quist, who lives on the harbour of Tarnmouth, has told of ferries for thirty years.",
        "About the author: Tove Quist has told of ferries in Tarnmouth for thirty years.",
        "Tove Quist, a freelance writer, has sailed with the ferry of Tarnmouth for thirty years.",
        "Tove Quist can be reached at her desk on the harbour of Tarnmouth, each day but Sunday.",
        "Tove Quist ist Redakteurin im Hafen von Tarnmouth und schreibt seit dreißig Jahren über Fähren.",
        "Tove Quist écrit sur les bateaux de Tarnmouth depuis trente ans, chaque jour sauf le dimanche.",
    ],
)
def test_what_an_article_says_of_its_author_at_its_end_is_left_out(profile: str):
    assert ends_with(profile).startswith("The sixth bridge")


@pytest.mark.parametrize(
    "line",
    [
        "Hanna Ost is a captain who has steered ferries in Tarnmouth for thirty years.",
        "The ferry sails at noon, and Tove Quist is on board to tell of it.",
        "• Tove Quist can be reached at her desk on the harbour of Tarnmouth.",
    ],
)
def test_what_else_an_article_ends_with_stays(line: str):
    assert ends_with(line) == line


@pytest.mark.parametrize(
    ("author", "line"),
    [
        (
            "Velm County Council",
            "Velm County Council will vote on the repair on 3 May, and pays for a ferry until then.",
        ),
        ("Velm County Council", "Velm County Council is the owner of the ferry, and it pays for the repair of both."),
        ("Velm Ferry Union", "Velm Ferry Union, a reporter was told, writes for help to all who have a boat to lend."),
        (
            "Stadtverwaltung Velm",
            "Stadtverwaltung Velm ist die Eigentümerin der Fähre und zahlt bis Mai für die Reparatur.",
        ),
        ("Jane Roe", "Jane Roe, the mayor of Velm, will vote on the repair on 3 May, she told a reporter on Monday."),
        ("Jane Roe", "Jane Roe, who told a reporter on Monday that the repair must wait, was the first to cross."),
        ("Jane Roe", "Jane Roe will vote on the repair on 3 May, and the council pays for a ferry until then."),
    ],
)
def test_news_of_whoever_is_named_as_author_stays(author: str, line: str):
    assert ends_with(line, author=author) == line


def test_what_a_site_says_of_itself_stays():
    line = "Tarnmouth Ledger has been printed since the harbour was dug, and it asked the council twice."
    assert ends_with(line, author="Tarnmouth Ledger") == line
