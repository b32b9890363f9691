import pytest
from typer.testing import CliRunner

from newsclip.accounts.models import Reader
from newsclip.cli import admin_commands, app, maintenance
from newsclip.terminal import CommandError


@pytest.mark.django_db
def test_a_weak_password_is_refused_with_the_reason():
    with pytest.raises(CommandError, match="too short"):
        admin_commands.make_user("ada", "short", staff=False)


@pytest.mark.django_db
def test_staff_may_see_the_staff_pages():
    admin_commands.make_user("ada", "a long and quiet phrase", staff=True)
    assert Reader.objects.get(username="ada").is_staff


@pytest.mark.django_db
def test_another_password_takes_no_rights_away():
    admin_commands.make_user("ada", "a long and quiet phrase", staff=True)
    admin_commands.make_user("ada", "another long and quiet phrase", staff=False)
    assert Reader.objects.get(username="ada").is_staff


@pytest.mark.django_db
def test_a_second_call_says_that_it_set_a_new_password_and_what_ended():
    assert admin_commands.make_user("ada", "a long and quiet phrase", staff=False) == "ada may sign in."
    says = admin_commands.make_user("ada", "another long and quiet phrase", staff=False)
    assert says.startswith("ada has a new password, is signed out everywhere, and may sign in with it.")
    assert "passkeys" not in says
    says = admin_commands.make_user("ada", "a third long and quiet phrase", staff=True, lost_factors=True)
    assert "see the staff pages" in says
    assert says.endswith("Its passkeys and codes are removed.")


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["", "two words", "../<b>", "x" * 200])
def test_a_name_that_no_page_could_have_is_refused_before_a_password_is_asked_for(name):
    with pytest.raises(CommandError):
        admin_commands.check_name(name)


@pytest.mark.django_db
def test_somebody_who_is_here_already_keeps_their_name():
    Reader.objects.create(username="two words")
    assert admin_commands.check_name("two words") == admin_commands.check_name("ada") == ""


@pytest.mark.django_db
def test_a_password_may_come_from_a_pipe_without_a_word_about_terminals(monkeypatch):
    monkeypatch.setattr(maintenance, "prepare_to_write", lambda: None)
    done = CliRunner().invoke(app, ["user", "ada", "--staff"], input="a long and quiet phrase\n")
    assert (done.exit_code, done.stdout) == (0, "ada may sign in and see the staff pages.\n")
    assert Reader.objects.get(username="ada").check_password("a long and quiet phrase")
