"""The doctor asks those that the site leans on, and says what to do where one does not help."""

import pytest

from newsclip.accounts.models import Reader
from newsclip.health import work
from newsclip.health.tests.test_doctor import options, wrong

pytestmark = pytest.mark.django_db


def test_mail_without_a_server_and_a_server_that_refuses(tmp_path):
    Reader.objects.create_user("mara", email="mara@people.example", edition="daily")
    assert "NEWSCLIP_MAIL" in wrong(work.mailing(options(tmp_path)))["mail"]

    def refuse():
        raise ConnectionRefusedError("canary-password")

    found = wrong(work.mailing(options(tmp_path, MAIL="smtp://robot:canary-password@127.0.0.1:1"), refuse))
    assert "does not let us in" in found["mail"]
    assert "canary" not in str(found)


def test_a_model_without_a_name(tmp_path):
    assert "NEWSCLIP_LLM_MODEL" in wrong(work.model(options(tmp_path, WRITER="llm")))["model"]
