"""Sending one mail: headers that mail programs can parse, and the mail server's verdict."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.headerregistry import BaseHeader, HeaderRegistry, UnstructuredHeader
from email.policy import Policy, default
from typing import Any

import structlog
from django.core.mail import EmailMultiAlternatives

from newsclip.kernel.mail_errors import smtp_verdict

log = structlog.get_logger()
REST = timedelta(minutes=1)  # pause after a failure of the mail server
_FOR_GOOD = 500  # SMTP replies from here on are permanent (RFC 5321, 4.2.1)


class _Whole(UnstructuredHeader, BaseHeader):
    """A header on a single line: folding may encode it, and an encoded word is not an address (RFC 2047, section 5)."""

    def fold(self, *, policy: Policy) -> str:
        return f"{self.name}: {self}{policy.linesep}"


class Mail(EmailMultiAlternatives):
    """Like Django's, but its unsubscribe address stays unencoded."""

    def message(self, *, policy: Any = default) -> Any:
        headers = HeaderRegistry()
        headers.map_to_type("list-unsubscribe", _Whole)
        return super().message(policy=policy.clone(header_factory=headers))


@dataclass(slots=True)
class _Server:
    """This process's view of the mail server."""

    rests_until: datetime | None = None

    def rests(self, now: datetime) -> bool:
        """Whether it failed a moment ago. False if the clock was put back."""
        return self.rests_until is not None and timedelta(0) < self.rests_until - now <= REST


SERVER = _Server()


def post(mail: EmailMultiAlternatives, *, now: datetime) -> bool:
    """Whether this mail is done: accepted, or rejected for good. A server that failed gets a pause."""
    try:
        mail.send()
    except OSError as error:  # includes every error of smtplib
        for_good = _is_for_good(error)
        log.warning("mail_not_sent", why=smtp_verdict(error), again=not for_good)
        SERVER.rests_until = None if for_good else now + REST
        return for_good
    SERVER.rests_until = None
    return True


def _is_for_good(error: OSError) -> bool:
    """By class name: our import rules forbid smtplib, which opens connections."""
    refused: Mapping[str, tuple[int, bytes]] = getattr(error, "recipients", {})
    if refused:
        return all(code >= _FOR_GOOD for code, _ in refused.values())
    return type(error).__name__ == "SMTPDataError" and getattr(error, "smtp_code", 0) >= _FOR_GOOD
