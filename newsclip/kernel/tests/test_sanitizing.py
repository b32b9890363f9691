import pytest

from newsclip.kernel.reasons import Refused
from newsclip.kernel.sanitizing import LONGEST, MOST_LINKS, clean, linked
from tests.cpu_time import dearer

ORDINARY = ("<p>" + "The <b>ferry</b> left at noon, with forty people &amp; two goats on board. " * 6 + "</p>") * 140
REL = 'rel="noopener noreferrer nofollow ugc"'


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("The <b>ferry</b> left.", "The <b>ferry</b> left."),
        ("<p>a<script>alert(1)</script>b", "<p>ab</p>"),
        ("<img src=x onerror=alert(1)>", ""),
        ('<p style="position:fixed" class="masthead" id="main" onclick=x>a</p>', "<p>a</p>"),
        ('<a href="javascript:alert(1)">a</a>', f"<a {REL}>a</a>"),
        ('<a href="//press.example/">a</a>', f"<a {REL}>a</a>"),
        ('<a href="https://press.example/" target=x>a</a>', f'<a href="https://press.example/" {REL}>a</a>'),
        ("a<svg><style><b>x</style></svg>", "a<b>x</b>"),
        ("<li>a<table><td><li>b</table>", "<li>a</li><li>b</li>"),
        ("1 < 2 & 3", "1 &lt; 2 &amp; 3"),
        ("\ud800", "?"),
    ],
)
def test_words_stay_and_what_could_do_something_goes(markup, shown):
    assert clean(markup) == shown
    assert clean(clean(markup)) == shown


@pytest.mark.parametrize(
    "markup",
    [
        "<blockquote>" * 50_000,
        "&amp;lt;" * 50_000,
        "<a " + " ".join(f"x{n}" for n in range(50_000)),
        "x" * (LONGEST + 1),
    ],
    ids=["depth", "references", "attributes", "size"],
)
def test_what_cannot_be_cleaned_in_bounded_time_is_refused_at_once(markup):
    def refuse() -> None:
        with pytest.raises(Refused, match="cannot be shown"):
            clean(markup)

    assert dearer(refuse, than=lambda: clean(ORDINARY)) < 1


@pytest.mark.parametrize("piece", ["<blockquote>", "&amp;", "<a x=1 y=2 ", "<p>", "a " * 8])
def test_the_worst_that_is_let_in_costs_no_more_than_some_ordinary_pages(piece):
    assert dearer(lambda: clean(piece * min(1999, LONGEST // len(piece))), than=lambda: clean(ORDINARY)) < 10


def test_a_readers_words_keep_every_character_and_addresses_become_links():
    assert linked("See <b>https://press.example/a?b=1&c=2</b>.\nOr not.\n\n \nEnd") == (
        f'<p>See &lt;b&gt;<a href="https://press.example/a?b=1&amp;c=2" {REL}>https://press.example/a?b=1&amp;c=2</a>'
        "&lt;/b&gt;.<br>Or not.</p><p>End</p>"
    )


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "https://name:word@press.example/", "http://", "www.press.example"]
)
def test_what_is_no_public_address_is_no_link(text):
    assert linked(text) == f"<p>{text}</p>"


def test_an_address_ends_before_the_sentences_own_marks():
    assert f'href="https://press.example/a" {REL}>https://press.example/a</a>).' in linked("(https://press.example/a).")


def test_no_more_than_a_few_addresses_become_links():
    assert linked("https://press.example/ " * 50).count("<a ") == MOST_LINKS


def test_an_address_keeps_what_looks_like_a_reference():
    written = "https://press.example/?a=1&lt;b&copy;c"
    escaped = "https://press.example/?a=1&amp;lt;b&amp;copy;c"
    assert linked(written) == f'<p><a href="{escaped}" {REL}>{escaped}</a></p>'


def test_a_text_that_is_too_long_is_refused_before_it_is_read():
    with pytest.raises(Refused, match=f"{LONGEST + 1} characters"):
        linked(" " * (LONGEST + 1))
