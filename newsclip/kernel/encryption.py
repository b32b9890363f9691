"""AES-GCM for columns that must tell nothing to someone who has the database but not the keys."""

import base64
import hashlib
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MARK = "encrypted:"
_NONCE = 12  # random bytes; NIST SP 800-38D allows 2^32 messages a key


class UnreadableError(ValueError):
    """Encrypted with a key that is not configured here, or altered."""


class Cipher:
    """Encrypts with the first secret and decrypts with any of them. Each secret derives a key for this
    purpose alone.
    """

    def __init__(self, *known: str) -> None:
        keys = [_key(secret) for secret in known if secret]
        self._by_name = {_name(key): AESGCM(key) for key in keys}
        self.begins = f"{MARK}{_name(keys[0])}:"

    def encrypt(self, words: str) -> str:
        """Return `encrypted:KEY NAME:BASE64`: about a third longer than the text, plus 60 characters."""
        nonce = secrets.token_bytes(_NONCE)
        sealed = nonce + self._by_name[self.begins.split(":")[1]].encrypt(nonce, words.encode(), None)
        return self.begins + base64.urlsafe_b64encode(sealed).decode()

    def decrypt(self, kept: str) -> str:
        """Raises UnreadableError."""
        name, _, body = kept.removeprefix(MARK).partition(":")
        try:
            sealed = base64.urlsafe_b64decode(body)
            return self._by_name[name].decrypt(sealed[:_NONCE], sealed[_NONCE:], None).decode()
        except (KeyError, ValueError, InvalidTag) as error:
            raise UnreadableError(kept[: len(self.begins)]) from error


def _key(secret: str) -> bytes:
    return HKDF(SHA256(), length=32, salt=None, info=b"newsclip: what is encrypted in the tables").derive(
        secret.encode()
    )


def _name(key: bytes) -> str:
    return hashlib.sha256(key).hexdigest()[:8]
