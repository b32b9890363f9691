"""All routes of the site as addresses that lead somewhere, and people who ask for them."""

import re
from collections.abc import Iterator

from allauth.account.utils import user_pk_to_url_str
from django.apps import apps
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.tokens import default_token_generator
from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLResolver, get_resolver

from newsclip.accounts.models import Reader

_GROUP = re.compile(r"\(\?P<(\w+)>(?:[^()\\]|\\.|\[[^]]*\])*\)|<(?:\w+:)?(\w+)>")
PASSWORD = "a long way to the harbour"


def routes(patterns=None, namespace="", prefix="/") -> Iterator[tuple[str, str, str]]:
    """Of each route: the namespace, the name and the pattern."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, pattern.namespace or namespace, path)
        else:
            yield namespace, pattern.name or "", path


def addresses(known: dict[str, str], person: Reader) -> Iterator[tuple[str, str]]:
    """Of each route: a name that is its own, and an address. `known`: those of our own pages that lead to a row."""
    key = default_token_generator.make_token(person)
    given = {
        "story_id": known["discussion"].split("/")[2], "slug": known["challenge"].split("/")[2], "number": "1",
        "name": person.username, "uidb36": user_pk_to_url_str(person), "key": key, "day": "2026-11-01", "kind": "story",
        "domain": "ledger.example", "provider_id": "provider", "section": "clips", "token": "x",
    }  # fmt: skip
    known = known | {"picture": f"/media/{'0' * 40}.webp"}
    for namespace, name, pattern in routes():
        here = f"{namespace}:{name or pattern}"
        if namespace in {"", "web"} and name in known:
            yield here, known[name]
            continue
        plain = pattern.replace("^", "").replace("$", "").replace("\\Z", "").replace("\\.", ".")
        mine = given | ({"object_id": _row(plain)} if "<path:object_id>" in plain else {})
        yield here, _GROUP.sub(lambda found, mine=mine: mine.get(found[1] or found[2], "1"), plain).replace("?P", "")


class SignedIn:
    """New browsers of one person, all in one session until it ends: to sign in takes as long as a page does."""

    def __init__(self, person: Reader) -> None:
        self._person, self._last = person, Client()

    def browser(self, **defaults: object) -> Client:
        """One that knows nothing but the session."""
        browser, kept = Client(**defaults), self._last.cookies.get(settings.SESSION_COOKIE_NAME)
        if kept and SESSION_KEY in self._last.session:
            browser.cookies[settings.SESSION_COOKIE_NAME] = kept.value
        else:
            browser.force_login(self._person, "allauth.account.auth_backends.AuthenticationBackend")
        self._last = browser
        return browser


def read_whole[Answer: HttpResponseBase](answer: Answer) -> Answer:
    """The answer, its file read and so closed. To close an answer again closes the test's own connection, too."""
    answer.getvalue()  # type: ignore[attr-defined]
    return answer


def _row(path: str) -> str:
    """The key of a row of the table that these staff's pages are of."""
    found = re.match(r"/staff/tables/(\w+)/(\w+)/", path)
    row = apps.get_model(*found.groups())._default_manager.first() if found and found[1] != "r" else None
    return str(row.pk) if row else "1"
