import pytest

from newsclip.db.leases import claim
from newsclip.kernel.reasons import Refused
from newsclip.sources import actions, queries
from newsclip.sources.models import Source
from newsclip.sources.rules.links import read_links
from newsclip.sources.tests.fakes import NOW, Web

URL = "https://gazette.example/news/"
HTML = "text/html; charset=utf-8"


def box(path: str, title: str, day: int = 2) -> str:
    return f'<article><h2><a href="{path}">{title}</a></h2><time datetime="2026-03-0{day}">x</time></article>'


NEWS = "".join(box(f"/a{n}", f"The bridge of Fernby opens {n}") for n in range(4))


def links(inside: str) -> list[str]:
    reading = read_links(f"<!doctype html><html lang=en><body>{inside}".encode(), url=URL, now=NOW)
    return [entry.url.rpartition("/")[2] for entry in reading.entries]


def test_the_headings_that_repeat_are_the_articles_with_their_days():
    reading = read_links(f"<title>News</title>{NEWS}".encode(), url=URL, now=NOW)
    assert [entry.url.rpartition("/")[2] for entry in reading.entries] == ["a0", "a1", "a2", "a3"]
    assert reading.entries[0].title == "The bridge of Fernby opens 0"
    assert reading.entries[0].published.day == 2


def test_a_link_around_its_heading_counts_as_one_within_it():
    cards = "".join(f"<a href=/c{n}><img src=x><h3>Ferry number {n} is late</h3><p>More</p></a>" for n in range(3))
    assert links(f"<main>{cards}</main>") == ["c0", "c1", "c2"]


def test_menus_other_sites_topics_and_single_links_are_no_articles():
    noise = (
        "<nav><h2><a href=/n1>One two three</a></h2><h2><a href=/n2>One two three</a></h2></nav>"
        + box("https://elsewhere.example/x", "Another site tells this")
        + box("/tag/bridges", "All about our bridges")
        + box("/video/a.mp4", "The bridge as it falls")
        + "<p><a href=/lonely>This single link is long enough, though</a></p>"
    )
    assert links(noise + NEWS) == ["a0", "a1", "a2", "a3"]


def test_without_headings_long_links_of_one_form_count():
    rows = "".join(f"<li><a href=/r{n}>The council of Fernby votes on part {n}</a></li>" for n in range(3))
    assert links(f"<ul>{rows}</ul>") == ["r0", "r1", "r2"]


HEADLINES = (
    "Ferry aground in fog off Marrow Point",
    "Council votes to mend the old bridge",
    "Schools in Fernby close for snow",
    "Harbour master resigns over new tariff",
    "Wind farm gets its last turbine today",
)
FRAME = """<!doctype html><html lang=en><title>Gazette</title><body><header class="site"><a href="/">Gazette</a>
<div class="menu"><a href="/sport">Sport</a> <a href="/culture">Culture</a></div></header>{}<div class="most-read">
<ol><li><a href="/f0/ferry-aground">{}</a></li></ol></div><footer><ul><li><a href="/imprint">Who we are, what we do</a>
<li><a href="/privacy">How we care for what you say</a><li><a href="/jobs">Come and work with us</a></ul></footer>"""
LINK = '<a href="{to}">{title}</a>'
STYLES = {
    "blog": f'<article><header><h2 class="entry-title">{LINK}</h2></header><p>One</p></article>',
    "cards of divisions": '<div class="card"><a href="{to}"><span class="card__title">{title}</span></a></div>',
    "utility classes": '<div class="md:flex"><a href="{to}"><img alt=""><h3 class="text-xl">{title}</h3></a></div>',
    "rows of a table": '<tr><td><font size=2><a href="{to}"><b>{title}</b></a></font></td></tr>',
    "rows of a view": f'<div class="views-row"><div><span class="field-content">{LINK}</span></div></div>',
    "definitions": f"<dt>{LINK}</dt><dd>What it is about</dd>",
    "list with days": f'<li><span class="day">2 March</span> {LINK}</li>',
    "picture and heading": f'<section><a href="{{to}}"><img alt="{{title}}"></a><h4>{LINK}</h4></section>',
    "kicker": f'<article><span class="kicker"><a href="/sport">Sport</a></span><h3>{LINK}</h3></article>',
    "under a section": '<article><h3><a href="/section/local{to}-in-fog">{title}</a></h3></article>',
}


@pytest.mark.parametrize("style", STYLES)
def test_pages_of_many_makers_are_read(style):
    rows = "".join(STYLES[style].format(to=f"/f{n}/ferry-aground", title=title) for n, title in enumerate(HEADLINES))
    inside = f"<table>{rows}</table>" if rows.startswith("<tr") else f"<div>{rows}</div>"
    reading = read_links(FRAME.format(inside, HEADLINES[0]).encode(), url=URL, now=NOW)
    assert tuple(entry.title for entry in reading.entries) == HEADLINES


@pytest.mark.parametrize(
    "titles",
    [
        ("橋の修理が冬の前に始まる", "市議会が新しい港の計画を承認", "雪で学校が休みになる見込み"),
        ("桥梁维修将在冬季前开始", "市议会批准新港口计划", "学校因大雪停课一天"),
        ("สภาเมืองอนุมัติแผนท่าเรือใหม่", "โรงเรียนปิดเพราะน้ำท่วมหนัก", "เรือข้ามฟากเกยตื้นในหมอก"),
        ("Brückensanierung beginnt", "Hafenmeister tritt zurück", "Wintereinbruch schließt Schulen"),
    ],
    ids=["Japanese", "Chinese", "Thai", "German"],
)
def test_headings_of_few_words_count_where_words_are_long(titles):
    rows = "".join(f"<article><h2><a href=/f{n}>{title}</a></h2></article>" for n, title in enumerate(titles))
    reading = read_links(f"<meta charset=utf-8><main>{rows}</main>".encode(), url=URL, now=NOW)
    assert tuple(entry.title for entry in reading.entries) == titles


@pytest.mark.parametrize("page", ["", "<p>Text", box("/a", "Only one of them here"), "\x00" * 50])
def test_a_page_that_lists_nothing_says_so(page):
    assert read_links(page.encode(), url=URL, now=NOW).code == "no_links_found"


@pytest.mark.django_db
def test_a_page_without_a_feed_is_followed_for_its_links():
    web = Web()
    web.put(URL, NEWS.encode(), HTML)
    assert [result.code for result in actions.add(URL, fetch=web, now=NOW)] == ["added"]
    assert Source.objects.get().kind == "page"
    [result] = actions.look(claim(queries.due(NOW), now=NOW, limit=1), fetch=web, now=NOW)
    assert (result.code, len(result.entries)) == ("looked", 4)


@pytest.mark.django_db
def test_a_page_without_feed_or_list_is_refused():
    web = Web()
    web.put(URL, b"<!doctype html><p>About us", HTML)
    with pytest.raises(Refused) as refused:
        actions.add(URL, fetch=web, now=NOW)
    assert refused.value.code == "no_feed_found"
