"""The words that are compared, and the kinds of words whose loss or change turns a sentence."""

import re
from collections.abc import Iterable

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
ATTRIBUTIONS = _words("""
    said says say told according claim claims claimed allege alleges reported reports accuse accused accuses
    suggested suggests warned insisted argued
""")
# what follows takes something back, or ties the rest to a condition
CONTRASTS = _words("but although though yet except despite however provided otherwise until")
GUARDS = NEGATIONS | MODALS | ATTRIBUTIONS | CONTRASTS
DAYS_AND_MONTHS = _words("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december yesterday today tomorrow
""")
NUMBER_WORDS = _words("""
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion
    trillion dozen half third quarter double twice first second
""")
# what ties a sentence to the one before it and says nothing by itself
_TIES = re.compile(
    r"(?:(?:however|meanwhile|moreover|furthermore|nevertheless|nonetheless|additionally|in addition|besides|indeed|of "
    r"course|in fact|also|still|therefore|thus|consequently|as a result|that said|even so|at the same time|now|finally|"
    r"separately|elsewhere|overall|notably|importantly|interestingly|unfortunately|but|and|so|yet|or|plus|then|"
    r"aber|und|doch|denn|jedoch|allerdings|zudem|außerdem|toutefois|cependant|pourtant|par ailleurs|en outre|de plus|"
    r"néanmoins|ainsi|enfin|mais|et|or|pero|y|además|sin embargo|asimismo|también|mas|e|porém|contudo|entretanto|"
    r"no entanto|além disso|tuttavia|però|inoltre|intanto|nel frattempo|ma)(?: |$))+"
)
PRONOUNS = _words("he she it they him her them his hers its their theirs who")


def tokens(text: str) -> list[str]:
    """Words, figures and units in order, in lower case: "£1.2m" gives "£" and "1.2m"."""
    return [m.group().replace("’", "'").lower() for m in TOKEN.finditer(text)]


def negates(token: str) -> bool:
    return token in NEGATIONS or token.endswith("n't")


def guards(token: str) -> bool:
    """Whether leaving out a clause that holds this word could turn what is said, or lose that it is held back."""
    return token in GUARDS or token.endswith("n't")


def ties(words: Iterable[str]) -> bool:
    """Whether these words only tie a sentence to the one before it: "however", "and so"."""
    return bool(_TIES.fullmatch(" ".join(words)))


def names_number(token: str) -> bool:
    return bool(_NUMBER.search(token)) or token in NUMBER_WORDS
