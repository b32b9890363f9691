"""What language the readers of a site read, as far as they chose one."""

import pytest

from newsclip.accounts.models import Reader
from newsclip.accounts.queries import language_of_most_readers

pytestmark = pytest.mark.django_db


def readers(**chosen: int) -> None:
    for language, count in chosen.items():
        for number in range(count):
            Reader.objects.create_user(f"{language}{number}", language=language.strip("_"))


def test_it_is_what_more_than_half_of_those_chose_who_chose() -> None:
    readers(_=9, de=3, en=2)
    assert language_of_most_readers() == "de"


def test_where_no_language_has_more_than_half_none_is_said() -> None:
    assert language_of_most_readers() == ""
    readers(de=2, en=2, _=1)
    assert language_of_most_readers() == ""
