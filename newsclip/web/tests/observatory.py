"""What MDN's HTTP Observatory would give an answer: its rules and points, as of 2026 (mdn/mdn-http-observatory).

It begins with 100 points; points above that count only where 90 are reached without them. 100 is A+.
"""

from collections.abc import Callable, Mapping, Sequence
from http.cookies import Morsel
from urllib.parse import urlsplit

from lxml import html

type Headers = Mapping[str, str]

BROAD = {"ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"}
INLINE = {"'unsafe-inline'", "data:"}
SIX_MONTHS = 15_768_000
PRIVATE = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
EXTRA_FROM, BEST = 90, 100


def policy(headers: Headers) -> dict[str, set[str]]:
    parts = [part.split() for part in headers.get("content-security-policy", "").lower().split(";") if part.split()]
    return {name: set(sources) for name, *sources in reversed(parts)}


def content_security_policy(headers: Headers) -> int:
    csp = policy(headers)
    if not csp:
        return -25
    otherwise = csp.get("default-src", {"*"})
    script, style, plugins = (csp.get(name, otherwise) for name in ("script-src", "style-src", "object-src"))
    passive = csp.get("img-src", otherwise) | csp.get("media-src", otherwise)
    active = {source for name, told in csp.items() if name not in {"img-src", "media-src"} for source in told}
    if script & (BROAD | INLINE) or plugins & BROAD:
        return -20
    if any(source.startswith(("http:", "ftp:")) for source in active):
        return -20
    if "'unsafe-eval'" in script | style or any(source.startswith(("http:", "ftp:")) for source in passive):
        return -10
    if style & (BROAD | INLINE):
        return 0
    return 10 if csp.get("default-src") == {"'none'"} else 5


def cookies(told: Sequence["Morsel[str]"], *, hsts: bool) -> int:
    worst = 5 if told else 0
    for cookie in told:
        name = cookie.key.lower()
        session, csrf = any(part in name for part in ("login", "sess")), "csrf" in name
        if not cookie["secure"]:
            worst = min(worst, (-10 if session else -5) if hsts else (-40 if session else -20))
        if session and not cookie["httponly"]:
            worst = min(worst, -30)
        if cookie["samesite"].lower() not in {"lax", "strict"}:
            worst = min(worst, -20 if csrf or cookie["samesite"] else 0)
    return worst


def cross_origin_sharing(headers: Headers) -> int:
    open_to_all = headers.get("access-control-allow-origin") not in {None, "*"}
    return -50 if open_to_all and headers.get("access-control-allow-credentials") == "true" else 0


def strict_transport(headers: Headers) -> int:
    told = headers.get("strict-transport-security", "")
    if "max-age=" not in told:
        return -20
    return 0 if int(told.partition("max-age=")[2].partition(";")[0]) >= SIX_MONTHS else -10


def referrer(headers: Headers) -> int:
    told = headers.get("referrer-policy")
    return 0 if told is None else 5 if told.rpartition(",")[2].strip() in PRIVATE else -5


def sniffing(headers: Headers) -> int:
    return 0 if headers.get("x-content-type-options", "").lower() == "nosniff" else -5


def framing(headers: Headers) -> int:
    if policy(headers).get("frame-ancestors", {"*"}) & BROAD:
        return 0 if headers.get("x-frame-options", "").upper() in {"DENY", "SAMEORIGIN"} else -20
    return 5


def resource_policy(headers: Headers) -> int:
    told = headers.get("cross-origin-resource-policy")
    return {None: 0, "same-origin": 10, "same-site": 10, "cross-origin": 0}.get(told, -5)


def integrity(page: bytes) -> int:
    """Scripts of other hosts need a digest; those of our own host none."""
    scripts = html.fromstring(page).xpath("//script[@src]") if b"<script" in page else []
    foreign = [script for script in scripts if urlsplit(script.get("src")).netloc]
    if any(urlsplit(script.get("src")).scheme == "http" for script in foreign):
        return -50
    return -5 if any(not script.get("integrity") for script in foreign) else 0


RULES: tuple[Callable[[Headers], int], ...] = (
    content_security_policy, cross_origin_sharing, strict_transport, referrer, sniffing, framing, resource_policy,
)  # fmt: skip


def score(headers: Mapping[str, str], told: Sequence["Morsel[str]"], page: bytes) -> int:
    lower = {name.lower(): value for name, value in headers.items()}
    given = [rule(lower) for rule in RULES]
    given += [cookies(told, hsts=strict_transport(lower) == 0), integrity(page)]
    without = BEST + sum(points for points in given if points < 0)
    return without + sum(points for points in given if points > 0) if without >= EXTRA_FROM else without
