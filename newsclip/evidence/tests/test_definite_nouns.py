"""A kind for a name, "the company" or "the minister": where the kind is stated of one alone, and nowhere else."""

import pytest

from newsclip.adapters.embedded.spacy_parser import is_installed
from newsclip.evidence.tests.proved import proof, stands

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")]

# sentence, passages, what the clip says before
LICENSED = [
    ("The company closed the mill.", ("Velm Lines closed the mill.",), ("Velm Lines, a company, grew.",)),
    ("The company closed the mill.", ("Velm Lines is a company.", "Velm Lines closed the mill."), ()),
    ("The company closed the mill.", ("Velm Lines Ltd closed the mill.",), ("Velm Lines Ltd employs 40 people.",)),
    ("The company closed the mill.", ("Velm Lines, a shipping company, closed the mill.",), ()),
    ("The club sold Quist.", ("Orlo FC sold Quist.",), ("Orlo FC won the cup.",)),
    ("The minister resigned.", ("Ada Holm, the finance minister, resigned.",), ("Ada Holm spoke.",)),
    ("The mayor opened the quay.", ("Mayor Ada Holm opened the quay.",), ()),
    ("The ship sank.", ("A cargo ship sank on Friday.",), ("A cargo ship left Orlo.",)),
    ("The quay was opened by the minister.", ("Ada Holm, the interior minister, opened the quay.",), ()),
]
REFUSED = [
    # another may bear the surname, and a ship or a place another's name
    ("The minister resigned.", ("Holm resigned.",), ("Finance minister Ada Holm spoke on Friday.",)),
    ("The minister resigned.", ("Holm resigned.",), ("Ada Holm, the minister, spoke.",)),
    ("The city was flooded.", ("The city of Orlo grew.", "Orlo was flooded."), ()),
    ("The ship sank.", ("The Petrel sank.",), ("The ship Petrel left Orlo.",)),
    ("The mayor was jailed.", ("Mayor Holm spoke.", "Holm's son Jan Holm was jailed."), ()),
    ("The mayor was jailed.", ("Mayor Holm spoke.", "Ms Holm, a baker, was jailed."), ()),
    ("The mayor resigned.", ("Mayor Holm of Orlo spoke.", "Councillor Holm of Velm resigned."), ()),
    ("The ship was jailed.", ("The ship Ada Holm left Orlo.", "Ada Holm was jailed."), ()),
    ("The city lost the cup.", ("The city of Orlo waited.", "Orlo lost the cup."), ()),
    # it is no longer one, or never was
    ("The president was jailed.", ("Ada Holm, the ex-president of Norvale, was jailed.",), ()),
    ("The president resigned.", ("Ada Holm, the vice-president of Norvale, resigned.",), ()),
    ("The governor was jailed.", ("Ada Holm, the then governor, was jailed.",), ()),
    # the clip before names another, or none
    ("The company failed.", ("Velm Lines Ltd failed.",), ("On Friday the shares of Orlo Steel fell by half.",)),
    ("The company failed.", ("Velm Lines Ltd failed.",), ("The steelmaker is in trouble.",)),
    ("The minister resigned.", ("Ada Holm, the finance minister, resigned.",), ("The interior secretary spoke.",)),
    ("The president resigned.", ("Ada Holm, the president of Orlo FC, resigned.",), ("Norvale has a new law.",)),
    # the kind is not stated
    ("The company closed the mill.", ("Velm Lines closed the mill.",), ("Velm Lines employs 40 people.",)),
    ("The city was flooded.", ("Orlo was flooded.",), ("Orlo has 40,000 people.",)),
    ("The minister resigned.", ("Holm resigned.",), ("Ada Holm spoke on Friday.",)),
    ("The company closed the mill.", ("Ada Holm, boss of a company, closed the mill.",), ()),
    ("The company closed the mill.", ("Company boss Ada Holm closed the mill.",), ()),
    ("The city closed the quay.", ("City council chair Ada Holm closed the quay.",), ()),
    # another is of the kind, too
    (
        "The minister resigned.",
        ("Ada Holm, the finance minister, met Jan Quist, the interior minister.", "Holm resigned."),
        (),
    ),
    ("The mayor resigned.", ("Mayor Ada Holm met Mayor Jan Quist.", "Mayor Quist resigned."), ()),
    ("The mayor resigned.", ("Mayor Ada Holm met the mayor of Velm.", "Holm resigned."), ()),
    ("The minister resigned.", ("Holm resigned.",), ("Minister Ada Holm met another minister.",)),
    ("The minister resigned.", ("Holm resigned.",), ("Minister Ada Holm met ministers of Velm.",)),
    ("The company closed the mill.", ("Velm Lines Ltd closed the mill.",), ("Orlo Steel Ltd grew.",)),
    ("The ship sank.", ("A cargo ship sank on Friday.",), ("A fishing ship left Orlo.",)),
    ("The ship sank.", ("The Petrel sank.",), ("The ship Petrel met a cargo ship.",)),
    # the clip speaks of another
    ("The minister resigned.", ("Ada Holm, the minister, resigned.",), ("Jan Quist spoke.",)),
    ("The minister resigned.", ("Minister Ada Holm spoke.", "Holm resigned."), ("Jan Quist left Orlo.",)),
    ("The company closed the mill.", ("Velm Lines Ltd closed the mill.",), ("Orlo Steel grew.",)),
    # another did it
    ("The company closed the mill.", ("Velm Lines, a company, left.", "Orlo Steel closed the mill."), ()),
    ("The minister thanked Quist.", ("Quist thanked Ada Holm, the finance minister.",), ()),
    # it is none, or may be none, or was one
    ("The minister resigned.", ("Holm resigned.",), ("Ada Holm, the former minister, spoke.",)),
    ("The minister resigned.", ("Holm resigned.",), ("Ada Holm, the deputy minister, spoke.",)),
    ("The minister resigned.", ("Holm resigned.",), ("Prime Minister Ada Holm spoke.",)),
    ("The minister resigned.", ("Holm resigned.",), ("Ada Holm was a minister.",)),
    ("The minister resigned.", ("Holm resigned.",), ("Ada Holm is not a minister.",)),
    ("The minister resigned.", ("Holm resigned.",), ("Ada Holm may be a minister.",)),
    ("The minister resigned.", ("Holm resigned.",), ("Ada Holm, a minister until 2019, spoke.",)),
    ("The minister resigned.", ("Holm resigned.",), ("Quist said Ada Holm is a minister.",)),
    ("The minister resigned.", ("Holm resigned.",), ("Ada Holm, “the minister” of the play, spoke.",)),
    ("The minister resigned.", ("Holm resigned.",), ("Ada Holm, a minister of the church, spoke.",)),
    ("The minister resigned.", ("Holm resigned.",), ("Ada Holm, who advises the minister, spoke.",)),
    ("The captain resigned.", ("Holm resigned.",), ("Team captain Ada Holm spoke.",)),
    ("The city burned.", ("Orlo burned.",), ("The city of Velm and Orlo grew.",)),
    ("The ship sank.", ("A model ship sank on Friday.",), ("A model ship left Orlo.",)),
    ("The ship sank.", ("A paper ship sank on Friday.",), ()),
    ("The club won.", ("A book club won on Friday.",), ()),
    ("A ship is unsafe.", ("A cargo ship is unsafe.",), ()),
    ("The minister did not resign.", ("Ada Holm, the finance minister, resigned.",), ()),
    ("The minister may resign.", ("Ada Holm, the finance minister, resigned.",), ()),
    ("The minister's aide resigned.", ("Ada Holm, the finance minister, resigned.",), ()),
]


@pytest.mark.parametrize(("text", "passages", "before"), LICENSED)
def test_a_kind_that_is_stated_of_one_alone_stands_for_it(
    text: str, passages: tuple[str, ...], before: tuple[str, ...]
) -> None:
    assert stands(text, *passages, before=before), proof(text, *passages, before=before)


@pytest.mark.parametrize(("text", "passages", "before"), REFUSED)
def test_a_kind_that_is_stated_of_none_or_of_two_does_not(
    text: str, passages: tuple[str, ...], before: tuple[str, ...]
) -> None:
    assert not stands(text, *passages, before=before)
