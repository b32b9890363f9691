"""What an operator sets wrongly is said in a sentence, before anything is started."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from newsclip.kernel.environment import take_old_names
from newsclip.kernel.release import short_version
from newsclip.options import OLD_NAMES, read_options
from newsclip.settings import _database, _mailer, _replica

WRONG_ADDRESSES = [
    "mysql://a@b/c", "postgresql://a@b:port/c", "postgresql://a@[::1]:x/c", "postgresql://a:b[c@d/e",
    "postgresql://a:b#c@d/e", "postgresql://a@b/c?host=elsewhere", "postgresql://a@b", "postgresql://a@b:99999/c",
]  # fmt: skip
NUMBERS = [
    "NEWSCLIP_WEB_WORKERS", "NEWSCLIP_LEASE", "NEWSCLIP_DATABASE_TIMEOUT", "NEWSCLIP_PROXIES", "NEWSCLIP_KEEP_POLLS",
    "NEWSCLIP_LLM_SECONDS", "NEWSCLIP_LLM_TOKENS", "NEWSCLIP_LLM_PASSAGES", "NEWSCLIP_LLM_TOKENS_A_DAY",
    "NEWSCLIP_LLM_PRICES", "NEWSCLIP_LLM_COST_A_DAY", "NEWSCLIP_GROUPING_THRESHOLD", "NEWSCLIP_LOOPBACK_PORTS",
]  # fmt: skip


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("value", ["many", "-", "1 000", "½"])
def test_what_is_no_number_is_named_with_what_it_must_be(name, value):
    with pytest.raises(SystemExit, match=f"{name} must be .*{value}"):
        read_options({name: value})


@pytest.mark.parametrize("name", ["NEWSCLIP_WEB_WORKERS", "NEWSCLIP_LEASE", "NEWSCLIP_LLM_SECONDS"])
def test_nothing_at_all_is_too_little(name):
    with pytest.raises(SystemExit, match="1 or more"):
        read_options({name: "0"})


@pytest.mark.parametrize("url", WRONG_ADDRESSES)
def test_an_address_that_cannot_be_the_databases_is_said_at_once(url):
    with pytest.raises(SystemExit, match="NEWSCLIP_DATABASE_URL must be"):
        _database(read_options({"NEWSCLIP_DATABASE_URL": url}))


@pytest.mark.parametrize(
    ("url", "host", "port"),
    [
        ("postgresql://a:p%40ss@db.example:6432/c", "db.example", "6432"),
        ("postgresql://a:1:2@db.example/c", "db.example", "5432"),
        ("postgresql://a@[::1]:6432/c", "::1", "6432"),
        ("postgresql://a@[::1]/c", "::1", "5432"),
        ("postgresql:///c", "", "5432"),
    ],
)
def test_host_and_port_are_read_from_the_databases_address(url, host, port):
    found = _database(read_options({"NEWSCLIP_DATABASE_URL": url}))
    assert (found["HOST"], found["PORT"]) == (host, port)


def test_what_the_databases_address_says_of_tls_is_done():
    found = _database(read_options({"NEWSCLIP_DATABASE_URL": "postgresql://a@b/c?sslmode=verify-full&sslrootcert=/ca"}))
    assert found["NAME"] == "c"
    assert {"sslmode": "verify-full", "sslrootcert": "/ca"}.items() <= found["OPTIONS"].items()
    assert _replica("postgresql://a@b/c?sslmode=require")["OPTIONS"]["sslmode"] == "require"


@pytest.mark.parametrize(
    "url", ["http://a", "smtp://a:b#c@d", "smtp://a:b[c@d", "smtps://a:b@c:port", "smtp://a:b@c:99999"]
)
def test_an_address_that_cannot_be_the_mail_servers_is_said_without_its_password(url):
    with pytest.raises(SystemExit, match="NEWSCLIP_MAIL must be") as said:
        _mailer(url)
    assert "b" + "#c" not in str(said.value)


@pytest.mark.parametrize("value", ["figures", "127.0.0.1:0", "127.0.0.1:99999"])
def test_figures_have_an_address_that_can_be(value):
    with pytest.raises(SystemExit, match="NEWSCLIP_METRICS must be HOST:PORT"):
        read_options({"NEWSCLIP_METRICS": value})


def test_a_writer_that_there_is_not_is_said_at_once():
    with pytest.raises(SystemExit, match="extractive, llm"):
        read_options({"NEWSCLIP_WRITER": "human"})


@pytest.mark.parametrize("name", ["none.txt", "."])
def test_a_list_of_stolen_passwords_that_cannot_be_read_is_said_at_once(tmp_path, name):
    with pytest.raises(SystemExit, match="NEWSCLIP_BREACHED_PASSWORDS must be a file"):
        read_options({"NEWSCLIP_BREACHED_PASSWORDS": str(tmp_path / name)})


@pytest.mark.parametrize(
    "value",
    ["news.example.org", "ftp://news.example.org", "https://", "https://[::1", "https://news.example.org/below",
     "https://news.example.org/?a", "https://ada:secret@news.example.org"],
)  # fmt: skip
def test_the_site_has_a_host_of_its_own(value):
    with pytest.raises(SystemExit, match=r"NEWSCLIP_SITE_URL must be https://YOUR\.NAME, without a path"):
        read_options({"NEWSCLIP_SITE_URL": value})


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("https://news.example.org/", "https://news.example.org"),
        ("HTTPS://News.Example.org:443", "https://news.example.org"),
        ("https://börsen.example", "https://xn--brsen-jua.example"),
        ("http://[::1]:8000", "http://[::1]:8000"),
    ],
)
def test_the_site_is_called_as_browsers_call_it(value, read):
    assert read_options({"NEWSCLIP_SITE_URL": value}).site_url == read


@pytest.mark.parametrize("name", ["NEWSCLIP_HUB", "NEWSCLIP_LLM_URL", "NEWSCLIP_OIDC_URL"])
@pytest.mark.parametrize("value", ["hub.example.org", "model:1234", "https://[::1", "ftp://hub.example.org"])
def test_addresses_that_are_none(name, value):
    with pytest.raises(SystemExit, match=f"{name} must be an address with https://"):
        read_options({name: value})


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("", ""),
        ("news@people.example", "mailto:news@people.example"),
        ("mailto:news+desk@people.example", "mailto:news+desk@people.example"),
        ("https://people.example/contact?of=news", "https://people.example/contact?of=news"),
    ],
)
def test_the_operator_is_written_to_by_mail_or_a_page(given, read):
    found = read_options({"NEWSCLIP_CONTACT": given, "NEWSCLIP_SITE_URL": "https://news.example"})
    assert found.contact == read
    shown = read.removeprefix("mailto:")
    assert found.user_agent == f"Newsclip/{short_version()} (+https://news.example/about{'; ' if shown else ''}{shown})"


@pytest.mark.parametrize(
    "given",
    ["http://people.example", "news", "news@people", "a@b.example\nX: y", "https://a b.example", "javascript:alert(1)",
     "https://", 'https://a.example/"><b>', "a@b.example) evil (", "tel:+4912345", "https://a:b@c.example/"],
)  # fmt: skip
def test_what_nobody_can_be_written_to_is_refused(given):
    with pytest.raises(SystemExit, match="NEWSCLIP_CONTACT must be a mail address or an address with https://"):
        read_options({"NEWSCLIP_CONTACT": given})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("NEWSCLIP_METRICS", "9100"),
        ("NEWSCLIP_METRICS", ":9100"),
        ("NEWSCLIP_LOOPBACK_PORTS", "8070,99999"),
        ("NEWSCLIP_LOOPBACK_PORTS", "0"),
        ("NEWSCLIP_LLM_PRICES", "-1,2"),
        ("NEWSCLIP_LLM_PRICES", "1,NaN"),
        ("NEWSCLIP_LLM_COST_A_DAY", "Infinity"),
        ("NEWSCLIP_GROUPING_THRESHOLD", "nan"),
        ("NEWSCLIP_GROUPING_THRESHOLD", "-Infinity"),
        ("NEWSCLIP_REVIEW_TAGS", "yes"),
        ("NEWSCLIP_DEBUG", "yes"),
        ("NEWSCLIP_MAIL_FROM", "the editors"),
        ("NEWSCLIP_LEASE", "99999999999999"),
        ("NEWSCLIP_KEEP_POLLS", "99999999"),
        ("NEWSCLIP_SITE_NAME", "News\nBcc: all"),
        ("NEWSCLIP_USER_AGENT", "News\r\nX: y"),
        ("NEWSCLIP_PUSH_KEY", "none"),
    ],
)
def test_what_would_do_something_else_than_was_meant_is_refused(name, value):
    with pytest.raises(SystemExit, match=f"{name} must be "):
        read_options({name: value})


@pytest.mark.parametrize("name", ["NEWSCLIP_OIDC_CLIENT", "NEWSCLIP_OIDC_SECRET"])
def test_half_a_provider_is_none(name):
    with pytest.raises(SystemExit, match="NEWSCLIP_OIDC_URL"):
        read_options({name: "x"})


def test_a_provider_without_what_it_gave_is_none():
    found = {"NEWSCLIP_OIDC_URL": "https://id.example", "NEWSCLIP_OIDC_CLIENT": "a", "NEWSCLIP_OIDC_SECRET": "b"}
    assert read_options(found).oidc.client == "a"
    for name in ("NEWSCLIP_OIDC_CLIENT", "NEWSCLIP_OIDC_SECRET"):
        with pytest.raises(SystemExit, match="NEWSCLIP_OIDC_URL needs"):
            read_options(found | {name: ""})


def test_a_provider_is_asked_for_secrets_encrypted_or_on_this_machine():
    found = {"NEWSCLIP_OIDC_CLIENT": "a", "NEWSCLIP_OIDC_SECRET": "b"}
    with pytest.raises(SystemExit, match="NEWSCLIP_OIDC_URL must start with https://"):
        read_options(found | {"NEWSCLIP_OIDC_URL": "http://id.example"})
    here = read_options(found | {"NEWSCLIP_OIDC_URL": "http://localhost:9000"})
    assert here.oidc.url == "http://localhost:9000"


def test_a_replica_follows_a_database_that_is_set():
    url = "postgresql://a@copy.example/c"
    with pytest.raises(SystemExit, match="set NEWSCLIP_DATABASE_URL too"):
        read_options({"NEWSCLIP_REPLICA_URL": url})
    found = {"NEWSCLIP_REPLICA_URL": url, "NEWSCLIP_DATABASE_URL": "postgresql://a@db.example/c"}
    assert read_options(found).replica_url == url


def test_an_old_name_of_a_setting_works_and_says_the_new_one():
    environ = {"NEWSCLIP_KEEP_LOOKS": "7"}
    assert list(take_old_names(environ, OLD_NAMES)) == [
        "NEWSCLIP_KEEP_LOOKS is now called NEWSCLIP_KEEP_POLLS: rename it, the old name works for this release only."
    ]
    assert read_options(environ).keep.polls == 7
    assert list(take_old_names(environ, OLD_NAMES)) == []


def test_where_both_names_are_set_the_new_one_counts():
    environ = {"NEWSCLIP_SIGN_UPS": "9/h", "NEWSCLIP_SIGN_UP_RATE": "2/1h"}
    (said,) = take_old_names(environ, OLD_NAMES)
    assert said.endswith("which is set too: unset NEWSCLIP_SIGN_UPS, it does nothing.")
    assert read_options(environ).sign_up_rate == "2/1h"


def test_an_old_name_that_is_empty_says_nothing():
    environ = {"NEWSCLIP_BREACHED": ""}
    assert list(take_old_names(environ, OLD_NAMES)) == []
    assert environ == {}


def test_a_wrong_value_under_an_old_name_is_refused_by_its_new_name():
    environ = {"NEWSCLIP_DATABASE_PATIENCE": "long"}
    assert len(list(take_old_names(environ, OLD_NAMES))) == 1
    with pytest.raises(SystemExit, match="NEWSCLIP_DATABASE_TIMEOUT must be a whole number"):
        read_options(environ)


def test_a_command_warns_once_and_what_it_starts_knows_the_new_name(tmp_path):
    code = (
        "import os, subprocess, sys, newsclip.options; print(newsclip.options.OPTIONS.database_timeout, flush=True);"
        "len(sys.argv) > 1 or subprocess.run([sys.executable, '-c', sys.orig_argv[2], 'child'])"
    )
    environ = os.environ | {"NEWSCLIP_DATABASE_PATIENCE": "9"}
    environ.pop("NEWSCLIP_DATABASE_TIMEOUT", None)
    asked = [sys.executable, "-c", code]
    done = subprocess.run(asked, env=environ, capture_output=True, text=True, check=True)  # noqa: S603 our own words
    assert done.stdout.split() == ["9", "9"]
    assert done.stderr.count("NEWSCLIP_DATABASE_PATIENCE is now called NEWSCLIP_DATABASE_TIMEOUT") == 1


def test_a_setting_that_is_empty_is_as_one_that_is_not_there():
    here = Path(__file__).parents[3]
    names = set(re.findall(r"NEWSCLIP_[A-Z_]+[A-Z]", (here / "newsclip" / "options.py").read_text())) - OLD_NAMES.keys()
    keep = {f"NEWSCLIP_KEEP_{name}" for name in ("POLLS", "REFUSED", "TEXTS", "NOTICES", "ATTEMPTS", "EXPLORATIONS")}
    assert len(names | keep) > 40
    assert read_options(dict.fromkeys(names | keep, "")) == read_options({})
    assert read_options({"NEWSCLIP_DEBUG": "0", "NEWSCLIP_REVIEW_TAGS": "0"}) == read_options({})


def test_the_writers_key_is_not_given_to_another_judge() -> None:
    given = {"NEWSCLIP_LLM_URL": "https://a.example/v1", "NEWSCLIP_LLM_KEY": "secret", "NEWSCLIP_LLM_MODEL": "orlo-7b"}
    same = read_options(given).llm.judge
    assert (same.url, same.model, same.key) == ("https://a.example/v1", "orlo-7b", "secret")
    other = read_options(given | {"NEWSCLIP_JUDGE_URL": "https://b.example/v1"}).llm.judge
    assert (other.url, other.model, other.key) == ("https://b.example/v1", "orlo-7b", "")


def test_languages_of_clips_are_codes_in_the_order_of_their_readers():
    assert read_options({"NEWSCLIP_CLIP_LANGUAGES": "de, EN,de"}).clip_languages == ("de", "en")
    assert read_options({}).clip_languages == ()
    with pytest.raises(SystemExit, match="like de, en; it is 'German'"):
        read_options({"NEWSCLIP_CLIP_LANGUAGES": "German"})
