"""Every shipped pack is whole."""

import re
from dataclasses import fields, is_dataclass

import pytest

from newsclip.language.pack import codes, pack

CODES = sorted(codes())


def test_packs_are_there_for_eleven_languages():
    assert codes() >= {"en", "de", "fr", "es", "it", "pt", "nl", "ja", "zh", "pl", "sv"}
    assert len({pack(code).name for code in CODES}) == len(CODES)


@pytest.mark.parametrize("code", CODES)
def test_every_alternative_of_a_pack_is_an_expression_of_its_own(code):
    tables = [getattr(pack(code), field.name) for field in fields(pack(code))]
    for table in filter(is_dataclass, tables):
        for field in fields(table):
            given = getattr(table, field.name)
            for one in given if isinstance(given, tuple) else ():
                re.compile("|".join(one) if isinstance(one, tuple) else one)


@pytest.mark.parametrize("code", [code for code in CODES if pack(code).days])
def test_a_year_has_twelve_months_and_a_week_seven_days_with_names_of_their_own(code):
    days = pack(code).days
    for count, names in ((12, days.months), (7, days.weekdays)):
        assert len(names) == count
        assert len({name for each in names for name in each}) == sum(map(len, names))


def test_a_region_has_the_pack_of_its_language():
    assert pack("de-AT") is pack("de")


def test_what_names_no_pack_has_none():
    assert [pack(code) for code in ("", "d", "xx", "../packs/de", "DE")] == [None] * 5
