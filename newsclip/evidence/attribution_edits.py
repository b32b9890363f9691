"""The publisher that alone tells something, named at the end of the sentence: how that is recorded and undone."""

from newsclip.evidence.edits import ATTRIBUTED


def attributed(sentence: str, words: str) -> str:
    """The sentence with these words, which name its publisher, before its full stop."""
    return f"{sentence.removesuffix('.')}, {words}."


def attribution(words: str) -> str:
    """How it is recorded that these words were put at the end."""
    return f"{ATTRIBUTED}{words}"


def attributions(edits: tuple[str, ...]) -> list[str]:
    """The words that name a publisher and were put at the end."""
    return [edit.removeprefix(ATTRIBUTED) for edit in edits if edit.startswith(ATTRIBUTED)]
