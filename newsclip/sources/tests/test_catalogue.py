"""A catalogue of public sources: good entries count, and each bad one says what is wrong with it."""

import pytest

from newsclip.kernel.reasons import Refused, explain
from newsclip.sources import actions
from newsclip.sources.models import Publisher, Source
from newsclip.sources.rules.catalogue import MOST_ENTRIES, choose, read_catalogue
from newsclip.sources.tests.fakes import NOW

GAZETTE = """
[[source]]
url = "https://gazette.example/feed.xml?utm_source=x"
publisher = "The Fernby Gazette"
country = "se"
categories = ["General", "Business"]
owner = "Fernby Press"

[[source]]
url = "https://quill.example/news.xml"
kind = "sitemap"
title = "Quill: news"
publisher = "Quill"
home = "https://quill.example/"
country = "NO"
categories = ["Culture"]
"""


def one(fields: str) -> str:
    return f'[[source]]\nurl = "https://a.example/"\n{fields}'


def test_an_entry_is_read_with_its_defaults_and_its_address_normalized():
    first, second = read_catalogue(GAZETTE).entries
    assert (first.url, first.kind, first.country) == ("https://gazette.example/feed.xml", "feed", "SE")
    assert (second.kind, second.title, second.categories) == ("sitemap", "Quill: news", ("Culture",))


@pytest.mark.parametrize(
    ("country", "category", "chosen"),
    [("", "", 2), ("se", "", 1), ("", "business", 1), ("NO", "Business", 0), ("DE", "", 0)],
)
def test_entries_are_chosen_by_country_and_category(country, category, chosen):
    assert len(choose(read_catalogue(GAZETTE).entries, country, category)) == chosen


@pytest.mark.parametrize(
    ("text", "code", "detail"),
    [
        ("[[source]]\ntitle = 'A'", "not_a_url", ""),
        ('[[source]]\nurl = "file:///etc/passwd"', "scheme_refused", ""),
        ('[[source]]\nurl = "https://me:secret@a.example/"', "credentials_refused", ""),
        ("[[source]]\nurl = 7", "bad_entry", "url is not in quotation marks"),
        (one('kind = "podcast"'), "bad_entry", "kind is one of feed, sitemap, page"),
        (one('country = "Sweden"'), "no_country", "SWEDEN"),
        (one('categories = "General"'), "bad_entry", "categories is a list of at most 10 names"),
        (one("categories = [1]"), "bad_entry", "a category is a name of at most 40 characters"),
        (one('colour = "red"'), "bad_entry", "unknown: colour"),
        (one(f'owner = "{"x" * 201}"'), "bad_entry", "owner has more than 200 characters"),
        ("source = [1]", "bad_entry", "write [[source]] before each entry"),
        (one("") + one(""), "named_twice", "https://a.example/"),
    ],
)
def test_what_is_wrong_with_an_entry_is_said_and_stops_no_other(text, code, detail):
    found = read_catalogue(text + GAZETTE if not text.startswith("source =") else text)
    assert [problem.code for problem in found.problems] == [code]
    assert detail in found.problems[0].detail
    assert explain(code).remedy
    assert text.startswith("source =") or len(found.entries) >= 2


@pytest.mark.parametrize("text", ["no toml", "source = 1", "a = " + "[" * 50_000, "[source]\nurl = 'x'"])
def test_what_is_no_catalogue_is_refused(text):
    with pytest.raises(Refused) as refused:
        read_catalogue(text)
    assert refused.value.code == "not_a_catalogue"


def test_a_line_of_very_many_dots_is_named_as_reading_it_would_take_their_square():
    with pytest.raises(Refused) as refused:
        read_catalogue(GAZETTE + "a" + ".a" * 501 + " = 1")
    assert (refused.value.code, refused.value.detail) == ("not_a_catalogue", "line 17 has more than 500 dots")
    assert len(read_catalogue(f"note = '{'.' * 500}'" + GAZETTE).entries) == 2


def test_a_catalogue_is_read_up_to_a_bound_and_says_so():
    text = "".join(f'[[source]]\nurl = "https://a.example/{number}"\n' for number in range(MOST_ENTRIES + 1))
    found = read_catalogue(text)
    assert len(found.entries) == MOST_ENTRIES
    assert found.problems[-1].code == "too_many_entries"


@pytest.mark.django_db
def test_following_an_entry_keeps_what_it_knows_of_the_publisher_where_nothing_is_known():
    Publisher.objects.create(domain="quill.example", name="Quill", country="DK")
    entries = read_catalogue(GAZETTE).entries
    assert [result.code for result in actions.follow_listed(entries, now=NOW)] == ["added", "added"]
    assert [result.code for result in actions.follow_listed(entries, now=NOW)] == ["already_followed"] * 2
    gazette, quill = Publisher.objects.order_by("domain")
    assert (gazette.name, gazette.owner, gazette.country) == ("The Fernby Gazette", "Fernby Press", "SE")
    assert quill.country == "DK"
    assert Source.objects.get(publisher=quill).kind == "sitemap"
