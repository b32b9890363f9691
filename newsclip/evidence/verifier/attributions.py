"""Whether the words that name its publisher may stand at the end of a sentence."""

from dataclasses import replace

from newsclip.evidence.attribution_edits import attributed, attribution, attributions, without_attribution
from newsclip.evidence.document import Sentence
from newsclip.evidence.origin import Origin
from newsclip.kernel.reasons import Reason
from newsclip.language.guards import guards_of


def unattributed(sentence: Sentence, origin: Origin) -> Sentence | Reason:
    """The sentence without them, or as it is if it has none; the reason why they may not stand there.

    `origin`: of its passages, the first one's publisher first.
    """
    named = attributions(sentence.edits)
    if not named:
        return sentence
    guards = guards_of(origin.language)
    phrase = guards.told_by if guards else None
    words, plain = named[0], without_attribution(sentence.text, named[0])
    right = phrase and origin.publishers and words == f"{phrase} {origin.publishers[0]}"
    if (
        len(named) > 1
        or not right
        or attributed(plain, words) != sentence.text
        or plain.removesuffix(".")[-1:] in "“”\"„«»’'"
    ):
        return Reason("attribution_other", {"words": words})
    return replace(sentence, text=plain, edits=tuple(one for one in sentence.edits if one != attribution(words)))
