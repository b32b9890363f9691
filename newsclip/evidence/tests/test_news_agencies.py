"""One list of news agencies: whoever asks for one asks the same."""

import pytest

from newsclip.evidence.verifier.datelines import is_dateline
from newsclip.language.news_agencies import AGENCY_NAMES, CREDITED, OTHERS
from newsclip.stories.rules.origins import CREDITS, credit

SIGNED = [one for one in (*CREDITED, *OTHERS) if "-" not in one.sign]  # as brackets of datelines hold them


@pytest.mark.parametrize("agency", SIGNED, ids=lambda one: one.sign)
def test_a_dateline_may_name_each_by_its_sign(agency):
    assert is_dateline(f"ORLO ({agency.sign}) —", "en", (), ["It rained in Orlo."])


@pytest.mark.parametrize("agency", [*CREDITED, *OTHERS], ids=lambda one: one.sign)
def test_each_is_known_by_all_its_names(agency):
    assert {agency.sign.lower(), *map(str.lower, agency.names)} <= AGENCY_NAMES


@pytest.mark.parametrize("agency", CREDITED, ids=lambda one: one.sign)
def test_grouping_credits_each_by_its_sign_and_in_whole(agency):
    assert {credit(f"ORLO ({name}) — It rained.") for name in (agency.sign, *agency.names)} == {agency.sign}


def test_grouping_keeps_credits_by_their_number():
    assert (CREDITS.index("AP"), CREDITS.index("UPI"), CREDITS.index("agency"), len(CREDITS)) == (1, 22, 23, 24)
