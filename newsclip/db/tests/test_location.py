"""A command says which database it works on, and nothing that is secret."""

import pytest

from newsclip.db.location import is_missing, location
from newsclip.options import read_options
from newsclip.settings import _database


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://news:harbour-zebra@db.example/site", "PostgreSQL site on db.example:5432"),
        ("postgresql://news:harbour-zebra@[fd00::7]:6432/site?sslmode=require", "PostgreSQL site on [fd00::7]:6432"),
        ("postgresql:///site", "PostgreSQL site on this machine"),
        ("", "SQLite /srv/data/newsclip.sqlite3 on this machine"),
    ],
)
def test_a_database_is_named_with_its_host_and_without_its_password(url, said):
    assert location(_database(read_options({"NEWSCLIP_HOME": "/srv/data", "NEWSCLIP_DATABASE_URL": url}))) == said


class Connection:
    """As the framework has one."""

    def __init__(self, vendor: str, name: str) -> None:
        self.vendor, self.settings_dict = vendor, {"NAME": name}


def test_a_file_that_is_not_there_is_noticed_without_being_made(tmp_path):
    file = tmp_path / "newsclip.sqlite3"
    assert is_missing(Connection("sqlite", str(file)))
    assert not file.exists()
    file.touch()
    assert not is_missing(Connection("sqlite", str(file)))
    assert not is_missing(Connection("sqlite", "file:memorydb_default?mode=memory&cache=shared"))
    assert not is_missing(Connection("postgresql", "site"))
