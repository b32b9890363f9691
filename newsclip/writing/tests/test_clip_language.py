"""In which language the clip of a story of several languages is written."""

from newsclip.writing.clip_language import clip_languages


def test_the_language_with_most_reports_comes_first_and_of_two_that_are_even_the_one_told_first() -> None:
    assert clip_languages({"de": 1, "en": 3, "fr": 1}) == ("en", "de", "fr")
    assert clip_languages({"fr": 2, "en": 2}) == ("fr", "en")


def test_what_the_readers_of_the_site_read_comes_before_what_most_report_in() -> None:
    reports = {"en": 9, "de": 1, "fr": 2}
    assert clip_languages(reports, ["it", "de"])[0] == "de"
    assert clip_languages(reports, ["fr", "de"]) == ("fr", "de", "en")
    assert clip_languages(reports, ["it"])[0] == "en"


def test_a_published_clip_keeps_its_language_until_another_has_more_than_twice_as_many_reports() -> None:
    assert clip_languages({"de": 1, "en": 2}, now="de")[0] == "de"
    assert clip_languages({"de": 1, "en": 3}, now="de")[0] == "en"
    assert clip_languages({"de": 1, "en": 2}, ["en"], now="de")[0] == "en"
    assert clip_languages({"en": 2}, now="de") == ("en",)


def test_a_story_of_twelve_languages_names_each_once() -> None:
    codes = ["en", "de", "fr", "es", "pt", "it", "zh", "ja", "ru", "tr", "hi", "pl"]
    assert set(clip_languages(dict.fromkeys(codes, 1), ["ja", "ja", "xx"])) == set(codes)
    assert clip_languages({}) == ()
