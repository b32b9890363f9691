"""What a language model did and cost, as operators see it."""

from decimal import Decimal

import pytest

from newsclip import clock
from newsclip.accounts.models import Reader
from newsclip.clips import actions
from newsclip.health import work
from newsclip.options import read_options
from newsclip.stories.models import Story
from newsclip.writing.ports import Figures

pytestmark = pytest.mark.django_db


def attempts(code: str, times: int) -> None:
    story = Story.objects.create(started_at=clock.now(), last_at=clock.now())
    figures = Figures(said=10, refused=3, repaired=1, replaced=2, tokens_in=900, tokens_out=100)
    figures.kinds = {"dropped": 4, "proved": 1}
    for _ in range(times):
        actions.keep_attempt(story.pk, "tiny", figures, outcome=(code, ""), cost=Decimal("0.25"), at=clock.now())


def test_staff_see_what_a_model_said_what_was_refused_and_what_it_cost(client):
    attempts("written", 1)
    attempts("too_little_left", 2)
    client.force_login(Reader.objects.create_user("ada", is_staff=True))
    shown = client.get("/staff/").content.decode()
    for part in (
        "Language model",
        "tiny",
        "Too little of what the language model",
        ">30<",
        ">9<",
        ">2700<",
        ">0.75",
        "12 dropped, 3 proved",
    ):
        assert part in shown, part


def test_the_doctor_says_why_a_model_writes_few_clips():
    attempts("written", 1)
    attempts("timeout", 6)
    options = read_options({"NEWSCLIP_WRITER": "llm", "NEWSCLIP_LLM_MODEL": "tiny"})
    (finding,) = work.model(options)
    assert not finding.ok
    assert "1 of 7 clips" in finding.says
    assert "did not answer in time" in finding.says
