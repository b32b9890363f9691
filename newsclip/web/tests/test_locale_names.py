"""Countries and languages are called by their names, in the language that the page speaks."""

import pytest
from django.utils.translation import override

from newsclip.web import locale_names


@pytest.mark.parametrize(
    ("language", "sweden", "swedish"),
    [("en", "Sweden", "Swedish"), ("de", "Schweden", "Schwedisch"), ("fr", "Suède", "suédois")],
)
def test_a_country_and_a_language_have_names_in_the_readers_language(language, sweden, swedish):
    with override(language):
        assert locale_names.country_name("SE") == sweden
        assert locale_names.language_name("sv-FI") == swedish


def test_a_country_is_found_under_the_letter_that_it_begins_with():
    with override("de"):
        names = [name for _, name in locale_names.countries()]
    assert names.index("Norwegen") < names.index("Österreich") < names.index("Pakistan")


@pytest.mark.parametrize("code", ["", "AA", "XV", "ZZ", "EU", "QQ"])
def test_what_is_no_country_has_no_name_and_is_not_offered(code):
    assert locale_names.country_name(code) == ""
    assert code not in dict(locale_names.countries())


def test_a_code_that_nobody_knows_is_shown_as_it_is_and_stays_chosen():
    assert locale_names.country_name("OO") == "OO"
    assert locale_names.language_name("tlh-x-lindmere") == "Klingon"
    assert locale_names.language_name("zzz") == "zzz"
    assert locale_names.countries_with("OO")[-1] == ("OO", "OO")
