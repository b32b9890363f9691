"""Whether a day may belong to another deed of its clause than the one that is told.

"The council voted to close the quay on Monday" says when it voted or when it closes; "The bridge closed on Monday
burned" says when it closed. Where either is possible, the day is nobody's.
"""

import re
from functools import cache
from itertools import pairwise

from newsclip.language.day_words import DAY_WORDS
from newsclip.language.days import reader
from newsclip.language.pos_tagger import tag_words

# what is bought, sought or prepared "for a concert on Monday"
_PURPOSE = {"en": "for", "de": "für", "fr": "pour", "es": "para", "pt": "para", "it": "per", "nl": "voor"}
_ARTICLES = r"(?:an?|the|ein\w*|de[nrms]|das|une?|le|la|les|un|una|el|o|a|um|uma|il|lo|een|de|het)"
# verbs that move what they have beside them to or from a day
_MOVES = {
    "en": "postpon(?:e[sd]?|ing)|delayed|rescheduled|deferred|moved|put off|called off|cancell?ed|brought forward|"
    "pushed back|adjourned",
    "de": r"verschob\w*|verschoben|verlegt\w*|vertagt\w*|sagten?|abgesagt",
    "fr": "reporté|reportée|repoussé|repoussée|décalé|annulé|avancé",
    "es": r"aplazó|aplazaron|pospuso|pospusieron|canceló|cancelaron|suspendió|adelantó",
    "pt": r"adiou|adiaram|cancelou|cancelaram|suspendeu|antecipou",
    "it": "rinviato|rinviata|posticipato|annullato|sospeso|anticipato",
    "nl": "verplaatste|verzette|uitgesteld|afgelast|verschoof|stelde",
}
# verbs whose object is still to come: "announced a strike on Monday"
_OF_WHAT_COMES = {
    "en": "announced?|called|approved|banned|predicted|feared|promised|ruled out|ordered|backed|proposed|offered"
    "|demanded|invited|organi[sz]ed|urged|supported|opposed|agreed|allowed|permitted|forbade",
    "de": "kündigten?|beschloss|beschlossen|verbot|verboten|erlaubten?|genehmigten?|forderten?",
    "fr": "annoncé|décidé|interdit|autorisé|approuvé|demandé|promis",
    "es": "anunció|anunciaron|convocó|convocaron|prohibió|aprobó|autorizó|pidió|prometió",
    "pt": "anunciou|anunciaram|convocou|convocaram|proibiu|aprovou|autorizou|pediu|prometeu",
    "it": "annunciato|indetto|convocato|vietato|approvato|autorizzato|chiesto|promesso",
    "nl": "kondigde|kondigden|verbood|keurde|besloot|beloofde|eiste",
}
_RELATIVE = {
    "en": "who|which|that|whose|whom",
    "fr": "qui|que|dont",
    "es": "que|quien|quienes|cuyo|cuya",
    "pt": "que|quem|cujo|cuja",
    "it": "che|chi|cui",
    "nl": "die|dat",
    "de": "wer|wie",
}
# a verb of its own behind the day, with nothing that joins another clause
_GOES_ON = re.compile(
    r"(?:(?!\b(?:and|but|or|who|which|that|when|after|as|because|before|while|where|since|if|said|says)\b)[^,;]){0,200}?"
    r"\b(?:was|were|had|died|fell|fled|sank)\b"
)
_AUXILIARIES = frozenset(
    "was were is are be been being had has have got and or but also then not he she it they who which that".split()  # noqa: SIM905
)
# an infinitive's day is that of what is still to be done
_INFINITIVE = {
    "es": r"\w{2,}(?:ar|er|ir|ír)(?:se|l[aeo]s?)?",
    "pt": r"\w{2,}(?:ar|er|ir|or)(?:-se|-l[ao]s?|-[ao]s?)?",
    "it": r"\w{2,}(?:are|ere|ire|arsi|ersi|irsi)",
    "fr": r"(?:à|de|d'|d’|pour)\s?\w{2,}(?:er|ir|re)",
    "de": r"zu \w{2,30}en|\w{1,20}zu\w{2,20}en",
    "nl": r"te \w{2,}en",
}
_GERUND = re.compile(
    r"\b(?:after|before|about|without|of|from|since|for|by) (?:\w+ly )?(?!(?:during|evening|morning)\b)\w+ing\b"
)
_NOUN_CLAUSE = re.compile(r"\b(?:how|why|who|which|that|whose|whom)\b", re.IGNORECASE)
_DETERMINER = re.compile(r"\b(?:der|die|das|den|dem|des|eine?[rnms]?|de|het|een) (?:(?:am|op) )?$", re.IGNORECASE)


def may_be_anothers(before: str, behind: str, language: str) -> bool:
    """Whether the day between these words of its clause may be that of another deed than the clause's verb tells."""
    code, by = language[:2], reader(language)
    if by is None:
        return True
    if _is_set_before(code).search(before) or (code in {"de", "nl"} and _DETERMINER.search(before)):
        return True
    told = by.behind.search(before)
    since = before[told.end() :] if told and code == "en" else before
    if told and (_is_done_later(before[told.end() :], code) or _tells_more(since, code)):
        return True
    if code == "en" and _GOES_ON.match(behind) and (told or any(tag == "VBN" for _, tag, _ in tag_words(before))):
        return True
    if code in {"de", "nl"}:  # the rest of the verb stands behind the day: "wurde | am Montag | gesperrt"
        return False
    if not by.behind.match(behind.lstrip()):
        return False
    # the subject before the day does something itself: "the bridge closed | on Monday | burned"
    return bool(told or _NOUN_CLAUSE.search(before)) if code == "en" else len(before.split()) > 2


def _is_done_later(words: str, code: str) -> bool:
    """Whether an infinitive or "after closing" stands between the verb and the day."""
    if code != "en":
        return bool(re.search(rf"(?<!\w)(?:{_INFINITIVE[code]})(?!\w)", words)) if code in _INFINITIVE else False
    tags = [tag for _, tag, _ in tag_words(words)]
    return bool(_GERUND.search(words)) or any(a == "TO" and b == "VB" for a, b in pairwise(tags))


def _tells_more(words: str, code: str) -> bool:
    """Whether a clause or a participle of a noun stands before the day: "met the man who fled", "a book written"."""
    if re.search(rf"(?<!\w)(?:{_RELATIVE[code]})(?!\w)", words):
        return True
    if code != "en":
        return False
    near = [(word.lower(), tag) for word, tag, _ in tag_words(words) if word.lower() not in {"on", "the", "last"}][-2:]
    return (
        len(near) > 1
        and near[1][1] in {"VBN", "VBD"}
        and not (near[0][0] in _AUXILIARIES or near[0][0].endswith("ly") or near[0][1] in {",", "CC"})
    )


@cache
def _is_set_before(code: str) -> re.Pattern[str]:
    """What stands right before the day of what is planned, and verbs with what they move to another day."""
    on = DAY_WORDS[code].on
    purpose = rf"\b{_PURPOSE[code]} {_ARTICLES} (?:[\w’'-]+ ){{1,3}}(?:(?:{on}) )?$"
    moves = rf"\b(?:{_MOVES[code]}) (?:[\w’'-]+ ){{1,8}}(?:(?:{on}) )?$"
    coming = rf"\b(?:{_OF_WHAT_COMES[code]}) (?:[\w’'-]+ ){{1,6}}?(?:{DAY_WORDS[code].events}) (?:(?:{on}) )?$"
    heard = r"|\b(?:how|why) (?:[\w’'-]+ ){1,12}$" if code == "en" else ""
    return re.compile(rf"{purpose}|{moves}|{coming}{heard}", re.IGNORECASE)
