"""Passwords that would be guessed: made of the site's own words, or stolen elsewhere (ASVS 5.0, 6.1.2, 6.2.12)."""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    MinimumLengthValidator,
    get_default_password_validators,
)
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from newsclip.options import OPTIONS

_SHORTEST_WORD = 4
_LEFT = 6  # characters that must be left of a password without the site's words


def password_hint() -> str:
    """What a new password has to be, in one sentence in place of a list of rules."""
    least = next(one.min_length for one in get_default_password_validators() if isinstance(one, MinimumLengthValidator))
    return gettext(
        "At least %(number)s characters that nobody guesses: no common password, and not your name or this site’s."
    ) % {"number": least}


class OwnWordsValidator:
    """Refuses a password of which little is left without the name, the host and the program of this site."""

    def __init__(self, words: Iterable[str] | None = None) -> None:
        host = urlsplit(OPTIONS.site_url).hostname or ""
        given = ["newsclip", OPTIONS.site_name, *host.split(".")] if words is None else words
        found = {word for text in given for word in re.findall(r"\w+", text.lower()) if len(word) >= _SHORTEST_WORD}
        self._words = sorted(found, key=len, reverse=True)

    def validate(self, password: str, user: object = None) -> None:
        left = password.lower()
        for word in self._words:
            left = left.replace(word, "")
        if left != password.lower() and len(set(left)) < _LEFT:
            raise ValidationError(
                gettext("This password is easy to guess: it is made of the name or the address of this site."),
                code="own_words",
            )

    def get_help_text(self) -> str:
        return gettext("Do not use the name of this site as your password.")


class BreachedValidator(CommonPasswordValidator):
    """Refuses what is in a file of stolen passwords: their SHA-1 in capitals, a line each, sorted, as Have I Been Pwned
    gives it. Nobody else is asked; of some 40 GB as few lines are read as halving them takes.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def validate(self, password: str, user: object = None) -> None:
        if _holds(self._file, hashlib.sha1(password.encode()).hexdigest().upper().encode()):  # noqa: S324 the file's form
            raise ValidationError(self.get_error_message(), code="password_too_common")


def _holds(file: Path, digest: bytes) -> bool:
    """Whether a line of the sorted file begins so. One that does begins in [low, high)."""
    low, high = 0, file.stat().st_size
    with file.open("rb") as lines:
        while low < high:
            middle = (low + high) // 2
            lines.seek(max(0, middle - 1))
            if middle:
                lines.readline()  # to the first line that begins at the middle or after it
            begins, line = lines.tell(), lines.readline()
            if begins < high and line.startswith(digest):
                return True
            if begins >= high or line > digest:
                high = middle
            else:
                low = lines.tell()
    return False
