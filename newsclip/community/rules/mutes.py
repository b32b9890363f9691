"""What a reader does not want to see. A mute is a hard filter, and it says which word it found."""

import re
from collections.abc import Iterable
from functools import lru_cache

from newsclip.community.ports import Muted, Subject


def why_hidden(subject: Subject, mutes: Iterable[Muted], *, where: str) -> str:
    """The mute that hides this, as "kind key"; "" where it is shown. `where` is "lists", "search" or "comments"."""
    for mute in mutes:
        if _applies(mute.scope, where) and _matches(mute, subject):
            return f"{mute.kind} {mute.key}"
    return ""


def why_unheard(person: str, text: str, mutes: Iterable[Muted]) -> str:
    """The mute that hides this comment by this person, as "kind key"; "" where it is shown."""
    for mute in mutes:
        said = mute.kind == "word" and _word(mute.key).search(text)
        if _applies(mute.scope, "comments") and (said or (mute.kind == "person" and mute.key == person)):
            return f"{mute.kind} {mute.key}"
    return ""


def _applies(scope: str, where: str) -> bool:
    return scope in {"everywhere", where}


def _matches(mute: Muted, subject: Subject) -> bool:
    match mute.kind:
        case "word":
            return bool(_word(mute.key).search(f"{subject.headline}\n{subject.summary}"))
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


@lru_cache(maxsize=2048)
def _word(word: str) -> re.Pattern[str]:
    """Whole words in any case; a star at the end stands for any ending."""
    stem = word.removesuffix("*") or r"*"  # a star alone is no word, and hides nothing
    end = r"\w*" if word.endswith("*") else r"(?!\w)"
    return re.compile(rf"(?<!\w){re.escape(stem)}{end}", re.IGNORECASE)
