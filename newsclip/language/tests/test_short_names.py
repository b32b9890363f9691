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


def test_what_is_a_bill_or_a_state_as_well_is_no_first_name() -> None:
    bill = "Senator Bill Holm spoke of the Bill, and Bill was passed."
    assert not known(bill).used("The vote on the Bill was close.")
    state = "Virginia Quist flew home from Virginia. Virginia votes on Monday."
    assert mark("Virginia") not in known(state).used("The votes of Virginia came late.")
