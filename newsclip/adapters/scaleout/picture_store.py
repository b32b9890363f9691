"""Pictures in a bucket of an S3-compatible store, which several machines share. The site serves them from there.

The operator names this server, so its requests do not go through the guard for strangers' addresses (adapters/egress).
"""

import secrets
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from newsclip.kernel.reasons import Refused
from newsclip.kernel.s3_options import S3Options
from newsclip.kernel.trouble import Trouble

try:
    from obstore.exceptions import BaseError, PermissionDeniedError, UnauthenticatedError
    from obstore.store import S3Store
except ImportError as error:
    remedy = "pip install 'newsclip-social[s3]'"
    raise SystemExit(f"NEWSCLIP_S3_BUCKET needs a package that is not installed. Run: {remedy}") from error

if TYPE_CHECKING:
    from obstore.store import S3Credential

_CONNECT, _LONGEST = timedelta(seconds=2), timedelta(seconds=5)  # of one request
_PAUSE = 5.0  # seconds without a request after one that got no answer
_REMEMBERED = 60.0  # seconds
_READS, _TURN = 2, 0.5  # at once in one process; seconds to wait for one's turn: pages need the other threads
_CACHE = "public, max-age=31536000, immutable"
_SHOWN = 300  # characters of what the store said


class BucketPictureStore:
    """One object per picture. After a request without an answer, others fail at once for some seconds: readers wait
    for no store that is away. `clock`: monotonic seconds.
    """

    def __init__(self, options: S3Options, clock: Callable[[], float], user_agent: str = "Newsclip") -> None:
        self._options, self._clock = options, clock
        self._bucket = _open(options, user_agent)
        self._turns = threading.BoundedSemaphore(_READS)
        self._failed_at: float | None = None
        self._failure = ""

    def put(self, name: str, content: bytes) -> None:
        """As PictureStore."""
        with self._asking():
            self._put(name, content)

    def read(self, name: str) -> bytes | None:
        """As PictureStore."""
        if not self._turns.acquire(timeout=_TURN):
            raise Refused("store_away", "It is slow.")
        try:
            with self._asking():
                return self._read(name)
        finally:
            self._turns.release()

    def forget(self, name: str) -> None:
        """As PictureStore."""
        with self._asking():
            self._bucket.delete(name)

    def missing(self, names: Iterable[str]) -> list[str]:
        """As PictureStore."""
        with self._asking():
            return [name for name in names if not self._holds(name)]

    @property
    def answers(self) -> bool:
        """As PictureStore."""
        return self._failed_at is None or self._clock() - self._failed_at > _REMEMBERED

    @property
    def place(self) -> str:
        """As PictureStore."""
        return f"bucket {self._options.bucket} at {self._options.endpoint or 'Amazon S3'}"

    def trouble(self) -> Trouble | None:
        """As PictureStore. Writes an object, reads it and deletes it: nothing else tells whether the key may."""
        probe = f"probe-{secrets.token_hex(8)}"
        try:
            self._put(probe, b"newsclip")
            found = self._read(probe)
            self._bucket.delete(probe)
        except (PermissionDeniedError, UnauthenticatedError) as error:
            return Trouble(f"The {self.place} refuses the key: {_said(error)}", _RIGHTS)
        except FileNotFoundError as error:
            return Trouble(f"The {self.place} is not there: {_said(error)}", _BUCKET)
        except (BaseError, OSError) as error:
            self._failed_at, self._failure = self._clock(), _said(error)
            return Trouble(f"The {self.place} does not answer: {_said(error)}", _REACH)
        self._failed_at = None
        if found != b"newsclip":
            return Trouble(f"The {self.place} does not give back what it was given.", _REACH)
        return None

    def _put(self, name: str, content: bytes) -> None:
        kind = {"Content-Type": "image/webp", "Cache-Control": _CACHE}
        self._bucket.put(name, content, attributes=kind, use_multipart=False)

    def _read(self, name: str) -> bytes | None:
        try:
            return bytes(self._bucket.get(name).bytes())
        except FileNotFoundError as error:
            _unless_no_bucket(error)
            return None

    def _holds(self, name: str) -> bool:
        try:
            self._bucket.head(name)
        except FileNotFoundError:
            return False
        return True

    @contextmanager
    def _asking(self) -> Iterator[None]:
        """Raises Refused("store_away")."""
        if self._failed_at is not None and self._clock() - self._failed_at < _PAUSE:
            raise Refused("store_away", self._failure)
        if self._failed_at is not None:
            self._failed_at = self._clock()  # one request at a time finds out whether it is back
        try:
            yield
        except (PermissionDeniedError, UnauthenticatedError) as error:  # an answer: it keeps nobody waiting
            raise Refused("store_away", _said(error)) from error
        except (BaseError, OSError) as error:
            self._failed_at, self._failure = self._clock(), _said(error)
            raise Refused("store_away", self._failure) from error
        self._failed_at = None


_RIGHTS = (
    "Give the key of NEWSCLIP_S3_KEY the right to put, get and delete objects there, or correct it and its secret."
)
_BUCKET = "Make the bucket, or correct NEWSCLIP_S3_BUCKET, NEWSCLIP_S3_REGION and NEWSCLIP_S3_ENDPOINT."
_REACH = "Start the store, or correct NEWSCLIP_S3_ENDPOINT. Until then pages are without pictures; none is lost."


def _open(options: S3Options, user_agent: str) -> S3Store:
    def credentials() -> "S3Credential":  # given so, the variables AWS_… of the machine do not count
        return {
            "access_key_id": options.key, "secret_access_key": options.secret, "token": None, "expires_at": None,
        }  # fmt: skip

    return S3Store(
        options.bucket,
        prefix=options.prefix or None,
        config={
            "endpoint": options.endpoint or f"https://s3.{options.region}.amazonaws.com", "region": options.region,
            "virtual_hosted_style_request": False,
        },
        client_options={
            "allow_http": True, "connect_timeout": _CONNECT, "timeout": _LONGEST, "user_agent": user_agent,
        },
        retry_config={"max_retries": 0, "retry_timeout": _LONGEST},
        credential_provider=credentials,
    )  # fmt: skip


def _unless_no_bucket(error: FileNotFoundError) -> None:
    """Pictures of a bucket that is not there are not gone: the settings are wrong, or the store lost it."""
    if "NoSuchBucket" in str(error):
        raise OSError(str(error)) from error


def _said(error: Exception) -> str:
    """The first line: the library appends how it came to know."""
    return str(error).partition("\n")[0][:_SHOWN]
