"""Whether an imperative concerns a text or somebody, or things alone: "Add the juice of a lemon" orders no text.

Recipes, forms and advice are full of imperatives. Who wants something said names a text, a part of one, or somebody.
"""

import re

from newsclip.writing.prompt_injection.verbs import TEXT_VERBS

# Done to texts, and to other things as well.
_OF_THINGS = frozenset({
    "add", "drop", "imagine", "make", "put", "remove", "render", "replace", "round", "strike", "swap", "switch",
})  # fmt: skip
# With what is known already they change what is told: "Make the mayor the hero."
_OF_NEW_THINGS = frozenset({"drop", "make", "render", "strike", "swap"})
_KNOWN = frozenset({"her", "him", "the", "their", "his"})
# What is said for or against somebody, whatever it is.
_JUDGES = frozenset({
    "accuse", "advertise", "applaud", "attack", "belittle", "blame", "condemn", "criticise", "criticize", "crown",
    "defame", "discredit", "distort", "downplay", "elevate", "endorse", "exaggerate", "extol", "fabricate", "fake",
    "falsify", "favor", "favour", "flatter", "glorify", "hail", "insult", "laud", "mock", "ridicule", "slander",
    "spin", "twist", "whitewash",
})  # fmt: skip
_WHOLE = frozenset({
    "all", "any", "anything", "each", "every", "everything", "it", "no", "nothing", "only", "that", "them", "these",
    "this", "those", "whatever",
})  # fmt: skip
_YOURS = frozenset({"your", "yourself", "yourselves"})
_TEXT_WORD = re.compile(
    r"…|\b(?:texts?|words?|lines?|sentences?|paragraphs?|passages?|parts?|sections?|articles?|stor(?:y|ies)|pages?|"
    r"pieces?(?! of)|news|posts?|blogs?|content|summar\w+|retellings?|accounts?|coverage|digests?|versions?|headlines?|"
    r"headings?|titles?|openings?|endings?|end|top|bottom|beginning|start|names?|mentions?|notes?|quot\w+|figures?|"
    r"numbers?|percentages?|facts?|claims?|details?|dates?|references?|answers?|repl\w+|reports?|warnings?|praise|blame|"
    r"credit|criticism|doubts?|links?|sources?|marks?|letters?|output|language|tone|readers?|writers?|editors?|that|"
    r"whether|look|sound|seem|appear|clear|sure|believe|think|true|false|above|below|speech(?:es)?|essays?|poems?|"
    r"songs?|lyrics|messages?|e-?mails?|lists?|scripts?|codes?|outlines?|translations?|vowels?|symbols?|characters?|"
    r"syllables?|alphabet)\b"
)
_NAME = re.compile(r"(?<=\w)[,;]? [\"'“‘(]?[A-Z]")
_GREETS = re.compile(r"^\W*say (?:hello|hi|goodbye|farewell|thanks|thank you|sorry|yes|no)\b", re.IGNORECASE)


def is_of_things(verb: str, then: str, told: str) -> bool:
    """Whether the imperative `told`, which begins with this verb and the word `then`, is about things alone.

    What is the reader's own ("your garden") is, whoever is named beside it.
    """
    if _GREETS.match(told):
        return not _NAME.search(told)
    if then in _WHOLE or verb in _JUDGES or (verb in _OF_NEW_THINGS and then in _KNOWN):
        return False
    if verb in TEXT_VERBS and verb not in _OF_THINGS:
        return False
    clause = re.split("[:;]", told, maxsplit=1)[0]
    named = then not in _YOURS or verb in TEXT_VERBS
    return not _TEXT_WORD.search(clause) and not (named and _NAME.search(told))


def concerns_a_text(told: str) -> bool:
    """Whether it names a text or a part of one, what a text is to say, or somebody."""
    return bool(_TEXT_WORD.search(told) or _NAME.search(told))
