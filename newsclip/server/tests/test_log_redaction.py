"""What is secret is in no log: neither as it is, nor in any shape that it is told in."""

import pytest

from newsclip.options import read_options
from newsclip.server.log_redaction import GONE, redactor, secrets_of

SECRET = "a/long&quiet key"


def test_a_secret_is_known_in_addresses_too():
    assert "a%2Flong%26quiet%20key" in secrets_of(read_options({}), SECRET)


@pytest.mark.parametrize("value", [SECRET, [SECRET], {"said": SECRET}, {"said": [{"more": (SECRET,)}]}, {SECRET: 1}])
def test_a_secret_is_gone_from_whatever_holds_it(value):
    said = str(redactor(secrets_of(read_options({}), SECRET))(value))
    assert SECRET not in said
    assert GONE in said
