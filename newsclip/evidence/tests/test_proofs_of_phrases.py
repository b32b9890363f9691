"""What a noun loses or gains may make another thing of it: "the house next door", "the Army", "taxes on beer"."""

import pytest

from newsclip.adapters.embedded.spacy_parser import is_installed
from newsclip.evidence.tests.proved import stands

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")]

OTHERS = [
    # which of them
    ("The council cut taxes.", "The council cut taxes on beer."),
    ("The firm raised prices.", "The firm raised prices in Velm."),
    ("The council closed schools.", "The council closed schools in the hills."),
    ("The council hired teachers.", "The council hired teachers of French."),
    ("Velm imposed sanctions.", "Velm imposed sanctions on a bank."),
    ("The party lost elections.", "The party lost elections in Orlo."),
    ("The army freed prisoners.", "The army freed prisoners with a fever."),
    ("The court seized assets.", "The court seized assets of a nephew."),
    ("The council gave up control.", "The council gave up control of the lake."),
    ("The premier lost confidence.", "The premier lost confidence in Holm."),
    ("The firm halted work.", "The firm halted work on the bridge."),
    ("Holm quit politics.", "Holm quit politics in Velm."),
    ("The port has stopped trade.", "The port has stopped trade with Velm."),
    ("Holm took power.", "Holm took power from the grid."),
    ("The council cut taxes.", "The council cut taxes last week on beer."),
    ("The council cut taxes.", "The council cut taxes on Friday on beer."),
    ("The council cut taxes.", "The council cut taxes, mainly on beer."),
    ("Holm quit politics.", "Holm quit politics, at least in Velm."),
    # another place
    ("The fire destroyed the house.", "The fire destroyed the house next door."),
    ("The house burned down.", "The house across the road burned down."),
    ("The fire destroyed the school.", "The fire destroyed the school nearby."),
    ("The council sold the land.", "The council sold the land beside the port."),
    ("Officials in Velm closed the quay.", "Officials in New Velm closed the quay."),
    ("Velm was flooded.", "East Velm was flooded."),
    ("The mayor of Velm resigned.", "The mayor of Port Velm resigned."),
    ("Velm was flooded.", "Bad Velm was flooded."),
    ("The mayor of Velm resigned.", "The mayor of Cape Velm resigned."),
    # a name, and what is called so
    ("Holm met the pope.", "Holm met Pope on Friday."),
    ("The army was fined.", "The Army was fined."),
    ("The Salvation Army was fined.", "The Salvation Army opened a shop. The army was fined."),
    ("A salvation army was fined.", "The Salvation Army was fined."),
    ("The house voted.", "The House voted."),
    ("The state was sued.", "The State was sued."),
    ("The guardian was sued.", "The Guardian was sued."),
    ("The sun was sued.", "The Sun was sued by Holm."),
    ("The democrats won.", "The Democrats won."),
    ("Holm is conservative.", "Holm is a Conservative."),
    ("Turkey was hit.", "A turkey was hit."),
    # none of its kind
    ("A tiger hurt a boy.", "A stuffed tiger hurt a boy."),
    ("A horse injured a boy.", "A wooden horse injured a boy."),
    ("The tank hit the gate.", "The inflatable tank hit the gate."),
    ("Police found a bomb in Orlo.", "Police found a plastic bomb in Orlo."),
]
# to whom something is owed
OWED = [
    ("The money is because of Quist.", "The money is due to Quist."),
    ("The money is due to Quist.", "The money is because of Quist."),
    ("A payment was made because of Quist.", "A payment due to Quist was made."),
    ("Thanks are because of Holm.", "Thanks are due to Holm."),
    ("The council held back money because of Quist.", "The council held back money due to Quist."),
    ("The council held back money because of Quist.", "The council held back money owing to Quist."),
]
KEPT = [
    ("The quay was closed because of fog.", "The quay was closed due to fog."),
    ("The quay was closed due to fog.", "The quay was closed because of fog."),
    ("The firm was fined because of a spill.", "The firm was fined owing to a spill."),
    ("The council cut taxes.", "The council cut taxes on Friday."),
    ("The firm raised prices.", "The firm raised prices in May."),
    ("The council closed schools.", "The council closed schools after a storm."),
    ("The council closed schools.", "The council closed schools, mainly after a storm."),
    ("Holm met the pope.", "Holm met the Pope on Friday."),
    ("Quist resigned.", "Clay Quist resigned."),
    ("The fire destroyed the house.", "The fire destroyed the house in the night."),
    ("The council was fined.", "The Council was fined on Friday."),
    ("The Mayor was fined.", "The mayor was fined on Friday."),
    ("Residents left Orlo.", "The residents left Orlo on Friday."),
    ("The mayor resigned.", "Mayor Ada Holm resigned."),
]


@pytest.mark.parametrize(("text", "passage"), [*OTHERS, *OWED])
def test_a_noun_is_not_told_without_what_makes_it_this_one(text: str, passage: str) -> None:
    assert not stands(text, passage)


@pytest.mark.parametrize(("text", "passage"), KEPT)
def test_a_noun_may_lose_a_time_and_what_it_is_called_its_capital(text: str, passage: str) -> None:
    assert stands(text, passage)
