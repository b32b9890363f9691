"""Time, rate and size limits, in one place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """Times are in seconds.

    `silence` is how long a host may send nothing; `total` bounds one exchange from connect to the last byte, since a
    host that sends one byte a second is never silent. `pause` is the pause between two requests to a public host; a
    longer one than `longest_pause` is not waited for, and the request returns "busy". A body has `grace` plus a second
    for every `rate` bytes: even the slowest publisher's line delivers a 50 KiB feed within a second. If no response
    arrives for a `lull`, callers that asked for it are told.
    """

    connect: float = 5
    silence: float = 10
    total: float = 30
    grace: float = 5
    rate: float = 1000
    lull: float = 1
    pause: float = 1
    longest_pause: float = 10
    parallel: int = 32
    hops: int = 5
    robots_kept: float = 24 * 3600
    failure_kept: float = 300
