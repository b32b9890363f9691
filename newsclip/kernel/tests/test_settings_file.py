"""Settings come from one file and the environment, which wins; what cannot be meant is said with what to do."""

import os
from pathlib import Path

import pytest

from newsclip.kernel.settings_file import LISTENING, VARIABLE, Settings, is_secret, others_can_read, read_settings
from newsclip.options import read_options, setting_names

KNOWN = setting_names()
PASSWORD = "harbour-zebra-77"
DATABASE = f"postgresql://news:{PASSWORD}@db.example/news?sslmode=verify-full&sslrootcert=/ca"


@pytest.fixture
def file(tmp_path) -> Path:
    return tmp_path / "settings.toml"


def read(file: Path, text: str | bytes | None = None, **environ: str) -> Settings:
    """The settings of this file, which holds the text, and of these variables."""
    if text is not None:
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        file.chmod(0o600)
    given = {f"NEWSCLIP_{name}": value for name, value in environ.items()}
    return read_settings({VARIABLE: str(file), "HOME": "/", **given}, KNOWN)


def told(found: Settings) -> dict[str, str]:
    """What is set, but for the folder of the data beside the file."""
    assert found.file is None or found.values["NEWSCLIP_HOME"]
    return {name: value for name, value in found.values.items() if not value.endswith("/newsclip-data")}


def refused(file: Path, text: str | bytes | None = None, **environ: str) -> str:
    with pytest.raises(SystemExit) as ended:
        read(file, text, **environ).apply(read_options)
    assert isinstance(ended.value.code, str)
    assert PASSWORD not in ended.value.code
    return ended.value.code


def test_the_file_says_what_the_environment_would(file):
    found = read(
        file,
        f'site_name = "Harbour News"\ndatabase_url = "{DATABASE}"\nproxies = 1\ngrouping_threshold = 0.5\n'
        "debug = true\nvectors = true\nsyntax = false\n"
        'loopback_ports = [8070, "8071"]\nmail_from = "News <a@b.example>"\n',
    ).apply(read_options)
    assert (found.site_name, found.database_url, found.proxies) == ("Harbour News", DATABASE, 1)
    assert (found.debug, found.vectors, found.syntax, found.grouping_threshold) == (True, "on", "off", 0.5)
    assert (found.loopback_ports, found.mail_from) == (frozenset({8070, 8071}), "News <a@b.example>")


def test_the_environment_wins(file):
    found = read(file, "proxies = 1\nlease = 20", PROXIES="2", LEASE="").apply(read_options)
    assert (found.proxies, found.lease) == (2, 20)


def test_without_a_file_the_environment_is_all():
    found = read_settings({"NEWSCLIP_PROXIES": "2"}, KNOWN, usual=Path("/nowhere/settings.toml"))
    assert (found.values, found.file) == ({"NEWSCLIP_PROXIES": "2"}, None)


def test_the_usual_file_is_read_where_it_exists_unless_another_or_none_is_named(file, tmp_path):
    read(file, "proxies = 1")
    assert told(read_settings({}, KNOWN, usual=file)) == {"NEWSCLIP_PROXIES": "1"}
    assert told(read_settings({VARIABLE: os.devnull}, KNOWN, usual=file)) == {}
    other = tmp_path / "other.toml"
    other.write_text("proxies = 3")
    assert told(read_settings({VARIABLE: str(other)}, KNOWN, usual=file)) == {"NEWSCLIP_PROXIES": "3"}


@pytest.mark.parametrize("text", ["", "# nothing\n", b"\xef\xbb\xbf", 'site_name = ""'])
def test_an_empty_file_sets_nothing(file, text):
    assert told(read(file, text)) == {}


def test_a_byte_order_mark_is_passed_over(file):
    assert told(read(file, b"\xef\xbb\xbfproxies = 1\r\n")) == {"NEWSCLIP_PROXIES": "1"}


def test_folders_are_found_from_wherever_the_command_is_started(file, tmp_path):
    assert read(file, "").apply(read_options).home == tmp_path / "newsclip-data"
    assert told(read(file, 'home = "data"')) == {"NEWSCLIP_HOME": str(tmp_path / "data")}
    assert told(read(file, 'home = "/srv/data"')) == {"NEWSCLIP_HOME": "/srv/data"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("site_name = Harbour", "is not valid TOML: "),
        ("site_name", "is not valid TOML: "),
        ("proxies = 1\nproxies = 2", "is not valid TOML: "),
        ("a = " + "[" * 5000, "is not valid TOML: "),
        ("a = " + "9" * 5000, "is not valid TOML: "),
        ('database_url = "' + PASSWORD, "is not valid TOML: "),
        ('siteurl = "https://a.example"', "siteurl is no setting. Is site_url meant?"),
        ('site-url = "https://a.example"', "site-url is no setting. Is site_url meant?"),
        ('NEWSCLIP_SITE_URL = "https://a.example"', "NEWSCLIP_SITE_URL is no setting. Is site_url meant?"),
        ("sign_ups = 3", "sign_ups is no setting. Is sign_up meant?"),
        ("colour = 3", "colour is no setting. See docs/reference/settings.md."),
        ("settings = 'a'", "settings is no setting."),
        ("[database]\nurl = 'a'", "database is a table"),
        ("[site_name]\na = 'a'", "site_name must be text in quotes, a number, true or false; it is a table."),
        ("site_name = ['a', 'b']", "site_name must be text in quotes, a number, true or false; it is a list."),
        ("lease = 2026-11-29", "lease must be text in quotes, a number, true or false; it is a date or a time."),
        ("loopback_ports = [[1]]", "loopback_ports must be text in quotes, a number, true or false; it is a list."),
        ('site_name = "a\\nb"', "site_name must be one line of letters and signs."),
        ('home = "a\\u0000b"', "home must be one line of letters and signs."),
        ("lease = 0.5", "NEWSCLIP_LEASE must be a whole number, 1 or more; it is '0.5'. In "),
        ("lease = true", "NEWSCLIP_LEASE must be a whole number, 1 or more; it is 'true'. In "),
        ("writer = true", "NEWSCLIP_WRITER must be one of extractive, llm; it is 'true'. In "),
        ("grouping_threshold = nan", "NEWSCLIP_GROUPING_THRESHOLD must be a number"),
        ('replica_url = "postgresql://a@b/c"', "set NEWSCLIP_DATABASE_URL too, or unset it. In "),
        (b"site_name = 'B\xf6rse'", "must be text in UTF-8; "),
        ("site_name = 'a'".encode("utf-16"), "must be text in UTF-8; "),
        ("#" * (2**20 + 1), "must be smaller than a mebibyte; "),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_meant_is_refused_with_its_name(file, text, says):
    said = refused(file, text)
    assert says in said
    assert str(file) in said


def test_a_value_of_the_file_is_refused_by_the_key_that_it_has_there(file):
    assert refused(file, "lease = 0").endswith(f"In {file} that is: lease.")
    assert "that is" not in refused(file, "lease = 3", LEASE="0")


def test_a_file_that_is_not_there_is_refused(file):
    assert refused(file) == (
        f"The settings file {file} cannot be read: No such file or directory."
        " Name a file that this account can read: newsclip --settings FILE, or NEWSCLIP_SETTINGS."
    )


def test_a_folder_is_no_file(tmp_path):
    assert refused(tmp_path) == f"The settings file must be a file; {tmp_path} is a folder."


def test_what_never_ends_is_no_file(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe").startswith("The settings file must be a file; ")


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_usual_file_that_may_not_be_read_is_not_passed_over(tmp_path):
    folder = tmp_path / "newsclip"
    folder.mkdir(mode=0)
    with pytest.raises(SystemExit, match="Run this as the account that may read it"):
        read_settings({}, KNOWN, usual=folder / "settings.toml")


def test_a_misspelt_variable_is_refused_with_the_nearest():
    with pytest.raises(SystemExit, match=r"NEWSCLIP_SITEURL is no setting. Is NEWSCLIP_SITE_URL meant\?"):
        read_settings({"NEWSCLIP_SITEURL": "x", VARIABLE: os.devnull}, KNOWN)
    with pytest.raises(SystemExit, match=r"Is NEWSCLIP_SECRET_KEY_FILE meant\?"):
        read_settings({"NEWSCLIP_SECRETKEY_FILE": "x", VARIABLE: os.devnull}, KNOWN)
    with pytest.raises(SystemExit, match=r"NEWSCLIP_PORT is no setting\."):
        read_settings({"NEWSCLIP_PORT": "8001", VARIABLE: os.devnull}, KNOWN)


def test_variables_of_others_and_empty_ones_are_passed_over():
    services = {
        "NEWSCLIP_PORT": "tcp://10.0.0.1:8000",
        "NEWSCLIP_SERVICE_HOST": "10.0.0.1",
        "NEWSCLIP_WEB_SERVICE_PORT_HTTP": "8000",
        "NEWSCLIP_WEB_PORT_8000_TCP_ADDR": "10.0.0.1",
    }
    given = services | {"NEWSCLIP_NOTHING": "", "NEWSCLIP_TEST_COPIES": "3", "NEWSCLIP_SUPERVISOR": "1", "HOME": "/"}
    assert told(read_settings(given | {VARIABLE: os.devnull}, KNOWN)) == {}


def test_a_secret_is_read_from_a_file_of_its_own(file, tmp_path):
    for name, held in (("key", "k" * 50 + "\n"), ("url", f"\ufeff{DATABASE}\r\n")):
        (tmp_path / name).write_text(held)
        (tmp_path / name).chmod(0o600)
    found = read(file, 'secret_key_file = "key"', DATABASE_URL_FILE=str(tmp_path / "url")).apply(read_options)
    assert (found.secret_key, found.database_url) == ("k" * 50, DATABASE)


def test_the_environment_wins_over_the_other_form_in_the_file(file):
    assert told(read(file, 'secret_key_file = "nowhere"', SECRET_KEY="here")) == {"NEWSCLIP_SECRET_KEY": "here"}


def test_both_forms_of_a_secret_are_refused(file, tmp_path):
    both = f'oidc_secret = "a"\noidc_secret_file = "{tmp_path}/b"'
    assert refused(file, both) == (
        f"Both oidc_secret in {file} and oidc_secret_file in {file} are set: remove one of them."
    )
    said = refused(file, "", SECRET_KEY="a", SECRET_KEY_FILE="b")
    assert said == "Both NEWSCLIP_SECRET_KEY and NEWSCLIP_SECRET_KEY_FILE are set: remove one of them."


@pytest.mark.parametrize("held", ["", "\n", " \n", "a\nb\n", "a\0"])
def test_a_secrets_file_that_holds_no_line_or_several_is_refused(file, tmp_path, held):
    (tmp_path / "key").write_text(held)
    assert "must hold one line" in refused(file, "", SECRET_KEY_FILE=str(tmp_path / "key"))


@pytest.mark.parametrize("named", ["nowhere", ".", "a\0b"])
def test_a_secrets_file_that_cannot_be_read_is_refused_by_name(file, tmp_path, named):
    assert "NEWSCLIP_SECRET_KEY_FILE" in refused(file, "", SECRET_KEY_FILE=str(tmp_path / named))


def test_whoever_else_can_read_a_secret_is_warned_of(file, tmp_path):
    secret, plain = f'database_url = "{DATABASE}"', 'site_url = "https://a.example"'
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.geteuid():
            folder.chmod(folder.stat().st_mode | 0o001)
    for text, mode, warnings in ((secret, 0o600, 0), (secret, 0o640, 0), (secret, 0o644, 1), (plain, 0o644, 0)):
        read(file, text)
        file.chmod(mode)
        assert len(read(file).warnings) == warnings
    tmp_path.chmod(0o700)
    file.write_text(secret)
    assert read(file).warnings == ()
    tmp_path.chmod(0o755)
    (tmp_path / "key").write_text("k")
    (tmp_path / "key").chmod(0o444)
    (said,) = read(file, "", SECRET_KEY_FILE=str(tmp_path / "key")).warnings
    assert said.endswith(f"Run: chmod o-rwx {tmp_path / 'key'}")


@pytest.mark.parametrize(
    "value", ["postgresql://a:b@c/d", "amqp://h1;amqp://u:p@h2", "amqp://u:p/w@h2", "smtp://u:p@ss@h", "x://u:p?#w@h"]
)
def test_an_address_with_a_password_is_secret_wherever_in_the_setting_it_stands(value):
    assert is_secret("NEWSCLIP_QUEUE_URL", value)


@pytest.mark.parametrize("value", ["", "postgresql:///news", "amqp://u@h1:5672;amqp://h2:5672", "https://a.example/@b"])
def test_an_address_without_one_is_none(value):
    assert not is_secret("NEWSCLIP_QUEUE_URL", value)


@pytest.mark.parametrize("name", ["SITE_NAME", "SITE_URL", "SOURCE_URL", "CONTACT", "USER_AGENT", "HUB", "OIDC_URL"])
def test_a_password_in_what_readers_see_is_refused_and_not_repeated(file, name):
    said = refused(file, "", **{name: f"https://ada:{PASSWORD}@code.example/newsclip"})
    assert said == (
        f"NEWSCLIP_{name} has a name, password or token before the @ of an address, and everybody would see it. "
        "Take it out, with the @."
    )
    there = refused(file, f'{name.lower()} = "https://ada:{PASSWORD}@code.example/newsclip"')
    assert there == f"{said} In {file} that is: {name.lower()}."


def test_a_token_in_place_of_a_name_is_refused_in_what_readers_see(file):
    assert "before the @" in refused(file, "", SOURCE_URL=f"https://{PASSWORD}@code.example/ada/newsclip")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("USER_AGENT", "Newsclip/1 (+https://orlo.example/about; mailto:desk@orlo.example)"),
        ("USER_AGENT", "Newsclip/1 (+https://orlo.example:8443/about; desk@orlo.example)"),
        ("USER_AGENT", "Newsclip/1 (+https://orlo.example:8443 desk@orlo.example)"),
        ("SOURCE_URL", "https://git.orlo.example:3000/@ada/newsclip"),
        ("CONTACT", "https://social.example:8443/@ada"),
        ("CONTACT", "https://orlo.example:8443?write=desk@orlo.example"),
    ],
)
def test_a_port_and_a_mail_address_in_what_readers_see_are_no_password(file, name, value):
    found = read(file, "", **{name: value})
    found.apply(read_options)
    assert not is_secret(f"NEWSCLIP_{name}", value)


def test_no_secret_is_repeated_where_a_value_is_refused(file):
    said = refused(file, "", CATALOGUE=f"postgresql://ada:{PASSWORD}@h/n")
    assert said == "NEWSCLIP_CATALOGUE must be a file that can be read; it is a secret, which is left out here."


def test_who_can_read_a_linked_file_depends_on_where_it_lies(tmp_path):
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.geteuid():
            folder.chmod(folder.stat().st_mode | 0o001)
    for name, mode in (("open", 0o755), ("closed", 0o700)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "settings.toml").write_text("")
        (tmp_path / name / "settings.toml").chmod(0o644)
        (tmp_path / name).chmod(mode)
    (tmp_path / "closed" / "to-open").symlink_to(tmp_path / "open" / "settings.toml")
    (tmp_path / "open" / "to-closed").symlink_to(tmp_path / "closed" / "settings.toml")
    assert others_can_read(tmp_path / "closed" / "to-open")
    assert not others_can_read(tmp_path / "open" / "to-closed")


def test_addresses_have_the_port_that_the_site_was_started_with_unless_one_is_set(file):
    listening = {LISTENING.removeprefix("NEWSCLIP_"): "http://localhost:8114"}
    assert read(file, "", **listening).apply(read_options).site_url == "http://localhost:8114"
    given = read(file, 'site_url = "https://news.example"', **listening)
    assert given.apply(read_options).site_url == "https://news.example"


def test_no_setting_shows_its_values(file):
    assert PASSWORD not in repr(read(file, f'database_url = "{DATABASE}"'))
