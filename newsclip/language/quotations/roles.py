"""The role beside a speaker's name: "harbour master Ilse Brandt", "Ilse Brandt, the harbour master, said"."""

import re

from newsclip.language.pos_tagger import tag_words
from newsclip.language.word_lists import FUNCTION_WORDS, OFFICES, RELATIONS, SPEECH_VERBS

_COURTESY = re.compile(r"(?:^|\s)(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lady|Lord)\.?\s*$")
_LEAD = re.compile(
    r"^(?:.*[’']s? |(?:the|an?|its|their|his|her|one|another|former|longtime|long-time) )", re.IGNORECASE
)
_AFTER = re.compile(r", (?:the |an? |its |their )?([a-z][\w’'\-]+(?<!ing)(?: [\w’'\-]+){0,7}),")
_OFFICE = re.compile(r"^(?:[A-Z][\w\-]+,? (?:and )?){0,5}?(?P<office>[A-Z][a-z\-]+)(?: (?:for|of) .+)?$")
_MOST_WORDS = 8
_LONGEST = 300  # characters before a name; each "the" and each owner in front is taken off by itself
_LEADS_ON = frozenset({"of", "from", "for", "the", "at", "in", "with", "and"})  # "editor of the" Orlo Star


def role_in_front(words: str) -> str | None:
    """The role in what stands before a name: "harbour master", "Minister for Trade"; None where it tells none."""
    if len(words) > _LONGEST:
        return None
    role = " ".join(_COURTESY.sub("", words).split()).rstrip(",")
    shorter = _LEAD.sub("", role)
    while shorter != role:
        role, shorter = shorter, _LEAD.sub("", shorter)
    office = _OFFICE.match(role)
    if office and office.group("office").lower() in OFFICES:
        return role
    return role if _is_role(role) and " and " not in role else None


def role_behind(text: str, end: int) -> str | None:
    """The role in an apposition behind the name that ends at `end`."""
    after = _AFTER.match(text, end)
    if not after or after.group(1).split()[0].lower() in FUNCTION_WORDS | SPEECH_VERBS:
        return None
    role = " ".join(after.group(1).split())
    return role if _is_role(role) else None


def _is_role(role: str) -> bool:
    """Whether the words are a noun phrase that is no mere relation: "daughter" alone tells the reader nothing."""
    words = role.split()
    if not words or len(words) > _MOST_WORDS or role[0].isdigit() or words[-1].lower() in _LEADS_ON:
        return False
    if words[-1].lower() in RELATIONS or not any(word[0].islower() for word in words):
        return False
    tags = [tag for _, tag, _ in tag_words(role)]
    head = tags[: tags.index("IN")] if "IN" in tags else tags
    return bool(head) and head[-1][:2] in {"NN", "VB"} and not {"WDT", "WP", "WRB", "VBN", "VBD"} & set(tags)
