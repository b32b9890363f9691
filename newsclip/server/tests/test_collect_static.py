"""Styles and scripts are gathered when something about them changed, and not at every start."""

import shutil
from pathlib import Path

import pytest

from newsclip.server.collect_static import gather


class Collecting:
    """Copies one folder to the other, and counts how often."""

    def __init__(self, source: Path, to: Path) -> None:
        self.source, self.to, self.times = source, to, 0

    def __call__(self) -> None:
        self.times += 1
        shutil.copytree(self.source, self.to, dirs_exist_ok=True)


@pytest.fixture
def place(tmp_path, settings):
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "site.css").write_text("body {}")
    settings.STATICFILES_DIRS = [tmp_path / "source"]
    settings.STATIC_ROOT = tmp_path / "static"
    return tmp_path


def test_a_second_start_gathers_nothing(place):
    collect = Collecting(place / "source", place / "static")
    assert gather(collect, place / "mark")
    assert not gather(collect, place / "mark")
    assert collect.times == 1


CHANGES = {
    "a style was changed, by as many letters": lambda at: (at / "source" / "site.css").write_text("html {}"),
    "a script came": lambda at: (at / "source" / "new.js").write_text("0"),
    "a gathered file is gone": lambda at: (at / "static" / "site.css").unlink(),
    "a gathered file was cut off": lambda at: (at / "static" / "site.css").write_text(""),
    "everything gathered is gone": lambda at: shutil.rmtree(at / "static"),
    "the mark is gone": lambda at: (at / "mark").unlink(),
    "the mark was cut off": lambda at: (at / "mark").write_text(""),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changed_is_gathered_again(place, change):
    collect = Collecting(place / "source", place / "static")
    gather(collect, place / "mark")
    CHANGES[change](place)
    assert gather(collect, place / "mark")
    assert collect.times == 2
    assert (place / "static" / "site.css").read_text() == (place / "source" / "site.css").read_text()


def test_what_was_gathered_is_good_in_another_folder_too(place, settings):
    collect = Collecting(place / "source", place / "static")
    gather(collect, place / "mark")
    settings.STATIC_ROOT = (place / "static").rename(place / "moved")
    assert not gather(collect, place / "mark")


def test_a_gathering_that_is_broken_off_is_done_again(place):
    def break_off() -> None:
        Collecting(place / "source", place / "static")()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        gather(break_off, place / "mark")
    assert gather(Collecting(place / "source", place / "static"), place / "mark")
