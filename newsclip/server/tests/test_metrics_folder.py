"""Web processes share their metrics in a folder that no start leaves behind for ever."""

import os
import subprocess
import sys

from newsclip.server.metrics_folder import new_metrics_folder


def ended() -> int:
    """The number of a process that is no more."""
    return int(subprocess.check_output([sys.executable, "-c", "import os; print(os.getpid())"]))


def test_folders_of_processes_that_ended_are_deleted_and_those_of_others_stay(tmp_path):
    for name in (f"{ended()}-x", f"{os.getppid()}-y", "of-a-release-before", "9" * 30):
        (tmp_path / f"newsclip-metrics-{name}").mkdir()
        (tmp_path / f"newsclip-metrics-{name}" / "counter.db").touch()
    (tmp_path / "another-program").mkdir()
    made = new_metrics_folder(tmp_path)
    assert {one.name for one in tmp_path.iterdir()} == {
        made.name, f"newsclip-metrics-{os.getppid()}-y", "another-program",
    }  # fmt: skip
    assert made.stat().st_mode & 0o077 == 0


def test_a_link_of_that_name_is_not_followed(tmp_path):
    (tmp_path / "precious").mkdir()
    (tmp_path / f"newsclip-metrics-{ended()}").symlink_to(tmp_path / "precious")
    new_metrics_folder(tmp_path)
    assert (tmp_path / "precious").exists()
