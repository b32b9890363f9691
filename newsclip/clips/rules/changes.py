"""Why a clip was written anew, in words, from what went into it before and now."""

from collections.abc import Mapping, Sequence

_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def reason(before: Sequence[str], now: Sequence[str], publishers: Mapping[str, str]) -> str:
    """ "Two more articles joined." `before` and `now` are receipts' inputs; `publishers` names those of articles."""
    old, new = _by_article(before), _by_article(now)
    joined = [article for article in new if article not in old]
    left = [article for article in old if article not in new]
    changed = [article for article in new if article in old and new[article] != old[article]]
    told = [f"{publishers.get(article) or 'A publisher'} changed its article." for article in changed]
    if joined:
        told.append(f"{_count(len(joined)).capitalize()} more article{'s' * (len(joined) > 1)} joined.")
    if left:
        told.append(f"{_count(len(left)).capitalize()} article{'s' * (len(left) > 1)} left the story.")
    return " ".join(told) or "The writer works differently now."


def _by_article(inputs: Sequence[str]) -> dict[str, str]:
    return {given.partition("@")[0]: given for given in inputs}


def _count(number: int) -> str:
    return _COUNTS[number] if number < len(_COUNTS) else str(number)
