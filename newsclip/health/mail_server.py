"""Whether the mail server lets us in, and what to do if it does not."""

import smtplib
import socket
import ssl
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from django.core import mail

from newsclip.accounts.models import Reader
from newsclip.health.findings import Finding, bad, good
from newsclip.options import Options

# The server's own words stay out of what is said: some repeat the password.
_CAUSES: tuple[tuple[type[OSError], str, str], ...] = (
    (
        socket.gaierror,
        "No machine has the name {host}, which NEWSCLIP_MAIL gives as the mail server.",
        "Put your mail server's name there. If the site is to send no mail, remove NEWSCLIP_MAIL.",
    ),
    (
        smtplib.SMTPAuthenticationError,
        "The mail server {host} refuses the user or the password.",
        "Correct them in NEWSCLIP_MAIL. Special characters are written as in any address: %40 for @.",
    ),
    (
        smtplib.SMTPNotSupportedError,
        "The mail server {host} offers no encryption or no sign-in at this port.",
        "Check the port in NEWSCLIP_MAIL: usually 587 with smtp+tls, or 465 with smtps.",
    ),
    (
        ssl.SSLCertVerificationError,
        "The connection to the mail server {host} cannot be encrypted: {refused}.",
        "Give the host by the name in its certificate. If an authority of your own signed it, make this machine trust"
        " that one: update-ca-certificates.",
    ),
    (
        ssl.SSLError,
        "The connection to the mail server {host} cannot be encrypted ({name}).",
        "Check the scheme and the port in NEWSCLIP_MAIL: smtp+tls for 587, smtps for 465.",
    ),
    (
        ConnectionRefusedError,
        "The mail server {host} takes no connection at this port.",
        "Check the port in NEWSCLIP_MAIL: usually 587 with smtp+tls, or 465 with smtps.",
    ),
    (
        TimeoutError,
        "The mail server {host} does not answer in time.",
        "Check host and port in NEWSCLIP_MAIL, and that no firewall keeps this machine from them.",
    ),
    (OSError, "The mail server {host} does not let us in ({name}).", "Check NEWSCLIP_MAIL."),
)


def mailing(
    options: Options, connect: Callable[[], object] = lambda: mail.get_connection().open()
) -> Iterator[Finding]:
    """Whether the mail server accepts our login."""
    if not options.mail:
        asked = Reader.objects.exclude(edition="").exclude(email="").count()
        if asked:
            yield bad("mail", f"{asked} people want mail, and there is no server for it.", "Set NEWSCLIP_MAIL.")
        return
    try:
        connect()
    except OSError as error:
        host = urlsplit(options.mail).hostname or "localhost"
        says, remedy = next((says, remedy) for kind, says, remedy in _CAUSES if isinstance(error, kind))
        name = type(error).__name__
        refused = getattr(error, "verify_message", "").rstrip(".") or name
        yield bad("mail", says.format(host=host, name=name, refused=refused), remedy)
    else:
        yield good("mail", "The mail server lets us in.")
