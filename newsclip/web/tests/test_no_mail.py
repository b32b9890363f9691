"""A site without a mail server promises no mail."""

from dataclasses import replace

import pytest

from newsclip.web.accounts import adapter

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("mail", "is_promised"), [("", False), ("smtp://mail.example", True)])
def test_who_forgot_a_password_is_told_what_can_be_done(client, monkeypatch, mail: str, is_promised: bool):
    monkeypatch.setattr(adapter, "OPTIONS", replace(adapter.OPTIONS, mail=mail))
    page = client.get("/accounts/password/reset/").content.decode()
    assert ("we will send you a link" in page) is is_promised
    assert ("This site cannot send mail. Whoever runs it can give you a new password." in page) is not is_promised
