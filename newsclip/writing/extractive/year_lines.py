"""The line that names the year of a day told without one: "On Oct 15 that year he came back." """

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from newsclip.language.years_told import asks_for_year, last_year_in
from newsclip.writing.cleaning import outside_quotes
from newsclip.writing.extractive.antecedents import UNPUBLISHED
from newsclip.writing.extractive.material import Material


def year_lines(material: Material) -> Mapping[int, int]:
    """By line whose year another one names, the line of its article that names it last; UNPUBLISHED where none does."""
    return {i: at for article in range(len(material.readings)) for i, at in _of_article(material, article)}


def _of_article(material: Material, article: int) -> Iterator[tuple[int, int]]:
    reading = material.readings[article]
    if reading.article.published is None:
        return
    published, whole = reading.article.published.date(), reading.article.text
    own = [i for i, line in enumerate(material.lines) if line.article == article]
    starts = [material.lines[i].span.start for i in own]
    for i in own:
        before = whole[: material.lines[i].span.start]
        named = last_year_in(before)
        told = outside_quotes(material.lines[i].told.text)
        if named is not None and asks_for_year(told, before, published, reading.language):
            at = bisect_right(starts, named) - 1
            stands = at >= 0 and named < material.lines[own[at]].span.end
            yield i, own[at] if stands else UNPUBLISHED
