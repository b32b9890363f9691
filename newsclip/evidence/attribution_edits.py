"""The publisher that alone tells something, named at the end of the sentence: how that is recorded and undone."""

from newsclip.evidence.edits import ATTRIBUTED


def attributed(sentence: str, words: str) -> str:
    """The sentence with these words, which name its publisher, before its full stop; a headline has none."""
    stop = "." if sentence.endswith(".") else ""
    return f"{sentence.removesuffix('.')}, {words}{stop}"


def without_attribution(sentence: str, words: str) -> str:
    """The sentence without these words at its end."""
    before = sentence.removesuffix(f", {words}.")
    return f"{before}." if before != sentence else sentence.removesuffix(f", {words}")


def attribution(words: str) -> str:
    """How it is recorded that these words were put at the end."""
    return f"{ATTRIBUTED}{words}"


def attributions(edits: tuple[str, ...]) -> list[str]:
    """The words that name a publisher and were put at the end."""
    return [edit.removeprefix(ATTRIBUTED) for edit in edits if edit.startswith(ATTRIBUTED)]
