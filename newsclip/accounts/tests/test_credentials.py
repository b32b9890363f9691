"""What opens one account is told and ended apart from what opens any other."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount

from newsclip.accounts import actions, queries
from newsclip.accounts.models import Reader

pytestmark = pytest.mark.django_db


def person(name: str) -> Reader:
    """Somebody with a passkey, a sign-in elsewhere and an address."""
    reader = Reader.objects.create(username=name, email=f"{name}@people.example")
    Authenticator.objects.create(user=reader, type="webauthn", data={})
    SocialAccount.objects.create(user=reader, provider="provider", uid=name)
    EmailAddress.objects.create(user=reader, email=reader.email, primary=True, verified=True)
    return reader


def kinds(reader: Reader) -> list[str]:
    return [one.kind for one in queries.credentials_of(reader)]


def test_each_is_told_of_its_own_account():
    mara, nils, pia = person("mara"), person("nils"), Reader.objects.create(username="pia")
    assert kinds(mara) == kinds(nils) == ["passkey", "provider", "address"]
    assert [queries.has_factor(one) for one in (mara, pia)] == [True, False]


def test_nothing_of_another_account_ends_whatever_is_named():
    mara, nils = person("mara"), person("nils")
    actions.end_credentials(mara, queries.credentials_of(nils))
    assert len(kinds(nils)) == 3


def test_where_all_of_one_account_ends_another_keeps_its_own():
    mara, nils = person("mara"), person("nils")
    actions.end_credentials(mara, queries.credentials_of(mara))
    assert (kinds(mara), len(kinds(nils))) == ([], 3)
    assert Reader.objects.get(username="mara").email == ""
