"""What a page says of its article in ways of its own."""

import pytest

from newsclip.articles.rules import extract

TITLE = "Ferry to Linmouth sails again after the storm"
BODY = "<article><p>" + "The ferry left at noon with forty people and two goats on board. " * 5 + "</p></article>"


def read(head: str = "", above: str = f"<h1>{TITLE}</h1>", url: str = "https://quill.example/ferry"):
    return extract(f"<head><title>{TITLE} | The Quill</title>{head}</head><body>{above}{BODY}", url)


def day(above: str, head: str = "") -> str:
    published = read(head, above).published
    return published.isoformat() if published else ""


def shared(title: str) -> str:
    return f'<meta property="og:title" content="{title}">'


def test_a_kicker_before_the_title_is_no_part_of_it():
    assert read(shared(TITLE), f"<h1><span>Islands</span> {TITLE}</h1>").title == TITLE


def test_a_kicker_that_is_shared_with_the_title_stays():
    kicked = f"Islands: {TITLE}"
    assert read(shared(kicked), f"<h1>{kicked}</h1>").title == kicked


def test_words_that_markup_glues_together_are_set_apart_as_the_head_does():
    assert read(shared(f"Islands / {TITLE}"), f"<h1><span>Islands</span>{TITLE}</h1>").title == f"Islands / {TITLE}"


def test_a_title_with_a_dash_is_not_cut_where_the_page_shows_it_whole():
    title = "Linmouth: ferry, trams – who pays for them?"
    assert extract(f"<title>{title}</title><h1>{title}</h1>{BODY}").title == title


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ("Friday, March 6, 2026 at 11:04 p.m.", "2026-03-06T23:04:00+00:00"),
        ("Vendredi 6 mars 2026", "2026-03-06T00:00:00+00:00"),
        ("6 de marzo de 2026, 8:30", "2026-03-06T08:30:00+00:00"),
        ("06.03.2026 um 8.30 Uhr", "2026-03-06T08:30:00+00:00"),
        ("2026年3月6日", "2026-03-06T00:00:00+00:00"),
        ("6 Mar 2026, 22:11 GMT+10", "2026-03-06T22:11:00+10:00"),
        ("31/02/2026", ""),
    ],
)
def test_the_date_beside_the_heading_counts_where_none_is_declared(shown, told):
    assert day(f"<h1>{TITLE}</h1><p>The Quill<br>{shown}</p>") == told
    assert day(f"<div>{shown}</div><h1>{TITLE}</h1><p>Islands</p>") == told


def test_a_date_told_in_the_article_is_not_when_it_was_published():
    told = "The old ferry was built on 6 March 1926, when the island had a school, a mill, two inns and four churches."
    assert day(f"<h1>{TITLE}</h1><p>{told} It sank on 3 May 2001, and nobody was harmed.</p>") == ""


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ("6 March 2026", "2026-03-06T00:15:00+01:00"),
        ("6 March 2026, 4:45", "2026-03-06T04:45:00+05:30"),
        ("5 March 2026", "2026-03-05T23:15:00+00:00"),
        ("9 March 2026", "2026-03-05T23:15:00+00:00"),
    ],
)
def test_a_time_told_in_utc_is_given_on_the_day_that_the_page_shows(shown, told):
    declared = '<meta property="article:published_time" content="2026-03-05T23:15:00Z">'
    assert day(f'<h1>{TITLE}</h1><p itemprop="datePublished">{shown}</p>', declared) == told


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("/2026/03/06/ferry", "2026-03-06"),
        ("/20260306/ferry", "2026-03-06"),
        ("/2026/306/ferry", ""),
        ("/2028064/", ""),
    ],
)
def test_an_address_tells_the_day_only_where_it_holds_a_whole_date(url, told):
    published = read(url=f"https://quill.example{url}").published
    assert (published.isoformat()[:10] if published else "") == told


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Tove Quist | 6 March 2026", ("Tove Quist",)),
        ("By Tove Quist and Imre Valkas, March 6, 2026 10:15", ("Tove Quist", "Imre Valkas")),
        ("By Brian May | Updated on Friday, 6 March 2026", ("Brian May",)),
        ("By Tove Quist (toq) Friday 6 March 2026", ("Tove Quist",)),
        ("By noon the ferry was gone", ()),
    ],
)
def test_a_byline_on_one_line_with_the_date_names_people(byline, names):
    assert read("", f"<h1>{TITLE}</h1><p>{byline}</p>").authors == names


def test_an_element_named_byline_is_read_up_to_its_date():
    marked = '<p class="byline">Tove Quist, 6 March 2026, 10:15</p>'
    assert read("", f"<h1>{TITLE}</h1>{marked}").authors == ("Tove Quist",)


def test_a_byline_with_a_date_is_no_part_of_the_text():
    line = "<p>By Tove Quist and Imre Valkas in Linmouth | Updated on 6 March 2026 at 10:15</p>"
    assert "Tove" not in extract(f"<h1>{TITLE}</h1>{BODY.replace('<p>', line + '<p>')}").text


def test_an_address_for_letters_is_nobodys_name():
    assert read('<meta name="author" content="t.quist@quill.example">').authors == ()


def stamps(above: str) -> tuple[str, ...]:
    """The days of publication and of the last change."""
    found = read("", f"<h1>{TITLE}</h1>{above}")
    return tuple(when.isoformat()[:10] if when else "" for when in (found.published, found.updated))


@pytest.mark.parametrize(
    ("updated", "published"),
    [
        ("Updated 5 March 2026, 10:15", "3 March 2026"),
        ("Aktualisiert am 5. März 2026", "3. März 2026"),
        ("Mis à jour le 5 mars 2026", "Publié le 3 mars 2026"),
        ("Actualizado el 5 de marzo de 2026", "3 de marzo de 2026"),
        ("Обновлено 5 марта 2026", "3 марта 2026"),
    ],
)
def test_a_day_that_is_said_to_be_of_an_update_is_not_the_day_of_publication(updated: str, published: str):
    assert stamps(f"<p>{updated}</p><p>{published}</p>") == ("2026-03-03", "2026-03-05")
    assert stamps(f"<p>{published}</p><p>{updated}</p>") == ("2026-03-03", "2026-03-05")


def test_where_only_an_update_is_dated_the_article_is_as_old_at_least():
    assert stamps("<p>Last updated: 5 March 2026</p>") == ("2026-03-05", "2026-03-05")


def test_a_marked_time_of_change_is_the_time_of_the_update():
    marked = '<time itemprop="datePublished" datetime="2026-03-03">Tuesday</time>'
    marked += '<time itemprop="dateModified" datetime="2026-03-04T10:00:00+01:00">Wednesday</time>'
    assert stamps(marked) == ("2026-03-03", "2026-03-04")


@pytest.mark.parametrize(
    ("label", "section"),
    [
        ("<p>Kommentar von <a href='/jan'>Jan Reyl</a></p>", "Kommentar"),
        ("<span>Kommentar von</span> <a href='/jan'>Jan Reyl</a>", "Kommentar"),
        ("<p>Kommentar von Jan Reyl</p>", "Kommentar"),
        ("<b>Meinung</b>", "Meinung"),
        ("<b>Opinion</b><p>By Ada Holm</p>", "Opinion"),
        ("<button>Kommentar</button>", ""),  # writes one
        ("<a href='#talk'>Comment</a>", ""),
        ("<p>By Ada Holm</p><p>Mirrow Quay</p><p>Opinion</p>", ""),  # leads to another section
        ("<p>By <a href='/desk'>Editorial</a></p>", ""),
        ("<a>Article</a> <a>Commentary</a>", ""),  # tabs
    ],
)
def test_a_label_at_the_heading_tells_whose_view_a_page_is(label, section):
    assert read(above=f"<h1>{TITLE}</h1>{label}").section == section


@pytest.mark.parametrize(
    "menu", ["<ul><li>News</li><li>Opinion</li></ul>", "<div>Column</div>", "<a>Politik</a> <a>Meinung</a>"]
)
def test_a_menu_before_the_heading_tells_no_view(menu):
    assert read(above=f"{menu}<h1>{TITLE}</h1>").section == ""


def test_a_section_that_the_page_declares_is_its_section():
    assert (
        read('<meta property="article:section" content="Islands">', f"<b>Opinion</b><h1>{TITLE}</h1>").section
        == "Islands"
    )
