import hashlib
import re

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from newsclip.accounts.models import Reader
from newsclip.web.accounts.password_validators import BreachedValidator, OwnWordsValidator


@pytest.mark.parametrize("password", ["newsclip2026", "NewsclipNewsclip", "harbourtimes1!", "Harbour-Times-12"])
def test_a_password_made_of_the_sites_own_words_is_refused(password):
    own = OwnWordsValidator(["newsclip", "Harbour Times", "harbourtimes.example"])
    with pytest.raises(ValidationError, match="the name or the address of this site"):
        own.validate(password)
    own.validate("the harbour at seven in fog")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "password", ["grün wie früher, kühl", "雨が降る夜に港の灯を見る", "only small letters here", "q9" + "x7Lk" * 30]
)
def test_any_characters_make_a_password(password):
    validate_password(password, Reader(username="mara"))
    reader = Reader.objects.create_user("mara", password=password)
    assert reader.check_password(password)
    assert not reader.check_password(password[:-1])
    assert not reader.check_password(password.upper() if password != password.upper() else password + " ")


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/accounts/login/", "/accounts/signup/", "/accounts/password/change/"])
def test_no_page_shows_a_password_that_is_typed(client, path):
    client.force_login(Reader.objects.create_user("mara"), "allauth.account.auth_backends.AuthenticationBackend")
    client = client if "change" in path else type(client)()
    fields = re.findall(r'<input[^>]* name="[^"]*password[^"]*"[^>]*>', client.get(path, follow=True).content.decode())
    assert fields
    assert all('type="password"' in field for field in fields)


STOLEN = [f"harbour lamp {number}" for number in range(500)]


@pytest.fixture
def breached(tmp_path) -> BreachedValidator:
    """As Have I Been Pwned gives it: SHA-1 in capitals, a colon, how often, sorted."""
    lines = sorted(hashlib.sha1(word.encode()).hexdigest().upper() for word in STOLEN)  # noqa: S324 that is the form
    file = tmp_path / "pwned.txt"
    file.write_text("".join(f"{line}:{number * 37}\r\n" for number, line in enumerate(lines)))
    return BreachedValidator(file)


def test_every_stolen_password_is_found_and_no_other(breached):
    for word in STOLEN:
        with pytest.raises(ValidationError, match="too common"):
            breached.validate(word)
    for word in STOLEN:
        breached.validate(word.upper())


def test_an_empty_list_knows_no_password(tmp_path):
    (tmp_path / "none.txt").write_text("")
    BreachedValidator(tmp_path / "none.txt").validate("harbour lamp 7")


@pytest.mark.django_db
@pytest.mark.parametrize(("password", "taken"), [("vjk83hq1x", False), ("vjk83hq1xw", True), ("vjk83hq1xw" * 6, True)])
def test_ten_characters_are_enough_and_nine_are_not(client, password, taken):
    form = {"username": "pia", "email": "pia@people.example", "password1": password}
    client.post("/accounts/signup/", form)
    assert Reader.objects.filter(username="pia").exists() is taken


@pytest.mark.parametrize("password", ["1234567890", "qwertyuiop", "basketball1"])
def test_a_password_that_many_have_is_refused_as_such(password):
    with pytest.raises(ValidationError) as refused:
        validate_password(password)
    assert "password_too_common" in {error.code for error in refused.value.error_list}
