"""What is set aside is seen by the doctor, on the staff page, in the figures and by commands, which try it again."""

import json

import pytest
from prometheus_client import CollectorRegistry, generate_latest
from typer.testing import CliRunner

from newsclip import clock
from newsclip.accounts.models import Reader
from newsclip.articles.models import Article
from newsclip.cli import app, maintenance
from newsclip.clips.models import Assignment
from newsclip.health import work
from newsclip.health.metrics import Tables
from newsclip.sources.models import Publisher
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def poisoned(monkeypatch) -> tuple[Article, Assignment]:
    """One article and one story are set aside."""
    clip = factories.ferry()
    article = Article.objects.order_by("pk")[0]
    Article.objects.filter(pk=article.pk).update(
        dead_letter="time_limit", code="time_limit", detail="More than 10 CPU seconds.", due_at=None, state="refused"
    )
    given, _ = Assignment.objects.update_or_create(
        story_id=clip.story_id, defaults={"dead_letter": "worker_killed", "code": "worker_killed"}
    )
    for name in ("ready", "prepare_to_write"):  # the tests' own tables are there
        monkeypatch.setattr(maintenance, name, lambda: None)
    return article, given


def command(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, words)
    told = [line for line in done.output.splitlines(keepends=True) if not line.startswith("newsclip: working on ")]
    return done.exit_code, "".join(told)


def test_the_doctor_names_them_and_says_what_to_do(poisoned):
    (found,) = work.set_aside()
    assert (found.ok, found.about) == (False, "dead letters")
    assert f"article {poisoned[0].url} (time_limit)" in found.says
    assert f"story {poisoned[1].story_id} (worker_killed)" in found.says
    assert "newsclip retry" in found.remedy


def test_the_doctor_says_nothing_where_nothing_is_set_aside():
    factories.ferry()
    assert list(work.set_aside()) == []


def test_the_doctor_names_a_publisher_of_which_nothing_is_read_for_now():
    factories.ferry()
    assert list(work.resting()) == []
    publisher = Publisher.objects.earliest("pk")
    Publisher.objects.filter(pk=publisher.pk).update(overruns=20, overruns_since=clock.now())
    (found,) = work.resting()
    assert (found.ok, f"Nothing of {publisher.domain} is read" in found.says) == (False, True)


def test_the_figures_count_them(poisoned):
    registry = CollectorRegistry()
    registry.register(Tables())
    said = generate_latest(registry).decode()
    assert 'newsclip_dead_letters{kind="article"} 1.0' in said
    assert 'newsclip_dead_letters{kind="story"} 1.0' in said


def test_the_staff_page_shows_them_with_the_reason(poisoned, client):
    client.force_login(Reader.objects.create_user("ada", is_staff=True))
    page = client.get("/staff/").content.decode().partition('id="dead-letters"')[2]
    assert f'<a href="{poisoned[0].url}">' in page
    assert "It takes more processor time than one text may." in page
    assert f'href="/s/{poisoned[1].story_id}"' in page


def test_a_command_lists_them_for_people_and_for_programs(poisoned):
    code, said = command("dead-letters")
    assert (code, poisoned[0].url in said, "More than 10 CPU seconds. (time_limit)" in said) == (0, True, True)
    rows = [json.loads(line) for line in command("dead-letters", "--json")[1].splitlines()]
    assert [(row["kind"], row["code"]) for row in rows] == [("article", "time_limit"), ("story", "worker_killed")]


def test_a_command_tries_one_of_them_again(poisoned):
    assert command("retry", poisoned[0].url) == (0, "1 wait to be tried again.\n")
    article = Article.objects.get(pk=poisoned[0].pk)
    assert (article.dead_letter, article.state, article.tries) == ("", "found", 0)
    assert Assignment.objects.get(pk=poisoned[1].pk).dead_letter


def test_a_command_tries_all_of_them_again(poisoned):
    assert command("retry", "--all") == (0, "2 wait to be tried again.\n")
    assert Assignment.objects.get(pk=poisoned[1].pk).retry_at is not None


@pytest.mark.parametrize("words", [["https://nowhere.example/"], ["17", "-3"], [""], []])
def test_what_is_not_set_aside_is_refused_and_nothing_is_tried_again(poisoned, words):
    code, said = command("retry", "--", poisoned[0].url, *words) if words else command("retry")
    assert (code, "newsclip dead-letters" in said) == (1, True)
    assert Article.objects.get(pk=poisoned[0].pk).dead_letter
