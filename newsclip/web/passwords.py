"""Passwords that anybody would guess here: made of the site's own words (ASVS 5.0, 6.1.2 and 6.2.11)."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from newsclip.options import OPTIONS

_SHORTEST_WORD = 4
_LEFT = 6  # characters that must be left of a password without the site's words


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
            raise ValidationError(gettext("This password is made of the site's own words."), code="own_words")

    def get_help_text(self) -> str:
        return gettext("Your password must not be made of the site's own words.")
