"""What is said of settings names them as the operator does, and the file that is wrong."""

from pathlib import Path

import pytest

from newsclip.kernel.settings_file import VARIABLE, Settings, read_settings

SAID = "Set NEWSCLIP_SITE_URL to https://…, or NEWSCLIP_VECTORS=off: newsclip --settings FILE, or NEWSCLIP_SETTINGS."


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (None, SAID),
        (
            Path("/etc/newsclip/settings.toml"),
            "Set site_url to https://…, or vectors=off: newsclip --settings FILE, or NEWSCLIP_SETTINGS.",
        ),
    ],
)
def test_settings_are_called_as_where_they_are_written(file, told):
    assert Settings({}, file, frozenset()).as_called(SAID) == told


def test_what_the_environment_sets_beside_a_file_keeps_its_name(tmp_path):
    (tmp_path / "settings.toml").write_text('site_url = "https://harbour.example"')
    known = frozenset({"NEWSCLIP_SITE_URL", "NEWSCLIP_DEBUG", "NEWSCLIP_VECTORS"})
    environ = {VARIABLE: str(tmp_path / "settings.toml"), "NEWSCLIP_DEBUG": "1"}
    said = "Unset NEWSCLIP_DEBUG. Set NEWSCLIP_SITE_URL and NEWSCLIP_VECTORS."
    assert read_settings(environ, known).as_called(said) == "Unset NEWSCLIP_DEBUG. Set site_url and vectors."


def test_a_secrets_file_that_is_missing_is_the_one_to_write(tmp_path):
    (tmp_path / "settings.toml").write_text('secret_key_file = "key"')
    with pytest.raises(SystemExit, match="Write the secret into that file, or correct its path") as refused:
        read_settings({VARIABLE: str(tmp_path / "settings.toml")}, frozenset({"NEWSCLIP_SECRET_KEY"}))
    assert f"{tmp_path / 'key'} cannot be read" in str(refused.value)
    assert "--settings" not in str(refused.value)
