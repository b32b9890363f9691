"""What serves pages holds nothing that it does not need: one small machine runs the whole product."""

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow

SERVE = "from newsclip.server.rsgi import application; import sys; print(*sys.modules)"


@pytest.fixture(scope="module")
def held(tmp_path_factory) -> set[str]:
    """The modules of a process that serves pages, as it begins."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSCLIP_", "DJANGO_"))}
    home = {"NEWSCLIP_HOME": str(tmp_path_factory.mktemp("home"))}
    done = subprocess.run([sys.executable, "-c", SERVE], env=kept | home, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("module", ["numpy", "py3langid", "snowballstemmer", "requests"])
def test_who_serves_pages_goes_without(held, module):
    assert module not in held


@pytest.mark.parametrize("module", ["newsclip.web.pages.reading", "newsclip.api.stories", "newsclip.health.views"])
def test_no_reader_waits_until_the_code_of_pages_is_loaded(held, module):
    assert module in held
