"""How long, how often and how much, in one place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """Times are in seconds.

    `silence` is how long a host may say nothing; `total` bounds one exchange from connect to the last byte, since a
    host that sends one byte a second is never silent. `pause` lies between two asks of one public host; more than
    `longest_pause` is not waited for, the ask comes back as "busy" instead. A body has `grace` and a second more for
    every `rate` bytes: a feed of 50 KiB comes within a second over the slowest line that a publisher has. Where nothing
    came from anybody for a `lull`, whoever waits is told so.
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
