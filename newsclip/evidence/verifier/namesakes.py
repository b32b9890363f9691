"""Whether a surname may be somebody else's of the same name: a father's, a wife's, or another office's."""

import re

from newsclip.language.pack import english
from newsclip.language.verifier_tables.speech import SpeakingWords
from newsclip.language.word_lists import PERSON_TITLES

_SPEAKING = english(SpeakingWords)
RELATIVES = {"he": "|".join(_SPEAKING.relatives_his), "she": "|".join(_SPEAKING.relatives_her)}
_GENERATION = r",? (Jr|Sr|Jnr|Snr|Junior|Senior|II|III|IV)\b"
NO_GENERATION = rf"(?!{_GENERATION})"
_END_OF_NAMES = re.compile(r"\s(?!to\s[A-Z]|[A-Z])")
_TITLE = re.compile(r"(?<![\w-])([A-Z][\w-]{0,30})\.?\s{1,3}$")


def has_namesake(text: str, lead: str, speaker: str, *, whole: bool) -> bool:
    """Whether the name behind `lead` may be another's than the speaker's. `whole`: it is given in full there."""
    last = re.escape(speaker.rsplit(maxsplit=1)[-1])
    if len(set(re.findall(rf"\b{last}{_GENERATION}", text))) > 1:
        return True
    return not whole and _holds_another_office(text, lead, speaker)


def is_spoken_to(behind: str, speaker: str) -> bool:
    """Whether the speaker is named right behind a verb, and so is not "he" before it: "he told Ilse Brandt"."""
    return not set(speaker.split()).isdisjoint(re.findall(r"\w+", _END_OF_NAMES.split(behind, maxsplit=1)[0]))


def is_relative(text: str, pronoun: str) -> bool:
    """Whether the text speaks of somebody's relative of this gender, who may bear the same name: "his wife"."""
    relatives = RELATIVES.get(pronoun, "")
    return bool(relatives and re.search(rf"\b(?:his|her|their) (?:late )?(?:{relatives})\b", text))


def _holds_another_office(text: str, lead: str, speaker: str) -> bool:
    """Whether the title before the surname is none of those that the text gives with the full name."""
    title = _TITLE.search(lead)
    if not title or title[1].lower() not in PERSON_TITLES - _SPEAKING.courtesy:
        return False
    before = re.findall(rf"(?<![\w-])([\w-]{{1,30}})\.?\s{{1,3}}{re.escape(speaker)}\b", text)
    given = {word.lower() for word in before} & (PERSON_TITLES - _SPEAKING.courtesy)
    return bool(given) and not any(a.startswith(b) or b.startswith(a) for a in given for b in [title[1].lower()])
