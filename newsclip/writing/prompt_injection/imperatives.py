"""Imperatives and requests in English: a verb without a subject at the beginning of a clause, a word to "you"."""

import re
from itertools import islice

from newsclip.language.pos_tagger import tag_of, tag_words
from newsclip.writing.prompt_injection.imperative_targets import concerns_a_text, is_of_things
from newsclip.writing.prompt_injection.verbs import TEXT_VERB, TEXT_VERBS

# A word that another follows in a way that only an object does.
_OBJECT = frozenset({
    "a", "all", "an", "any", "anything", "each", "every", "everything", "exactly", "her", "him", "his", "it",
    "its", "me", "my", "no", "nothing", "only", "our", "some", "that", "the", "their", "them", "these", "this",
    "those", "us", "whatever", "whoever", "your",
})  # fmt: skip
# To send a reader somewhere or tell them how to live: advice and the publisher's own business. No text is made by it.
_ADVICE = frozenset({
    "access", "apply", "arrive", "ask", "avoid", "book", "bring", "browse", "buy", "call", "catch", "celebrate",
    "charge", "check", "choose", "click", "come", "complete", "consider", "contact", "cook", "create", "cut",
    "dial", "discover", "do", "don't", "donate", "download", "drive", "eat", "email", "enjoy", "enter",
    "expect", "experience", "explore", "find", "follow", "get", "give", "go", "grab", "grow", "head", "hear",
    "help", "hold", "indulge", "invest", "join", "keep", "know", "learn", "leave", "let", "listen", "look",
    "love", "mark", "meet", "miss", "monitor", "move", "open", "order", "pay", "pick", "place", "play",
    "prepare", "protect", "pull", "read", "register", "remember", "rest", "save", "savor", "savour", "see",
    "select", "sell", "send", "share", "shop", "sign", "sit", "start", "stay", "step", "stir", "subscribe",
    "support", "take", "thank", "think", "travel", "treat", "try", "turn", "upgrade", "use", "view", "visit",
    "vote", "wait", "walk", "wash", "watch", "wear", "welcome", "wish", "work", "worry",
})  # fmt: skip
_CLAUSE = frozenset({"as", "how", "if", "that", "what", "when", "where", "whether", "which", "who", "why"})
_NO_VERB = frozenset({
    "am", "are", "as", "at", "be", "been", "by", "can", "could", "did", "die", "do", "does", "for", "from",
    "had", "has", "have", "if", "im", "in", "is", "let", "lets", "like", "may", "might", "must", "on", "please",
    "police", "shall", "should", "since", "than", "thanks", "to", "want", "was", "were", "while", "will", "with",
    "would",
})  # fmt: skip
_PUT_SO = re.compile(r"^\W*put (?:another way|\w+ly|in (?:other|plain|simple) \w+),", re.IGNORECASE)
_FINITE, _PLURAL = frozenset({"VBD", "VBZ", "MD", "VBN"}), frozenset({"are", "have", "do"})
_OPENERS = re.compile(
    r"^(?:\W*(?:(?:dear )?(?:reader|editor|writer|colleague|assistant|model|bot|friend)s?(?=,)|do (?:me|"
    r"us) a favou?r and|"
    r"go ahead and|feel free to|take care to|see to it that|please|kindly|now|then|next|also|instead|first|"
    r"finally|always|never|and|but|so|or|simply|just|only|"
    r"here|again|(?:do not|don['’]t|never) forget to|"
    r"remember to|be sure to|make sure to|under no circumstances|on no account|in no case|"
    r"from (?:now|here) on|from this point(?: on)?)\b[,:]?)+\s*",
    re.IGNORECASE,
)
_NOT = re.compile(r"^\W*(?:do not|don['’]t)\s+", re.IGNORECASE)
_STOPPED = re.compile(r"[.:!;。]\W{0,9}$")
_FRONTED = re.compile(
    r"^\W*(?:when|if|once|after|before|from|for|in|on|at|as|just|regardless|whatever|without|instead|to|because|"
    r"since|"
    r"while|unless|should|until|with|by|given|despite|using|rather)\b[^,;:]{1,120}[,;:]\s+",
    re.IGNORECASE,
)
_FRONTED_AT_MOST = 4
_YOU_ARE_TOLD = re.compile(
    rf"\byou (?:must|should|will|have to|shall|may only|need to|are to)(?: \w+ly| now| only| not|"
    rf" also)? (?:{TEXT_VERB})\b|"
    r"^\W*you are (?:now|the|an?)\b|"
    r"\byou(?: are|['’]re| were| have been)(?: \w+ly| already| earlier)? (?:now|asked|told|instructed|"
    r"running in|programmed|"
    r"trained|an? (?:ai|assistant|language|chat|bot|llm|helpful|expert))\b|"
    r"(?:(?<!\bwill )(?<!\bwould )(?<!\bmay )(?<!\bmight )|\b(?:i|we) (?:will|would) )\b"
    r"(?:want|need|expect|ask|tell|like|require)s? you to (?:act|pretend|" + TEXT_VERB + r")\b",
    re.IGNORECASE,
)
_LET = re.compile(r"^\W*let (?:the|every|each|no|it|your|this)\b", re.IGNORECASE)
_YOU_WRITE = re.compile(
    r"\byou (?:\w+ ){0,3}?(?:may|must|should|shall|can|need to|have to|are to|ought to|will)(?: \w+){0,2}? "
    r"(?:say|write|report|mention|state|summari[sz]e|omit|print|quote|describe|rewrite|repeat) (?:that|the|this|"
    r"only|it)\b",
    re.IGNORECASE,
)
_PLEASE = re.compile(
    r"(?<!\bto )(?<!\bas )(?<!\bthey )(?<!\bwe )(?<!\bnot )(?<!\bwould )(?<!\bcould )(?<!\bmight )\b"
    r"please,?(?! (?:also |do |note |refer |dial |\w+ly )*(?:"
    + "|".join(sorted(_ADVICE))
    + r")\b) (?:\w+ly )?(?=(?P<verb>\w+))",
    re.IGNORECASE,
)
_REQUEST = re.compile(
    r"^\W*(?:would|could|can|will|may|might) (?:you|we) (?:\w+ ){0,4}?(?:" + TEXT_VERB + r"|ask)\b|"
    r"\bit would (?:help|please|suit) (?:\w+ )?if you\b|\band (?:write|mention|state|print|name|say nothing|"
    r"add nothing) "
    r"(?:that|only|nothing|else|more)\b|"
    r"\b(?:it would be|be so|be) (?:very |most |so )?(?:kind|good|helpful) (?:of you|as to|enough to|if you)\b|"
    r"^\W*(?:i|we)(?: kindly| hereby| also)? (?:ask|request|urge|remind|instruct|advise)\b(?! (?:\w+ ){1,4}?to (?:"
    + "|".join(sorted(_ADVICE))
    + r")\b)|"
    r"\b(?:i|we) (?:order|command|beg|instruct|urge|tell|ask) you to\b|"
    r"^\W*(?:i|we)(?: would|['’]d) (?:ask|appreciate|request|be grateful)\b|^\W*thank you for not \w+ing\b",
    re.IGNORECASE,
)
_CLAUSE_STARTS = re.compile(rf"[:;]\s+(?=(?:{TEXT_VERB})\b)")
_CLAUSES_AT_MOST = 6
_REWORKS = re.compile(
    r"^\W*(?:open|start|begin|close|end|finish) (?:with|on) (?:an?|the) (?:line|sentence|words?|phrase|quote|"
    r"name|news)\b|"
    r"^\W*stick to (?:the|this|that) (?:line|story|version|text)\b|^\W*(?:keep|sell|turn|treat|take|leave|cut|"
    r"hold|move|use|start|open|make|play|put|spin|twist|"
    r"frame) (?:the|this|every|each|any|all|it) "
    r"(?:\w+ ){0,2}?(?:article|text|story|sentences?|page|piece|paragraphs?|news|look as|sound as|as)\b",
    re.IGNORECASE,
)


def is_order(text: str) -> bool:
    """Whether it is a request, or an imperative at its beginning, behind what is put before it or behind a colon."""
    if any(shape.search(text) for shape in (_REQUEST, _YOU_ARE_TOLD, _YOU_WRITE)) or _is_asked(text):
        return True
    starts = [0, *(found.end() for found in islice(_CLAUSE_STARTS.finditer(text), _CLAUSES_AT_MOST))]
    return any(_begins_after_what_is_put_before(text[start:]) for start in starts)


def _is_asked(text: str) -> bool:
    """Whether "please" or "let" asks for something that concerns a text or somebody."""
    if (let := _LET.match(text)) and concerns_a_text(text[let.end() :]):
        return True
    asked = _PLEASE.search(text)
    return bool(asked and (asked["verb"].lower() in TEXT_VERBS or concerns_a_text(text[asked.end() :])))


def _begins_after_what_is_put_before(text: str) -> bool:
    for _ in range(_FRONTED_AT_MOST):
        if begins_as_order(text):
            return True
        fronted = _FRONTED.match(text)
        if not fronted:
            return False
        text = text[fronted.end() :]
    return False


def begins_as_order(text: str) -> bool:
    """Whether the first words are a verb without a subject, and what it is to be done to."""
    opened = _OPENERS.match(text)
    if _REWORKS.match(text[opened.end() if opened else 0 :]):
        return True
    told = text[opened.end() if opened else 0 :][:300]
    if negated := _NOT.match(told):
        told = told[negated.end() :]
    first, second, *_ = [*told.split()[:2], "", ""]
    verb, then = _bare(first), _bare(second)
    if (
        not verb.isalpha()
        or verb in _NO_VERB | _ADVICE
        or _is_bent(verb)
        or first[-1:] in ",;…"
        or not _is_english(told)
    ):
        return False
    kind = tag_of(verb) or ""
    if _PUT_SO.match(told) or is_of_things(verb, then, told):
        return False
    if first.isupper() and second[:1].isupper() and not second.isupper():
        return False  # "CLOSE Doctors have …": a label
    if verb in TEXT_VERBS and (second[:1] == "…" or then in _OBJECT | _CLAUSE or (kind in {"VB", "VBP"} and then)):
        return True
    if verb in TEXT_VERBS or kind in {"VB", "VBP"}:
        return bool(_STOPPED.search(text) and then and not _has_a_verb(told))
    objects = _OBJECT - {"that"} if kind else _OBJECT - {"that", "the", "a", "an"}
    return second in objects and not first.isupper() and kind in {"NN", ""} and bool(_STOPPED.search(text))


def _is_english(text: str) -> bool:
    """Whether English knows most of the first words: "Die Eisheiligen sind" begins with no verb."""
    words = [word for word in re.findall(r"[^\W\d_]+", text)[:8] if word.islower()]
    return sum(tag_of(word) is not None for word in words) * 3 >= len(words) * 2


def _bare(word: str) -> str:
    return word.strip("\"“”'‘’()[]*…-–—•.!?:;,").lower()


def _is_bent(verb: str) -> bool:
    return verb not in TEXT_VERBS and verb.endswith(("ing", "ed", "ly", "ness", "tion"))


def _has_a_verb(text: str) -> bool:
    """Whether a finite verb follows the first word: "Report on bridge was late" is a sentence of its own."""
    return any(tag in _FINITE or word in _PLURAL for word, tag, _ in tag_words(text)[1:])
