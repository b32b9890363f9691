import json
from datetime import UTC, datetime

import pytest

from newsclip.articles.ports import Extracted
from newsclip.articles.rules import extract, extract_text
from newsclip.articles.tests.saved import page, read_page


def stamps(read: Extracted) -> tuple[str, ...]:
    """When it was published and updated, as text."""
    return tuple(when.isoformat() if when else "" for when in (read.published, read.updated))


def test_the_text_is_the_articles_paragraphs_with_its_subheadings_and_nothing_else() -> None:
    paragraphs = read_page("clean").text.split("\n\n")
    assert len(paragraphs) == 5
    assert paragraphs[0].startswith("The city library of Ordmund kept its doors open")
    assert paragraphs[2] == "A trial of six months"
    assert paragraphs[-1] == "A decision on whether the nights stay is due in September."


def test_the_head_tells_title_site_section_language_and_canonical_address() -> None:
    read = read_page("clean", "https://quill.example/culture/night-library?from=feed")
    assert read.title == "Ordmund opens its night library"
    assert (read.site, read.section, read.language) == ("The Ordmund Quill", "Culture", "en")
    assert read.canonical == "https://quill.example/culture/night-library"
    assert read.kind == "article"


def test_two_names_in_one_author_element_are_two_authors() -> None:
    assert read_page("clean").authors == ("Imre Valkas", "Dela Osei")


def test_times_keep_the_offset_that_the_publisher_gave() -> None:
    read = read_page("clean")
    assert stamps(read) == ("2026-03-04T07:15:00+01:00", "2026-03-04T09:40:00+01:00")


def test_the_lead_picture_comes_with_its_alt_text_and_credit_and_an_absolute_address() -> None:
    read = read_page("clean", "https://quill.example/culture/night-library")
    assert read.image == "https://quill.example/pictures/reading-room.jpg"
    assert read.image_alt == "Readers under green lamps"
    assert read.image_credit == "Sanna Birk"


@pytest.mark.parametrize(
    "foreign",
    [
        "cookies", "inbox", "Read more", "Advertisement", "Storm takes", "on board and the crew", "herring",
        "Press Council", "Share on", "Tove Quist", "Related",
    ],
)  # fmt: skip
def test_what_stands_around_an_article_is_left_out(foreign: str) -> None:
    read = read_page("cluttered")
    assert foreign not in read.text
    assert len(read.text.split("\n\n")) == 4


def test_the_byline_names_the_author_where_the_head_does_not() -> None:
    assert read_page("cluttered").authors == ("Tove Quist",)


def test_json_ld_with_a_loose_comma_and_references_is_read() -> None:
    read = read_page("jsonld")
    assert read.title == "Hill observatory finds a comet nobody was looking for"
    assert read.authors == ("Noor Hadley", "Pim Dorrit")
    assert read.site == "Hollin Observer"
    assert stamps(read)[0] == "2026-01-09T22:30:00-03:30"
    assert (read.image, read.image_credit) == ("https://hollin.example/i/comet.jpg", "Hill Observatory")


def test_a_page_laid_out_by_tables_gives_its_paragraphs_without_menu_and_imprint() -> None:
    read = read_page("tables", "https://moor-messenger.example/bell.htm")
    assert read.title == "Bell of Carrow rings again"
    assert read.text.startswith("The great bell of Carrow")
    assert read.text.endswith("It will ring at noon each day until Easter.")
    assert stamps(read)[0][:10] == "2026-02-12"


def test_a_live_blog_is_read_with_all_its_entries() -> None:
    read = read_page("live")
    assert read.kind == "live_blog"
    for words in ("highest in 30 years", "leads by 2,100 votes", "doors were locked"):
        assert words in read.text


def test_a_german_page_is_read_like_an_english_one() -> None:
    read = read_page("german")
    assert (read.title, read.language) == ("Mühle in Ostried mahlt wieder", "de")
    assert read.authors == ("Jörg Ambach", "Käthe Lind")
    assert read.text.endswith("Künftig wird an jedem zweiten Samstag gemahlen.")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("paywall", "paywall_stub"),
        ("index", "index_page"),
        ("consent", "consent_wall"),
        ("error", "error_page"),
        ("video", "video_page"),
    ],
)
def test_a_page_that_is_no_article_is_named(name: str, kind: str) -> None:
    assert read_page(name).kind == kind


def test_a_home_page_is_an_index_however_long_its_teasers_are() -> None:
    assert read_page("index", "https://ledger.example/").kind == "index_page"


def test_an_empty_page_holds_no_article() -> None:
    assert extract(b"").kind == "no_article"
    assert extract(b"<p>The bell of Carrow rings at noon.</p>").kind == "too_short"


def test_a_short_article_with_a_subscription_box_above_it_is_no_stub() -> None:
    box = b"<main><div class='promo'>Subscribe to read all of our pages.</div>"
    assert extract(page("clean").replace(b"<main>", box)).kind == "article"


def test_a_time_in_the_future_is_dropped_when_the_time_is_known() -> None:
    assert extract(page("clean"), now=datetime(2026, 3, 1, tzinfo=UTC)).published is None
    assert extract(page("clean"), now=datetime(2026, 3, 5, tzinfo=UTC)).published is not None


def test_the_body_in_json_ld_repairs_a_page_that_shows_only_its_beginning() -> None:
    first = "The tram line to the hills opened on Sunday after nine years of work and two of quarrel."
    rest = " ".join(
        f"Stop number {n} was greeted by a band of its own and by the mayor of its village." for n in range(9)
    )
    told = json.dumps({"@type": "NewsArticle", "headline": "Tram opens", "articleBody": f"{first}\n{rest}"})
    html = f'<title>Tram opens</title><script type="application/ld+json">{told}</script><p>{first}</p>'
    assert extract(html).text == f"{first}\n\n{rest}"


def test_a_page_without_any_picture_names_none():
    assert (
        extract("<title>Tide</title><article><p>The tide came in.</p></article>", "https://a.example/tide").image == ""
    )


def test_a_page_that_names_no_picture_gives_the_first_it_shows_in_a_figure():
    page = (
        '<article><figure><img src="/tide.jpg" width="900" alt="Low tide"></figure><p>The tide came in.</p></article>'
    )
    found = extract(page, "https://a.example/tide")
    assert (found.image, found.image_alt) == ("https://a.example/tide.jpg", "Low tide")


LONG = "The ferry left at noon with forty people and two goats on board, the harbour master said on Monday. "


def told(inner: str) -> str:
    return f"<title>Ferry sails at long last today</title><h1>Ferry sails at long last today</h1>{inner}"


def test_the_text_alone_is_the_text_that_extract_gives() -> None:
    for name in ("clean", "cluttered", "jsonld", "german"):
        assert extract_text(page(name)) == extract(page(name)).text


def test_a_page_sent_in_hidden_pieces_that_a_script_puts_in_place_is_read() -> None:
    streamed = f'<div class="loading"></div><div hidden id="S:1"><article><p>{LONG * 4}</p></article></div>'
    assert "forty people" in extract(told(streamed)).text
    assert "forty people" not in extract(told(f"<p>{'Nothing to see. ' * 30}</p><div hidden><p>{LONG * 4}")).text


def test_names_that_would_leave_nothing_of_a_page_do_not_count() -> None:
    pieces = "".join(f'<div class="share-wrapper"><p>{LONG * 4}{n}.</p></div>' for n in range(3))
    assert extract(told(pieces)).text.count("forty people") == 12
    wrapped = f'<div class="page with-comments comments"><h1>Ferry sails</h1><p>{LONG * 4}</p></div>'
    assert "forty people" in extract(wrapped).text


def test_names_of_layout_say_nothing_of_what_an_element_holds() -> None:
    assert "forty people" in extract(told(f'<div class="md:hidden bg-footer/20 lg:nav"><p>{LONG * 4}</p></div>')).text


def test_what_is_no_prose_is_never_taken_for_the_text() -> None:
    menu = "".join(f"<p>Region {n}</p>" for n in range(300))
    assert extract(told(f"<div>{menu}</div>")).kind != "article"


def test_of_a_page_with_one_article_what_stands_outside_it_is_left_out() -> None:
    around = f"<div><p>You are reading on another device, which only one person may do. {LONG}</p></div>"
    assert extract(told(f"<main><article><p>{LONG * 6}</p></article>{around}</main>")).text == (LONG * 6).strip()


def test_pieces_that_lead_to_other_articles_are_not_of_this_one() -> None:
    piece = (
        '<div class="card"><h3><a href="/{0}">A storm is coming to the coast {0}</a></h3><p>It may rain for {0} days.'
    )
    pieces = "".join(f"{piece.format(n)}</p></div>" for n in range(4))
    read = extract(told(f"<div><p>{LONG * 8}</p><p>{LONG * 3}</p><section>{pieces}</section></div>")).text
    assert "It may rain" not in read
    assert read.count("forty people") == 11


def test_an_article_that_is_made_of_linked_pieces_keeps_them() -> None:
    item = '<div class="item"><h3><a href="/{0}">Tin opener {0} of the year</a></h3><p>It opens {0} tins a minute and'
    items = "".join(f"{item.format(n)} costs {n} crowns.</p></div>" for n in range(2, 9))
    assert extract(told(f"<article><p>{LONG}</p>{items}</article>")).text.count("tins a minute") == 7


@pytest.mark.parametrize(
    "line",
    [
        "Auch interessant", "Lire aussi : le port rouvre", "Lee también", "Leggi anche", "REKLAM", "Читайте также",
        "Thank you for registering", "Box aufklappen Box zuklappen", "Suscríbete a nuestro boletín.",
        "Get the best of The Quill delivered to your inbox - subscribe to Morning Quill.",
        "You must be logged in to post a comment.",
    ],
)  # fmt: skip
def test_labels_and_pleas_in_the_middle_of_a_text_are_left_out_and_what_follows_stays(line: str) -> None:
    read = extract(
        told(f"<article><p>{LONG * 3}</p><h3>{line}</h3><p>{line}</p><p>The goats were sold. {LONG}</p>")
    ).text
    assert line not in read
    assert "goats were sold" in read


@pytest.mark.parametrize(
    "sentence",
    [
        "Folge der Entscheidung ist, dass die Fähre nun bis zum Winter im Hafen bleibt und niemand sie mehr braucht.",
        "Get rid of the ferry, said the council of Ordmund on Monday, and it would not hear of any other way.",
        "Subscribers to the ferry's old timetable had to wait for three hours, which none of them had been told.",
    ],
)
def test_a_sentence_that_begins_like_a_plea_stays(sentence: str) -> None:
    assert sentence in extract(told(f"<article><p>{LONG * 3}</p><p>{sentence}</p><p>{LONG * 2}</p>")).text


def test_what_only_screen_readers_are_told_is_no_word_of_the_text() -> None:
    page = told(f"<article><p>{LONG * 3}The <a href='/x'>harbour<span>, opens new tab</span></a> closed.</p></article>")
    assert "The harbour closed." in extract(page).text


def test_paragraphs_hidden_from_screen_readers_alone_are_read() -> None:
    page = told(
        f'<article><p>{LONG * 2}</p><p aria-hidden="true">The goats were sold at noon to a farmer.</p></article>'
    )
    assert "goats were sold" in extract(page).text


def test_state_of_scripts_and_a_trail_that_ends_in_the_title_are_no_text() -> None:
    page = told(
        f"<p>Home National Ferry sails at long last today</p><p>{{'_id': 1, 'text': '{LONG}'}}</p><p>{LONG * 3}</p>"
    )
    assert extract(page).text == (LONG * 3).strip()
