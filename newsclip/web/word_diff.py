"""What of a sentence changed, word by word, where most of it stayed."""

from difflib import SequenceMatcher

_MOST = 300  # words of either; a sentence has fewer
_STAYED = 0.5  # the share of words from which two sentences are read as one that was changed


def word_diff(before: str, after: str) -> tuple[tuple[str, str], ...]:
    """The parts of both in order, each "same", "gone" or "new"; () where more changed than stayed."""
    old, new = before.split(), after.split()
    if not old or not new or max(len(old), len(new)) > _MOST:
        return ()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _STAYED:
        return ()
    found = list[tuple[str, str]]()
    for kind, start, end, begins, ends in matcher.get_opcodes():
        if kind == "equal":
            found.append(("same", " ".join(old[start:end])))
            continue
        found += [("gone", " ".join(old[start:end]))] if end > start else []
        found += [("new", " ".join(new[begins:ends]))] if ends > begins else []
    return tuple(found)
