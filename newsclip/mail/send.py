"""One mail on its way: headers that mail programs can read, and what the mail server made of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.headerregistry import BaseHeader, HeaderRegistry, UnstructuredHeader
from email.policy import Policy, default
from typing import Any

import structlog
from django.core.mail import EmailMultiAlternatives

log = structlog.get_logger()
REST = timedelta(minutes=1)
_FOR_GOOD = 500


class _Whole(UnstructuredHeader, BaseHeader):
    """A header in one line: what is folded may be encoded, and an encoded word is no address (RFC 2047, section 5)."""

    def fold(self, *, policy: Policy) -> str:
        return f"{self.name}: {self}{policy.linesep}"


class Mail(EmailMultiAlternatives):
    """As Django's, but the address that ends it stays one."""

    def message(self, *, policy: Any = default) -> Any:
        headers = HeaderRegistry()
        headers.map_to_type("list-unsubscribe", _Whole)
        return super().message(policy=policy.clone(header_factory=headers))


@dataclass(slots=True)
class _Server:
    """What this process knows of the mail server."""

    rests_until: datetime | None = None

    def rests(self, now: datetime) -> bool:
        """Whether it failed a moment ago; a clock may have been put back."""
        return self.rests_until is not None and timedelta(0) < self.rests_until - now <= REST


SERVER = _Server()


def post(mail: EmailMultiAlternatives, *, now: datetime) -> bool:
    """Whether this mail is done with: taken, or refused for good. The server that failed is left alone for a while."""
    try:
        mail.send()
    except OSError as error:  # all of smtplib's are
        for_good = _is_for_good(error)
        log.warning("mail_not_sent", why=type(error).__name__, again=not for_good)
        SERVER.rests_until = None if for_good else now + REST
        return for_good
    SERVER.rests_until = None
    return True


def _is_for_good(error: OSError) -> bool:
    """Told by name: smtplib itself, which can open connections, is none of ours to import."""
    refused: Mapping[str, tuple[int, bytes]] = getattr(error, "recipients", {})
    if refused:
        return all(code >= _FOR_GOOD for code, _ in refused.values())
    return type(error).__name__ == "SMTPDataError" and getattr(error, "smtp_code", 0) >= _FOR_GOOD
