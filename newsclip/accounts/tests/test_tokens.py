"""Programs' tokens: each has a name and rights that exist, and nobody's number keeps another from making theirs."""

import pytest
from allauth.account.models import EmailAddress

from newsclip.accounts import actions
from newsclip.accounts.actions import TOKENS
from newsclip.accounts.models import Reader, Token
from newsclip.kernel.reasons import Refused
from newsclip.web.tests.factories import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def mara() -> Reader:
    return Reader.objects.create_user("mara")


def refusal(reader: Reader, name: str = "bot", scopes: tuple[str, ...] = ("read",)) -> str:
    with pytest.raises(Refused) as refused:
        actions.make_token(reader, name, scopes, now=NOON)
    return refused.value.code


def test_a_token_has_a_name_and_at_least_one_right_that_exists(mara):
    assert refusal(mara, name=" \u200b ") == "empty"
    assert refusal(mara, scopes=()) == "empty"
    assert refusal(mara, scopes=("read", "everything")) == "unknown"
    assert not Token.objects.exists()


def test_tokens_are_counted_for_each_reader_alone(mara):
    nils = Reader.objects.create_user("nils")
    for number in range(TOKENS):
        actions.make_token(mara, f"bot {number}", ["read"], now=NOON)
    assert refusal(mara) == "too_many"
    assert actions.make_token(nils, "bot", ["read"], now=NOON)


def test_an_address_that_somebody_else_confirmed_confirms_nobody(mara):
    EmailAddress.objects.create(user=Reader.objects.create_user("nils"), email="n@people.example", verified=True)
    actions.wait_for(mara, mail=True, approval=False)
    mara.refresh_from_db()
    assert mara.waits == Reader.Waits.MAIL
