"""What tells one bearer of a noun from another stays where another is told of: "the man who shot the mayor"."""

import pytest

from newsclip.adapters.embedded.spacy_parser import is_installed
from newsclip.evidence.tests.proved import stands

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")]

ARRESTED = "Police arrested a man for arson on Sunday."
JAILED = "The man who shot the mayor was jailed for nine years."
SOLD, FINED = "A company in Velm was sold on Monday.", "The company that owns the ferry was fined."
ANOTHER = [
    ("Police arrested a man for arson on Sunday, and the man was jailed for nine years.", (ARRESTED, JAILED)),
    ("The man was jailed for nine years.", (ARRESTED, JAILED)),
    ("The company in Velm was fined.", (SOLD, FINED)),
    ("The company was fined.", (SOLD, FINED)),
    ("The drug was banned.", ("A drug was approved.", "The drug that killed Holm was banned.")),
    ("The bridge was opened.", ("A bridge was closed in Velm.", "The bridge where Holm died was opened.")),
    ("The car was burned.", ("A car was stolen.", "The red car was burned.")),
    ("The ferry sank.", ("A ferry was sold.", "The ferry Aurora sank.")),
    ("The court jailed the man.", ("A man was hurt.", "The court jailed the man with the gun.")),
    ("The man was jailed.", ("Two men were hurt.", "The man who shot the mayor was jailed.")),
    ("The man was jailed.", ("A man was hurt and the man who shot the mayor was jailed.",)),
    ("The man hurt in Velm was jailed.", ("The man was hurt in Velm.", "The man who shot the mayor was jailed.")),
    ("The president was jailed.", ("The president of the club wept.", "The president of the bank was jailed.")),
    ("A man was hurt, and the man was jailed.", ("A man was hurt.", "A man was jailed.")),
]
ANOTHER_BEFORE = [
    ("The man was jailed for nine years.", JAILED, (ARRESTED,)),
    ("The man was jailed for nine years.", JAILED, ("A man was hurt in Velm.", "Ada Holm wept.")),
    ("The company was fined.", FINED, (SOLD,)),
    ("The bridge was opened.", "The bridge where Holm died was opened.", ("A bridge was closed in Velm.",)),
]
THE_SAME = [
    ("The man was jailed for nine years.", (JAILED,)),
    ("The man was jailed for nine years.", (ARRESTED, "The man, who shot the mayor, was jailed for nine years.")),
    ("The man was jailed for nine years.", (ARRESTED, "The man was jailed for nine years.")),
    ("The man was jailed for nine years.", (JAILED, "The man had fled to Orlo.")),
    ("The man from Orlo was jailed.", ("A man was hurt.", "The man from Orlo was jailed.")),
]


@pytest.mark.parametrize(("text", "passages"), ANOTHER)
def test_what_tells_two_apart_stays_where_the_passages_tell_of_another(text: str, passages: tuple[str, ...]) -> None:
    assert not stands(text, *passages)


@pytest.mark.parametrize(("text", "passage", "before"), ANOTHER_BEFORE)
def test_it_stays_where_the_clip_told_of_another_before(text: str, passage: str, before: tuple[str, ...]) -> None:
    assert not stands(text, passage, before=before)


@pytest.mark.parametrize(("text", "passages"), THE_SAME)
def test_it_may_go_where_only_one_can_be_meant(text: str, passages: tuple[str, ...]) -> None:
    assert stands(text, *passages)


def test_it_may_go_where_the_clip_told_what_tells_it_apart() -> None:
    assert stands(
        "The man was jailed for nine years.", JAILED, before=("The man who shot the mayor was arrested on Sunday.",)
    )
