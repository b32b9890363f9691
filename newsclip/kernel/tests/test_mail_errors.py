"""A mail that was not taken is told by its kind and code, never in the server's words."""

import smtplib

import pytest

from newsclip.kernel.mail_errors import smtp_verdict


@pytest.mark.parametrize(
    ("error", "verdict"),
    [
        (ConnectionRefusedError("canary"), "ConnectionRefusedError"),
        (smtplib.SMTPRecipientsRefused({"canary@people.example": (550, b"canary")}), "SMTPRecipientsRefused 550"),
        (smtplib.SMTPRecipientsRefused({"a@b.example": (550, b""), "c@b.example": (451, b"")}),
         "SMTPRecipientsRefused 451 550"),
        (smtplib.SMTPDataError(554, b"canary"), "SMTPDataError 554"),
    ],
)  # fmt: skip
def test_the_kind_and_the_codes_are_told(error, verdict):
    assert smtp_verdict(error) == verdict
