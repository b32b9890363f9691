"""Decodes pictures in a separate process with limits on memory and time: decoders are where pictures do harm."""

import resource

from newsclip.adapters.limited.process import LimitedProcess
from newsclip.articles.ports import Encoded
from newsclip.kernel.fetching import MEGABYTE
from newsclip.kernel.reasons import OVER_LIMITS, Refused

SECONDS = 20  # CPU seconds per picture
MEMORY = 768 * MEGABYTE  # of address space, not all of it in use


class Decoder:
    """The worker side. Writes no files."""

    def __init__(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    def encode(self, picture: bytes) -> Encoded:
        from newsclip.articles.rules.image_reencode import encode  # noqa: PLC0415 -- 8 MB of decoders, which the other end does without

        return encode(picture)


class PictureProcess:
    """Encodes pictures, one at a time."""

    def __init__(self, *, seconds: int = SECONDS, memory: int = MEMORY) -> None:
        self._seconds = seconds
        self.process = LimitedProcess(Decoder, memory=memory)

    def encode(self, picture: bytes) -> Encoded:
        """As articles.rules.image_reencode.encode. Also raises Refused("picture_unreadable")."""
        try:
            encoded: Encoded = self.process.ask("encode", picture, seconds=self._seconds)
        except Refused as refused:
            if refused.code in OVER_LIMITS:
                raise Refused("picture_unreadable", refused.detail or refused.reason.sentence) from refused
            raise
        return encoded
