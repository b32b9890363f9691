"""Keys of Web Push (RFC 8292)."""

import base64

import pytest

from newsclip.kernel.web_push import new_key, private_key


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_key_of_another_length_is_none(length):
    assert private_key(new_key())
    key = base64.urlsafe_b64encode(b"\0" * (length - 1) + b"\7" * bool(length)).decode()
    with pytest.raises(ValueError, match="32 bytes"):
        private_key(key)
