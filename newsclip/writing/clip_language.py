"""The one language that a clip is written in, where a story is told in several."""

from collections.abc import Mapping, Sequence

MOST_TRIED = 3  # languages: where the articles of one are too thin for a clip, the next may do


def clip_languages(reports: Mapping[str, int], readers: Sequence[str] = (), now: str = "") -> tuple[str, ...]:
    """The languages that a story is told in, the one that its clip should be written in first.

    `reports`: how many reports each language has, those told first first. `readers`: what the readers of the site read,
    the most read first; the story's language is the first of these that it is told in. If it is told in none, its clip
    stays in the language that it is published in (`now`), until another has more than twice as many reports. Else the
    language with most reports counts, the one told first of two that are even.
    """
    by_reports = sorted(reports, key=lambda language: -reports[language])
    read = [language for language in dict.fromkeys(readers) if language in reports]
    stays = [now] if now in reports and 2 * reports[now] >= reports[by_reports[0]] else []
    return tuple(dict.fromkeys([*read, *stays, *by_reports]))
