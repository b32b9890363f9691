"""What was taken down is in no backup made after: not in its tables, nor in what is left of deleted pages."""

import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from benchmarks.new_tables import lay_out

pytestmark = [
    pytest.mark.integration,
    pytest.mark.skipif("NEWSCLIP_DATABASE_URL" in os.environ, reason="this is of an SQLite file"),
]
HERE = Path(__file__).parents[3]
# Words of the publisher that goes, in text, title, quotation; and one of another.
THEIRS, OTHERS = (b"bruises", b"aground off", b"scrape"), b"Strait Line"
SCRIPT = """
import sys, django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from newsclip import wiring
from newsclip.cli import admin_commands, backup
from newsclip.web.tests import factories
from newsclip.clips.models import Clip, ClipArticle
wiring.search_index().create()
for place in range(3):
    made = factories.ferry(place)
    ClipArticle.objects.bulk_create(
        ClipArticle(clip=made, article_id=int(source["article"])) for source in made.document["sources"]
    )
    factories.index(made)
from pathlib import Path
backup.backup(Path(sys.argv[1]))
admin_commands.take_down("harbourtimes.example", "They asked.")
backup.backup(Path(sys.argv[2]))
"""


def database_in(file: Path) -> bytes:
    with tarfile.open(file) as tar:
        read = tar.extractfile("newsclip.sqlite3")
        assert read is not None
        return read.read()


def test_no_byte_of_it_is_in_a_backup_made_after(tmp_path):
    before, after = tmp_path / "before.tar.gz", tmp_path / "after.tar.gz"
    lay_out(tmp_path / "home")
    home = {"NEWSCLIP_HOME": str(tmp_path / "home"), "DJANGO_SETTINGS_MODULE": "newsclip.settings"}
    subprocess.run(  # noqa: S603 our own words
        [sys.executable, "-c", SCRIPT, before, after], cwd=HERE, env=os.environ | home, check=True, timeout=300
    )
    held, left = database_in(before), database_in(after)
    assert [words for words in (*THEIRS, OTHERS) if words not in held] == []
    assert [words for words in THEIRS if words in left] == []
    assert OTHERS in left
