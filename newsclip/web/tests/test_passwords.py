import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from newsclip.accounts.models import Reader
from newsclip.web.passwords import OwnWordsValidator


@pytest.mark.parametrize("password", ["newsclip2026", "NewsclipNewsclip", "harbourtimes1!", "Harbour-Times-12"])
def test_a_password_made_of_the_sites_own_words_is_refused(password):
    own = OwnWordsValidator(["newsclip", "Harbour Times", "harbourtimes.example"])
    with pytest.raises(ValidationError, match="own words"):
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
