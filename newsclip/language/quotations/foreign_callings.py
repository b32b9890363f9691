"""What may stand between a verb of saying and the name of who says it, beyond English: the finder's own word lists."""

from newsclip.language.pack import pack
from newsclip.language.pack_tables import SpeakerWords


def calls(words: str, language: str) -> bool:
    """Whether the words before a name are an article and what somebody is called, and no more."""
    known = _speakers(language)
    said = words.replace("’", " ").replace("'", " ").split()
    if said and known and said[0].lower() in known.articles:
        said = said[1:]
    return all(_is_calling(word.strip(".").lower(), known) for word in said)


def goes_on(words: str, language: str) -> bool:
    """Whether the clause may go on so behind a name that says it: to whom, when and where."""
    known, said = _speakers(language), words.split()
    return not said or (known is not None and said[0].lower() in known.behind)


def _is_calling(word: str, known: SpeakerWords | None) -> bool:
    if known is None:
        return False
    if word in known.callings or word in (known.adjectives or ()):
        return True
    return word.endswith(tuple(known.calling_ends or ()))


def _speakers(language: str) -> SpeakerWords | None:
    return pack(language).speakers
