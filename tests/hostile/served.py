"""A server that behaves as a row says: by its field `serves`, or by the plain words of its `input`.

`serves` may hold, times in seconds as they would be in the world (here a twelfth of that):

    status, headers {name: value | [values]}, body | body_b64, repeat (times the body), encodings ["gzip" | "deflate"],
    length (what Content-Length says; null: nothing does), delay (before anything is said), every and piece (seconds
    between pieces of so many bytes), chunked, chunk (bytes), unfinished (no last chunk), closes (hangs up early),
    endless (a text again and again, in `endless_in`: "body", "headers", "chunks", "trailers" or "extension"),
    chain [[status, Location]] ("{self}", "{next}"), visits [serves …] (one for each ask, the last for ever),
    raw | raw_b64 (all that is said), silent (nothing is), dns ("fails", "hangs" or how many addresses), tls ("silent")

A row that says anything else raises Unplayable.
"""

import base64
import contextlib
import gzip
import itertools
import socket
import time
import zlib
from typing import Any

from tests.hostile.behaviours import Sent, silent
from tests.hostile.prose import serves_of
from tests.hostile.rows import Unplayable
from tests.loopback import Script

SCALE = 1 / 12
FIELDS = frozenset({
    "status", "headers", "body", "body_b64", "repeat", "encodings", "length", "delay", "every", "piece", "chunked",
    "chunk", "unfinished", "closes", "endless", "endless_in", "chain", "visits", "raw", "raw_b64", "silent", "dns",
    "tls",
})  # fmt: skip
_PACK = {"gzip": gzip.compress, "deflate": zlib.compress}
_ENDLESS = {
    "body": (b"\r\n", b"{0}"),
    "headers": (b"", b"{0}\r\n"),
    "chunks": (b"Transfer-Encoding: chunked\r\n\r\n", b"{1:x}\r\n{0}\r\n"),
    "trailers": (b"Transfer-Encoding: chunked\r\n\r\n0\r\n", b"{0}\r\n"),
    "extension": (b"Transfer-Encoding: chunked\r\n\r\n1;", b"{0}"),
}


def serves(row: dict[str, Any]) -> dict[str, Any]:
    """What the row's server does, in fields. Raises Unplayable with what is not known."""
    found = row.get("serves") or serves_of(str(row["input"]))
    if not found:
        raise Unplayable(f"{row['id']}: no server here behaves so: {row['input']!r}. Tell it in the field `serves`.")
    each = [found, *found.get("visits", ())]
    if left := {name for one in each for name in one} - FIELDS:
        raise Unplayable(f"{row['id']}: no server here has {sorted(left)}")
    return found


def script_of(told: dict[str, Any], path: str, sent: Sent) -> Script:
    """The server's side of each connection that asks for this path."""
    turns = itertools.chain(told.get("visits") or [], itertools.repeat((told.get("visits") or [told])[-1]))
    steps = iter(told.get("chain", ()))
    endless = Sent.endless(sent, path.strip("/"), *_endless(told)) if "endless" in told else None

    def script(connection: socket.socket) -> None:
        turn = next(turns)
        if turn.get("silent"):
            return silent(connection)
        time.sleep(turn.get("delay", 0) * SCALE)
        if endless:
            return endless(connection)
        status, location = next(steps, (turn.get("status", 200), None))
        headers = {"Location": location} if location else turn.get("headers", {})
        return _say(connection, turn, _raw(turn) or _answer(turn, status, headers, path))

    return script


def _raw(turn: dict[str, Any]) -> bytes:
    return base64.b64decode(turn["raw_b64"]) if "raw_b64" in turn else turn.get("raw", "").encode("latin-1")


def _answer(turn: dict[str, Any], status: int, headers: dict[str, Any], path: str) -> bytes:
    body = base64.b64decode(turn["body_b64"]) if "body_b64" in turn else turn.get("body", "").encode()
    body *= turn.get("repeat", 1)
    for encoding in turn.get("encodings", ()):
        body = _PACK[encoding](body)
    lines = [f"HTTP/1.1 {status} Told"]
    for name, value in headers.items():
        lines += [f"{name}: {_place(one, path)}" for one in (value if isinstance(value, list) else [value])]
    if turn.get("encodings"):
        lines.append(f"Content-Encoding: {', '.join(turn['encodings'])}")
    if turn.get("chunked"):
        lines.append("Transfer-Encoding: chunked")
        body = _chunks(body, turn.get("chunk", 1000), last=not turn.get("unfinished"))
    elif turn.get("length", 0) is not None:
        lines.append(f"Content-Length: {turn.get('length', len(body))}")
    return "\r\n".join([*lines, "", ""]).encode("latin-1", "replace") + body


def _place(value: str, path: str) -> str:
    return str(value).replace("{self}", path).replace("{next}", path)


def _chunks(body: bytes, size: int, *, last: bool) -> bytes:
    cut = (body[start : start + size] for start in range(0, len(body), size))
    return b"".join(b"%x\r\n%s\r\n" % (len(one), one) for one in cut) + (b"0\r\n\r\n" if last else b"")


def _say(connection: socket.socket, turn: dict[str, Any], whole: bytes) -> None:
    pieces = [whole]
    if "every" in turn:
        size = turn.get("piece", 1)
        pieces = [whole[start : start + size] for start in range(0, len(whole), size)]
    with contextlib.suppress(OSError):
        for piece in pieces:
            connection.sendall(piece)
            time.sleep(turn.get("every", 0) * SCALE)
        if turn.get("unfinished") and not turn.get("closes"):
            silent(connection)


def _endless(told: dict[str, Any]) -> tuple[bytes, bytes, float]:
    head, piece = _ENDLESS[told.get("endless_in", "body")]
    if told.get("endless_in") == "headers" and told.get("status", 200) is None:
        first = b""
    else:
        first = b"HTTP/1.1 %d Told\r\n" % told.get("status", 200) + head
    words = told["endless"].encode("latin-1")
    filled = piece.replace(b"{0}", words).replace(b"{1:x}", b"%x" % len(words))
    return first, filled, told.get("every", 0) * SCALE
