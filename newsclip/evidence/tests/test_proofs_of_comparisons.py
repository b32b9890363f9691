"""What a comparison, a phrase behind many things, or a verb that came close holds stays with it."""

import pytest

from newsclip.adapters.embedded.spacy_parser import is_installed
from newsclip.evidence.tests.proved import stands

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")]

MORE_IN_THE_PASSAGE = [
    ("Kerr earned more than Lund.", "Kerr earned more than Lund did in 2019."),
    ("Kerr ran the race faster than Lund.", "Kerr ran the race faster than Lund walked it."),
    ("Kerr won twice as many votes.", "Kerr won twice as many votes in Velm."),
    ("Kerr won more votes.", "Kerr won more votes in Velm."),
    # which of many
    ("Dr Kerr cured the patients.", "Dr Kerr cured the patients with mild symptoms."),
    ("The airline cancelled flights to Orlo.", "The airline cancelled flights to Orlo from its northern hub."),
    # all but
    ("The hostages were released.", "The hostages were as good as released."),
    ("The patient recovered.", "The patient came close to recovering."),
    # whose words they are
    ("The dam broke.", "The dam broke, in the words of Lund."),
]
THE_SAME = [
    ("Kerr earned more than Lund did in 2019.", "Kerr earned more than Lund did in 2019."),
    ("Divers found the wreck.", "The wreck was found by divers near Orlo on Sunday."),
    ("Police arrested the men.", "Police arrested the men after a search."),
    ("Police arrested a man.", "Police arrested a man with a gun."),
]


@pytest.mark.parametrize(("said", "held"), MORE_IN_THE_PASSAGE)
def test_what_a_comparison_or_many_things_are_told_within_stays(said, held):
    assert not stands(said, held)


@pytest.mark.parametrize(("said", "held"), THE_SAME)
def test_what_only_tells_more_may_go(said, held):
    assert stands(said, held)
