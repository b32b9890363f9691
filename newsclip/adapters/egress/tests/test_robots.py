"""How lines of robots.txt belong together (RFC 9309, section 2.2)."""

import pytest

from newsclip.adapters.egress.robots import Robots, parse_robots

PAGE = "https://press.example/page"


def allowed(text: str, agent: str = "FooBot", url: str = PAGE) -> bool:
    return Robots(parse_robots(text), None, 0.0).allows(url, agent)


@pytest.mark.parametrize("line", ["Mood: cheerful", "Noindex: /", "whatever this is: x", "Unknown"])
def test_a_line_with_an_unknown_field_parts_no_group(line):
    text = f"User-agent: FooBot\n{line}\nUser-agent: *\nDisallow: /\n"
    assert not allowed(text, "FooBot")
    assert not allowed(text, "BarBot")


def test_a_known_field_still_ends_the_names_of_a_group():
    text = "User-agent: FooBot\nCrawl-delay: 5\nUser-agent: *\nDisallow: /\n"
    assert allowed(text, "FooBot")
    assert Robots(parse_robots(text), None, 0.0).delay("FooBot") == 5


@pytest.mark.parametrize("field", ["Disallow", "dissallow", "disalow", "DISALLOW ", " disallow"])
def test_a_rule_that_is_spelt_as_many_spell_it_is_kept(field):
    assert not allowed(f"User-agent: FooBot\n{field}: /\n")
    assert not allowed(f"user agent: FooBot\n{field}: /\n")


def test_a_name_of_two_words_is_bound_by_what_everybody_is():
    text = "User-agent: *\nDisallow: /\nUser-agent: Foo Bar\nAllow: /page\nDisallow: /\n"
    assert allowed(text, "Foo")
    assert not allowed(text, "Foo Bar")


def test_what_is_no_robots_file_at_all_binds_nobody():
    assert allowed("<html><body>Not found</body></html>")
    assert allowed("\n \n# only a remark\n")
