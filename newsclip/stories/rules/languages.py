"""The language a telling is grouped in: stories never mix two."""

from newsclip.stories.ports import Telling

UNTOLD = "en"
_ENOUGH = 120  # Characters; below this a guess is wrong too often, and a wrong one splits a story.
_LOOKED_AT = 400


def language(telling: Telling) -> str:
    """The ISO 639-1 code given, else found in the text, else English: other words will not match English ones."""
    if telling.language:
        return telling.language.lower()[:2]
    sample = f"{telling.title}\n{telling.text[:_LOOKED_AT]}"
    if len(sample) < _ENOUGH:
        return UNTOLD
    from newsclip.kernel.language import language_of  # noqa: PLC0415 only rows without a language pay for it

    return language_of(sample) or UNTOLD
