"""What a model said is text of a stranger: it is checked in the process that the system bounds."""

import pytest

from newsclip import wiring
from newsclip.adapters.embedded.text_process import LimitedText, Limits
from newsclip.clips.models import Attempt
from newsclip.kernel.fetching import MEGABYTE
from newsclip.options import read_options
from tests.chat_server import Script
from tests.contracts.llm_writer.drafts import assigned, extractive, honest
from tests.integration.poisoned_rules import PoisonedRules

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.once]


def test_what_a_model_says_is_checked_in_the_limited_process(writer):
    text = LimitedText(wiring.taxonomy(), Limits(20, 20, 2048 * MEGABYTE))
    task = assigned()
    there = writer(Script(honest), drafting=text.draft)(task)
    assert there == writer(Script(honest))(task)
    assert there.writer.name == "llm"


def test_an_answer_whose_checks_take_too_long_gives_way_to_the_extractive_clip(writer):
    text = LimitedText(wiring.taxonomy(), Limits(2, 2, 2048 * MEGABYTE), rules=PoisonedRules)
    task = assigned()
    assert writer(Script(honest), drafting=text.draft)(task) == extractive(task)
    assert Attempt.objects.get().code == "time_limit"


def test_the_wired_writer_checks_there(tmp_path):
    options = read_options({"NEWSCLIP_WRITER": "llm", "NEWSCLIP_LLM_MODEL": "tiny", "NEWSCLIP_HOME": str(tmp_path)})
    assert wiring._llm_writer(options.llm)._drafting == wiring.text_rules().draft
