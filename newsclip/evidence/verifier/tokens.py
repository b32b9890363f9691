"""The words that are compared, and some kinds of English words by which a difference is named or a claim weighed."""

import re

TOKEN = re.compile(r"[$£€¥]|[^\W_]+(?:[.,:'’\-][^\W_]+)*|[%°]")
_NUMBER = re.compile(r"\d")


def _words(lines: str) -> frozenset[str]:
    return frozenset(lines.split())


NEGATIONS = _words("""
    not no never none nobody nothing neither nor without cannot hardly barely scarcely unable refuse refused
    refuses deny denies denied fail failed fails nicht kein keine nie niemals ohne pas jamais sans ne aucun
    aucune nunca jamás sin não nem sem non mai senza nessun nessuno
""")
MODALS = _words("""
    may might could would should can must shall will likely unlikely possibly probably perhaps reportedly
    allegedly alleged apparently seemingly almost nearly about around approximately roughly if unless whether
    only suspected planned proposed attempted expected believed claimed purported könnte würde soll sollen
    pourrait podría
""")
DAYS_AND_MONTHS = _words("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december yesterday today tomorrow
""")
NUMBER_WORDS = _words("""
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion
    trillion dozen half third quarter double twice first second
""")


def tokens(text: str) -> list[str]:
    """Words, figures and units in order, in lower case: "£1.2m" gives "£" and "1.2m"."""
    return [m.group().replace("’", "'").lower() for m in TOKEN.finditer(text)]


def place_of(words: str, text: str) -> int:
    """Where these words first stand in the text as words, and not as part of one ("And" of "Andrews"); -1 where not."""
    at = text.find(words)
    while words and at >= 0:
        end = at + len(words)
        begins = not (words[0].isalnum() and text[at - 1 : at].isalnum())
        if begins and not (words[-1].isalnum() and text[end : end + 1].isalnum()):
            return at
        at = text.find(words, at + 1)
    return -1


def negates(token: str) -> bool:
    return token in NEGATIONS or token.endswith("n't")


def names_number(token: str) -> bool:
    return bool(_NUMBER.search(token)) or token in NUMBER_WORDS
