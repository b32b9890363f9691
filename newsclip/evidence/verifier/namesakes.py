"""Whether a surname may be somebody else's of the same name: a father's, a wife's, or another office's."""

import re

from newsclip.language.word_lists import PERSON_TITLES

COURTESY = frozenset("mr mrs ms miss mx sir dame lord lady dr".split())  # noqa: SIM905
RELATIVES = {"he": "husband|father|son|brother|widower", "she": "wife|mother|daughter|sister|widow"}
_GENERATION = r",? (Jr|Sr|Jnr|Snr|Junior|Senior|II|III|IV)\b"
NO_GENERATION = rf"(?!{_GENERATION})"
_TITLE = re.compile(r"(?<![\w-])([A-Z][\w-]{0,30})\.?\s{1,3}$")


def has_namesake(text: str, lead: str, speaker: str, *, whole: bool) -> bool:
    """Whether the name behind `lead` may be another's than the speaker's. `whole`: it is given in full there."""
    last = re.escape(speaker.rsplit(maxsplit=1)[-1])
    if len(set(re.findall(rf"\b{last}{_GENERATION}", text))) > 1:
        return True
    return not whole and _holds_another_office(text, lead, speaker)


def is_relative(text: str, pronoun: str) -> bool:
    """Whether the text speaks of somebody's relative of this gender, who may bear the same name: "his wife"."""
    relatives = RELATIVES.get(pronoun, "")
    return bool(relatives and re.search(rf"\b(?:his|her|their) (?:late )?(?:{relatives})\b", text))


def _holds_another_office(text: str, lead: str, speaker: str) -> bool:
    """Whether the title before the surname is none of those that the text gives with the full name."""
    title = _TITLE.search(lead)
    if not title or title[1].lower() not in PERSON_TITLES - COURTESY:
        return False
    before = re.findall(rf"(?<![\w-])([\w-]{{1,30}})\.?\s{{1,3}}{re.escape(speaker)}\b", text)
    given = {word.lower() for word in before} & (PERSON_TITLES - COURTESY)
    return bool(given) and not any(a.startswith(b) or b.startswith(a) for a in given for b in [title[1].lower()])
