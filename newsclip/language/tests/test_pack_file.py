"""A language pack says what it must, or says which field is wrong and what to do."""

from dataclasses import dataclass

import pytest

from newsclip.language.pack_file import CasedPattern, PackError, PackTables, read_pack


@dataclass(frozen=True)
class Days:
    months: tuple[tuple[str, ...], ...] | None
    shifts: dict[str, int] | None


@dataclass(frozen=True)
class Pack:
    name: str
    plain: bool
    words: frozenset[str] | None
    past: tuple[str, ...] | None
    days: Days | None


GOOD = """
name = "Norvalish"
plain = true
unsupported = ["days.shifts"]
words = ["nej", "inte"]
past = ['\\S+ år sedan', "då|förr"]
[days]
months = [["januari", "jan"], ["februari"]]
"""


@pytest.fixture
def read(tmp_path):
    def reading(text: str) -> Pack:
        path = tmp_path / "xx.toml"
        path.write_text(text)
        return read_pack(path, Pack)

    return reading


def test_a_pack_gives_each_field_or_says_that_it_has_none(read):
    days = Days((("januari", "jan"), ("februari",)), None)
    assert read(GOOD) == Pack("Norvalish", True, frozenset({"nej", "inte"}), ("\\S+ år sedan", "då|förr"), days)


def test_a_field_with_a_default_may_be_left_out(tmp_path):
    @dataclass(frozen=True)
    class Page:
        name: str
        past: tuple[str, ...] = ()

    path = tmp_path / "xx.toml"
    path.write_text('name = "Norvalish"')
    assert read_pack(path, Page) == Page("Norvalish")


def test_a_whole_table_may_be_unsupported(read):
    text = GOOD.partition("[days]")[0].replace("days.shifts", "days")
    assert read(text).days is None


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ('words = ["nej", "inte"]', "", 'xx.toml: words is missing; give it, or name it in "unsupported".'),
        ('"days.shifts"', "", 'days.shifts is missing; give it, or name it in "unsupported".'),
        ("plain = true", "", 'plain is missing; give it.'),
        ('"days.shifts"', '"days.shifts", "plain"', "plain is given and named"),
        ('"days.shifts"', '"days.shifts", "words"', 'words is given and named in "unsupported"; keep one of both.'),
        ('"days.shifts"', '"days.shift"', "unsupported: days.shift is no field; see newsclip/language/pack.py."),
        ('["days.shifts"]', '"days.shifts"', "unsupported is no list of names"),
        ('["days.shifts"]', '[["days.shifts"]]', "unsupported is no list of names"),
        ('past = ', 'words = ["en"]\npast = ', "words is given twice; keep one of them."),
        ("months = ", 'months = [["mars"]]\nmonths = ', "days.months is given twice; keep one of them."),
        ("[days]", "[days]\n[days]", "days is given twice"),
        ("past = ", "passed = 1\npast = ", "passed is no field; see newsclip/language/pack.py."),
        ('["nej", "inte"]', "[]", "words is empty or holds an empty word; give words"),
        ('["nej", "inte"]', '["nej", ""]', "words is empty or holds an empty word"),
        ('["nej", "inte"]', '"nej"', 'words is no list of words; write ["one", "two"].'),
        ('["nej", "inte"]', '["nej", 1]', "words is no list of words"),
        ('["nej", "inte"]', '["nej", "nej"]', 'words holds "nej" twice; keep one.'),
        ('["nej", "inte"]', '["Nej"]', 'words holds "Nej"; write "nej".'),
        ('["nej", "inte"]', '["n’a  pas"]', 'words holds "n’a  pas"; write "n\'a pas".'),
        ("år sedan", "År sedan", 'past holds "\\S+ År sedan"; write "\\S+ år sedan".'),
        ('["januari", "jan"]', "[]", "days.months is empty"),
        ('[["januari", "jan"], ["februari"]]', "[]", "days.months is empty"),
        ('[["januari", "jan"], ["februari"]]', '["januari"]', "days.months is no list of words"),
        ("[days]", "[days]\nshifts = { sen = true }", "given and named"),
        ("plain = true", 'plain = "yes"', "plain is neither true nor false; write one of both."),
        ('[["januari", "jan"], ["februari"]]', "1", "days.months is empty"),
        ('"Norvalish"', "1", "name is no text"),
        ('"Norvalish"', '""', "name is no text; write it between quotation marks."),
        ('name = "Norvalish"', "name = ", "the file is no TOML"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place_and_what_to_do(read, was, now, said):
    assert was in GOOD
    with pytest.raises(PackError) as refused:
        read(GOOD.replace(was, now))
    assert str(refused.value).startswith("xx.toml: ")
    assert said in str(refused.value)


@pytest.mark.parametrize("given", ["{ sen = true }", "1"])
def test_a_days_shift_is_a_whole_number(read, given):
    with pytest.raises(PackError, match=r"days\.shifts is no table of whole numbers"):
        read(GOOD.replace('"days.shifts"', "") + f"shifts = {given}")


def test_a_pack_is_in_utf_8(tmp_path):
    path = tmp_path / "xx.toml"
    path.write_bytes(GOOD.encode("latin-1"))
    with pytest.raises(PackError, match=r"xx.toml: the file is not in UTF-8; save it so\."):
        read_pack(path, Pack)


def test_a_table_is_no_word(read):
    with pytest.raises(PackError, match="days is no table"):
        read(GOOD.partition("[days]")[0].replace('"days.shifts"', "") + 'days = "mars"')


@dataclass(frozen=True)
class Page:
    name: str
    voice: tuple[CasedPattern, ...]
    sections: dict[str, frozenset[str]]
    titles: dict[str, tuple[str, ...]]


PAGE = """
name = "Norvalish"
voice = ["Jag", "jag"]
sections = { sports = ["fotboll"] }
titles = { live = ['live\\b'] }
"""


@pytest.fixture
def read_page(tmp_path):
    def reading(text: str) -> Page:
        path = tmp_path / "xx.toml"
        path.write_text(text)
        return read_pack(path, Page)

    return reading


def test_capitals_count_where_the_field_says_so_and_lists_may_have_names(read_page):
    assert read_page(PAGE) == Page(
        "Norvalish", ("Jag", "jag"), {"sports": frozenset({"fotboll"})}, {"live": ("live\\b",)}
    )


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ('{ sports = ["fotboll"] }', "{}", "sections is no table of lists; write a list for each name."),
        ('{ sports = ["fotboll"] }', '["fotboll"]', "sections is no table of lists"),
        ('["fotboll"]', '["Fotboll"]', 'sections holds "Fotboll"; write "fotboll".'),
        ("live\\b", "Live", 'titles holds "Live"; write "live".'),
        ('"jag"]', '"Jag"]', 'voice holds "Jag" twice; keep one.'),
    ],
)
def test_what_is_wrong_with_named_lists_is_told(read_page, was, now, said):
    assert was in PAGE
    with pytest.raises(PackError) as refused:
        read_page(PAGE.replace(was, now))
    assert said in str(refused.value)


def test_a_table_is_read_when_it_is_asked_for(tmp_path):
    path = tmp_path / "xx.toml"
    path.write_text(GOOD.replace("], [", "] ["))
    tables = PackTables(path, Pack)
    assert tables.field("words") == {"nej", "inte"}
    with pytest.raises(PackError, match=r"xx\.toml: the file is no TOML: .* \(at line 8"):
        tables.field("days")


def test_of_a_table_that_is_not_there_there_is_word_at_once(tmp_path):
    path = tmp_path / "xx.toml"
    path.write_text(GOOD + "[dagar]\n")
    with pytest.raises(PackError, match=r"dagar is no field"):
        PackTables(path, Pack)


@pytest.mark.parametrize("given", ['[["rise"], ["fall"]]', '[[["rise"]]]', "[]", "1"])
def test_contraries_are_pairs_of_rows(tmp_path, given):
    @dataclass(frozen=True)
    class Turned:
        contraries: tuple[tuple[tuple[str, ...], ...], ...]

    path = tmp_path / "xx.toml"
    path.write_text('contraries = [[["rise", "climb"], ["fall"]]]')
    assert read_pack(path, Turned) == Turned(((("rise", "climb"), ("fall",)),))
    path.write_text(f"contraries = {given}")
    with pytest.raises(PackError):
        read_pack(path, Turned)
