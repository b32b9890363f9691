"""Mutes: hard filters that say which entry matched.

Case is ignored as in the Unicode Standard's default caseless matching (3.13, D144).
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from newsclip.community.ports import Muted, Subject


def why_hidden(subject: Subject, mutes: Iterable[Muted], *, where: str) -> str:
    """The mute that hides this, as "kind key"; "" if it is shown. `where` is "lists", "search" or "comments"."""
    told = f"{subject.headline}\n{subject.summary}".casefold()
    for mute in mutes:
        if _applies(mute.scope, where) and _matches(mute, subject, told):
            return f"{mute.kind} {mute.key}"
    return ""


def why_unheard(person: str, text: str, mutes: Iterable[Muted]) -> str:
    """The mute that hides this person's comment, as "kind key"; "" if it is shown."""
    told = text.casefold()
    for mute in mutes:
        said = mute.kind == "word" and _says(told, mute.key)
        if _applies(mute.scope, "comments") and (said or (mute.kind == "person" and mute.key == person)):
            return f"{mute.kind} {mute.key}"
    return ""


def unheard_people(mutes: Iterable[Muted]) -> frozenset[str]:
    """Names of people whose comments are hidden."""
    return frozenset(mute.key for mute in mutes if mute.kind == "person" and _applies(mute.scope, "comments"))


def silent_publishers(mutes: Iterable[Muted]) -> frozenset[str]:
    """Domains of publishers whose words are shown nowhere."""
    return frozenset(mute.key for mute in mutes if mute.kind == "source" and mute.scope == "everywhere")


def _applies(scope: str, where: str) -> bool:
    return scope in {"everywhere", where}


def _matches(mute: Muted, subject: Subject, told: str) -> bool:
    match mute.kind:
        case "word":
            return _says(told, mute.key)
        case "hashtag":
            return mute.key in subject.hashtags
        case "source":
            return bool(subject.sources) and subject.sources <= {mute.key}
        case "category":
            return mute.key.casefold() == subject.category.casefold()
        case "story":
            return mute.key == str(subject.story)
        case "person":
            return mute.key == subject.person
    return False


def _says(told: str, word: str) -> bool:
    """A fast path: with a thousand muted words, most share hardly any letters with the text."""
    return _stem(word) in told and bool(_whole(word).search(told))


def _stem(word: str) -> str:
    return word.casefold().removesuffix("*") or "*"  # a lone star is no word and hides nothing


@lru_cache(maxsize=2048)
def _whole(word: str) -> re.Pattern[str]:
    """Whole words only; a trailing star matches any ending."""
    end = r"\w*" if word.endswith("*") else r"(?!\w)"
    return re.compile(rf"(?<!\w){re.escape(_stem(word))}{end}")
