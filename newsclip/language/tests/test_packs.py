"""Every shipped pack is whole."""

import re
from dataclasses import fields, is_dataclass

import pytest

from newsclip.language.guards import guards_of
from newsclip.language.pack import NO_PACK, codes, pack, verifier_codes, verifier_words
from newsclip.language.page_words import all_page_words, in_any_language, months
from newsclip.language.pattern_parts import joined

CODES = sorted(codes())


def test_packs_are_there_for_eleven_languages():
    assert codes() >= {"en", "de", "fr", "es", "it", "pt", "nl", "ja", "zh", "pl", "sv"}
    assert len({pack(code).name for code in CODES}) == len(CODES)


@pytest.mark.parametrize("code", CODES)
def test_every_alternative_of_a_pack_is_an_expression_of_its_own(code):
    records = [pack(code), *([verifier_words(code)] if verifier_words(code) else [])]
    for table in (table for record in records for table in tables(record)):
        for patterns in patterns_of(table):
            for one in patterns:
                re.compile("|".join(one) if isinstance(one, tuple) else one)


@pytest.mark.parametrize("code", CODES)
def test_every_part_that_a_pattern_names_is_there(code):
    for whole in tables(pack(code)):
        for table in tables(whole) if hasattr(whole, "parts") else ():
            for patterns in patterns_of(table):
                joined((one for one in patterns if isinstance(one, str)), whole.parts)


def tables(table):
    yield table
    for field in fields(table):
        if is_dataclass(given := getattr(table, field.name)):
            yield from tables(given)


def patterns_of(table):
    given = [getattr(table, field.name) for field in fields(table)]
    named = [one for each in given if isinstance(each, dict) for one in each.values()]
    return [one for one in (*given, *named) if isinstance(one, tuple) and not is_list_of_pairs(one)]


def is_list_of_pairs(given):
    return bool(given) and isinstance(given[0], tuple) and isinstance(given[0][0], tuple)


@pytest.mark.parametrize("code", [code for code in CODES if pack(code).days])
def test_a_year_has_twelve_months_and_a_week_seven_days_with_names_of_their_own(code):
    days = pack(code).days
    for count, names in ((12, days.months), (7, days.weekdays)):
        assert len(names) == count
        assert len({name for each in names for name in each}) == sum(map(len, names))


def test_a_page_is_read_by_its_words_in_every_language_at_once():
    assert len({words.name for words in all_page_words()}) > len(CODES)
    assert {"by", "von", "par"} <= set(in_any_language("bylines.by"))
    assert {months()[name] for name in ("march", "märz", "марта", "mart")} == {3}


@pytest.mark.parametrize("words", [words for words in all_page_words() if words.months], ids=lambda words: words.name)
def test_a_year_on_a_page_has_twelve_months(words):
    assert len(words.months) == 12


def test_the_verifier_knows_the_words_of_every_language_with_guards_and_of_no_other():
    assert verifier_codes() == {code for code in CODES if guards_of(code)}


def test_a_region_has_the_pack_of_its_language():
    assert pack("de-AT") is pack("de")
    assert verifier_words("de-AT") is verifier_words("de")


def test_what_names_no_pack_has_none():
    for code in ("", "d", "xx", "../packs/de", "DE"):
        assert (pack(code), verifier_words(code)) == (NO_PACK, None)
