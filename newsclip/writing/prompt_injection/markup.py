"""Marks of a conversation with a machine, of code and of what no screen shows: never part of news, quoted or not."""

import re

# Letters that no screen shows (Unicode tags) and marks that turn the reading direction round.
_HIDDEN = re.compile("[\u202d\u202e\U000e0000-\U000e007f]")
_SET_APART = re.compile(r"(?:(?<!\w)[^\W\d_][ .\-_*·]{1,3}){8}")  # l e t t e r s that only a machine puts together
_ROLE = r"(?:system|assistant|user|human|developer|ai|bot|model|prompt|instructions?|override|task)"
_CONVERSATION = re.compile(
    rf"<\|\w|\|>|\[/?INST\]|```|^\W{{0,9}}{_ROLE}(?: (?:message|prompt|note))?\s?[\]:>}}|]|\[/?{_ROLE}\b|"
    rf"(?:###|===|---|\*\*\*)\s{{0,9}}(?:\w+ ){{0,3}}{_ROLE}s?\b|\bnew (?:rules?|instructions?|task|prompt):|"
    rf"\b(?:BEGIN|START|END)(?: OF)? (?:[A-Z]+ ){{0,2}}(?:OVERRIDE|PROMPT|INSTRUCTIONS?|TASK|SYSTEM)\b|"
    r"[-=]{3,20} ?end of \w{1,40} ?[-=]{3}",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"^\W*\"\w{1,40}\"\s?:|<!--|[\"}\]]\s{0,3}[}\]],|\{\s{0,3}\"|!\[[^\]\n]{0,200}\]\(|\b\w+=\"[^\"]{0,200}\"|"
    # a tag, but not <The Palace: A Tale>, as titles are written in Korea
    r"(?!<(?-i:[A-Z][a-z][\w'’]{0,30}[: ])[^<>=/]{1,120}>)</?[a-z!][^<>]{0,300}>",
    re.IGNORECASE,
)


def is_for_machines(text: str) -> bool:
    return bool(_HIDDEN.search(text) or _SET_APART.search(text) or _CONVERSATION.search(text) or _CODE.search(text))
