"""What the pages and mails of accounts call the site, and what they promise."""

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import caches

from newsclip.accounts.models import Reader

pytestmark = pytest.mark.django_db
RESET = "/accounts/password/reset/"


@pytest.fixture(autouse=True)
def nothing_kept():
    for cache in caches.all():
        cache.clear()


@pytest.fixture
def mara():
    mara = Reader.objects.create_user("mara", "mara@people.example", "harbour-lights-9")
    EmailAddress.objects.create(user=mara, email=mara.email, verified=True, primary=True)
    return mara


@pytest.mark.parametrize("to", ["mara@people.example", "nobody@people.example"])
def test_mails_of_accounts_say_the_name_of_the_site_and_its_address(client, mara, to):
    client.post(RESET, {"email": to})
    (sent,) = mail.outbox
    assert sent.subject.startswith("[Newsclip] ")
    assert "Hello from Newsclip!" in sent.body
    assert "Thank you for using Newsclip!\nlocalhost:8000" in sent.body


@pytest.mark.parametrize("path", [RESET, f"{RESET}done/", "/accounts/confirm-email/"])
@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_no_page_says_contact_us_where_there_is_no_contact(client, path, language):
    page = client.get(path, headers={"accept-language": language})
    assert page.status_code == 200
    said = page.content.decode().lower()
    assert [words for words in ("contact us", "kontakt", "contacter", "contactez") if words in said] == []


def test_pages_of_accounts_speak_as_the_rest_of_the_site(client, mara):
    client.force_login(mara)
    asks = client.get("/accounts/reauthenticate/").content.decode()
    assert "Please confirm that it is you." in asks
    assert "reauthenticate to safeguard" not in asks
    assert "Make it my main address" in client.get("/accounts/email/").content.decode()


@pytest.mark.parametrize("path", ["/accounts/signup/", "/accounts/password/change/"])
@pytest.mark.parametrize(("language", "least"), [("en", "At least 10"), ("de", "Mindestens 10"), ("fr", "Au moins 10")])
def test_a_form_for_a_new_password_says_in_one_sentence_what_it_has_to_be(client, mara, path, language, least):
    if "change" in path:
        client.force_login(mara)
        client.post("/accounts/reauthenticate/", {"password": "harbour-lights-9"})
    page = client.get(path, headers={"accept-language": language}).content.decode()
    assert page.count(least) == 1
    assert "<ul><li>" not in page.partition("</form>")[0].partition("<form")[2]
