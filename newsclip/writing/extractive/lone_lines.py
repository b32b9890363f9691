"""Lines of other publishers that stand alone: each begins something and leaves it at once."""

from collections.abc import Set

from newsclip.writing.extractive.choosing import Chooser, in_order

# words of a clip that may lose such lines: of a shorter one each is missed. Set by judgement
_ENOUGH = 120


def without_lone_lines(chooser: Chooser, text: tuple[int, ...], kept: Set[int]) -> tuple[int, ...]:
    """The text's lines without those that stand alone between what other articles tell.

    The article that leads may add one, and what the headline says stays, as do the `kept` and what others lean on.
    """
    material, above = chooser.material, chooser.before.told.lines
    leading = material.lines[chooser.before.lines[0]].article
    for i in reversed(text):
        if i in kept or material.lines[i].article == leading or not _is_alone(chooser, i, text):
            continue
        rest = tuple(in_order(chooser, [j for j in text if j != i]))
        if len(rest) == len(text) - 1 and material.words_in((*above, *rest)) >= _ENOUGH:
            text = rest
    return text


def _is_alone(chooser: Chooser, i: int, text: tuple[int, ...]) -> bool:
    """Whether neither line beside it is told, nor anything of the headline by it alone."""
    lines, told = chooser.material.lines, {*chooser.before.lines, *text}
    beside = (j for j in (i - 1, i + 1) if j in told and lines[j].article == lines[i].article)
    return next(beside, None) is None and not chooser.promised(
        i, [j for j in (*chooser.before.told.lines, *text) if j != i]
    )
