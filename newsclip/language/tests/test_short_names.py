"""Whom a text calls by a last name, and what only looks like one."""

from newsclip.language.names import find_names
from newsclip.language.short_names import ShortNames, mark, short_names

HAILED = "British Prime Minister Ada Holm hailed the release of the British crew. The British sailed home on Monday."


def known(text: str) -> ShortNames:
    return short_names("Crew released", text, "", find_names(text, "en"), "en")


def test_a_people_is_no_last_name() -> None:
    assert mark("British") not in known(HAILED).used("The port freed the British.")


def test_a_last_name_beside_one_still_is() -> None:
    text = "British captain Ada Holm hailed the release. Holm sailed home with Rob Brask on Monday, Brask said."
    assert mark("Holm") in known(text).used("Holm hailed the release.")
    assert mark("Brask") in known(text).used("Brask hailed the release.")


def test_what_an_article_never_gives_in_full_is_taken_as_known() -> None:
    assert mark("Brask") in known(HAILED).used_as_known("The crew of Brask sailed home.")
    text = "Captain Rob Brask hailed the release, and Brask sailed home."
    assert mark("Brask") not in known(text).used_as_known(text)


def test_a_first_name_by_itself_needs_the_full_one() -> None:
    text = "Captain Ada Holm hailed the release. Ada sailed home with Rob Brask on Monday, and Air Quist flew others."
    assert mark("Ada") in known(text).used("The crew had waited for Ada.")
    assert mark("Ada") in known(text).brought_in("Captain Ada Holm hailed the release.")
    assert mark("Ada") not in known("Captain Ada Holm hailed the release.").used("The crew had waited for Ada.")
    assert not known(f"{text} Air was short.").used("Air was short in the hold.")
