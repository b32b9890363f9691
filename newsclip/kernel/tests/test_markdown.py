import pytest

from newsclip.kernel.markdown import LONGEST, ReadComments, as_html, mentioned, names_in, read
from newsclip.kernel.sanitizing import MOST_LINKS
from tests.cpu_time import MOST_GROWTH, dearer, growth

REL = 'rel="noopener nofollow ugc"'
LINK = f'<a href="https://press.example/a" {REL}>'
LENGTH = 10_000  # as long as a comment may be
ORDINARY = "The ferry *left* at noon, said @ada. See https://press.example/a\n\n> Why?\n\n- wind\n- fog\n" * 110


def html(text):
    return as_html(read(text), {"ada": "/u/ada"}).strip()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The *ferry* **left**.", "<p>The <em>ferry</em> <strong>left</strong>.</p>"),
        ("one\ntwo\n\nthree", "<p>one<br>\ntwo</p>\n<p>three</p>"),
        ("Run `a < b`.", "<p>Run <code>a &lt; b</code>.</p>"),
        ("```py\na *b*\n```", "<pre><code>a *b*\n</code></pre>"),
        ("- fog\n- wind", "<ul>\n<li>fog</li>\n<li>wind</li>\n</ul>"),
        ("3. fog", '<ol start="3">\n<li>fog</li>\n</ol>'),
        ("> Why?\n\nSo.", "<blockquote>\n<p>Why?</p>\n</blockquote>\n<p>So.</p>"),
        ("[the *log*](https://press.example/a)", f"<p>{LINK}the <em>log</em></a></p>"),
        ("(https://press.example/a)", f"<p>({LINK}https://press.example/a</a>)</p>"),
        ("*see https://press.example/a*", f"<p><em>see {LINK}https://press.example/a</a></em></p>"),
        ("snake_case_name, \\*no\\*", "<p>snake_case_name, *no*</p>"),
    ],
)
def test_a_comment_may_say_a_little_with_markdown(text, shown):
    assert html(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "# Larger than the page's",
        "<b>bold</b> <script>alert(1)</script>",
        "[a](javascript:alert(1))",
        "[a](//press.example/)",
        "[a](data:text/html,x)",
        "[a]: javascript:alert(1)",
        "a | b\n--|--\n1 | 2",
        "&lt;b&gt; &#106;avascript:",
        "* * *",
        '[a](x" onclick="alert(1))',
    ],
)
def test_any_other_mark_is_shown_as_typed_and_does_nothing(text):
    shown = html(text)
    assert not any(f"<{name}" in shown for name in ("h1", "b>", "script", "a ", "a>", "table", "hr", "img"))
    words = "".join(read(text).words.split())
    assert words.replace("-", "").strip("*") in "".join(text.split()).replace("-", "")


def test_a_picture_is_no_more_than_a_link():
    assert html("![a](https://press.example/a)") == f"<p>!{LINK}a</a></p>"


@pytest.mark.parametrize(
    "typed",
    [
        "[press.example](https://evil.example/press.example)",
        "[press.example/news](https://evil.example/?press.example)",
        "[Press.example: all of it](https://press.example.evil.example/x)",
        "[press\\.example](https://evil.example/)",
        "[press.**example**](https://evil.example/)",
        "[@ada](https://evil.example/u/ada)",
    ],
)
def test_no_trick_makes_the_words_of_a_link_name_another_site_or_a_member(typed):
    shown = html(f"Before {typed} after")
    assert "](<a " in shown  # the address alone is a link, after the words as they were typed
    assert shown.endswith("</a>) after</p>")


@pytest.mark.parametrize("words", ["press.example", "www.press.example", "Press.Example: all of it", "the log"])
def test_the_words_of_a_link_may_name_the_site_that_it_leads_to(words):
    assert f">{words}</a>" in html(f"[{words}](https://www.press.example/a)")
    assert f">{words}</a>" in html(f"[{words}](https://news.press.example/a)")


def test_a_link_whose_words_name_another_site_hides_nothing():
    shown = html("[bank.example](https://press.example/a)")
    assert shown == f"<p>[bank.example]({LINK}https://press.example/a</a>)</p>"
    assert html("[press.example](https://press.example/a)") == f"<p>{LINK}press.example</a></p>"


def test_so_many_addresses_become_links_and_the_rest_stay_words():
    text = " ".join(f"https://press.example/{n}" for n in range(MOST_LINKS + 5))
    assert html(text).count("<a ") == MOST_LINKS
    assert f"https://press.example/{MOST_LINKS + 4}" in html(text)


def test_what_is_deeper_or_larger_than_can_be_shown_is_shown_as_typed_to_the_last_word():
    for text in (
        "> " * 50 + "deep",
        "*" * 90 + "deep" + "*" * 90,
        "- " * 40 + "deep",
        "a\n" * 4000,
        "x" * LONGEST + "<",
    ):
        assert html(text).startswith("<pre>")
        assert read(text).words == text


HOSTILE = [
    ">", "> ", "[", "*", "**", "_", "`", "*a ", "**a* ", "_a_ ", "*_", "[a](", "[a](<b", '[a](b "', "](", "![",
    "[a](https://x.example ", "[a](https://x.example/(", "[a](https://x.example/)", "https://", "http:", "@", "@a ",
    "@a@", "- ", "- a\n", "1. a\n", "> a\nb\n", "> - ", "- - - a\n", "    a\n", "a\n\n", "> ```\n", "```\n", "```a``b`",
    "[a]: b\n", "a|b\n-|-\n", "\\", "&", "<",
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("piece", [*HOSTILE, "lazy", "both ends"])
def test_hostile_marks_cost_time_linear_in_their_number(piece):
    def make(size):
        if piece == "lazy":
            return (">" * 11 + "a\n" + "b\n" * size)[:size]
        return "*" * (size // 2) + "a" + "*" * (size // 2) if piece == "both ends" else (piece * size)[:size]

    assert growth(read, make(LENGTH // 2), make(LENGTH)) < MOST_GROWTH
    assert dearer(lambda: read(make(LENGTH)), than=lambda: read(ORDINARY[:LENGTH])) < 10
    assert len(html(make(LENGTH))) < 10 * LENGTH


def test_plain_words_have_no_marks_and_ones_own_words_no_quotations():
    said = read("> Was it *old*?\n\nIt was **old**; see [the log](https://press.example/a).\n\n- `fog`")
    assert said.words == "Was it old?\nIt was old; see the log.\nfog"
    assert said.own == "It was old; see the log.\nfog"
    assert said.links == ("https://press.example/a",)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("@ada, look.", '<a href="/u/ada">@ada</a>, look.'),
        ("So says @ada.", 'So says <a href="/u/ada">@ada</a>.'),
        ("(@Ada)", '(<a href="/u/ada">@Ada</a>)'),
        ("*@ada*", '<em><a href="/u/ada">@ada</a></em>'),
        ("@adam and @bo", "@adam and @bo"),
        ("ada@ada", "ada@ada"),
        ("bo@ada.example", "bo@ada.example"),
        ("`@ada`", "<code>@ada</code>"),
        ("press.example/@ada", "press.example/@ada"),
        ("@ada@people.example", "@ada@people.example"),
    ],
)
def test_the_name_of_a_member_is_a_link_to_their_page(text, shown):
    assert html(text) == f"<p>{shown}</p>"


def test_quotations_and_code_mention_nobody():
    said = read("> @ada said so\n\n`@bo` ```@cy``` \n\n```\n@di\n```\n\n@ed")
    assert names_in(said) == ["ed"]
    assert as_html(said, {"ada": "/u/ada"}).count("<a") == 0


def test_the_longest_name_that_somebody_has_is_mentioned():
    said = read("@ada. @ada.b. @Ada @bo")
    assert mentioned(said, {"ada", "ada.b"}) == ["ada", "ada.b"]
    assert mentioned(said, {"ada", "ada."}) == ["ada.", "ada"]


def test_comments_as_read_take_no_more_memory_than_they_may_however_long_they_are():
    read_once = ReadComments(room=100_000)
    first = read_once("The ferry *left*.")
    assert read_once("The ferry *left*.") is first
    for number in range(50):
        read_once(f"{number} {ORDINARY[:LENGTH]}")
    kept = [text for text, _ in read_once.kept.values()]
    assert 0 < sum(2 * len(text) for text in kept) < 100_000  # as typed, and as plain text
    assert read_once("The ferry *left*.") == first
    assert read_once("fog " * 50_000) == read("fog " * 50_000)  # has no room at all
