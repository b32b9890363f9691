"""What the demo tells while it fills its site."""

import inspect
import io
import re

from rich.console import Console

from newsclip.demo import output
from newsclip.pipeline import journey
from newsclip.pipeline.ports import Outcome

STAGE = re.compile(r'Outcome\("(\w+)"')


def test_every_stage_of_the_journey_is_told_in_words() -> None:
    stages = set(STAGE.findall(inspect.getsource(journey)))
    assert "chains" in stages
    assert stages <= output.STAGES.keys()


def test_a_stage_without_words_of_its_own_ends_no_demo() -> None:
    told, refusals = io.StringIO(), dict[tuple[str, str], str]()
    output.show(Console(file=told, width=120), iter([Outcome("stargazing", "story 7", "counted")]), refusals)
    assert "stargazing" in told.getvalue()
    assert not refusals
