"""Which adjectives a noun may lose: those of a closed list, as an own goal is no goal of whoever scored it."""

import pytest

from newsclip.adapters.embedded.spacy_parser import is_installed
from newsclip.evidence.tests.proved import stands

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")]

OTHER_KINDS = [
    ("Holm scored a goal.", "Holm scored an own goal."),
    ("The goal was scored by Holm.", "The own goal was scored by Holm."),
    ("A goal was scored by Holm.", "An own goal was scored by Holm."),
    ("Holm scored an own goal.", "Holm scored a goal."),
    ("Police found a man in Velm.", "Police found a dead man in Velm."),
    ("The man was found in Velm.", "The dead man was found in Velm."),
    ("The doctor examined a child.", "The doctor examined an unborn child."),
    ("Police found a diamond.", "Police found a synthetic diamond."),
    ("Holm won a victory.", "Holm won a moral victory."),
    ("Holm caused an accident.", "Holm caused a near accident."),
    ("Holm visited a factory.", "Holm visited a defunct factory."),
    ("Ada Holm is a professor.", "Ada Holm is an emeritus professor."),
    ("Police found men.", "Police found dead men."),
    ("Reyl reported a robbery.", "Reyl reported an attempted robbery."),
    ("Police arrested a robber.", "Police arrested a would-be robber."),
    ("Police arrested a doctor.", "Police arrested a self-styled doctor."),
    ("Reyl met a mayor.", "Reyl met a deputy mayor."),
    ("Reyl organised an election.", "Reyl organised a mock election."),
]
OF_THE_SAME_KIND = [
    ("Holm bought a house.", "Holm bought a large house."),
    ("The council opened the bridge.", "The council opened the new bridge."),
    ("The court jailed a man.", "The court jailed a young man."),
    ("A farmer found the ring.", "A local farmer found the ring."),
    ("Police arrested a man.", "Police arrested a 40-year-old man."),
    ("Police arrested a man.", "Police arrested an unnamed man."),
    ("Holm bought a car.", "Holm bought a French car."),
    ("Police found a ship.", "Police found a cargo ship."),
    ("Holm sold his house.", "Holm sold his own house."),
    ("Holm sold his own house.", "Holm sold his house."),
]


@pytest.mark.parametrize(("said", "held"), OTHER_KINDS)
def test_an_adjective_that_may_make_another_thing_of_a_noun_stays(said, held):
    assert not stands(said, held)


@pytest.mark.parametrize(("said", "held"), OF_THE_SAME_KIND)
def test_one_that_leaves_it_what_it_is_may_go(said, held):
    assert stands(said, held)
