"""Headings that say what a section does instead of words of the source: every sentence below must meet their test."""

from collections.abc import Sequence

from newsclip.kernel.reasons import Reason
from newsclip.language.section_types import meets, recognized, same_name


def fault(
    heading: str, texts: Sequence[str], speakers: Sequence[str | None] = (), type_code: str = ""
) -> Reason | None:
    """Why this heading does not fit the sentences under it; None where it does, whatever its language.

    `speakers`: of the quotations under it, who are whom it names. `type_code`: what it must say, where that is told.
    """
    known = [one for one in recognized(heading) if type_code in {"", one[0]}]
    if not known:
        return Reason("role_unknown")
    if not any(meets(code, name, texts, language) and _speaks(name, speakers) for code, language, name in known):
        return Reason("role_not_fitting", {"heading": heading})
    return None


def _speaks(name: str | None, speakers: Sequence[str | None]) -> bool:
    return name is None or all(speaker is not None and same_name(name, speaker) for speaker in speakers)
