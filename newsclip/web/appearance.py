"""How pages look: light or dark, and how large their text is. A cookie keeps the choice, no account does."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

COOKIE = settings.SESSION_COOKIE_NAME.removesuffix("sessionid") + "appearance"
# "": as the system and the browser have it, without a cookie.
THEMES = {"": gettext_lazy("Same as device"), "light": gettext_lazy("Light"), "dark": gettext_lazy("Dark")}
SIZES = {"": gettext_lazy("Normal"), "large": gettext_lazy("Large"), "larger": gettext_lazy("Larger")}
_BETWEEN = "."


@dataclass(frozen=True, slots=True)
class Appearance:
    """A key of THEMES and one of SIZES."""

    theme: str = ""
    size: str = ""

    def __str__(self) -> str:
        return f"{self.theme}{_BETWEEN}{self.size}"


def appearance_of(request: HttpRequest) -> Appearance:
    """What the cookie says, as far as we know it. What is kept for several readers is kept for each of these."""
    theme, _, size = request.COOKIES.get(COOKIE, "").partition(_BETWEEN)
    return known(theme, size)


def known(theme: str, size: str) -> Appearance:
    """These two, or none in the place of what is unknown."""
    return Appearance(theme if theme in THEMES else "", size if size in SIZES else "")
