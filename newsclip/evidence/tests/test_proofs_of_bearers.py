"""A surname means one person only where the articles give it to nobody else: "Ada Holm" is not "Mr Holm"."""

import pytest

from newsclip.adapters.embedded.spacy_parser import is_installed
from newsclip.evidence.tests.proved import stands

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")]

ANOTHER = [
    # by a form of address, of a man or of a woman
    ("Ada Holm was jailed.", ("Ada Holm spoke.", "Mr Holm was jailed.")),
    ("Ada Holm was jailed.", ("Ada Holm spoke.", "Mr. Holm was jailed.")),
    ("Mr Holm was jailed.", ("Mr Holm spoke.", "Ada Holm was jailed.")),
    ("Ada Holm spoke and was jailed.", ("Mr Holm spoke.", "Ada Holm was jailed.")),
    ("Mr Holm spoke and was jailed.", ("Mr Holm spoke.", "Ada Holm was jailed.")),
    ("John Holm was jailed.", ("John Holm spoke.", "Ms. Holm was jailed.")),
    ("John Holm was jailed.", ("John Holm spoke.", "Queen Holm was jailed.")),
    ("Ada Holm said the quay is safe.", ("Mr Holm said the quay is safe.", "Ada Holm wept.")),
    ("Quist met Ada Holm.", ("Quist met Mr Holm.", "Ada Holm wept.")),
    ("Mr Holm's boat sank.", ("Ada Holm's boat sank.", "Mr Holm wept.")),
    # a bare surname may be either's
    ("Holm spoke and was jailed.", ("Mr Holm spoke.", "Ada Holm was jailed.")),
    ("Holm was jailed.", ("Ada Holm spoke.", "Mr Holm was jailed.")),
    ("Ada Holm was jailed.", ("Ada Holm spoke.", "Mr Holm wept.", "Holm was jailed.")),
    ("Ada Holm was jailed.", ("Ada Holm spoke.", "Jan Holm wept.", "Holm was jailed.")),
    # a title that two may have
    (
        "Mr Holm killed Quist and was jailed.",
        ("Jan Holm wept.", "Mr Holm killed Quist.", "Tom Holm left.", "Mr Holm was jailed."),
    ),
    ("Dr Holm spoke and was jailed.", ("Ada Holm wept.", "Dr Holm spoke.", "Tom Holm left.", "Dr Holm was jailed.")),
    ("Captain Holm spoke and left.", ("Ada Holm wept.", "Captain Holm spoke.", "Tom Holm left.", "Captain Holm left.")),
    # a relative, whom "her" would tie to the name
    ("Ada Holm was jailed.", ("Ada Holm spoke.", "Her brother Holm was jailed.")),
    ("Ada Holm spoke and was jailed.", ("Ada Holm spoke.", "Her husband Holm was jailed.")),
    ("Ada Holm was jailed.", ("Ada Holm spoke.", "Her nephew, Holm, was jailed.")),
    ("Ada Holm was jailed.", ("Ada Holm spoke.", "Her ex-husband Holm was jailed.")),
    ("Ada Holm was jailed.", ("Ada Holm spoke.", "Holm, her stepbrother, was jailed.")),
    ("Ada Holm was jailed.", ("Ada Holm spoke.", "Holm, a cousin of hers, was jailed.")),
    ("Ada Holm was jailed.", ("Ada Holm spoke.", "Holm, who is her brother, was jailed.")),
    ("Ada Holm was jailed.", ("Ada Holm spoke.", "Holm's brother wept.", "Holm was jailed.")),
    ("Ada Holm was jailed.", ("Ada Holm spoke.", "The Holm brothers wept.", "Holm was jailed.")),
    ("Ada Holm was jailed.", ("Ada Holm spoke.", "Her father, also called Holm, wept.", "Holm was jailed.")),
    ("Ada Holm was jailed.", ("Ada Holm spoke.", "Holm, who is not related to Ada, was jailed.")),
    ("Ada Holm was jailed.", ("Ada Holm spoke.", "Holm (no relation) was jailed.")),
    ("Ada Holm was jailed.", ("Ada Holm spoke.", "Her godson, Holm, was jailed.")),
    ("Ada Holm was jailed.", ("Ada Holm spoke.", "Her son is also a Holm.", "Holm was jailed.")),
    ("Ada Holm was jailed.", ("Ada Holm spoke.", "Both Holms wept.", "Holm was jailed.")),
    ("Ada Holm was jailed.", ("Ada Holm spoke.", "Holm the younger was jailed.")),
    ("Ada Holm was jailed.", ("Ada Holm spoke.", "The elder Ms Holm was jailed.")),
    # one of two, by other words
    ("Ada Holm was jailed.", ("Ada Holm spoke.", "The younger Holm was jailed.")),
    ("Ada Holm was jailed.", ("Ada Holm spoke.", "A different Holm was jailed.")),
    ("Ada Holm was jailed.", ("Ada Holm spoke.", "The two Holms wept.", "Holm was jailed.")),
    ("Ada Holm was jailed.", ("Ada Holm spoke.", "Mr and Mrs Holm wept.", "Holm was jailed.")),
    ("Ada Holm was jailed.", ("Ada Holm spoke.", "J. R. Holm was jailed.")),
]
# a relative called by a given name, who may bear the surname, too
OF_A_RELATIVE = [
    ("Ada Holm was hurt.", ("Ada Holm and her son Tom went to Velm.", "Holm was hurt.")),
    ("Ada Holm was hurt.", ("Ada Holm and her husband, Tom, went to Velm.", "Holm was hurt.")),
    ("Ada Holm was hurt.", ("Tom, the brother of Ada Holm, stole a boat.", "Holm was hurt.")),
    ("Ada Holm was hurt.", ("Ada Holm is married to Eva, a judge.", "Holm was hurt.")),
    ("Ada Holm was hurt.", ("Ada Holm, whose son Tom is a judge, spoke.", "Holm was hurt.")),
]
THE_SAME = [
    ("Ada Holm was hurt.", ("Ada Holm and her son Tom Reyl went to Velm.", "Holm was hurt on Friday.")),
    ("Ada Holm was hurt.", ("Ada Holm and her son went to Velm.", "Holm was hurt on Friday.")),
    ("Ada Holm spoke and was jailed.", ("Ada Holm spoke.", "Ms Holm was jailed.")),
    ("Ada Holm was jailed.", ("Ada Holm spoke.", "Holm was jailed on Friday.")),
    ("Holm was jailed.", ("Ada Holm spoke.", "Ms Holm was jailed.")),
    ("Ada Holm spoke and was jailed.", ("Ada Holm spoke.", "Dr Holm was jailed.")),
    ("Ada Holm spoke and was jailed.", ("Tom Holm wept.", "Ada Holm spoke.", "Ada Holm was jailed.")),
    ("Ada Holm was jailed.", ("Ada Holm spoke.", "Holm, a mother of two, was jailed on Friday.")),
    ("Ada Holm was jailed.", ("Quist and Ada Holm spoke.", "Holm was jailed on Friday.")),
    ("Ada Holm was jailed.", ("Ada Holm, her sister, spoke.", "Holm was jailed on Friday.")),
    ("Ada Holm was jailed.", ("Ada Holm spoke.", "A. Holm was jailed on Friday.")),
    ("Mr Holm was jailed.", ("Tavi Holm spoke.", "Mr Holm was jailed on Friday.")),
    ("Mr Holm was jailed.", ("Ada Holm wept.", "Mr Holm was jailed on Friday.")),
]


@pytest.mark.parametrize(("text", "passages"), [*ANOTHER, *OF_A_RELATIVE])
def test_another_of_the_same_surname_proves_nothing(text: str, passages: tuple[str, ...]) -> None:
    assert not stands(text, *passages)


@pytest.mark.parametrize(("text", "passages"), THE_SAME)
def test_one_person_may_be_called_so(text: str, passages: tuple[str, ...]) -> None:
    assert stands(text, *passages)
