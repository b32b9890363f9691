"""`newsclip exam`: whether the operator's judge may be asked about sentences for which no proof is found."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from newsclip.cli.output import say
from newsclip.kernel.reasons import Refused, explain
from newsclip.server.setup import name_database, prepare
from newsclip.terminal import NO, UNREADABLE, print_error

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclip.writing.judging.exam import Examined, Item, Marked
    from newsclip.writing.judging.licence import ExamResult, JudgeModel

_TOLD_EACH = 20  # items


def register(app: typer.Typer) -> None:
    app.command("exam", rich_help_panel="Maintenance")(exam)


def exam(
    *,
    tokens: Annotated[int, typer.Option(min=0, help="Tokens that it may use, in and out; 0 for no limit.")] = 1_000_000,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object per line.")] = False,
) -> None:
    """Ask the judge (NEWSCLIP_JUDGE_MODEL) about sentences, half of them subtly wrong; it may judge if it passes."""
    name_database()
    prepare()
    from random import SystemRandom

    from newsclip import wiring
    from newsclip.writing.judging.exam import shuffled

    end = run(wiring.examined_judge(tokens), shuffled(SystemRandom()), as_json=as_json)
    if end:
        raise typer.Exit(end)


def run(model: "Examined", asked: "Sequence[Item]", *, as_json: bool = False) -> int:
    """Sit the exam with these items, and keep it; the exit code. Of one that is cut off nothing is kept."""
    from newsclip import clock
    from newsclip.clips import actions
    from newsclip.writing.judging.exam import result_of, sit

    marked = list["Marked"]()
    try:
        for one in sit(asked, model):
            marked.append(one)
            _tell_progress(len(marked), len(asked), as_json=as_json)
    except (Refused, KeyboardInterrupt) as error:
        return _cut_off(error, len(marked), len(asked))
    result = result_of(marked)
    actions.keep_exam(model.judge, result, at=clock.now())
    _tell(model.judge, result, marked, model.used, as_json=as_json)
    return 0 if result.passed else NO


def _cut_off(error: BaseException, done: int, number: int) -> int:
    void = f"The exam was cut off after {done} of {number} questions. It counts for nothing, and nothing was kept."
    if not isinstance(error, Refused):
        print_error(void, "Begin again: newsclip exam")
        return NO
    if error.code == "over_budget":
        print_error(f"{void} {error.detail}", "Allow more: newsclip exam --tokens NUMBER")
        return NO
    print_error(
        f"{void} {explain(error.code).sentence} {error.detail}".strip(), "Check NEWSCLIP_JUDGE_URL, _MODEL and _KEY."
    )
    return UNREADABLE


def _tell_progress(done: int, number: int, *, as_json: bool) -> None:
    if as_json:
        say({"asked": done, "of": number})
    elif done % _TOLD_EACH == 0 or done == number:
        typer.echo(f"{done} of {number} asked")


def _tell(judge: "JudgeModel", result: "ExamResult", marked: "list[Marked]", tokens: int, *, as_json: bool) -> None:
    missed = [one for one in marked if not one.right]
    if as_json:
        for one in missed:
            say({"item": one.item.id, "wrong": one.item.wrong, "said": one.ruling, "sentence": one.item.sentence})
        say({"passed": result.passed, **asdict(judge), **asdict(result), "tokens": tokens})
        return
    for one in missed:
        typer.echo(f"{one.item.wrong or 'true':<20} {one.ruling:<8} {one.item.sentence}")
    typer.echo(
        f"{judge.model} at {judge.endpoint}, question {judge.prompt}: accepted {result.true_accepted} of {result.true}"
        f" true sentences, let {result.wrong_passed} of {result.wrong} wrong ones pass. {tokens:,} tokens."
    )
    typer.echo("Passed: it may judge for 90 days." if result.passed else "Not passed: it is not asked.")
