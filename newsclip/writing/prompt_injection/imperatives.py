"""Imperatives and requests in English: a verb without a subject at the beginning of a clause, a word to "you"."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import islice

from newsclip.language.pattern_parts import ignoring_case
from newsclip.language.pos_tagger import tag_of, tag_words
from newsclip.writing.prompt_injection.imperative_targets import concerns_a_text, is_of_things
from newsclip.writing.prompt_injection.instruction_words import advice, any_of, instruction_words, text_verbs

_FINITE, _PLURAL = frozenset({"VBD", "VBZ", "MD", "VBN"}), frozenset({"are", "have", "do"})
_STOPPED = re.compile(r"[.:!;。]\W{0,9}$")
_FRONTED_AT_MOST = 4  # clauses put before a verb: bounds the work
_CLAUSES_AT_MOST = 6  # of a sentence that are looked at: bounds the work


@dataclass(frozen=True, slots=True)
class ImperativePatterns:
    """What `ImperativeWords` says, as patterns; a clause starts with one of the verbs that are done to texts."""

    openers: re.Pattern[str]
    negated: re.Pattern[str]
    put_so: re.Pattern[str]
    fronted: re.Pattern[str]
    requests: re.Pattern[str]
    lets: re.Pattern[str]
    please: re.Pattern[str]
    reworks: re.Pattern[str]
    clause_starts: re.Pattern[str]


@cache
def imperative_patterns() -> ImperativePatterns:
    words = instruction_words().imperatives
    return ImperativePatterns(
        openers=ignoring_case(rf"^(?:\W*(?:{any_of(words.openers)})\b[,:]?)+\s*"),
        negated=ignoring_case(rf"^\W*(?:{any_of(words.negated)})\s+"),
        put_so=ignoring_case(rf"^\W*(?:{any_of(words.put_so)})"),
        fronted=ignoring_case(rf"^\W*(?:{any_of(words.fronted)})\b[^,;:]{{1,120}}[,;:]\s+"),
        requests=ignoring_case(any_of(words.requests)),
        lets=ignoring_case(rf"^\W*(?:{any_of(words.lets)})"),
        please=ignoring_case(rf"(?:{any_of(words.please)})(?=(?P<verb>\w+))"),
        reworks=ignoring_case(any_of(words.reworks)),
        clause_starts=re.compile(rf"[:;]\s+(?=(?:{any_of(['{text_verb}'])})\b)"),
    )


def is_order(text: str) -> bool:
    """Whether it is a request, or an imperative at its beginning, behind what is put before it or behind a colon."""
    if imperative_patterns().requests.search(text) or _is_asked(text):
        return True
    starts = [
        0,
        *(found.end() for found in islice(imperative_patterns().clause_starts.finditer(text), _CLAUSES_AT_MOST)),
    ]
    return any(_begins_after_what_is_put_before(text[start:]) for start in starts)


def _is_asked(text: str) -> bool:
    """Whether "please" or "let" asks for something that concerns a text or somebody."""
    known = imperative_patterns()
    if (let := known.lets.match(text)) and concerns_a_text(text[let.end() :]):
        return True
    asked = known.please.search(text)
    return bool(asked and (asked["verb"].lower() in text_verbs() or concerns_a_text(text[asked.end() :])))


def _begins_after_what_is_put_before(text: str) -> bool:
    for _ in range(_FRONTED_AT_MOST):
        if begins_as_order(text):
            return True
        fronted = imperative_patterns().fronted.match(text)
        if not fronted:
            return False
        text = text[fronted.end() :]
    return False


def begins_as_order(text: str) -> bool:
    """Whether the first words are a verb without a subject, and what it is to be done to."""
    known, words = imperative_patterns(), instruction_words().imperatives
    opened = known.openers.match(text)
    if known.reworks.match(text[opened.end() if opened else 0 :]):
        return True
    told = text[opened.end() if opened else 0 :][:300]
    if negated := known.negated.match(told):
        told = told[negated.end() :]
    first, second, *_ = [*told.split()[:2], "", ""]
    verb, then = _bare(first), _bare(second)
    if (
        not verb.isalpha()
        or verb in words.no_verbs | advice()
        or _is_bent(verb)
        or first[-1:] in ",;…"
        or not _is_english(told)
    ):
        return False
    kind = tag_of(verb) or ""
    if known.put_so.match(told) or is_of_things(verb, then, told):
        return False
    if first.isupper() and second[:1].isupper() and not second.isupper():
        return False  # "CLOSE Doctors have …": a label
    if verb in text_verbs() and (
        second[:1] == "…" or then in words.objects | words.clauses or (kind in {"VB", "VBP"} and then)
    ):
        return True
    if verb in text_verbs() or kind in {"VB", "VBP"}:
        return bool(_STOPPED.search(text) and then and not _has_a_verb(told))
    objects = words.objects - {"that"} if kind else words.objects - {"that", "the", "a", "an"}
    return second in objects and not first.isupper() and kind in {"NN", ""} and bool(_STOPPED.search(text))


def _is_english(text: str) -> bool:
    """Whether English knows most of the first words: "Die Eisheiligen sind" begins with no verb."""
    words = [word for word in re.findall(r"[^\W\d_]+", text)[:8] if word.islower()]
    return sum(tag_of(word) is not None for word in words) * 3 >= len(words) * 2


def _bare(word: str) -> str:
    return word.strip("\"“”'‘’()[]*…-–—•.!?:;,").lower()


def _is_bent(verb: str) -> bool:
    return verb not in text_verbs() and verb.endswith(("ing", "ed", "ly", "ness", "tion"))


def _has_a_verb(text: str) -> bool:
    """Whether a finite verb follows the first word: "Report on bridge was late" is a sentence of its own."""
    return any(tag in _FINITE or word in _PLURAL for word, tag, _ in tag_words(text)[1:])
