"""What a server does that is described in plain words: "302 to itself", "1 KB every 9 s for ever"."""

import re
from typing import Any

_UNITS = {"byte": 1, "bytes": 1, "kb": 1000, "mb": 1_000_000, "gb": 1_000_000_000}
_SIZE = r"(?<![\w-])(\d[\d,]*) ?(bytes?|KB|MB|GB)\b"
_STATUS = re.compile(
    r"(?<![\d,.])([1-5]\d\d)\b(?! ?(?:s|ms|bytes?|KB|MB|GB|header|addresses|A records|times)\b)(?![,\d])"
)
_HEADER = re.compile(
    r"\b((?:Retry-After|Location|Content-[A-Z][a-z]+|ETag|Last-Modified|Set-Cookie|Refresh|Link|Age|Vary|Cache-Control|"
    r"Connection|Upgrade|Transfer-Encoding|[A-Z][a-z]+(?:-[A-Z][a-z]+)+))[: ]+([^\s,;()]+)"
)
_EVERY = re.compile(
    rf"(?:{_SIZE}|(?:a|one) (?:header |body )?(byte|chunk|line)) every (\d+) ?(s|ms|min)", re.IGNORECASE
)
_LINES = re.compile(r"(\d[\d,]*) header", re.IGNORECASE)
_SILENT = (
    r"never (?:answers?|responds?|read|replies|speaks)|no (?:answer|response)\b|says nothing|hangs? (?:for ever|after)|"
    r"(?:accept\w*|connects?)\b[^.]*\b(?:nothing|never|silence)"
)
_ENDLESS = re.compile(r"for ?ever|endless|never ends?|infinite|without end|unending", re.IGNORECASE)
_CUT = re.compile(
    r"then (?:close|FIN|reset|RST|cut)|\bFIN\b|larger than the body|less than (?:it )?(?:says|promised)|"
    r"\b(?:closes?|cut|truncated|reset|hangs? up|drops?) (?:early|mid|half|before|in the middle|after)",
    re.IGNORECASE,
)
# What cannot be told by its parts: names, handshakes, wrong lengths. The first that fits counts.
_WHOLE: list[tuple[str, dict[str, Any]]] = [
    (r"\b(?:resolver|dns|name ?server)\b.*(?:after \d+|slow|never|hang|time)", {"dns": "hangs"}),
    (r"\b(?:resolver|dns|name ?server|nxdomain|servfail)\b", {"dns": "fails"}),
    (r"ClientHello|\bTLS\b|handshake|certificate", {"tls": "silent"}),
    (_SILENT, {"silent": True}),
    (r"HTTP/2|\bh2\b", {"raw": "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"}),
    (r"no status line|not HTTP|garbage|noise|HTTP/0\.9|another protocol|banner", {"raw": "news and no status line"}),
    (r"Transfer-Encoding and Content-Length|Content-Length and Transfer-Encoding",
     {"headers": {"Transfer-Encoding": "chunked"}, "body": "4\r\nnews\r\n0\r\n\r\n"}),
    (r"(?:two|different|several|both) (?:different )?Content-Length",
     {"headers": {"Content-Length": "1"}, "length": 2, "body": "xx"}),
    (r"Content-Length (?:smaller|shorter|less)", {"length": 4, "body": "newsHTTP/1.1 200 OK\r\n\r\n"}),
    (r"CR ?LF|NUL|null byte|control character",
     {"headers": {"X-Odd": "a\rSet-Cookie: b", "X-More": "\x00c"}, "body": "x"}),
    (r"after (?:the )?status line", {"raw": "HTTP/1.1 200 OK\r\n", "closes": True}),
]  # fmt: skip
_TURNS = re.compile(r"(\d{3}) on odd, (\d{3}) on even|\b(\d{3}),? then (?:a )?(\d{3})\b")


def serves_of(words: str) -> dict[str, Any]:
    """Its fields (see served.py), {} where nothing of it is understood."""
    return _whole(words) or _in_parts(words)


def _whole(words: str) -> dict[str, Any]:
    if count := re.search(r"(\d[\d,]*) (?:A records|addresses)", words):
        return {"dns": _number(count[1])}
    if turns := _TURNS.search(words):
        return {"visits": [{"status": int(one), "body": "<rss/>"} for one in turns.groups() if one]}
    return next((told for form, told in _WHOLE if re.search(form, words, re.IGNORECASE)), {})


def _in_parts(words: str) -> dict[str, Any]:
    """Put together of the parts that are told: status, headers, size, pace, ending."""
    words = re.sub(r"10\^(\d+)", lambda found: "1" + "0" * int(found[1]), words)
    found: dict[str, Any] = {}
    if status := _STATUS.search(words):
        found = {"status": int(status[1]), "body": "news" if "body" in words else ""}
    if headers := dict(_HEADER.findall(words)):
        found = {"status": 429 if "Retry-After" in headers else 200} | found
        found |= {"headers": headers, "body": found.get("body") or "news"}
    for part in (_leads, _packed, _sized, _typed):
        found |= part(words)
    return found | _paced(words) | _ended(words, found)


def _typed(words: str) -> dict[str, Any]:
    if kind := re.search(r"\b(?:multipart|text|application|image|audio|video)/[\w.+-]+", words):
        return {"headers": {"Content-Type": kind[0]}, "body": "x"}
    if charset := re.search(r"charset=([\w-]+)|\b(?:UTF-16|BOM|windows-125\d|latin-1)\b", words):
        kind = f"text/xml; charset={charset[1] or 'utf-8'}"
        return {"headers": {"Content-Type": kind}, "body_b64": "//48AHIAcwBzAC8APgA="}  # <rss/> in UTF-16
    if re.search(r"\bitems?\b|GUIDs?|links to|entries|same ETag", words):
        return {"body": "<rss><channel/></rss>"}
    return {}


def _leads(words: str) -> dict[str, Any]:
    status = _STATUS.search(words)
    code = int(status[1]) if status and status[1].startswith("3") else 302
    if re.search(r"\bto itself|redirect loop|in a (?:circle|loop)", words):
        return {"status": code, "headers": {"Location": "{self}"}, "body": ""}
    if steps := re.search(r"(\d+) (?:redirects|hops|steps)", words):
        return {"chain": [[code, "{next}"]] * int(steps[1]), "body": "<rss/>"}
    if place := re.search(r"(?:redirects?|30\d) to (\S+:\S+|/\S*)", words):
        return {"status": code, "headers": {"Location": place[1]}, "body": ""}
    return {}


def _packed(words: str) -> dict[str, Any]:
    times = re.search(r"(gzip|deflate)\b.*?[x×] ?(\d+)", words)
    if times:
        return {"encodings": [times[1]] * int(times[2]), "body": "<rss/>", "headers": {}}
    if re.search(r"\bgzip(?:ped)?\b", words) and not re.search(r"plain|not|none|Content-Encoding", words):
        return {"encodings": ["gzip"], "body": "<rss/>"}
    return {}


def _sized(words: str) -> dict[str, Any]:
    if lines := _LINES.search(words):
        return {"headers": {f"X-{n}": "1" for n in range(_number(lines[1]))}, "body": "x"}
    size = re.search(_SIZE, words, re.IGNORECASE)
    if not size or _EVERY.search(words):
        return {}
    count = _number(size[1]) * _UNITS[size[2].lower()]
    if "header" in words:
        return {"headers": {"X-Long": "1" * min(count, 1_000_000)}, "body": "x"}
    without = re.search(r"without (?:a )?(?:length|Content-Length)|no (?:length|Content-Length)", words)
    most = min(count, 30_000_000)  # far over every limit
    return {"body": "x", "repeat": most, "length": None if without else count}


def _paced(words: str) -> dict[str, Any]:
    pace = _EVERY.search(words)
    if not pace:
        return {}
    seconds = int(pace[4]) * {"s": 1, "ms": 0.001, "min": 60}[pace[5].lower()]
    piece = _number(pace[1]) * _UNITS[pace[2].lower()] if pace[1] else 1
    place = "headers" if "header" in words else "body"
    return {"endless": "x" * piece, "endless_in": place, "every": seconds} | (
        {"status": None} if place == "headers" else {}
    )


def _ended(words: str, found: dict[str, Any]) -> dict[str, Any]:
    if _ENDLESS.search(words) and not _EVERY.search(words) and "links" not in words:
        early = re.search(r"\b10[0-3]\b|\bContinue\b", words)
        again = "HTTP/1.1 103 Early Hints\r\n" if early else "X-More: 1234567890"
        return {"status": 200, "endless": again, "endless_in": _place(words, early=bool(early))}
    if _CUT.search(words):
        return {"length": 100_000, "body": found.get("body") or "short", "closes": True}
    return {}


def _place(words: str, *, early: bool) -> str:
    for place, sign in (("extension", "chunk-size|extension"), ("trailers", "trailer"), ("chunks", "chunk")):
        if re.search(sign, words):
            return place
    return "headers" if early or "header" in words else "body"


def _number(words: str) -> int:
    return int(words.replace(",", ""))
