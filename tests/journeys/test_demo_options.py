"""The demo chooses its own folder and ports."""

import subprocess
import sys


def test_no_option_is_read_before_the_demo_has_made_its_choices() -> None:
    program = "import sys, newsclip.cli.run, newsclip.demo.run; print('newsclip.options' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=600)
    assert said.stdout == "False\n"
