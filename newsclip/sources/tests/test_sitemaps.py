import gzip

from newsclip.sources.rules.kinds import kind_of
from newsclip.sources.rules.sitemaps import read_sitemap
from newsclip.sources.tests.fakes import NOW

URL = "https://gazette.example/sitemap.xml"
OPEN = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">'
)
NEWS = (
    f"{OPEN}<url><loc>https://gazette.example/a</loc><news:news><news:publication><news:name>Gazette</news:name>"
    "<news:language>en</news:language></news:publication><news:publication_date>2026-03-02</news:publication_date>"
    "<news:title>Bridge opens</news:title></news:news></url><url><loc>https://gazette.example/about</loc></url></urlset>"
).encode()


def read(body: bytes):
    return read_sitemap(body, url=URL, now=NOW)


def test_a_news_sitemap_gives_its_news_and_not_its_other_pages():
    reading = read(NEWS)
    assert (reading.code, reading.title) == ("looked", "Gazette")
    [entry] = reading.entries
    assert (entry.url, entry.title, entry.language) == ("https://gazette.example/a", "Bridge opens", "en")


def test_a_packed_sitemap_is_unpacked_and_its_kind_is_known():
    packed = gzip.compress(NEWS)
    assert read(packed).entries == read(NEWS).entries
    assert kind_of(packed, {}) == "sitemap"
    assert read(b"\x1f\x8bjunk").code == "feed_unreadable"


def test_of_a_plain_sitemap_what_changed_lately_counts_newest_first():
    days = {"/old": "2026-01-01", "/new": "2026-03-04", "/newest": "2026-03-05", "/undated": ""}
    rows = "".join(f"<url><loc>{path}</loc><lastmod>{day}</lastmod></url>" for path, day in days.items())
    reading = read(f"{OPEN}{rows}</urlset>".encode())
    assert [entry.url.rpartition("/")[2] for entry in reading.entries] == ["newest", "new"]


def test_an_index_names_its_likeliest_parts():
    names = {"pages": "2026-03-05", "news": "2026-03-01", "old": "2020-01-01", "older": "2019-01-01"}
    rows = "".join(f"<sitemap><loc>/{name}.xml</loc><lastmod>{day}</lastmod></sitemap>" for name, day in names.items())
    reading = read(f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</sitemapindex>'.encode())
    assert [part.rpartition("/")[2] for part in reading.parts] == ["news.xml", "pages.xml", "old.xml"]
