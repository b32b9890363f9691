"""A light verdict on a free claim against a whole source.

What a sentence names and counts must stand together in the sentences of the source that it is most like. Such checks
come near published models where a claim stays close to its source and near chance where it is free paraphrase
(docs/why/verifier.md), so this is no judge of paraphrase: clips are judged strictly, on the passages they cite.
"""

import re
from itertools import chain

from newsclip.clips.ports import Verdict
from newsclip.clips.rules.verifier.source import Source, figures, joined, stems
from newsclip.clips.rules.verifier.tokens import negates, tokens
from newsclip.kernel.language import sentences

THRESHOLD = 0.85
_TOGETHER, _COVERED, _FAULT = 0.7, 0.3, 0.14
_NAME = re.compile(r"(?<!^)\b[A-Z][\w’'\-]*|^[A-Z][\w’'\-]*(?= [A-Z])")
_POSSESSIVE = re.compile(r"['’]s$")


def verify_claim(source: str, claim: str) -> Verdict:
    """Whether the source supports the claim: supported where the least supported sentence scores over the threshold."""
    held = Source(source)
    claim = joined(claim)
    lines = [span.of(claim) for span in sentences(claim)]
    judged = [_judge(line, held) for line in lines if stems(line)]
    if not judged:
        return Verdict(claim, supported=False, score=0.0, reason="There are no words to check.")
    score, reason = min(judged)
    supported = score > THRESHOLD
    return Verdict(claim, supported, score, "" if supported else reason)


def _judge(line: str, source: Source) -> tuple[float, str]:
    """How well the source bears one sentence, in [0, 1], and the worst that speaks against it."""
    said = set(stems(line))
    whole = sum(source.weight(stem) for stem in said)
    shares = [sum(source.weight(stem) for stem in said & window) / whole for window in source.windows()]
    best = max(range(len(shares)), key=lambda i: (shares[i], -i))
    near = frozenset(chain.from_iterable(source.stems[max(0, best - 1) : best + 3]))
    keys = _keys(line)
    apart = sorted(key for key, forms in keys.items() if not forms & near)
    together = 1 - len(apart) / len(keys) if keys else 1.0
    faults = _faults(line, keys, source, best)
    score = _TOGETHER * together + _COVERED * shares[best] - _FAULT * len(faults)
    if faults:
        reason = faults[0]
    elif apart:
        reason = f"The source does not say this of “{apart[0]}”."
    else:
        reason = "Too little of the claim stands together in the source."
    return round(max(0.0, score), 4), reason


def _keys(line: str) -> dict[str, frozenset[str]]:
    """The names and figures of the sentence as written, each with the stems that stand for it."""
    names = [_POSSESSIVE.sub("", match.group()) for match in _NAME.finditer(line)]
    numbers = [token for token in tokens(line) if any(character.isdigit() for character in token)]
    return {key: frozenset(found) for key in [*names, *numbers] if (found := stems(key))}


def _faults(line: str, keys: dict[str, frozenset[str]], source: Source, best: int) -> list[str]:
    faults = []
    unknown = sorted(key for key, forms in keys.items() if not forms & source.held)
    if unknown:
        faults.append(f"The source does not name “{unknown[0]}”.")
    missing = sorted(figures(line) - source.figures)
    if missing:
        faults.append(f"The source does not give the figure {missing[0]:g}.")
    turned = sum(negates(token) for token in tokens(line)) % 2
    window = source.lines[best : best + 2]
    if all(turned != sum(negates(token) for token in tokens(text)) % 2 for text in (window[0], " ".join(window))):
        faults.append("One of claim and source says “not” where the other does not.")
    return faults
