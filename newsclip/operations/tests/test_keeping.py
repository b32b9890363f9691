import pytest

from newsclip.accounts.models import Reader
from newsclip.operations import keeping
from newsclip.operations.keeping import NotDone


@pytest.mark.django_db
def test_a_weak_password_is_refused_with_the_reason():
    with pytest.raises(NotDone, match="too short"):
        keeping.make_user("ada", "short", staff=False)


@pytest.mark.django_db
def test_staff_may_see_the_staff_pages():
    keeping.make_user("ada", "a long and quiet phrase", staff=True)
    assert Reader.objects.get(username="ada").is_staff


@pytest.mark.django_db
def test_another_password_takes_no_rights_away():
    keeping.make_user("ada", "a long and quiet phrase", staff=True)
    keeping.make_user("ada", "another long and quiet phrase", staff=False)
    assert Reader.objects.get(username="ada").is_staff
