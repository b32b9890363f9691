"""Removes secrets from every log line, whoever wrote it: by field name, by pattern and by value; escapes what
would forge a line.
"""

import re
from collections.abc import Callable, Collection, Mapping, MutableMapping
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from newsclip.options import Options

GONE = "[redacted]"
# C0, C1 and the separators of Unicode: they move a terminal's cursor, or begin a line that nobody wrote.
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_CONTROLS_IN_TRACES = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")  # which have lines and tabs
_TRACES = {"exception", "stack"}
_SHORTEST = 6  # redacting shorter secrets would hit ordinary words
# Names of fields that hold a secret, whatever its form.
_NAMES = re.compile(
    r"pass(word|wd|phrase)?\d?$|secret|token|authorization|cookie|session(id|_key)?$|csrf|api_?key|private|credential"
    r"|otp|recovery|invitation$|e_?mail|(^|_)key$",
    re.IGNORECASE,
)
# Patterns of secrets within a text; the group "secret" is redacted.
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<secret>newsclip_[\w-]{20,})",  # a program's token
        r"\b(?:bearer|basic|token)\s+(?P<secret>[\w.~+/=-]{6,})",
        r"://(?P<secret>[^\s/@'\"]+)@",  # credentials in an address
        r"\b(?:sessionid|csrftoken|csrfmiddlewaretoken|password\w*|passwd|secret\w*|api_?key|token|key|code|otp|invitation)"
        r"['\"]?\s*[=:]\s*['\"]?(?P<secret>[^\s'\",;&}>)]+)",
        r"[?&;][\w.-]{1,40}=(?P<secret>[\w.~-]{16,})",  # what is long in an address's query may open a private feed
        r"/(?:password/reset/key|confirm-email|websub|mail/leave|mail)/(?P<secret>[^\s/'\"?]+)",  # signed addresses
        # A mail address. A run without "@" is skipped as a whole: else a long word would be tried from each letter on.
        r"(?P<secret>[\w.+-]++@[\w-]+(?:\.[\w-]+)+)|[\w.+-]++",
    )
)


def secrets_of(options: Options, *more: str) -> frozenset[str]:
    """The operator's secrets, plain and URL-encoded."""
    inside = [
        part
        for url in (options.database_url, options.replica_url, options.mail, *options.queue_url.split(";"))
        if (part := _password(url))
    ]
    found = {
        *inside,
        *map(unquote, inside),
        options.secret_key,
        options.former_secret_key,
        options.llm.key,
        options.llm.judge.key,
        options.oidc.secret,
        options.s3.secret,
        options.push_key,
        *more,
    }
    return frozenset(form for secret in found for form in (secret, quote(secret, safe="")) if len(secret) >= _SHORTEST)


def _password(url: str) -> str | None:
    try:
        return urlsplit(url).password
    except ValueError:  # a "[" in it: the setting's own check rejects it
        return None


def redactor(secrets: Collection[str]) -> Callable[[Any], Any]:
    """Redacts a value of any type; unknown types are converted to text first."""
    known = re.compile("|".join(map(re.escape, sorted(secrets, key=len, reverse=True)))) if secrets else None

    def text(said: str) -> str:
        said = known.sub(GONE, said) if known else said
        for form in _FORMS:
            said = form.sub(lambda met: met[0].replace(met["secret"], GONE) if met["secret"] else met[0], said)
        return said

    def clean(value: Any) -> Any:
        match value:
            case None | bool() | int() | float():
                return value
            case Mapping():
                return {text(str(name)): named(str(name), one) for name, one in value.items()}
            case list() | tuple() | set() | frozenset():
                return [clean(one) for one in value]
            case _:
                return text(str(value))

    def named(name: str, value: Any) -> Any:
        return GONE if value not in (None, "") and _NAMES.search(name) else clean(value)

    return clean


def processor(
    redact: Callable[[Any], Any],
) -> Callable[[Any, str, MutableMapping[str, Any]], Mapping[str, Any]]:
    """The last structlog processor before a line is rendered."""
    return lambda logger, method, event: redact(dict(event))


def escape_controls(logger: Any, method: str, event: MutableMapping[str, Any]) -> Mapping[str, Any]:
    """A structlog processor for lines that people read: what strangers named, as a path, stays on its line.

    JSON escapes them itself, and so does the renderer for values that are no text.
    """
    return {name: _escaped(name, value) if isinstance(value, str) else value for name, value in event.items()}


def _escaped(name: str, value: str) -> str:
    controls = _CONTROLS_IN_TRACES if name in _TRACES else _CONTROLS
    return controls.sub(lambda met: met[0].encode("unicode_escape").decode(), value)
